/// Collects the bytes of a page. Texts are escaped, markup is written as it is.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []

  /// Writes markup.
  mutating func markup(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  /// Writes a text. Its line breaks are kept as `<br>`.
  mutating func text(_ text: String) {
    guard text.utf8.contains(where: { (0x0A...0x0D).contains($0) }) else {
      markup(NumberJoining.markup(MarkupText.content(text)))
      return
    }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    markup(
      lines.map { NumberJoining.markup(MarkupText.content(String($0))) }.joined(separator: "<br>"))
  }

  /// Writes an element with a text.
  ///
  /// - Parameter attributes: markup within the first tag, such as `class="note"`.
  mutating func element(_ name: String, _ attributes: String = "", _ text: String) {
    markup(attributes.isEmpty ? "<\(name)>" : "<\(name) \(attributes)>")
    self.text(text)
    markup("</\(name)>\n")
  }
}
