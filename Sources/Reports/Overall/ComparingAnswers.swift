import Demography
import MunicipalModel
import PlanAnalysis
import Rendering

/// The questions that a reader comes with, each answered in one sentence that compares the municipalities.
struct ComparingAnswers {
  private let content: OverallContent
  /// Of more municipalities, those at the two ends are told.
  private static let most = 4

  /// What is told of a municipality, in the order of the figure.
  private typealias Told = (text: LocalizedText, order: Double, sources: [Citation])

  init(_ content: OverallContent) { self.content = content }

  /// The answers that the documents give.
  var answers: [ReportAnswer] {
    [change, causes, since, ages, behind, contradictions, comparable].compactMap(\.self)
  }

  private func answer(
    _ question: LocalizedText, _ told: [Told], chapter: OverallChapter,
    sentence: (LocalizedText) -> LocalizedText
  ) -> ReportAnswer? {
    guard !told.isEmpty else { return nil }
    let sorted = told.count <= Self.most ? told : told.sorted { $0.order < $1.order }
    let shown = told.count <= Self.most ? sorted : [sorted[0], sorted[sorted.count - 1]]
    let ends = LocalizedText(
      ja: "（\(told.count)市町村の両端）", en: " (the two ends of \(told.count))")
    return ReportAnswer(
      question,
      sentence(shown.map(\.text).joined("、", "; "))
        + (told.count <= Self.most ? LocalizedText("") : ends),
      sources: shown.flatMap(\.sources), chapter: chapter.rawValue)
  }

  // MARK: Population

  private var years: LocalizedText {
    let years = content.dynamics.years
    guard let first = years.first, let last = years.last, first != last else {
      return years.first?.label ?? LocalizedText("")
    }
    return LocalizedText(
      ja: "\(first.year)～\(last.year)年の平均", en: "mean of \(first.year)–\(last.year)")
  }

  /// A mean yearly rate of a municipality over the years that all have.
  private func mean(
    _ kind: CrudeRateKind, _ member: DynamicsComparison.Member, decimals: Int
  ) -> (rate: ExactDecimal, sources: [Citation])? {
    let dynamics = content.dynamics
    let accounts = member.accounts.filter { dynamics.years.contains($0.period) }
    guard let mean = try? accounts.meanOfYearlyRates(of: kind, dynamics.definition),
      let rounded = mean.rounded(to: decimals, rule: mean.definition.rounding)
    else { return nil }
    return (rounded, mean.sources)
  }

  private var symbol: String { content.dynamics.definition.scale.symbol }

  /// 岩見沢市で約1.5%減り、苫小牧市で約0.4%減りました.
  private var change: ReportAnswer? {
    let told: [Told] = content.dynamics.members.compactMap { member in
      guard let (rate, sources) = mean(.totalChange, member, decimals: 1) else { return nil }
      let name = member.municipality.name
      let size = rate.unsigned
      return (
        rate.coefficient == 0
          ? LocalizedText(ja: "\(name.ja)は増減なし", en: "\(name.en) kept its people")
          : LocalizedText(
            ja: "\(name.ja)は人口の約\(size)\(symbol)の\(rate.coefficient < 0 ? "減" : "増")",
            en:
              "\(name.en) \(rate.coefficient < 0 ? "lost" : "gained") about \(size) \(symbol) of its "
              + "people"), rate.doubleValue, sources
      )
    }
    return answer(
      LocalizedText(ja: "人口はどちらが減っているか", en: "Who loses more people?"), told,
      chapter: .population
    ) {
      LocalizedText(ja: "毎年、\($0.ja)（\(years.ja)）。", en: "Each year \($0.en) (\(years.en)).")
    }
  }

  private var causes: ReportAnswer? {
    let told: [Told] = content.dynamics.members.compactMap { member in
      guard let (natural, sources) = mean(.naturalChange, member, decimals: 2),
        let (social, more) = mean(.socialChange, member, decimals: 2)
      else { return nil }
      let name = member.municipality.name
      let style = FigureStyle.signed
      return (
        LocalizedText(
          ja: "\(name.ja)は自然増減 \(style.text(natural))\(symbol)・社会増減 \(style.text(social))\(symbol)",
          en: "\(name.en): births less deaths \(style.text(natural)) \(symbol), moving "
            + "\(style.text(social)) \(symbol)"), social.doubleValue, sources + more
      )
    }
    return answer(
      LocalizedText(ja: "何によって減っているか", en: "By what?"), told, chapter: .population
    ) {
      LocalizedText(ja: "\($0.ja)（\(years.ja)）。", en: "\($0.en) (\(years.en)).")
    }
  }

  private var since: ReportAnswer? {
    let told: [Told] = content.dynamics.members.compactMap { member in
      YearsOfLoss(member.accounts).map { losses in
        (
          LocalizedText(
            ja: "\(member.municipality.name.ja)は\(losses.text.ja)",
            en: "\(member.municipality.name.en) \(losses.text.en)"), Double(-losses.years.count),
          losses.sources
        )
      }
    }
    return answer(
      LocalizedText(ja: "社会減・転出超過はいつからか", en: "Since when by moving?"), told,
      chapter: .population
    ) { LocalizedText(ja: "\($0.ja)。", en: "\($0.en).") }
  }

  /// The age that lost most in relation to its people, by municipality.
  private var ages: ReportAnswer? {
    let told: [Told] = content.cohorts.joined().compactMap { analysis in
      let record = content.records.first { $0.municipality.code == analysis.municipality }
      guard let name = record?.municipality.name,
        let row = analysis.rows(of: .both).filter({ $0.net < 0 }).min(by: { $0.net < $1.net }),
        let start = analysis.start.period?.year, let end = analysis.end.period?.year
      else { return nil }
      let people = ReportCell(netPersons: row.net).text
      let rate = ReportCell(signedRate: row.rate).text
      return (
        LocalizedText(
          ja: "\(name.ja)は\(row.ageAtEnd.label.ja)で\(people.ja)人（\(rate.ja)%、\(start)～\(end)年）",
          en: "\(name.en) \(people.en) at \(row.ageAtEnd.label.en) (\(rate.en) %, \(start)–\(end))"),
        row.net, analysis.sources(of: row)
      )
    }
    return answer(
      LocalizedText(ja: "どの年齢で減っているか", en: "At which ages?"), told, chapter: .ages
    ) {
      LocalizedText(ja: "転出入で最も減ったのは、\($0.ja)。", en: "Most were lost by moving: \($0.en).")
    }
  }

  // MARK: Plans

  private var behind: ReportAnswer? {
    let told: [Told] = content.progress.plans.compactMap { plan in
      guard let lowest = plan.scale.grades.last else { return nil }
      let slow = plan.entries.filter { $0.judgement.grade?.id == lowest.id }
      let name = plan.municipality.name
      return (
        LocalizedText(
          ja: "\(name.ja)は\(plan.entries.count)件中\(slow.count)件が「\(lowest.label.ja)」",
          en: "\(name.en): \(slow.count) of \(plan.entries.count) “\(lowest.label.en)”"),
        Double(slow.count), slow.map(\.indicator.citation)
      )
    }
    return answer(
      LocalizedText(ja: "目標に遅れている指標は", en: "Which goals are behind?"), told, chapter: .progress
    ) { LocalizedText(ja: "\($0.ja)。", en: "\($0.en).") }
  }

  private var contradictions: ReportAnswer? {
    guard !content.isWithoutPlans else { return nil }
    let told: [Told] = content.audits.map { record, audit in
      let errors = audit.findings.filter { $0.severity == .error }
      let warnings = audit.findings.count { $0.severity == .warning }
      let name = record.municipality.name
      return (
        LocalizedText(
          ja: "\(name.ja)は誤り\(errors.count)件・注意\(warnings)件",
          en: "\(name.en): \(errors.count) \(errors.count == 1 ? "error" : "errors"), \(warnings) "
            + (warnings == 1 ? "warning" : "warnings")), Double(errors.count),
        errors.flatMap(\.citations)
      )
    }
    return answer(
      LocalizedText(ja: "資料はどこで食い違うか", en: "What contradicts?"), told, chapter: .contradictions
    ) { LocalizedText(ja: "\($0.ja)。", en: "\($0.en).") }
  }

  /// The concepts by how comparable their indicators are, each named.
  var concepts: [ReportAnswer] {
    let pairings = content.crosswalk.pairings
    guard content.records.count > 1 else { return [] }
    return [Crosswalk.Comparability.sameDefinition, .similar, .related].compactMap { degree in
      let own = pairings.filter { $0.comparability == degree }.map(\.concept).uniqued
      guard !own.isEmpty else { return nil }
      let names = own.map(\.name).joined()
      return ReportAnswer(
        LocalizedText(
          ja: "\(degree.label.ja) \(own.count)件",
          en: "\(degree.label.en.sentenceCased): \(own.count)"),
        LocalizedText(ja: names.ja + "。", en: names.en + "."), sources: [])
    }
  }

  private var comparable: ReportAnswer? {
    let pairings = content.crosswalk.pairings
    guard content.records.count > 1, !pairings.isEmpty else { return nil }
    let same = pairings.filter { $0.comparability == .sameDefinition }.map(\.concept).uniqued
    let similar = pairings.filter { $0.comparability == .similar }.map(\.concept).uniqued
    let names = same.prefix(4).map(\.name).joined()
    let rest = same.count - min(4, same.count)
    return ReportAnswer(
      LocalizedText(ja: "比べられる指標は", en: "Which indicators compare?"),
      LocalizedText(
        ja: "同じ定義の概念は\(same.count)件"
          + (same.isEmpty ? "" : "（\(names.ja)\(rest > 0 ? " ほか" : "")）")
          + "、似た定義は\(similar.count)件。",
        en: "Same definition: \(same.count)"
          + (same.isEmpty ? "" : " (\(names.en)\(rest > 0 ? " and others" : ""))")
          + "; similar: \(similar.count)."),
      sources: [], chapter: OverallChapter.shared.rawValue)
  }
}

extension ExactDecimal {
  /// The number without its sign.
  fileprivate var unsigned: ExactDecimal {
    coefficient < 0 ? -self : self
  }
}
