import MunicipalModel
import TestSupport
import Testing

@testable import Nationwide
@testable import OpenData

/// Populations by age of two days are those of one area, or the older is not used; the figures are invented.
@Suite("The area of two populations by age")
struct SameAreaTests {
  private typealias Row = (code: String, name: String, factor: Int)
  private static let city: Row = ("312011", "架空鳥取市", 5)

  private func stocks(
    _ before: [Row], _ after: [Row], again: [Row]? = nil
  ) throws -> (years: [Int], left: [CalendarDate], codes: [Diagnostic.Code]) {
    func sheet(_ rows: [Row], _ year: String) -> String {
      Fixture.ageSheet(
        rows.flatMap { Fixture.ageRows($0.code, "鳥取県", $0.name, $0.factor) },
        title: "\(year)1月1日住民基本台帳年齢階級別人口（市区町村別）（総計）")
    }
    var found: (years: [Int], left: [CalendarDate], codes: [Diagnostic.Code]) = ([], [], [])
    try TemporaryFolder.use { folder in
      try folder.write(Array(sheet(before, "平成30年").utf8), to: "a.csv")
      try folder.write(Array(sheet(after, "令和5年").utf8), to: "b.csv")
      if let again { try folder.write(Array(sheet(again, "令和5年").utf8), to: "c.csv") }
      let data = try NationwideData(folder: folder.path)
      let town = try data["312011"]
      found = (
        town.stocks().compactMap { $0.period?.year }, town.daysOfOtherArea(),
        data.diagnostics.map(\.code)
      )
    }
    return found
  }

  @Test func `Where no code is gone, the area is the same`() throws {
    let found = try stocks([Self.city, ("313025", "架空町", 1)], [Self.city, ("313025", "架空町", 1)])
    #expect(found.years == [2018, 2023] && found.left.isEmpty)
  }

  /// The town may have become a part of the city, whose people would seem to have moved in.
  @Test func `Where a town is gone, the older population is not used`() throws {
    let found = try stocks([Self.city, ("313025", "架空町", 1)], [Self.city])
    #expect(found.years == [2023])
    #expect(found.left == [CalendarDate(year: 2018, month: 1, day: 1)])
  }

  @Test func `A town that became a city is no merger`() throws {
    let found = try stocks(
      [Self.city, ("313025", "岩美郡架空町", 1)], [Self.city, ("312029", "架空市", 1)])
    #expect(found.years == [2018, 2023] && found.left.isEmpty)
  }

  @Test func `Of two sheets of ages of one day one is used, and told`() throws {
    let same = try stocks([Self.city], [Self.city], again: [Self.city])
    #expect(same.years == [2018, 2023] && same.codes == ["doubled-sheet"])
    let other = try stocks([Self.city], [Self.city], again: [("312011", "架空鳥取市", 10)])
    #expect(other.years == [2018, 2023] && other.codes == ["conflicting-sheet"])
  }
}
