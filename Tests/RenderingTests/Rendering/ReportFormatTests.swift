import MunicipalModel
import Testing

@testable import Rendering

struct ReportFormatTests {
  @Test func everyFormatHasItsRenderer() {
    let report = SampleReport.report
    func text(_ format: ReportFormat, _ language: Language) -> String {
      format.renderer(language: language).render(report)
    }
    #expect(text(.text, .english) == TextRenderer(language: .english).render(report))
    #expect(text(.markdown, .japanese) == MarkdownRenderer(language: .japanese).render(report))
    #expect(text(.csv, .japanese) == CSVRenderer().render(report))
    #expect(text(.json, .english) == JSONRenderer().render(report))
  }

  @Test(arguments: ReportFormat.allCases)
  func everyTextEndsWithOneLineBreak(format: ReportFormat) {
    let empty = Report(title: LocalizedText(""), sections: [])
    for report in [SampleReport.report, empty] {
      let text = format.renderer(language: .english).render(report)
      #expect(!text.hasSuffix("\n\n"))
      #expect(text.isEmpty || text.hasSuffix("\n"))
      #expect(!text.contains("\r"))
    }
  }

  @Test(arguments: [ReportFormat.csv, .json])
  func dataDoesNotDependOnTheLanguage(format: ReportFormat) {
    let report = SampleReport.report
    #expect(
      format.renderer(language: .english).render(report)
        == format.renderer(language: .japanese).render(report))
  }
}
