import Demography
import MunicipalModel
import PlanAnalysis

/// The municipalities in a line each: what their population does, how far their plans are, and how
/// often their documents contradict each other.
struct OverviewSection {
  private let content: OverallContent
  private static let definition = RateDefinition.percentOfPreviousYearEnd

  init(_ content: OverallContent) throws { self.content = content }

  var section: ReportSection {
    ReportSection(
      key: "overview", heading: LocalizedText(ja: "概要", en: "Overview"),
      introduction: [movers].compactMap { $0 } + ages + standing, tables: [table])
  }

  // MARK: Sentences

  /// Who loses most by moving, in the newest year that all have.
  private var movers: LocalizedText? {
    guard let year = content.dynamics.years.last, content.dynamics.members.count > 1,
      let ranking = try? content.dynamics.ranking(by: .socialChange, in: year),
      let lowest = ranking.entries.last, let rate = lowest.rate.rounded
    else { return nil }
    let name = lowest.municipality.name
    let symbol = lowest.rate.definition.scale.symbol
    if lowest.rate.numerator >= 0 {
      return LocalizedText(
        ja: "\(year.label.ja)に転出が転入を上回った市町村はありません。",
        en: "In \(year.label.en) no municipality lost people by moving.")
    }
    return LocalizedText(
      ja: "\(year.label.ja)に転出超過の割合が最も大きいのは\(name.ja)です（社会増減率 \(rate)\(symbol)）。",
      en:
        "In \(year.label.en) \(name.en) lost the most people by moving, in relation to its population: "
        + "\(rate) \(symbol).")
  }

  /// At which age each municipality loses most by moving.
  private var ages: [LocalizedText] {
    content.cohorts.compactMap { analysis in
      let rows = analysis.rows(of: .both).compactMap { row in row.rate.map { (row.ageAtEnd, $0) } }
      guard let lowest = rows.min(by: { $0.1 < $1.1 }), lowest.1 < 0,
        let rate = ExactDecimal(rounding: lowest.1, to: 1),
        let name = content.records.first(where: { $0.municipality.code == analysis.municipality })?
          .municipality.name
      else { return nil }
      let years = "\(analysis.start.period?.year ?? 0)–\(analysis.end.period?.year ?? 0)"
      let age = lowest.0.label
      return LocalizedText(
        ja: "\(name.ja)の\(years)年の\(analysis.method.rate.ja)が最も低い年齢（期末）は\(age.ja)で、\(rate)%です。",
        en:
          "In \(years) the \(analysis.method.rate.en) of \(name.en) was lowest for those \(age.en) at the "
          + "end: \(rate) %.")
    }
  }

  /// How many indicators got which grade, and what the audit found.
  private var standing: [LocalizedText] {
    content.progress.plans.map { plan in
      let grades = plan.scale.grades.map { grade in
        (grade.label, plan.entries.count { $0.judgement.grade?.id == grade.id })
      }
      let name = plan.municipality.name
      let open = plan.entries.count { $0.judgement.grade == nil }
      return LocalizedText(
        ja: "\(name.ja)の指標\(plan.entries.count)件のうち、"
          + grades.map { "「\($0.0.ja)」\($0.1)件" }.joined(separator: "、") + "、判定できないもの\(open)件。",
        en: "Of \(plan.entries.count) indicators of \(name.en): "
          + grades.map { "\($0.1) \($0.0.en)" }.joined(separator: ", ") + ", \(open) not judged.")
    }
  }

  // MARK: Table

  private var table: ReportTable {
    let symbol = Self.definition.scale.symbol
    return ReportTable(
      key: "overview", caption: LocalizedText(ja: "市町村の概要", en: "The municipalities in brief"),
      columns: [
        .key("municipality", LocalizedText(ja: "市町村", en: "municipality")),
        .text("year", LocalizedText(ja: "年", en: "year")),
        .number(
          "population", LocalizedText(ja: "年末人口\n（人）", en: "year-end\npopulation"), unit: "人"),
        .number(
          "natural_change_rate",
          LocalizedText(ja: "自然増減率\n（\(symbol)）", en: "natural\nchange (\(symbol))"), unit: symbol),
        .number(
          "social_change_rate",
          LocalizedText(ja: "社会増減率\n（\(symbol)）", en: "social\nchange (\(symbol))"), unit: symbol),
        .text("loss", LocalizedText(ja: "転出超過の年", en: "years of loss\nby moving")),
        .number("judged", LocalizedText(ja: "判定した\n指標", en: "indicators\njudged")),
        .number("behind", LocalizedText(ja: "うち最低の\n評価", en: "of these the\nlowest grade")),
        .number("errors", LocalizedText(ja: "監査:\n誤り", en: "audit:\nerrors")),
        .number("warnings", LocalizedText(ja: "監査:\n注意", en: "audit:\nwarnings")),
      ], rows: content.records.map(row))
  }

  private func row(_ record: MunicipalityRecord) -> ReportRow {
    let account = record.accounts.last
    func rate(_ kind: CrudeRateKind) -> ReportCell {
      guard let account else { return .notComputable }
      return ReportCell { try account.crudeRate(of: kind, Self.definition) }
    }
    let plan = content.progress.plans.first { $0.municipality == record.municipality }
    let judged = plan?.entries.count { $0.judgement.grade != nil }
    let lowest = plan?.scale.grades.last?.id
    let behind = plan?.entries.count { $0.judgement.grade?.id == lowest }
    let audit = content.audits.first { $0.record.municipality == record.municipality }?.audit
    func findings(_ severity: Diagnostic.Severity) -> ReportCell {
      ReportCell(audit?.findings.count { $0.severity == severity } ?? 0)
    }
    return [
      ReportCell(record.municipality),
      account.map { ReportCell($0.period) } ?? ReportCell(missing: .notAvailable),
      ReportCell(account?.closingStock), rate(.naturalChange), rate(.socialChange),
      losses(record.accounts),
      judged.map { ReportCell($0) } ?? ReportCell(missing: .notAvailable),
      behind.map { ReportCell($0) } ?? ReportCell(missing: .notAvailable),
      findings(.error), findings(.warning),
    ]
  }

  /// The years in which more people moved out than in, out of those that are printed.
  private func losses(_ accounts: [PopulationAccount]) -> ReportCell {
    let changes = accounts.compactMap { account in
      (try? account.figure(.socialChange)).map { (year: account.period, change: $0) }
    }
    guard let first = changes.first, let last = changes.last else {
      return ReportCell(missing: .notAvailable)
    }
    let losses = changes.filter { $0.change.value < 0 }
    let years = LocalizedText("\(first.year.year)–\(last.year.year)")
    let text: LocalizedText
    if losses.isEmpty {
      text = LocalizedText(ja: "なし（\(years.ja)）", en: "none (\(years.en))")
    } else if losses.count == changes.count {
      text = LocalizedText(ja: "\(years.ja)の毎年", en: "every year, \(years.en)")
    } else {
      let list = losses.map { "\($0.year.year)" }.joined(separator: ", ")
      text = LocalizedText(
        ja: "\(list)（\(years.ja)のうち）", en: "\(list) (of \(years.en))")
    }
    return ReportCell(
      text, value: losses.map { "\($0.year.year)" }.joined(separator: ";"),
      sources: changes.flatMap(\.change.sources))
  }
}
