import Foundation
import MunicipalModel
import Testing

@testable import Rendering

struct JSONRendererTests {
  private struct Text: Decodable, Equatable {
    let ja: String
    let en: String
  }

  private struct Source: Decodable {
    let document: String
    let line: Int
    let cell: Int?
    let headings: [String]
    let printed: String
  }

  private struct Cell: Decodable {
    let text: Text
    let value: Value?
    let unit: String?
    let status: String
    let formula: Text?
    let sources: [Source]
  }

  private enum Value: Decodable, Equatable {
    case number(Decimal)
    case text(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Decimal.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }
  }

  private struct Row: Decodable {
    let kind: String
    let heading: Cell?
    let cells: [String: Cell]?
  }

  private struct Table: Decodable {
    let key: String
    let rows: [Row]
    let notes: [Text]
  }

  private struct Section: Decodable {
    let key: String
    let heading: Text?
    let tables: [Table]
  }

  private struct Document: Decodable {
    let title: Text
    let sections: [Section]
  }

  private func rows() throws -> [Row] {
    let json = JSONRenderer().render(SampleReport.report)
    let document = try JSONDecoder().decode(Document.self, from: Data(json.utf8))
    #expect(document.title == Text(ja: "人口動態", en: "Population"))
    #expect(document.sections.map(\.key) == ["nature"])
    return try #require(document.sections.first?.tables.first).rows
  }

  @Test func rowsKeepTheirKind() throws {
    #expect(try rows().map(\.kind) == ["group", "normal", "normal", "total"])
    #expect(try rows().first?.heading?.value == .text("cities"))
  }

  @Test func aFigureHasItsValueAndEveryCitation() throws {
    let cell = try #require(try rows()[1].cells?["rate"])
    #expect(cell.text == Text(ja: "-5.21", en: "-5.21"))
    #expect(cell.value == .number(try #require(Decimal(string: "-5.21"))))
    #expect(cell.unit == "per_mille")
    #expect(cell.status == "value")
    #expect(cell.formula?.ja == "(出生-死亡)/人口")
    #expect(cell.sources.map(\.line) == [103, 104])
    let source = try #require(cell.sources.first)
    #expect(source.document == "tomakomai-progress")
    #expect(source.cell == 2)
    #expect(source.headings == ["人口"])
    #expect(source.printed == "1,032人")
  }

  @Test func noValueIsNull() throws {
    let cell = try #require(try rows()[2].cells?["births"])
    #expect(cell.value == nil)
    #expect(cell.status == "not_published")
    #expect(cell.sources.first?.printed == "未公表")
  }

  @Test func digitsStayAsTheyWere() throws {
    let report = SampleReport.report(
      columns: [.number("n", LocalizedText(""))],
      rows: [[ReportCell(try #require(ExactDecimal("50.0")))], [ReportCell(82823)]])
    let json = JSONRenderer().render(report)
    #expect(json.contains("\"value\": 50.0,"))
    #expect(json.contains("\"value\": 82823,"))
    #expect(json.contains("\"text\": {\"ja\": \"82,823\", \"en\": \"82,823\"}"))
  }

  @Test func theOrderIsFixed() {
    let json = JSONRenderer().render(SampleReport.report)
    #expect(json == JSONRenderer().render(SampleReport.report))
    #expect(
      json.hasPrefix(
        """
        {
          "title": {"ja": "人口動態", "en": "Population"},
          "answers": [],
          "sections": [
            {
              "key": "nature",
              "heading": {"ja": "自然増減", "en": "Births and deaths"},
        """))
  }
}
