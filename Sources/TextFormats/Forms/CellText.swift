/// The text of a cell as one line.
enum CellText {
  /// The lines of a cell in one, a space between them; between two digits two, which group no number.
  static func joined(_ lines: some Sequence<String>) -> String {
    var result = ""
    for line in lines {
      let line = TextFolding.trimmed(line)
      guard let first = line.unicodeScalars.first else { continue }
      if let last = result.unicodeScalars.last {
        result += isDigit(last) && isDigit(first) ? "  " : " "
      }
      result += line
    }
    return result
  }

  /// The text of a cell that may have tabs and line breaks in it.
  static func joined(_ cell: String) -> String {
    guard cell.utf8.contains(where: { $0 < 0x20 }) else { return TextFolding.trimmed(cell) }
    return joined(
      cell.split(whereSeparator: { $0.isNewline || $0 == "\t" || $0 == "\u{C}" }).map(String.init))
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    TextFolding.fold(scalar).decimalDigit != nil
  }
}
