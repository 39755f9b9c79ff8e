import MunicipalModel

/// The content of a page in the making: its sections, and the notes of its tables.
struct HTMLPage {
  let language: Language
  var writer = HTMLWriter()
  var notes: HTMLNotes
  private var tables = 0
  private var charts = 0

  init(language: Language) {
    self.language = language
    notes = HTMLNotes(language: language)
  }

  static func sectionID(_ index: Int, _ section: ReportSection) -> String {
    "s\(index + 1)-\(HTMLPage.identifier(section.key))"
  }

  static func identifier(_ key: String) -> String {
    String(
      decoding: key.utf8.map { byte -> UInt8 in
        let isPlain =
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        return isPlain ? byte : UInt8(ascii: "-")
      }, as: UTF8.self)
  }

  mutating func sections(_ sections: [ReportSection]) {
    for (index, section) in sections.enumerated() {
      let id = Self.sectionID(index, section)
      if let heading = section.heading {
        writer.markup("<section id=\"\(id)\" aria-labelledby=\"\(id)-h\">\n")
        writer.element("h2", "id=\"\(id)-h\"", heading[language])
      } else {
        writer.markup("<section id=\"\(id)\">\n")
      }
      for paragraph in section.introduction { self.paragraph(paragraph) }
      figures(section.charts)
      for table in section.tables { self.table(table, in: section, id: id) }
      for paragraph in section.closing { self.paragraph(paragraph) }
      writer.markup("</section>\n")
    }
  }

  private mutating func paragraph(_ text: LocalizedText, _ attributes: String = "") {
    guard !text[language].isEmpty else { return }
    writer.element("p", attributes, text[language])
  }

  // MARK: Charts

  private static let chartWidth = 360

  private mutating func figures(_ charts: [ReportChart]) {
    guard !charts.isEmpty else { return }
    let renderer = SVGRenderer(language: language, width: Self.chartWidth, showsTitle: false)
    writer.markup("<div class=\"charts\">\n")
    for chart in charts {
      self.charts += 1
      let svg = renderer.element(chart, prefix: "\(self.charts)-")
      writer.markup("<figure>\n")
      writer.element("figcaption", "", chart.title[language])
      writer.markup(
        svg.isWider(than: Self.chartWidth)
          ? "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label="
            + "\(MarkupText.attribute(chart.title[language]))>\n\(svg)</div>\n" : svg)
      writer.markup("</figure>\n")
    }
    writer.markup("</div>\n")
  }

  // MARK: Tables

  /// A table without a caption is named by its section.
  private mutating func table(_ table: ReportTable, in section: ReportSection, id sectionID: String)
  {
    tables += 1
    let id = "t\(tables)"
    let caption = table.caption[language]
    let heading = section.heading?[language] ?? ""
    let marks = notes.add(table, id: id, caption: caption.isEmpty ? heading : caption)
    let content = HTMLTable(table: table, marks: marks.rows, language: language)
    let label = caption.isEmpty && !heading.isEmpty ? "\(sectionID)-h" : "\(id)-c"
    writer.markup(
      "<div id=\"\(id)\" class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"\(label)\">\n"
        + "<table\(content.classes)>\n")
    self.caption(caption, id: label == "\(sectionID)-h" ? nil : "\(id)-c", note: marks.table)
    if table.rows.isEmpty || table.columns.isEmpty {
      writer.markup("</table></div>\n")
      paragraph(RenderingWords.noRows, "class=\"note\"")
    } else {
      content.write(to: &writer)
      writer.markup("</table></div>\n")
    }
    for note in table.notes { paragraph(note, "class=\"note\"") }
  }

  /// What the table shows, and the mark of the note about all of it.
  ///
  /// - Parameter id: by which the table is named; `nil` if its section names it.
  private mutating func caption(_ text: String, id: String?, note: Int?) {
    guard id != nil || note != nil else { return }
    writer.markup("<caption><span><span")
    if let id { writer.markup(" id=\"\(id)\"") }
    writer.markup(">")
    writer.text(text)
    writer.markup("</span>")
    if let note {
      writer.markup(
        "\(text.isEmpty ? "" : " ")<a href=\"#n\(note)\">"
          + "\(HTMLWords.noteColumn[language])\u{A0}\(note)</a>")
    }
    writer.markup("</span></caption>\n")
  }

  mutating func writeNotes(_ publications: [DocumentID: Publication]) {
    notes.write(publications, to: &writer)
  }
}

extension String {
  /// Whether a drawing had to be made wider than was asked for.
  fileprivate func isWider(than width: Int) -> Bool { !contains(" width=\"\(width)\" height=") }
}
