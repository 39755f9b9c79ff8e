import MunicipalModel
import Testing

@testable import Demography

@Suite("Decomposition and standardisation")
struct DecompositionTests {
  // Das Gupta, Standardization and Decomposition of Rates (1993), example 5.3: the United States by
  // eleven ages of two groups, population in thousands and deaths per thousand.
  static let population1970: [Double] = [
    2968, 11484, 34614, 30992, 21983, 20314, 20928, 16897, 11339, 5720, 1315, 535, 2162, 6120,
    4781, 3096, 2718, 2363, 1767, 1149, 448, 117,
  ]
  static let rates1970: [Double] = [
    18.469, 0.751, 0.391, 1.146, 1.287, 2.672, 6.636, 15.691, 34.723, 79.763, 176.837, 36.993,
    1.352, 0.541, 2.04, 3.523, 6.746, 12.967, 24.471, 45.091, 74.902, 123.205,
  ]
  static let population1985: [Double] = [
    3041, 11577, 27450, 32711, 35480, 27411, 19555, 19795, 15254, 8022, 2472, 707, 2692, 6473,
    6841, 6547, 4352, 3034, 2540, 1749, 804, 236,
  ]
  static let rates1985: [Double] = [
    9.163, 0.462, 0.248, 0.929, 1.084, 1.81, 4.715, 12.187, 27.728, 64.068, 157.57, 17.208,
    0.738, 0.328, 1.103, 2.045, 3.724, 8.052, 17.812, 34.128, 68.276, 125.161,
  ]

  static func strata(_ population: [Double], _ rates: [Double]) -> [KitagawaDecomposition.Stratum] {
    zip(population, rates).enumerated().map { index, pair in
      KitagawaDecomposition.Stratum(
        label: LocalizedText("\(index / 11 + 1), \(index % 11 + 1)"), population: pair.0,
        rate: pair.1)
    }
  }

  static let strata1970 = strata(population1970, rates1970)
  static let strata1985 = strata(population1985, rates1985)

  @Test func `Das Gupta's effects`() throws {
    let result = try KitagawaDecomposition(from: Self.strata1970, to: Self.strata1985)
    #expect(abs(result.compositionEffect - 1.54151) < 0.000_005)
    #expect(abs(result.rateEffect - -2.22773) < 0.000_006)
    #expect(abs(result.difference - -0.68622) < 0.000_005)
    #expect(abs(result.secondCrudeRate - result.firstCrudeRate - result.difference) < 1e-12)
  }

  @Test func `Effects add up to the difference exactly`() throws {
    let result = try KitagawaDecomposition(from: Self.strata1970, to: Self.strata1985)
    #expect(result.compositionEffect + result.rateEffect == result.difference)
    #expect(
      result.effects.reversed().reduce(0) { $0 + $1.rate + $1.composition }
        == result.difference)
  }

  @Test func `The other way round the signs turn`() throws {
    let there = try KitagawaDecomposition(from: Self.strata1970, to: Self.strata1985)
    let back = try KitagawaDecomposition(from: Self.strata1985, to: Self.strata1970)
    #expect(abs(there.compositionEffect + back.compositionEffect) < 1e-12)
    #expect(abs(there.rateEffect + back.rateEffect) < 1e-12)
    let same = try KitagawaDecomposition(from: Self.strata1970, to: Self.strata1970)
    #expect(same.difference == 0 && same.effects.allSatisfy { $0.rate == 0 })
    let doubled = Self.strata(Self.population1970.map { $0 * 2 }, Self.rates1970)
    let larger = try KitagawaDecomposition(from: Self.strata1970, to: doubled)
    #expect(abs(larger.compositionEffect) < 1e-15)
  }

  @Test func `Strata that do not fit are refused`() throws {
    func code(_ strata: [KitagawaDecomposition.Stratum]) throws -> (AgeMethodError.Code, Int?) {
      let error = try #require(throws: AgeMethodError.self) {
        try KitagawaDecomposition(from: Self.strata1970, to: strata)
      }
      return (error.code, error.row)
    }
    #expect(try code(Self.strata1985.dropLast()) == (.differentTables, 22))
    #expect(try code(Self.strata1985.reversed()) == (.differentTables, 1))
    let negative = Self.strata([-1] + Self.population1985.dropFirst(), Self.rates1985)
    #expect(try code(negative) == (.negativeCount, 1))
    let odd = Self.strata(Self.population1985, [0.1, .nan] + Self.rates1985.dropFirst(2))
    #expect(try code(odd) == (.notFinite, 2))
    let nobody = Self.strata(Self.population1985.map { _ in 0 }, Self.rates1985)
    #expect(try code(nobody) == (.denominatorNotPositive, nil))
    #expect(
      try #require(throws: AgeMethodError.self) {
        try KitagawaDecomposition(from: [], to: [])
      }.code == .noRows)
  }

  @Test func `Model populations have their published totals`() throws {
    let latest = try StandardPopulation.japanModel2015().population
    let former = try StandardPopulation.japanModel1985().population
    #expect(latest.total == 125_319_000 && latest.ages.openGroup?.lowerAge == 95)
    #expect(former.total == 120_287_000 && former.ages.openGroup?.lowerAge == 85)
  }

  static func rates(_ male: [Int], _ female: [Int]) throws -> AgeSpecificRates {
    let ages = try AgeClassification.groups(ofWidth: 5, openFrom: 10)
    return try AgeSpecificRates(
      events: AgeTable(
        .outMigrants, ages: ages,
        columns: [AgeTable.Column(.male, male), AgeTable.Column(.female, female)]),
      population: AgeTable(
        .population, ages: ages,
        columns: [
          AgeTable.Column(.male, [100, 200, 300]), AgeTable.Column(.female, [100, 200, 700]),
        ]))
  }

  @Test func `Standardised on itself a rate is the crude rate`() throws {
    let rates = try Self.rates([1, 4, 9], [2, 3, 30])
    let own = try StandardPopulation(
      name: LocalizedText("own"),
      population: AgeTable(
        .population, ages: rates.ages,
        columns: [
          AgeTable.Column(.male, [100, 200, 300]), AgeTable.Column(.female, [100, 200, 700]),
        ]))
    let result = try rates.directlyStandardized(on: own)
    #expect(abs(result.value - rates.crudeRate) < 1e-12)
    #expect(abs(rates.crudeRate - 49.0 / 1600 * 1000) < 1e-12)
    #expect(result.standard.name.en == "own" && result.scale == .perMille)
    // Both sexes at 0–4: 3 of 200; 5–9: 7 of 400; 10 and over: 39 of 1,000.
    let national = try rates.directlyStandardized(on: .japanModel2015())
    let oldest: Double = (125_319 - 5026 - 5369) * 39
    let weighted: Double = 5026 * 15 + 5369 * 17.5 + oldest
    #expect(abs(national.value - weighted / 125_319) < 1e-9)
  }

  @Test func `Standards that do not fit are refused`() throws {
    let rates = try Self.rates([1, 4, 9], [2, 3, 30])
    let men = try StandardPopulation(
      name: LocalizedText("men"),
      population: AgeTable(
        .population, ages: rates.ages, columns: [AgeTable.Column(.male, [100, 200, 300])]))
    #expect(
      try #require(throws: AgeMethodError.self) { try rates.directlyStandardized(on: men) }.sex
        == .female)
    let coarse = try StandardPopulation(
      name: LocalizedText("coarse"),
      population: AgeTable(
        .population, ages: .broadGroups, columns: [AgeTable.Column(.both, [100, 200, 300])]))
    #expect(
      try #require(throws: AgeMethodError.self) { try rates.directlyStandardized(on: coarse) }
        .code.rawValue == "needs-splitting")
    #expect(throws: AgeMethodError.self) {
      try StandardPopulation(
        name: LocalizedText("nobody"),
        population: AgeTable(
          .population, ages: .broadGroups, columns: [AgeTable.Column(.both, [0, 0, 0])]))
    }
  }

  @Test func `Dissimilarity lies between 0 and 100`() throws {
    let ages = try AgeClassification.groups(ofWidth: 5, openFrom: 10)
    func table(_ counts: [Int], _ measure: AgeMeasure = .population) throws -> AgeTable {
      try AgeTable(measure, ages: ages, columns: [AgeTable.Column(.both, counts)])
    }
    let even = try table([10, 10, 20])
    #expect(try even.indexOfDissimilarity(to: table([20, 20, 40], .outMigrants)) == 0)
    #expect(try table([1, 0, 0]).indexOfDissimilarity(to: table([0, 3, 3])) == 100)
    #expect(try even.indexOfDissimilarity(to: table([20, 10, 10])) == 25)
    for other in [
      try table([0, 0, 0]), try table([1, -1, 1], .netMigrants),
      try even.regrouped(to: .groups(ofWidth: 5, openFrom: 5)),
    ] {
      #expect(throws: AgeMethodError.self) { try even.indexOfDissimilarity(to: other) }
    }
  }

  @Test func `Rates over nobody are refused`() throws {
    let ages = try AgeClassification.groups(ofWidth: 5, openFrom: 10)
    let error = try #require(throws: AgeMethodError.self) {
      try AgeSpecificRates(
        events: AgeTable(.deaths, ages: ages, columns: [AgeTable.Column(.male, [1, 2, 3])]),
        population: AgeTable(.population, ages: ages, columns: [AgeTable.Column(.male, [1, 0, 3])]))
    }
    #expect(error.code == .denominatorNotPositive && error.row == 2)
    #expect(error.age?.description == "5-9")
  }

  /// Nobody of 10 and over at first, 50 of 100 later: C₁ = 1, 0 and C₂ = ½, ½.
  ///
  /// Rates 10 and 30 for 0–9, 70 for the others later; crude 10 and 50. Composition: (½ − 1) × (10 + 30) ÷ 2
  /// + (½ − 0) × 70 = 25; rates: (30 − 10) × (1 + ½) ÷ 2 = 15.
  @Test func `A stratum without people adds by its share alone`() throws {
    func strata(_ people: [Double], _ rates: [Double?]) -> [KitagawaDecomposition.Stratum] {
      zip(people, rates).enumerated().map {
        KitagawaDecomposition.Stratum(label: LocalizedText("\($0)"), population: $1.0, rate: $1.1)
      }
    }
    let first = strata([200, 0, 0], [10, nil, nil])
    let second = strata([50, 50, 0], [30, 70, nil])
    let result = try KitagawaDecomposition(from: first, to: second)
    #expect(result.firstCrudeRate == 10 && result.secondCrudeRate == 50)
    #expect(result.compositionEffect == 25 && result.rateEffect == 15)
    #expect(result.effects[1].composition == 35 && result.effects[1].rate == 0)
    #expect(result.effects[2].composition == 0 && result.effects[2].rate == 0)
    let back = try KitagawaDecomposition(from: second, to: first)
    #expect(back.compositionEffect == -25 && back.rateEffect == -15)
    let missing = try #require(throws: AgeMethodError.self) {
      try KitagawaDecomposition(from: strata([1, 1, 1], [1, nil, 1]), to: second)
    }
    #expect(missing.code == .missingRate && missing.row == 2)
    let huge = try #require(throws: AgeMethodError.self) {
      try KitagawaDecomposition(from: strata([1, 1e308, 1e308], [1, 1, 1]), to: second)
    }
    #expect(huge.code == .tooLarge && huge.row == 2)
  }

  @Test func `A band without people keeps the rates of the others`() throws {
    let ages = try AgeClassification.groups(ofWidth: 5, openFrom: 10)
    func rates(_ events: [Int], _ people: [Double]) throws -> AgeSpecificRates {
      try AgeSpecificRates(
        events: AgeTable(.outMigrants, ages: ages, columns: [AgeTable.Column(.both, events)]),
        population: AgeTable(.population, ages: ages, columns: [AgeTable.Column(.both, people)]))
    }
    let village = try rates([1, 0, 6], [100, 0, 200])
    #expect(village.rates == [10, nil, 30])
    #expect(village.rates(of: .both) == [10, nil, 30])
    #expect(abs(village.crudeRate - 7000.0 / 300) < 1e-12)
    #expect(village.strata.map(\.rate) == [10, nil, 30])
    let error = try #require(throws: AgeMethodError.self) {
      try village.directlyStandardized(on: .japanModel2015())
    }
    #expect(error.code == .denominatorNotPositive && error.age?.description == "5-9")
    #expect(error.hint.ja.contains("間接法"))
    // A standard with nobody of 5–9 asks for no rate there: (10 × 1 + 30 × 3) ÷ 4.
    let standard = try StandardPopulation(
      name: LocalizedText("nobody of 5–9"),
      population: AgeTable(.population, ages: ages, columns: [AgeTable.Column(.both, [1, 0, 3])]))
    #expect(try village.directlyStandardized(on: standard).value == 25)
    let tiny = try #require(throws: AgeMethodError.self) {
      try rates([1, 0, 6], [.leastNonzeroMagnitude, 0, 200])
    }
    #expect(tiny.code == .tooLarge && tiny.age?.description == "0-4")
    #expect(
      try #require(throws: AgeMethodError.self) { try rates([0, 0, 0], [0, 0, 0]) }.code
        == .denominatorNotPositive)
    #expect(
      try #require(throws: AgeMethodError.self) {
        try village.youngAdultPeak(of: .both, within: AgeGroup(5, through: 9))
      }.code == .noRows)
  }

  @Test func `Two years of one city are decomposed`() throws {
    let first = try RegisteredSocialChange(RegisteredSocialChangeTests.year())
    let second = try RegisteredSocialChange(
      RegisteredSocialChangeTests.year(
        population: [[600, 800, 950, 3100], [640, 800, 850, 3600]]))
    let result = try KitagawaDecomposition(
      from: first.ageSpecificRates(.socialChange).strata,
      to: second.ageSpecificRates(.socialChange).strata)
    #expect(abs(result.difference - (second.totalRate - first.totalRate)) < 1e-12)
    #expect(result.effects[2].label.ja == "男 20～29歳")
  }
}
