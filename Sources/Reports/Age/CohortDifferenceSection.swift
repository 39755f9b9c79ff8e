import Demography
import MunicipalModel
import Rendering

/// Why the total rates of two municipalities differ: the ages of their people, or the rates.
struct CohortDifferenceSection {
  private let pairs: [(first: CohortAnalysis, second: CohortAnalysis, KitagawaDecomposition)]
  private let names: AgeReportNames

  /// `nil` unless there are two municipalities of the same cohorts.
  init?(_ analyses: [CohortAnalysis], names: AgeReportNames) throws(AgeMethodError) {
    guard let last = analyses.last, analyses.count > 1 else { return nil }
    var pairs: [(CohortAnalysis, CohortAnalysis, KitagawaDecomposition)] = []
    for analysis in analyses.dropLast() where Self.ages(analysis) == Self.ages(last) {
      pairs.append((analysis, last, try CohortAnalysis.decomposition(from: last, to: analysis)))
    }
    guard !pairs.isEmpty else { return nil }
    self.pairs = pairs
    self.names = names
  }

  private static func ages(_ analysis: CohortAnalysis) -> [String] {
    analysis.rows.map { "\($0.sex.rawValue) \($0.ageAtStart?.description ?? "birth")" }
  }

  var section: ReportSection {
    let word = pairs.first?.first.method.rate ?? LocalizedText("")
    return ReportSection(
      key: "difference",
      heading: LocalizedText(ja: "全体の率の差の要因", en: "Why the total rates differ"),
      introduction: [
        LocalizedText(
          ja: "全年齢の\(word.ja)の差を、年齢・性別構成の違いによる分と、年齢別の率の違いによる分に分けます（Kitagawa 1955、期首年齢、ポイント）。",
          en:
            "The difference of the total \(word.en)s, as far as it comes from the composition by sex and "
            + "age, and from the rates at each age (Kitagawa 1955; ages at the start; percentage points)."
        )
      ], tables: pairs.map(table))
  }

  private func table(
    _ first: CohortAnalysis, _ second: CohortAnalysis, _ decomposition: KitagawaDecomposition
  ) -> ReportTable {
    let ages = first.rows.compactMap(\.ageAtStart)
    var rows: [ReportRow] = []
    func add(_ name: ReportCell, _ isMeant: (AgeGroup?) -> Bool) {
      let effects = zip(first.rows, decomposition.effects).filter { isMeant($0.0.ageAtStart) }
        .map(\.1)
      guard !effects.isEmpty else { return }
      rows.append(
        ReportRow(
          [name]
            + cells(
              effects.reduce(0) { $0 + $1.composition }, effects.reduce(0) { $0 + $1.rate })))
    }
    add(ReportCell(LocalizedText(ja: "出生", en: "birth"), value: "birth")) { $0 == nil }
    let spans = AgeSpans.spans(from: ages.map(\.lowerAge).min() ?? 0)
    for span in spans {
      add(ReportCell(span.label, value: span.description)) { $0.map(span.contains) ?? false }
    }
    // Spans that would split a group leave some of it out; then only the total is shown.
    if !ages.allSatisfy({ age in spans.contains { $0.contains(age) } }) { rows = [] }
    rows.append(
      .total(
        [ReportCell(LocalizedText(ja: "計", en: "total"), value: "total")]
          + cells(decomposition.compositionEffect, decomposition.rateEffect)))
    let a = names.name(first.municipality)
    let b = names.name(second.municipality)
    return ReportTable(
      key: "\(first.municipality.sixDigits)_\(second.municipality.sixDigits)",
      caption: LocalizedText(ja: "\(a.ja) − \(b.ja)", en: "\(a.en) − \(b.en)"),
      columns: [
        .key("age_at_start", LocalizedText(ja: "期首年齢", en: "age at start")),
        .number(
          "composition_effect", LocalizedText(ja: "構成の効果", en: "composition effect"),
          unit: "percentage points"),
        .number(
          "rate_effect", LocalizedText(ja: "率の効果", en: "rate effect"), unit: "percentage points"),
        .number("difference", LocalizedText(ja: "差", en: "difference"), unit: "percentage points"),
      ], rows: rows,
      basis: AgeSocialChangeReport.basis(
        of: [first, second],
        formula: LocalizedText(
          ja: "構成の効果 = Σ 構成比の差 × 率の平均、率の効果 = Σ 率の差 × 構成比の平均、差 = 両者の和",
          en:
            "composition effect = Σ difference of shares × mean rate; rate effect = Σ difference of "
            + "rates × mean share; difference = both together")))
  }

  private func cells(_ composition: Double, _ rate: Double) -> [ReportCell] {
    [
      ReportCell(rounding: composition, to: 3, style: .signed),
      ReportCell(rounding: rate, to: 3, style: .signed),
      ReportCell(rounding: composition + rate, to: 3, style: .signed),
    ]
  }
}
