/// Cells that commas, tabs or semicolons separate (CSV, TSV).
///
/// The place of a row is what a program of tables shows of the file: the row of a sheet that has the
/// file's name, where a line break within quotes begins no row and blank lines are rows. Blank rows part
/// tables; a row of which only the first cell is filled, above a table, is its title.
package enum DelimitedForm {
  /// Reads a file.
  ///
  /// - Throws: `FormError` if it is no text, or if there is nothing in it.
  package static func read(_ bytes: [UInt8], name: String) throws(FormError) -> FormText {
    let characters = try FormCharacters(bytes, name: name, isStrict: false)
    let separator = CellSeparator(of: characters.bytes)
    let sheet = FileName(name).stem
    var builder = FormTextBuilder()
    for notice in characters.notices { builder.add(notice) }
    var rows: [TableBlock.Row] = []
    var tables: [[TableBlock.Row]] = []
    var number = 0
    // A program of tables does not show the line that says the separator.
    var lineBehind = separator.lineLength > 0 ? 2 : 1
    func take(_ row: inout CSVRow) {
      number += 1 + max(0, row.line - lineBehind)
      let cells = row.texts.map { CellText.joined($0) }
      lineBehind = row.line + 1 + row.lineBreaks
      if cells.allSatisfy(\.isEmpty)
        || number > 1 && rows.last.map({ $0.number < number - 1 }) == true
      {
        tables.append(rows)
        rows = []
      }
      rows.append(TableBlock.Row(number: number, cells: cells))
    }
    var parser = CSVParser(separator: separator)
    parser.parse(Array(characters.bytes.dropFirst(separator.lineLength)), take)
    parser.finish(take)
    tables.append(rows)
    var lines: [Int: Int] = [:]
    for table in tables {
      try builder.add(
        TableBlock(table), name: name, place: { .sheet(sheet, row: $1) }, taken: { lines[$0] = $1 })
    }
    for issue in parser.issues { builder.add(notice(issue)) }
    guard !builder.text.lines.isEmpty else { throw FormError(code: .empty, file: name) }
    return builder.text
  }

  private static func notice(_ issue: CSVIssue) -> FormText.Notice {
    let place = LocalizedText(
      ja: "ファイルの\(issue.line)行目の\(issue.cell)番目のセル", en: "line \(issue.line), cell \(issue.cell)")
    return switch issue.kind {
    case .unclosedQuote:
      FormText.Notice(
        "unclosed-quote", isWarning: true, ja: "引用符が閉じていません（\(place.ja)）",
        en: "a quote is not closed (\(place.en))")
    case .textAfterQuote:
      FormText.Notice(
        "text-after-quote", isWarning: true, ja: "閉じた引用符のあとに文字があります（\(place.ja)）",
        en: "text behind a closing quote (\(place.en))")
    }
  }
}
