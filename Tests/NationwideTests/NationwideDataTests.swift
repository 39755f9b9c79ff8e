import Foundation
import MunicipalModel
import TestSupport
import Testing

@testable import Nationwide
@testable import OpenData

/// A folder of files in the forms of the publishers; the figures are invented.
@Suite("A folder of published files")
struct NationwideDataTests {
  /// The sheet of a year: 31201 has as many people as the year before less its change.
  private static func sheet(
    _ year: Int, residents: String = "（総計）", population: Int, births: Int = 10
  ) -> String {
    let row = SheetRow(
      code: "312011", prefecture: "鳥取県", name: "架空鳥取市", male: population / 2,
      female: population - population / 2, entries: [30, 0, births, 0], removals: [40, 0, 20, 0])
    let other = SheetRow(
      code: "313025", prefecture: "鳥取県", name: "岩美郡架空町", male: 50, female: 50,
      entries: [5, 0, 1, 0], removals: [5, 0, 1, 0])
    return Fixture.sheet(ofYear: year, Fixture.wholeSheet([row, other]), residents: residents)
  }

  /// Runs a test with a folder of files.
  private func use(
    _ more: [(name: String, text: String)] = [],
    _ body: (NationwideData, TemporaryFolder) throws -> Void
  ) throws {
    try TemporaryFolder.use { folder in
      try folder.write(Array(Self.sheet(2016, population: 1020).utf8), to: "b.csv")
      try folder.write(
        Fixture.workbook([
          "日本人": Self.sheet(2017, residents: "（日本人住民）", population: 990),
          "総計": Self.sheet(2017, population: 1000),
        ]), to: "a.xlsx")
      try folder.write(
        Fixture.cp932(String(Self.sheet(2019, population: 960).dropFirst())), to: "c.dat")
      try folder.write(
        Fixture.workbook([
          "1": Fixture.ageSheet(Fixture.ageRows("312011", "鳥取県", "架空鳥取市", 5))
        ]), to: "ages.xlsx")
      try folder.write(
        Array(Fixture.movers("他市区町村からの転入者数", withOrigin: true).utf8), to: "in.csv")
      try folder.write(Fixture.cp932(Fixture.ssdse), to: "ssdse.csv")
      try folder.write(Array("何かの覚え書き\n".utf8), to: "notes.txt")
      try folder.write(Array("x".utf8), to: ".hidden")
      for (name, text) in more { try folder.write(Array(text.utf8), to: name) }
      try body(NationwideData(folder: folder.path), folder)
    }
  }

  @Test func `Files are known by what they hold, and what is none is named`() throws {
    try use { (data: NationwideData, _: TemporaryFolder) throws in
      #expect(
        data.tables.map { "\($0.document)/\($0.sheet ?? "")/\($0.table.format.rawValue)" } == [
          "a.xlsx/日本人/resident-registry", "a.xlsx/総計/resident-registry",
          "ages.xlsx/1/resident-registry-ages", "b.csv//resident-registry",
          "c.dat//resident-registry", "in.csv//movers", "ssdse.csv//ssdse",
        ])
      #expect(data.failures.map(\.document.rawValue) == ["notes.txt"])
      #expect(data.failures[0].code == .wrongFormat)
    }
  }

  @Test func `Accounts of one definition follow each other, with their cells`() throws {
    try use { (data: NationwideData, _: TemporaryFolder) throws in
      let town = try data["架空鳥取市"]
      #expect(town.municipality.code.sixDigits == "312011")
      #expect(town.accounts.map(\.period) == [2015, 2016, 2018].map { .calendarYear($0) })
      #expect(Set(town.accounts.map(\.definition)).count == 1)
      #expect(town.accounts.map { $0.closingStock?.value } == [1020, 1000, 960])
      // Where the sheet of the year before is there, its population is the opening stock.
      #expect(town.accounts[1].openingStock?.value == 1020)
      #expect(town.accounts[1].openingStock?.sources[0].shortPlace == "b.csv:7")
      #expect(town.accounts[1].closingStock?.sources[0].shortPlace == "a.xlsx:総計!F7")
      #expect(town.accounts[2].openingStock?.formula != nil)
      let japanese = try #require(data.series.last)
      #expect(japanese.definition.foreignResidents == .excluded)
      #expect(town.accounts(in: japanese).map { $0.closingStock?.value } == [990])
    }
  }

  @Test func `Ages, movers and indicators come with their cells`() throws {
    try use { (data: NationwideData, _: TemporaryFolder) throws in
      let town = try data["31201"]
      #expect(town.ages.map { $0.period?.code } == ["2023-01-01"])
      #expect(town.ages[0].citations[0].shortPlace == "ages.xlsx:1!F5")
      #expect(town.movers(.inMigrants).count == 1 && town.movers(.outMigrants).isEmpty)
      #expect(town.figures(.births).map(\.reading.wholeNumber) == [1300])
    }
  }

  @Test func `What is missing and what differs is told`() throws {
    try use { (data: NationwideData, _: TemporaryFolder) throws in
      #expect(
        data.missing.map(\.en) == [
          "accounts (all residents 2016–2019 (01-01)): no sheet of 2018",
          "movers by age (Japanese movers): no table of out-migrants of 2024",
        ])
      #expect(data.differences.count == 1)
      #expect(data.differences[0].ja.contains("総計と日本人住民"))
    }
  }

  @Test func `Two sheets of one day are told, and one is used`() throws {
    try use([
      ("d.csv", Self.sheet(2016, population: 1020)), ("e.csv", Self.sheet(2016, population: 1021)),
    ]) { (data: NationwideData, _: TemporaryFolder) throws in
      #expect(data.diagnostics.prefix(2).map(\.code) == ["doubled-sheet", "conflicting-sheet"])
      #expect(try data["312011"].accounts.first?.closingStock?.value == 1020)
    }
  }

  @Test func `Sheets of the register of other years are passed over`() throws {
    try use { (_: NationwideData, folder: TemporaryFolder) throws in
      let data = try NationwideData(folder: folder.path, years: 2017...2018)
      #expect(data.series.map { $0.sheets.map(\.stockDate.year) } == [[2017], [2017]])
      #expect(data.ages.count == 1 && data.failures.map(\.document.rawValue) == ["notes.txt"])
    }
  }

  @Test func `Movers that stand in two files are told, and counted once`() throws {
    let movers = Fixture.movers("他市区町村からの転入者数", withOrigin: true)
    try use([("in2.csv", movers), ("in3.csv", movers.replacing("2024", with: "2023"))]) {
      (data: NationwideData, _: TemporaryFolder) throws in
      let doubled = data.diagnostics.filter { $0.code == "doubled-movers" }
      #expect(doubled.map(\.citation.document.rawValue) == ["in2.csv"])
      #expect(doubled[0].severity == .warning && doubled[0].message.en.contains("in.csv"))
      #expect(
        try data["312011"].movers(.inMigrants).map { $0.period?.year } == [2023, 2024])
    }
  }

  /// The larger table has a cell of the city that is no number: the row of the smaller one counts.
  @Test func `An unreadable row of movers leaves its year to the next table`() throws {
    let areas = [("31000", "鳥取県"), ("31001", "市部"), ("31201", "架空鳥取市"), ("31302", "架空町")]
    let lines = Fixture.movers("他市区町村からの転入者数", withOrigin: true, areas: areas)
      .split(separator: "\n").map { line in
        line.contains(",31201,")
          ? String(line).replacing(",10,15,", with: ",1x,15,") : String(line)
      }
    try use([("all.csv", lines.joined(separator: "\n") + "\n")]) {
      (data: NationwideData, _: TemporaryFolder) throws in
      #expect(data.movers.map(\.document.rawValue) == ["all.csv", "in.csv"])
      let movers = try data["312011"].movers(.inMigrants)
      #expect(movers.map { $0.period?.year } == [2024])
      #expect(movers.first?.citations.first?.document.rawValue == "in.csv")
    }
  }

  /// The sheet of 2018 has the city alone: the town's rates of that year divide by its population less its change.
  @Test func `An excerpt of the year before takes no rates away`() throws {
    let excerpt = Self.sheet(2018, population: 990).split(separator: "\r\n")
      .filter { !$0.contains("岩美郡") && !$0.contains("合計") }.joined(separator: "\r\n")
    try use([("f.csv", excerpt + "\r\n")]) { (data: NationwideData, _: TemporaryFolder) throws in
      let town = try data["313025"].accounts.last
      #expect(town?.period == .calendarYear(2018) && town?.openingStock?.value == 100)
      #expect(try data["312011"].accounts.last?.openingStock?.value == 990)
      let told = try #require(data.diagnostics.first { $0.code == "sheet-before-incomplete" })
      #expect(told.citation.document.rawValue == "f.csv")
    }
  }

  private static func standard(_ days: [String]) -> String {
    let ages = (0..<17).map { "\($0 * 5)-\($0 * 5 + 4)歳" } + ["85歳以上"]
    let header =
      ["都道府県コード又は市区町村コード", "地域コード", "都道府県名", "市区町村名", "調査年月日", "地域名", "総人口", "男性", "女性"]
      + ages.flatMap { ["\($0)の男性", "\($0)の女性"] } + ["世帯数", "備考"]
    let rows = days.map { day in
      ["312029", "", "鳥取県", "架空米子市", day, "", "540", "180", "360"]
        + (0..<18).flatMap { _ in ["10", "20"] } + ["200", ""]
    }
    return ([header] + rows).map { $0.joined(separator: ",") + "\r\n" }.joined()
  }

  /// A file of a city does not tell what the city was made of; the sheets of the register from before the older day to
  /// after the newer one do.
  @Test func `Two days of the standard data set are compared where the area is known`() throws {
    let text = Self.standard(["2013-06-01", "2018-06-01"])
    try use([("standard.csv", text)]) { (data: NationwideData, _: TemporaryFolder) throws in
      let town = try data["架空米子市"]
      #expect(town.stocks().map { $0.period?.code } == ["2018-06-01"])
      #expect(town.daysOfOtherArea().map(\.description) == ["2013-06-01"] && town.wantsRegister())
    }
    try use([("standard.csv", text), ("r.csv", Self.sheet(2013, population: 1050))]) {
      (data: NationwideData, _: TemporaryFolder) throws in
      let town = try data["架空米子市"]
      #expect(town.stocks().map { $0.period?.code } == ["2013-06-01", "2018-06-01"])
      #expect(town.daysOfOtherArea().isEmpty)
    }
  }

  @Test func `The standard data set gives populations by age of its city`() throws {
    let text = Self.standard(["2016-04-01", "2021-04-01", "2021-05-01"])
    try use([("standard.csv", text)]) {
      (data: NationwideData, _: TemporaryFolder) throws in
      let town = try data["架空米子市"]
      #expect(town.ages.map(\.statistic) == Array(repeating: .standardDataset, count: 3))
      // The newest of those that another is five years before would be of April: only whole years count.
      #expect(town.stocks(upTo: 2020).map { $0.period?.code } == ["2016-04-01"])
      #expect(town.stocks().map { $0.period?.code } == ["2021-05-01"])
    }
  }

  @Test func `What is in the folder and is no file is told`() throws {
    try TemporaryFolder.use { folder in
      try folder.write(Array(Self.sheet(2016, population: 1020).utf8), to: "b.csv")
      try FileManager.default.createDirectory(
        atPath: folder.file("2019"), withIntermediateDirectories: false)
      // 住民.csv in Shift_JIS, as archives made on Windows give it.
      let name: [CChar] =
        Array(folder.path.utf8CString.dropLast()) + [0x2F]
        + [0x8F, 0x5A, 0x96, 0xAF].map { CChar(bitPattern: $0) } + Array(".csv".utf8CString)
      let file = try #require(fopen(name, "w"))
      fclose(file)
      let failures = try NationwideData(folder: folder.path).failures
      #expect(
        failures.map(\.message.en).contains { $0.contains("2019") && $0.contains("a folder") })
      #expect(failures.contains { $0.message.en.contains("a name that is not in UTF-8") })
    }
  }

  @Test func `Names that none or several have are refused`() throws {
    try use { (data: NationwideData, folder: TemporaryFolder) throws in
      #expect(try data["架空町"].municipality.code.fiveDigits == "31302")
      #expect(try data["鳥取県"].area.kind == .prefecture)
      for name in ["架空", "131016"] {
        let error = #expect(throws: OpenDataError.self) { try data[name] }
        #expect(error?.code == .notInFile)
        // The whole folder was looked through, and not one of its files.
        #expect(error?.document.rawValue == folder.path)
      }
      #expect(throws: OpenDataError.self) { try NationwideData(folder: folder.file("none")) }
    }
  }
}
