import MunicipalModel
import Testing

@testable import Demography

@Suite("Survival that cannot be")
struct SurvivalRatioErrorTests {
  @Test(arguments: [
    (1.0001, AgeMethodError.Code.survivalAboveOne), (-0.1, .survivalNotPositive),
    (.nan, .survivalNotPositive), (.infinity, .survivalAboveOne),
  ])
  func `Ratios outside 0 to 1 are refused`(ratio: Double, code: AgeMethodError.Code) throws {
    let ages = try AgeClassification.fiveYearGroups(openFrom: 10).groups
    let error = try #require(throws: AgeMethodError.self) {
      try SurvivalRatios(
        years: 5, sexes: [.female],
        rows: [
          .init(.female, ages[0], 0.9), .init(.female, ages[1], ratio, row: 31),
          .init(.female, ages[2], 0.9),
        ])
    }
    #expect(error.code == code)
    #expect(error.row == 31 && error.sex == .female && error.age?.description == "5-9")
  }

  @Test func `Rows that overlap, leave a gap or lack a sex are named`() throws {
    func error(_ groups: [String], _ sexes: [Sex] = [.male]) throws -> AgeMethodError {
      try #require(throws: AgeMethodError.self) {
        try SurvivalRatios(
          years: 5, sexes: sexes,
          rows: groups.map { .init(.male, try #require(AgeGroup(printed: $0)), 0.9) })
      }
    }
    #expect(try error(["0-4", "10+"]).code.rawValue == "gap-between-ages")
    #expect(try error(["0-4", "10+"]).row == 2)
    #expect(try error(["0-4", "4+"]).code.rawValue == "overlapping-ages")
    #expect(try error(["0+", "5-9"]).code.rawValue == "open-group-in-middle")
    #expect(try error(["0-4", "5+"], [.male, .female]).code == .missingSex)
    #expect(try error([]).code == .noRows)
    for years in [0, -1, .max] {
      #expect(throws: AgeMethodError.self) { try SurvivalRatios(years: years, rows: []) }
    }
  }

  @Test func `Life tables that cannot be are refused`() throws {
    let ages = try AgeClassification.fiveYearGroups(openFrom: 10)
    for lived in [[5, 4], [5, 6, 1], [5, -1, 1], [5, .nan, 1], [5, 4, .infinity]] {
      let error = try #require(throws: AgeMethodError.self) {
        try LifeTable(ages: ages, personYearsLived: lived, radix: 1)
      }
      #expect(error.code == .impossibleLifeTable)
    }
    #expect(throws: AgeMethodError.self) {
      try LifeTable(ages: ages, personYearsLived: [5, 4, 1], radix: 0)
    }
    for rates in [
      [0.1, 0.1], [-0.1, 0.1, 0.1], [0.1, 0.9, 0.1], [0.1, .nan, 0.1], [0.1, 0.1, 0],
    ] {
      #expect(throws: AgeMethodError.self) { try LifeTable(ages: ages, deathRates: rates) }
    }
    for dying in [[0.1], [0.1, 1.1], [0.1, -0.1], [0.1, 0.1, 0.5], [0.1, 0.1, 1, 1]] {
      #expect(throws: AgeMethodError.self) {
        try LifeTable(ages: ages, probabilitiesOfDying: dying, closing: .deathRate(0.1))
      }
    }
    #expect(throws: AgeMethodError.self) {
      try LifeTable(
        ages: ages, deathRates: [0.1, 0.1, 0.1], averageYearsLived: .given([6, 2.5]))
    }
    let closed = try #require(throws: AgeMethodError.self) {
      try LifeTable(
        ages: AgeClassification([#require(AgeGroup(0, through: 4))]), deathRates: [0.1])
    }
    #expect(closed.code == .openGroupMismatch)
  }

  @Test func `What a life table cannot tell is refused`() throws {
    let table = try LifeTable(
      ages: .fiveYearGroups(openFrom: 85), personYearsLived: SurvivalRatioTests.stationary1995)
    func code(_ ages: AgeClassification, years: Int = 5) throws -> String {
      try #require(throws: AgeMethodError.self) {
        try SurvivalRatios(table, sex: .male, years: years, ages: ages)
      }.code.rawValue
    }
    // 85+ would have to be split into 85–89 and 90+.
    #expect(try code(.fiveYearGroups(openFrom: 85)) == "needs-splitting")
    #expect(try code(.singleYears(openFrom: 80)) == "needs-splitting")
    #expect(try code(.fiveYearGroups(openFrom: 80), years: 3) == "needs-splitting")
    #expect(try code(.fiveYearGroups(openFrom: 80), years: 0) == "parameter-out-of-range")
    #expect(try code(.fiveYearGroups(openFrom: 80), years: .max) == "parameter-out-of-range")
  }

  /// Of 100,000 births, 497,370 years are lived by the fifth birthday; 100,000 cannot live 994,740, and
  /// 4.9737 is what one of them lives.
  @Test(arguments: [(2.0, 100_000.0), (1, 1), (0.000_01, 100_000), (1, 1_000_000)])
  func `Figures of another radix are refused`(factor: Double, radix: Double) throws {
    let lived = SurvivalRatioTests.stationary1995.map { $0 * factor }
    let ages = try AgeClassification.fiveYearGroups(openFrom: 85)
    let error = try #require(throws: AgeMethodError.self) {
      try LifeTable(ages: ages, personYearsLived: lived, radix: radix)
    }
    #expect(error.code == .impossibleLifeTable && error.age?.description == "0-4")
    #expect(error.hint.en.contains("per birth") == (lived[0] < radix / 2))
  }

  @Test func `Figures per birth have a radix of 1`() throws {
    let ages = try AgeClassification.fiveYearGroups(openFrom: 85)
    let whole = try LifeTable(ages: ages, personYearsLived: SurvivalRatioTests.stationary1995)
    let one = try LifeTable(
      ages: ages, personYearsLived: SurvivalRatioTests.stationary1995.map { $0 / 100_000 },
      radix: 1)
    // The published figures add up to 7,637,968; 平均寿命 of 1995 is 76.38.
    #expect(abs(whole.lifeExpectancy - 76.379_68) < 1e-9)
    #expect(abs(one.lifeExpectancy - 76.379_68) < 1e-9)
    // A table that begins at an age has the people alive there as its radix.
    let old = try AgeClassification([#require(AgeGroup(andOver: 85))])
    #expect(try LifeTable(ages: old, personYearsLived: [4.2], radix: 1).lifeExpectancy == 4.2)
    #expect(throws: AgeMethodError.self) {
      try LifeTable(ages: old, personYearsLived: [4.2], radix: 1e300)
    }
  }

  @Test(arguments: [
    ("0-4 5-9 10+", 1, "0-4"), ("0 1 2 3 4 5+", 2, "1"), ("0 1-9 10+", 2, "1-9"),
    ("5-9 10+", 1, "5-9"),
  ])
  func `Coale and Demeny's formulas need 0 and 1–4`(text: String, row: Int, age: String) throws {
    let ages = try AgeClassification(
      text.split(separator: " ").compactMap { AgeGroup(printed: $0) })
    let rates = [Double](repeating: 0.01, count: ages.count)
    for error in [
      try #require(throws: AgeMethodError.self) {
        try LifeTable(ages: ages, deathRates: rates, averageYearsLived: .coaleDemenyWest(.male))
      },
      try #require(throws: AgeMethodError.self) {
        try LifeTable(
          ages: ages, probabilitiesOfDying: rates.dropLast(), closing: .deathRate(0.1),
          averageYearsLived: .coaleDemenyWest(.male))
      },
    ] {
      #expect(error.code.rawValue == "unsupported-ages" && error.row == row)
      #expect(error.age?.description == age)
    }
    #expect(try LifeTable(ages: ages, deathRates: rates).ages == ages)
  }

  /// By hand: (450,000 + 1,500,000) ÷ 90,000 alive at 65 = 21.67 years; ÷ 100,000 births it would be 19.5.
  @Test func `A table that begins later needs those alive at its first age`() throws {
    let ages = try AgeClassification([
      #require(AgeGroup(65, through: 69)), #require(AgeGroup(andOver: 70)),
    ])
    let lived = [450_000.0, 1_500_000]
    let table = try LifeTable(ages: ages, personYearsLived: lived, radix: 90_000)
    #expect(abs(table.lifeExpectancy - 65.0 / 3) < 1e-12)
    let error = try #require(throws: AgeMethodError.self) {
      try LifeTable(ages: ages, personYearsLived: lived)
    }
    #expect(error.code == .impossibleLifeTable && error.text == "radix")
    #expect(error.age?.description == "65-69")
  }

  @Test func `Tables that differ are not combined`() throws {
    let ages = try AgeClassification.fiveYearGroups(openFrom: 10)
    let men = SurvivalRatios.nobodyDies(years: 5, sexes: [.male], ages: ages)
    let women = SurvivalRatios.nobodyDies(years: 10, sexes: [.female], ages: ages)
    #expect(throws: AgeMethodError.self) { try SurvivalRatios(combining: []) }
    #expect(throws: AgeMethodError.self) { try SurvivalRatios(combining: [men, women]) }
    let twice = try #require(throws: AgeMethodError.self) {
      try SurvivalRatios(combining: [men, men])
    }
    #expect(twice.code == .duplicateRow && twice.sex == .male)
    #expect(throws: AgeMethodError.self) { try SurvivalRatios.mean(men, women) }
  }
}
