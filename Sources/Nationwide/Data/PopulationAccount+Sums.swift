import Demography
import MunicipalModel
import OpenData

extension PopulationAccount {
  /// One year of several municipalities as one; what one of them lacks is missing.
  ///
  /// - Parameters:
  ///   - parts: their accounts, one at least.
  ///   - formula: what the sums are.
  init(joining parts: [Self], _ formula: LocalizedText) {
    func sum(_ item: AccountItem) -> TracedNumber? { .sum(parts.map { $0[item] }, formula) }
    self.init(
      period: parts[0].period, definition: parts[0].definition, openingStock: sum(.openingStock),
      closingStock: sum(.closingStock), births: sum(.births), deaths: sum(.deaths),
      naturalChange: sum(.naturalChange), inMigrants: sum(.inMigrants),
      outMigrants: sum(.outMigrants), socialChange: sum(.socialChange),
      totalChange: sum(.totalChange))
  }

  /// Years that follow each other as one: the sums of the flows, the first opening and the last closing stock.
  init(following years: [Self], period: Period) {
    let label = period.label
    let formula = LocalizedText(ja: "\(label.ja)の合計", en: "sum of \(label.en)")
    func sum(_ item: AccountItem) -> TracedNumber? { .sum(years.map { $0[item] }, formula) }
    let opening = years.first?.openingStock.map { stock in
      let first = years[0].period.label
      let when = LocalizedText(ja: "\(first.ja)の初め", en: "at the beginning of \(first.en)")
      return TracedNumber(
        stock.value, sources: stock.sources,
        formula: stock.formula.map {
          LocalizedText(ja: "\(when.ja)、\($0.ja)", en: "\(when.en), \($0.en)")
        } ?? when)
    }
    self.init(
      period: period, definition: years[0].definition, openingStock: opening,
      closingStock: years.last?.closingStock, births: sum(.births), deaths: sum(.deaths),
      naturalChange: sum(.naturalChange), inMigrants: sum(.inMigrants),
      outMigrants: sum(.outMigrants), socialChange: sum(.socialChange),
      totalChange: sum(.totalChange))
  }
}

extension TracedNumber {
  /// What sums over municipalities that merged later are called.
  static let mergedFormula = LocalizedText(
    ja: "合併前の市町村の合計", en: "sum of the municipalities before the merger")

  /// The sum with all cells; `nil` if a number is missing, or the sum is too large.
  static func sum(_ numbers: [TracedNumber?], _ formula: LocalizedText) -> TracedNumber? {
    var sum = 0
    var sources: [Citation] = []
    for number in numbers {
      guard let number else { return nil }
      let (next, overflow) = sum.addingReportingOverflow(number.value)
      if overflow { return nil }
      sum = next
      sources += number.sources
    }
    return TracedNumber(sum, sources: sources, formula: formula)
  }
}
