import Demography
import MunicipalModel
import TestSupport
import Testing

@testable import Nationwide
@testable import OpenData

/// 苫小牧市 as published for 1 January 2020 (総務省), with cells that cannot be read.
///
/// Its social change is 212: −569 − (−781), or 6,176 − 5,978 + 60 − 46. In- less out-migrants is 198,
/// another figure.
@Suite("The social change of the register")
struct RegistrySocialChangeTests {
  private static let line =
    #"012131,北海道,苫小牧市,"83,705","87,537","171,242","89,460","5,944",232,"6,176","1,146",60,"7,382","5,785",193,"5,978","1,927",46,"7,951",-569,-0.33 ,-781,-0.45 ,212,0.12 "#

  private func account(_ damage: [(String, String)]) throws -> PopulationAccount {
    var line = Self.line
    for (printed, damaged) in damage { line.replace(",\(printed),", with: ",\(damaged),") }
    let registry = try ResidentRegistry.read(
      Array(Fixture.sheet([line]).utf8), document: "sheet")
    return registry.account(of: try #require(registry.municipalities.first))
  }

  /// What stands in its place may be the figure of another column, and so may the cells beside it.
  @Test(arguments: ["#VALUE!", "0.1.2"])
  func `There is none where its cell cannot be read`(damaged: String) throws {
    #expect(try account([("212", damaged)]).socialChange == nil)
  }

  @Test(arguments: ["X", ""])
  func `It is formed by its own definition`(damaged: String) throws {
    let change = try #require(try account([("212", damaged)]).socialChange)
    #expect(change.value == 212)
    #expect(change.formula?.ja == "増減数 − 自然増減数")
    #expect(change.sources.map(\.cell) == [20, 22])
    // (Ａ) − (Ｂ) = 7,382 − 7,951 and births − deaths = 1,146 − 1,927.
    let parts = try #require(
      try account([("212", damaged), ("-569", "X"), ("-781", "X")]).socialChange)
    #expect(parts.value == 212)
    #expect(parts.sources.map(\.cell) == [13, 19, 11, 17])
  }

  @Test func `Movers and both columns of その他 make it too`() throws {
    let change = try #require(
      try account([("212", "X"), ("-781", "X"), (#""1,927""#, "X")]).socialChange)
    #expect(change.value == 212)
    #expect(change.formula?.en == "in-migrants − out-migrants + other entries − other removals")
    #expect(change.sources.map(\.cell) == [10, 16, 12, 18])
  }

  /// 1,146 births less 1,927 deaths are the −781 that cannot be read, or figures of other columns.
  @Test func `Births and deaths beside an unreadable balance make no other figure`() throws {
    let damaged = try account([("-781", "0.1.2")])
    #expect(damaged.births == nil && damaged.deaths == nil && damaged.naturalChange == nil)
    #expect(throws: DemographyError.self) {
      try damaged.crudeRate(of: .naturalChange, .percentOfPreviousYearEnd)
    }
    #expect(try account([("-781", "")]).births?.value == 1_146)
    #expect(
      try account([("212", "X"), ("-781", "0.1.2"), ("46", "X")]).socialChange == nil)
    #expect(try account([("212", "X"), ("-781", "X"), ("46", "X")]).socialChange?.value == 212)
  }

  @Test func `What was published balances`() throws {
    #expect(try account([]).balanceDiscrepancies() == [])
  }

  @Test func `Movers alone do not make it`() throws {
    let account = try account([
      ("212", "X"), ("-781", "X"), (#""1,927""#, "X"), ("46", "X"),
    ])
    #expect(account.inMigrants?.value == 6_176)
    #expect(account.outMigrants?.value == 5_978)
    #expect(account.socialChange == nil)
    #expect {
      try account.crudeSocialChangeRate(.percentOfPreviousYearEnd)
    } throws: {
      ($0 as? DemographyError)?.code == .missingInput
    }
  }

  /// 212 ÷ 171,811 = 0.123…
  @Test func `A sheet without the columns of the social change is ranked alike`() throws {
    func cut(_ line: String) -> String {
      line.split(separator: ",", omittingEmptySubsequences: false).dropLast(2)
        .joined(separator: ",")
    }
    let header = Fixture.sheetHeader.split(separator: "\n").map { cut(String($0)) }
      .joined(separator: "\n")
    func read(_ line: String, _ header: String) throws -> ResidentRegistry {
      try ResidentRegistry.read(
        Array(Fixture.sheet([line], title: "令和2年1月1日住民基本台帳人口（総計）", header: header).utf8),
        document: "sheet")
    }
    let without = try read(cut(Self.line), header)
    #expect(
      without.diagnostics.map(\.citation.printed) == ["社会増減数", "社会増減率"])
    let table = try NationwideTable([.registry(without)])
    let account = try #require(table.members.first?.account)
    let rate = try account.crudeSocialChangeRate(NationwideTable.rateDefinition)
    #expect(rate.calculation == "212 ÷ 171811 × 100")
  }
}
