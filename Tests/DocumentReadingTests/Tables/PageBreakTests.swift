import MunicipalModel
import Testing

@testable import DocumentReading

@Suite("Page breaks inside tables")
struct PageBreakTests {
  @Test(
    "Numbers of pages",
    arguments: [
      "12", "-12-", "- 12 -", "１２", "—12—", "p.12", "P12", "12/30", "12ページ", "12頁", "(12)",
    ])
  func pageNumber(line: String) {
    #expect(PageBreak.isPageNumber(TextFolding.key(line)))
  }

  @Test(
    "What is no number of a page",
    arguments: ["", "-", "12345", "12人", "12.5", "1-1", "12/", "施策12", "令和5年", "12 13 a"])
  func noPageNumber(line: String) {
    #expect(!PageBreak.isPageNumber(TextFolding.key(line)))
  }

  private func rows(_ text: String) throws -> [Int] {
    var session = DocumentSession(try DocumentText(id: "test", text: text))
    return session.rowLines(below: 1)
  }

  @Test("Rows after a page break belong to the table, the repeated heading does not")
  func rowsAfterBreak() throws {
    #expect(try rows("区分\t2020年\n出生\t1\n死亡\t2") == [2, 3])
    #expect(try rows("区分\t2020年\n出生\t1\n\n- 7 -\n\n死亡\t2") == [2, 6])
    #expect(try rows("区分\t2020年\n出生\t1\n\n7\n\n区分\t2020年\n死亡\t2") == [2, 7])
  }

  @Test("Another table, other text and a long gap end the table")
  func rowsEnd() throws {
    #expect(try rows("区分\t2020年\n出生\t1\n\n区分\t2021年\n死亡\t2") == [2])
    #expect(try rows("区分\t2020年\n出生\t1\n\n死亡\t2\t3") == [2])
    #expect(try rows("区分\t2020年\n出生\t1\n注\n死亡\t2") == [2])
    #expect(try rows("区分\t2020年\n出生\t1\n\n\n\n\n\n\n\n\n死亡\t2") == [2])
    #expect(try rows("区分\t2020年") == [])
  }

  @Test("A page break leaves up to six lines, and seven end the table", arguments: 1...8)
  func gap(lines: Int) throws {
    let blank = String(repeating: "\n", count: lines)
    let found = try rows("区分\t2020年\n出生\t1\n\(blank)死亡\t2")
    #expect(found == (lines <= 6 ? [2, 3 + lines] : [2]))
  }

  private func indicators(_ text: String) throws -> [String] {
    let (roots, _) = try LayoutSample.read(text, "{ }")
    return Plan(document: "sample", title: "", roots: roots).indicators.map { placed in
      let values = placed.indicator.figures.map { $0.reading.value?.description ?? "-" }
      return "\(placed.indicator.name) \(values.joined(separator: " "))"
    }
  }

  @Test("Rows of as many cells go on after a page break, rows of another width are another table")
  func width() throws {
    let table = "指標\t基準値\t目標値\n人数(人)\t9\t40"
    #expect(try indicators(table + "\n\n- 7 -\n\n件数(件)\t1\t5") == ["人数 9 40", "件数 1 5"])
    #expect(try indicators(table + "\n\n- 7 -\n\n件数(件)\t1\t5\t6") == ["人数 9 40"])
    #expect(try indicators(table + "\n\n- 7 -\n\n件数(件)\t1") == ["人数 9 40"])
    #expect(
      try indicators(table + "\n\n- 7 -\n\n指標\t基準値\t目標値\n件数(件)\t1\t5")
        == ["人数 9 40", "件数 1 5"])
    #expect(
      try indicators(table + "\n\n指標\tR3実績\t目標値\n件数(件)\t1\t5")
        == ["人数 9 40", "件数 1 5"])
  }

  @Test("A text without any line feed has the line ends of old systems")
  func carriageReturns() throws {
    let document = try DocumentText(id: "test", text: "a\t1\rb\t2\r")
    #expect(document.lineCount == 3)
    #expect(document.line(2) == "b\t2")
    #expect(try DocumentText(id: "test", text: "a\rb\nc").lineCount == 2)
  }
}
