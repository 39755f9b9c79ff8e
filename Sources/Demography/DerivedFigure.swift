public import MunicipalModel

/// A figure computed from printed figures, which can be rounded exactly and traced to its cells.
public protocol DerivedFigure: Sendable {
  /// What it is, with its time.
  var label: LocalizedText { get }
  /// The unit of ``value``, such as `%`.
  var unit: LocalizedText { get }
  /// How it is computed, in words.
  var formula: LocalizedText { get }
  /// The printed cells that it is computed from.
  var sources: [Citation] { get }
  /// The figure as a floating-point number, for further computing.
  var value: Double { get }

  /// The figure cut to `decimals` digits, computed in whole numbers.
  ///
  /// - Parameters:
  ///   - decimals: digits after the point, 0 to 9.
  ///   - rule: how the digits beyond are cut.
  /// - Returns: `nil` if no `ExactDecimal` holds the result.
  func rounded(to decimals: Int, rule: RoundingRule) -> ExactDecimal?
}

extension DerivedFigure {
  /// The figure rounded half up to `decimals` digits, or `nil` if no `ExactDecimal` holds it.
  public func rounded(to decimals: Int) -> ExactDecimal? { rounded(to: decimals, rule: .halfUp) }
}

extension LocalizedText {
  /// The label of a figure with its time: 2018年 出生率 / crude birth rate, 2018.
  func labelled(_ period: Period?) -> LocalizedText {
    guard let period else { return self }
    return LocalizedText(ja: "\(period.label.ja) \(ja)", en: "\(en), \(period.label.en)")
  }
}
