import Testing

@testable import machi

struct SpellingTests {
  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("", "abc", 3), ("format", "format", 0), ("fromat", "format", 1),
    ("formt", "format", 1), ("formatt", "format", 1), ("farmat", "format", 1),
    ("kitten", "sitting", 3), ("市名", "市町", 1),
  ])
  func distance(left: String, right: String, expected: Int) {
    #expect(Spelling.distance(left, right) == expected)
    #expect(Spelling.distance(right, left) == expected)
  }

  @Test(arguments: [
    ("fromat", "format"), ("lang", "language"), ("outptu", "output"), ("yeer", "year"),
    ("hlep", "help"), ("Format", "format"), ("x", nil), ("", nil), ("zebra", nil), ("fo", "format"),
    ("population", nil),
  ])
  func theNearestIsSuggested(word: String, suggestion: String?) {
    let words = ["format", "language", "output", "year", "help"]
    #expect(Spelling.nearest(to: word, among: words) == suggestion)
  }

  @Test func nothingIsNearToNothing() {
    #expect(Spelling.nearest(to: "format", among: []) == nil)
  }

  @Test func aBeginningOfTwoWordsIsNotSuggested() {
    #expect(Spelling.nearest(to: "out", among: ["outline", "output-file"]) == nil)
  }
}
