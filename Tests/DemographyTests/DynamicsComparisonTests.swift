import MunicipalModel
import Testing

@testable import Demography

@Suite("Dynamics of several municipalities")
struct DynamicsComparisonTests {
  private static let items: [(AccountItem, PopulationItem)] = [
    (.births, .births), (.deaths, .deaths), (.naturalChange, .naturalChange),
    (.inMigrants, .inMigrants), (.outMigrants, .outMigrants), (.socialChange, .socialChange),
    (.totalChange, .totalChange), (.closingStock, .yearEndPopulation),
  ]

  /// A record that prints what some accounts print.
  private func record(
    _ code: String, _ document: DocumentID, _ accounts: [PopulationAccount]
  ) throws -> MunicipalityRecord {
    let figures = accounts.flatMap { account in
      Self.items.compactMap { item, printed -> PopulationFigure? in
        guard let number = account[item], number.formula == nil, let source = number.sources.first,
          let value = ExactDecimal(exactly: number.value)
        else { return nil }
        return PopulationFigure(
          item: printed, area: .municipality(name: code), period: account.period,
          reading: .value(Quantity(value, unit: "人")), citation: source)
      }
    }
    return MunicipalityRecord(
      municipality: try city(code),
      documents: [
        DocumentContents(
          document: document, populationFigures: figures,
          populationDefinition: accounts.first?.definition)
      ])
  }

  private func comparison(
    _ definition: RateDefinition = .percentOfPreviousYearEnd
  ) throws -> DynamicsComparison {
    DynamicsComparison(
      [
        try record("012106", "iwamizawa-progress", Iwamizawa.accounts),
        try record("012131", "tomakomai-progress", Tomakomai.accounts),
      ], definition: definition)
  }

  @Test func `The years are those that all have`() throws {
    let comparison = try comparison()
    #expect(comparison.years.map(\.year) == [2018, 2019, 2020, 2021])
    #expect(comparison.members.map(\.municipality.code.sixDigits) == ["012106", "012131"])
    #expect(comparison.withoutAccounts == [])
  }

  @Test(
    arguments: [
      // −312 ÷ 82,823; 188 ÷ 171,811; (78,112 − 79,352) ÷ 79,352; −616 ÷ (171,811 + 562)
      ("012106", CrudeRateKind.socialChange, 2018, "-0.38"),
      ("012131", .socialChange, 2019, "0.11"),
      ("012106", .totalChange, 2021, "-1.56"), ("012131", .naturalChange, 2018, "-0.36"),
    ])
  func `Rates are those computed by hand`(
    code: String, kind: CrudeRateKind, year: Int, rate: String
  ) throws {
    let comparison = try comparison()
    let member = try #require(
      comparison.members.first { $0.municipality.code.sixDigits == code })
    #expect(
      try comparison.rate(kind, of: member, in: .calendarYear(year)).rounded?.description == rate)
  }

  @Test func `The order is by the rate, in every year`() throws {
    let comparison = try comparison()
    for year in comparison.years {
      let ranking = try comparison.ranking(by: .socialChange, in: year)
      #expect(ranking.entries.map(\.municipality.code.sixDigits) == ["012131", "012106"])
      #expect(ranking.entries.map(\.rank) == [1, 2])
    }
    #expect(
      comparison.caveats(for: [.socialChange]).map(\.caveat.code)
        == [.otherChangeNotStated, .foreignResidentsNotStated])
    #expect(
      comparison.caveats(for: [.naturalChange]).map(\.message.en)
        == ["2018–2021: A table does not say whether it counts foreign residents."])
  }

  /// A city whose documents count residents otherwise in 2018, 2019 and 2021 than in 2020. It prints no
  /// deaths, so that it has no rate of natural change in any year.
  @Test func `A caveat holds in its years, not in the last one alone`() throws {
    func documents(
      _ name: DocumentID, _ table: PopulationDefinition, _ years: [Int]
    ) throws -> [DocumentContents] {
      try record(
        "012106", name,
        years.map { .made(year: $0, definition: table, [.births: 80, .closingStock: 10_000]) }
      ).documents
    }
    let old = PopulationDefinition.made(
      stockDate: "03-31", foreignResidents: .excluded, otherChange: .insideSocialChange,
      source: "国勢調査")
    let changing = MunicipalityRecord(
      municipality: try city("012106"),
      documents: try documents("old", old, [2018, 2019, 2021])
        + documents("new", .made(), [2020]))
    let steady = MunicipalityRecord(
      municipality: try city("012131"),
      documents: try documents("steady", .made(), [2018, 2019, 2020, 2021]))
    let comparison = DynamicsComparison([changing, steady])
    let natural = comparison.caveats(for: [.naturalChange])
    #expect(
      natural.map(\.caveat.code) == [.foreignResidentsDiffer, .stockDateDiffers, .sourceDiffers])
    #expect(natural.allSatisfy { $0.years.map(\.year) == [2018, 2019, 2021] })
    #expect(
      natural.first?.message.en
        == "2018–2019, 2021: Only some of the tables count foreign residents.")
    #expect(natural.first?.message.ja == "2018～2019、2021年: 外国人住民を含む表と含まない表がある。")
    #expect(
      comparison.caveats(for: [.naturalChange, .socialChange]).map(\.caveat.code)
        == [.otherChangeDiffers, .foreignResidentsDiffer, .stockDateDiffers, .sourceDiffers])
  }

  @Test func `A year that a member lacks has no rate, and is no common year`() throws {
    let comparison = try comparison()
    let tomakomai = try #require(comparison.members.last)
    #expect(comparison.account(of: tomakomai, in: .calendarYear(2017)) == nil)
    let error = try #require(throws: DemographyError.self) {
      try comparison.rate(.birth, of: tomakomai, in: .calendarYear(2017))
    }
    #expect(error.code == .missingInput)
    #expect(error.period == .calendarYear(2017))
  }

  @Test func `Who publishes no dynamics is named, and nothing is compared with nobody`() throws {
    let none = MunicipalityRecord(municipality: try city("012131"), documents: [])
    let comparison = DynamicsComparison([
      none, try record("012106", "iwamizawa-progress", Iwamizawa.accounts),
    ])
    #expect(comparison.withoutAccounts.map(\.code.sixDigits) == ["012131"])
    #expect(comparison.members.count == 1)
    #expect(comparison.years.count == 7)
    let nobody = DynamicsComparison([MunicipalityRecord]())
    #expect(nobody.years == [])
    #expect(nobody.caveats(for: [.birth]) == [])
  }
}
