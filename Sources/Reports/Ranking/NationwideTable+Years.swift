import MunicipalModel
import Nationwide

extension NationwideTable {
  /// What a measure is called over the years of the table.
  func heading(_ measure: MunicipalRanking.Measure) -> LocalizedText {
    guard span != nil, measure.kind != nil else { return measure.label }
    return combination == .sum
      ? measure.label
      : LocalizedText(
        ja: "\(measure.label.ja)の平均", en: "mean \(measure.label.en)")
  }

  /// How several years make one rate, and what municipalities that merged count as.
  func statement(of span: RegistrySpan) -> LocalizedText {
    let years = span.period?.label ?? LocalizedText("")
    let first = span.sheets.first?.period.label ?? LocalizedText("")
    let merged = LocalizedText(
      ja: "合併した市町村は、今の市町村の区域にまとめた（合併前の市町村のあいだの移動も転入・転出に入る）。",
      en:
        "Municipalities that merged count as the one that they became; moves between them are still moves."
    )
    let formed =
      combination == .sum
      ? LocalizedText(
        ja: "率は、\(years.ja)の増減の合計 ÷ \(first.ja)の初めの人口 × 100。",
        en:
          "A rate is the sum of the flows of \(years.en) ÷ the population at the beginning of \(first.en) × 100. "
      )
      : LocalizedText(
        ja: "率は、\(years.ja)の各年の率の平均（どの年も同じ重み）。",
        en:
          "A rate is the mean of the yearly rates of \(years.en), each year with the same weight. ")
    return formed + merged
  }
}
