import Testing

@testable import TextFormats

@Suite("Texts in Markdown")
struct MarkdownTextTests {
  private func read(_ text: String) throws -> FormText {
    try FormText.read(Array(text.utf8), name: "a.md")
  }

  private func lines(_ text: String) throws -> [String] { try read(text).lines.map(\.text) }

  static let sample =
    "## \(FormSample.heading)\n"
    + FormSample.rows.enumerated().map { index, row in
      "| " + row.joined(separator: " | ") + " |\n" + (index == 0 ? "|---|:--|--:|:-:|\n" : "")
    }.joined()

  @Test func `A heading and a table`() throws {
    let text = try read(Self.sample)
    #expect(text.lines.map(\.text) == FormSample.lines)
    #expect(text.lines[0].headingLevel == 2)
    #expect(text.label(3, cell: 4) == "表1 2行4列")
    #expect(
      try lines(Self.sample.split(separator: "\n").joined(separator: "\r\n")) == FormSample.lines)
  }

  @Test func `Pipes may be missing at the ends, and escaped in a cell`() throws {
    #expect(
      try lines("a | b\n--- | ---\n1\\|2 | `x\\|y`\n3 |\n\nあと") == [
        "a\tb", "1|2\tx|y", "3\t", "", "あと",
      ])
    #expect(try lines("| a | b |\n| 1 | 2 |\n") == ["a\tb", "1\t2"])
    #expect(try lines("a | b\n本文 | 続き\n") == ["a | b", "本文 | 続き"])
    #expect(try lines("|a|b|\n|-|-|\n|1|2|3|\n") == ["a\tb\t", "1\t2\t3"])
  }

  @Test func `Headings`() throws {
    let text = try read("# 一 #\n##二\n三\n===\n四\n---\n\n---\n#1 five\n")
    #expect(text.lines.map(\.text) == ["一", "二", "三", "四", "#1 five"])
    #expect(text.lines.map(\.headingLevel) == [1, 2, 1, 2, nil])
  }

  @Test(
    arguments: [
      ("**太字**の*字*と__二__", "太字の字と二"), ("`a*b*`と``c`d``", "a*b*とc`d"),
      ("[市](https://a.jp)の![図](a.png)", "市の"),
      ("[市][1]の[注]", "市の[注]"), ("380[^1]人", "380※1人"), ("3 * 4 * 5", "3 * 4 * 5"),
      ("(*1)と(*2)", "(*1)と(*2)"), ("snake_case_name", "snake_case_name"), ("\\*a\\*", "*a*"),
      ("~~45~~50", "50"), ("10~20", "10~20"), ("a<br>b", "a\nb"), ("1 < 2 & 3", "1 < 2 & 3"),
      ("<https://a.jp>", "<https://a.jp>"), ("<推計>", "<推計>"), ("&yen;3", "¥3"), ("**a", "**a"),
      ("***a***", "a"), ("m<sup>2</sup>", "m2"), ("[a](b", "[a](b"), ("> 引用", "引用"),
    ])
  func `Marks within a line`(text: String, expected: String) throws {
    #expect(try lines(text).joined(separator: "\n") == expected)
  }

  @Test func `Items`() throws {
    #expect(
      try lines("- あ\n* い\n\n1. う\n1. え\n   1. お\n1. か\n\n本文\n1. き\n")
        == ["あ", "い", "1. う", "2. え", "1. お", "3. か", "本文", "1. き"])
  }

  @Test func `Code and markup`() throws {
    let text = """
      ---
      title: 計画
      ---
      ```text
      # a | b
      ```
      <table>
      <tr><th>指標<th>値

      <tr><td>a<td>1
      </table>
      本文
      """
    #expect(try lines(text) == ["# a | b", "", "指標\t値", "a\t1", "", "本文"])
    #expect(try read("```\n| a | b |\n").codes == ["unclosed-code"])
  }

  @Test func `Cells lose their marks`() throws {
    #expect(
      try lines("|指標|値|\n|--|--|\n|**出生数**<br>（人）|~~45~~ [50](a.html)|\n")
        == ["指標\t値", "出生数 （人）\t50"])
  }

  @Test(
    .timeLimit(.minutes(10)),
    arguments: [
      "*a ", "**a", "_a_", "`", "``a", "[", "[a](", "[a][", "![", "~~a", "<a", "> ", "# ", "| ",
      "|a|\n",
      "|-|\n", "- ", "1. a\n", "```\n", "<table>\n", "\\", "a|b\n-|-\n", "&",
    ])
  func `Ten thousand of anything end in time`(piece: String) {
    _ = try? read(String(repeating: piece, count: 10_000))
  }

  @Test func `A text that is cut at any byte is read or refused`() {
    let bytes = Array((Self.sample + "```\na\n```\n[a](b) **c** <td>\n").utf8)
    for end in bytes.indices { _ = try? FormText.read(Array(bytes[..<end]), name: "a.md") }
  }
}
