import MunicipalModel
import Testing

@Suite("Tables by age")
struct AgeTableTests {
  static func table(
    male: [Int] = [10, 20, 30, 5], female: [Int] = [11, 21, 31, 9], notReported: Int = 0
  ) throws -> AgeTable {
    try AgeTable(
      .population, period: .calendarYear(2020), ages: .groups(ofWidth: 10, openFrom: 30),
      columns: [
        AgeTable.Column(.male, male, notReported: notReported), AgeTable.Column(.female, female),
      ])
  }

  static func rows(_ text: String) throws -> [AgeTable.Row] {
    try text.split(separator: "\n").enumerated().map { index, line in
      let cells = line.split(separator: " ").map(String.init)
      return try AgeTable.Row(
        #require(Sex(printed: cells[0])), printed: cells[1], #require(Double(cells[2])),
        row: index + 2)
    }
  }

  @Test func `Rows in any order make a table`() throws {
    let table = try AgeTable(
      .population,
      rows: Self.rows(
        """
        女 5-9 4
        男 10歳以上 1
        男 0-4 2
        男 5～9歳 3
        女 0-4 7
        女 10+ 5
        男 年齢不詳 9
        男 総数 15
        """))
    #expect(table.counts == [2, 3, 1, 7, 4, 5])
    #expect(table.notReported == [9, 0])
    #expect(table.total == 31)
    #expect(table.totalOfKnownAge == 22)
    #expect(table.counts(of: .female).map(Array.init) == [7, 4, 5])
    #expect(table.counts(of: .both) == nil)
  }

  @Test(arguments: [
    ("男 0-4 1\n男 4-9 1\n男 10+ 1", AgeTableError.Code.overlappingAges, 3, "4-9"),
    ("男 0-4 1\n男 10-14 1\n男 15+ 1", .gapBetweenAges, 3, "10-14"),
    ("男 0-4 1\n男 5+ 1\n男 10-14 1", .openGroupInMiddle, 3, "5+"),
    ("男 0-4 1\n男 5-9 1\n男 0-4 1", .duplicateRow, 4, "0-4"),
    ("男 0-4 1\n男 5-9 -1\n男 10+ 1", .negativeCount, 3, "5-9"),
    ("男 0-4 1\n男 5-9 inf\n男 10+ 1", .notFinite, 3, "5-9"),
    ("男 0-4 1\n男 5-9 nan\n男 10+ 1", .notFinite, 3, "5-9"),
    ("男 0-4 1\n女 0-4 1\n男 5+ 1", .unexpectedSex, 3, "0-4"),
    ("男 0-4 1\n男 5+ 1\n男 総数 3", .totalDiffers, 4, ""),
    ("男 0-4 1\n男 不詳 1\n男 不詳 3", .duplicateRow, 4, ""),
  ])
  func `Bad rows are named`(
    text: String, code: AgeTableError.Code, row: Int, age: String
  ) throws {
    let error = try #require(throws: AgeTableError.self) {
      try AgeTable(.population, sexes: [.male], rows: Self.rows(text))
    }
    #expect(error.code == code)
    #expect(error.row == row)
    #expect((error.age?.description ?? "") == age)
    #expect(error.description.contains("row \(row)"))
  }

  @Test func `A sex or an age that is missing is named`() throws {
    let men = try Self.rows("男 0-4 1\n男 5+ 1")
    let missingSex = try #require(throws: AgeTableError.self) {
      try AgeTable(.population, rows: men)
    }
    #expect(missingSex.code == .missingSex && missingSex.sex == .female)
    let missingAge = try #require(throws: AgeTableError.self) {
      try AgeTable(.population, rows: men + Self.rows("女 5+ 1"))
    }
    #expect(missingAge.code == .missingRow && missingAge.age?.description == "0-4")
    let extra = try #require(throws: AgeTableError.self) {
      try AgeTable(.population, rows: men + Self.rows("女 0-4 1\n女 5-9 1\n女 10+ 2"))
    }
    #expect(extra.sex == .female && extra.code == .missingRow)
    for rows in [[], try Self.rows("男 総数 0")] {
      let error = try #require(throws: AgeTableError.self) {
        try AgeTable(.population, sexes: [.male], rows: rows)
      }
      #expect(error.code == .noRows)
    }
  }

  @Test func `Columns are checked`() throws {
    let ages = try AgeClassification.fiveYearGroups(openFrom: 5)
    let cases: [([AgeTable.Column], AgeTableError.Code)] = [
      ([], .missingSex), ([AgeTable.Column(.male, [1])], .differentCount),
      ([AgeTable.Column(.male, [1, 2]), AgeTable.Column(.male, [1, 2])], .duplicateRow),
      ([AgeTable.Column(.male, [1, -2])], .negativeCount),
      ([AgeTable.Column(.male, [1, 2], notReported: -1)], .negativeCount),
      ([AgeTable.Column(.male, [1, .nan])], .notFinite),
      ([AgeTable.Column(.male, [1, 1.1e15])], .tooLarge),
      ([AgeTable.Column(.male, [1, 2], notReported: 1e308)], .tooLarge),
    ]
    for (columns, code) in cases {
      let error = try #require(throws: AgeTableError.self) {
        try AgeTable(.population, ages: ages, columns: columns)
      }
      #expect(error.code == code)
    }
    #expect(
      try AgeTable(.netMigrants, ages: ages, columns: [AgeTable.Column(.both, [1, -2])]).total == -1
    )
  }

  /// 1,000 people as 総数, 男 and 女 would be 2,000.
  @Test(arguments: [[Sex.both, .male, .female], [.male, .both], [.female, .both]])
  func `Nobody is counted twice`(sexes: [Sex]) throws {
    let ages = try AgeClassification.fiveYearGroups(openFrom: 5)
    let error = try #require(throws: AgeTableError.self) {
      try AgeTable(
        .population, ages: ages,
        columns: sexes.map { AgeTable.Column($0, $0 == .both ? [400, 600] : [200, 300]) })
    }
    #expect(error.code == .bothBesideOneSex && error.sex == .both)
    #expect(error.text == sexes.map(\.rawValue).joined(separator: ", "))
    #expect(error.message.ja.contains("二重"))
    #expect(
      try #require(throws: AgeTableError.self) {
        try AgeTable(
          .population, sexes: sexes,
          rows: sexes.map { AgeTable.Row($0, .group(try #require(AgeGroup(andOver: 0))), 1) })
      }.code == .bothBesideOneSex)
    let json = try encoded(Self.table()).replacing("\"male\"", with: "\"both\"")
    #expect(
      try #require(throws: AgeTableError.self) { try decoded(AgeTable.self, from: json) }.code
        == .bothBesideOneSex)
  }

  @Test func `Whom a table covers`() throws {
    let table = try Self.table()
    #expect(table.coveredSex == .both && table.bothSexes().coveredSex == .both)
    #expect(try table.only(.female).coveredSex == .female)
  }

  @Test func `Tables survive JSON and bad ones do not`() throws {
    let table = try Self.table(notReported: 3)
    #expect(try throughJSON(table) == table)
    let json = try encoded(table).replacing("[10,20", with: "[-10,20")
    #expect(throws: AgeTableError.self) { try decoded(AgeTable.self, from: json) }
    let short = try encoded(table).replacing("[10,20,", with: "[10,")
    #expect(throws: AgeTableError.self) { try decoded(AgeTable.self, from: short) }
  }

  @Test func `Sums of years need the same ages`() throws {
    let one = try Self.table(notReported: 1)
    let sum = try AgeTable.sum(of: [one, one, one])
    #expect(sum.counts == one.counts.map { $0 * 3 } && sum.notReported == [3, 0])
    #expect(throws: AgeTableError.self) { try AgeTable.sum(of: [one, one.bothSexes()]) }
    #expect(throws: AgeTableError.self) { try AgeTable.sum(of: []) }
  }
}
