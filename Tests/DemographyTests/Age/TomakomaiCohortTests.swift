import MunicipalModel
import Testing

@testable import Demography

/// 苫小牧市 2010–2015, 国勢調査 (総務省統計局) with 生残率 of 完全生命表 (厚生労働省).
@Suite("Tomakomai 2010–15 by cohort")
struct TomakomaiCohortTests {
  static func census(
    _ year: Int, _ male: [Int], _ female: [Int], notReported: (Int, Int) = (0, 0)
  ) throws -> AgeTable {
    try AgeTable(
      .population, period: .calendarYear(year), ages: .fiveYearGroups(openFrom: 90),
      columns: [
        AgeTable.Column(.male, male, notReported: notReported.0),
        AgeTable.Column(.female, female, notReported: notReported.1),
      ])
  }

  static func census2010(_ rule: AgeTable.NotReportedRule) throws -> AgeTable {
    try census(
      2010, PublishedAges.male2010, PublishedAges.female2010, notReported: (41, 4)
    ).resolvingAgeNotReported(rule)
  }

  static func census2015(_ rule: AgeTable.NotReportedRule) throws -> AgeTable {
    try census(
      2015, PublishedAges.male2015, PublishedAges.female2015, notReported: (500, 150)
    ).resolvingAgeNotReported(rule)
  }

  /// 2015 as 社人研 shares 年齢不詳 out, which gives people in their twenties more of it.
  static func projectionBase2015() throws -> AgeTable {
    try census(2015, PublishedAges.male2015SharedOut, PublishedAges.female2015SharedOut)
  }

  static func survival() throws -> SurvivalRatios {
    let ages = try AgeClassification.fiveYearGroups(openFrom: 90).groups
    func rows(_ sex: Sex, _ ratios: [Double]) -> [SurvivalRatios.Row] {
      [.init(sex, ages[0], ratios[0], isFromBirth: true)]
        + zip(ages, ratios.dropFirst()).map { .init(sex, $0, $1) }
    }
    return try SurvivalRatios(
      years: 5,
      rows: rows(.male, PublishedAges.maleSurvival) + rows(.female, PublishedAges.femaleSurvival))
  }

  static func rates(from start: AgeTable, to end: AgeTable) throws -> (end: Double, start: Double) {
    let result = try IntercensalPair(start: start, end: end)
      .survivalRatioResidual(.forward, survival())
    let span = try #require(AgeGroup(20, through: 39))
    return (
      try result.netMigrationRate(of: span, at: .end) * 100,
      try result.netMigrationRate(of: span, at: .start) * 100
    )
  }

  /// tomakomai-progress, line 74: 2010年～2015年 人口の純移動率 −0.02 %, of 20～30歳代.
  ///
  /// It is by age at the end, from 2010 as counted to the base population of 社人研's projection of 2018.
  @Test func `The published net migration rate`() throws {
    let rates = try Self.rates(from: Self.census2010(.leftOut), to: Self.projectionBase2015())
    #expect(abs(rates.end - -0.02) < 0.01)
    #expect(abs(rates.start - 2.8) < 0.06)
  }

  /// How 年齢不詳 (650 persons in 2015) is shared out moves the rate by 0.2 points.
  @Test func `The rule for people of unknown age matters`() throws {
    let shared = try Self.rates(
      from: Self.census2010(.proportionalWithinSex), to: Self.census2015(.proportionalWithinSex))
    #expect(abs(shared.end - -0.2176) < 0.0001)
    #expect(abs(shared.start - 2.7047) < 0.0001)
    let base = try Self.rates(
      from: Self.census2010(.proportionalWithinSex), to: Self.projectionBase2015())
    #expect(abs(base.end - -0.0528) < 0.0001)
    #expect(abs(base.start - 2.8201) < 0.0001)
    let left = try Self.rates(from: Self.census2010(.leftOut), to: Self.census2015(.leftOut))
    #expect(abs(left.end - -0.5764) < 0.0001)
  }

  @Test func `Rates restore the population at the end`() throws {
    let start = try Self.census2010(.leftOut)
    let end = try Self.projectionBase2015()
    let pair = try IntercensalPair(start: start, end: end)
    let rates = try pair.netMigrationRates(Self.survival())
    let ratios = pair.cohortChangeRatios()
    #expect(rates.count == 36 && ratios.count == 36)
    for (rate, ratio) in zip(rates, ratios) {
      #expect(rate.ageAtEnd == ratio.ageAtEnd && rate.sex == ratio.sex)
      let sum = rate.survivalRatio + (try #require(rate.value))
      #expect(abs(sum - (try #require(ratio.value))) < 1e-12)
      let restored = try #require(rate.populationAtEnd(from: ratio.populationAtStart))
      #expect(abs(restored - ratio.populationAtEnd) < 1e-8)
    }
    // 85–89 and 90+ become 90+.
    let oldest = rates[17]
    #expect(oldest.ageAtStart.description == "85+" && oldest.ageAtEnd.description == "90+")
    let expected = 886 * 0.452582 + 340 * 0.240146
    #expect(abs(oldest.survivalRatio - expected / 1226) < 1e-12)
    #expect(abs(try #require(oldest.value) - (500 - expected) / 1226) < 1e-12)
  }

  @Test func `A span is all of its cohorts`() throws {
    let result = try IntercensalPair(
      start: Self.census2010(.leftOut), end: Self.projectionBase2015()
    ).survivalRatioResidual(.forward, Self.survival())
    let all = try result.netMigrants(of: #require(AgeGroup(andOver: 5)), at: .end)
    let sexes = try Sex.allCases.prefix(2).map {
      try result.netMigrants(of: #require(AgeGroup(andOver: 0)), at: .start, sex: $0)
    }
    #expect(abs(all - result.netMigrants) < 1e-9 && abs(all - sexes[0] - sexes[1]) < 1e-9)
    let cases: [(AgeGroup?, Sex?, String)] = [
      (AgeGroup(22, through: 31), nil, "needs-splitting"),
      (AgeGroup(0, through: 4), nil, "not-covered"),
      (AgeGroup(20, through: 24), .both, "missing-sex"),
    ]
    for (span, sex, code) in cases {
      let error = try #require(throws: AgeMethodError.self) {
        try result.netMigrants(of: #require(span), at: .end, sex: sex)
      }
      #expect(error.code.rawValue == code)
    }
  }
}
