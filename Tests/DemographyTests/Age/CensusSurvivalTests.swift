import MunicipalModel
import Testing

@testable import Demography

@Suite("Census survival ratios")
struct CensusSurvivalTests {
  /// Net migration by ratios of ten years from 0–4 on, and an open-ended group at the end.
  private static func net(
    _ start: [Double], _ end: [Double], _ ratios: [Double], sex: Sex, origin: SurvivalRatios.Origin
  ) throws -> (forward: [Double], average: [Double]) {
    let ages = try AgeClassification.fiveYearGroups(openFrom: (start.count - 1) * 5)
    let later = try AgeClassification.fiveYearGroups(openFrom: (start.count + 1) * 5)
    let pair = try IntercensalPair(
      start: AgeTable(.population, ages: ages, columns: [AgeTable.Column(sex, start)]),
      end: AgeTable(.population, ages: later, columns: [AgeTable.Column(sex, [0, 0] + end)]),
      years: 10)
    let survival = try SurvivalRatios(
      years: 10, sexes: [sex], rows: zip(ages.groups, ratios).map { .init(sex, $0, $1) },
      origin: origin)
    return (
      try pair.survivalRatioResidual(.forward, survival).rows.map(\.netMigrants),
      try pair.survivalRatioResidual(.average, survival).rows.map(\.netMigrants)
    )
  }

  private static let manila1960: [Double] = [
    80275, 70875, 63250, 85618, 75793, 60037, 34813, 31927, 24297, 20207, 13714, 9366, 7921, 11114,
  ]
  private static let manila1970: [Double] = [
    79489, 101410, 90410, 56055, 44648, 36963, 28873, 23678, 19063, 14484, 10205, 6405, 3746, 4779,
  ]
  private static let philippineRatios = [
    1.11722489, 0.991546373, 0.972851893, 0.889259325, 0.841306949, 0.95707411, 0.951292085,
    0.904155634, 0.929513107, 0.796608568, 0.876984438, 0.83518443, 0.711583081, 0.562446761,
  ]

  /// Manila, men and women, 1960–1970: United Nations, Preparing Migration Data for Subnational Population
  /// Projections (1992), table 6, as the R package migest carries it over.
  @Test func `Manila's fourteen cohorts`() throws {
    let net = try Self.net(
      Self.manila1960, Self.manila1970, Self.philippineRatios, sex: .both, origin: .census)
    let published: [Double] = [
      -10196, 31134, 28877, -20082, -19117, -20497, -4244, -5189, -3521, -1613, -1822, -1417, -1890,
      -1472,
    ]
    for (own, printed) in zip(net.forward, published) { #expect(abs(own - printed) <= 1) }
    let average: [Double] = [
      -9661, 31267, 29280, -21332, -20920, -20957, -4353, -5464, -3655, -1819, -1950, -1557, -2274,
      -2045,
    ]
    for (own, printed) in zip(net.average, average) { #expect(abs(own - printed) <= 1) }
  }

  /// Alabama, women not white, 1960–1970, forward and average: Bogue, Hinze and White, Techniques of Estimating Net
  /// Migration (1982), as migest carries it over; the average was computed there from rounded figures.
  @Test func `Alabama's fifteen cohorts`() throws {
    let net = try Self.net(
      [
        72009, 66983, 59292, 46107, 31631, 27611, 28639, 28250, 26994, 27436, 23475, 20496, 15651,
        16452, 24457,
      ],
      [
        60434, 55166, 34895, 23819, 22324, 22729, 24650, 23131, 22167, 22035, 20086, 19383, 12507,
        8273, 9526,
      ],
      [
        1.015155, 1.004018, 0.970034, 0.993731, 1.027809, 1.008671, 0.969699, 0.914416, 0.909683,
        0.87077, 0.902158, 0.927547, 0.807884, 0.558392, 0.40081,
      ], sex: .female, origin: .census)
    let forward: [Double] = [
      -12666, -12086, -22620, -21999, -10187, -5121, -3121, -2701, -2389, -1855, -1092, 372, -137,
      -914, -277,
    ]
    let average: [Double] = [
      -12570, -12061, -22968, -22067, -10048, -5098, -3169, -2826, -2506, -1991, -1150, 387, -152,
      -1274, -483,
    ]
    for (own, printed) in zip(net.forward, forward) { #expect(abs(own - printed) <= 1) }
    for (own, printed) in zip(net.average, average) { #expect(abs(own - printed) <= 2.2) }
  }

  @Test func `They must be declared, and are no percentages`() throws {
    let error = try #require(throws: AgeMethodError.self) {
      try Self.net(
        Self.manila1960, Self.manila1970, Self.philippineRatios, sex: .both, origin: .lifeTable)
    }
    #expect(error.code == .survivalAboveOne && error.row == 1)
    #expect(error.hint.en.contains(".census") && error.message.ja.contains("origin"))
    let percent = try #require(throws: AgeMethodError.self) {
      try Self.net(
        Self.manila1960, Self.manila1970, Self.philippineRatios.map { $0 * 100 }, sex: .both,
        origin: .census)
    }
    #expect(percent.code == .survivalAboveOne)
    for ratio in [-0.1, .nan, .infinity] {
      #expect(throws: AgeMethodError.self) {
        try SurvivalRatios(
          years: 10, sexes: [.both], rows: [.init(.both, #require(AgeGroup(andOver: 0)), ratio)],
          origin: .census)
      }
    }
  }

  @Test func `A mean keeps the origin, and no projection takes more than all`() throws {
    let ages = try AgeClassification.fiveYearGroups(openFrom: 10)
    func ratios(_ young: Double, _ origin: SurvivalRatios.Origin) throws -> SurvivalRatios {
      try SurvivalRatios(
        years: 5, sexes: [.female],
        rows: zip(ages.groups, [young, 0.9, 0.8]).map { .init(.female, $0, $1) }
          + [.init(.female, ages.groups[0], 0.95, isFromBirth: true)], origin: origin)
    }
    let census = try ratios(1.02, .census)
    #expect(try SurvivalRatios.mean(census, ratios(0.98, .lifeTable)).origin == .census)
    #expect(try SurvivalRatios(combining: [census]).origin == .census)
    #expect(try census.pooled(from: 5).origin == .census)
    func project(_ survival: SurvivalRatios) throws -> PopulationProjection {
      let births = ProjectionPlan.Births.fertility(
        try FertilitySchedule(ages: AgeClassification([ages.groups[1]]), weights: [1]),
        totalFertility: 1, sexRatioAtBirth: 1)
      return try ProjectionPlan(
        base: AgeTable(
          .population, ages: ages, columns: [AgeTable.Column(.female, [10.0, 10, 10])]),
        startYear: 2020, steps: [ProjectionPlan.Step(survival: survival, births: births)]
      ).projection()
    }
    let error = try #require(throws: ProjectionError.self) { try project(census) }
    #expect(error.code == .survivalAboveOne)
    #expect(try project(ratios(0.99, .census)) == project(ratios(0.99, .lifeTable)))
  }
}
