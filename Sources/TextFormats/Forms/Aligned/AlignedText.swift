/// A text of lines, with tabs between the cells of its tables, or with columns aligned by spaces.
///
/// A text with tabs is as it is. Without any, lines that part into as many cells as the heading above
/// them become rows with tabs. The number of a line is its place; where the text has page breaks or such
/// rows it is the page, and the line on it.
package enum AlignedText {
  /// Reads a text.
  ///
  /// - Throws: `FormError` if a byte of it is none of text, or if there is nothing in it.
  package static func read(_ bytes: [UInt8], name: String) throws(FormError) -> FormText {
    let characters = try FormCharacters(bytes, name: name, isStrict: true)
    var text = FormText(notices: characters.notices)
    let hasPages = characters.bytes.contains(0x0C)
    let lines = lines(characters.bytes, hasPages: hasPages)
    guard !characters.bytes.contains(0x09) else {
      text.lines = hasPages ? lines : lines.map { FormText.Line($0.text) }
      return text
    }
    var finder = AlignedTables(lines)
    finder.read()
    let isAsWritten = !hasPages && !finder.hasTables
    text.lines = isAsWritten ? lines.map { FormText.Line($0.text) } : finder.lines
    text.notices += finder.notices
    return text
  }

  /// The lines. A text without any line feed has the line ends of old systems, if it has any.
  private static func lines(_ bytes: [UInt8], hasPages: Bool) -> [FormText.Line] {
    let lineEnd = bytes.contains(0x0A) ? UInt8(ascii: "\n") : UInt8(ascii: "\r")
    var lines: [FormText.Line] = []
    var page = 1
    var number = 0
    for line in bytes.split(separator: lineEnd, omittingEmptySubsequences: false) {
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      let parts = hasPages ? line.split(separator: 0x0C, omittingEmptySubsequences: false) : [line]
      for (index, part) in parts.enumerated() {
        if index > 0 {
          page += 1
          number = 0
          // Nothing stands before a page break at the beginning of a line.
          if lines.last?.text.isEmpty == true { lines.removeLast() }
        }
        number += 1
        lines.append(
          FormText.Line(String(decoding: part, as: UTF8.self), place: .page(page, line: number)))
      }
    }
    return lines
  }
}
