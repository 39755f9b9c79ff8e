import MunicipalModel
import Testing

@testable import Demography

@Suite("Change by cohort, with its cells")
struct CohortAnalysisTests {
  static func cited(
    _ table: AgeTable, code: String = "012131", statistic: PopulationStatistic = .census
  ) throws -> CitedAgeTable {
    try #require(
      CitedAgeTable(
        municipality: try MunicipalityCode(code), statistic: statistic, table: table,
        citations: table.counts.indices.map {
          Citation(document: "t", line: $0 + 2, printed: "\(table.counts[$0])")
        }, notReportedCitations: table.sexes.map { _ in nil }))
  }

  static func tomakomai(_ rule: AgeTable.NotReportedRule, _ method: CohortMethod) throws
    -> CohortAnalysis
  {
    let start = try TomakomaiCohortTests.census(
      2010, PublishedAges.male2010, PublishedAges.female2010, notReported: (41, 4))
    let end = try TomakomaiCohortTests.census(
      2015, PublishedAges.male2015, PublishedAges.female2015, notReported: (500, 150))
    return try CohortAnalysis(from: cited(start), to: cited(end), method: method, rule: rule)
  }

  /// Manual VI's Bombay table: 562,043 in all, with the manual's own ten-year ratios.
  @Test func `The published table of Bombay`() throws {
    let pair = try BombayTests.pair()
    let analysis = try CohortAnalysis(
      from: Self.cited(pair.start), to: Self.cited(pair.end), method: .forward,
      survival: CitedSurvivalRatios(BombayTests.ratios(), statistics: ["Manual VI"]))
    #expect(analysis.rows.map { Int($0.net.rounded()) } == BombayTests.published)
    #expect(abs(analysis.net - 562_043) < 1)
    #expect(analysis.survival?.statistics == ["Manual VI"])
  }

  @Test(arguments: CohortMethod.allCases.filter { $0 != .vitalStatistics })
  func `Contributions add up to the total rate exactly`(method: CohortMethod) throws {
    let analysis = try Self.tomakomai(.proportionalWithinSex, method)
    #expect(analysis.rows.reduce(0) { $0 + $1.contribution } == analysis.totalRate)
    // 173,320 counted in 2010, 年齢不詳 shared out: 84,687 men and 88,633 women.
    #expect(abs(analysis.totalRate - analysis.net / 173_320 * 100) < 1e-9)
    let both = analysis.rows(of: .both)
    #expect(abs(both.reduce(0) { $0 + $1.net } - analysis.net) < 1e-8)
    #expect(both.count == 18 && analysis.rows(of: .male).count == 18)
  }

  /// By hand: men of 15–19 in 2010, 4,417 of 84,646 known; of 20–24 in 2015, 3,640 of 84,105 known.
  @Test func `One cohort by hand`() throws {
    let analysis = try Self.tomakomai(.proportionalWithinSex, .forward)
    let row = try #require(analysis.rows(of: .male).first { $0.ageAtEnd.lowerAge == 20 })
    let start = 4417 * 84_687 / 84_646.0
    let end = 3640 * 84_605 / 84_105.0
    #expect(abs(row.populationAtStart - start) < 1e-9 && abs(row.populationAtEnd - end) < 1e-9)
    #expect(abs(row.net - (end - 0.997834 * start)) < 0.01)
    #expect(abs(try #require(row.rate) - row.net / start * 100) < 1e-12)
    #expect(abs(try #require(row.changeRatio) - end / start) < 1e-12)
    #expect(analysis.sources(of: row).prefix(2).map(\.line) == [5, 6])
  }

  /// The two readings of 20–39, as in `TomakomaiCohortTests` from the ratios rounded to six digits.
  @Test func `A span by the age at both ends`() throws {
    let analysis = try Self.tomakomai(.proportionalWithinSex, .forward)
    let ages = try #require(AgeGroup(20, through: 39))
    let end = try #require(analysis.span(ages, at: .end))
    let start = try #require(analysis.span(ages, at: .start))
    #expect(abs(try #require(end.rate) - -0.2176) < 0.0002)
    #expect(abs(try #require(start.rate) - 2.7047) < 0.0002)
    let sexes = try [Sex.male, .female].map {
      try #require(analysis.span(ages, at: .end, sex: $0)).net
    }
    #expect(abs(sexes[0] + sexes[1] - end.net) < 1e-9)
    #expect(analysis.span(try #require(AgeGroup(22, through: 31)), at: .end) == nil)
    #expect(analysis.span(try #require(AgeGroup(0, through: 4)), at: .end) == nil)
  }

  @Test func `Nobody moves and nobody dies: nothing changes`() throws {
    let ages = try AgeClassification.fiveYearGroups(openFrom: 90)
    let start = try AgeTable(
      .population, period: .calendarYear(2010), ages: ages,
      columns: [AgeTable.Column(.male, Array(repeating: 10, count: 19))])
    let end = try AgeTable(
      .population, period: .calendarYear(2015), ages: ages,
      columns: [AgeTable.Column(.male, Array(repeating: 10, count: 18) + [20])])
    let survival = CitedSurvivalRatios(
      SurvivalRatios.nobodyDies(years: 5, sexes: [.male], ages: ages), statistics: [])
    for method in [CohortMethod.forward, .reverse, .average, .cohortChange] {
      let analysis = try CohortAnalysis(
        from: Self.cited(start), to: Self.cited(end), method: method, survival: survival)
      #expect(analysis.net == 0 && analysis.totalRate == 0)
      #expect(analysis.rows.allSatisfy { $0.net == 0 && $0.contribution == 0 })
    }
    let deaths = try AgeTable(
      .deaths, period: .span(.calendarYear(2010), .calendarYear(2015)), ages: ages,
      columns: [AgeTable.Column(.male, Array(repeating: 0, count: 19))])
    let vital = try CohortAnalysis(
      from: Self.cited(start), to: Self.cited(end), method: .vitalStatistics,
      deaths: Self.cited(deaths))
    #expect(vital.net == 0)
    #expect(throws: AgeMethodError.self) {
      try CohortAnalysis(from: Self.cited(start), to: Self.cited(end), method: .vitalStatistics)
    }
  }

  /// A population that ends at 85+ gets the life tables' ratio of 85 and over.
  @Test func `Populations that end earlier`() throws {
    let whole = try Self.tomakomai(.leftOut, .forward)
    let coarse = try AgeClassification.fiveYearGroups(openFrom: 85)
    let analysis = try CohortAnalysis(
      from: Self.cited(whole.start.table.regrouped(to: coarse)),
      to: Self.cited(whole.end.table.regrouped(to: coarse)), method: .forward, rule: .leftOut)
    #expect(analysis.rows.count == 34)
    for row in analysis.rows where row.ageAtEnd.lowerAge < 85 {
      let same = whole.rows.first { $0.ageAtEnd == row.ageAtEnd && $0.sex == row.sex }
      #expect(same?.net == row.net)
    }
    // Of 85+ the weights differ: the city's people of 2010 against those of the life tables, whose
    // L(90–94) is S(85–89) × L(85–89), and T(90) = L(90–94) ÷ (1 − S(90+)).
    var difference = 0.0
    for (own, ratios) in [
      ([886.0, 340.0], [0.452582, 0.240146]), ([1975.0, 1151.0], [0.612392, 0.327070]),
    ] {
      let after = ratios[0] / (1 - ratios[1])
      difference +=
        own[0] * ratios[0] + own[1] * ratios[1] - (own[0] + own[1]) * after / (1 + after)
    }
    #expect(abs(analysis.net - whole.net - difference) < 0.01)
  }

  @Test func `Difference of two cities`() throws {
    let first = try Self.tomakomai(.proportionalWithinSex, .forward)
    let second = try Self.tomakomai(.leftOut, .forward)
    let decomposition = try CohortAnalysis.decomposition(from: first, to: second)
    let sum = decomposition.compositionEffect + decomposition.rateEffect
    #expect(abs(sum - (second.totalRate - first.totalRate)) < 1e-12)
  }

  @Test func `Members by year, and the year that is missing`() throws {
    let one = try Self.tomakomai(.leftOut, .forward)
    let tables = [one.start, one.end]
    let members = try CohortAnalysis.members(of: tables, from: 2010, to: 2015, method: .reverse)
    #expect(members.map(\.municipality.sixDigits) == ["012131"])
    let error = try #require(throws: AgeMethodError.self) {
      try CohortAnalysis.members(of: tables, from: 2015, to: 2020, method: .forward)
    }
    #expect(error.code == .missingPopulation)
    #expect(error.text == "012131, 2020" && error.hint.en == "there are those of 2010, 2015")
    #expect(throws: AgeMethodError.self) {
      try CohortAnalysis.members(of: [], from: 2010, to: 2015, method: .forward)
    }
  }

  @Test func `An empty cohort has no rate, an empty population is refused`() throws {
    let ages = try AgeClassification.fiveYearGroups(openFrom: 10)
    func table(_ year: Int, _ counts: [Int]) throws -> CitedAgeTable {
      try Self.cited(
        AgeTable(
          .population, period: .calendarYear(year), ages: ages,
          columns: [AgeTable.Column(.male, counts)]))
    }
    let analysis = try CohortAnalysis(
      from: table(2010, [0, 4, 5]), to: table(2015, [1, 2, 9]), method: .cohortChange)
    #expect(analysis.rows.map(\.rate) == [nil, 0])
    #expect(analysis.rows.map(\.net) == [2, 0])
    let error = try #require(throws: AgeMethodError.self) {
      try CohortAnalysis(
        from: table(2010, [0, 0, 0]), to: table(2015, [1, 2, 9]), method: .cohortChange)
    }
    #expect(error.code == .denominatorNotPositive)
  }

  @Test func `What is missing is said with what there is, and where`() throws {
    func table(_ year: Int, _ ages: AgeClassification) throws -> CitedAgeTable {
      try Self.cited(
        AgeTable(
          .population, period: .calendarYear(year), ages: ages,
          columns: [AgeTable.Column(.male, Array(repeating: 10, count: ages.count))]))
    }
    func message(_ start: CitedAgeTable, _ end: CitedAgeTable, _ years: (Int, Int)) throws -> String
    {
      try #require(throws: AgeMethodError.self) {
        try CohortAnalysis.members(
          of: [start, end], from: years.0, to: years.1, method: .forward)
      }.message.en
    }
    let five = try AgeClassification.fiveYearGroups(openFrom: 85)
    let ten = try AgeClassification.tenYearGroups(openFrom: 80)
    let single = try AgeClassification.singleYears(openFrom: 100)
    let step = try message(table(2010, ten), table(2015, ten), (2010, 2015))
    #expect(step.contains("0–9: ") && step.contains(" (t:") && !step.contains("row 1"))
    #expect(step.contains("a whole group 5 years later"))
    let none = try message(table(2010, five), table(2015, five), (2010, 2020))
    #expect(none.contains("2020") && none.contains("2010, 2015") && !none.contains("movers"))
    let period = try message(table(2005, five), table(2015, five), (2005, 2015))
    #expect(period.contains("2005–2015") && period.contains("2010, 2015, 2020"))
    let ages = try message(table(2010, single), table(2015, single), (2010, 2015))
    #expect(ages.contains("(t:") && !ages.contains("row 1"))
    #expect(ages.contains("0-4, 5-9, …, 90+") && ages.contains("0, 1, …, 100+"))
  }

  @Test func `Messages of every code are in both languages`() {
    let codes: [AgeMethodError.Code] = [
      .denominatorNotPositive, .wrongMeasure, .differentTables, .missingSex, .ageNotReportedLeft,
      .periodDoesNotMatchAgeStep, .openGroupMismatch, .missingSurvival, .survivalAboveOne,
      .survivalNotPositive, .impossibleLifeTable, .missingBirths, .missingDeaths, .negativeCount,
      .notFinite, .negativeRate, .noRows, .tooFewRates, .duplicateRow, .parameterOutOfRange,
      .missingPopulation, .missingMovers, .differentPeriods,
    ]
    for code in codes {
      let message = AgeMethodError(
        code: code, subject: LocalizedText(ja: "率", en: "rate"), row: 2, sex: .female, text: "0"
      ).message
      #expect(!message.ja.contains(code.rawValue) && !message.en.contains(code.rawValue))
      #expect(message.ja.hasPrefix("率を計算できません: 2行目 女: "))
      #expect(message.en.hasPrefix("rate cannot be computed: row 2, female: "))
    }
  }
}
