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
    return ReportAnswer(
      LocalizedText(ja: "社会減・転出超過はいつからか", en: "Since when by moving?"), told,
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
        let row = analysis.rows(of: .both).filter({ $0.net < 0 }).min(by: { $0.net < $1.net }),
        let start = analysis.start.period?.year, let end = analysis.end.period?.year
      else { return nil }
      let people = ReportCell(netPersons: row.net).text
      let rate = ReportCell(signedRate: row.rate).text
      let counted = isOfMoves ? nil : analysis.method.counted
      return (
        LocalizedText(
          ja:
            "\(name.ja)は期末年齢\(row.ageAtEnd.label.ja)で\(people.ja)人（"
            + (counted.map { "\($0.ja)、" } ?? "") + "\(rate.ja)%、\(start)～\(end)年）",
          en: "\(name.en) \(people.en) aged \(row.ageAtEnd.label.en) in \(end) "
            + "(" + (counted.map { "\($0.en), " } ?? "") + "\(rate.en) %, \(start)–\(end))"),
        row.net, analysis.sources(of: row)
      )
    }
    return ReportAnswer(
      LocalizedText(ja: "どの年齢で減っているか", en: "At which ages?"), told, chapter: .ages
    ) {
      // A cohort's change holds its deaths too.
      isOfMoves
        ? LocalizedText(ja: "転出入で最も減ったのは、\($0.ja)。", en: "Most were lost by moving: \($0.en).")
        : LocalizedText(ja: "最も減ったのは、\($0.ja)。", en: "Most were lost: \($0.en).")
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
      return (
        LocalizedText(
          ja: "\(name.ja)は判定できた\(judged)件中\(slow.count)件が「\(lowest.label.ja)」",
          en: "\(name.en): \(slow.count) of \(judged) judged “\(lowest.label.en)”"),
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
