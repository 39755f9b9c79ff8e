import MunicipalModel

extension DocumentSession {
  private static let arrows = Set("→⇒➡➔⟶⇨".unicodeScalars)
  /// How far a figure may stand from the arrow, so that 「基準値 12人 → 目標値 20人」 is one.
  private static let nearby = 12

  /// Notes lines outside tables in which an arrow leads from one figure to another, as in
  /// 「新規就農者数 12人(R1) → 20人(R6)」, and no part of the model was made from them.
  ///
  /// An arrow between two periods is none between figures.
  mutating func reportUnreadLines() {
    for line in 1...document.lineCount where !isTableRow(line) && !isKept(line) {
      let text = text(line)
      guard Self.hasArrowBetweenFigures(text) else { continue }
      let citation = Citation(document: document.id, line: line, printed: text)
      note(
        .warning, "unread-line", at: citation,
        ja: "文中の値は読んでいません: \(text)。表か CSV にすれば読めます",
        en: "figures in a line are not read; a table or a CSV can hold them: \(text)")
    }
  }

  private static func hasArrowBetweenFigures(_ text: String) -> Bool {
    let parts = text.unicodeScalars.split(
      omittingEmptySubsequences: false, whereSeparator: arrows.contains
    ).map { TextFolding.trimmed(String($0)) }
    return zip(parts, parts.dropFirst()).contains { before, after in
      guard before.unicodeScalars.suffix(nearby).contains(where: isDigit),
        after.unicodeScalars.prefix(nearby).contains(where: isDigit)
      else { return false }
      let words = [
        before.split(whereSeparator: \.isWhitespace).last,
        after.split(whereSeparator: \.isWhitespace).first,
      ]
      return words.contains { (try? Period(parsing: $0.map(String.init) ?? "")) == nil }
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    TextFolding.fold(scalar).decimalDigit != nil
  }
}
