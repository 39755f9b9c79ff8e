package import MunicipalModel

/// A value of a chart, as it is drawn and as it is written, with the cells that it comes from.
package struct ChartPoint: Hashable, Sendable {
  /// The value; `nil` leaves a gap. It is never infinite.
  package let value: Double?
  /// The figure as a person reads it, or why there is none.
  package let text: LocalizedText
  /// The printed cells that the value was read from or computed from.
  package let sources: [Citation]
  /// How the value was computed; `nil` if it was read.
  package let formula: LocalizedText?

  /// Values beyond ±10^100 and nearer to zero than 10^-100 are not drawn to scale.
  package static let largest = 1e100

  /// A point without a value.
  package static let missing = Self(nil, text: LocalizedText(""))

  /// Makes a point from all its parts. A value that is infinite or not a number becomes a gap.
  package init(
    _ value: Double?, text: LocalizedText, sources: [Citation] = [],
    formula: LocalizedText? = nil
  ) {
    self.value = value.flatMap(Self.drawable)
    self.text = text
    self.sources = sources
    self.formula = formula
  }

  /// Makes a point of a table's cell.
  package init(_ cell: ReportCell) {
    let value: Double? =
      switch cell.value {
      case .integer(let number): Double(number)
      case .decimal(let number): number.doubleValue
      case .text, .none: nil
      }
    self.init(value, text: cell.text, sources: cell.sources, formula: cell.formula)
  }

  /// Makes a point of a computed figure, written with a number of decimals.
  ///
  /// - Parameter decimals: digits after the point, 0 to 9.
  package init(
    rounding value: Double?, to decimals: Int, style: FigureStyle = .grouped,
    sources: [Citation] = [], formula: LocalizedText? = nil
  ) {
    let cell = ReportCell(rounding: value, to: decimals, style: style)
    self.init(value, text: cell.text, sources: sources, formula: formula)
  }

  /// The value if it can be drawn; what is too near to zero to see is zero.
  package static func drawable(_ value: Double) -> Double? {
    guard value.magnitude <= largest else { return nil }
    return value.magnitude < 1 / largest ? 0 : value
  }
}
