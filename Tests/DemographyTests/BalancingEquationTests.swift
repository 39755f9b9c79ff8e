import MunicipalModel
import Testing

@testable import Demography

@Suite("The balancing equation")
struct BalancingEquationTests {
  /// Worked by hand from tomakomai-progress, lines 103–107: 増減数 − 自然 − 社会.
  @Test(arguments: [(2018, 2), (2019, 24), (2020, 6), (2021, 0), (2022, 17)])
  func `Tomakomai leaves a small other change`(year: Int, other: Int) throws {
    let equation = try BalancingEquation(Tomakomai.account(year))
    #expect(equation.otherChange.value == other)
    #expect(!equation.isBalancedByConstruction)
    #expect(equation.discrepancies.isEmpty)
  }

  @Test func `The opening stock of 2018 is computed backwards`() throws {
    let equation = try BalancingEquation(Tomakomai.account(2018))
    #expect(equation.openingStock.value == 172_373)
    #expect(equation.openingStock.formula?.en == "closing − total change")
  }

  /// Iwamizawa's stocks and flows balance exactly; in 2015 because the opening stock is made so.
  @Test(arguments: Iwamizawa.years)
  func `Iwamizawa leaves nothing`(year: Int) throws {
    let equation = try BalancingEquation(Iwamizawa.account(year))
    #expect(equation.otherChange.value == 0)
    #expect(equation.isBalancedByConstruction == (year == 2015))
    #expect(equation.discrepancies.isEmpty)
  }

  @Test func `Without cells nothing shows that the opening stock was made to fit`() throws {
    let account = PopulationAccount(
      period: .calendarYear(2020), definition: .made(),
      openingStock: TracedNumber(10, sources: [], formula: LocalizedText("closing − total change")),
      closingStock: TracedNumber(9, sources: []), births: nil, deaths: nil,
      naturalChange: TracedNumber(-1, sources: []), inMigrants: nil, outMigrants: nil,
      socialChange: TracedNumber(0, sources: []))
    #expect(try !BalancingEquation(account).isBalancedByConstruction)
  }

  @Test(arguments: Iwamizawa.accounts + Tomakomai.accounts)
  func `The parts add up`(account: PopulationAccount) throws {
    let equation = try BalancingEquation(account)
    #expect(
      equation.openingStock.value + equation.naturalChange.value + equation.socialChange.value
        + equation.otherChange.value == equation.closingStock.value)
    #expect(
      equation.closingStock.value - equation.openingStock.value == equation.totalChange.value)
  }

  @Test func `Other change carries the cells of all four figures`() throws {
    let equation = try BalancingEquation(Tomakomai.account(2019))
    #expect(
      equation.otherChange.sources.map(\.description) == [
        "tomakomai-progress:104 \"171242\"", "tomakomai-progress:103 \"171811\"",
        "tomakomai-progress:104 \"-781\"", "tomakomai-progress:104 \"188\"",
      ])
    #expect(
      equation.otherChange.formula?.en == "total change − natural change − social change")
  }

  @Test func `Printed changes that contradict their parts are told`() throws {
    let account = PopulationAccount.made([
      .openingStock: 1000, .closingStock: 990, .births: 5, .deaths: 12, .naturalChange: -8,
      .inMigrants: 7, .outMigrants: 10, .socialChange: -3, .totalChange: -9,
    ])
    let equation = try BalancingEquation(account)
    #expect(equation.discrepancies.map(\.item) == [.naturalChange, .totalChange])
    #expect(equation.discrepancies.map(\.difference) == [-1, 1])
    #expect(equation.discrepancies.map(\.expected.value) == [-7, -10])
    #expect(equation.discrepancies.first?.expected.sources.count == 2)
    // −10 − (−8) − (−3)
    #expect(equation.otherChange.value == 1)
  }

  @Test(
    arguments: [
      (
        [.closingStock: 1, .births: 1, .deaths: 1, .inMigrants: 1, .outMigrants: 1],
        [AccountItem.openingStock]
      ),
      ([.openingStock: 1, .births: 1, .deaths: 1, .socialChange: 1], [.closingStock]),
      (
        [.openingStock: 1, .closingStock: 1, .births: 1, .socialChange: 1],
        [.naturalChange, .deaths]
      ),
      (
        [.openingStock: 1, .closingStock: 1, .naturalChange: 1],
        [.socialChange, .inMigrants, .outMigrants]
      ),
    ] as [([AccountItem: Int], [AccountItem])])
  func `What is missing is named`(figures: [AccountItem: Int], missing: [AccountItem]) throws {
    let error = try #require(throws: DemographyError.self) {
      try BalancingEquation(.made(figures))
    }
    #expect(error.code == .missingInput)
    #expect(error.missing == missing)
  }

  @Test(
    arguments: [
      [.openingStock: -1, .closingStock: .max, .naturalChange: 0, .socialChange: 0],
      [.openingStock: 0, .closingStock: .max, .naturalChange: -1, .socialChange: 0],
      [
        .openingStock: 1, .closingStock: 1, .births: .max, .deaths: -1, .naturalChange: 0,
        .socialChange: 0,
      ],
      [
        .openingStock: 1, .closingStock: 1, .naturalChange: 0, .socialChange: .min,
        .inMigrants: 1, .outMigrants: 0,
      ],
    ] as [[AccountItem: Int]])
  func `Overflow is told`(figures: [AccountItem: Int]) throws {
    let error = try #require(throws: DemographyError.self) {
      try BalancingEquation(.made(figures))
    }
    #expect(error.code == .tooLarge)
  }

  /// Sweden in 1988 balances.
  ///
  /// Preston, Heuveline and Guillot, Demography (2001), box 1.2: 8,416,599 + 112,080 − 96,756 + 51,092
  /// − 21,461 = 8,461,554.
  @Test func `Sweden in 1988 balances`() throws {
    func number(_ value: Int) -> TracedNumber { TracedNumber(value, sources: []) }
    let account = PopulationAccount(
      period: .calendarYear(1988),
      definition: PopulationDefinition(
        stockDate: "12-31", foreignResidents: .included, otherChange: .apart, source: "box 1.2"),
      openingStock: number(8_416_599), closingStock: number(8_461_554), births: number(112_080),
      deaths: number(96_756), naturalChange: nil, inMigrants: number(51_092),
      outMigrants: number(21_461), socialChange: nil)
    let equation = try BalancingEquation(account)
    #expect(equation.naturalChange.value == 15_324)
    #expect(equation.socialChange.value == 29_631)
    #expect(equation.totalChange.value == 44_955)
    #expect(equation.otherChange.value == 0)
  }
}
