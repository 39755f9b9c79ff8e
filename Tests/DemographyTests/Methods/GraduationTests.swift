import MunicipalModel
import Testing

@testable import Demography

/// Graduated figures that DemoTools (Riffe, Aburto and others, version 01.13) prints in its reference.
@Suite("Single years from five-year groups")
struct GraduationTests {
  /// DemoTools' `pop5_mat`, 1950: 0–4 to 95–99, and 100 and over with nobody.
  static let groups1950: [Double] = [
    54170, 44775, 42142, 38464, 34406, 30386, 26933, 23481, 20602, 16489, 14248, 9928, 8490, 4801,
    3599, 2048, 941, 326, 80, 17,
  ]

  static func check(
    _ found: some Sequence<Double>, _ expected: [Double], within tolerance: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for (one, other) in zip(found, expected) {
      #expect(abs(one - other) < tolerance, sourceLocation: sourceLocation)
    }
  }

  /// The reference of `graduate_sprague`.
  @Test func `Sprague as DemoTools has it`() {
    let years = AgeGraduation.sprague.singleYears(of: Self.groups1950)
    Self.check(
      years, [12_172.491, 11_380.448, 10_717.448, 10_171.000, 9_728.613, 9_377.795], within: 0.001)
    Self.check(years.suffix(5), [5.8576, 4.5040, 3.4240, 2.3200, 0.8944], within: 0.0001)
  }

  /// The reference of `graduate_beers`, with 100–104 as a closed group of nobody.
  @Test func `Beers as DemoTools has it`() {
    let years = AgeGraduation.beersOrdinary.singleYears(of: Self.groups1950 + [0])
    Self.check(
      years, [11_932.734, 11_342.324, 10_788.613, 10_280.289, 9_826.041, 9_435.405], within: 0.001)
    Self.check(
      years.suffix(6), [2.8740, 2.8627, 2.4001, 1.1396, -1.2605, -5.1419], within: 0.0001)
  }

  /// Johnson's spreadsheet BEERSP of 2016 in DemoTools' tests: age 1 and 9 to 12, which its own treatment of young
  /// ages leaves as Beers has them.
  @Test func `Beers as Johnson's spreadsheet has it`() {
    let years = AgeGraduation.beersOrdinary.singleYears(of: [
      752_124, 582_662, 463_534, 369_976, 286_946, 235_867, 199_561, 172_133, 151_194, 131_502,
      113_439, 95_614, 78_777, 60_157, 40_960, 21_318,
    ])
    #expect(abs(years[1] - 158_163) < 1)
    Self.check(years[9...12], [105_733, 101_088, 96_719, 92_551], within: 1)
  }

  /// DemoTools' `pop1m_ind` (men of India, 1991, smoothed) in groups of five years, and its reference of `graduate_beers`
  /// with the method `mod`.
  @Test func `Beers' modified formula as DemoTools has it`() {
    let years = AgeGraduation.beersModified.singleYears(of: Self.india)
    Self.check(
      years,
      [
        9_549_663.507, 10_101_199.499, 10_562_432.945, 10_933_363.847, 11_213_992.203,
        11_404_022.043, 11_503_489.930, 11_515_538.375, 11_441_201.536, 11_284_656.084,
        11_051_631.663, 10_751_592.372, 10_398_328.701, 10_010_512.913, 9_608_297.123,
      ], within: 0.001)
    Self.check(
      years[50...54], [3_564_064.288, 3_436_072.960, 3_271_240.261, 3_071_781.068, 2_848_207.053],
      within: 0.001)
  }

  /// 0–4 to 95–99.
  static let india: [Double] = [
    52360652, 57419164, 51947630, 42231074, 37514223, 34546587, 29917765, 27558300, 22842245,
    18954561, 16904890, 10941747, 11907237, 6493630, 5535950, 2102284, 2094961, 601000, 421930,
    134360,
  ]

  @Test(arguments: [AgeGraduation.sprague, .beersOrdinary])
  func `The years of a group add up to it`(formula: AgeGraduation) {
    let years = formula.singleYears(of: Self.groups1950)
    for (row, group) in Self.groups1950.enumerated() {
      #expect(abs(years[row * 5..<row * 5 + 5].reduce(0, +) - group) < 1e-6)
    }
  }

  /// Of groups on a straight line the years lie on it too, by every formula.
  @Test(arguments: AgeGraduation.allCases)
  func `A straight line stays`(formula: AgeGraduation) {
    let line = (0..<40).map { 1_000 - 20 * Double($0) }
    let groups = (0..<8).map { line[$0 * 5..<$0 * 5 + 5].reduce(0, +) }
    Self.check(formula.singleYears(of: groups), line, within: formula == .beersModified ? 1.5 : 0.3)
    // Turned round, the years come out turned round.
    let back = formula.singleYears(of: groups.reversed())
    for (one, other) in zip(formula.singleYears(of: groups), back.reversed()) {
      #expect(abs(one - other) < 1e-9)
    }
  }

  @Test func `A table keeps its open group, its sexes and those of unknown age`() throws {
    let ages = try AgeClassification.fiveYearGroups(openFrom: 90)
    let men = PublishedAges.male2010
    let women = PublishedAges.female2010
    let table = try AgeTable(
      .population, period: .calendarYear(2010), ages: ages,
      columns: [
        AgeTable.Column(.male, men.map(Double.init), notReported: 7),
        AgeTable.Column(.female, women.map(Double.init)),
      ])
    let years = try table.singleYears()
    #expect(years.ages == (try AgeClassification.singleYears(openFrom: 90)))
    #expect(years.notReported == [7, 0] && years.period == table.period)
    let back = try years.regrouped(to: ages)
    for (one, other) in zip(back.counts, table.counts) { #expect(abs(one - other) < 1e-6) }
    #expect(try years.count(of: .female, at: #require(AgeGroup(andOver: 90))) == 1_151)
    // Women of 20 by the multipliers of a group inside.
    let expected =
      -0.0128 * Double(women[2]) + 0.0848 * Double(women[3]) + 0.1504 * Double(women[4])
      - 0.0240 * Double(women[5]) + 0.0016 * Double(women[6])
    #expect(
      abs(try years.count(of: .female, at: #require(AgeGroup(singleYear: 20))) - expected) < 1e-9)
  }

  @Test func `Groups that the formulas do not take are refused`() throws {
    func error(_ groups: [String], _ counts: [Double]) throws -> AgeMethodError {
      try #require(throws: AgeMethodError.self) {
        try AgeTable(
          .population, ages: AgeClassification(groups.compactMap { AgeGroup(printed: $0) }),
          columns: [AgeTable.Column(.both, counts)]
        ).singleYears()
      }
    }
    let infants = try error(
      ["0", "1-4", "5-9", "10-14", "15-19", "20-24", "25+"], [1, 4, 5, 5, 5, 5, 9])
    #expect(infants.code.rawValue == "unsupported-ages" && infants.age?.description == "0")
    #expect(infants.message.en.contains("regrouped"))
    let few = try error(["0-4", "5-9", "10-14", "15-19", "20+"], [5, 5, 5, 5, 9])
    #expect(few.code.rawValue == "unsupported-ages" && few.message.en.contains("5 closed groups"))
    let negative = try error(
      ["0-4", "5-9", "10-14", "15-19", "20-24", "25+"], [0, 1_000, 0, 1_000, 0, 0])
    #expect(negative.code == .negativeCount && negative.age != nil && negative.sex == .both)
  }
}
