import Foundation
import MunicipalModel
import Testing

@Suite struct CitedAgeTableTests {
  static let document: DocumentID = "table"

  static func citation(_ line: Int) -> Citation {
    Citation(document: document, line: line, cell: 6, printed: "1")
  }

  static func table(citations: Int = 4, unknown: [Citation?] = [citation(9), nil]) throws
    -> CitedAgeTable?
  {
    let ages = try AgeClassification([
      #require(AgeGroup(0, through: 14)), #require(AgeGroup(andOver: 15)),
    ])
    return CitedAgeTable(
      municipality: try MunicipalityCode("012131"), statistic: .census,
      table: try AgeTable(
        .population, period: .calendarYear(2010), ages: ages,
        columns: [
          AgeTable.Column(.male, [1, 2], notReported: 3), AgeTable.Column(.female, [4, 5]),
        ]),
      citations: (0..<citations).map { citation($0 + 2) }, notReportedCitations: unknown)
  }

  @Test func `Cells by sex and ages`() throws {
    let table = try #require(try Self.table())
    let young = try #require(AgeGroup(0, through: 4))
    let all = try #require(AgeGroup(andOver: 0))
    #expect(table.citations(of: .female, at: young).map(\.line) == [4])
    #expect(table.citations(of: .both, at: young).map(\.line) == [2, 4])
    #expect(table.citations(of: .male, at: all).map(\.line) == [2, 3])
    #expect(table.notReportedCitations(of: .male).map(\.line) == [9])
    #expect(table.notReportedCitations(of: .female) == [])
    #expect(table.notReportedCitations(of: .both).map(\.line) == [9])
    #expect(table.allCitations.count == 5 && table.period == .calendarYear(2010))
  }

  @Test func `A table comes back from JSON, one without a cell for each count does not`() throws {
    let table = try #require(try Self.table())
    #expect(try throughJSON(table) == table)
    var members = try #require(
      try JSONSerialization.jsonObject(with: Data(encoded(table).utf8)) as? [String: Any])
    members["citations"] = (members["citations"] as? [Any]).map { Array($0.dropLast()) }
    let fewer = try JSONSerialization.data(withJSONObject: members)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(CitedAgeTable.self, from: fewer)
    }
  }

  @Test func `A table without a cell for each count is none`() throws {
    #expect(try Self.table(citations: 3) == nil)
    #expect(try Self.table(unknown: [nil]) == nil)
  }

  @Test func `Messages of every code are in both languages`() {
    let codes: [AgeTableError.Code] = [
      .noRows, .unreadableAge, .overlappingAges, .gapBetweenAges, .openGroupInMiddle,
      .duplicateRow, .missingRow, .missingSex, .unexpectedSex, .negativeCount, .notFinite,
      .differentCount, .totalDiffers, .needsSplitting, .notCovered, .unsupportedAges,
      .noPopulation, .medianInOpenGroup, .differentTables,
    ]
    for code in codes {
      let message = AgeTableError(
        code: code, row: 3, sex: .male, age: AgeGroup(10, through: 14), text: "-5"
      ).message
      #expect(!message.ja.contains(code.rawValue) && !message.en.contains(code.rawValue))
      #expect(message.ja.hasPrefix("3行目 男 10～14歳: ") && message.ja.hasSuffix("（-5）"))
      #expect(message.en.hasPrefix("row 3, male, 10–14: ") && message.en.hasSuffix(" (-5)"))
    }
  }
}
