import MunicipalModel

/// Takes the HTML fragments out of cells that a text extraction left in.
package enum CellMarkup {
  /// The cells of a line: the texts between tabs, without tags and without spaces at their ends.
  package static func cells(of line: String) -> [String] {
    line.utf8.split(separator: 0x09, omittingEmptySubsequences: false).map {
      let cell = String(Substring($0))
      return TextFolding.trimmed(cell.utf8.contains(UInt8(ascii: "<")) ? withoutTags(cell) : cell)
    }
  }

  /// The items of a cell's list: one an `<li>`, or one a bullet, or parts two spaces apart.
  package static func listItems(of cell: some StringProtocol) -> [String] {
    let text = withoutTags(cell)
    var items: [String] = [""]
    var spaces = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "●", "✓":
        items.append("")
      case " ", "\u{3000}":
        spaces += 1
        if spaces == 2 { items.append("") }
        if spaces == 1 { items[items.count - 1].unicodeScalars.append(" ") }
        continue
      default:
        items[items.count - 1].unicodeScalars.append(scalar)
      }
      spaces = 0
    }
    return items.map { TextFolding.trimmed($0) }.filter { !$0.isEmpty }
  }

  /// The text without its tags. What a paragraph, an item or a line break parts stays two spaces
  /// apart, which no number can be grouped by.
  private static func withoutTags(_ cell: some StringProtocol) -> String {
    let bytes = Array(cell.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), let tag = tag(in: bytes, at: index) else {
        result.append(bytes[index])
        index += 1
        continue
      }
      // What is raised behind a digit is a note mark and none of its digits.
      if tag.name == "sup", bytes[index + 1] != UInt8(ascii: "/"), endsWithDigit(result) {
        result += "※".utf8
      }
      index = tag.end
      guard blockTags.contains(tag.name) else { continue }
      while result.last == UInt8(ascii: " ") { result.removeLast() }
      result += "  ".utf8
      while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a text in UTF-8 ends with a digit of half or full width.
  private static func endsWithDigit(_ bytes: [UInt8]) -> Bool {
    guard let last = bytes.last else { return false }
    if (0x30...0x39).contains(last) { return true }
    return (0x90...0x99).contains(last) && bytes.dropLast().suffix(2) == [0xEF, 0xBC]
  }

  private static let blockTags: Set<String> = ["p", "ul", "ol", "li", "br", "div"]

  private static let inlineTags: Set<String> = ["u", "b", "i", "sup", "sub", "span"]

  /// The tag that opens at a byte: `p`, `/li`, `ul style=…`; but `＜主な事業＞` or `<推計>` is text.
  private static func tag(in bytes: [UInt8], at start: Int) -> (name: String, end: Int)? {
    let inside = bytes[(start + 1)...].prefix { $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
    guard inside.endIndex < bytes.count, bytes[inside.endIndex] == UInt8(ascii: ">") else {
      return nil
    }
    let word = inside.drop { $0 == UInt8(ascii: "/") }
      .prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "/") }
    guard word.count <= 4 else { return nil }
    let name = String(decoding: word, as: UTF8.self).lowercased()
    return blockTags.contains(name) || inlineTags.contains(name)
      ? (name, inside.endIndex + 1) : nil
  }
}
