import Demography
import MunicipalModel
import TestSupport
import Testing

@testable import Nationwide
@testable import OpenData

/// Three years in which 架空町 (31302) became a part of 架空鳥取市 (31201); the figures are invented, the sums worked by hand.
@Suite("Years of the register taken together")
struct RegistrySpanTests {
  private static func row(
    _ code: String, _ name: String, _ population: Int, _ entries: [Int], _ removals: [Int]
  ) -> SheetRow {
    SheetRow(
      code: code, prefecture: "鳥取県", name: name, male: population / 2,
      female: population - population / 2, entries: entries, removals: removals)
  }

  /// 31201 had 1,020 people and 31302 had 100 at the beginning of 2015.
  private static let sheets: [(year: Int, rows: [SheetRow])] = [
    (
      2016,
      [
        row("312011", "架空鳥取市", 1000, [30, 0, 10, 0], [40, 0, 20, 0]),
        row("313025", "岩美郡架空町", 100, [5, 0, 1, 0], [5, 0, 1, 0]),
        row("313254", "八頭郡架空村", 500, [3, 0, 1, 0], [2, 0, 2, 0]),
      ]
    ),
    (
      2017,
      [
        row("312011", "架空鳥取市", 980, [25, 0, 8, 0], [35, 0, 18, 0]),
        row("313025", "岩美郡架空町", 93, [4, 0, 0, 0], [9, 0, 2, 0]),
        row("313254", "八頭郡架空村", 500, [3, 0, 1, 0], [2, 0, 2, 0]),
      ]
    ),
    (
      2018,
      [
        row("312011", "架空鳥取市", 1050, [40, 0, 9, 0], [50, 0, 22, 0]),
        row("313254", "八頭郡架空村", 500, [3, 0, 1, 0], [2, 0, 2, 0]),
      ]
    ),
  ]

  private static func data(
    _ years: [Int] = [2016, 2017, 2018], residents: String = "（総計）"
  ) throws -> NationwideData {
    NationwideData(
      try sheets.filter { years.contains($0.year) }.map { year, rows in
        let text = Fixture.sheet(ofYear: year, Fixture.wholeSheet(rows), residents: residents)
        return try OpenDataTable.read(
          Array(text.utf8), document: DocumentID(rawValue: "sheet-\(year)"))
      })
  }

  @Test func `A municipality that took in another counts as both over all years`() throws {
    let span = try RegistrySpan(#require(try Self.data().series.first))
    let area = try #require(span.sheets.last?.municipalities.first?.area)
    let sum = try #require(span.account(of: area))
    #expect(sum.period == .span(.calendarYear(2015), .calendarYear(2017)))
    // 1,020 + 100; 30 + 5 + 25 + 4 + 40; 40 + 5 + 35 + 9 + 50; 10 + 1 + 8 + 0 + 9; 20 + 1 + 18 + 2 + 22.
    #expect(sum.openingStock?.value == 1120 && sum.closingStock?.value == 1050)
    #expect(sum.inMigrants?.value == 104 && sum.outMigrants?.value == 139)
    #expect(sum.births?.value == 28 && sum.deaths?.value == 63)
    #expect(sum.births?.sources.map(\.line) == [7, 8, 7, 8, 7])
    let years = try #require(span.accounts(of: area))
    #expect(years.map { $0.openingStock?.value } == [1120, 1100, 1073])
    #expect(span.changes.map(\.kind) == [.absorption])
  }

  /// −35 of 1,120 and 3 of 500; the mean of −10 of 1,120, −15 of 1,100 and −10 of 1,073.
  @Test(arguments: [
    (NationwideTable.YearCombination.sum, ["0.60", "-3.13"]), (.mean, ["0.20", "-1.06"]),
  ])
  func `Years are summed or averaged`(combination: NationwideTable.YearCombination, rates: [String])
    throws
  {
    let table = try NationwideTable(Self.data(), from: 2015, to: 2017, combining: combination)
    let ranking = try MunicipalRanking(table, by: .socialChangeRate)
    #expect(ranking.entries.map(\.member.area.name) == ["八頭郡架空村", "架空鳥取市"])
    let printed = ranking.entries.map { entry -> String? in
      switch entry.figure {
      case .rate(let rate): rate.rounded?.description
      case .mean(let mean): mean.rounded?.description
      case .share, .count: nil
      }
    }
    #expect(printed == rates)
    #expect(ranking.periods.map(\.code) == ["CY2015/CY2017"])
    #expect(
      table.files.map(\.document.rawValue).sorted() == ["sheet-2016", "sheet-2017", "sheet-2018"])
    if case .rate(let rate)? = ranking.entries.last?.figure {
      #expect(rate.numerator == -35 && rate.denominator == ExactDecimal(1120))
      #expect(rate.formula.ja == "社会増減 [2015年～2017年の合計] ÷ 前年末人口 [2015年の初め、合併前の市町村の合計] × 100")
    }
  }

  @Test func `Prefectures are ranked on their own, with the sum of their years`() throws {
    let table = try NationwideTable(Self.data(), from: 2016, to: 2017, areas: .prefectures)
    let ranking = try MunicipalRanking(table, by: .totalChangeRate)
    #expect(ranking.entries.map(\.member.municipality?.name.en) == ["Tottori"])
    // 1,600 − 27 − 23 of 1,600 at the beginning of 2016.
    #expect(ranking.entries.map(\.figure.value) == [-50.0 / 1600 * 100])
    #expect(throws: OpenDataError.self) { try NationwideTable(Self.data(), areas: .wards) }
  }

  @Test func `Without years the newest is taken`() throws {
    let table = try NationwideTable(Self.data())
    #expect(table.span == nil && table.registry?.document == "sheet-2018")
    #expect(table.pair?.previous.document == "sheet-2017")
    let one = try NationwideTable(Self.data(), from: 2016, to: 2016)
    #expect(one.registry?.document == "sheet-2017" && one.members.count == 3)
  }

  @Test func `Years without a sheet, or of other definitions, are refused`() throws {
    let gap = try Self.data([2016, 2018])
    let error = #expect(throws: OpenDataError.self) {
      try NationwideTable(gap, from: 2015, to: 2017)
    }
    #expect(error?.code == .notInFile && error?.found.en.contains("2015, 2017") == true)
    let mixed = NationwideData(
      try Self.data([2016], residents: "（日本人住民）").tables.map(\.table)
        + Self.data([2017, 2018]).tables.map(\.table))
    #expect(throws: OpenDataError.self) { try NationwideTable(mixed, from: 2015, to: 2017) }
    #expect(try NationwideTable(mixed, from: 2016, to: 2017).span?.sheets.count == 2)
    #expect(throws: OpenDataError.self) { try NationwideTable(mixed, from: 2017, to: 2016) }
  }
}
