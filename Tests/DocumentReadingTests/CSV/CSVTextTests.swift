import MunicipalModel
import Testing

@testable import DocumentReading

@Suite("Comma-separated values")
struct CSVTextTests {
  private func rows(_ text: String) -> [[String]] { CSVText(text).rows.map(\.cells) }

  @Test(
    "Quotes, commas, line ends and marks",
    arguments: [
      ("a,b\n1,2\n3,4\n", [["1", "2"], ["3", "4"]]),
      ("a,b\r\n1,2\r\n3,4", [["1", "2"], ["3", "4"]]),
      ("a,b\r1,2\r3,4", [["1", "2"], ["3", "4"]]),
      ("\u{FEFF}a,b\n1,2", [["1", "2"]]),
      ("a,b\n\"1,000\",\"x \"\"y\"\"\"", [["1,000", "x \"y\""]]),
      ("a,b\n\"1\n2\",3", [["1\n2", "3"]]),
      ("a,b\n\n , \n,,\n1,", [["1", ""]]),
      ("a,b\n1,2\n\"x\"y,z", [["1", "2"]]),
      ("a,b\n1 \"x\",2", [["1 \"x\"", "2"]]),
      ("a,b\n1\n1,2,3", [["1"], ["1", "2", "3"]]),
      ("a,b\n0,1\n\"1,2\n3", [["0", "1"]]),
      ("a", []), ("", []), ("\n\n", []),
    ])
  func forms(text: String, expected: [[String]]) { #expect(rows(text) == expected) }

  @Test("Rows know their lines, also below a field of several lines")
  func lines() {
    let csv = CSVText("\na,b\n\"1\r\n1\r1\",2\r\n3,4")
    #expect(csv.headingLine == 2)
    #expect(csv.rows.map(\.line) == [3, 6])
  }

  @Test("A quote that is never closed is told with its line; an empty one at the end is closed")
  func faults() {
    #expect(CSVText("a,b\n1,2\n3,\"4\n5").fault?.line == 3)
    #expect(CSVText("a,b\n1,2\n3,\"4\n5").fault?.kind == .unclosedQuote)
    #expect(CSVText("a,b\n1,2\n\"3\"4,5").fault?.kind == .textAfterQuote)
    #expect(CSVText("a,b\n1,\"\"").fault == nil)
    #expect(CSVText("a,\"").fault?.line == 1)
  }

  @Test("Columns are found in any case; of two of one name the first is, and both are told")
  func columns() {
    let csv = CSVText(" Role ,role,unit,,\n")
    #expect(csv.index(of: "role") == 0)
    #expect(csv.index(of: "UNIT") == 2)
    #expect(csv.index(of: "period") == nil)
    #expect(csv.index(of: "") == nil)
    #expect(csv.repeatedColumns == ["role"])
  }
}
