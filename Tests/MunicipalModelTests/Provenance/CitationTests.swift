import MunicipalModel
import Testing

struct CitationTests {
  /// Only the place is hashed, but what was printed there still tells citations apart.
  @Test func citationsOfOnePlaceAreEqualOnlyIfTheyPrintTheSame() {
    let first = Citation(document: "plan", line: 12, cell: 3, printed: "1,032")
    let second = Citation(document: "plan", line: 12, cell: 3, printed: "1,033")
    #expect(first != second)
    #expect(first.hashValue == second.hashValue)
    #expect(Set([first, second, first]).count == 2)
  }
}
