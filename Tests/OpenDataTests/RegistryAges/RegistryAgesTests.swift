import MunicipalModel
import TestSupport
import Testing

@testable import OpenData

/// Sheets in the form of 住民基本台帳年齢階級別人口（市区町村別）; the figures are invented.
@Suite("住民基本台帳年齢階級別人口")
struct RegistryAgesTests {
  static let whole =
    Fixture.ageRows("-", "合計", "-", 7, unpublished: (3, 12), parts: 2)
    + Fixture.ageRows("310000", "鳥取県", "-", 7, unpublished: (3, 12), parts: 2)
    + Fixture.ageRows("312011", "鳥取県", "架空鳥取市", 5)
    + Fixture.ageRows("312029", "鳥取県", "架空米子市", 2, unpublished: (3, 12))

  private func read(_ text: String) throws -> RegistryAges {
    try RegistryAges.read(Array(text.utf8), document: "ages")
  }

  @Test func `Every area has a table with its cells`() throws {
    let file = try read(Fixture.ageSheet(Self.whole))
    #expect(file.diagnostics.map(\.code) == ["unpublished-ages"])
    #expect(file.diagnostics[0].message.en.hasPrefix("15 people of 1 municipalities"))
    #expect(file.stockDate.description == "2023-01-01")
    #expect(file.definition.foreignResidents == .included)
    #expect(file.municipalities.map(\.name.ja) == ["架空鳥取市", "架空米子市"])
    let ages = try file.ages(of: MunicipalityCode("31201"))
    #expect(ages.table.ages.count == 21 && ages.table.sexes == [.male, .female])
    #expect(ages.period == .date(file.stockDate))
    #expect(ages.statistic == .residentRegister)
    #expect(ages.table.counts.prefix(3) == [5, 10, 15])
    #expect(ages.citations.count == 42)
    #expect(ages.citations[0].shortPlace == "ages:11" && ages.citations[0].cell == 6)
    #expect(ages.citations[21].line == 12 && ages.citations[21].printed == "6")
    #expect(file.population(of: file.areas[2])?.value == 2 * 5 * 231 + 21)
  }

  /// From 2013 on a mark behind the name leads to the remark on ages that are not published.
  @Test func `A mark behind a name is no part of it`() throws {
    let rows =
      Fixture.ageRows("310000", "鳥取県*", "", 5) + Fixture.ageRows("312011", "鳥取県", "架空鳥取市*", 5)
    let file = try read(
      Fixture.ageSheet(
        rows, title: "平成26年1月1日住民基本台帳年齢階級別人口（市区町村別）（総計）※年齢階級別の外国人住民数が非公表となる市区町村がある場合があります。"))
    #expect(file.areas.map(\.area.name) == ["鳥取県", "架空鳥取市"])
    #expect(file.areas.map(\.area.kind) == [.prefecture, .municipality])
    #expect(file.definition.foreignResidents == .included)
  }

  /// One code may stand before two names, and rows without a code before many.
  @Test func `A row is of the area of the row before only if all of its cells are the same`() throws
  {
    var last = AreaOfRow()
    func area(_ code: String, _ prefecture: String, _ name: String) throws -> StatisticalArea {
      try last.area(
        code: Array(code.utf8)[...], prefecture: Array(prefecture.utf8)[...],
        name: Array(name.utf8)[...])
    }
    for (code, prefecture, name) in [
      ("312011", "鳥取県", "架空鳥取市"), ("312011", "鳥取県", "架空鳥取市"), ("312011", "鳥取県", "架空新市"),
      ("", "鳥取県", "架空郡"), ("", "島根県", "架空郡"), ("", "島根県", "架空支庁"), ("312029", "島根県", "架空支庁"),
    ] {
      let expected = try StatisticalArea.classify(code: code, prefecture: prefecture, name: name)
      #expect(try area(code, prefecture, name) == expected)
    }
    #expect(throws: MunicipalityCodeError.self) { try area("31201x", "鳥取県", "架空鳥取市") }
    #expect(try area("312029", "島根県", "架空支庁").code?.fiveDigits == "31202")
  }

  @Test func `Many words of one sex are read`() throws {
    var rows = Self.whole
    let words = ["計", "男", "女", "男女計", "男性", "女性", "総数", "男子", "女子", "計", "男", "女"]
    for index in rows.indices { rows[index][3] = words[index] }
    let file = try read(Fixture.ageSheet(rows))
    #expect(file.diagnostics.map(\.code) == ["unpublished-ages"])
    for (area, plain) in zip(file.areas, try read(Fixture.ageSheet(Self.whole)).areas) {
      for sex in Sex.allCases { #expect(area[sex]?.counts == plain[sex]?.counts) }
    }
  }

  @Test func `People whose ages are not published are of unknown age`() throws {
    let file = try read(Fixture.ageSheet(Self.whole))
    let ages = try file.ages(of: MunicipalityCode("31202"))
    #expect(ages.notReportedCitations.map { $0?.cell } == [5, 5])
    let sum = ages.table.counts.reduce(0, +)
    #expect(sum == 2 * 2 * 231 + 21)
    #expect(ages.table.notReported == [3, 12])
  }

  @Test func `The workbook gives what its CSV gives, by its cells`() throws {
    let text = Fixture.ageSheet(Self.whole)
    let csv = try read(text)
    let book = try OpenDataTable.read(Fixture.workbook(["年齢別人口": text]), document: "ages")
    guard case .registryAges(let file) = book else {
      Issue.record("\(book.format)")
      return
    }
    for code in ["31201", "31202", "31000"] {
      let code = try MunicipalityCode(code)
      #expect(try file.ages(of: code).table == csv.ages(of: code).table)
    }
    let ages = try file.ages(of: MunicipalityCode("31201"))
    #expect(ages.citations[0].shortPlace == "ages:年齢別人口!F11")
  }

  @Test func `Figures that do not add up are named by their cells`() throws {
    var rows = Self.whole
    rows[7][5] = "50"
    let file = try read(Fixture.ageSheet(rows))
    let found = file.diagnostics.filter { $0.code == "sum-differs" }
    #expect(
      found.map { "\($0.citation.line):\($0.citation.cell ?? 0)" } == [
        // 鳥取県 men of 0–4, its men of 0–4 against the municipalities; 架空鳥取市 in total, and both sexes.
        "8:6", "10:6", "11:5",
      ])
  }

  @Test func `A cell without a figure leaves its area without a table`() throws {
    var rows = Self.whole
    rows[7][9] = "X"
    rows[10][9] = "?"
    let file = try read(Fixture.ageSheet(rows))
    #expect(file.diagnostics.contains { $0.code == "no-figure" && $0.citation.line == 11 })
    #expect(file.diagnostics.contains { $0.code == "unreadable-cell" && $0.citation.line == 14 })
    #expect {
      try file.ages(of: MunicipalityCode("31201"))
    } throws: { error in
      let error = error as? OpenDataError
      return error?.code == .noAgeTable && error?.message.en.contains("20–24") == true
    }
    #expect(throws: OpenDataError.self) { try file.ages(of: MunicipalityCode("01202")) }
  }

  @Test(arguments: [
    ("（日本人住民）", PopulationStatistic.japaneseResidentRegister),
    ("（外国人住民）", .foreignResidentRegister),
  ])
  func `Whom the sheet counts is part of the statistic`(
    residents: String, statistic: PopulationStatistic
  ) throws {
    let title = "令和5年1月1日住民基本台帳年齢階級別人口（市区町村別）\(residents)"
    let file = try read(
      Fixture.ageSheet(Fixture.ageRows("312011", "鳥取県", "架空鳥取市", 5), title: title))
    #expect(file.diagnostics == [])
    #expect(try file.ages(of: MunicipalityCode("31201")).statistic == statistic)
  }

  @Test func `A sheet without a day, without ages or without rows is refused`() {
    let rows = Fixture.ageRows("312011", "鳥取県", "架空鳥取市", 5)
    for (text, code) in [
      (Fixture.ageSheet(rows, title: "年齢階級別人口"), OpenDataError.Code.missingPeriod),
      (Fixture.ageSheet([]), .noRows),
    ] {
      #expect {
        try read(text)
      } throws: { error in (error as? OpenDataError)?.code == code }
    }
  }
}
