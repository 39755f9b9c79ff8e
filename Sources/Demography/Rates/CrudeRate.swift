public import MunicipalModel

/// A crude rate with everything that it depends on: numerator, denominator, definition and cells.
///
/// Formula: numerator ÷ denominator × 100 or 1,000. Rates are not `Comparable` on purpose: use
/// ``difference(from:)``, which looks at the definitions first.
public struct CrudeRate: Hashable, Sendable, Codable {
  /// What is counted.
  public let kind: CrudeRateKind
  /// The events or the balance, in persons.
  public let numerator: Int
  /// The population, in persons; a mid-year population may end in .5, and a pooled one is a sum.
  public let denominator: ExactDecimal
  /// How the rate is formed and printed.
  public let definition: RateDefinition
  /// Which population is counted.
  public let population: PopulationDefinition
  /// The year, or the span of a pooled rate.
  public let period: Period
  /// The printed cells that it is computed from.
  public let sources: [Citation]
  /// What is divided by what, in words, without the scale.
  public let quotient: LocalizedText

  /// Makes a rate.
  ///
  /// - Throws: ``DemographyError`` if the denominator is zero or less, events are below zero, a figure
  ///   has more than 18 digits, or the definition asks for other than 0 to 9 decimals.
  package init(
    kind: CrudeRateKind, numerator: Int, denominator: ExactDecimal, definition: RateDefinition,
    population: PopulationDefinition, period: Period, sources: [Citation],
    quotient: LocalizedText
  ) throws(DemographyError) {
    let code: DemographyError.Code? =
      if denominator.coefficient <= 0 {
        .denominatorNotPositive
      } else if numerator < 0, !kind.isBalance {
        .negativeCount
      } else if ExactDecimal(exactly: numerator) == nil {
        .tooLarge
      } else if !(0...9).contains(definition.decimals) {
        .unsupportedDecimals
      } else {
        nil
      }
    if let code { throw DemographyError(code: code, subject: kind.label, period: period) }
    self.kind = kind
    self.numerator = numerator
    self.denominator = denominator
    self.definition = definition
    self.population = population
    self.period = period
    self.sources = sources
    self.quotient = quotient
  }

  /// Decodes a rate, which must be one that the initializer accepts.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      kind: container.decode(CrudeRateKind.self, forKey: .kind),
      numerator: container.decode(Int.self, forKey: .numerator),
      denominator: container.decode(ExactDecimal.self, forKey: .denominator),
      definition: container.decode(RateDefinition.self, forKey: .definition),
      population: container.decode(PopulationDefinition.self, forKey: .population),
      period: container.decode(Period.self, forKey: .period),
      sources: container.decode([Citation].self, forKey: .sources),
      quotient: container.decode(LocalizedText.self, forKey: .quotient))
  }
}

extension CrudeRate: DerivedFigure {
  /// The rate's name with its time.
  public var label: LocalizedText { kind.label.labelled(period) }

  /// The unit: % or ‰.
  public var unit: LocalizedText { LocalizedText(definition.scale.symbol) }

  /// How it is computed, in words, such as 自然増減 ÷ 前年末人口 × 100.
  public var formula: LocalizedText {
    quotient + LocalizedText(" × \(definition.scale.factor)")
  }

  /// The rate in the unit of its scale, unrounded.
  public var value: Double {
    Double(numerator) * Double(definition.scale.factor) / denominator.doubleValue
  }

  /// The rate with the digits of its definition, or `nil` if it has more than 18 digits.
  public var rounded: ExactDecimal? {
    rounded(to: definition.decimals, rule: definition.rounding)
  }

  /// The rate cut to `decimals` digits, computed in whole numbers.
  public func rounded(to decimals: Int, rule: RoundingRule) -> ExactDecimal? {
    ExactDecimal(exactly: numerator).flatMap {
      .quotient(
        of: $0, by: denominator, timesTenToThe: definition.scale.exponent, decimals: decimals,
        rule: rule)
    }
  }

  /// The figures of the computation, such as `-733 ÷ 82823 × 100`.
  public var calculation: String { "\(numerator) ÷ \(denominator) × \(definition.scale.factor)" }

  /// The same rate in another unit, so that it can be compared with rates of that unit.
  ///
  /// - Throws: ``DemographyError`` with `unsupported-decimals` for other than 0 to 9 decimals.
  public func expressed(
    in scale: RateScale, decimals: Int
  ) throws(DemographyError) -> CrudeRate {
    let definition = RateDefinition(
      denominator: definition.denominator, scale: scale, decimals: decimals,
      rounding: definition.rounding)
    return try CrudeRate(
      kind: kind, numerator: numerator, denominator: denominator, definition: definition,
      population: population, period: period, sources: sources, quotient: quotient)
  }

  /// The rate without its scale.
  package var fraction: ExactFraction? {
    ExactDecimal(exactly: numerator).flatMap { ExactFraction($0, over: denominator) }
  }
}
