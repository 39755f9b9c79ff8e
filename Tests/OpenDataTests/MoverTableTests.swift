import MunicipalModel
import TestSupport
import Testing

@testable import OpenData

@Suite("住民基本台帳人口移動報告")
struct MoverTableTests {
  static let inItem = "他市区町村からの転入者数"
  static let outItem = "他市区町村への転出者数"

  func read(_ text: String) throws -> MoverTable {
    try MoverTable.read(Array(text.utf8), document: "movers")
  }

  @Test func `Both files are read by sex and age without a remark`() throws {
    let arrivals = try read(Fixture.movers(Self.inItem, withOrigin: true))
    let departures = try read(Fixture.movers(Self.outItem, withOrigin: false))
    #expect(arrivals.diagnostics == [])
    #expect(departures.diagnostics == [])
    #expect(arrivals.rows.map(\.area.kind) == [.prefecture, .subtotal, .municipality])
    #expect(arrivals.periods == [.calendarYear(2024)])
    let row = try arrivals.row(
      MunicipalityCode("31201"), .inMigrants, nationality: .japanese)
    let ages = try #require(row.ages)
    #expect(ages.ages.count == 19)
    #expect(ages.sexes == [.male, .female])
    // The sum of 1 to 19 is 190, for men times 3 and for women times 2.
    #expect(ages.total == 190 * 5)
    #expect(try ages.count(of: .male, at: #require(AgeGroup(20, through: 24))) == 15)
    #expect(row.totals[.both]?.value == 950)
    #expect(row.originNotReported[.both]?.value == 7)
    #expect(row.originNotReported[.female]?.sources.first?.cell == 79)
    let out = try departures.row(
      MunicipalityCode("31201"), .outMigrants, nationality: .japanese)
    #expect(out.originNotReported.isEmpty)
    #expect(out.ages?.measure == .outMigrants)
  }

  @Test(arguments: [
    ("日本人移動者", MoverTable.Row.Nationality.japanese, PopulationDefinition.ForeignResidents.excluded),
    ("移動者", .all, .included), ("外国人移動者", .foreign, .only), ("架空", .other("架空"), .notStated),
  ])
  func `Who is counted travels with the row`(
    name: String, nationality: MoverTable.Row.Nationality,
    residents: PopulationDefinition.ForeignResidents
  ) throws {
    let table = try read(Fixture.movers(Self.inItem, withOrigin: true, nationality: ("1", name)))
    #expect(table.rows.allSatisfy { $0.nationality == nationality })
    #expect(nationality.foreignResidents == residents)
  }

  @Test func `Of several items of a measure, that of other municipalities is meant`() throws {
    let whole = Fixture.movers("他市区町村からの転入者数", withOrigin: true)
    let part = Fixture.movers("他都道府県からの転入者数", withOrigin: true, factors: (1, 1))
    let both = part + whole.split(separator: "\n").dropFirst(3).joined(separator: "\n")
    let table = try read(both)
    let code = try MunicipalityCode("31201")
    #expect(try table.row(code, .inMigrants, nationality: .japanese).ages?.total == 950)
    let other = try table.row(
      code, .inMigrants, nationality: .japanese, item: "他都道府県からの転入者数")
    #expect(other.ages?.total == 380)
    #expect(throws: OpenDataError.self) {
      try table.row(code, .inMigrants, nationality: .all)
    }
  }

  @Test func `Each row measures what its own item says`() throws {
    let arrivals = Fixture.movers(Self.inItem, withOrigin: false).split(separator: "\n")
    let departures = Fixture.movers(Self.outItem, withOrigin: false).split(separator: "\n")
    let balance = Fixture.movers("転入超過数", withOrigin: false).split(separator: "\n")
    let rows = (3..<arrivals.count).flatMap { [arrivals[$0], departures[$0], balance[$0]] }
    let table = try read((arrivals[..<3] + rows).joined(separator: "\n") + "\n")
    #expect(table.rows.count == rows.count)
    for (index, row) in table.rows.enumerated() {
      #expect(row.measure == [.inMigrants, .outMigrants, .netMigrants][index % 3])
    }
  }

  @Test func `Each age has its own cell in whatever order the cells stand`() throws {
    var cells: [(row: AgeTable.Row, cell: PrintedAges.Cell)] = []
    for sex in [Sex.female, .male] {
      for lower in [10, 0, 5, 15] {
        let group = try #require(
          lower == 15 ? AgeGroup(andOver: 15) : AgeGroup(lower, through: lower + 4))
        let count = lower + (sex == .male ? 100 : 200)
        cells.append(
          (
            AgeTable.Row(sex, .group(group), Double(count), row: cells.count + 1),
            PrintedAges.Cell(line: 7, number: cells.count + 1, printed: "\(count)")
          ))
      }
      cells.append(
        (
          AgeTable.Row(sex, .notReported, 3, row: cells.count + 1),
          PrintedAges.Cell(line: 7, number: cells.count + 1, printed: "3")
        ))
    }
    let ages = try PrintedAges(.population, period: nil, cells: cells)
    let citations = ages.citations(document: "ages", sheet: nil, headings: [])
    #expect(citations.counts.map(\.printed) == ages.table.counts.map { "\(Int($0))" })
    #expect(citations.counts.map(\.cell) == [7, 8, 6, 9, 2, 3, 1, 4])
    #expect(citations.notReported.map { $0?.cell } == [10, 5])
  }

  @Test func `Rows of municipalities, and their ages with the cells`() throws {
    let table = try read(Fixture.movers(Self.inItem, withOrigin: true))
    #expect(table.nationalities == [.japanese])
    let code = try MunicipalityCode("31201")
    let rows = try table.rows(of: [code], .inMigrants, nationality: .japanese)
    #expect(rows.map(\.line) == [6])
    let ages = try table.ages(of: rows[0])
    #expect(ages.municipality == code && ages.statistic == .japaneseMovers)
    // Seven columns of names; 総数 and 24 more of both sexes; then 総数 and the ages of men.
    let group = try #require(AgeGroup(20, through: 24))
    let cell = try #require(ages.citations(of: .male, at: group).first)
    #expect(cell.line == 6 && cell.cell == 7 + 24 + 6 && cell.printed == "15")
    let wrong: [(MunicipalityCode, AgeMeasure, MoverTable.Row.Nationality, ClosedRange<Int>?)] = [
      (try MunicipalityCode("31202"), .inMigrants, .japanese, nil),
      (code, .outMigrants, .japanese, nil), (code, .inMigrants, .all, nil),
      (code, .inMigrants, .japanese, 2020...2023),
    ]
    for (code, measure, nationality, years) in wrong {
      #expect {
        try table.rows(of: [code], measure, nationality: nationality, in: years)
      } throws: {
        let error = $0 as? OpenDataError
        return error?.code == .notInFile && error?.found.en.contains("CY2024") == true
      }
    }
  }

  @Test func `Sums that differ and cells that cannot be read are named`() throws {
    let text = Fixture.movers(Self.inItem, withOrigin: true)
    var lines = text.split(separator: "\n").map(String.init)
    var cells = lines[5].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    cells[8] = "6"
    lines[5] = cells.joined(separator: ",")
    let wrong = try read(lines.joined(separator: "\n") + "\n")
    #expect(wrong.diagnostics.map(\.code) == ["sum-differs", "sum-differs"])
    #expect(wrong.diagnostics.map(\.citation.cell) == [8, 28])
    cells[40] = "?"
    lines[5] = cells.joined(separator: ",")
    let bad = try read(lines.joined(separator: "\n"))
    #expect(bad.rows[2].ages == nil)
    #expect(bad.rows[1].ages != nil)
    #expect(bad.diagnostics.contains { $0.code == "unreadable-cell" && $0.citation.cell == 41 })
  }

  @Test func `Doubled rows, other items and short rows are named`() throws {
    var lines = Fixture.movers(Self.inItem, withOrigin: true).split(separator: "\n").map(
      String.init)
    lines.append(lines[5])
    lines.append(lines[5].replacing(Self.inItem, with: "都道府県間移動率"))
    lines.append("他市区町村からの転入者数,61000,日本人移動者,2024000000,2024年,31202,架空")
    let table = try read(lines.joined(separator: "\n"))
    // The short row ends before its first figure.
    #expect(table.rows.count == 3)
    let codes = Set(table.diagnostics.map(\.code))
    #expect(codes.isSuperset(of: ["doubled-row", "unknown-item", "wrong-cell-count"]))
  }

  /// The lines of a table, cell by cell, with some changed.
  private func changed(_ change: (Int, [String]) -> [String]) -> String {
    Fixture.movers(Self.inItem, withOrigin: true).split(separator: "\n").enumerated().map {
      let cells = $1.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return change($0, cells).joined(separator: ",")
    }.joined(separator: "\n") + "\n"
  }

  @Test func `A second row with other figures contradicts the first`() throws {
    let text = Fixture.movers(Self.inItem, withOrigin: true)
    let other = Fixture.movers(Self.inItem, withOrigin: true, factors: (4, 2))
    let both = text + other.split(separator: "\n").dropFirst(3).joined(separator: "\n") + "\n"
    let table = try read(both)
    #expect(table.diagnostics.map(\.code) == Array(repeating: "conflicting-row", count: 3))
    #expect(table.diagnostics.map(\.citation.line) == [7, 8, 9])
    #expect(table.rows.map { $0.totals[.male]?.value } == [570, 570, 570])
    // 5 becomes 6 in an age of both sexes together, which the row gives nowhere.
    let line = text.split(separator: "\n")[3]
    let one = try read(text + line.replacing(",950,5,", with: ",950,6,") + "\n")
    #expect(one.diagnostics.filter { $0.code == "conflicting-row" }.map(\.citation.line) == [7])
  }

  @Test func `Ages without a column are named once, and make no table`() throws {
    let heads = Fixture.movers(Self.inItem, withOrigin: true).split(separator: "\n")[1].split(
      separator: ",", omittingEmptySubsequences: false)
    let table = try read(
      changed { _, cells in
        cells.indices.filter { heads[$0] != "20歳～24歳" }.map { cells[$0] }
      })
    #expect(table.diagnostics.map(\.code) == ["no-age-table"])
    #expect(table.diagnostics[0].citation.line == 3)
    #expect(table.diagnostics[0].message.ja.contains("20～24歳"))
    #expect(table.rows.allSatisfy { $0.ages == nil && $0.totals[.both]?.value == 950 })
  }

  @Test func `Ages are missing before, between and above groups, whatever broader ones there are`()
    throws
  {
    func groups(_ names: [String]) throws -> [AgeGroup] {
      try names.map { try #require(AgeGroup(printed: $0)) }
    }
    for (names, missing) in [
      (["5～9歳", "10～14歳", "20～24歳"], ["0～4歳", "15～19歳", "25歳以上"]),
      (["0～4歳", "10歳以上", "0～14歳", "15歳以上"], ["5～9歳"]),
      (["0～4歳", "5～9歳", "0～14歳", "10歳以上"], []), ([], []),
    ] {
      #expect(try AgeGroup.missing(from: groups(names)) == groups(missing))
    }
  }

  @Test func `A missing column of items or nationalities is named`() throws {
    #expect {
      try read(changed { _, cells in Array(cells.dropFirst()) })
    } throws: {
      let error = $0 as? OpenDataError
      return error?.code == .missingColumn && error?.line == 3 && error?.expected.ja == "表章項目"
    }
    let table = try read(changed { _, cells in [cells[0]] + cells.dropFirst(3) })
    #expect(table.diagnostics.map(\.code) == ["missing-column"])
    #expect(table.nationalities == [.other("")])
    #expect(table.nationalities[0].label.ja.isEmpty == false)
    #expect(table.rows[2].ages?.total == 950)
  }

  @Test func `Numbers that count no people are named by line and cell`() throws {
    let table = try read(
      changed { line, cells in
        line < 3 ? cells : cells[..<7] + cells[7...].map { _ in "999999999999999999" }
      })
    #expect(table.rows.allSatisfy { $0.ages == nil && $0.totals.isEmpty })
    #expect(table.diagnostics.first?.code == "unreadable-cell")
    #expect(table.diagnostics.first?.citation.line == 4)
    #expect(table.diagnostics.first?.citation.cell == 8)
  }

  @Test func `Common ages are those that nothing must be split for`() throws {
    let five = try AgeClassification.fiveYearGroups(openFrom: 90)
    let ten = try AgeClassification.tenYearGroups(openFrom: 80)
    #expect(try AgeClassification.common([five, ten]) == ten)
    #expect(try AgeClassification.common([five, .broadGroups]) == .broadGroups)
  }
}
