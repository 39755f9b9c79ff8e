import MunicipalModel
import Testing

@testable import Demography

/// Greater Bombay, males, 1941–51: United Nations, Manual VI (1970), survival ratio method.
@Suite("Bombay 1941–51")
struct BombayTests {
  static let population1941 = [
    77135, 85434, 79185, 82603, 126247, 155344, 138843, 109356, 81626, 47062, 36908, 15134, 25094,
  ]
  static let population1951 = [
    132870, 170227, 263971, 253964, 195373, 151259, 118383, 76421, 65897, 32265, 22248, 9655,
    10100,
  ]
  static let survival = [
    0.9087, 0.9573, 0.9471, 0.9308, 0.9223, 0.9161, 0.9047, 0.885, 0.8548, 0.8122, 0.7535, 0.6726,
    0.3866,
  ]
  static let published = [
    62777, 88441, 188975, 177077, 78935, 8948, -7228, -20359, -3877, -5959, -5562, -524, 399,
  ]

  /// The children of 1951 are not in the published table.
  static func pair() throws -> IntercensalPair {
    let start = try AgeTable(
      .population, period: .calendarYear(1941), ages: .fiveYearGroups(openFrom: 60),
      columns: [AgeTable.Column(.male, population1941)])
    let groups = try AgeClassification.fiveYearGroups(openFrom: 70).groups.dropFirst(2)
    let end = try AgeTable(
      .population, period: .calendarYear(1951), ages: AgeClassification(Array(groups)),
      columns: [AgeTable.Column(.male, population1951)])
    return try IntercensalPair(start: start, end: end)
  }

  static func ratios() throws -> SurvivalRatios {
    let ages = try AgeClassification.fiveYearGroups(openFrom: 60).groups
    return try SurvivalRatios(
      years: 10, sexes: [.male], rows: zip(ages, survival).map { .init(.male, $0, $1) })
  }

  @Test func `Every row of the forward method`() throws {
    let result = try Self.pair().survivalRatioResidual(.forward, Self.ratios())
    #expect(result.rows.map { Int($0.netMigrants.rounded()) } == Self.published)
    #expect(abs(result.netMigrants - 562_043) < 1)
    #expect(result.rows[0].ageAtStart?.description == "0-4")
    #expect(result.rows[0].ageAtEnd.description == "10-14")
    #expect(result.rows[12].ageAtStart?.description == "60+")
    #expect(result.rows[12].ageAtEnd.description == "70+")
    #expect(result.years == 10 && result.method == .forward)
  }

  @Test func `Reverse times survival is forward, and average lies between`() throws {
    let pair = try Self.pair()
    let ratios = try Self.ratios()
    let forward = try pair.survivalRatioResidual(.forward, ratios).rows
    let reverse = try pair.survivalRatioResidual(.reverse, ratios).rows
    let average = try pair.survivalRatioResidual(.average, ratios).rows
    for (row, ratio) in Self.survival.enumerated() {
      let scale = 1e-12 * forward[row].populationAtEnd
      #expect(abs(reverse[row].netMigrants * ratio - forward[row].netMigrants) < scale)
      let mean = (forward[row].netMigrants + reverse[row].netMigrants) / 2
      #expect(abs(average[row].netMigrants - mean) < scale)
      let formula = (1 + ratio) / (2 * ratio) * forward[row].netMigrants
      #expect(abs(average[row].netMigrants - formula) < 1e-6)
    }
  }

  @Test func `Both sexes at once are each sex alone`() throws {
    let pair = try Self.pair()
    func doubled(_ table: AgeTable) throws -> AgeTable {
      try AgeTable(
        .population, period: table.period, ages: table.ages,
        columns: [
          AgeTable.Column(.male, table.counts),
          AgeTable.Column(.female, table.counts.map { $0 * 2 }),
        ])
    }
    let ratios = try Self.ratios()
    let women = try SurvivalRatios(
      years: 10, sexes: [.female],
      rows: zip(ratios.ages.groups, ratios.ratios).map { .init(.female, $0, $1) })
    let both = try IntercensalPair(start: doubled(pair.start), end: doubled(pair.end))
      .survivalRatioResidual(.forward, SurvivalRatios(combining: [women, ratios]))
    #expect(both.rows.count == 26)
    #expect(both.rows[13].sex == .female)
    #expect(both.rows[13].netMigrants == 2 * both.rows[0].netMigrants)
    let alone = try pair.survivalRatioResidual(.forward, ratios)
    #expect(both.rows[3].netMigrants == alone.rows[3].netMigrants)
  }
}
