import Demography
import MunicipalModel
import Testing

@Suite("Published life tables")
struct PublishedLifeTableTests {
  /// 0, 1–4, 5–9, … and an open-ended group.
  static func abridged(openFrom age: Int) throws -> AgeClassification {
    let infants = [AgeGroup(singleYear: 0), AgeGroup(1, through: 4)].compactMap(\.self)
    return try AgeClassification(
      infants + AgeClassification.fiveYearGroups(openFrom: age).groups.dropFirst())
  }

  /// Austria's men of 1992 have the published life table, to the last person.
  ///
  /// Preston, Heuveline and Guillot, Demography (2001), box 3.1; population, deaths, nax, l and L as the
  /// R package demCore carries them over (`austria_1992_lt`).
  @Test func `A whole abridged life table`() throws {
    let population: [Double] = [
      47925, 189127, 234793, 238790, 254996, 326831, 355086, 324222, 269963, 261971, 238011, 261612,
      181385, 187962, 153832, 105169, 73694, 57512, 32248,
    ]
    let deaths: [Double] = [
      419, 70, 36, 46, 249, 420, 403, 441, 508, 769, 1154, 1866, 2043, 3496, 4366, 4337, 5279, 6460,
      6146,
    ]
    let lived = [
      0.068, 1.626, 2.5, 3.143, 2.724, 2.520, 2.481, 2.601, 2.701, 2.663, 2.698, 2.676, 2.645,
      2.624, 2.619, 2.593, 2.518, 2.423,
    ]
    let survivors: [Double] = [
      100000, 99133, 98986, 98910, 98815, 98334, 97704, 97151, 96492, 95588, 94195, 91937, 88711,
      83845, 76377, 66225, 53803, 37441, 21134,
    ]
    let personYears: [Double] = [
      99192, 396183, 494741, 494375, 492980, 490106, 487127, 484175, 480384, 474686, 465777, 452188,
      432096, 401480, 357713, 301224, 228404, 145182, 110889,
    ]
    let table = try LifeTable(
      ages: Self.abridged(openFrom: 85), deathRates: zip(deaths, population).map { $0 / $1 },
      averageYearsLived: .given(lived))
    let own = try #require(table.survivors)
    for row in survivors.indices {
      #expect(abs(own[row] - survivors[row]) <= 0.5, "l, row \(row + 1)")
      #expect(abs(table.personYearsLived[row] - personYears[row]) <= 1.5, "L, row \(row + 1)")
    }
    #expect(abs(table.lifeExpectancy - personYears.reduce(0, +) / 100_000) < 0.0001)
  }

  /// Life expectancies of the Census Bureau's spreadsheet LTPOPDTH come out to its two decimals.
  ///
  /// US Census Bureau, Population Analysis System, LTPOPDTH, as the tests of the R package DemoTools
  /// carry it over; men, region North with an infant mortality of 0.1: 0.33 and 1.558 years.
  @Test func `Life expectancies of the Population Analysis System`() throws {
    let population: [Double] = [
      100958, 466275, 624134, 559559, 446736, 370653, 301862, 249409, 247473, 223014, 172260,
      149338, 127242, 105715, 79614, 53660, 31021, 16805, 8000, 4000, 2000, 1000,
    ]
    let deaths: [Double] = [
      8674, 1592, 618, 411, 755, 1098, 1100, 1357, 1335, 3257, 2200, 4023, 2167, 4578, 2956, 4212,
      2887, 2351, 1500, 900, 500, 300,
    ]
    let published = [
      56.31, 61.53, 58.35, 53.63, 48.81, 44.21, 39.83, 35.52, 31.43, 27.22, 24.09, 20.52, 18.12,
      14.51, 12.42, 9.45, 7.85, 6.09, 4.95, 4.28, 3.85, 3.33,
    ]
    let ages = try Self.abridged(openFrom: 100)
    let lived = LifeTable.AverageYearsLived.given([0.33, 1.558] + Array(repeating: 2.5, count: 19))
    let registered = try LifeTable(
      ages: ages, deathRates: zip(deaths, population).map { $0 / $1 }, averageYearsLived: lived)
    let alive = try #require(registered.survivors)
    // The infant mortality takes the place of what the registered deaths give.
    let probabilities = [0.1] + (1..<21).map { 1 - alive[$0 + 1] / alive[$0] }
    let table = try LifeTable(
      ages: ages, probabilitiesOfDying: probabilities, closing: .deathRate(300 / 1000),
      averageYearsLived: lived)
    let survivors = try #require(table.survivors)
    for (row, expectancy) in published.enumerated() {
      let left = table.personYearsLived[row...].reduce(0, +) / survivors[row]
      #expect(abs(left - expectancy) < 0.006, "row \(row + 1)")
    }
  }
}
