/// A text in Markdown: headings, paragraphs, items and code as lines, and tables of pipes or of HTML.
///
/// It is turned into markup and read as a page is. A heading is one by `#`, or by `===` or `---` below
/// it. The lines of a paragraph stay lines of their own, for a document of facts means them so.
package enum MarkdownText {
  /// Reads a text.
  ///
  /// - Throws: `FormError` if it is no text, or if there is nothing in it.
  package static func read(_ bytes: [UInt8], name: String) throws(FormError) -> FormText {
    let characters = try FormCharacters(bytes, name: name, isStrict: false)
    var markup = MarkdownMarkup(characters.bytes)
    var text = try WebPage.read(utf8: markup.html(), name: name)
    text.notices = characters.notices + markup.notices + text.notices
    return text
  }
}
