import MunicipalModel
import Testing

@testable import Rendering

/// Texts of documents and folders may hold what steers a terminal or turns a line around.
@Suite("Controls in the texts of documents")
struct UnsafeTextTests {
  private static let text = "浦\u{1B}]0;pwn\u{7}河\u{9B}31m町\u{202E}\u{200F}"

  private static var report: Report {
    let citation = Citation(document: "plan", line: 1, printed: text)
    return Report(
      title: LocalizedText(text),
      sections: [
        ReportSection(
          key: "s", heading: LocalizedText(text), introduction: [LocalizedText(text)],
          tables: [
            ReportTable(
              key: "t", caption: LocalizedText(text),
              columns: [.key("k", LocalizedText(text)), .text("v", LocalizedText(text))],
              rows: [[ReportCell(text), ReportCell(LocalizedText(text), sources: [citation])]],
              notes: [LocalizedText(text)])
          ])
      ])
  }

  @Test(arguments: ReportFormat.allCases) func `No format writes them as they are`(
    format: ReportFormat
  ) {
    for language in Language.allCases {
      let output = format.renderer(language: language).render(Self.report)
      #expect(output.contains("浦") && UnsafeCharacters.count(in: output) == 0)
    }
    #expect(Self.report.unsafeCharacters(in: .japanese) > 0)
    #expect(Self.report.unsafeCharactersInValues > 0)
  }
}
