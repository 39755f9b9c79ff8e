import MunicipalModel
import TestSupport
import Testing

@testable import Nationwide
@testable import OpenData

@Suite("Peers in size and ageing")
struct PeerTests {
  /// Rows of population, people under 15, of 15–64 and of 65 and over.
  private func table(_ rows: [(Int, Int, Int, Int)]) throws -> NationwideTable {
    let lines = rows.enumerated().map { index, row in
      "R3120\(index + 1),鳥取県,架空\(index + 1)市,\(row.0),\(row.1),\(row.2),\(row.3)"
    }
    let text = """
      SSDSE-A-2023,Prefecture,Municipality,A1101,A1301,A1302,A1303
      ,,年度,2020,2020,2020,2020
      地域コード,都道府県,市区町村,総人口,15歳未満人口,15～64歳人口,65歳以上人口
      \(lines.joined(separator: "\n"))

      """
    return try NationwideTable([OpenDataTable.read(Array(text.utf8), document: "ssdse")])
  }

  /// Populations of 1,000, 1,000, 2,000 and 1,100 and ageing rates of 30, 40, 31 and 39 %. The standard deviations
  /// are 0.289 of ln P and 4.528 of the rates; by size alone the second would be nearest, with ageing the fourth is.
  @Test func `Ageing counts as much as size`() throws {
    let table = try table([
      (1000, 100, 600, 300), (1000, 100, 500, 400), (2000, 200, 1180, 620), (1100, 110, 561, 429),
    ])
    let peers = table.peers(of: try MunicipalityCode("31201"))
    #expect(peers.map(\.member.area.name) == ["架空4市", "架空2市", "架空3市"])
    let expected = [2.0149, 2.2086, 2.4084]
    for (peer, distance) in zip(peers, expected) { #expect(abs(peer.distance - distance) < 0.0001) }
  }

  @Test func `Ages that are more than the people make no share of known age`() throws {
    let table = try table([
      (1000, 100, 600, 300), (1001, 100, 600, 400), (5000, 500, 3000, 1500),
      (9000, 900, 5400, 2700),
    ])
    // The ages of the second are more than its people: 400 of 1,001 is a share of all and far from 300 of 1,000.
    let peers = table.peers(of: try MunicipalityCode("31201"))
    #expect(peers.first?.member.area.name == "架空3市")
    #expect(table.members.map { $0.ageing?.whole.value } == [1000, 1001, 5000, 9000])
  }

  /// Of −1.0, −0.5, 0 and 0.5 %, by straight line: −1.0 + 0.75 × 0.5, −0.25, and 0.125.
  @Test func `The middle half of the peers is told year by year`() throws {
    let changes = [3, -10, -5, 0, 5]
    let rows = changes.enumerated().map { index, change in
      SheetRow(
        code: ["312011", "312029", "312037", "312045", "313025"][index], prefecture: "鳥取県",
        name: "架空\(index)市", male: 500, female: 500 + change, entries: [100 + change, 0, 10, 0],
        removals: [100, 0, 10, 0])
    }
    let data = NationwideData([
      try OpenDataTable.read(
        Array(Fixture.sheet(ofYear: 2018, Fixture.wholeSheet(rows)).utf8), document: "r")
    ])
    let series = try #require(data.series.first)
    let peers = try #require(
      data.areas(beside: [data["312011"]], [.peers], in: series, peers: 4).first)
    let spread = try #require(
      peers.spread(
        of: .socialChange, NationwideTable.rateDefinition, in: .calendarYear(2017)))
    #expect(abs(spread.lower + 0.625) < 1e-9)
    #expect(abs(spread.median + 0.25) < 1e-9)
    #expect(abs(spread.upper - 0.125) < 1e-9)
  }
}
