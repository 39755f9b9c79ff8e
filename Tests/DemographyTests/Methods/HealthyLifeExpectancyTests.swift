import MunicipalModel
import Testing

@testable import Demography

@Suite("Healthy life expectancy")
struct HealthyLifeExpectancyTests {
  /// French women of 1991 from 65 on: Hauet, Practical Guide on Health Expectancy Calculation (Euro-REVES, 1996),
  /// table 1; shares without disability 0.804, 0.714, 0.630, 0.487 and 0.290.
  static func france() throws -> LifeTable {
    let ages = try AgeClassification(
      ["65-69", "70-74", "75-79", "80-84", "85+"].compactMap { AgeGroup(printed: $0) })
    return try LifeTable(
      ages: ages, personYearsLived: [436_589, 408_793, 364_013, 290_533, 289_068], radix: 89_367,
      survivors: [89_367, 84_968, 78_012, 66_625, 48_532])
  }

  /// The guide prints shares of three digits, and years to one.
  @Test func `French women of 1991`() throws {
    let healthy: [Double] = [350_877, 291_942, 229_175, 141_559, 83_967]
    let lived: [Double] = [436_589, 408_793, 364_013, 290_533, 289_068]
    let shares = zip(healthy, lived).map { $0 / $1 }
    for (share, printed) in zip(shares, [0.804, 0.714, 0.630, 0.487, 0.290]) {
      #expect(abs(share - printed) < 0.0006)
    }
    let result = try HealthyLifeExpectancy(Self.france(), healthyShares: shares)
    for (row, printed) in zip(result.rows, [12.3, 8.8, 5.8, 3.4, 1.7]) {
      #expect(abs(row.healthy - printed) < 0.051, "\(row.age)")
    }
    // 1,097,520 ÷ 89,367.
    #expect(abs(result.value - 1_097_520 / 89_367.0) < 1e-9)
    #expect(abs(result.rows[0].lifeExpectancy - 1_788_996 / 89_367.0) < 1e-9)
    #expect(result.rows[0].standardError == nil && result.rows[0].confidenceInterval == nil)
    for row in result.rows {
      #expect(abs(row.healthy + row.unhealthy - row.lifeExpectancy) < 1e-12)
    }
  }

  /// By hand: 10 alive live 50 and 30 years; 0.8 and 0.5 healthy of 100 and 25 asked: the variance of the sum is
  /// 50² × 0.16 ÷ 100 + 30² × 0.25 ÷ 25 = 4 + 9, and 13 ÷ 10² has the root 0.36056.
  @Test func `The sampling of the shares has its standard error`() throws {
    let ages = try AgeClassification(["0-4", "5+"].compactMap { AgeGroup(printed: $0) })
    let table = try LifeTable(
      ages: ages, personYearsLived: [50, 30], radix: 10, survivors: [10, 10])
    let result = try HealthyLifeExpectancy(
      table, healthyShares: [0.8, 0.5], sampleSizes: [100, 25])
    #expect(abs(result.value - 5.5) < 1e-12)
    #expect(abs(try #require(result.rows[0].standardError) - 0.360555) < 1e-6)
    // The second group's own: 30 × 0.5 ÷ 10, ± 1.96 × √9 ÷ 10.
    let interval = try #require(result.rows[1].confidenceInterval)
    #expect(abs(interval.lowerBound - 0.912011) < 1e-5)
    #expect(abs(interval.upperBound - 2.087989) < 1e-5)
  }

  @Test func `All healthy is the life expectancy, none is nothing`() throws {
    let table = try Self.france()
    let all = try HealthyLifeExpectancy(table, healthyShares: [1, 1, 1, 1, 1])
    #expect(all.rows.allSatisfy { $0.healthy == $0.lifeExpectancy && $0.unhealthy == 0 })
    let none = try HealthyLifeExpectancy(table, healthyShares: [0, 0, 0, 0, 0])
    #expect(none.rows.allSatisfy { $0.healthy == 0 })
  }

  @Test func `Shares in percent and missing figures are refused`() throws {
    func error(_ shares: [Double], _ sizes: [Double]? = nil) throws -> AgeMethodError {
      try #require(throws: AgeMethodError.self) {
        try HealthyLifeExpectancy(Self.france(), healthyShares: shares, sampleSizes: sizes)
      }
    }
    let percent = try error([80.4, 71.4, 63, 48.7, 29])
    #expect(percent.code == .parameterOutOfRange && percent.age?.description == "65-69")
    #expect(percent.message.en.contains("0.85"))
    #expect(try error([0.8, 0.7]).code == .differentTables)
    #expect(try error([0.8, 0.7, 0.6, 0.5, 0.4], [1, 1]).code == .differentTables)
    #expect(try error([0.8, 0.7, 0.6, 0.5, 0.4], [1, 1, 0, 1, 1]).row == 3)
  }
}
