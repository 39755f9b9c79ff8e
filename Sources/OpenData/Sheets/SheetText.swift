import MunicipalModel

/// Gives the rows of a sheet to a reader of separated values: row 12 is line 12, column C the third cell.
///
/// A number that is displayed as such stands in full precision; days, shares and codes stand as they are
/// displayed. A formula is its stored result.
struct SheetText {
  private var parser = CSVParser()
  private var nextLine = 1
  /// How many cells a row has; those behind the last one that holds something are filled up.
  private let width: Int
  private var text: [UInt8] = []

  init(width: Int) { self.width = width }

  /// Gives a row to a reader.
  mutating func add(_ row: Workbook.Row, to rows: inout some RowAssembly) {
    text.removeAll(keepingCapacity: true)
    // Rows that hold nothing are blank lines, so that the lines keep the numbers of the rows.
    while nextLine < row.number {
      text.append(0x0A)
      nextLine += 1
    }
    var column = 1
    for cell in row.cells {
      while column < cell.column {
        text.append(0x2C)
        column += 1
      }
      append(Self.text(of: cell))
      if let issue = cell.issue { rows.diagnostics.add(issue, of: cell, line: row.number) }
    }
    while column < width {
      text.append(0x2C)
      column += 1
    }
    text.append(0x0A)
    nextLine += 1
    parser.parse(text) { rows.add(&$0) }
  }

  /// Ends the sheet.
  mutating func finish<Rows: RowAssembly>(
    _ rows: inout Rows
  ) throws(OpenDataError) -> Rows.File {
    parser.finish { rows.add(&$0) }
    do throws(OpenDataError) {
      return try rows.finish(decoder: TextDecoder(.utf8), parser: parser)
    } catch {
      throw error.with(rows.diagnostics.all)
    }
  }

  private mutating func append(_ cell: String) {
    let needsQuotes = cell.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else {
      text += cell.utf8
      return
    }
    text.append(0x22)
    for byte in cell.utf8 {
      // A line break within a cell would count as a line.
      text.append(byte == 0x0A || byte == 0x0D ? 0x20 : byte)
      if byte == 0x22 { text.append(byte) }
    }
    text.append(0x22)
  }

  /// The text that stands for a cell.
  static func text(of cell: Workbook.Cell) -> String {
    guard cell.isPlainNumber, let number = cell.number else { return cell.text }
    return Int(exactly: number).map(String.init) ?? "\(number)"
  }
}

extension DiagnosticList {
  /// Adds what a reader of a cell should know.
  fileprivate mutating func add(
    _ issue: Workbook.CellIssue, of cell: Workbook.Cell, line: Int
  ) {
    switch issue {
    case .formulaWithoutValue:
      add(
        .error, "formula-without-value", line: line, cell: cell.column,
        ja: "数式の計算結果が保存されていないため、値がありません（Excel で開いて保存し直してください）",
        en: "the result of the formula is not stored; open the workbook in Excel and save it again")
    case .missingText:
      add(
        .error, "unreadable-cell", line: line, cell: cell.column,
        ja: "ブックの文字列の一覧にない文字列です", en: "a text that is not among the shared ones of the workbook")
    case .unreadMarkup:
      add(
        .error, "unreadable-cell", line: line, cell: cell.column, printed: cell.text,
        ja: "セルの中に、読めないマークアップがあります", en: "markup in the cell is not read")
    case .struckText:
      add(
        .warning, "struck-text", line: line, cell: cell.column, printed: cell.text,
        ja: "取り消し線の付いた文字を読んでいません", en: "text that is struck through is not read")
    // A figure that is an error is no number, which its reader says; a number counts whatever its format.
    case .error, .unreadFormat: break
    }
  }
}
