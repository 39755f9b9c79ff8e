import MunicipalModel
import Testing

@testable import Rendering

struct LineBreakingTests {
  @Test(arguments: [
    ("", 10, [""]),
    ("abc", 3, ["abc"]),
    ("one two three", 7, ["one two", "three"]),
    ("one two", 5, ["one", "two"]),
    ("苫小牧市の人口", 6, ["苫小牧", "市の人", "口"]),
    ("人口は減少した。", 14, ["人口は減少し", "た。"]),
    ("市（町）の人口", 6, ["市", "（町）", "の人口"]),
    ("2021年の人口", 8, ["2021年の", "人口"]),
    ("令和3年2021", 9, ["令和3年", "2021"]),
    ("a\nb", 10, ["a", "b"]),
    ("a\r\n\nb", 10, ["a", "", "b"]),
  ])
  func breaksWhereItMay(text: String, limit: Int, lines: [String]) {
    #expect(LineBreaking().lines(text, limit: limit) == lines)
  }

  @Test(arguments: [
    ("abcdefgh", 3, ["abc", "def", "gh"]),
    ("市か\u{3099}市", 2, ["市", "か\u{3099}", "市"]),
    ("👨‍👩‍👧👍🏽", 2, ["👨‍👩‍👧", "👍🏽"]),
    ("市町", 1, ["市", "町"]),
    ("。。。。", 4, ["。。", "。。"]),
  ])
  func cutsWhatIsTooLongButNeverAMark(text: String, limit: Int, lines: [String]) {
    #expect(LineBreaking().lines(text, limit: limit) == lines)
  }

  /// A word longer than a line is a list of lines, or a number that nothing can part.
  @Test(arguments: [
    ("plan:103-105,110,212", 12, ["plan:103-", "105,110,212"]),
    ("tomakomai:103,110,212", 16, ["tomakomai:103,", "110,212"]),
    ("a:1371,1372", 8, ["a:1371,", "1372"]),
    ("12345678", 4, ["1234", "5678"]),
    ("abc12345", 5, ["abc", "12345"]),
    ("x=1,234,567", 9, ["x=", "1,234,567"]),
  ])
  func cutsNoNumberInALongWord(text: String, limit: Int, lines: [String]) {
    #expect(LineBreaking().lines(text, limit: limit) == lines)
  }

  @Test(arguments: [
    ("人口は１２３人", 10, ["人口は", "１２３人"]),
    ("増減は-562人", 9, ["増減は", "-562人"]),
    ("計１，２３４人", 11, ["計", "１，２３４", "人"]),
    ("率は－４．５だ", 11, ["率は", "－４．５だ"]),
  ])
  func keepsANumberWholeWithItsSignAndSeparators(text: String, limit: Int, lines: [String]) {
    #expect(LineBreaking().lines(text, limit: limit) == lines)
  }

  @Test(arguments: 2...30)
  func losesNothingAndKeepsTheLimit(limit: Int) {
    let text = "第2期総合戦略の「自然増減」（人）は、2021年に△562人。See the table."
    let lines = LineBreaking().lines(text, limit: limit)
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    for line in lines { #expect(DisplayWidth().columns(of: line) <= limit) }
  }

  @Test(arguments: [
    ("a\tb", "a b"), ("a\r\nb", "a b"), ("a\u{1B}[31mb", "a\u{FFFD}[31mb"),
    ("a\u{202E}b", "a\u{FFFD}b"), ("\u{7F}\u{0}", "\u{FFFD}\u{FFFD}"), ("市", "市"), ("", ""),
    ("a\u{2028}b\u{85}c", "a b c"),
  ])
  func controlsDoNotReachTheTerminal(text: String, shown: String) {
    #expect(PlainText.line(text) == shown)
  }
}
