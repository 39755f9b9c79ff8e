import MunicipalModel

/// The content of a page in the making: its sections, each table with its notes behind it.
struct HTMLPage {
  let words: SourceWords
  /// The page of all tables and notes beside this one; `nil` for a page that holds all itself.
  let tablesPage: String?
  var writer = HTMLWriter()
  var notes: HTMLNotes
  var charts = 0
  /// The day on which the report was made.
  var madeOn: String?
  private var tables = 0

  var language: Language { words.language }

  init(words: SourceWords, tablesPage: String? = nil) {
    self.words = words
    self.tablesPage = tablesPage
    notes = HTMLNotes(words: words)
  }

  static func sectionID(_ index: Int, _ section: ReportSection) -> String {
    "s\(index + 1)-\(section.key.identifier())"
  }

  /// Writes all sections; their charts unless they stand on the page before.
  mutating func sections(_ sections: [ReportSection], withCharts: Bool = true) {
    for (index, section) in sections.enumerated() {
      let id = Self.sectionID(index, section)
      if let heading = section.heading {
        writer.markup("<section id=\"\(id)\" aria-labelledby=\"\(id)-h\">\n")
        writer.element("h2", "id=\"\(id)-h\"", heading[language])
      } else {
        writer.markup("<section id=\"\(id)\">\n")
      }
      for paragraph in section.introduction { self.paragraph(paragraph) }
      if withCharts { figures(section.charts, of: section) }
      for table in section.tables { self.table(table, in: section, id: id) }
      for paragraph in section.closing { self.paragraph(paragraph) }
      writer.markup("</section>\n")
    }
  }

  mutating func paragraph(_ text: LocalizedText, _ attributes: String = "") {
    guard !text[language].isEmpty else { return }
    writer.element("p", attributes, text[language])
  }

  // MARK: Tables

  /// A table without a caption is named by its section.
  private mutating func table(_ table: ReportTable, in section: ReportSection, id sectionID: String)
  {
    tables += 1
    let id = "t\(tables)"
    let marks = notes.marks(of: table, id: id)
    let heading = section.heading.map { _ in "\(sectionID)-h" }
    content(of: table, marks: marks.rows, id: id, heading: heading) { language in
      marks.table.map {
        "<a href=\"#n\($0)\">\(HTMLWords.noteColumn[language])\u{A0}\($0)</a>"
      }
    }
    marks.write(language, to: &writer)
  }

  /// Writes a table, and its remarks behind it.
  ///
  /// - Parameters:
  ///   - heading: the identifier of what names it where it has no caption.
  ///   - link: markup of a link behind the caption.
  mutating func content(
    of table: ReportTable, marks: [Int?], id: String, heading: String?,
    link: (Language) -> String?
  ) {
    let caption = table.caption[language]
    let content = HTMLTable(table: table, marks: marks, words: words)
    let label = caption.isEmpty ? heading ?? "\(id)-c" : "\(id)-c"
    writer.markup(
      "<div id=\"\(id)\" class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"\(label)\">\n"
        + "<table\(content.classes)>\n")
    self.caption(caption, id: label == "\(id)-c" ? label : nil, link: link(language))
    if table.rows.isEmpty || table.columns.isEmpty {
      writer.markup("</table></div>\n")
      paragraph(RenderingWords.noRows, "class=\"note\"")
    } else {
      content.write(to: &writer)
      writer.markup("</table></div>\n")
    }
    for note in table.notes { paragraph(note, "class=\"note\"") }
  }

  /// What the table shows, and a link behind it.
  ///
  /// - Parameter id: by which the table is named; `nil` if its section names it.
  private mutating func caption(_ text: String, id: String?, link: String?) {
    guard id != nil || link != nil else { return }
    writer.markup("<caption><span><span")
    if let id { writer.markup(" id=\"\(id)\"") }
    writer.markup(">")
    writer.text(text)
    writer.markup("</span>")
    if let link { writer.markup(text.isEmpty ? link : " " + link) }
    writer.markup("</span></caption>\n")
  }

  /// Writes what the documents are that the notes cite.
  mutating func writeDocuments(_ publications: [DocumentID: Publication]) {
    let known = publications.filter { notes.cited.contains($0.key) }
      .sorted { $0.key.rawValue < $1.key.rawValue }
    guard !known.isEmpty else { return }
    writer.markup("<section id=\"sources\" aria-labelledby=\"sources-h\">\n")
    writer.element("h2", "id=\"sources-h\"", HTMLWords.documents[language])
    writer.markup("<ul class=\"notes\">\n")
    for (id, publication) in known {
      writer.markup("<li data-source=\(MarkupText.attribute(id.rawValue))>")
      writer.text("\(publication.labelWithoutAddress[language])")
      writer.markup(" <code>")
      writer.text(id.rawValue)
      writer.markup("</code>")
      if let url = publication.url { link(to: url) }
      writer.markup("</li>\n")
    }
    writer.markup("</ul>\n</section>\n")
  }

  /// An address of a document; only one of the web becomes a link.
  private mutating func link(to url: String) {
    guard url.hasPrefix("https://") || url.hasPrefix("http://") else { return }
    writer.markup(" <a href=\(MarkupText.attribute(url))>")
    writer.text(url)
    writer.markup("</a>")
  }
}
