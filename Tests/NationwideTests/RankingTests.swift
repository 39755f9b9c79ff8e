import Demography
import MunicipalModel
import TestSupport
import Testing

@testable import Nationwide
@testable import OpenData

@Suite("Ranking municipalities")
struct RankingTests {
  private func registry(_ rows: [SheetRow], _ title: String = Fixture.title()) throws
    -> OpenDataTable
  {
    .registry(
      try ResidentRegistry.read(
        Array(Fixture.sheet(Fixture.wholeSheet(rows), title: title).utf8), document: "sheet"))
  }

  private func ssdse() throws -> OpenDataTable {
    try OpenDataTable.read(Fixture.cp932(Fixture.ssdse), document: "ssdse")
  }

  private func names(_ ranking: MunicipalRanking) -> [String] {
    ranking.entries.map(\.member.area.name)
  }

  /// By hand from `Fixture.rows2020`: 鳥取 (4,340 − 4,910) ÷ 186,370, 米子 (5,220 − 5,110) ÷ 147,390, 町
  /// (210 − 273) ÷ 11,013, 松江 (6,430 − 6,700) ÷ 202,070.
  @Test func `Ranks and percentiles of the social change rate`() throws {
    let table = try NationwideTable([registry(Fixture.rows2020)])
    let ranking = try MunicipalRanking(table, by: .socialChangeRate)
    #expect(names(ranking) == ["架空米子市", "架空松江市", "架空鳥取市", "岩美郡架空町"])
    #expect(ranking.entries.map(\.rank) == [1, 2, 3, 4])
    #expect(ranking.entries.map(\.percentile) == [87.5, 62.5, 37.5, 12.5])
    let rates = ranking.entries.map { entry -> String in
      if case .rate(let rate) = entry.figure { rate.calculation } else { "" }
    }
    #expect(
      rates == [
        "110 ÷ 147390 × 100", "-270 ÷ 202070 × 100", "-570 ÷ 186370 × 100", "-63 ÷ 11013 × 100",
      ])
    #expect(ranking.around(try MunicipalityCode("312011"), places: 1).map(\.rank) == [2, 3, 4])
    #expect(ranking.around(try MunicipalityCode("012131")).isEmpty)
  }

  @Test func `Equal figures share a rank and the middle of their percentiles`() throws {
    var rows = Fixture.rows2020
    rows[1].male = 90_000
    rows[1].female = 95_000
    let ranking = try MunicipalRanking(NationwideTable([registry(rows)]), by: .population)
    #expect(ranking.entries.map(\.rank) == [1, 2, 2, 4])
    #expect(ranking.entries.map(\.percentile) == [87.5, 50, 50, 12.5])
    #expect(ranking.entries.map(\.isTied) == [false, true, true, false])
  }

  @Test func `A prefecture and a range of populations narrow the ranking`() throws {
    let table = try NationwideTable([registry(Fixture.rows2020)])
    var filter = MunicipalRanking.Filter(prefecture: .tottori)
    #expect(try MunicipalRanking(table, by: .population, filter: filter).entries.count == 3)
    filter.population = 100_000...150_000
    #expect(
      names(try MunicipalRanking(table, by: .population, filter: filter)) == ["架空米子市"])
    filter.population = 0...10
    #expect(try MunicipalRanking(table, by: .birthRate, filter: filter).entries.isEmpty)
  }

  /// By hand: 55,500 ÷ 185,000 = 30.0 %, 41,000 ÷ 147,000 = 27.9 %, 4,500 ÷ 10,800 = 41.7 %,
  /// 60,000 ÷ 201,000 = 29.9 %.
  @Test func `Ageing comes from SSDSE, and peers are near in size and ageing`() throws {
    let table = try NationwideTable([registry(Fixture.rows2020), ssdse()])
    let ranking = try MunicipalRanking(table, by: .ageingRate)
    #expect(names(ranking) == ["岩美郡架空町", "架空鳥取市", "架空松江市", "架空米子市"])
    let peers = table.peers(of: try MunicipalityCode("312011"))
    #expect(peers.map(\.member.area.name) == ["架空松江市", "架空米子市", "岩美郡架空町"])
    #expect(peers.allSatisfy { $0.distance > 0 })
    let back = table.peers(of: try MunicipalityCode("322016"), count: 1)
    #expect(back[0].distance == peers[0].distance, "the distance is the same in both directions")
    #expect(table.peers(of: try MunicipalityCode("012131")).isEmpty)
  }

  @Test func `Without a sheet, SSDSE gives population and ageing, and no rate`() throws {
    let table = try NationwideTable([ssdse()])
    #expect(table.members.count == 4)
    #expect(try MunicipalRanking(table, by: .population).entries.count == 4)
    let rates = try MunicipalRanking(table, by: .birthRate)
    #expect(rates.entries.isEmpty)
    #expect(rates.withoutFigure.count == 4)
  }

  /// A table of e-Stat with A1101 and A1303 of 鳥取, 米子 and 倉吉 by year.
  private func census(_ rows: [(item: String, area: String, year: Int, printed: String)]) throws
    -> OpenDataTable
  {
    let lines = rows.map {
      "\($0.item),\($0.item)_架空,\($0.area),架空\($0.area),\($0.year)100000,\($0.year)年度,人,\($0.printed)"
    }
    return try OpenDataTable.read(
      Array(
        ("cat01_code,項目,area_code,地域,time_code,調査年,unit,value\n"
          + lines.joined(separator: "\n") + "\n").utf8), document: "census")
  }

  private func of(_ item: String, _ year: Int, _ printed: String...) -> [(
    item: String, area: String, year: Int, printed: String
  )] {
    zip(["31201", "31202", "31203"], printed).map { (item, $0, year, $1) }
  }

  @Test func `All municipalities are ranked by figures of one year`() throws {
    // 倉吉 has a mark in 2020; its 9,000 of 2015 may be counted in another city.
    let table = try NationwideTable([
      census(of("A1101", 2015, "180", "150", "9000") + of("A1101", 2020, "170", "140", "***"))
    ])
    let ranking = try MunicipalRanking(table, by: .population)
    #expect(ranking.entries.map(\.figure.value) == [170, 140])
    #expect(ranking.entries.map(\.period) == [.fiscalYear(2020), .fiscalYear(2020)])
    #expect(ranking.withoutFigure.map(\.area.name) == ["架空31203"])
    #expect(
      table.files[0].diagnostics.map(\.message.ja) == ["2020年度の人口がない市区町村: 架空31203"])
  }

  /// By hand: 50 ÷ 170, 45 ÷ 140 and 30 ÷ 100 of 2020.
  @Test func `The year is the newest that most have population and ageing of`() throws {
    let table = try NationwideTable([
      census(
        of("A1101", 2020, "170", "140", "100") + of("A1303", 2020, "50", "45", "30")
          + of("A1101", 2023, "168", "138"))
    ])
    #expect(try MunicipalRanking(table, by: .ageingRate).entries.count == 3)
    #expect(
      try MunicipalRanking(table, by: .population).entries.map(\.figure.value) == [170, 140, 100])
    #expect(
      table.files[0].diagnostics.map(\.message.en) == [
        "2 of 3 municipalities have a population of FY2023; that of FY2020 is used"
      ])
    let alone = try NationwideTable([
      census(of("A1101", 2020, "170", "140", "100") + of("A1101", 2023, "168", "138"))
    ])
    #expect(
      try MunicipalRanking(alone, by: .population).entries.map(\.figure.value) == [168, 138])
    #expect(table.files[0].diagnostics.map(\.code) == ["other-year"])
    #expect(alone.files[0].diagnostics.map(\.code) == ["no-figure-of-year"])
    let few = try NationwideTable([
      census([("A1101", "31201", 2015, "9"), ("A1101", "31202", 2020, "8")])
    ])
    #expect(try MunicipalRanking(few, by: .population).entries.map(\.figure.value) == [8])
  }

  @Test func `A population below zero is not ranked`() throws {
    let table = try NationwideTable([census(of("A1101", 2020, "-170", "140", "100"))])
    #expect(
      try MunicipalRanking(table, by: .population).entries.map(\.figure.value) == [140, 100])
    #expect(
      table.files[0].diagnostics.map(\.code) == ["negative-count", "no-figure-of-year"])
  }

  @Test func `Two sheets are paired in either order, and other files are said to be of no use`()
    throws
  {
    let before = try registry(Fixture.rows2020, Fixture.title("平成31年1月1日", "平成30年"))
    let movers = try OpenDataTable.read(
      Array(Fixture.movers("他市区町村からの転入者数", withOrigin: true).utf8), document: "in")
    let current = try registry(Fixture.rows2020)
    for files in [[before, current, movers], [movers, current, before]] {
      let table = try NationwideTable(files)
      #expect(table.registry?.stockDate.year == 2020)
      #expect(table.pair?.previous.stockDate.year == 2019)
      #expect(table.unused.map(\.document) == ["in"])
    }
    #expect(throws: OpenDataError.self) { try NationwideTable([movers]) }
    #expect(throws: OpenDataError.self) { try NationwideTable([]) }
  }
}
