import Demography
import MunicipalModel
import TestSupport
import Testing

@testable import Nationwide
@testable import OpenData

/// Arrivals and departures put together, with the stock that they are set against.
@Suite("Movers and their stock")
struct MoverStockTests {
  private static let inItem = "他市区町村からの転入者数"
  private static let outItem = "他市区町村への転出者数"

  private func read(_ text: String) throws -> MoverTable {
    try MoverTable.read(Array(text.utf8), document: "movers")
  }

  @Test(arguments: [
    ("他市区町村からの転入者数", "他市区町村への転出者数", true), ("転入者数", "転出者数", true),
    ("都道府県間転入者数", "都道府県間転出者数", true), ("国外からの転入者数", "国外への転出者数", true),
    ("他都道府県からの転入者数", "他市区町村への転出者数", false), ("他市区町村からの転入者数", "転出者数", false),
  ])
  func `In- and out-migrants must be of the same item`(
    arriving: String, leaving: String, fit: Bool
  ) throws {
    let arrivals = try read(Fixture.movers(arriving, withOrigin: true))
    let departures = try MoverTable.read(
      Array(Fixture.movers(leaving, withOrigin: false).utf8), document: "out")
    let stock = try AgeTable(
      .population, ages: .fiveYearGroups(openFrom: 85),
      columns: [Sex.male, .female].map { AgeTable.Column($0, Array(repeating: 1_000, count: 18)) })
    func year() throws -> RegisteredYear {
      try MoverTable.registeredYear(
        of: MunicipalityCode("31201"), inMigrants: arrivals, outMigrants: departures,
        nationality: .japanese, stock: stock, residents: .excluded)
    }
    guard !fit else {
      #expect(try year().inMigrants.total == 950)
      return
    }
    let error = try #require(throws: OpenDataError.self) { try year() }
    #expect(error.code == .differentItems && error.document == "out" && error.line == 6)
    #expect(error.message.en.contains("\(arriving) (movers:6)"))
    #expect(error.message.ja.contains(leaving))
  }

  @Test func `A stock whose ages do not fit is told in both languages, with the ages`() throws {
    let arrivals = try read(Fixture.movers(Self.inItem, withOrigin: true))
    let departures = try read(Fixture.movers(Self.outItem, withOrigin: false))
    let stock = try AgeTable(
      .population, ages: .fiveYearGroups(openFrom: 85),
      columns: [AgeTable.Column(.male, Array(repeating: 1_000, count: 18))])
    let error = try #require(throws: OpenDataError.self) {
      try MoverTable.registeredYear(
        of: MunicipalityCode("31201"), inMigrants: arrivals, outMigrants: departures,
        nationality: .japanese, stock: stock, residents: .excluded)
    }
    #expect(error.code == .noAgeTable && error.line == 6)
    #expect(error.found.ja.contains("女") && error.found.en.contains("female"))
    #expect(error.found.ja != error.found.en && !error.found.ja.contains("missing-sex"))
  }

  /// By hand: (5 × 3 − 5 × 1) ÷ 1,000 × 100 = 1.0 % for men of 20–24 with 1,000 residents.
  @Test func `Movers and a stock give the social change by age`() throws {
    let arrivals = try read(Fixture.movers(Self.inItem, withOrigin: true))
    let departures = try read(Fixture.movers(Self.outItem, withOrigin: false, factors: (1, 1)))
    let stockAges = try AgeClassification.fiveYearGroups(openFrom: 85)
    let stock = try AgeTable(
      .population, ages: stockAges,
      columns: [Sex.male, .female].map { AgeTable.Column($0, Array(repeating: 1_000, count: 18)) })
    let year = try MoverTable.registeredYear(
      of: MunicipalityCode("31201"), inMigrants: arrivals, outMigrants: departures,
      nationality: .japanese, stock: stock, residents: .excluded)
    let change = try RegisteredSocialChange(year)
    #expect(change.ages == stockAges)
    let row = try #require(change.rows.first { $0.sex == .male && $0.age.lowerAge == 20 })
    #expect(row.socialChangeRate == 1.0)
    #expect(change.netMigrants == 190 * 3)
    #expect {
      try MoverTable.registeredYear(
        of: MunicipalityCode("31201"), inMigrants: arrivals, outMigrants: departures,
        nationality: .japanese, stock: stock, residents: .included)
    } throws: {
      ($0 as? OpenDataError)?.code == .differentDefinition
    }
  }

  @Test func `A stock of another day than the end of the year before is refused`() throws {
    let arrivals = try read(Fixture.movers(Self.inItem, withOrigin: true))
    let departures = try read(Fixture.movers(Self.outItem, withOrigin: false))
    func year(_ day: String) throws -> RegisteredYear {
      let stock = try AgeTable(
        .population, period: Period(code: day), ages: .fiveYearGroups(openFrom: 85),
        columns: [Sex.male, .female].map { AgeTable.Column($0, Array(repeating: 1_000, count: 18)) }
      )
      return try MoverTable.registeredYear(
        of: MunicipalityCode("31201"), inMigrants: arrivals, outMigrants: departures,
        nationality: .japanese, stock: stock, residents: .excluded)
    }
    for day in ["2023-12-31", "2024-01-01"] { #expect(try year(day).exposure.population.total > 0) }
    for day in ["2024-10-01", "2025-01-01", "2023-01-01"] {
      #expect { try year(day) } throws: { ($0 as? OpenDataError)?.code == .wrongDay }
    }
  }
}
