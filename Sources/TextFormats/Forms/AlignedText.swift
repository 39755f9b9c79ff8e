/// A text of lines, with tabs between the cells of its tables.
///
/// Its lines are as they are; their number is their place, or their page and the line on it where the
/// text has page breaks.
package enum AlignedText {
  /// Reads a text.
  ///
  /// - Throws: `FormError` if a byte of it is none of text, or if there is nothing in it.
  package static func read(_ bytes: [UInt8], name: String) throws(FormError) -> FormText {
    let characters = try FormCharacters(bytes, name: name, isStrict: true)
    return FormText(lines: lines(characters.bytes), notices: characters.notices)
  }

  /// The lines. A text without any line feed has the line ends of old systems, if it has any.
  private static func lines(_ bytes: [UInt8]) -> [FormText.Line] {
    let lineEnd = bytes.contains(0x0A) ? UInt8(ascii: "\n") : UInt8(ascii: "\r")
    let hasPages = bytes.contains(0x0C)
    var lines: [FormText.Line] = []
    var page = 1
    var number = 0
    for line in bytes.split(separator: lineEnd, omittingEmptySubsequences: false) {
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      guard hasPages else {
        lines.append(FormText.Line(String(decoding: line, as: UTF8.self)))
        continue
      }
      for (index, part) in line.split(separator: 0x0C, omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 {
          page += 1
          number = 0
          // Nothing stands before a page break at the beginning of a line.
          if index == 1, lines.last?.text.isEmpty == true { lines.removeLast() }
        }
        number += 1
        lines.append(
          FormText.Line(
            String(decoding: part, as: UTF8.self), place: .page(page, line: number)))
      }
    }
    return lines
  }
}
