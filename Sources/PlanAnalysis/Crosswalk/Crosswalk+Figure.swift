public import MunicipalModel

extension Crosswalk {
  /// A figure of the crosswalk with its unit, its time, how it was computed, and the printed cells.
  public struct Figure: Hashable, Sendable {
    /// The number.
    public let value: ExactDecimal
    /// The unit, without multiples: 人 for what is printed in 万人; empty if there is none.
    public let unit: String
    /// The time that it belongs to, if it is known.
    public let period: Period?
    /// Over which time it counts.
    public let accumulation: Accumulation
    /// The limit that the printed number is, if it is one.
    public let bound: Quantity.Bound?
    /// Whether the document says that the number is not final.
    public let isEstimate: Bool
    /// How it was computed; `nil` if it was read from one cell.
    public let formula: LocalizedText?
    /// The printed cells.
    public let sources: [Citation]

    init(
      _ value: ExactDecimal, unit: String, period: Period?, accumulation: Accumulation = .single,
      bound: Quantity.Bound? = nil, isEstimate: Bool = false, formula: LocalizedText? = nil,
      sources: [Citation]
    ) {
      self.value = value
      self.unit = unit
      self.period = period
      self.accumulation = accumulation
      self.bound = bound
      self.isEstimate = isEstimate
      self.formula = formula
      self.sources = sources.uniqued
    }

    /// The value that a figure prints, in the common unit; `nil` if it prints none.
    ///
    /// - Parameter isCumulative: whether the figure is a running total by the indicator's name.
    init?(_ observation: IndicatorFigure, isCumulative: Bool = false) {
      guard let quantity = observation.reading.quantity,
        quantity.bound == nil || quantity.bound == .about
      else { return nil }
      let unit = CommonUnit(quantity.unit)
      guard let value = unit.value(quantity.value) else { return nil }
      self.init(
        value, unit: unit.base, period: observation.period,
        accumulation: isCumulative ? .cumulative : observation.accumulation,
        bound: quantity.bound, isEstimate: quantity.isEstimate,
        formula: unit.exponent == 0
          ? nil : LocalizedText("\(quantity.value) × \(Self.powerOfTen(unit.exponent))"),
        sources: [observation.citation])
    }

    /// A power of ten in digits: 10,000.
    private static func powerOfTen(_ exponent: Int) -> String {
      exponent < 0
        ? "0." + String(repeating: "0", count: -exponent - 1) + "1"
        : ThousandsSeparators.text("1" + String(repeating: "0", count: exponent))
    }

    /// The same figure, known to be of another kind of year.
    func of(_ period: Period) -> Self {
      Self(
        value, unit: unit, period: period, accumulation: accumulation, bound: bound,
        isEstimate: isEstimate, formula: formula, sources: sources)
    }

    /// The number as it stands in a formula: with its own formula in brackets if it was computed.
    var term: LocalizedText {
      guard let formula else { return LocalizedText("\(value)") }
      return LocalizedText(ja: "(\(formula.ja))", en: "(\(formula.en))")
    }
  }
}

extension Crosswalk.Figure: CustomStringConvertible {
  /// The figure with its unit, and how it was computed: `-0.32 % (3.05 − 3.37)`.
  public var description: String {
    let figure = unit.isEmpty ? "\(value)" : "\(value) \(unit)"
    return formula.map { "\(figure) (\($0.en))" } ?? figure
  }
}
