import Demography
import MunicipalModel
import Testing

/// Births by age of mother over women.
@Suite("Fertility by age of mother")
struct FertilityRatesTests {
  static func table(
    _ measure: AgeMeasure, _ counts: [Double], period: Period? = nil, from age: Int = 15,
    width: Int = 5, sex: Sex
  ) throws -> AgeTable {
    let groups = counts.indices.compactMap {
      AgeGroup(age + $0 * width, through: age + ($0 + 1) * width - 1)
    }
    return try AgeTable(
      measure, period: period, ages: AgeClassification(groups),
      columns: [AgeTable.Column(sex, counts)])
  }

  /// 社人研, 人口統計資料集 (2004), table 4-8: Japan in 2002, 15 to 34 years; women, births and rates.
  @Test func `Japan's rates by single age`() throws {
    let women: [Double] = [
      655_141, 665_137, 694_712, 722_506, 729_894, 725_790, 733_245, 763_920, 778_318, 806_198,
      823_866, 867_468, 908_878, 958_056, 980_048, 959_446, 937_167, 911_536, 897_686, 880_154,
    ]
    let births: [Double] = [
      301, 1123, 3027, 5646, 11_304, 16_551, 22_583, 29_121, 37_044, 47_196, 58_056, 72_987, 87_557,
      100_303, 106_919, 102_200, 93_071, 81_485, 70_778, 58_953,
    ]
    let published = [
      0.00046, 0.00169, 0.00436, 0.00781, 0.01549, 0.02280, 0.03080, 0.03812, 0.04759, 0.05854,
      0.07047, 0.08414, 0.09634, 0.10469, 0.10910, 0.10652, 0.09931, 0.08939, 0.07884, 0.06698,
    ]
    let result = try FertilityRates(
      births: Self.table(.births, births, width: 1, sex: .both),
      women: Self.table(.population, women, width: 1, sex: .female))
    for (rate, figure) in zip(result.rates, published) {
      #expect(abs(rate - figure) < 0.000_006)
    }
    // The published rates of these ages add up to 1.13344.
    #expect(abs(result.totalFertilityRate - 1.13344) < 0.0001)
  }

  /// 大分県, 合計特殊出生率 (health data of the prefecture), 2014: women and births of 15–19 to 30–34, and what
  /// each group adds to the total, printed to five decimals.
  @Test func `A prefecture's groups of five years`() throws {
    let published = [0.02404, 0.18940, 0.52712, 0.51839]
    let year = Period.calendarYear(2014)
    let result = try FertilityRates(
      births: Self.table(.births, [125, 947, 2741, 3214], period: year, sex: .both),
      women: Self.table(
        .population, [26_000, 25_000, 26_000, 31_000], period: year, sex: .female))
    for (contribution, figure) in zip(result.contributions, published) {
      #expect(abs(contribution - figure) < 0.000_006)
    }
    #expect(abs(result.totalFertilityRate - 1.25895) < 0.000_02)
    // (17.5 × 0.02404 + 22.5 × 0.18940 + 27.5 × 0.52712 + 32.5 × 0.51839) ÷ 1.25895.
    #expect(abs(try #require(result.meanAgeAtChildbearing) - 36.025_675 / 1.258_95) < 0.001)
    let again = try result.schedule().rates(totalFertility: result.totalFertilityRate)
    #expect(zip(again, result.rates).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  /// 10 births of 100 women of 20–29, 6 of 200 of 30–34: 10 × 0.1 + 5 × 0.03 = 1.15.
  @Test func `Groups of any width, of boys and girls`() throws {
    let ages = try AgeClassification(["20-29", "30-34"].compactMap { AgeGroup(printed: $0) })
    let births = try AgeTable(
      .births, ages: ages,
      columns: [AgeTable.Column(.male, [4, 3]), AgeTable.Column(.female, [6, 3])])
    let women = try AgeTable(
      .population, ages: .fiveYearGroups(openFrom: 40),
      columns: [
        AgeTable.Column(.male, [9, 9, 9, 9, 9, 9, 9, 9, 9]),
        AgeTable.Column(.female, [9, 9, 9, 9, 40, 60, 200, 9, 9]),
      ])
    let result = try FertilityRates(births: births, women: women)
    #expect(result.births == [10, 6] && result.women == [100, 200])
    #expect(abs(result.totalFertilityRate - 1.15) < 1e-12)
    // (25 × 1 + 32.5 × 0.15) ÷ 1.15.
    #expect(abs(try #require(result.meanAgeAtChildbearing) - 29.875 / 1.15) < 1e-12)
    let none = try FertilityRates(
      births: AgeTable(.births, ages: ages, columns: [AgeTable.Column(.both, [0, 0])]), women: women
    )
    #expect(none.totalFertilityRate == 0 && none.meanAgeAtChildbearing == nil)
    #expect(
      try #require(throws: ProjectionError.self) { try none.schedule() }.code == .emptySchedule)
  }

  @Test func `What gives no fertility is refused`() throws {
    let births = try Self.table(.births, [1, 2], period: .calendarYear(2020), sex: .both)
    func women(_ period: Period?, _ counts: [Double] = [10, 10]) throws -> AgeTable {
      try Self.table(.population, counts, period: period, sex: .female)
    }
    func error(_ births: AgeTable, _ women: AgeTable) throws -> AgeMethodError {
      try #require(throws: AgeMethodError.self) { try FertilityRates(births: births, women: women) }
    }
    let day = try #require(Period(code: "2020-10-01"))
    #expect(try FertilityRates(births: births, women: women(day)).rates == [0.1, 0.2])
    #expect(try error(births, women(.calendarYear(1950))).code == .missingPopulation)
    // Five years of births over the women of one day would be five times too much.
    let five = try Self.table(
      .births, [1, 2], period: .span(.calendarYear(2016), .calendarYear(2020)), sex: .both)
    #expect(try error(five, women(day)).text == "CY2016/CY2020, 2020-10-01")
    #expect(try error(Self.table(.deaths, [1, 2], sex: .both), women(nil)).code == .wrongMeasure)
    let girls = try error(Self.table(.births, [1, 2], sex: .female), women(nil))
    #expect(girls.code == .missingSex && girls.sex == .male)
    #expect(
      try error(births, Self.table(.population, [10, 10], sex: .both)).code.rawValue
        == "missing-sex")
    let nobody = try error(births, women(day, [10, 0]))
    #expect(nobody.code == .denominatorNotPositive && nobody.age?.description == "20-24")
    let open = try AgeTable(
      .births, ages: .fiveYearGroups(openFrom: 15), columns: [AgeTable.Column(.both, [0, 0, 0, 9])])
    #expect(try error(open, women(nil)).code.rawValue == "unsupported-ages")
    #expect(
      try error(births, Self.table(.population, [10], from: 15, width: 10, sex: .female)).code
        .rawValue == "needs-splitting")
    for total in [-0.2, .nan, .infinity] {
      #expect(throws: ProjectionError.self) {
        try FertilitySchedule(ages: births.ages, weights: [1, 1]).rates(totalFertility: total)
      }
    }
  }
}
