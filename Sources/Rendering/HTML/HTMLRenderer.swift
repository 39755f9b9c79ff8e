public import MunicipalModel

/// Writes a report as one page of HTML that needs no script, no other file and no network.
///
/// It can be read on a phone, printed on A4, used by keyboard, and follows the reader's choice of
/// light or dark. A figure shows its formula and its printed cells when the pointer rests on it; the
/// mark at the end of its row opens the same in the notes below the table.
public struct HTMLRenderer: ReportRenderer {
  /// The language of what is written.
  public let language: Language

  /// Makes a renderer.
  public init(language: Language) { self.language = language }

  /// The report as one page.
  public func render(_ report: Report) -> String {
    var page = HTMLPage(words: SourceWords(report.publications, language: language))
    for answer in report.answers { page.paragraph(answer) }
    page.sections(report.sections)
    page.writeDocuments(report.publications)
    return document(report, page, entries: sections(of: report))
  }

  /// A report in chapters as two pages, `index.html` with what answers and `tables.html` with all tables and
  /// notes; any other as one page. The files of the charts stand in the folder `charts` beside them.
  public func pages(_ report: Report) -> [RenderedFile] {
    guard !report.chapters.isEmpty else {
      return [RenderedFile(name: Self.first, text: render(report))]
    }
    let words = SourceWords(report.publications, language: language)
    var first = HTMLPage(words: words, tablesPage: Self.second)
    first.madeOn = report.date?.label[language]
    first.chapters(report)
    let chapters = report.chapters.map { chapter in
      (address: "#\(chapter.key.identifier())", text: chapter.heading[language])
    }
    let all = (address: Self.second, text: HTMLWords.allTables[language])
    var second = HTMLPage(words: words, tablesPage: Self.second)
    second.sections(report.sections, withCharts: false)
    second.writeDocuments(report.publications)
    let back = (address: Self.first, text: HTMLWords.firstPage[language])
    return [
      RenderedFile(
        name: Self.first,
        text: document(report, first, entries: chapters + [all], lead: lead(of: report))),
      RenderedFile(
        name: Self.second,
        text: document(
          report, second, entries: [back] + sections(of: report),
          part: HTMLWords.allTables[language])),
    ]
  }

  private static let first = "index.html"
  private static let second = "tables.html"

  private func sections(of report: Report) -> [(address: String, text: String)] {
    report.sections.enumerated().compactMap { index, section in
      section.heading.map { ("#\(HTMLPage.sectionID(index, section))", $0[language]) }
    }
  }

  /// When the report was made, and of which documents.
  private func lead(of report: Report) -> String {
    let isJapanese = language == .japanese
    // Those of the municipalities first, then the statistics.
    let titles = report.publications.sorted {
      ($0.value.publisher == nil ? 1 : 0, $0.key.rawValue)
        < ($1.value.publisher == nil ? 1 : 0, $1.key.rawValue)
    }.map { $0.value.datedTitle[language] }.uniqued
    let documents = TitleSeries.folded(titles) { $0 }.map {
      $0.element + TitleSeries.words($0.others, language)
    }
    let shown = documents.prefix(Self.mostTitles)
    let rest = documents.count - shown.count
    let more = isJapanese ? "、ほか\(rest)点" : "; and \(rest) more"
    let made = report.date.map {
      isJapanese ? "\($0.label.ja)作成。" : "Made on \($0.label.en). "
    }
    guard !documents.isEmpty else { return made ?? "" }
    return (made ?? "") + "\(HTMLWords.documents[language])\(isJapanese ? "：" : ": ")"
      + shown.joined(separator: isJapanese ? "、" : "; ") + (rest > 0 ? more : "")
      + (isJapanese ? "。" : ".")
  }

  /// So many documents are named at the head; the chapter of documents names all.
  private static let mostTitles = 5

  private func document(
    _ report: Report, _ page: HTMLPage, entries: [(address: String, text: String)],
    part: String? = nil, lead: String = ""
  ) -> String {
    let own = MarkupText.content(report.title[language])
    let title = part.map { "\(MarkupText.content($0)) – \(own)" } ?? own
    let columns = report.sections.flatMap(\.tables).map(\.columns.count).max() ?? 0
    var head = HTMLWriter()
    head.markup(
      """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="generator" content="MachiKurabe">
      <title>\(title)</title>
      <style>
      \(HTMLStyleSheet.css(columns: columns))\(ChartStyleSheet.css)</style>
      </head>
      <body>
      <a class="skip" href="#main">\(MarkupText.content(HTMLWords.skip[language]))</a>
      <header><h1>\(marked(title))</h1>

      """)
    if !lead.isEmpty {
      let text = NumberJoining.markup(MarkupText.content(lead))
      head.markup(
        "<p class=\"lead\">\(marked(text))</p>\n")
    }
    head.markup("</header>\n<div class=\"page\">\n")
    navigation(entries, to: &head)
    head.markup(HTMLGraphic.definitions(for: report.sections))
    head.markup("<main id=\"main\" class=\"chart\">\n")
    return String(decoding: head.bytes, as: UTF8.self)
      + String(decoding: page.writer.bytes, as: UTF8.self)
      + "</main>\n</div>\n</body>\n</html>\n"
  }

  /// Markup whose Japanese words say so on an English page, for those who hear it read.
  private func marked(_ markup: String) -> String {
    guard language != .japanese else { return markup }
    var result = ""
    var isInside = false
    for character in markup {
      let isJapanese = character.unicodeScalars.allSatisfy { $0.value >= 0x3000 }
      if isJapanese != isInside { result += isJapanese ? "<span lang=\"ja\">" : "</span>" }
      isInside = isJapanese
      result.append(character)
    }
    return isInside ? result + "</span>" : result
  }

  private func navigation(
    _ entries: [(address: String, text: String)], to writer: inout HTMLWriter
  ) {
    guard !entries.isEmpty else { return }
    writer.markup("<nav aria-label=\(MarkupText.attribute(HTMLWords.contents[language]))>\n<ol>\n")
    for entry in entries {
      writer.markup("<li><a href=\(MarkupText.attribute(entry.address))>")
      writer.text(entry.text)
      writer.markup("</a></li>\n")
    }
    writer.markup("</ol></nav>\n")
  }
}
