import DocumentReading
import MunicipalModel
import Testing

@Suite("Plain tables of a population by age")
struct PlainAgeFileTests {
  static func file(
    _ text: String, code: String? = "012131", period: Period? = .calendarYear(2020)
  ) throws -> AgeFile {
    try AgeFile(
      id: "p.csv", text: text, municipality: code.map { try MunicipalityCode($0) }, period: period)
  }

  static func table(
    _ text: String, code: String? = "012131", period: Period? = .calendarYear(2020)
  ) throws -> CitedAgeTable {
    try #require(try file(text, code: code, period: period).tables(of: .population).first)
  }

  static func fault(
    _ text: String, code: String? = "012131", period: Period? = .calendarYear(2020)
  ) throws -> AgeFileError {
    try #require(throws: AgeFileError.self) {
      try file(text, code: code, period: period).tables(of: .population)
    }
  }

  @Test(arguments: [
    "age,male,female", "年齢,男,女", "Age Group,Males,Females", "年齢階級,男性人口,女性人口",
    "age,population_male,population_female", "年齢（歳）,男（人）,女（人）", "５歳階級,人口（男）,人口（女）",
    "\u{FEFF}\"age\",\"M\",\"F\"", "年齢 , 男子 , 女子",
  ])
  func `Headings in both languages`(heading: String) throws {
    let table = try Self.table(heading + "\n0-4,37,33\n５～９歳,38,37\n10歳以上,\"1,023\",2\n")
    #expect(table.table.counts == [37, 38, 1_023, 33, 37, 2])
    #expect(table.table.ages.groups.map(\.description) == ["0-4", "5-9", "10+"])
    #expect(table.table.sexes == [.male, .female] && table.period == .calendarYear(2020))
    #expect(table.municipality.sixDigits == "012131")
    #expect(table.citations.map(\.line) == [2, 3, 4, 2, 3, 4])
    #expect(table.citations.map(\.cell) == [2, 2, 2, 3, 3, 3])
    #expect(table.citations[2].printed == "1,023")
  }

  @Test func `Single years, tabs, women first, and those of unknown age`() throws {
    let table = try Self.table(
      "female\tage\tmale\n1\t0\t2\n3\t1\t4\n5\t2+\t6\n7\t不詳\t0\n16\t総数\t12\n")
    #expect(try table.table.count(of: .female, at: .ages(2...)) == 5)
    #expect(try table.table.count(of: .male, at: .ages(0...0)) == 2)
    #expect(table.table.total == 28)
    #expect(table.table.notReported.reduce(0, +) == 7)
  }

  @Test func `Both sexes together, alone or as a check`() throws {
    let both = try Self.table("年齢,総人口\n0～14歳,10\n15歳以上,20\n")
    #expect(both.table.sexes == [.both] && both.table.counts == [10, 20])
    let checked = try Self.table("年齢,計,男,女\n0～14歳,10,4,6\n15歳以上,20,9,11\n")
    #expect(checked.table.sexes == [.male, .female] && checked.table.total == 30)
    let wrong = try Self.fault("年齢,計,男,女\n0～14歳,10,4,6\n15歳以上,21,9,11\n")
    #expect(wrong.code.rawValue == "total-differs" && wrong.line == 3)
  }

  @Test func `A column of the year or of the municipality wins`() throws {
    let tables = try Self.file(
      "year,age,male,female\n2015,0-4,1,2\n2015,5+,3,4\n2020,0-4,5,6\n2020,5+,7,8\n", period: nil
    ).tables(of: .population)
    #expect(tables.map { $0.period?.code } == ["CY2015", "CY2020"])
    #expect(tables[1].table.counts == [5, 7, 6, 8])
    let own = try Self.file(
      "団体コード,時点,年齢,男,女\n012106,令和2年10月1日,0+,1,2\n012131,2020-10-01,0+,3,4\n", code: nil,
      period: nil
    ).tables(of: .population)
    #expect(own.map(\.municipality.sixDigits) == ["012106", "012131"])
    #expect(own.map { $0.period?.code } == ["2020-10-01", "2020-10-01"])
  }

  @Test func `What nothing tells must be said`() throws {
    let text = "age,male,female\n0-4,1,2\n5+,3,4\n"
    let place = try Self.fault(text, code: nil)
    #expect(place.code == .missingMunicipality && place.message.ja.contains("指定してください"))
    let time = try Self.fault(text, period: nil)
    #expect(time.code == .missingPeriod && time.message.en.contains("when it was counted"))
  }

  @Test func `It is a population and nothing else`() throws {
    let file = try Self.file("age,male,female,note\n0-4,1,2,x\n5+,3,4,y\n")
    #expect(file.has(.population) && !file.has(.deaths) && file.otherColumns == ["note"])
    let error = #expect(throws: AgeFileError.self) { try file.tables(of: .deaths) }
    #expect(error?.code == .missingColumn && error?.column == "deaths")
  }

  @Test(
    arguments: [
      ("age,male,female\n0-4,1,2\n5月9日,3,4\n", "age-became-date", 3),
      ("age,male,female\n0-4,1,2\n9-May,3,4\n", "age-became-date", 3),
      ("age,male,female\n0-4,1,2\n2024/10/14,3,4\n", "age-became-date", 3),
      ("age,male,female\n0-4,1,2\nfive,3,4\n", "unreadable-age", 3),
      ("age,male,female\n0-4,,2\n5+,3,4\n", "unreadable-count", 2),
      ("age,male,female\n0-4,1,-2\n5+,3,4\n", "negative-count", 2),
      ("age,male,female\n0-4,1,2\n0-4,1,2\n5+,3,4\n", "duplicate-row", 3),
      ("age,male,female\n0-4,1,2\n10+,3,4\n", "gap-between-ages", 3),
      ("age,male,female\n0-4,1\n5+,3,4\n", "wrong-cell-count", 2),
      ("age,male,男\n0-4,1,2\n5+,3,4\n", "repeated-column", 1),
      ("age,male,female\n", "no-rows", nil),
    ] as [(String, String, Int?)])
  func `Bad rows are named`(text: String, code: String, line: Int?) throws {
    let error = try Self.fault(text)
    #expect(error.code.rawValue == code && error.line == line)
    #expect(!error.message.ja.contains(code) && !error.message.en.contains(code))
  }

  /// A heading of neither form is told as that of a tidy file.
  @Test func `Another table is no plain one`() throws {
    for text in ["age,sales\n1,2\n", "male,female\n1,2\n", "age,male,sex\n0,1,2\n"] {
      #expect(try Self.fault(text).code == .missingColumn, "\(text)")
    }
  }
}
