import Demography
import MunicipalModel
import Rendering

/// What was computed, from which populations and by which survival ratios.
struct CohortBasisSection {
  private let analyses: [CohortAnalysis]
  private let names: AgeReportNames

  init(_ analyses: [CohortAnalysis], names: AgeReportNames) {
    self.analyses = analyses
    self.names = names
  }

  var section: ReportSection {
    ReportSection(
      key: "basis",
      introduction: [
        method, ages, population, survival, counts(\.deaths), counts(\.births), children,
      ].compactMap(\.self))
  }

  private var method: LocalizedText? {
    analyses.first.map { first in
      let method = first.method
      return LocalizedText(
        ja:
          "\(method.label.ja): \(method.counted.ja) = \(method.formula)。\(method.rate.ja)は期首の人口に対する%、"
          + "寄与は全年齢の期首人口に対する%で、合計が全体の率に一致します。",
        en:
          "\(method.label.en): \(method.counted.en) = \(method.formula). The \(method.rate.en) is a "
          + "percentage of the cohort at the start, the contribution one of all people at the start; "
          + "contributions add up to the total rate.")
    }
  }

  private var ages: LocalizedText? {
    LocalizedText(
      ja: "年齢は期末と期首の両方で示します。期末に20～24歳の人は期首には15～19歳でした（5年の場合）。",
      en:
        "Ages are given at the end and at the start of the period: people aged 20–24 at the end of five years "
        + "were 15–19 at its start.")
  }

  private var population: LocalizedText? {
    guard let first = analyses.first, let start = first.start.period, let end = first.end.period
    else { return nil }
    let unknown = analyses.map { analysis in
      let count = [analysis.start, analysis.end].map { $0.table.notReported.reduce(0, +) }
      let name = names.name(analysis.municipality)
      return LocalizedText(
        ja: "\(name.ja) \(Int(count[0]))人・\(Int(count[1]))人",
        en: "\(name.en) \(Int(count[0])) and \(Int(count[1]))")
    }
    let statistic = first.start.statistic.label
    let source = statistic.ja.isEmpty ? "" : "、\(statistic.ja)"
    let sourceEn = statistic.en.isEmpty ? "" : ", \(statistic.en)"
    return LocalizedText(
      ja: "人口: \(start.label.ja)と\(end.label.ja)\(source)。年齢不詳（"
        + unknown.map(\.ja).joined(separator: "、") + "）の扱い: \(first.rule.label.ja)。",
      en: "Population: \(start.label.en) and \(end.label.en)\(sourceEn). Age not reported ("
        + unknown.map(\.en).joined(separator: "; ") + "): \(first.rule.label.en).")
  }

  private var survival: LocalizedText? {
    guard let first = analyses.first, let survival = first.survival else { return nil }
    let years = survival.lifeTables.map(String.init)
    let tables = survival.statistics.joined(separator: "、")
    guard !survival.lifeTables.isEmpty else {
      return LocalizedText(ja: "生残率: \(tables)。", en: "Survival ratios: \(tables).")
    }
    let cells = lines(of: survival.citations)
    guard survival.lifeTables.count == 1 else {
      return LocalizedText(
        ja: "生残率: 全国、\(tables)の平均（\(cells.ja)）。",
        en:
          "Survival ratios: Japan, mean of the complete life tables of \(years.joined(separator: " and "))"
          + " (Ministry of Health, Labour and Welfare; \(cells.en)).")
    }
    return LocalizedText(
      ja: "生残率: 全国、\(tables)だけによる（期首の年の生命表は内蔵していません; \(cells.ja)）。",
      en:
        "Survival ratios: Japan, of the complete life table of \(years.joined()) alone, as that of the "
        + "year at the start is not built in (Ministry of Health, Labour and Welfare; \(cells.en))."
    )
  }

  /// The lines of life tables whose names stand before them.
  private func lines(of cells: [Citation]) -> LocalizedText {
    let title = Publication(title: LocalizedText(ja: "生命表", en: "life tables"))
    let known = Dictionary(cells.map { ($0.document, title) }, uniquingKeysWith: { $1 })
    return LocalizedText(
      ja: SourceWords(known, language: .japanese).lines(cells),
      en: SourceWords(known, language: .english).lines(cells))
  }

  /// How many deaths or births of which period, and where they stand.
  private func counts(_ table: (CohortAnalysis) -> CitedAgeTable?) -> LocalizedText? {
    let tables = analyses.compactMap(table)
    guard let first = tables.first, let period = first.period else { return nil }
    let label = first.table.measure.label
    let cells = SourceList.compact(tables.flatMap(\.allCitations))
    let parts = tables.map { table in
      (names.name(table.municipality), table.table.total.countText)
    }
    return LocalizedText(
      ja: "\(label.ja): \(period.label.ja)、"
        + parts.map { "\($0.ja) \($1)人" }.joined(separator: "、") + "（\(cells)）。",
      en: "\(label.en.sentenceCased): \(period.label.en), "
        + parts.map { "\($0.en) \($1)" }.joined(separator: "; ") + " (\(cells)).")
  }

  private var children: LocalizedText? {
    guard let first = analyses.first, !first.rows.contains(where: { $0.ageAtStart == nil }) else {
      return nil
    }
    return LocalizedText(
      ja: "期間中に生まれた子どもは、出生数がないため含みません。",
      en: "Children born in the period are left out, for their births are not given.")
  }
}
