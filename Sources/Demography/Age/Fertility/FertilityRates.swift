public import MunicipalModel

/// Fertility by age of mother (母の年齢別出生率), with the total fertility rate (合計特殊出生率) of the period.
///
/// Source: 厚生労働省, 人口動態統計 用語の解説; Preston, Heuveline and Guillot, Demography (2001), chapter 5.
public struct FertilityRates: Hashable, Sendable {
  static let subject = LocalizedText(ja: "母の年齢別出生率", en: "fertility by age of mother")

  /// The mothers' groups of ages; none is open-ended.
  public let ages: AgeClassification
  /// The births by age of mother.
  public let births: [Double]
  /// The women, in persons or person-years; above zero.
  public let women: [Double]
  /// Births for each woman and year.
  public let rates: [Double]

  /// Makes rates from births and women.
  ///
  /// 人口動態統計 counts the births of mothers of 14 and younger in the first group and those of 50 and over in
  /// the last; births of unknown age of mother are shared out by `resolvingAgeNotReported`.
  ///
  /// - Parameters:
  ///   - births: births of boys and girls by age of mother, of a year, or of several with person-years.
  ///   - women: a population with women, in the mothers' ages or finer; mid-year, or person-years.
  /// - Throws: ``AgeMethodError`` with `wrong-measure`, `missing-sex`, `age-not-reported-left`,
  ///   `unsupported-ages` if the mothers' last group is open-ended, `needs-splitting` or `not-covered`,
  ///   `missing-population` if the women are those of another time, or `denominator-not-positive`, naming
  ///   a group without women.
  public init(births: AgeTable, women: AgeTable) throws(AgeMethodError) {
    let subject = Self.subject
    try births.check([.births], subject: subject)
    try women.check([.population], subject: subject)
    if births.coveredSex != .both {
      throw AgeMethodError(
        code: .missingSex, subject: subject, sex: births.coveredSex == .male ? .female : .male)
    }
    if let first = births.period, let second = women.period, first != second,
      first.years.count > 1 || second.years.count > 1 || abs(first.year - second.year) > 1
    {
      throw AgeMethodError(
        code: .missingPopulation, subject: subject, text: "\(first.code), \(second.code)")
    }
    if let open = births.ages.openGroup {
      throw AgeMethodError(
        AgeTableError(code: .unsupportedAges, row: births.ages.count, age: open), subject: subject)
    }
    var counts: [Double] = []
    for (row, age) in births.ages.groups.enumerated() {
      counts.append(
        try AgeMethodError.wrapping(women.count(of: .female, at: age), subject: subject))
      guard counts[row] > 0 else {
        throw AgeMethodError(
          code: .denominatorNotPositive, subject: subject, row: row + 1, sex: .female, age: age,
          text: "0")
      }
    }
    ages = births.ages
    self.births = births.bothSexes().counts
    self.women = counts
    rates = zip(self.births, counts).map { $0 / $1 }
  }

  /// Makes rates that are known to be sound.
  init(ages: AgeClassification, births: [Double], women: [Double], rates: [Double]) {
    self.ages = ages
    self.births = births
    self.women = women
    self.rates = rates
  }

  /// What each group adds to the total: its rate × its width in years.
  public var contributions: [Double] {
    zip(ages.groups, rates).map { Double($0.width ?? 0) * $1 }
  }

  /// 合計特殊出生率: the children of a woman who lives through these rates, Σ width × rate.
  public var totalFertilityRate: Double { contributions.reduce(0, +) }

  /// The mean age at childbearing by these rates, in years; `nil` without births.
  ///
  /// Formula: Σ middle of the group × width × rate ÷ total fertility rate.
  public var meanAgeAtChildbearing: Double? {
    let total = totalFertilityRate
    guard total > 0 else { return nil }
    let sum = zip(ages.groups, contributions).reduce(0) {
      $0 + (Double($1.0.lowerAge) + Double($1.0.width ?? 0) / 2) * $1.1
    }
    return sum / total
  }

  /// The schedule of these rates, for a projection.
  ///
  /// - Throws: ``ProjectionError`` with `empty-schedule` without births.
  public func schedule() throws(ProjectionError) -> FertilitySchedule {
    try FertilitySchedule(ages: ages, weights: contributions)
  }
}
