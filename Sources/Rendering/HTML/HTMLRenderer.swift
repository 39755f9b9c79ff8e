public import MunicipalModel

/// Writes a report as one page of HTML that needs no script, no other file and no network.
///
/// It can be read on a phone, printed on A4, used by keyboard, and follows the reader's choice of
/// light or dark. A figure shows its formula and its printed cells when the pointer rests on it; the
/// mark at the end of its row leads to the same in the notes.
public struct HTMLRenderer: ReportRenderer {
  /// The language of what is written.
  public let language: Language

  /// Makes a renderer.
  public init(language: Language) { self.language = language }

  /// The report as a page.
  public func render(_ report: Report) -> String {
    let title = MarkupText.content(report.title[language])
    var page = HTMLPage(language: language)
    page.sections(report.sections)
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
      <header><h1>\(title)</h1></header>

      """)
    navigation(report.sections, notes: page.notes, to: &head)
    head.markup(HTMLGraphic.definitions(for: report.sections))
    head.markup("<main id=\"main\" class=\"chart\">\n")
    page.writeNotes(report.publications)
    return String(decoding: head.bytes, as: UTF8.self)
      + String(decoding: page.writer.bytes, as: UTF8.self) + "</main>\n</body>\n</html>\n"
  }

  private func navigation(
    _ sections: [ReportSection], notes: HTMLNotes, to writer: inout HTMLWriter
  ) {
    var entries = sections.enumerated().compactMap { index, section in
      section.heading.map { (id: HTMLPage.sectionID(index, section), text: $0[language]) }
    }
    if !notes.isEmpty { entries.append((HTMLNotes.sectionID, HTMLWords.notes[language])) }
    guard !entries.isEmpty else { return }
    writer.markup(
      "<nav aria-label=\(MarkupText.attribute(HTMLWords.contents[language]))><details><summary>")
    writer.text(HTMLWords.contents[language])
    writer.markup("</summary>\n<ol>\n")
    for entry in entries {
      writer.markup("<li><a href=\"#\(entry.id)\">")
      writer.text(entry.text)
      writer.markup("</a></li>\n")
    }
    writer.markup("</ol></details></nav>\n")
  }
}

/// The words that a page adds to a report.
enum HTMLWords {
  static let skip = LocalizedText(ja: "本文へ", en: "Skip to the content")
  static let contents = LocalizedText(ja: "目次", en: "Contents")
  static let notes = LocalizedText(ja: "注: 各行の出典と算式", en: "Notes: sources and formulas by row")
  static let notesLead = LocalizedText(
    ja: "出典は「資料:行 \"記載された文字\"」の形で示します。表の行末や見出しの番号から飛べ、行の名前から表へ戻れます。"
      + "「表全体」の注は、行に出典のない値が何から数え、計算したものかを示します（資料:行だけ）。",
    en:
      "A source is written as document:line \"printed text\". The number at the end of a table's row or "
      + "in its caption leads here, and the name leads back. A note on the whole table says what the "
      + "figures without sources of their own were counted or computed from (document:lines only).")
  static let documents = LocalizedText(ja: "資料", en: "Documents")
  static let noteColumn = LocalizedText(ja: "注", en: "Note")
}
