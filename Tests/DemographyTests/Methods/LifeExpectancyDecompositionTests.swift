import MunicipalModel
import Testing

@testable import Demography

@Suite("Decomposition of life expectancy by age")
struct LifeExpectancyDecompositionTests {
  static func ages() throws -> AgeClassification {
    let closed = ["0", "1-4"] + stride(from: 5, to: 85, by: 5).map { "\($0)-\($0 + 4)" }
    return try AgeClassification((closed + ["85+"]).compactMap { AgeGroup(printed: $0) })
  }

  // American women of 1935 and 1995, l(x) of each born and e(x): Bell, Wade and Goss, Life Tables for the United
  // States Social Security Area (1992), in Preston, Heuveline and Guillot (2001), box 3.4.
  static let survivors1935 = [
    1, 0.95458, 0.93887, 0.93174, 0.92613, 0.91681, 0.90341, 0.88746, 0.86997, 0.84847, 0.82368,
    0.79012, 0.74539, 0.68688, 0.60779, 0.50757, 0.38276, 0.23930, 0.12281,
  ]
  static let expectancies1935 = [
    63.32, 65.32, 62.39, 57.85, 53.19, 48.70, 44.38, 40.14, 35.89, 31.74, 27.61, 23.67, 19.94,
    16.41, 13.21, 10.31, 7.82, 6.03, 4.49,
  ]
  static let survivors1995 = [
    1, 0.99321, 0.99179, 0.99096, 0.98999, 0.98772, 0.98524, 0.98206, 0.97769, 0.97152, 0.96298,
    0.95048, 0.93085, 0.90071, 0.85504, 0.78775, 0.69655, 0.57275, 0.41424,
  ]
  static let expectancies1995 = [
    79.00, 78.54, 74.65, 69.71, 64.78, 59.92, 55.06, 50.23, 45.45, 40.72, 36.06, 31.49, 27.10,
    22.92, 19.00, 15.40, 12.07, 9.12, 6.62,
  ]

  static func decomposition(
    _ weighting: LifeExpectancyDecomposition.Weighting
  ) throws -> LifeExpectancyDecomposition {
    try LifeExpectancyDecomposition(
      ages: ages(),
      first: .init(survivors: survivors1935, expectancies: expectancies1935),
      second: .init(survivors: survivors1995, expectancies: expectancies1995), weighting: weighting)
  }

  /// Ponnapalli, Demographic Research 12 (2005), appendix 1, Arriaga's method in the mean of both directions, with the
  /// figures that decompositionLE (Hertfordshire County Council) computes from the same table.
  @Test func `American women of 1935 and 1995`() throws {
    let result = try Self.decomposition(.mean)
    let total = [
      2.8051081, 1.0399461, 0.4333348, 0.2976956, 0.4195021, 0.5990223, 0.6536626, 0.5999136,
      0.6600597, 0.6231166, 0.7428925, 0.8048068, 0.8333338, 0.9327126, 0.9383034, 1.0030556,
      1.0389165, 0.6826590, 0.5719583,
    ]
    let direct = [
      0.02645220, 0.03890153, 0.01835259, 0.01264484, 0.01658115, 0.02818036, 0.04102099,
      0.02330090, 0.04856497, 0.03666408, 0.06641661, 0.07906885, 0.08717324, 0.12886018,
      0.15499332, 0.20366438, 0.28108338, 0.24621067, 0.57195825,
    ]
    for (effect, (total, direct)) in zip(result.effects, zip(total, direct)) {
      #expect(abs(effect.total - total) < 1e-6, "\(effect.age)")
      #expect(abs(effect.direct - direct) < 1e-6, "\(effect.age)")
    }
    #expect(abs(result.difference - 15.68) < 1e-9)
    #expect(abs(result.effects.reduce(0) { $0 + $1.total } - 15.68) < 1e-9)
    #expect(result.effects[18].indirect == 0 && result.effects[18].age.description == "85+")
  }

  /// The first group by hand, as Arriaga writes it: direct 63.32 − 62.35318 (l × e of 1 year) lived below one in 1935,
  /// 79.00 − 78.00671 in 1995; indirect 0.99321 × 78.54 × (1 − 0.95458 ÷ 0.99321).
  @Test func `Weighted with the first table`() throws {
    let result = try Self.decomposition(.first)
    let lived1935 = 63.32 - 0.95458 * 65.32
    let lived1995 = 79.00 - 0.99321 * 78.54
    #expect(abs(result.effects[0].direct - (lived1995 - lived1935)) < 1e-9)
    #expect(
      abs(result.effects[0].indirect - 0.99321 * 78.54 * (1 - 0.95458 / 0.99321)) < 1e-9)
    #expect(abs(result.effects.reduce(0) { $0 + $1.total } - 15.68) < 1e-9)
    #expect(abs(result.effects[18].total - 0.12281 * (6.62 - 4.49)) < 1e-9)
  }

  @Test func `Of two life tables, with any radix`() throws {
    let ages = try AgeClassification(["0-29", "30-59", "60+"].compactMap { AgeGroup(printed: $0) })
    let first = try LifeTable(ages: ages, deathRates: [0.004, 0.01, 0.08])
    let second = try LifeTable(ages: ages, deathRates: [0.002, 0.01, 0.06], radix: 1)
    let there = try LifeExpectancyDecomposition(from: first, to: second)
    #expect(abs(there.difference - (second.lifeExpectancy - first.lifeExpectancy)) < 1e-9)
    #expect(abs(there.effects.reduce(0) { $0 + $1.total } - there.difference) < 1e-9)
    // Where the death rates agree, nothing is added.
    #expect(abs(there.effects[1].direct) < 1e-12)
    #expect(there.effects[0].total > 0 && there.effects[2].total > 0)
    let mean = try LifeExpectancyDecomposition(from: first, to: second, weighting: .mean)
    let back = try LifeExpectancyDecomposition(from: second, to: first, weighting: .mean)
    for (one, other) in zip(mean.effects, back.effects) {
      #expect(abs(one.total + other.total) < 1e-9)
    }
    #expect(abs(there.effects[0].total - mean.effects[0].total) > 1e-6)
    let same = try LifeExpectancyDecomposition(from: first, to: first)
    #expect(same.effects.allSatisfy { abs($0.total) < 1e-12 })
  }

  @Test func `Tables of other ages or without survivors are refused`() throws {
    let ages = try AgeClassification(["0-29", "30+"].compactMap { AgeGroup(printed: $0) })
    let other = try AgeClassification(["0-19", "20+"].compactMap { AgeGroup(printed: $0) })
    let table = try LifeTable(ages: ages, deathRates: [0.004, 0.02])
    let error = #expect(throws: AgeMethodError.self) {
      try LifeExpectancyDecomposition(
        from: table, to: LifeTable(ages: other, deathRates: [0.004, 0.02]))
    }
    #expect(error?.code == .differentTables && error?.row == 1)
    let dead = try LifeTable(
      ages: ages, probabilitiesOfDying: [1], closing: .remainingLifeExpectancy(1))
    let none = #expect(throws: AgeMethodError.self) {
      try LifeExpectancyDecomposition(from: table, to: dead)
    }
    #expect(none?.code == .impossibleLifeTable && none?.age?.description == "30+")
  }
}
