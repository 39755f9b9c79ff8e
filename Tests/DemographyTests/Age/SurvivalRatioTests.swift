import MunicipalModel
import Testing

@testable import Demography

@Suite("Survival ratios from life tables")
struct SurvivalRatioTests {
  /// 厚生労働省, 介護保険の資料「0.生命表」(2002): men, 定常人口 of 1995 and 2000, 0–4 to 85 and over.
  static let stationary1995 = [
    497370, 496504, 496029, 495213, 493527, 491738, 489836, 487487, 484037, 478311, 468968,
    454565, 431706, 397352, 349256, 281969, 194900, 149200,
  ].map(Double.init)
  static let stationary2000 = [
    498011, 497389, 497028, 496310, 494872, 493152, 491244, 488813, 485355, 479870, 471046,
    456982, 436516, 405700, 360873, 298842, 216918, 193359,
  ].map(Double.init)
  /// 生残率 of 1995 from birth, from 0–4, … and from 80 and over.
  static let published1995 = [
    0.99474, 0.99826, 0.99904, 0.99835, 0.99660, 0.99638, 0.99613, 0.99520, 0.99292, 0.98817,
    0.98047, 0.96929, 0.94971, 0.92042, 0.87896, 0.80734, 0.69121, 0.43359,
  ]

  static func ratios(_ stationary: [Double]) throws -> SurvivalRatios {
    try SurvivalRatios(
      LifeTable(ages: .fiveYearGroups(openFrom: 85), personYearsLived: stationary), sex: .male,
      years: 5, ages: .fiveYearGroups(openFrom: 80))
  }

  @Test func `Published ratios of a stationary population`() throws {
    let ratios = try Self.ratios(Self.stationary1995)
    let all = ratios.birthRatios + ratios.ratios
    #expect(all.count == Self.published1995.count)
    for (row, published) in Self.published1995.enumerated() {
      #expect(abs(all[row] - published) <= 0.000_011, "row \(row + 1)")
    }
  }

  /// 期間生残率 1995–2000 from birth, from 60–64, from 70–74 and from 80 and over.
  @Test func `The mean of two tables`() throws {
    let mean = try SurvivalRatios.mean(
      Self.ratios(Self.stationary1995), Self.ratios(Self.stationary2000))
    #expect(abs(mean.birthRatios[0] - 0.99538) < 0.000_011)
    for (row, published) in [(12, 0.92491), (14, 0.81773), (16, 0.45244)] {
      #expect(abs(mean.ratios[row] - published) < 0.000_011)
    }
  }

  /// 厚生労働省, 平成18年簡易生命表(女): 死亡率 0–19, 平均余命 at 20 years 66.22 and at birth 85.81.
  @Test func `A complete table from its probabilities`() throws {
    let probabilities = [
      0.00248, 0.00036, 0.00025, 0.00017, 0.00013, 0.00011, 0.00010, 0.00009, 0.00008, 0.00007,
      0.00007, 0.00007, 0.00007, 0.00008, 0.00010, 0.00012, 0.00014, 0.00018, 0.00021, 0.00025,
    ]
    let table = try LifeTable(
      ages: .singleYears(openFrom: 20), probabilitiesOfDying: probabilities,
      closing: .remainingLifeExpectancy(66.22))
    #expect(abs(table.lifeExpectancy - 85.81) < 0.01)
    let survivors = try #require(table.survivors)
    for (age, published) in [(1, 99752.0), (5, 99661), (10, 99616), (15, 99578), (20, 99489)] {
      #expect(abs(survivors[age] - published) < 4)
    }
    // 定常人口 at 5 years, which the table prints as 99,655.
    #expect(abs(table.personYearsLived[5] - 99655) < 4)
  }

  /// Austria, males, 1992: Preston, Heuveline and Guillot (2001), box 3.1.
  @Test func `An abridged table from death rates`() throws {
    let rates = [
      0.0087428273, 0.0003701217, 0.0001533265, 0.0001926379, 0.0009764859, 0.0012850678,
      0.0011349363, 0.0013601791, 0.0018817393, 0.0029354394, 0.0048485154,
    ]
    let lived = [0.068, 1.626, 2.5, 3.143, 2.724, 2.520, 2.481, 2.601, 2.701, 2.663, 2.698]
    let published = [
      0.008672164, 0.001479187, 0.000766339, 0.000962845, 0.004871602, 0.006404927, 0.005658505,
      0.006778776, 0.009368169, 0.014577196, 0.023974985,
    ]
    let groups = ["0", "1-4"] + (1...9).map { "\($0 * 5)-\($0 * 5 + 4)" } + ["50+"]
    let ages = try AgeClassification(groups.compactMap { AgeGroup(printed: $0) })
    let table = try LifeTable(
      ages: ages, deathRates: rates + [0.03], averageYearsLived: .given(lived), radix: 1)
    let survivors = try #require(table.survivors)
    for (row, probability) in published.enumerated() {
      #expect(abs(1 - survivors[row + 1] / survivors[row] - probability) < 1e-8)
    }
    #expect(abs(table.personYearsLived[11] - survivors[11] / 0.03) < 1e-12)
    // The same table from its probabilities.
    let again = try LifeTable(
      ages: ages, probabilitiesOfDying: published + [1], closing: .deathRate(0.03),
      averageYearsLived: .given(lived), radix: 1)
    #expect(zip(again.personYearsLived, table.personYearsLived).allSatisfy { abs($0 - $1) < 1e-6 })
    // 0 and 1–4 are pooled to 0–4.
    let ratios = try SurvivalRatios(
      table, sex: .male, years: 5, ages: .fiveYearGroups(openFrom: 45))
    let first = table.personYearsLived[0] + table.personYearsLived[1]
    #expect(ratios.ratios[0] == table.personYearsLived[2] / first)
    #expect(ratios.birthRatios == [first / 5])
  }

  @Test func `A stationary population neither gains nor loses`() throws {
    let table = try LifeTable(
      ages: .fiveYearGroups(openFrom: 85), personYearsLived: Self.stationary1995)
    for years in [5, 10] {
      let stock = try AgeTable(
        .population, ages: table.ages, columns: [AgeTable.Column(.male, Self.stationary1995)])
      let ratios = try SurvivalRatios(
        table, sex: .male, years: years, ages: .fiveYearGroups(openFrom: 85 - years))
      let births = try AgeTable(
        .births, ages: #require(ratios.birthAges),
        columns: [AgeTable.Column(.male, [Int](repeating: 500_000, count: years / 5))])
      let result = try IntercensalPair(start: stock, end: stock, years: years)
        .survivalRatioResidual(.average, ratios, births: births)
      #expect(result.rows.allSatisfy { abs($0.netMigrants) < 1e-6 })
      #expect(result.rows.count == 18)
    }
  }

  @Test func `Closing the open interval`() throws {
    let ages = try AgeClassification.singleYears(openFrom: 2)
    func table(_ closing: LifeTable.OpenIntervalClosing, _ probabilities: [Double] = [0.1, 0.2])
      throws
      -> LifeTable
    {
      try LifeTable(
        ages: ages, probabilitiesOfDying: probabilities, closing: closing, radix: 1)
    }
    #expect(try table(.deathRate(0.5)).personYearsLived[2] == 0.9 * 0.8 * 2)
    #expect(abs(try table(.remainingLifeExpectancy(3)).personYearsLived[2] - 2.16) < 1e-12)
    let constant = try table(.constantForceOfLastGroup).personYearsLived[2]
    #expect(abs(constant - 0.72 / 0.22314355131) < 1e-9)
    #expect(try table(.deathRate(0.5), [0.1, 1]).personYearsLived[2] == 0)
    for closing in [LifeTable.OpenIntervalClosing.deathRate(0), .deathRate(-1), .deathRate(.nan)] {
      #expect(throws: AgeMethodError.self) { try table(closing) }
    }
    #expect(throws: AgeMethodError.self) { try table(.constantForceOfLastGroup, [0.1, 0]) }
  }

  @Test func `Coale and Demeny's infants`() throws {
    let ages = try AgeClassification(
      ["0", "1-4", "5+"].compactMap { AgeGroup(printed: $0) })
    for (sex, infant, child) in [(Sex.male, 0.07184, 1.62284), (.female, 0.081, 1.50682)] {
      let table = try LifeTable(
        ages: ages, deathRates: [0.01, 0.001, 0.02], averageYearsLived: .coaleDemenyWest(sex),
        radix: 1)
      let survivors = try #require(table.survivors)
      #expect(
        abs(table.personYearsLived[0] - survivors[1] - infant * (1 - survivors[1])) < 1e-12)
      let deaths = survivors[1] - survivors[2]
      #expect(abs(table.personYearsLived[1] - 4 * survivors[2] - child * deaths) < 1e-12)
    }
  }
}
