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

  /// 5,776 + 115 would be 5,891 as well, so the change of the later document is another one.
  @Test("A printed opening stock stands, whichever document prints it")
  func printedOpening() throws {
    let figure = PopulationAccountTests.figure
    let city = PopulationAccountTests.city
    let printed = DocumentContents(
      document: "printed",
      populationFigures: [
        try figure(.yearEndPopulation, 2019, "5891", "", .observed, city, nil),
        try figure(.yearEndPopulation, 2020, "5776", "", .observed, city, nil),
      ], populationDefinition: PopulationAccountTests.definition)
    let computed = DocumentContents(
      document: "computed",
      populationFigures: [
        try figure(.yearEndPopulation, 2020, "5776", "", .observed, city, nil),
        try figure(.totalChange, 2020, "-110", "", .observed, city, nil),
      ], populationDefinition: PopulationAccountTests.definition)
    for documents in [[printed, computed], [computed, printed]] {
      let account = try #require(try MunicipalityRecordTests.record(documents).accounts.last)
      #expect(account.openingStock?.value == 5891 && account.openingStock?.formula == nil)
      #expect(account.totalChange?.value == -110)
    }
    let alone = try #require(try MunicipalityRecordTests.record([computed]).accounts.last)
    #expect(alone.openingStock?.value == 5886 && alone.openingStock?.formula != nil)
  }

  @Test("Every figure of an account comes from whichever document prints it, the later first")
  func everyFigure() throws {
    let items: [PopulationItem] = [
      .yearEndPopulation, .births, .deaths, .naturalChange, .inMigrants, .outMigrants,
      .socialChange, .totalChange, .elderlyPopulation,
    ]
    func values(_ account: PopulationAccount) -> [Int?] {
      [
        account.closingStock, account.births, account.deaths, account.naturalChange,
        account.inMigrants, account.outMigrants, account.socialChange, account.totalChange,
        account.elderlyPopulation,
      ].map { $0?.value }
    }
    func document(_ items: [PopulationItem], from first: Int) throws -> DocumentContents {
      DocumentContents(
        document: "document",
        populationFigures: try items.enumerated().map { index, item in
          try PopulationAccountTests.figure(item, 2020, "\(first + index)")
        }, populationDefinition: PopulationAccountTests.definition)
    }
    let all = try document(items, from: 101)
    let lone = try MunicipalityRecordTests.record([all])
    #expect(lone.accounts.map(values) == [(101...109).map { $0 }])
    let births = try document([.births], from: 201)
    let later = try MunicipalityRecordTests.record([all, births])
    #expect(later.accounts.map(values) == [[101, 201] + (103...109).map { $0 }])
    let earlier = try MunicipalityRecordTests.record([births, all])
    #expect(earlier.accounts.map(values) == [(101...109).map { $0 }])
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
