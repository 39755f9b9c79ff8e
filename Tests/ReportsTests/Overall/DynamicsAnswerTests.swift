import Demography
import MunicipalModel
import Rendering
import Testing

@testable import Reports

/// What is said of the population's change; the figures are invented.
@Suite("Answers about the population's change")
struct DynamicsAnswerTests {
  private func told(_ change: Int, _ years: [Period]) throws -> [LocalizedText] {
    func number(_ value: Int) -> TracedNumber {
      TracedNumber(
        value, sources: [Citation(document: "table", line: 1, printed: "\(value)")])
    }
    let accounts = years.map { year in
      PopulationAccount(
        period: year,
        definition: PopulationDefinition(
          stockDate: "12-31", foreignResidents: .included, otherChange: .apart, source: "住民基本台帳"),
        openingStock: number(10_000), closingStock: number(10_000 + change),
        births: nil, deaths: nil, naturalChange: nil, inMigrants: nil, outMigrants: nil,
        socialChange: nil, totalChange: number(change))
    }
    let town = Municipality(
      code: try MunicipalityCode("012025"), name: LocalizedText(ja: "甲市", en: "Ko"))
    let comparison = DynamicsComparison([
      DynamicsComparison.Member(municipality: town, accounts: accounts)
    ])
    return DynamicsAnswers(comparison).answers.map(\.text)
  }

  /// −4 of 10,000 are −0.04 %, which would be shown as 0.0.
  @Test(arguments: [(0, "甲市は増減なし", "Ko kept its people"), (-4, "甲市はほぼ増減なし", "Ko hardly changed")])
  func `Only no change at all is none`(change: Int, ja: String, en: String) throws {
    let text = try #require(try told(change, [.calendarYear(2020)]).first)
    #expect(text.ja == ja + "（2020年）。" && text.en == en + " (2020).")
  }

  @Test func `Fiscal years are called so`() throws {
    let text = try #require(try told(-100, [.fiscalYear(2019), .fiscalYear(2020)]).first)
    #expect(text.ja.hasSuffix("（2019～2020年度）。") && text.en.hasSuffix("(FY2019–2020)."))
  }
}
