import MunicipalModel

extension HTMLPage {
  /// Longer tables stand on the page of all tables alone.
  private static let mostRows = 20

  /// Writes the chapters: what answers stands open, all else is folded or linked.
  mutating func chapters(_ report: Report) {
    var place = Place(report)
    for chapter in report.chapters {
      let id = chapter.key.identifier()
      writer.markup("<section id=\"\(id)\" aria-labelledby=\"\(id)-h\">\n")
      writer.element("h2", "id=\"\(id)-h\"", chapter.heading[language])
      if let cards = chapter.cards { self.cards(cards) }
      if let chart = chapter.chart {
        writer.markup("<div class=\"beside\">\n")
        answers(chapter.answers)
        let home = place.home(of: chart, in: report)
        figure(chart, of: nil, name: home?.name, anchor: home?.anchor)
        writer.markup("</div>\n")
      } else {
        answers(chapter.answers)
      }
      open(chapter, at: place)
      for part in chapter.parts {
        fold(part, at: place)
        place.advance(by: part.section)
      }
      writer.markup("</section>\n")
    }
  }

  /// Where a section stands in the whole report: the numbers of its first chart and first table.
  private struct Place {
    private let names: [String]
    private(set) var section = 0
    private var chart = 0
    private(set) var table = 1

    init(_ report: Report) { names = ChartFiles.names(report.sections.flatMap(\.charts)) }

    mutating func advance(by part: ReportSection) {
      section += 1
      chart += part.charts.count
      table += part.tables.count
    }

    func names(of part: ReportSection) -> [String] {
      Array(names[chart..<chart + part.charts.count])
    }

    func anchor(of part: ReportSection) -> String { HTMLPage.sectionID(section, part) }

    /// The files of a chart that another section has, and that section.
    func home(of wanted: ReportChart, in report: Report) -> (name: String, anchor: String)? {
      var number = 0
      for (index, section) in report.sections.enumerated() {
        for chart in section.charts {
          if chart == wanted { return (names[number], HTMLPage.sectionID(index, section)) }
          number += 1
        }
      }
      return nil
    }
  }

  // MARK: What stands open

  /// The rows of a table as cards: the first key names a card, the first value stands out.
  private mutating func cards(_ table: ReportTable) {
    let name = table.columns.firstIndex { $0.role == .key } ?? 0
    paragraph(table.caption, "class=\"note\"")
    writer.markup("<div class=\"cards\">\n")
    for (index, row) in table.rows.enumerated() {
      writer.markup("<div class=\"card\"><h3><svg width=\"14\" height=\"14\" aria-hidden=\"true\">")
      let style = SeriesStyle(index: index)
      writer.markup(
        "<path d=\"\(style.mark(x: 7, y: 7, radius: 5))\" class=\"\(style.fill)\"/></svg>")
      writer.text(row.cells[name].text[language])
      writer.markup("</h3><dl>")
      for (column, cell) in zip(table.columns, row.cells) where column.role == .value {
        writer.markup("<div><dt>")
        writer.text(PlainText.line(column.label[language]))
        writer.markup("</dt><dd")
        let details = PointNote(cell, words: words).details
        if !details.isEmpty { writer.markup(" title=\(MarkupText.attribute(details))") }
        writer.markup(">")
        writer.text(cell.text[language])
        writer.markup("</dd></div>")
      }
      writer.markup("</dl></div>\n")
    }
    writer.markup("</div>\n")
    for note in table.notes { paragraph(note, "class=\"note\"") }
  }

  private mutating func answers(_ answers: [ReportAnswer]) {
    guard !answers.isEmpty else { return }
    writer.markup("<dl class=\"answers\">\n")
    for answer in answers {
      writer.markup("<div><dt>")
      if let chapter = answer.chapter {
        writer.markup("<a href=\"#\(chapter.identifier())\">")
        writer.text(answer.label[language])
        writer.markup("</a>")
      } else {
        writer.text(answer.label[language])
      }
      writer.markup("</dt><dd")
      if !answer.sources.isEmpty {
        writer.markup(" title=\(MarkupText.attribute(words.short(answer.sources)))")
      }
      writer.markup(">")
      writer.text(answer.text[language])
      writer.markup("</dd></div>\n")
    }
    writer.markup("</dl>\n")
  }

  private mutating func open(_ chapter: ReportChapter, at start: Place) {
    var place = start
    var opened = false
    for part in chapter.parts where part.openCharts > 0 {
      opened = opened || !part.section.charts.isEmpty
    }
    if opened { writer.markup("<div class=\"charts\">\n") }
    for part in chapter.parts {
      let names = place.names(of: part.section)
      for (chart, name) in zip(part.section.charts, names).prefix(part.openCharts) {
        figure(chart, of: part.section, name: name, anchor: place.anchor(of: part.section))
      }
      place.advance(by: part.section)
    }
    if opened { writer.markup("</div>\n") }
    place = start
    for part in chapter.parts {
      for (index, table) in part.section.tables.prefix(part.openTables).enumerated() {
        self.table(table, number: place.table + index)
      }
      place.advance(by: part.section)
    }
  }

  // MARK: What is folded

  private mutating func fold(_ part: ReportChapter.Part, at place: Place) {
    let section = part.section
    let charts = Array(section.charts.dropFirst(part.openCharts))
    let tables = Array(section.tables.enumerated().dropFirst(part.openTables))
    let texts = section.introduction + section.closing
    guard !charts.isEmpty || !tables.isEmpty || !texts.isEmpty else { return }
    writer.markup("<details class=\"more\"><summary>")
    writer.text((section.heading ?? HTMLWords.more)[language])
    let counts = [
      charts.isEmpty ? nil : HTMLWords.count(charts.count, HTMLWords.chart, language),
      tables.isEmpty ? nil : HTMLWords.count(tables.count, HTMLWords.table, language),
    ].compactMap(\.self)
    if !counts.isEmpty {
      writer.markup(" <small>")
      writer.text(counts.joined(separator: language == .japanese ? "・" : ", "))
      writer.markup("</small>")
    }
    writer.markup("</summary>\n")
    for paragraph in section.introduction { self.paragraph(paragraph) }
    figures(
      charts, of: section, names: Array(place.names(of: section).dropFirst(part.openCharts)),
      anchor: place.anchor(of: section))
    for (index, table) in tables { self.table(table, number: place.table + index) }
    for paragraph in section.closing { self.paragraph(paragraph) }
    writer.markup("</details>\n")
  }

  /// A table without the marks of its notes, which stand on the page of all tables; a long one as a link.
  private mutating func table(_ table: ReportTable, number: Int) {
    let address = "\(tablesPage ?? "")#t\(number)"
    guard table.rows.count > Self.mostRows else {
      content(of: table, marks: table.rows.map { _ in nil }, id: "t\(number)", heading: nil) {
        "<a href=\"\(address)\">\(HTMLWords.notes[$0])</a>"
      }
      return
    }
    let caption = table.caption[language]
    writer.markup("<p><a href=\"\(address)\">")
    writer.text(caption.isEmpty ? HTMLWords.table[language] : caption)
    writer.markup("</a> <small>")
    writer.text(HTMLWords.count(table.rows.count, HTMLWords.row, language))
    writer.markup("</small></p>\n")
  }
}
