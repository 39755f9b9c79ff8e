import Foundation
import MunicipalModel
import Testing

@testable import Rendering

/// A report in chapters: one page with what answers, one with all tables and notes.
struct HTMLChapterTests {
  private static let citation = Citation(document: "plan", line: 7, cell: 2, printed: "12人")

  private static func table(_ key: String, rows: Int) -> ReportTable {
    ReportTable(
      key: key, caption: LocalizedText(key),
      columns: [.key("name", LocalizedText("name")), .number("count", LocalizedText("count"))],
      rows: (0..<rows).map { [ReportCell("row \($0)"), ReportCell(12, sources: [citation])] })
  }

  private static let chart = SampleCharts.ordinary[0].found(LocalizedText("It grows"), colour: 1)

  private static let report = Report(
    title: LocalizedText("Towns"),
    chapters: [
      ReportChapter(
        key: "first", heading: LocalizedText("First"), cards: table("cards", rows: 2),
        answers: [
          ReportAnswer(
            LocalizedText("Who?"), LocalizedText("Both."), sources: [citation], chapter: "second")
        ],
        parts: [
          ReportChapter.Part(
            ReportSection(
              key: "one", heading: LocalizedText("One"), charts: [chart, chart],
              tables: [table("open", rows: 2), table("folded", rows: 3), table("long", rows: 40)]),
            openCharts: 1, openTables: 1)
        ]),
      ReportChapter(
        key: "second", heading: LocalizedText("Second"),
        parts: [
          ReportChapter.Part(
            ReportSection(key: "two", introduction: [LocalizedText("Said.")], tables: []))
        ]),
    ], citing: [],
    publications: [
      "plan": Publication(title: LocalizedText(ja: "計画", en: "The plan"), publisher: "函館市")
    ],
    date: .calendarYear(2026))

  private let pages = HTMLRenderer(language: .english).pages(report)

  @Test func theFirstPageHasWhatAnswers() throws {
    #expect(pages.map(\.name) == ["index.html", "tables.html"])
    let first = pages[0].text
    #expect(first.contains("<a href=\"#second\">Who?</a>"))
    #expect(first.contains("<figcaption>It grows<small>"))
    #expect(first.components(separatedBy: "class=\"card\"").count == 3)
    #expect(first.contains("Made on 2026. Documents: The plan."))
    let fold = try #require(first.range(of: "<details class=\"more\">"))
    let open = try #require(first.range(of: "id=\"t1\""))
    let folded = try #require(first.range(of: "id=\"t2\""))
    #expect(open.lowerBound < fold.lowerBound && fold.lowerBound < folded.lowerBound)
    // A long table is led to; its rows stand on the other page.
    #expect(!first.contains("row 39"))
    #expect(first.contains("<a href=\"tables.html#t3\">long</a> <small>40 rows</small>"))
  }

  @Test func theOtherPageHasEveryTableWithItsNotes() {
    let second = pages[1].text
    for number in 1...3 { #expect(second.contains("id=\"t\(number)\"")) }
    #expect(second.contains("row 39") && !second.contains("<figure>"))
    #expect(second.contains("<details class=\"nt\">"))
    #expect(second.contains("<small data-source=\"plan:7\">The plan, line 7 \"12人\"</small>"))
  }

  @Test func linksBetweenThePagesHaveTargets() {
    let files = Set(ChartFiles.files(Self.report, language: .english).map { "charts/\($0.name)" })
    for (page, other) in [(pages[0], pages[1]), (pages[1], pages[0])] {
      let links = page.text.components(separatedBy: "href=\"").dropFirst()
        .compactMap { $0.components(separatedBy: "\"").first }
      #expect(links.count > 5)
      for link in links {
        if link.hasPrefix("charts/") {
          #expect(files.contains(link))
        } else if link.hasPrefix("#") {
          #expect(page.text.contains("id=\"\(link.dropFirst())\""), "\(link)")
        } else {
          let parts = link.components(separatedBy: "#")
          #expect(parts[0] == other.name)
          if parts.count > 1 { #expect(other.text.contains("id=\"\(parts[1])\""), "\(link)") }
        }
      }
    }
  }

  @Test(arguments: Language.allCases)
  func neitherPageHasAScript(_ language: Language) {
    for page in HTMLRenderer(language: language).pages(Self.report) {
      #expect(!page.text.contains("<script"))
    }
  }

  @Test func aReportWithoutChaptersIsOnePage() {
    let pages = HTMLRenderer(language: .japanese).pages(SampleReport.report)
    #expect(pages.map(\.name) == ["index.html"])
    #expect(pages[0].text == HTMLRenderer(language: .japanese).render(SampleReport.report))
  }

  @Test func chartsHaveTheirFiguresUnderHeadingsForPeople() throws {
    let files = ChartFiles.files(Self.report, language: .japanese)
    let csv = try #require(files.first { $0.name.hasSuffix(".csv") })
    #expect(csv.text.hasPrefix("\u{FEFF}"))
    let lines = csv.text.split(separator: "\n")
    #expect(lines.count == Self.chart.categories.count + 1)
  }

  /// All series of a chart about one municipality have its colour, and differ in marks and dashes.
  @Test func colourMeansTheMunicipality() {
    let svg = SVGRenderer(language: .english).file(Self.chart)
    #expect(svg.contains("class=\"sl l1 d0\"") && !svg.contains("class=\"sl l0"))
  }
}
