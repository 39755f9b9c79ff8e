import MunicipalModel
import Testing

@Suite("Accounts of one year in two documents")
struct AccountMergingTests {
  /// A full year, and a later document that prints but the stock at its end.
  private func record(later definition: PopulationDefinition) throws -> MunicipalityRecord {
    let figure = PopulationAccountTests.figure
    return try MunicipalityRecordTests.record([
      DocumentContents(
        document: "full",
        populationFigures: [
          figure(.yearEndPopulation, 2020, "5775", "", .observed, PopulationAccountTests.city, nil),
          figure(.births, 2020, "35", "", .observed, PopulationAccountTests.city, nil),
          figure(.deaths, 2020, "90", "", .observed, PopulationAccountTests.city, nil),
          figure(.totalChange, 2020, "-115", "", .observed, PopulationAccountTests.city, nil),
        ], populationDefinition: PopulationAccountTests.definition),
      DocumentContents(
        document: "thin",
        populationFigures: [
          figure(.yearEndPopulation, 2019, "5891", "", .observed, PopulationAccountTests.city, nil),
          figure(.yearEndPopulation, 2020, "5776", "", .observed, PopulationAccountTests.city, nil),
        ], populationDefinition: definition),
    ])
  }

  @Test("Of one definition the later figure stands and nothing else is lost")
  func merged() throws {
    let record = try record(later: PopulationAccountTests.definition)
    #expect(record.accounts.map(\.period) == [.calendarYear(2019), .calendarYear(2020)])
    let account = try #require(record.accounts.last)
    #expect(account.closingStock?.value == 5776)
    #expect(account.births?.value == 35 && account.deaths?.value == 90)
    // 5,775 + 115 would be 5,890; the printed stock of 2019 stands.
    #expect(account.openingStock?.value == 5891 && account.openingStock?.formula == nil)
    #expect(record.accountOverlaps == [])
  }

  @Test("Of another definition the fuller account stands, and the overlap is told with its cell")
  func fuller() throws {
    let record = try record(
      later: PopulationDefinition(
        stockDate: "12-31", foreignResidents: .notStated, otherChange: .notStated,
        source: "住民基本台帳"))
    let account = try #require(record.accounts.last)
    #expect(account.closingStock?.value == 5775 && account.births?.value == 35)
    #expect(account.openingStock?.value == 5890)
    let overlap = try #require(record.diagnostics.first)
    #expect(overlap.code == "account-not-used" && overlap.severity == .warning)
    #expect(overlap.citation.document == "test" && overlap.citation.printed == "5776")
  }
}
