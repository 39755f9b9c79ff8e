import Foundation
import MunicipalModel
import Testing

@testable import Rendering

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct HTMLRendererTests {
  private static let chart = SampleCharts.ordinary[0]
  private static let report = Report(
    title: LocalizedText(ja: "まちの<表>", en: "Towns & \"tables\""),
    sections: [
      ReportSection(
        key: "one", heading: LocalizedText(ja: "一", en: "One"),
        introduction: [LocalizedText(ja: "前置き", en: "Before")], charts: [chart, chart],
        tables: [SampleReport.table],
        closing: [LocalizedText(ja: "後書き", en: "After")]),
      ReportSection(key: "two", tables: [SampleReport.table]),
    ])

  /// The page as XML: the doctype is left out, and empty elements are closed.
  private func elements(
    _ report: Report = report, _ language: Language = .english
  ) throws -> [SVGDocument.Element] {
    var page = HTMLRenderer(language: language).render(report)
    page = page.replacingOccurrences(of: "<!DOCTYPE html>\n", with: "")
    for name in ["meta", "br"] {
      var parts = page.components(separatedBy: "<\(name)")
      for index in parts.indices.dropFirst() {
        guard let end = parts[index].firstIndex(of: ">") else { continue }
        parts[index].insert("/", at: end)
      }
      page = parts.joined(separator: "<\(name)")
    }
    return try #require(SVGDocument(page)).elements
  }

  @Test(arguments: Language.allCases)
  func isWellFormedAndNeedsNothingElse(_ language: Language) throws {
    let elements = try elements(Self.report, language)
    #expect(elements.first?.attributes["lang"] == language.rawValue)
    let foreign: Set = ["script", "link", "img", "iframe", "object", "embed"]
    #expect(elements.allSatisfy { !foreign.contains($0.name) })
    let page = HTMLRenderer(language: language).render(Self.report)
    #expect(!page.contains("http://") && !page.contains("https://") && !page.contains("@import"))
  }

  @Test func identifiersAreUniqueAndLinksHaveTargets() throws {
    let elements = try elements()
    let ids = elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    let targets = elements.compactMap { $0.attributes["href"] }
    #expect(targets.count > 5)
    for target in targets where !target.hasPrefix("data:text/csv") {
      #expect(target.hasPrefix("#") && ids.contains(String(target.dropFirst())), "\(target)")
    }
  }

  @Test func figuresShowFormulaAndCellsOnHoverAndInTheNotes() throws {
    let elements = try elements()
    let rate = try #require(
      elements.first { $0.name == "td" && ["-5.21", "-5.21"].contains($0.text) })
    let title = try #require(rate.attributes["title"])
    #expect(title.hasPrefix("(births - deaths) / population | tomakomai-progress:103 \"1,032人\""))
    let note = try #require(elements.first { $0.attributes["id"] == "n1" })
    #expect(note.name == "li")
    let small = try #require(elements.first { $0.name == "small" })
    #expect(small.text == "tomakomai-progress:103 \"1,032人\", :104 \"1,891人\"")
  }

  @Test func aFigureWithoutCellsOfItsOwnShowsThoseOfItsRow() throws {
    let cell = Citation(document: "paper", line: 7, cell: 2, printed: "9")
    let table = ReportTable(
      key: "counts", caption: LocalizedText("counts"),
      columns: [
        .key("name", LocalizedText("name")), .number("read", LocalizedText("read")),
        .number("counted", LocalizedText("counted")),
      ],
      rows: [[ReportCell("a"), ReportCell(9, sources: [cell]), ReportCell(3)], [ReportCell("b")]])
    let elements = try elements(Report(title: LocalizedText("t"), key: "one", tables: [table]))
    let rows = elements.filter { $0.name == "tr" }
    #expect(rows.map { $0.attributes["title"] } == [nil, "paper:7", nil])
  }

  @Test func tablesHaveCaptionsAndHeads() throws {
    let elements = try elements()
    #expect(elements.filter { $0.name == "table" }.count == 2)
    #expect(elements.filter { $0.name == "caption" }.count == 2)
    let captions = elements.filter { ["t1-c", "t2-c"].contains($0.attributes["id"] ?? "") }
    #expect(captions.map(\.text) == ["Natural change", "Natural change"])
    #expect(elements.filter { $0.attributes["scope"] == "col" }.count == 2 * 5)
    // The last key names a row where it holds a text; the total's is empty.
    #expect(elements.filter { $0.attributes["scope"] == "row" }.count == 2 * 2)
    #expect(elements.filter { $0.attributes["scope"] == "rowgroup" }.count == 2)
  }

  @Test func columnsOfFiguresAreNamedOnceATable() throws {
    let table = try #require(try elements().first { $0.name == "table" })
    let columns = SampleReport.table.columns.indices.filter {
      SampleReport.table.columns[$0].alignment == .trailing
    }
    #expect(!columns.isEmpty)
    #expect(table.classes == columns.map { "n\($0 + 1)" } + ["k", "s2"])
    let page = HTMLRenderer(language: .english).render(Self.report)
    for column in columns { #expect(page.contains(".n\(column + 1) tr>:nth-child(\(column + 1))")) }
  }

  @Test(arguments: [
    ("plain", "\"plain\""), ("a \"b\"", "'a \"b\"'"), ("it's", "\"it's\""),
    ("\"it's\" <&>", "'\"it&#39;s\" &lt;&amp;&gt;'"), ("\"'", "\"&quot;'\""),
    ("a\nb\u{7}\u{202E}\u{85}\u{FFFE}", "\"a b\u{FFFD}\u{FFFD} \u{FFFD}\""),
  ])
  func attributesAreQuotedByTheMarkTheyHold(_ text: String, _ attribute: String) {
    #expect(MarkupText.attribute(text) == attribute)
  }

  @Test func contentKeepsQuotationMarks() {
    #expect(
      MarkupText.content("“a” \"b\" '<c>' & 人\u{FFFF}") == "“a” \"b\" '&lt;c&gt;' &amp; 人\u{FFFD}")
  }

  @Test func textsAreEscaped() throws {
    let elements = try elements()
    #expect(elements.first { $0.name == "h1" }?.text == "Towns & \"tables\"")
    let japanese = try self.elements(Self.report, .japanese)
    #expect(japanese.first { $0.name == "h1" }?.text == "まちの<表>")
  }

  @Test(arguments: [-50, -0.2, 0, 0.5, 1, 3, .infinity, .nan])
  func graphicsSurviveEveryShare(_ share: Double) throws {
    let cell = ReportCell("x").drawn(
      as: .progress(share: share, elapsed: share, beginsAtBaseline: share > 0))
    let table = ReportTable(
      key: "t", caption: LocalizedText("t"),
      columns: [.number("a", LocalizedText("a")), .number("b", LocalizedText("b"))],
      rows: [[cell, ReportCell("y").drawn(as: .sparkline([nil, share, 1, nil, share, 3]))]])
    let report = Report(title: LocalizedText("r"), key: "k", tables: [table])
    let elements = try elements(report)
    #expect(elements.contains { $0.name == "td" && $0.text == "x" })
    // What the bars share is on the page once.
    let shared = Set(elements.filter { $0.name == "g" }.compactMap { $0.attributes["id"] })
    #expect(shared == ["gw", "gb", "gz", "ge"])
    #expect(!HTMLRenderer(language: .english).render(Self.report).contains("<g id="))
    #expect(!HTMLRenderer(language: .english).render(report).contains("nan"))
  }

  @Test(arguments: [(-1.0, "H2V"), (0.0, "H60V"), (0.5, "H89V"), (7.0, "H118V"), (.nan, "H60V")])
  func divergingBarsAreDrawnFromOneZero(_ share: Double, _ end: String) throws {
    let cell = ReportCell("   ██│     ").drawn(as: .diverging(share))
    let table = ReportTable(
      key: "t", caption: LocalizedText("t"),
      columns: [.key("a", LocalizedText("a")), .text("b", LocalizedText("b"))],
      rows: [[ReportCell("x"), cell]])
    let report = Report(title: LocalizedText("r"), key: "k", tables: [table])
    let page = HTMLRenderer(language: .english).render(report)
    #expect(!page.contains("█"))
    #expect(page.contains("<path d=\"M60 2\(end)12H60Z\""))
    #expect(TextRenderer(language: .english).render(report).contains("██│"))
  }

  @Test func aTableSaysOnceWhatItsFiguresComeFrom() throws {
    let citation = Citation(document: "plan", line: 7, printed: "12人")
    let table = ReportTable(
      key: "t", caption: LocalizedText("Counts"),
      columns: [.key("a", LocalizedText("a")), .number("b", LocalizedText("b"))],
      rows: [[ReportCell("x"), ReportCell(3)]],
      basis: ReportBasis(formula: LocalizedText("counted"), sources: [citation, citation]))
    let report = Report(title: LocalizedText("r"), key: "k", tables: [table])
    let elements = try elements(report)
    let body = try #require(elements.first { $0.name == "tbody" })
    #expect(body.attributes["title"] == "counted | plan:7")
    #expect(elements.contains { $0.name == "a" && $0.attributes["href"] == "#n1" })
    let note = try #require(elements.first { $0.attributes["id"] == "n1" })
    #expect(note.name == "li")
    for renderer in [
      TextRenderer(language: .english) as any ReportRenderer, MarkdownRenderer(language: .english),
    ] {
      let text = renderer.render(report)
      #expect(text.contains("Whole table: counted") && text.contains("Whole table: plan:7"))
    }
    let json = JSONRenderer().render(report)
    #expect(json.contains("\"basis\"") && json.contains("12人"))
  }

  @Test func emptyReportIsAPage() throws {
    let report = Report(title: LocalizedText("nothing"), sections: [])
    #expect(try elements(report).contains { $0.name == "main" })
  }
}
