import MunicipalModel
import Testing

@testable import Demography

@Suite("Hamilton–Perry projection")
struct HamiltonPerryTests {
  typealias County = HamiltonPerryCounty

  /// The sheet's implied total fertility is children ÷ women of 15–49 × 7, parted by 0.4886 girls of all births; boys and
  /// girls here have their own ratios.
  @Test func `The ratios of two stocks`() throws {
    let method = try HamiltonPerry([County.pair()])
    #expect(method.years == 5 && method.ratios.count == 36)
    let men = method.ratios.filter { $0.sex == .male }
    let women = method.ratios.filter { $0.sex == .female }
    for (own, printed) in [(men, County.menRatios), (women, County.womenRatios)] {
      for (ratio, expected) in zip(own, printed).dropFirst() {
        #expect(abs(ratio.value - expected) < 1e-6, "\(ratio.ageAtEnd)")
        #expect(!ratio.isLimited && ratio.observed == [ratio.value])
      }
      #expect(own[17].ageAtStart?.description == "80+" && own[17].ageAtEnd.description == "85+")
      #expect(own[0].ageAtStart == nil && own[0].womenAges?.description == "15-49")
    }
    let children = County.menRatios[0] + County.womenRatios[0]
    #expect(abs((men[0].value + women[0].value) * 7 - children) < 1e-6)
  }

  /// The ratios fixed to those of the sheet give the sheet's population of 2020, to its last digit.
  @Test func `The projected population`() throws {
    var limits: [HamiltonPerry.Limit] = []
    let groups = try AgeClassification.fiveYearGroups(openFrom: 85).groups
    for (sex, ratios) in [(Sex.male, County.menAdjusted), (.female, County.womenAdjusted)] {
      for (row, age) in groups.enumerated() {
        let ratio = row == 0 ? ratios[row] / 7 : ratios[row]
        limits.append(.init(ratio...ratio, ages: age, sex: sex))
      }
    }
    let method = try HamiltonPerry([County.pair()], limits: limits)
    let projection = try method.projection(
      from: County.county(2015, County.men2015, County.women2015), startYear: 2015, steps: 1)
    let people = try #require(projection.population(in: 2020))
    for (found, expected) in zip(people.counts, County.men2020 + County.women2020) {
      #expect(abs(found - expected) < 0.01)
    }
    #expect(people.period == .calendarYear(2020) && projection.years == [2015, 2020])
    #expect(method.ratios.allSatisfy { $0.isLimited })
  }

  /// By hand, in three groups of ten years: of 100 and 80 men 90 and 60 are left, of 120 women 108; 44 boys and 36 girls of
  /// 160 women of 10–19.
  static func small() throws -> IntercensalPair {
    func table(_ year: Int, _ men: [Double], _ women: [Double]) throws -> AgeTable {
      try AgeTable(
        .population, period: .calendarYear(year), ages: .tenYearGroups(openFrom: 20),
        columns: [AgeTable.Column(.male, men), AgeTable.Column(.female, women)])
    }
    return try IntercensalPair(
      start: table(2000, [100, 80, 20], [120, 100, 50]),
      end: table(2010, [44, 90, 60], [36, 108, 75]))
  }

  @Test func `By hand, over two steps`() throws {
    let women = try #require(AgeGroup(10, through: 19))
    let method = try HamiltonPerry([Self.small()], womenAges: women)
    let projection = try method.projection(from: Self.small().end, startYear: 2010, steps: 2)
    let first = try #require(projection.population(in: 2020)).counts
    // Men 44 × 0.9, (90 + 60) × 60 ÷ 100; women 36 × 0.9, (108 + 75) × 75 ÷ 150; children of 32.4 women.
    let expected = [32.4 * 44 / 108, 39.6, 90, 32.4 * 36 / 108, 32.4, 91.5]
    for (found, hand) in zip(first, expected) { #expect(abs(found - hand) < 1e-9) }
    let second = try #require(projection.population(in: 2030)).counts
    #expect(abs(second[1] - 0.9 * 32.4 * 44 / 108) < 1e-9)
    #expect(abs(second[2] - (39.6 + 90) * 0.6) < 1e-9)
    #expect(abs(second[5] - (32.4 + 91.5) * 0.5) < 1e-9)
    #expect(abs(second[3] - second[4] * 36 / 108) < 1e-9)
    #expect(projection.endYear == 2030 && projection.population(in: 2025) == nil)
    let allWomen = try #require(projection.total(in: 2020, sex: .female))
    #expect(abs(allWomen - expected[3...].reduce(0, +)) < 1e-9)
    #expect(projection.total(in: 2020, sex: .both) == projection.total(in: 2020))
  }

  /// Over ten years in groups of five, those of 5–9 are counted for women of 20–54.
  @Test func `Two groups of children are born in ten years`() throws {
    let ages = try AgeClassification.fiveYearGroups(openFrom: 60)
    func table(_ year: Int, _ child: Double) throws -> AgeTable {
      let counts = [child, 2 * child] + Array(repeating: 100.0, count: 11)
      return try AgeTable(
        .population, period: .calendarYear(year), ages: ages,
        columns: [AgeTable.Column(.male, counts), AgeTable.Column(.female, counts)])
    }
    let pair = try IntercensalPair(start: table(2000, 70), end: table(2010, 35))
    let method = try HamiltonPerry([pair])
    let young = method.ratios.filter { $0.sex == .female && $0.ageAtStart == nil }
    #expect(young.map { $0.womenAges?.description } == ["15-49", "20-54"])
    #expect(young.map(\.value) == [0.05, 0.1])
    #expect(method.ratios.count == 26 && method.years == 10)
  }

  @Test func `Sexes together are projected by children for all people`() throws {
    let both = try IntercensalPair(
      start: Self.small().start.bothSexes(), end: Self.small().end.bothSexes(), years: 10)
    let method = try HamiltonPerry([both], womenAges: AgeGroup(10, through: 19))
    #expect(method.ratios[0].value == 80 / 198.0 && method.sexes == [.both])
    let projection = try method.projection(from: both.end, startYear: 2010, steps: 1)
    let people = try #require(projection.population(in: 2020)).counts
    #expect(abs(people[1] - 80 * 198 / 220) < 1e-9 && abs(people[0] - people[1] * 80 / 198) < 1e-9)
  }

  /// Ratios of 0.9 and 0.7 in two periods have a mean of 0.8; a ceiling of 0.75 for the men of 10–19 alone.
  @Test func `Averages, floors and ceilings`() throws {
    let ages = try AgeClassification.tenYearGroups(openFrom: 20)
    func table(_ year: Int, _ cohort: Double) throws -> AgeTable {
      try AgeTable(
        .population, period: .calendarYear(year), ages: ages,
        columns: [
          AgeTable.Column(.male, [100, cohort, 50]), AgeTable.Column(.female, [100, cohort, 50]),
        ])
    }
    let stocks = try [table(1990, 100), table(2000, 90), table(2010, 70)]
    let periods = try zip(stocks, stocks.dropFirst()).map {
      try IntercensalPair(start: $0, end: $1)
    }
    let span = try #require(AgeGroup(10, through: 19))
    let mean = try HamiltonPerry(periods, womenAges: span)
    #expect(mean.ratios[1].observed == [0.9, 0.7] && abs(mean.ratios[1].value - 0.8) < 1e-12)
    #expect(abs(mean.ratios[0].value - (100.0 / 90 + 100.0 / 70) / 2) < 1e-12)
    let limited = try HamiltonPerry(
      periods, womenAges: span,
      limits: [.init(0...0.75, ages: span, sex: .male), .init(0.9...1.1)])
    #expect(limited.ratios[1].value == 0.75 && limited.ratios[1].isLimited)
    #expect(limited.ratios[4].value == 0.9 && limited.ratios[4].sex == .female)
    // Children for each woman are not cohorts; a limit must name their ages.
    #expect(limited.ratios[0].value == mean.ratios[0].value && !limited.ratios[0].isLimited)
    // Of those who are old at the end the ratio stays: 50 of (100, 90, 70) and 50.
    let young = try HamiltonPerry(
      periods, womenAges: span, limits: [.init(0.9...1, endingBelow: 65)])
    #expect(young.ratios[1].value == 0.9 && young.ratios[0].value == mean.ratios[0].value)
    #expect(young.ratios[2].value == mean.ratios[2].value && !young.ratios[2].isLimited)
    let children = try HamiltonPerry(
      periods, womenAges: span, limits: [.init(0...1, ages: AgeGroup(0, through: 9))])
    #expect(children.ratios[0].value == 1 && children.ratios[3].value == 1)
  }

  @Test func `A cohort of nobody has no ratio unless one is fixed`() throws {
    let ages = try AgeClassification.tenYearGroups(openFrom: 20)
    func table(_ year: Int, _ counts: [Double]) throws -> AgeTable {
      try AgeTable(
        .population, period: .calendarYear(year), ages: ages,
        columns: [AgeTable.Column(.female, counts)])
    }
    let pair = try IntercensalPair(
      start: table(2000, [0, 10, 10]), end: table(2010, [10, 10, 10]))
    let span = try #require(AgeGroup(10, through: 19))
    let error = try #require(throws: AgeMethodError.self) {
      try HamiltonPerry([pair], womenAges: span)
    }
    #expect(error.code == .denominatorNotPositive && error.age?.description == "0-9")
    #expect(error.message.en.contains("wider ages"))
    let fixed = try HamiltonPerry([pair], womenAges: span, limits: [.init(1...1, ages: span)])
    #expect(fixed.ratios[1].value == 1 && fixed.ratios[1].mean == nil)
    // One of two periods is enough.
    let other = try IntercensalPair(
      start: table(2000, [5, 10, 10]), end: table(2010, [10, 4, 10]))
    let two = try HamiltonPerry([pair, other], womenAges: span)
    #expect(two.ratios[1].observed == [nil, 0.8] && two.ratios[1].value == 0.8)
  }

  @Test func `What does not fit is refused, with what to do`() throws {
    let women = try #require(AgeGroup(10, through: 19))
    func code(
      _ periods: [IntercensalPair], women: AgeGroup? = women,
      limits: [HamiltonPerry.Limit] = []
    ) throws -> AgeMethodError {
      try #require(throws: AgeMethodError.self) {
        try HamiltonPerry(periods, womenAges: women, limits: limits)
      }
    }
    #expect(try code([]).code == .noRows)
    #expect(try code([Self.small()], women: AgeGroup(0, through: 9)).code == .parameterOutOfRange)
    #expect(try code([Self.small(), County.pair()]).code == .differentTables)
    #expect(try code([Self.small()], limits: [.init(-1...1)]).code == .parameterOutOfRange)
    let teens = try #require(AgeGroup(12, through: 17))
    #expect(try code([Self.small()], limits: [.init(0...1, ages: teens)]).age == teens)
    let coarse = try IntercensalPair(
      start: County.pair().start,
      end: County.pair().end.regrouped(to: .fiveYearGroups(openFrom: 80)))
    let open = try code([coarse], women: nil)
    #expect(open.code == .differentTables)
    #expect(open.message.en.contains("80+") && open.message.en.contains("85+"))
    #expect(open.message.ja.contains("80歳以上にそろえます"))
    let method = try HamiltonPerry([County.pair()])
    func refused(_ base: AgeTable, steps: Int = 1) throws -> AgeMethodError.Code {
      try #require(throws: AgeMethodError.self) {
        try method.projection(from: base, startYear: 2015, steps: steps)
      }.code
    }
    let base = try County.pair().end
    #expect(try refused(base.bothSexes()) == .missingSex)
    #expect(try refused(base.only(.male)) == .missingSex)
    #expect(try refused(base.regrouped(to: .fiveYearGroups(openFrom: 80))) == .differentTables)
    #expect(try refused(base, steps: -1) == .parameterOutOfRange)
  }

  static func stocks(_ tables: [AgeTable], code: String = "012106") throws -> [CitedAgeTable] {
    try tables.map { try CohortAnalysisTests.cited($0, code: code) }
  }

  @Test func `A municipality's last stocks are taken, in the ages that all have`() throws {
    let first = try County.pair().start
    let last = try County.pair().end.regrouped(to: .fiveYearGroups(openFrom: 80))
    let members = try HamiltonPerryAnalysis.members(of: Self.stocks([last, first]), to: 2030)
    #expect(members.count == 1 && members[0].periods == [2010...2015])
    #expect(members[0].projection.years == [2015, 2020, 2025, 2030])
    #expect(members[0].method.ages.openGroup?.description == "80+")
    func refused(_ end: Int, averaging count: Int = 1) throws -> AgeMethodError {
      try #require(throws: AgeMethodError.self) {
        try HamiltonPerryAnalysis.members(
          of: Self.stocks([last, first]), to: end, averaging: count)
      }
    }
    let years = try refused(2032)
    #expect(years.code == .periodDoesNotMatchAgeStep && years.message.en.contains("5 years"))
    let few = try refused(2030, averaging: 2)
    #expect(few.code == .missingPopulation && few.message.ja.contains("2010、2015年"))
    let two = try Self.stocks([first, last]) + Self.stocks([first], code: "012131")
    let other = try #require(throws: AgeMethodError.self) {
      try HamiltonPerryAnalysis.members(of: two, to: 2030)
    }
    #expect(other.text == "012131")
    #expect(throws: AgeMethodError.self) { try HamiltonPerryAnalysis.members(of: [], to: 2030) }
  }
}
