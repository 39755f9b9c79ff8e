public import MunicipalModel

/// A figure as an index number with its base year at 100 (指数).
///
/// Formula: figure ÷ figure of the base year × 100. Without unit.
public struct IndexNumber: Hashable, Sendable, Codable {
  /// What is indexed.
  public let item: AccountItem
  /// The year.
  public let period: Period
  /// The figure of the year, in persons.
  public let figure: TracedNumber
  /// The year whose index is 100.
  public let basePeriod: Period
  /// The figure of the base year, in persons; above zero.
  public let base: TracedNumber

  init(
    item: AccountItem, period: Period, figure: TracedNumber, basePeriod: Period,
    base: TracedNumber
  ) throws(DemographyError) {
    guard base.value > 0 else {
      throw DemographyError(
        code: .denominatorNotPositive, subject: item.label, period: basePeriod)
    }
    self.item = item
    self.period = period
    self.figure = figure
    self.basePeriod = basePeriod
    self.base = base
  }

  /// Decodes an index number, whose base must be above zero.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      item: container.decode(AccountItem.self, forKey: .item),
      period: container.decode(Period.self, forKey: .period),
      figure: container.decode(TracedNumber.self, forKey: .figure),
      basePeriod: container.decode(Period.self, forKey: .basePeriod),
      base: container.decode(TracedNumber.self, forKey: .base))
  }
}

extension IndexNumber: DerivedFigure {
  /// What is indexed, with both years.
  public var label: LocalizedText {
    LocalizedText(
      ja: "\(period.label.ja) \(item.label.ja)の指数（\(basePeriod.label.ja)＝100）",
      en: "index of \(item.label.en), \(period.label.en) (\(basePeriod.label.en) = 100)")
  }

  /// No unit.
  public var unit: LocalizedText { LocalizedText("") }

  /// How it is computed, in words.
  public var formula: LocalizedText {
    LocalizedText(
      ja: "\(period.label.ja) ÷ \(basePeriod.label.ja) × 100",
      en: "\(period.label.en) ÷ \(basePeriod.label.en) × 100")
  }

  /// The printed cells of both figures.
  public var sources: [Citation] { (figure.sources + base.sources).uniqued }

  /// The index, unrounded.
  public var value: Double { Double(figure.value) * 100 / Double(base.value) }

  /// The index cut to `decimals` digits, computed in whole numbers.
  public func rounded(to decimals: Int, rule: RoundingRule) -> ExactDecimal? {
    percent(figure, of: base, decimals: decimals, rule: rule)
  }
}

extension Collection<PopulationAccount> {
  /// The index numbers of a figure, with one of the years at 100.
  ///
  /// - Parameters:
  ///   - item: the figure, such as the closing stock.
  ///   - basePeriod: the year whose index is 100.
  /// - Returns: one index a year, in the order of the accounts.
  /// - Throws: ``DemographyError`` if the base year is not among the years, its figure is zero or less, or
  ///   a year lacks the figure.
  public func indexNumbers(
    of item: AccountItem, base basePeriod: Period
  ) throws(DemographyError) -> [IndexNumber] {
    _ = try commonPeriod(for: item.label)
    guard let account = first(where: { $0.period == basePeriod }) else {
      throw DemographyError(code: .missingBasePeriod, subject: item.label, period: basePeriod)
    }
    let base = try account.figure(item)
    var indices: [IndexNumber] = []
    for account in self {
      indices.append(
        try IndexNumber(
          item: item, period: account.period, figure: try account.figure(item),
          basePeriod: basePeriod, base: base))
    }
    return indices
  }
}

/// A number in percent of another, exactly rounded; `nil` if no `ExactDecimal` holds it.
func percent(
  _ part: TracedNumber, of whole: TracedNumber, decimals: Int, rule: RoundingRule
) -> ExactDecimal? {
  guard let part = ExactDecimal(exactly: part.value),
    let whole = ExactDecimal(exactly: whole.value)
  else { return nil }
  return .quotient(of: part, by: whole, timesTenToThe: 2, decimals: decimals, rule: rule)
}
