import MunicipalModel
import TestSupport
import Testing

@testable import Nationwide
@testable import OpenData

/// Origin and destination of movers in the form of e-Stat's API; the figures are invented.
@Suite("移動前の住所地別転入者数")
struct MigrationFlowTests {
  private func data(_ texts: String...) throws -> NationwideData {
    NationwideData(
      try texts.map { try OpenDataTable.read(Array($0.utf8), document: "flows") })
  }

  @Test func `Arrivals and departures of a town stand side by side`() throws {
    let data = try data(Fixture.flows(Fixture.flowPairs))
    let flows = try #require(try data["31201"].flows.first)
    #expect(flows.period == .calendarYear(2024) && flows.nationality == .all)
    let towns = flows.partners(.municipalities)
    // 30 − 50, 5 − 0; nothing is known of who went to 架空松江市.
    #expect(towns.map(\.area.name) == ["架空米子市", "架空町", "架空松江市"])
    #expect(towns.map { $0.balance?.value } == [-20, 5, nil])
    #expect(towns[2].arrivals?.value == 20 && towns[2].departures == nil)
    #expect(towns[0].balance?.sources.map(\.line) == [3, 8])
    #expect(flows.partners(.prefectures).map(\.area.name) == ["鳥取県", "島根県"])
    #expect(flows.partners.contains { $0.area.name == "その他の県" && $0.area.code == nil })
  }

  @Test func `The newest year comes first, and movers of one nationality`() throws {
    let data = try data(
      Fixture.flows(Fixture.flowPairs, year: 2023),
      Fixture.flows(Fixture.flowPairs, nationality: ("61000", "日本人移動者")))
    let flows = try data["架空鳥取市"].flows
    #expect(flows.map(\.period) == [.calendarYear(2024), .calendarYear(2023)])
    #expect(flows.map(\.nationality) == [.japanese, .all])
  }

  @Test func `A table of flows is none of movers by age`() throws {
    let table = try OpenDataTable.read(
      Array(Fixture.flows(Fixture.flowPairs).utf8), document: "flows")
    guard case .estat(let file) = table else {
      Issue.record("read as \(table.format)")
      return
    }
    #expect(file.isOfFlows && !file.isOfMovers)
  }
}
