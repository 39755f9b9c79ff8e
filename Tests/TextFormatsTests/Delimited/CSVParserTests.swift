import Testing

@testable import TextFormats

@Suite("Comma-separated values")
struct CSVParserTests {
  private func rows(
    _ text: String, chunk: Int = .max, separator: CellSeparator = .comma
  ) -> (rows: [[String]], lines: [Int], issues: [CSVIssue]) {
    var parser = CSVParser(separator: separator)
    var rows: [[String]] = []
    var lines: [Int] = []
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + min(chunk, bytes.count))
      parser.parse(Array(bytes[start..<end])) {
        rows.append($0.texts)
        lines.append($0.line)
      }
      start = end
    }
    parser.finish {
      rows.append($0.texts)
      lines.append($0.line)
    }
    return (rows, lines, parser.issues)
  }

  @Test(
    arguments: [
      ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
      ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
      ("a,b\rc,d", [["a", "b"], ["c", "d"]]),
      ("a,,\n,,b", [["a", "", ""], ["", "", "b"]]),
      ("\"1,234\",\"say \"\"x\"\"\"\n", [["1,234", "say \"x\""]]),
      ("\"a\nb\",c\n", [["a\nb", "c"]]),
      ("\"\"\n", [[""]]),
      ("\"\",\"\"", [["", ""]]),
      ("\n\na\n\n", [["a"]]),
      ("a,", [["a", ""]]),
      ("\"a\" ,b", [["a", "b"]]),
      ("a\"b,c", [["a\"b", "c"]]),
      ("", []),
    ] as [(String, [[String]])])
  func `Rows as RFC 4180 has them`(text: String, expected: [[String]]) {
    #expect(rows(text).rows == expected)
    #expect(rows(text).issues.isEmpty)
    #expect(rows(text, chunk: 1).rows == expected)
  }

  /// Rows that are read eight bytes at a time, in one chunk, and byte by byte.
  @Test(arguments: [",", "\t", ";"], ["\n", "\r\n", "\r"])
  func `Long rows are split alike in any chunks`(separator: String, end: String) {
    var expected: [[String]] = []
    for number in 0..<40 {
      expected.append(
        (0..<(number % 9 + 1)).map { cell in
          number % 7 == 3 && cell == 1
            ? "\(separator)\"\n\(cell)"
            : String(repeating: "市 1+", count: (number + cell) % 5) + "x"
        })
    }
    let text = expected.map { row in
      row.map { cell in
        cell.contains("\"") ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
      }.joined(separator: separator)
    }.joined(separator: end + end)
    for chunk in [Int.max, 1, 7, 64] {
      let result = rows(text, chunk: chunk, separator: CellSeparator(of: Array(text.utf8)))
      #expect(result.rows == expected)
      #expect(result.lines.first == 1 && result.lines.dropFirst().first == 3)
      #expect(result.lines.last == 79 + 6)
      #expect(result.issues.isEmpty)
    }
  }

  @Test func `Lines are counted, also within quotes and in blank lines`() {
    #expect(rows("a\n\"b\r\nb\"\n\nc\r\nd").lines == [1, 2, 5, 6])
  }

  @Test func `A quote that is never closed costs no other row`() {
    let many = (1...100).map { "row\($0),\($0)" }.joined(separator: "\n")
    let result = rows("a,\"b\n" + many)
    #expect(result.rows.count == 101)
    #expect(result.rows[0] == ["a", "b"])
    #expect(result.rows[100] == ["row100", "100"])
    #expect(result.issues == [CSVIssue(kind: .unclosedQuote, line: 1, cell: 2)])
    #expect(result.lines == Array(1...101))
  }

  @Test func `A lost closing quote does not join its row with the next`() {
    let result = rows("a,\"1,234,x\nb,\"5,678\",y\n")
    #expect(result.rows == [["a", "1", "234", "x"], ["b", "5,678", "y"]])
    #expect(result.issues.map(\.line) == [1])
  }

  @Test func `Text behind a closing quote is kept and named`() {
    let result = rows("\"a\"b,c\n")
    #expect(result.rows == [["ab", "c"]])
    #expect(result.issues == [CSVIssue(kind: .textAfterQuote, line: 1, cell: 1)])
  }

  @Test(arguments: [
    ("延日数:3,617日/年 → 4,654日/年\n転入者数:715人\n生産額:4億3,0000万円\n", UInt8(ascii: "\t")),
    ("年,人口\n2020,100\n2021,110\n", UInt8(ascii: ",")),
    ("0,3717,3379\n1,371,337\n", UInt8(ascii: ",")),
    ("1,2\n3,4\n", UInt8(ascii: ",")),
  ])
  func `Commas that only group digits part no cells`(text: String, separator: UInt8) {
    #expect(CellSeparator(of: Array(text.utf8)).byte == separator)
  }

  /// Whole rows at once give what single bytes give, whatever the quotes are.
  @Test(arguments: 1...40)
  func `Rows of quotes are read as byte by byte`(seed: Int) {
    var state = UInt64(seed)
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = [
      "a", "\"", "\"\"", ",", ",", "\n", "\r\n", "\r", " ", "あいうえお", "\",\"", "\"1,234\"", "x;y\t",
    ]
    for _ in 0..<25 {
      let rows = (0..<random(60)).map { _ in pieces[random(pieces.count)] }.joined()
      let quoted = (0..<random(4)).map { _ in "\"12345678\",\"苫小牧市, 沼ノ端\",\"\",9\n" }.joined()
      for sample in ["a,b\n", "a\tb\n", "a;b\n"] {
        let separator = CellSeparator(of: Array(sample.utf8))
        let text = rows + "\n" + quoted + rows + quoted + "\"aaaaaaaaaaaaaaaa\"\n"
        let whole = self.rows(text, separator: separator)
        let single = self.rows(text, chunk: 1, separator: separator)
        #expect(whole.rows == single.rows)
        #expect(whole.lines == single.lines)
        #expect(whole.issues == single.issues)
      }
    }
  }

  @Test func `Only quotes, or a million commas, end`() {
    #expect(rows(String(repeating: "\"", count: 200_001)).rows.count <= 1)
    #expect(rows(String(repeating: ",", count: 1_000_000)).rows.first?.count == 1_000_001)
  }
}
