import MunicipalModel
import Testing

@testable import Demography

@Suite("Two stocks that do not fit")
struct IntercensalPairErrorTests {
  static func table(
    _ ages: AgeClassification, year: Int? = nil, sexes: [Sex] = [.male], count: Double = 100,
    measure: AgeMeasure = .population
  ) throws -> AgeTable {
    try AgeTable(
      measure, period: year.map { .calendarYear($0) }, ages: ages,
      columns: sexes.map { AgeTable.Column($0, [Double](repeating: count, count: ages.count)) })
  }

  static func ages(_ text: String) throws -> AgeClassification {
    try AgeClassification(text.split(separator: " ").compactMap { AgeGroup(printed: $0) })
  }

  @Test(arguments: [
    ("0-9 10-19 20+", "0-9 10-19 20+", 5, 1), ("0-4 5-9 10+", "0-4 5-9 10+", 7, 1),
    ("0-4 5-9 10-19 20+", "0-4 5-9 10-19 20+", 5, 2),
    ("0-4 5-9 10-14", "0-4 5-9 10-14", 5, 3), ("0-4 5-9 10+", "0-4 5-9 10-19 20+", 5, 2),
  ])
  func `Periods must match the age step`(
    start: String, end: String, years: Int, row: Int
  ) throws {
    let error = try #require(throws: AgeMethodError.self) {
      try IntercensalPair(
        start: Self.table(Self.ages(start)), end: Self.table(Self.ages(end)), years: years)
    }
    #expect(error.code == .periodDoesNotMatchAgeStep)
    #expect(error.row == row)
    #expect(error.age == (try Self.ages(start).groups[row - 1]))
  }

  @Test(arguments: [
    ("0-4 5-9 10+", "0-4 5+", ["0+": "5+"]),
    ("0-4 5-9 10+", "5-9 10-14 15-24 25+", ["0-4": "5-9", "5-9": "10-14", "10+": "15+"]),
    ("0-4 5-14 15+", "5-9 10-19 20+", ["0-4": "5-9", "5-14": "10-19", "15+": "20+"]),
    ("0-4 5-9", "5-9 10-14", ["0-4": "5-9", "5-9": "10-14"]),
    ("5-9 10+", "10-14 15+", ["5-9": "10-14", "10+": "15+"]),
  ])
  func `Groups follow each other, the last ones pooled`(
    start: String, end: String, cohorts: [String: String]
  ) throws {
    let pair = try IntercensalPair(
      start: Self.table(Self.ages(start)), end: Self.table(Self.ages(end)), years: 5)
    let found = pair.links.map { ($0.ageAtStart.description, $0.ageAtEnd.description) }
    #expect(Dictionary(uniqueKeysWithValues: found) == cohorts)
  }

  @Test func `Equal steps of any width are cohorts`() throws {
    let single = try Self.table(.singleYears(openFrom: 100), year: 2019)
    let next = try Self.table(.singleYears(openFrom: 100), year: 2020)
    #expect(try IntercensalPair(start: single, end: next).links.count == 100)
    let ten = try Self.table(.tenYearGroups(openFrom: 80))
    #expect(try IntercensalPair(start: ten, end: ten, years: 10).links.count == 8)
    let five = try Self.table(.fiveYearGroups(openFrom: 85))
    let pair = try IntercensalPair(start: five, end: five, years: 10)
    #expect(pair.links.count == 16)
    #expect(pair.links.last?.ageAtStart.description == "75+")
    #expect(pair.birthRows == 0..<2)
  }

  @Test func `Years come from the periods`() throws {
    let ages = try AgeClassification.fiveYearGroups(openFrom: 85)
    let first = try Self.table(ages, year: 2010)
    let last = try Self.table(ages, year: 2015)
    #expect(try IntercensalPair(start: first, end: last).years == 5)
    #expect(throws: AgeMethodError.self) {
      try IntercensalPair(start: first, end: last, years: 10)
    }
    #expect(throws: AgeMethodError.self) { try IntercensalPair(start: last, end: first) }
    #expect(throws: AgeMethodError.self) {
      try IntercensalPair(start: Self.table(ages), end: Self.table(ages))
    }
    func dated(_ year: Int, _ month: Int) throws -> AgeTable {
      let date = try #require(CalendarDate(year: year, month: month, day: 1))
      let counts = [Int](repeating: 1, count: ages.count)
      return try AgeTable(
        .population, period: .date(date), ages: ages, columns: [AgeTable.Column(.male, counts)])
    }
    #expect(try IntercensalPair(start: dated(2010, 10), end: dated(2015, 10)).years == 5)
    #expect(throws: AgeMethodError.self) {
      try IntercensalPair(start: dated(2010, 10), end: dated(2015, 4))
    }
    for years in [0, -5, 151, .max, .min] {
      #expect(throws: AgeMethodError.self) {
        try IntercensalPair(start: Self.table(ages), end: Self.table(ages), years: years)
      }
    }
  }

  @Test func `Tables of another kind are refused`() throws {
    let ages = try AgeClassification.fiveYearGroups(openFrom: 85)
    let good = try Self.table(ages)
    let cases: [(AgeTable, AgeMethodError.Code)] = [
      (try Self.table(ages, measure: .deaths), .wrongMeasure),
      (try Self.table(ages, sexes: [.female]), .missingSex),
      (try Self.table(ages, sexes: [.male, .female]), .missingSex),
      (
        try AgeTable(
          .population, ages: ages,
          columns: [AgeTable.Column(.male, [Int](repeating: 1, count: 18), notReported: 2)]),
        .ageNotReportedLeft
      ),
      (try Self.table(ages).only(ages: #require(AgeGroup(0, through: 84))), .openGroupMismatch),
    ]
    for (table, code) in cases {
      let error = try #require(throws: AgeMethodError.self) {
        try IntercensalPair(start: good, end: table, years: 5)
      }
      #expect(error.code == code)
      #expect(throws: AgeMethodError.self) {
        try IntercensalPair(start: table, end: good, years: 5)
      }
    }
  }

  @Test func `Survival that does not fit is refused`() throws {
    let ages = try AgeClassification.fiveYearGroups(openFrom: 85)
    let pair = try IntercensalPair(start: Self.table(ages), end: Self.table(ages), years: 5)
    let women = SurvivalRatios.nobodyDies(years: 5, sexes: [.female], ages: ages)
    let tenYears = SurvivalRatios.nobodyDies(years: 10, sexes: [.male], ages: ages)
    let older = SurvivalRatios.nobodyDies(
      years: 5, sexes: [.male], ages: try .fiveYearGroups(openFrom: 90))
    let pooled = SurvivalRatios.nobodyDies(
      years: 5, sexes: [.male], ages: try .fiveYearGroups(openFrom: 75))
    #expect(
      try #require(throws: AgeMethodError.self) { try pair.netMigrationRates(women) }.code
        == .missingSex)
    #expect(
      try #require(throws: AgeMethodError.self) { try pair.netMigrationRates(tenYears) }.code
        == .periodDoesNotMatchAgeStep)
    let missing = try #require(throws: AgeMethodError.self) {
      try pair.netMigrationRates(older)
    }
    #expect(missing.code == .missingSurvival && missing.age?.description == "85+")
    let result = try pair.survivalRatioResidual(.forward, pooled)
    #expect(result.rows.last?.ageAtStart?.description == "75+")
    #expect(result.rows.last?.populationAtEnd == 200)
    #expect(result.rows.last?.netMigrants == -100)
  }

  @Test func `Births and deaths that do not fit are refused`() throws {
    let ages = try AgeClassification.fiveYearGroups(openFrom: 85)
    let pair = try IntercensalPair(start: Self.table(ages), end: Self.table(ages), years: 5)
    let survival = SurvivalRatios.nobodyDies(years: 5, sexes: [.male], ages: ages)
    let births = try Self.table(Self.ages("0-4"), measure: .births)
    func code(_ births: AgeTable, _ survival: SurvivalRatios) throws -> AgeMethodError.Code {
      try #require(throws: AgeMethodError.self) {
        try pair.survivalRatioResidual(.forward, survival, births: births)
      }.code
    }
    #expect(try code(births, survival) == .missingSurvival)
    #expect(try code(Self.table(ages), survival) == .wrongMeasure)
    #expect(
      try code(Self.table(Self.ages("0-9"), measure: .births), survival) == .missingBirths)
    #expect(
      try code(
        Self.table(Self.ages("0-4"), sexes: [.female], measure: .births), survival)
        == .missingSex)
    let deaths = try Self.table(.fiveYearGroups(openFrom: 90), measure: .deaths)
    #expect(
      try #require(throws: AgeMethodError.self) {
        try pair.vitalStatisticsResidual(deaths: deaths)
      }.code == .missingDeaths)
    #expect(throws: AgeMethodError.self) {
      try pair.vitalStatisticsResidual(deaths: Self.table(ages))
    }
    #expect(throws: AgeMethodError.self) {
      try pair.vitalStatisticsResidualOfAllAges(births: deaths, deaths: deaths)
    }
  }

  /// 200 men and 200 women at both ends, 40 births and 40 deaths: nobody moved. The deaths of men alone
  /// would leave −20.
  @Test func `All ages need births and deaths of the sexes of the stocks`() throws {
    let all = try Self.ages("0-4 5+")
    let sexes: [Sex] = [.male, .female]
    let stock = try Self.table(all, sexes: sexes)
    let pair = try IntercensalPair(start: stock, end: stock, years: 5)
    let births = try Self.table(all, sexes: sexes, count: 10, measure: .births)
    let deaths = try Self.table(all, sexes: sexes, count: 10, measure: .deaths)
    func net(_ births: AgeTable, _ deaths: AgeTable, _ pair: IntercensalPair) throws -> Double {
      try pair.vitalStatisticsResidualOfAllAges(births: births, deaths: deaths)
    }
    #expect(try net(births, deaths, pair) == 0)
    #expect(try net(births.bothSexes(), deaths, pair) == 0)
    let together = try IntercensalPair(
      start: stock.bothSexes(), end: stock.bothSexes(), years: 5)
    #expect(try net(births, deaths.bothSexes(), together) == 0)
    for (births, deaths, pair, sex) in [
      (births, try deaths.only(.male), pair, Sex.female),
      (births, try deaths.only(.male), together, .female),
      (try births.only(.female), deaths, pair, .male),
      (
        births, deaths,
        try IntercensalPair(start: stock.only(.male), end: stock.only(.male), years: 5), .male
      ),
    ] {
      let error = try #require(throws: AgeMethodError.self) { try net(births, deaths, pair) }
      #expect(error.code == .missingSex && error.sex == sex)
    }
  }

  /// A day and a fiscal year may lie four, five or six years apart.
  @Test func `Periods of two kinds need the years said`() throws {
    let ages = try AgeClassification.fiveYearGroups(openFrom: 85)
    func table(_ code: String) throws -> AgeTable {
      let period = try #require(Period(code: code))
      return try AgeTable(
        .population, period: period, ages: ages,
        columns: [AgeTable.Column(.male, [Int](repeating: 1, count: ages.count))])
    }
    func years(_ start: String, _ end: String, _ said: Int? = nil) throws -> Int {
      try IntercensalPair(start: table(start), end: table(end), years: said).years
    }
    #expect(try years("FY2015", "FY2020") == 5 && years("CY2015", "CY2020") == 5)
    for (start, end) in [("2015-10-01", "FY2020"), ("CY2015", "2020-01-01"), ("FY2015", "CY2020")] {
      let error = try #require(throws: AgeMethodError.self) { try years(start, end) }
      #expect(error.code == .periodDoesNotMatchAgeStep && error.text == "\(start) – \(end)")
      #expect(error.hint.ja.contains("年度"))
      #expect(try years(start, end, 5) == 5)
    }
    // FY2020 ends on 2021-03-31, five years after 2016-03-31.
    #expect(try years("2016-03-31", "FY2020", 5) == 5)
    #expect(throws: AgeMethodError.self) { try years("2005-10-01", "FY2020", 5) }
    #expect(throws: AgeMethodError.self) { try years("2015-10-01", "2020-01-01", 5) }
  }

  @Test func `Cohorts without people have no rate, and the others keep theirs`() throws {
    let ages = try AgeClassification.fiveYearGroups(openFrom: 10)
    let empty = try AgeTable(
      .population, ages: ages, columns: [AgeTable.Column(.male, [0, 50, 0])])
    let pair = try IntercensalPair(start: empty, end: Self.table(ages), years: 5)
    let survival = SurvivalRatios.nobodyDies(years: 5, sexes: [.male], ages: ages)
    // 0–4 → 5–9: 100 ÷ 0; 5 and over → 10 and over: 100 ÷ 50.
    let ratios = pair.cohortChangeRatios()
    #expect(ratios.map(\.value) == [nil, 2])
    #expect(ratios[0].ageAtStart.description == "0-4" && ratios[0].populationAtEnd == 100)
    let rates = try pair.netMigrationRates(survival)
    #expect(rates.map(\.value) == [nil, 1])
    #expect(rates[0].populationAtEnd(from: 7) == nil && rates[1].populationAtEnd(from: 7) == 14)
    for error in [
      try #require(throws: AgeMethodError.self) { try rates[0].known() },
      try #require(throws: AgeMethodError.self) {
        try pair.survivalRatioResidual(.forward, survival).rows[0].netMigrationRate()
      },
    ] {
      #expect(error.code == .denominatorNotPositive)
      #expect(error.age?.description == "0-4" && error.sex == .male)
    }
    let lost = try SurvivalRatios(
      years: 5, sexes: [.male], rows: ages.groups.map { .init(.male, $0, 0) })
    let error = try #require(throws: AgeMethodError.self) {
      try pair.survivalRatioResidual(.reverse, lost)
    }
    #expect(error.code == .survivalNotPositive && error.age?.description == "0-4")
  }
}
