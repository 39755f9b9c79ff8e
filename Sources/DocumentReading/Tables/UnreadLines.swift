import MunicipalModel

extension DocumentSession {
  /// Signs that lead from one figure to the next.
  static let arrows = Set("→⇒➡➔⟶⇨".unicodeScalars)
  /// How far a figure may stand from the arrow, so that 「基準値 12人 → 目標値 20人」 is one.
  private static let nearby = 12

  /// Notes lines outside tables that state figures of an indicator and that no part of the model was
  /// made from: an arrow leads from one figure, or a mark in place of one, to another
  /// (新規就農者数 12人(R1) → 20人(R6)), or words such as 現状 and 目標 stand before them.
  ///
  /// An arrow between two periods is none between figures.
  mutating func reportUnreadLines() {
    let told = Set(diagnostics.compactMap(\.citation).filter { $0.cell == nil }.map(\.line))
    for line in 1...document.lineCount
    where !isTableRow(line) && !isKept(line) && !told.contains(line) && passed[line] == nil {
      let text = text(line)
      guard Self.statesFigures(text) else { continue }
      note(
        .warning, "unread-line", at: place(line),
        ja: "文中の値は読んでいません: \(text)。表か CSV にすれば読めます",
        en: "figures in a line are not read; a table or a CSV can hold them: \(text)")
    }
  }

  /// Whether a text states figures of an indicator, as 新規就農者数：12人 → 20人 does.
  static func statesFigures(_ text: String) -> Bool {
    hasArrowBetweenFigures(text) || hasLabelledFigures(text)
  }

  private static func hasArrowBetweenFigures(_ text: String) -> Bool {
    guard text.unicodeScalars.contains(where: arrows.contains) else { return false }
    let parts = text.unicodeScalars.split(
      omittingEmptySubsequences: false, whereSeparator: arrows.contains
    ).map { TextFolding.trimmed(String($0)) }
    return zip(parts, parts.dropFirst()).contains { before, after in
      guard after.unicodeScalars.prefix(nearby).contains(where: isDigit) else { return false }
      guard before.unicodeScalars.suffix(nearby).contains(where: isDigit) else {
        return endsInMark(before)
      }
      let words = [
        before.split(whereSeparator: \.isWhitespace).last,
        after.split(whereSeparator: \.isWhitespace).first,
      ]
      return words.contains { (try? Period(parsing: $0.map(String.init) ?? "")) == nil }
    }
  }

  /// 新規雇用者数：― has a mark where a figure might stand, behind a name.
  private static func endsInMark(_ text: String) -> Bool {
    let parts = text.split { $0 == ":" || $0 == "：" || $0.isWhitespace }
    guard parts.count > 1, let last = parts.last else { return false }
    let key = TextFolding.key(last)
    return key == "なし" || FigureMarks.reason(for: key).map { $0 != .blank } ?? false
  }

  // MARK: Words before figures

  private static let labels = [
    "基準値", "初期値", "当初値", "従前値", "策定時", "現状値", "現況値", "現在値", "中間目標値", "中間目標", "中間値",
    "実績値", "最新値", "直近値", "最終目標値", "目標値", "めざす値", "目指す値", "基準", "現状", "現況", "実績", "目標",
  ]

  /// Whether two such words stand before figures, or one that ends in 値 with a colon.
  private static func hasLabelledFigures(_ text: String) -> Bool {
    guard text.utf8.count <= 600, text.unicodeScalars.contains(where: isDigit) else { return false }
    var scanner = TextScanner(text)
    var found: Set<String> = []
    while !scanner.isAtEnd {
      let start = scanner.position
      guard let label = scanner.skip(anyOf: labels) else {
        scanner.position += 1
        continue
      }
      if let isColon = scanFigure(&scanner) {
        found.insert(label)
        if found.count > 1 || isColon && label.hasSuffix("値") { return true }
      } else {
        scanner.position = max(scanner.position, start + 1)
      }
    }
    return false
  }

  /// Reads what may stand between a word and its figure, and whether there is a colon.
  private static func scanFigure(_ scanner: inout TextScanner) -> Bool? {
    // （目標）7億4,822万円
    _ = scanner.skip(")")
    scanner.skipSpaces()
    _ = scanner.skip("※")
    if scanner.skip("(") {
      _ = scanner.read { $0 != ")" && $0 != ":" && $0 != ";" }
      _ = scanner.skip(")")
    }
    scanner.skipSpaces()
    let isColon = scanner.skip(anyOf: [":", ";"]) != nil
    scanner.skipSpaces()
    _ = scanner.skip(anyOf: ["累計", "約", "年間", "延べ", "△", "▲", "-"])
    guard scanner.current?.decimalDigit != nil else { return nil }
    // 目標2024年 and 基準値：2018年実施 are times.
    let start = scanner.position
    if (try? Period.scan(&scanner)) ?? nil != nil {
      let isBare = scanner.scalars[start..<scanner.position].allSatisfy { $0.decimalDigit != nil }
      let isAtEnd = scanner.current.map { " 、,)".unicodeScalars.contains($0) } ?? true
      if !isBare || isAtEnd { return nil }
    }
    scanner.position = start
    return isColon
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    TextFolding.fold(scalar).decimalDigit != nil
  }
}
