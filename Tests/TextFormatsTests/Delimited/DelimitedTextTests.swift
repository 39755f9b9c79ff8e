import Testing

@testable import TextFormats

@Suite struct DelimitedTextTests {
  static func rows(_ text: String) throws -> [[String]] {
    try DelimitedText(Array(text.utf8)).rows.map(\.cells)
  }

  @Test(
    arguments: [
      ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
      ("\u{FEFF}a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
      ("a,b\r1,2", [["a", "b"], ["1", "2"]]),
      ("a\tb,c\n", [["a\tb", "c"]]),
      ("a\tb\n1\t2,5\n", [["a", "b"], ["1", "2,5"]]),
      ("a;b\n1;2,5\n", [["a", "b"], ["1", "2,5"]]), ("a\tb;c\n", [["a", "b;c"]]),
      ("\"a,\"\"b\",c\n", [["a,\"b", "c"]]),
      ("\"a\nb\",\"\"\n", [["a\nb", ""]]),
      ("\n\n a,b\n\n , \n", [[" a", "b"], [" ", " "]]),
      ("a,b", [["a", "b"]]), ("a,", [["a", ""]]), ("", []), ("\n", []), ("\u{FEFF}", []),
    ] as [(String, [[String]])])
  func `Rows and fields`(text: String, rows: [[String]]) throws {
    #expect(try Self.rows(text) == rows)
  }

  @Test func `Lines are those where a row begins`() throws {
    let text = "a,b\r\n\r\n\"x\r\ny\",1\r\n\"p\rq\",2\n3,4"
    #expect(try DelimitedText(Array(text.utf8)).rows.map(\.line) == [1, 3, 5, 7])
  }

  @Test func `A text that ends inside a quote names the line where it opens`() {
    #expect(throws: CSVIssue(kind: .unclosedQuote, line: 2, cell: 2)) {
      try Self.rows("a,b\n1,\"2\n3,4\n")
    }
    #expect(throws: CSVIssue(kind: .textAfterQuote, line: 3, cell: 1)) {
      try Self.rows("a,b\n\"1\",\"2\"\n\"3\"x,4\n")
    }
  }
}
