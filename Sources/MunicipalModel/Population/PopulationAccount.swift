/// A number with the printed cells that it comes from.
public struct TracedNumber: Hashable, Sendable, Codable {
  /// The number, in persons.
  public let value: Int
  /// The cells it was read from, or computed from.
  public let sources: [Citation]
  /// How it was computed; `nil` if it was read.
  public let formula: LocalizedText?

  /// Makes a number.
  public init(_ value: Int, sources: [Citation], formula: LocalizedText? = nil) {
    self.value = value
    self.sources = sources
    self.formula = formula
  }
}

/// One year of a municipality's population: the stock at both ends and the flows between.
///
/// Unit: persons. What is `nil` was not printed and cannot be computed from what was.
public struct PopulationAccount: Hashable, Sendable, Codable {
  /// The year.
  public let period: Period
  /// What the figures count.
  public let definition: PopulationDefinition
  /// The population at the end of the year before (前年末人口).
  public let openingStock: TracedNumber?
  /// The population at the end of the year (年末人口).
  public let closingStock: TracedNumber?
  /// 出生
  public let births: TracedNumber?
  /// 死亡
  public let deaths: TracedNumber?
  /// 自然増減: births less deaths, as printed.
  public let naturalChange: TracedNumber?
  /// 転入
  public let inMigrants: TracedNumber?
  /// 転出
  public let outMigrants: TracedNumber?
  /// 社会増減: in-migrants less out-migrants, as printed.
  public let socialChange: TracedNumber?
  /// The change of the stock, as printed.
  public let totalChange: TracedNumber?
  /// 老年人口: residents of 65 and over at the end of the year.
  public let elderlyPopulation: TracedNumber?

  /// Makes an account.
  public init(
    period: Period, definition: PopulationDefinition, openingStock: TracedNumber?,
    closingStock: TracedNumber?, births: TracedNumber?, deaths: TracedNumber?,
    naturalChange: TracedNumber?, inMigrants: TracedNumber?, outMigrants: TracedNumber?,
    socialChange: TracedNumber?, totalChange: TracedNumber? = nil,
    elderlyPopulation: TracedNumber? = nil
  ) {
    self.period = period
    self.definition = definition
    self.openingStock = openingStock
    self.closingStock = closingStock
    self.births = births
    self.deaths = deaths
    self.naturalChange = naturalChange
    self.inMigrants = inMigrants
    self.outMigrants = outMigrants
    self.socialChange = socialChange
    self.totalChange = totalChange
    self.elderlyPopulation = elderlyPopulation
  }
}
