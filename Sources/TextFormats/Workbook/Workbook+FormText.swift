extension Workbook {
  /// Reads all sheets of a workbook: the name of each is a heading above its titles and tables.
  ///
  /// - Parameters:
  ///   - bytes: the bytes of the file.
  ///   - name: its name, for errors.
  /// - Throws: ``FormError`` if it cannot be read at all, or is larger than what is read.
  package static func read(_ bytes: [UInt8], name: String) throws(FormError) -> FormText {
    var workbook = try Workbook(bytes, name: name)
    var lines = SheetLines(file: name)
    for part in workbook.duplicateParts {
      lines.note(
        "duplicate-part", isWarning: true, isWhole: true, ja: "\(part)が2つあり、最初のものを読みます",
        en: "\(part) is there twice, and the first is read")
    }
    for sheet in workbook.sheets { try workbook.add(sheet, to: &lines) }
    return lines.text
  }

  private mutating func add(_ sheet: Sheet, to lines: inout SheetLines) throws(FormError) {
    guard sheet.part != nil else {
      lines.note(
        "unread-part", isWarning: false, isWhole: true,
        ja: "シート「\(sheet.name)」は表ではないため読んでいません",
        en: "the sheet '\(sheet.name)' has no cells, and is not read")
      return
    }
    var rows: [Row] = []
    let frame = try readRows(of: sheet) { row in rows.append(row) }
    let others = try kindsOfParts(of: sheet)
    guard !rows.isEmpty || others.contains("drawing") else { return }
    lines.addName(of: sheet)
    if sheet.isHidden {
      lines.note(
        "hidden-sheet", isWarning: true, ja: "シート「\(sheet.name)」は非表示ですが、読んでいます",
        en: "the sheet '\(sheet.name)' is hidden, and is read")
    }
    if others.contains("drawing") {
      lines.note(
        "unread-part", isWarning: false, ja: "シート「\(sheet.name)」の図、グラフ、図形の文字は読んでいません",
        en: "pictures, charts and shapes with their text on the sheet '\(sheet.name)' are not read")
    }
    if !others.isDisjoint(with: ["comments", "threadedComment"]) {
      lines.note(
        "unread-part", isWarning: false, ja: "シート「\(sheet.name)」のコメントやメモは読んでいません",
        en: "comments and notes on the sheet '\(sheet.name)' are not read")
    }
    let grid = try SheetGrid(rows, frame: frame, sheet: sheet.name, file: file)
    try lines.add(grid, rows: rows, of: sheet)
  }
}
