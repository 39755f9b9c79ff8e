import MunicipalModel
import PlanAnalysis
import Rendering

extension ReportCell {
  /// Makes a cell of the figure that is set against a target: with how it was counted, its bound, and
  /// whether it, or a figure that it was made of, is an estimate.
  ///
  /// - Parameters:
  ///   - decimals: digits after the point; all of them if it is not given.
  ///   - isCited: whether the cell names its printed cells and its formula.
  init(
    _ actual: IndicatorProgress.Actual, of indicator: Indicator, decimals: Int? = nil,
    isCited: Bool = true
  ) {
    let used = indicator.figures.filter { actual.sources.contains($0.citation) }
    let quantities = used.compactMap(\.reading.quantity)
    // The bound of one figure of a sum or a mean is not that of the whole.
    let bound = used.count == 1 ? quantities.first?.bound : nil
    let isEstimate = quantities.contains(where: \.isEstimate)
    let style = FigureStyle.grouped
    let value = decimals.map { actual.value.rounded(to: $0) } ?? actual.value
    let qualifiers: [FigureQualifier?] = [
      FigureQualifier(bound), isEstimate ? .estimate : nil,
      FigureQualifier(actual.rule) ?? used.first.flatMap { FigureQualifier($0.accumulation) },
    ]
    let plain = Self(
      text: style.number(value, unit: actual.unit), value: .decimal(actual.value),
      unit: actual.unit, sources: isCited ? actual.sources : [],
      formula: isCited ? LocalizedText(actual.formula) : nil)
    self = plain.qualified(by: qualifiers.compactMap(\.self))
  }
}

extension FigureQualifier {
  /// `nil` of a figure as printed.
  init?(_ rule: IndicatorProgress.Actual.Rule) {
    switch rule {
    case .newest: return nil
    case .cumulative: self = .cumulative
    case .summed: self = .sum
    case .averaged: self = .average
    case .differenced: self = .difference
    }
  }
}
