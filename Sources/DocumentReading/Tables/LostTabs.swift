import MunicipalModel

/// A row of a table whose tabs became spaces or bars: a name, and figures behind it.
struct LostTabs {
  /// The figures as printed.
  let figures: [String]

  /// Takes a line apart; `nil` if it is no such row.
  ///
  /// - Parameters:
  ///   - columns: how many columns the table has.
  ///   - figures: how many of them hold figures.
  init?(_ text: String, columns: Int, figures: Int) {
    let key = TextFolding.key(text)
    guard !key.isEmpty, text.utf8.count <= 300, !key.hasPrefix("※"), !key.hasPrefix("(注"),
      !key.hasPrefix("注"), !key.contains(word: "。")
    else { return nil }
    for (parts, isPlain) in [
      (Self.parts(of: text, isPlain: false), false), (Self.parts(of: text, isPlain: true), true),
    ] {
      // A trailing cell of text, such as a grade, may stand behind the figures.
      let read = parts.map { PrintedFigure.reading($0) }
      guard parts.count > 1, parts.count <= columns + 1, read[0].isText
      else { continue }
      let found = parts.indices.dropFirst().filter { !read[$0].quantities.isEmpty }
      let isFigures = parts.indices.dropFirst().filter { !read[$0].isText }
      let least = isPlain ? 2 : min(2, max(1, figures))
      guard !found.isEmpty, isFigures.count >= least,
        isFigures.count * 2 > parts.count - 1 || !isPlain && found.count > 1
      else { continue }
      if isPlain, isFigures.count < parts.count - 1 { continue }
      self.figures = found.map { parts[$0] }
      return
    }
    return nil
  }

  /// The parts between bars or two spaces; between single spaces too if `isPlain`.
  private static func parts(of text: String, isPlain: Bool) -> [String] {
    var parts: [String] = [""]
    var spaces = 0
    for scalar in text.unicodeScalars {
      switch TextFolding.fold(scalar) {
      case " ":
        spaces += scalar == "\u{3000}" ? 2 : 1
        continue
      case "|", "│", "┃", "┆", "¦":
        parts.append("")
        spaces = 0
        continue
      default: break
      }
      if spaces > 1 || spaces == 1 && isPlain { parts.append("") }
      if spaces == 1, !isPlain { parts[parts.count - 1].unicodeScalars.append(" ") }
      spaces = 0
      parts[parts.count - 1].unicodeScalars.append(scalar)
    }
    return parts.filter { !$0.isEmpty }.map { TextFolding.trimmed($0) }.filter { !$0.isEmpty }
  }
}

extension DocumentSession {
  /// Tells a row whose tabs were lost, with the figures in it.
  mutating func noteLostTabs(_ row: LostTabs, at line: Int) {
    let figures = row.figures.joined(separator: "、")
    pass(line)
    note(
      .warning, "row-without-tabs", at: place(line),
      ja: "タブのない表の行のようです。値は読んでいません: \(figures)",
      en: "looks like a row of the table without its tabs; its figures are not read: \(figures)")
  }

  /// A citation of a whole line that the model does not need.
  func place(_ line: Int) -> Citation {
    document.citation(
      line: line, headings: headings, printed: TextFolding.trimmed(document.line(line)))
  }

  /// A citation of a cell that the model does not need.
  func place(_ line: Int, cell: Int) -> Citation {
    let row = printedCells(line)
    return document.citation(
      line: line, cell: cell, headings: headings,
      printed: row.indices.contains(cell - 1) ? row[cell - 1] : "")
  }
}
