public import MunicipalModel

/// The population at risk of moving, by age: what a rate from registered movers divides by.
///
/// The denominator is a value, because rates of different denominators cannot be compared.
public struct AgeExposure: Hashable, Sendable {
  /// Which population it is.
  public enum Denominator: String, Hashable, Sendable, Codable, CaseIterable {
    /// 前年末人口: the band's population at the end of the year before (岩見沢市).
    case previousYearEnd = "previous_year_end"
    /// 年央人口: the mid-year population.
    case midYear = "mid_year"
    /// 延べ人口（人年）: the years lived in the band during the period.
    case personYears = "person_years"

    /// The name in the terms of the field.
    public var label: LocalizedText {
      switch self {
      case .previousYearEnd: RateDenominator.previousYearEnd.label
      case .midYear: RateDenominator.midYear.label
      case .personYears: LocalizedText(ja: "延べ人口（人年）", en: "person-years")
      }
    }
  }

  /// Which population it is.
  public let denominator: Denominator
  /// The population by age, in persons or person-years.
  public let population: AgeTable

  private init(_ denominator: Denominator, _ population: AgeTable) throws(AgeMethodError) {
    try population.check([.population], subject: denominator.label)
    self.denominator = denominator
    self.population = population
  }

  /// The population of each band at the end of the year before (前年末人口).
  ///
  /// Source: Iwamizawa's 年代別社会増減率, social change ÷ previous year-end population of the age band.
  ///
  /// - Throws: ``AgeMethodError`` with `wrong-measure` or `age-not-reported-left`.
  public static func previousYearEnd(_ stock: AgeTable) throws(AgeMethodError) -> Self {
    try Self(.previousYearEnd, stock)
  }

  /// A mid-year population (年央人口) as it was published.
  ///
  /// - Throws: ``AgeMethodError`` with `wrong-measure` or `age-not-reported-left`.
  public static func midYear(_ stock: AgeTable) throws(AgeMethodError) -> Self {
    try Self(.midYear, stock)
  }

  /// The mean of the opening and the closing stock, which stands for the mid-year population.
  ///
  /// - Throws: ``AgeMethodError``, also with `different-tables` or `missing-sex`.
  public static func midYear(
    opening: AgeTable, closing: AgeTable
  ) throws(AgeMethodError) -> Self {
    try Self(.midYear, mean(opening, closing, years: 1))
  }

  /// Person-years (人年) as they were counted or published.
  ///
  /// - Throws: ``AgeMethodError`` with `wrong-measure` or `age-not-reported-left`.
  public static func personYears(_ table: AgeTable) throws(AgeMethodError) -> Self {
    try Self(.personYears, table)
  }

  /// Person-years from two stocks: their mean × the years between them.
  ///
  /// Source: Preston, Heuveline and Guillot, Demography (2001), chapter 1.
  ///
  /// - Throws: ``AgeMethodError``, also with `parameter-out-of-range` if `years` is not above zero.
  public static func personYears(
    opening: AgeTable, closing: AgeTable, years: Double
  ) throws(AgeMethodError) -> Self {
    guard years > 0, years.isFinite else {
      throw AgeMethodError(
        code: .parameterOutOfRange, subject: Denominator.personYears.label, text: "\(years)")
    }
    return try Self(.personYears, mean(opening, closing, years: years))
  }

  private static func mean(
    _ opening: AgeTable, _ closing: AgeTable, years: Double
  ) throws(AgeMethodError) -> AgeTable {
    let subject = Denominator.midYear.label
    try opening.check([.population], subject: subject)
    try closing.check([.population], subject: subject)
    let closing = try closing.aligned(with: opening, subject: subject)
    do throws(AgeTableError) {
      return try AgeTable(meanOf: opening, closing, years: years, period: closing.period)
    } catch {
      throw AgeMethodError(error, subject: subject)
    }
  }
}
