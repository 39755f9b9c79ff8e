public import MunicipalModel

/// The mean of yearly crude rates, each year with the same weight.
///
/// Formula: Σ (numerator ÷ denominator) ÷ number of years. The yearly rates are not rounded before.
/// A pooled rate weighs the years by their population instead; the two differ in the last digits.
public struct MeanOfYearlyRates: Hashable, Sendable, Codable {
  /// What is counted.
  public let kind: CrudeRateKind
  /// How the rates are formed and printed.
  public let definition: RateDefinition
  /// The yearly rates, all of this kind and definition; one at least.
  public let rates: [CrudeRate]
  /// The years from first to last.
  public let period: Period

  init(
    kind: CrudeRateKind, definition: RateDefinition, rates: [CrudeRate], period: Period
  ) throws(DemographyError) {
    guard !rates.isEmpty else {
      throw DemographyError(code: .noYears, subject: kind.label, period: period)
    }
    guard rates.allSatisfy({ $0.kind == kind && $0.definition == definition }) else {
      throw DemographyError(code: .mixedRates, subject: kind.label, period: period)
    }
    self.kind = kind
    self.definition = definition
    self.rates = rates
    self.period = period
  }

  /// Decodes a mean, whose rates must be of its kind and definition.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      kind: container.decode(CrudeRateKind.self, forKey: .kind),
      definition: container.decode(RateDefinition.self, forKey: .definition),
      rates: container.decode([CrudeRate].self, forKey: .rates),
      period: container.decode(Period.self, forKey: .period))
  }

  /// The mean of the yearly rates as they are printed, or `nil` if a number has more than 18 digits.
  ///
  /// It differs from ``rounded`` where the rounding of the years adds up.
  public var ofRounded: ExactDecimal? {
    let printed = rates.compactMap { $0.rounded }.compactMap { ExactFraction($0) }
    guard printed.count == rates.count else { return nil }
    return ExactFraction.mean(of: printed)?.rounded(
      timesTenToThe: 0, decimals: definition.decimals, rule: definition.rounding)
  }
}

extension MeanOfYearlyRates: DerivedFigure {
  /// The rate's name with its years.
  public var label: LocalizedText {
    LocalizedText(ja: "\(kind.label.ja)の平均", en: "mean \(kind.label.en)").labelled(period)
  }

  /// The unit: % or ‰.
  public var unit: LocalizedText { LocalizedText(definition.scale.symbol) }

  /// How it is computed, in words.
  public var formula: LocalizedText {
    let (flow, stock) = (kind.numerator.label, definition.denominator.label)
    let factor = definition.scale.factor
    return LocalizedText(
      ja: "(\(flow.ja) ÷ \(stock.ja) × \(factor))の合計 ÷ \(rates.count)",
      en: "sum of (\(flow.en) ÷ \(stock.en) × \(factor)) ÷ \(rates.count)")
  }

  /// The printed cells of all years.
  public var sources: [Citation] { rates.flatMap(\.sources).uniqued }

  /// The mean in the unit of the rates, unrounded.
  public var value: Double { rates.map(\.value).reduce(0, +) / Double(rates.count) }

  /// The mean with the digits of the definition, or `nil` if it has more than 18 digits.
  public var rounded: ExactDecimal? {
    rounded(to: definition.decimals, rule: definition.rounding)
  }

  /// The mean cut to `decimals` digits, computed in whole numbers.
  public func rounded(to decimals: Int, rule: RoundingRule) -> ExactDecimal? {
    fraction?.rounded(
      timesTenToThe: definition.scale.exponent, decimals: decimals, rule: rule)
  }

  /// The mean without its scale.
  package var fraction: ExactFraction? {
    let fractions = rates.compactMap(\.fraction)
    return fractions.count == rates.count ? ExactFraction.mean(of: fractions) : nil
  }
}

extension Collection<PopulationAccount> {
  /// The mean of the yearly crude rates of the accounts, each year with the same weight.
  ///
  /// - Throws: ``DemographyError`` if there is no year, a year is given twice, tables count different
  ///   populations, or the rate of a year cannot be computed.
  public func meanOfYearlyRates(
    of kind: CrudeRateKind, _ definition: RateDefinition
  ) throws(DemographyError) -> MeanOfYearlyRates {
    let period = try commonPeriod(for: kind.label)
    var rates: [CrudeRate] = []
    for account in self { rates.append(try account.crudeRate(of: kind, definition)) }
    return try MeanOfYearlyRates(
      kind: kind, definition: definition, rates: rates, period: period)
  }
}
