import Testing

@testable import TextFormats

@Suite("The same table in each form")
struct SameTableTests {
  /// The files by their names.
  static let files = [
    "a.html": FormSample.html, "a.md": MarkdownTextTests.sample,
    "a.csv": FormSample.delimited(","), "a.tsv": FormSample.delimited("\t"),
    "clipboard.tsv": FormSample.delimited("\t", lineEnd: "\r\n") + "\r\n",
    "semicolons.csv": FormSample.delimited(";"),
    "tabs.txt": FormSample.lines.joined(separator: "\n"),
    "aligned.txt": FormSample.heading + "\n\n" + AlignedTextTests.aligned(FormSample.rows, wide: 2),
    "layout.txt": FormSample.heading + "\n\n" + AlignedTextTests.aligned(FormSample.rows, wide: 1),
    "html.md":
      "## \(FormSample.heading)\n\n\(FormSample.html.drop { $0 != ">" }.dropFirst().drop { $0 != ">" }.dropFirst())",
  ]

  @Test(arguments: files.keys.sorted())
  func `The lines are the same`(name: String) throws {
    let text = try FormText.read(Array((Self.files[name] ?? "").utf8), name: name)
    #expect(text.lines.map(\.text) == FormSample.lines)
    #expect(text.notices == [])
  }
}
