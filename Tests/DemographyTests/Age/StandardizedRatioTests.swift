import Demography
import MunicipalModel
import Testing

/// Indirect standardisation.
@Suite("Standardised ratios")
struct StandardizedRatioTests {
  static func table(
    _ measure: AgeMeasure, _ counts: [Double], sex: Sex = .both, ages: [String] = ages
  ) throws -> AgeTable {
    try AgeTable(
      measure, ages: AgeClassification(ages.compactMap { AgeGroup(printed: $0) }),
      columns: [AgeTable.Column(sex, counts)])
  }

  static let ages = ["0-29", "30-59", "60+"]

  /// Sweden's rates of 0.45, 2.4 and 42.4 per 1,000, over 100,000 people of each age.
  static func sweden() throws -> AgeSpecificRates {
    try AgeSpecificRates(
      events: table(.deaths, [45, 240, 4240]),
      population: table(.population, [100_000, 100_000, 100_000]))
  }

  /// Ecuador has 1.52 times the deaths that Sweden's rates expect.
  ///
  /// IUSSP, Population Analysis for Policies and Programmes, module 101, session 6: 7,498, 3,219 and 742
  /// thousand people, 64,700 deaths, 42,561 expected; by the direct method Sweden has 3.7 per 1,000 on
  /// Ecuador's ages.
  @Test func `Ecuador's deaths at Sweden's rates`() throws {
    let people = try Self.table(.population, [7_498_000, 3_219_000, 742_000])
    let ratio = try Self.sweden().standardizedRatio(
      of: Self.table(.deaths, [16_700, 11_900, 36_100]), among: people,
      standard: LocalizedText("Sweden"))
    // 3,374.1 + 7,725.6 + 31,460.8; the course adds up rounded figures.
    #expect(abs(ratio.expected - 42_561) <= 1)
    #expect(abs(ratio.expected - 42_560.5) < 1e-9)
    #expect(ratio.observed == 64_700 && abs(ratio.value - 1.52) < 0.005)
    #expect(ratio.standard.en == "Sweden" && ratio.scale == .perMille)
    // 4,525 deaths of 300,000 are 15.08 per 1,000; × 1.52018.
    #expect(abs(ratio.indirectlyStandardizedRate - 15.083_333 * 1.520_189) < 0.0001)
    let direct = try Self.sweden().directlyStandardized(
      on: StandardPopulation(name: LocalizedText("Ecuador"), population: people))
    #expect(abs(direct.value - 3.7) < 0.05)
  }

  /// 2,550 deaths, whose ages are not known, against 13,120 expected.
  ///
  /// R. Najera, Epi 101: Indirect Age Adjustment (epidemiologist.blog, 2019), with its uneven ages.
  @Test func `Deaths of unknown ages`() throws {
    let ages = ["0-15", "16-35", "36-55", "56-75", "76+"]
    let standard = try AgeSpecificRates(
      events: Self.table(.deaths, [200, 1500, 2450, 3700, 4200], ages: ages),
      population: Self.table(.population, [20_000, 30_000, 35_000, 37_000, 28_000], ages: ages))
    let ratio = try standard.standardizedRatio(
      of: Self.table(.deaths, [2550], ages: ["0+"]),
      among: Self.table(.population, [15_000, 20_000, 21_000, 30_000, 50_000], ages: ages),
      standard: LocalizedText("standard"))
    #expect(abs(ratio.expected - 13_120) < 1e-9)
    #expect(abs(ratio.value - 2550.0 / 13_120) < 1e-12)
  }

  @Test func `Against itself the ratio is 1, with empty ages too`() throws {
    let ages = ["0-29", "30-59", "60+"]
    let people = try AgeTable(
      .population, ages: AgeClassification(ages.compactMap { AgeGroup(printed: $0) }),
      columns: [AgeTable.Column(.male, [10, 0, 40]), AgeTable.Column(.female, [20, 0, 70])])
    let deaths = try AgeTable(
      .deaths, ages: people.ages,
      columns: [AgeTable.Column(.male, [1, 0, 4]), AgeTable.Column(.female, [1, 0, 5])])
    let own = try AgeSpecificRates(events: deaths, population: people)
    for table in [people, people.bothSexes()] {
      let ratio = try own.standardizedRatio(
        of: deaths, among: table, standard: LocalizedText("own"))
      #expect(abs(ratio.value - 1) < 1e-12 && ratio.observed == 11)
      #expect(abs(ratio.indirectlyStandardizedRate - own.crudeRate) < 1e-9)
    }
    // Men by the rates of both sexes would be another question: the standard has no rates of men alone.
    let error = try #require(throws: AgeMethodError.self) {
      try own.bothSexes().standardizedRatio(
        of: deaths.only(.male), among: people.only(.male), standard: LocalizedText("own"))
    }
    #expect(error.code == .missingSex)
    let men = try own.standardizedRatio(
      of: deaths.only(.male), among: people.only(.male), standard: LocalizedText("own"))
    // 5 deaths of 50 men.
    #expect(abs(men.value - 1) < 1e-12 && abs(men.standardCrudeRate - 100) < 1e-12)
  }

  @Test func `What does not fit is refused`() throws {
    let standard = try Self.sweden()
    let people = try Self.table(.population, [10, 10, 10])
    let deaths = try Self.table(.deaths, [1, 1, 1])
    func code(_ events: AgeTable, _ people: AgeTable, _ rates: AgeSpecificRates? = nil) throws
      -> String
    {
      try #require(throws: AgeMethodError.self) {
        try (rates ?? standard).standardizedRatio(
          of: events, among: people, standard: LocalizedText("standard"))
      }.code.rawValue
    }
    #expect(try code(Self.table(.births, [1, 1, 1]), people) == "wrong-measure")
    #expect(try code(deaths, deaths) == "wrong-measure")
    #expect(try code(Self.table(.deaths, [1, 1, 1], sex: .male), people) == "missing-sex")
    #expect(
      try code(deaths, Self.table(.population, [1], ages: ["0+"])) == "not-covered"
        || code(deaths, Self.table(.population, [1], ages: ["0+"])) == "needs-splitting")
    #expect(try code(deaths, Self.table(.population, [0, 0, 0])) == "denominator-not-positive")
    let gap = try AgeSpecificRates(
      events: Self.table(.deaths, [1, 0, 1]), population: Self.table(.population, [9, 0, 9]))
    #expect(try code(deaths, people, gap) == "denominator-not-positive")
    let balance = try AgeSpecificRates(
      events: Self.table(.netMigrants, [1, -2, 1]), population: people)
    #expect(try code(Self.table(.netMigrants, [1, 1, 1]), people, balance) == "wrong-measure")
  }
}
