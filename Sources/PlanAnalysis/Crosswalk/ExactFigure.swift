import Demography
import MunicipalModel

/// A figure of the crosswalk with its exact value, so that what is computed from it is rounded once.
///
/// 77 startups in three years, against 12 a year, are 13.66… more, shown as 13.7; the change in percent is that of
/// 13.66…, 113.9, and not that of 13.7, which would be 114.2.
struct ExactFigure {
  /// The figure as it is shown.
  let figure: Crosswalk.Figure
  private let exact: ExactFraction

  /// A figure that is exact as it is: a printed one, or a sum of printed ones.
  init?(_ figure: Crosswalk.Figure) {
    guard let exact = ExactFraction(figure.value) else { return nil }
    self.init(figure, exact)
  }

  private init(_ figure: Crosswalk.Figure, _ exact: ExactFraction) {
    self.figure = figure
    self.exact = exact
  }

  /// A figure that is shown with some digits; `nil` if it has more than 18.
  private init?(
    _ exact: ExactFraction, decimals: Int, unit: String, period: Period?, formula: LocalizedText,
    sources: [Citation]
  ) {
    guard let rounded = exact.rounded(decimals: decimals, rule: .halfUp) else { return nil }
    self.init(
      Crosswalk.Figure(rounded, unit: unit, period: period, formula: formula, sources: sources),
      exact)
  }

  /// A crude rate, in the unit and with the digits of its definition.
  init?(_ rate: CrudeRate, period: Period?) {
    let scale = rate.definition.scale
    guard let one = ExactFraction(ExactDecimal(1)),
      let exact = rate.fraction?.divided(by: one, timesTenToThe: scale.exponent),
      let rounded = rate.rounded
    else { return nil }
    self.init(
      Crosswalk.Figure(
        rounded, unit: scale.symbol, period: period, formula: LocalizedText(rate.calculation),
        sources: rate.sources), exact)
  }

  var isZero: Bool { exact.isZero }

  var isNegative: Bool { ExactFraction(.zero).map { exact < $0 } ?? false }

  /// The same figure, known to be of another kind of year.
  func of(_ period: Period) -> Self { Self(figure.of(period), exact) }

  /// The figure less another one of the same unit, with the digits of the finer one.
  func subtracting(_ other: Self) -> Self? {
    guard figure.unit == other.figure.unit else { return nil }
    let (term, less) = (figure.term, other.figure.term)
    return Self(
      exact + -other.exact, decimals: max(figure.value.scale, other.figure.value.scale),
      unit: figure.unit, period: figure.period,
      formula: LocalizedText(ja: "\(term.ja) − \(less.ja)", en: "\(term.en) − \(less.en)"),
      sources: figure.sources + other.figure.sources)
  }

  /// The figure divided by another one, with as many digits as are useful if `decimals` is `nil`.
  func divided(
    by other: Self, timesTenToThe exponent: Int = 0, unit: String, decimals: Int? = nil
  ) -> Self? {
    guard let quotient = exact.divided(by: other.exact, timesTenToThe: exponent) else { return nil }
    let factor = exponent == 0 ? "" : exponent == 2 ? " × 100" : " × 1000"
    let (term, by) = (figure.term, other.figure.term)
    return Self(
      quotient, decimals: decimals ?? Self.usefulDecimals(of: quotient), unit: unit,
      period: figure.period,
      formula: LocalizedText(
        ja: "\(term.ja) ÷ \(by.ja)\(factor)", en: "\(term.en) ÷ \(by.en)\(factor)"),
      sources: figure.sources + other.figure.sources)
  }

  /// Three significant digits up to 1,000; one digit after the point from 100 on, three below 1.
  private static func usefulDecimals(of value: ExactFraction) -> Int {
    func isAtLeast(_ limit: Int32) -> Bool {
      guard let limit = ExactFraction(ExactDecimal(limit)) else { return false }
      return value >= limit || -value >= limit
    }
    return isAtLeast(100) ? 1 : isAtLeast(1) ? 2 : 3
  }
}
