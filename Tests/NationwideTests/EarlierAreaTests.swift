import MunicipalModel
import TestSupport
import Testing

@testable import Nationwide
@testable import OpenData

/// Populations by age of municipalities that merged, put together as the register proves it; the figures are invented.
@Suite("Populations by age before a merger")
struct EarlierAreaTests {
  private typealias Town = (code: String, name: String, factor: Int)
  private static let city: Town = ("312011", "架空鳥取市", 5)
  private static let town: Town = ("313025", "岩美郡架空町", 1)

  /// All people of a town of a factor in the sheet of ages.
  private static func people(_ factor: Int) -> Int { 2 * 231 * factor + 21 }

  /// A row of the register without change; `before` is the population of the sheet before.
  private static func row(_ code: String, _ name: String, _ people: Int) -> SheetRow {
    SheetRow(
      code: code, prefecture: "鳥取県", name: name, male: people / 2, female: people - people / 2,
      entries: [30, 0, 10, 0], removals: [20, 0, 20, 0])
  }

  /// The sheets of ages of 2014 and 2019, and the register of 2014 to 2019, with a merger in 2015 into a code.
  private func use(
    into code: String = "312011", without: Int? = nil, people change: Int = 0,
    _ body: (MunicipalityData) throws -> Void
  ) throws {
    let parts = [Self.city, Self.town]
    let whole = parts.reduce(0) { $0 + Self.people($1.factor) }
    try TemporaryFolder.use { folder in
      for year in 2014...2019 where year != without {
        let rows =
          year < 2016
          ? parts.map { Self.row($0.code, $0.name, Self.people($0.factor)) }
          : [Self.row(code, "架空鳥取市", whole)]
        try folder.write(
          Array(Fixture.sheet(ofYear: year, Fixture.wholeSheet(rows)).utf8), to: "r\(year).csv")
      }
      for (year, rows) in [("平成26年", parts), ("平成31年", [(code, "架空鳥取市", 6)])] {
        let sheet = Fixture.ageSheet(
          rows.flatMap {
            Fixture.ageRows(
              $0.0, "鳥取県", $0.1, $0.2 + ($0.1 == "架空鳥取市" ? 0 : change),
              parts: $0.2 == 6 ? 2 : 1)
          },
          title: "\(year)1月1日住民基本台帳年齢階級別人口（市区町村別）（総計）")
        try folder.write(Array(sheet.utf8), to: "\(year).csv")
      }
      try body(NationwideData(folder: folder.path)[code])
    }
  }

  /// The city keeps its code, or the merged one has another.
  @Test(arguments: ["312011", "312029"])
  func `The parts of a merger are the older population`(code: String) throws {
    try use(into: code) { town in
      let stocks = town.stocks()
      #expect(stocks.map { $0.period?.year } == [2014, 2019])
      #expect(stocks[0].table.total == 2_331 + 483 && stocks[0].municipality.sixDigits == code)
      // Men of 0–4: 5 of the city and 1 of the town, each with its cell.
      #expect(stocks[0].table.counts[0] == 6)
      #expect(stocks[0].citations.count == 2 * stocks[0].table.counts.count)
      let earlier = try #require(town.earlierAreas().first)
      #expect(earlier.parts.map(\.name.ja) == ["架空鳥取市", "岩美郡架空町"])
      #expect(earlier.changes.map(\.kind) == [code == "312011" ? .absorption : .merger])
      #expect(earlier.sources.map(\.document.rawValue) == ["r2016.csv"])
      #expect(earlier.message.ja.contains("架空鳥取市と岩美郡架空町の合計"))
      #expect(town.daysOfOtherArea().isEmpty && !town.wantsRegister())
    }
  }

  @Test func `Without a sheet between, nothing is put together`() throws {
    try use(without: 2017) { town in
      #expect(town.stocks().map { $0.period?.year } == [2019])
      #expect(town.daysOfOtherArea().map(\.year) == [2014])
      #expect(town.earlierAreas().isEmpty && town.wantsRegister())
    }
  }

  /// The town has more people by age than in the register of the day.
  @Test func `Parts that are not as large as in the register are not put together`() throws {
    try use(people: 1) { town in
      #expect(town.stocks().map { $0.period?.year } == [2019])
      #expect(town.daysOfOtherArea().map(\.year) == [2014])
    }
  }

  /// The register prints another population of the town than its ages have, so both cells are named.
  @Test func `Ages that the register contradicts are told and not used`() throws {
    try use(people: 1) { town in
      let found = town.data.diagnostics.filter { $0.code.rawValue == "age-total-differs" }
      #expect(found.map(\.severity) == [.error])
      // The ages of factor 2 beside the 483 people of factor 1.
      #expect(found.first?.citation.printed == "945")
      #expect(found.first?.message.en.contains("483 (r2014.csv") == true)
      let part = try town.data["313025"]
      #expect(part.stocks().isEmpty)
    }
  }
}
