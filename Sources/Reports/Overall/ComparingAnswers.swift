import Demography
import MunicipalModel
import PlanAnalysis
import Rendering

/// The questions that a reader comes with, each answered in one sentence that compares the municipalities.
struct ComparingAnswers {
  private let content: OverallContent
  private typealias Told = ReportAnswer.Told

  init(_ content: OverallContent) { self.content = content }

  /// The answers that the documents give.
  var answers: [ReportAnswer] {
    DynamicsAnswers(content.dynamics).answers
      + [since, ages, behind, contradictions, comparable].compactMap(\.self)
  }

  // MARK: Population

  private var since: ReportAnswer? {
    let told: [Told] = content.dynamics.members.compactMap { member in
      YearsOfLoss(member.accounts).map { losses -> Told in
        let name = member.municipality.name
        let span = losses.span
        let text =
          losses.years.isEmpty
          ? LocalizedText(
            ja: "\(name.ja)は\(span.ja)に\(losses.isOfMovesAlone ? "転出超過" : "社会減")の年なし",
            en: "\(name.en) no year, \(span.en)")
          : LocalizedText(
            ja: "\(name.ja)は\(losses.text.ja)", en: "\(name.en) \(losses.text.en)")
        return (text, Double(-losses.years.count), losses.sources)
      }
    }
    let isOfMovesAlone = !content.dynamics.members.flatMap(\.accounts)
      .contains(where: \.socialChangeHoldsOtherChange)
    return ReportAnswer(
      LocalizedText(
        ja: "社会減・転出超過はいつからか",
        en: "Since when by moving\(isOfMovesAlone ? "" : " or other change")?"), told,
      chapter: .population
    ) { LocalizedText(ja: "\($0.ja)。", en: "\($0.en).") }
  }

  /// The age that lost most people, by municipality.
  private var ages: ReportAnswer? {
    Self.ages(content.cohorts.flatMap { $0 }, content.records)
  }

  static func ages(
    _ analyses: [CohortAnalysis], _ records: [MunicipalityRecord]
  ) -> ReportAnswer? {
    let isOfMoves = analyses.allSatisfy { $0.method != .cohortChange }
    let told: [Told] = analyses.compactMap { analysis in
      let record = records.first { $0.municipality.code == analysis.municipality }
      guard let name = record?.municipality.name,
        let row = analysis.losses.first,
        let start = analysis.start.period?.year, let end = analysis.end.period?.year
      else { return nil }
      let people = ReportCell(netPersons: row.net).text
      // "Lost" says the sign.
      let lost = ReportCell(rounding: -row.net, to: 0).text
      let rate = ReportCell(signedRate: row.rate).text
      let counted = isOfMoves ? nil : analysis.method.counted
      return (
        LocalizedText(
          ja:
            "\(name.ja)は期末年齢\(row.ageAtEnd.label.ja)で\(people.ja)人（"
            + (counted.map { "\($0.ja)、" } ?? "") + "\(rate.ja)%、\(start)～\(end)年）",
          en: "\(name.en) \(lost.en) aged \(row.ageAtEnd.label.en) in \(end) "
            + "(" + (counted.map { "\($0.en), " } ?? "") + "\(rate.en)%, \(start)–\(end))"),
        row.net, analysis.sources(of: row)
      )
    }
    return ReportAnswer(
      LocalizedText(ja: "どの年齢で減っているか", en: "At which ages?"), told, chapter: .ages
    ) {
      // A cohort's change holds its deaths too.
      isOfMoves
        ? LocalizedText(ja: "転出入で最も減ったのは、\($0.ja)。", en: "Most were lost by moving: \($0.en).")
        : LocalizedText(
          ja: "死亡の少ない50歳未満で最も減ったのは、\($0.ja)。",
          en: "Below 50, where few die, most were lost: \($0.en).")
    }
  }

  // MARK: Plans

  private var behind: ReportAnswer? { Self.behind(content.progress) }

  static func behind(_ progress: ProgressContent) -> ReportAnswer? {
    let told: [Told] = progress.plans.compactMap { plan in
      guard let lowest = plan.scale.grades.last else { return nil }
      let slow = plan.entries.filter { $0.judgement.grade?.id == lowest.id }
      let judged = plan.entries.count { $0.judgement.grade != nil }
      let name = plan.municipality.name
      guard judged > 0 else {
        return (
          LocalizedText(
            ja: "\(name.ja)は判定できる指標なし", en: "\(name.en): none that can be judged"), 0, []
        )
      }
      let time = plan.time
      return (
        LocalizedText(
          ja: "\(name.ja)は判定できた\(judged)件中\(slow.count)件が「\(lowest.label.ja)」"
            + (time.map { "（\($0.ja)）" } ?? ""),
          en: "\(name.en): \(slow.count) of the \(judged) judged “\(lowest.label.en)”"
            + (time.map { " (\($0.en))" } ?? "")),
        Double(slow.count), slow.map(\.indicator.citation)
      )
    }
    return ReportAnswer(
      LocalizedText(ja: "目標に遅れている指標は", en: "Which indicators are behind?"), told, chapter: .progress
    ) { LocalizedText(ja: "\($0.ja)。", en: "\($0.en).") }
  }

  private var contradictions: ReportAnswer? {
    content.isWithoutPlans ? nil : Self.contradictions(content.audits)
  }

  static func contradictions(
    _ audits: [(record: MunicipalityRecord, audit: DocumentAudit)]
  ) -> ReportAnswer? {
    let told: [Told] = audits.map { record, audit in
      let errors = audit.contradictions.filter { $0.severity == .error }
      let warnings = audit.contradictions.count { $0.severity == .warning }
      let name = record.municipality.name
      return (
        LocalizedText(
          ja: "\(name.ja)は誤り\(errors.count)件・注意\(warnings)件",
          en: "\(name.en): \(errors.count) \(errors.count == 1 ? "error" : "errors"), \(warnings) "
            + (warnings == 1 ? "warning" : "warnings")), Double(errors.count),
        errors.flatMap(\.citations)
      )
    }
    return ReportAnswer(
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
    let all = pairings.map(\.concept).uniqued.count
    let same = pairings.filter { $0.comparability == .sameDefinition }.map(\.concept).uniqued
    let similar = pairings.filter { $0.comparability == .similar }.map(\.concept).uniqued
    let names = same.prefix(4).map(\.name).joined()
    let rest = same.count - min(4, same.count)
    return ReportAnswer(
      LocalizedText(ja: "比べられる指標は", en: "Which indicators compare?"),
      LocalizedText(
        ja: "共通の\(all)の概念のうち、定義が同じもの\(same.count)"
          + (same.isEmpty ? "" : "（\(names.ja)\(rest > 0 ? " ほか" : "")）")
          + "、似たもの\(similar.count)。",
        en: "Of \(all) concepts in common: of the same definition \(same.count)"
          + (same.isEmpty ? "" : " (\(names.en)\(rest > 0 ? " and others" : ""))")
          + ", of a similar one \(similar.count)."),
      sources: [], chapter: OverallChapter.shared.rawValue)
  }
}

extension CohortAnalysis {
  /// The ages that lost people, the most first; of a plain change, which holds deaths, those below 50 alone.
  var losses: [Row] {
    rows(of: .both).filter { $0.net < 0 && method.tells($0.ageAtEnd) }.sorted { $0.net < $1.net }
  }
}

extension CohortMethod {
  /// Whether the change at an age tells moves: where deaths are not taken out, of people below 50.
  func tells(_ age: AgeGroup) -> Bool { self != .cohortChange || age.lowerAge < 50 }
}
