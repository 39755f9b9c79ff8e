import MunicipalModel
import Testing

@Suite struct PopulationAccountTests {
  static let definition = PopulationDefinition(
    stockDate: "12-31", foreignResidents: .included, otherChange: .notStated, source: "住民基本台帳")
  static let city = Area.municipality(name: "苫小牧市")

  static func figure(
    _ item: PopulationItem, _ year: Int, _ text: String, unit: String = "",
    basis: PopulationFigure.Basis = .observed, area: Area = city, bound: Quantity.Bound? = nil
  ) throws -> PopulationFigure {
    let value = try #require(ExactDecimal(text))
    return PopulationFigure(
      item: item, basis: basis, area: area, period: .calendarYear(year),
      reading: .value(Quantity(value, unit: unit, bound: bound)),
      citation: Citation(document: "test", line: year, printed: text))
  }

  /// 苫小牧市, 令和5年度第1回総合戦略推進会議資料, 本市の現状: the rows of 2018 and 2019.
  static func printedYears() throws -> [PopulationFigure] {
    try [
      figure(.yearEndPopulation, 2018, "171811"), figure(.totalChange, 2018, "-562"),
      figure(.births, 2018, "1243"), figure(.deaths, 2018, "1859"),
      figure(.naturalChange, 2018, "-616"),
      figure(.inMigrants, 2018, "6122"), figure(.outMigrants, 2018, "6070"),
      figure(.socialChange, 2018, "52"), figure(.elderlyPopulation, 2018, "48603"),
      figure(.yearEndPopulation, 2019, "171242"), figure(.totalChange, 2019, "-569"),
      figure(.births, 2019, "1146"), figure(.deaths, 2019, "1927"),
      figure(.naturalChange, 2019, "-781"),
    ]
  }

  @Test("The opening stock is the printed closing stock of the year before")
  func openingFromYearBefore() throws {
    let accounts = PopulationAccount.accounts(
      from: try Self.printedYears(), definition: Self.definition)
    try #require(accounts.count == 2)
    #expect(accounts[1].period == .calendarYear(2019))
    #expect(accounts[1].openingStock?.value == 171_811)
    #expect(accounts[1].openingStock?.formula == nil)
    #expect(accounts[1].closingStock?.value == 171_242)
    #expect(accounts[1].definition == Self.definition)
  }

  @Test(
    "Without a year before, the opening stock follows from the total change and cites both cells")
  func openingFromTotalChange() throws {
    let accounts = PopulationAccount.accounts(
      from: try Self.printedYears(), definition: Self.definition)
    let opening = try #require(accounts.first?.openingStock)
    #expect(opening.value == 172_373)
    #expect(opening.formula?.en == "closing − total change")
    #expect(opening.sources.map(\.printed) == ["171811", "-562"])
  }

  @Test("Without a total change, natural and social change give the opening stock")
  func openingFromParts() throws {
    let figures = try Self.printedYears().filter { $0.item != .totalChange }
    let account = try #require(
      PopulationAccount.accounts(from: figures, definition: Self.definition).first)
    #expect(account.openingStock?.value == 171_811 + 616 - 52)
    #expect(account.openingStock?.sources.count == 3)
  }

  @Test("What is not printed stays unknown")
  func unknown() throws {
    let figures = [try Self.figure(.births, 2020, "1152")]
    let account = try #require(
      PopulationAccount.accounts(from: figures, definition: Self.definition).first)
    #expect(account.births?.value == 1152)
    #expect(account.deaths == nil && account.openingStock == nil && account.closingStock == nil)
  }

  @Test("Averages, projections, other areas and fiscal years make no account")
  func otherFigures() throws {
    let fiscal = PopulationFigure(
      item: .yearEndPopulation, area: Self.city, period: .fiscalYear(2020),
      reading: .value(Quantity(ExactDecimal(5))),
      citation: Citation(document: "test", line: 1, printed: "5"))
    let figures = try [
      Self.figure(.yearEndPopulation, 2020, "5", basis: .average),
      Self.figure(.yearEndPopulation, 2040, "148081", basis: .projection),
      Self.figure(.yearEndPopulation, 2020, "5", area: .japan),
      Self.figure(.yearEndPopulation, 2020, "5", area: .prefecture(name: "北海道")), fiscal,
    ]
    #expect(PopulationAccount.accounts(from: figures, definition: Self.definition).isEmpty)
  }

  @Test("A figure in ten thousands is brought to persons; one that is no whole number is not")
  func units() throws {
    func closing(_ figure: PopulationFigure) -> Int? {
      PopulationAccount.accounts(from: [figure], definition: Self.definition).first?.closingStock?
        .value
    }
    #expect(closing(try Self.figure(.yearEndPopulation, 2020, "17.2", unit: "万人")) == 172_000)
    #expect(closing(try Self.figure(.yearEndPopulation, 2020, "9", unit: "千人")) == 9000)
    #expect(closing(try Self.figure(.yearEndPopulation, 2020, "172000", unit: "人")) == 172_000)
    #expect(closing(try Self.figure(.yearEndPopulation, 2020, "171.5", unit: "人")) == nil)
    #expect(closing(try Self.figure(.yearEndPopulation, 2020, "5", unit: "%")) == nil)
    #expect(
      closing(try Self.figure(.yearEndPopulation, 2020, "5", unit: "人", bound: .about)) == nil)
    let huge = try Self.figure(.yearEndPopulation, 2020, "999999999999999999", unit: "万人")
    #expect(closing(huge) == nil)
  }

  @Test("A year at the end of the integers does not trap", arguments: [Int.min, Int.max])
  func extremeYear(_ year: Int) throws {
    let figures = [try Self.figure(.births, year, "1")]
    #expect(PopulationAccount.accounts(from: figures, definition: Self.definition).count == 1)
  }

  @Test("An account is the same after JSON")
  func json() throws {
    let accounts = PopulationAccount.accounts(
      from: try Self.printedYears(), definition: Self.definition)
    for account in accounts { #expect(try throughJSON(account) == account) }
  }

  @Test("A count knows its unit and a rate has none")
  func countedIn() {
    #expect(PopulationItem.births.countedIn == "人")
    #expect(PopulationItem.households.countedIn == "世帯")
    #expect(PopulationItem.totalFertilityRate.countedIn.isEmpty)
    #expect(PopulationItem.youngPopulation.share.countedIn.isEmpty)
  }

  @Test("A figure that was not observed says so in its label")
  func labels() throws {
    #expect(try Self.figure(.births, 2020, "1").label == "births")
    let vision = try Self.figure(.totalPopulation, 2040, "1", basis: .vision)
    #expect(vision.label == "total_population_vision")
    #expect(PopulationItem.youngPopulation.share.rawValue == "young_population_share")
  }
}
