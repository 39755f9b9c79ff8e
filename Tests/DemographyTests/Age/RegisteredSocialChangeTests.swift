import MunicipalModel
import Testing

@testable import Demography

@Suite("Social change by age from registered movers")
struct RegisteredSocialChangeTests {
  static func table(_ measure: AgeMeasure, _ male: [Int], _ female: [Int]) throws -> AgeTable {
    try AgeTable(
      measure, ages: .tenYearGroups(openFrom: 30),
      columns: [AgeTable.Column(.male, male), AgeTable.Column(.female, female)])
  }

  static func year(
    population: [[Int]] = [[700, 800, 900, 3000], [650, 820, 870, 3500]],
    inMigrants: [[Int]] = [[20, 55, 70, 41], [21, 40, 77, 39]],
    outMigrants: [[Int]] = [[19, 60, 123, 50], [23, 44, 130, 44]]
  ) throws -> RegisteredYear {
    try RegisteredYear(
      inMigrants: table(.inMigrants, inMigrants[0], inMigrants[1]),
      outMigrants: table(.outMigrants, outMigrants[0], outMigrants[1]),
      exposure: .previousYearEnd(table(.population, population[0], population[1])))
  }

  @Test func `Rates of a band are over the band's own population`() throws {
    let change = try RegisteredSocialChange(Self.year())
    let row = change.rows[2]
    #expect(row.sex == .male && row.age.description == "20-29" && row.netMigrants == -53)
    #expect(abs(try #require(row.inMigrationRate) - 7000.0 / 900) < 1e-12)
    #expect(abs(try #require(row.outMigrationRate) - 12300.0 / 900) < 1e-12)
    #expect(abs(try #require(row.socialChangeRate) + 5300.0 / 900) < 1e-12)
    #expect(row.effectiveness.map { abs($0 + 5300.0 / 193) < 1e-12 } == true)
    #expect(change.socialChangeRates == change.rows.map(\.socialChangeRate))
    #expect(change.denominator == .previousYearEnd && change.scale == .percent)
  }

  /// 2021 and FY2021 share April to December; 2020 and 2021 share nothing.
  @Test(arguments: [
    ("CY2021", "FY2021", false), ("FY2020", "CY2021", false), ("CY2020", "CY2021", true),
  ])
  func `Movers of years that overlap are not added up`(
    first: String, second: String, isFine: Bool
  ) throws {
    func year(_ code: String) throws -> RegisteredYear {
      func table(_ measure: AgeMeasure) throws -> AgeTable {
        try AgeTable(
          measure, period: Period(code: code), ages: .tenYearGroups(openFrom: 30),
          columns: [AgeTable.Column(.both, [10, 20, 30, 40])])
      }
      return try RegisteredYear(
        inMigrants: table(.inMigrants), outMigrants: table(.outMigrants),
        exposure: .previousYearEnd(
          AgeTable(
            .population, ages: .tenYearGroups(openFrom: 30),
            columns: [AgeTable.Column(.both, [100, 200, 300, 400])])))
    }
    let years = [try year(first), try year(second)]
    if isFine {
      #expect(try RegisteredSocialChange(years).netMigrants == 0)
    } else {
      let error = try #require(throws: AgeMethodError.self) { try RegisteredSocialChange(years) }
      #expect(error.code == .duplicateRow)
    }
  }

  @Test func `Contributions add up to the crude rate exactly`() throws {
    let change = try RegisteredSocialChange(Self.year())
    #expect(change.contributions.reduce(0, +) == change.totalRate)
    #expect(change.contributions.reversed().reduce(0, +) == change.totalRate)
    #expect(abs(change.totalRate - change.netMigrants * 100 / 11240) < 1e-13)
    let shares = change.rows.compactMap(\.shareOfTotal)
    #expect(abs(shares.reduce(0, +) - 100) < 1e-9)
    let twenties = try change.contribution(of: #require(AgeGroup(20, through: 29)))
    #expect(abs(twenties - (-53 - 53) * 100.0 / 11240) < 1e-13)
    #expect(throws: AgeMethodError.self) {
      try change.contribution(of: #require(AgeGroup(25, through: 34)))
    }
  }

  /// Any order, any grouping: the parts are multiples of one power of two.
  @Test(arguments: 1...200)
  func `Exact sums stay exact`(seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let count = 1 + random(200)
    let numerators = (0..<count).map { _ in
      Double(random(1_000_000) - 500_000) / Double(1 + random(3))
    }
    let denominator = Double(1 + random(3_000_000))
    let (parts, total) = ExactSum.quotients(of: numerators, times: 1000, over: denominator)
    var shuffled = parts
    for index in shuffled.indices { shuffled.swapAt(index, random(count)) }
    #expect(parts.reduce(0, +) == total)
    #expect(shuffled.reduce(0, +) == total)
    let magnitude = parts.reduce(0) { $0 + abs($1) }
    for (part, numerator) in zip(parts, numerators) {
      #expect(abs(part - numerator * 1000 / denominator) <= magnitude * 1e-13)
    }
    #expect(abs(total - numerators.reduce(0, +) * 1000 / denominator) <= magnitude * 1e-13)
  }

  @Test func `Exact sums of nothing and of zeros`() {
    #expect(ExactSum.quotients(of: [], times: 100, over: 5).total == 0)
    #expect(ExactSum.quotients(of: [0, 0], times: 100, over: 5).parts == [0, 0])
    #expect(ExactSum.quotients(of: [1e300, 1e300], times: 1000, over: 1e-9).parts.count == 2)
    #expect(ExactSum.quotients(of: [1e-300], times: 1, over: 1).total == 1e-300)
  }

  @Test func `Several years are added up first`() throws {
    let one = try RegisteredSocialChange(Self.year())
    let three = try RegisteredSocialChange([Self.year(), Self.year(), Self.year()])
    #expect(three.years == 3)
    #expect(three.netMigrants == 3 * one.netMigrants)
    #expect(abs(three.totalRate - one.totalRate) < 1e-13)
    #expect(three.contributions.reduce(0, +) == three.totalRate)
  }

  @Test func `Nobody moves, nothing changes`() throws {
    let none = [[0, 0, 0, 0], [0, 0, 0, 0]]
    let change = try RegisteredSocialChange(Self.year(inMigrants: none, outMigrants: none))
    #expect(change.totalRate == 0 && change.socialChangeRates.allSatisfy { $0 == 0 })
    #expect(change.effectiveness == nil && change.rows[0].shareOfTotal == nil)
  }

  @Test func `The denominator is a value`() throws {
    let opening = try Self.table(.population, [100, 100, 100, 100], [100, 100, 100, 100])
    let closing = try Self.table(.population, [110, 100, 100, 100], [100, 100, 100, 100])
    let midYear = try AgeExposure.midYear(opening: opening, closing: closing)
    #expect(midYear.population.counts[0] == 105 && midYear.denominator == .midYear)
    let lived = try AgeExposure.personYears(opening: opening, closing: closing, years: 5)
    #expect(lived.population.counts[0] == 525 && lived.denominator == .personYears)
    #expect(throws: AgeMethodError.self) {
      try AgeExposure.personYears(opening: opening, closing: closing, years: 0)
    }
    #expect(throws: AgeMethodError.self) {
      try AgeExposure.midYear(opening: opening, closing: closing.bothSexes())
    }
  }

  /// By hand: without women of 10–19 the net is −66 men and −60 women, of 5,400 and 5,020.
  @Test func `A band without people and movers has no rate`() throws {
    let change = try RegisteredSocialChange(
      Self.year(
        population: [[700, 800, 900, 3000], [650, 0, 870, 3500]],
        inMigrants: [[20, 55, 70, 41], [21, 0, 77, 39]],
        outMigrants: [[19, 60, 123, 50], [23, 0, 130, 44]]))
    let row = change.rows[5]
    #expect(row.sex == .female && row.age.description == "10-19")
    #expect(
      row.socialChangeRate == nil && row.inMigrationRate == nil && row.outMigrationRate == nil)
    #expect(row.contribution == 0 && row.effectiveness == nil)
    #expect(change.socialChangeRates.map { $0 == nil } == (0..<8).map { $0 == 5 })
    #expect(change.netMigrants == -126 && abs(change.totalRate + 12600.0 / 10420) < 1e-12)
    let span = try #require(AgeGroup(10, through: 19))
    // Of both sexes the band has 800 men, of whom five more left than came.
    #expect(change.span(span)?.socialChangeRate == -0.625)
    let rates = change.ageSpecificRates(.outMigration)
    #expect(rates.measure == .outMigrants && rates.rates == change.rows.map(\.outMigrationRate))
  }

  @Test func `Nobody at all is refused`() throws {
    let none = [[0, 0, 0, 0], [0, 0, 0, 0]]
    let error = try #require(throws: AgeMethodError.self) {
      try RegisteredSocialChange(
        Self.year(population: none, inMigrants: none, outMigrants: none))
    }
    #expect(error.code == .denominatorNotPositive && error.row == nil)
  }

  @Test func `A band with movers and without people is named`() throws {
    let error = try #require(throws: AgeMethodError.self) {
      try RegisteredSocialChange(
        Self.year(population: [[1, 1, 1, 1], [1, 0, 1, 1]]))
    }
    #expect(error.code == .denominatorNotPositive)
    #expect(error.sex == .female && error.age?.description == "10-19" && error.row == 2)
  }

  /// Periods of in-migrants, out-migrants and population, the denominator, and what is said.
  @Test(
    arguments: [
      ("CY2024", "CY2024", "2023-12-31", AgeExposure.Denominator.previousYearEnd, nil),
      ("CY2024", "CY2024", "2024-01-01", .previousYearEnd, nil),
      ("CY2024", "CY2024", "CY2023", .previousYearEnd, nil),
      ("CY2024", "CY2024", "CY2024", .previousYearEnd, nil),
      ("FY2024", "FY2024", "2024-03-31", .previousYearEnd, nil),
      ("CY2024", "CY2024", "2024-10-01", .midYear, nil),
      ("CY2024", "CY2024", "2024-12-31", .personYears, nil),
      ("CY2019", "CY2024", "CY2018", .previousYearEnd, .differentPeriods),
      ("CY2024", "CY2024", "CY1990", .previousYearEnd, .missingPopulation),
      ("CY2024", "CY2024", "2024-10-01", .previousYearEnd, .missingPopulation),
      ("CY2024", "CY2024", "2022-12-31", .previousYearEnd, .missingPopulation),
      ("CY2024", "CY2024", "CY2022", .midYear, .missingPopulation),
      ("CY2024", "CY2024", "2023-12-31", .midYear, .missingPopulation),
    ] as [(String, String, String, AgeExposure.Denominator, AgeMethodError.Code?)])
  func `Movers and population of other times are refused`(
    arrivals: String, departures: String, stock: String, denominator: AgeExposure.Denominator,
    code: AgeMethodError.Code?
  ) throws {
    func table(_ measure: AgeMeasure, _ period: String) throws -> AgeTable {
      try AgeTable(
        measure, period: Period(code: period), ages: .tenYearGroups(openFrom: 10),
        columns: [AgeTable.Column(.both, [10, 20])])
    }
    let population = try table(.population, stock)
    let exposure: AgeExposure =
      switch denominator {
      case .previousYearEnd: try .previousYearEnd(population)
      case .midYear: try .midYear(population)
      case .personYears: try .personYears(population)
      }
    let came = try table(.inMigrants, arrivals)
    let left = try table(.outMigrants, departures)
    var found: AgeMethodError.Code?
    do throws(AgeMethodError) {
      _ = try RegisteredYear(inMigrants: came, outMigrants: left, exposure: exposure)
    } catch {
      found = error.code
    }
    #expect(found == code)
  }

  @Test func `Tables that do not fit are refused`() throws {
    let good = try Self.year()
    let stock = try Self.table(.population, [1, 1, 1, 1], [1, 1, 1, 1])
    let swapped = try #require(throws: AgeMethodError.self) {
      try RegisteredYear(
        inMigrants: good.outMigrants, outMigrants: good.inMigrants, exposure: good.exposure)
    }
    #expect(swapped.code == .wrongMeasure)
    let sexless = try #require(throws: AgeMethodError.self) {
      try RegisteredYear(
        inMigrants: good.inMigrants, outMigrants: good.outMigrants,
        exposure: .previousYearEnd(stock.bothSexes()))
    }
    #expect(sexless.code == .missingSex)
    let coarser = try #require(throws: AgeMethodError.self) {
      try RegisteredYear(
        inMigrants: good.inMigrants, outMigrants: good.outMigrants,
        exposure: .previousYearEnd(stock.regrouped(to: .tenYearGroups(openFrom: 20))))
    }
    #expect(coarser.code == .differentTables && coarser.row == 3)
    let unknown = try #require(throws: AgeMethodError.self) {
      try AgeExposure.previousYearEnd(
        AgeTable(
          .population, ages: .tenYearGroups(openFrom: 30),
          columns: [AgeTable.Column(.both, [1, 1, 1, 1], notReported: 1)]))
    }
    #expect(unknown.code == .ageNotReportedLeft)
    #expect(throws: AgeMethodError.self) { try RegisteredSocialChange([]) }
    let mixed = try #require(throws: AgeMethodError.self) {
      try RegisteredSocialChange([
        good,
        RegisteredYear(
          inMigrants: good.inMigrants, outMigrants: good.outMigrants, exposure: .midYear(stock)),
      ])
    }
    #expect(mixed.code == .differentTables && mixed.row == 2)
  }
}
