/// A place in a file as its reader sees it: a cell of a sheet, a cell of a Word file's table, a paragraph, a page.
public enum FilePlace: Hashable, Sendable, Codable {
  /// A cell of a workbook, such as `KPI!C12`; without a column it is the row.
  case sheet(String, row: Int, column: Int? = nil)
  /// A cell of a table of a Word file, a page of the web or a Markdown text; all numbers are from 1.
  case table(Int, row: Int, cell: Int? = nil)
  /// A paragraph outside of tables, from 1.
  case paragraph(Int)
  /// A line of a page, both from 1, in a text that has page breaks.
  case page(Int, line: Int)
}

extension FilePlace {
  /// The letters of a column of a sheet, from 1: `A`, `Z`, `AA`.
  package static func letters(ofColumn column: Int) -> String {
    var rest = column
    var letters: [Character] = []
    while rest > 0 {
      rest -= 1
      letters.append(Character(Unicode.Scalar(UInt8(65 + rest % 26))))
      rest /= 26
    }
    return String(letters.reversed())
  }

  /// The place in words, such as `KPI!C12` or 表2 3行 4列.
  public var label: LocalizedText {
    switch self {
    case .sheet(let sheet, let row, let column?):
      LocalizedText("\(sheet)!\(Self.letters(ofColumn: column))\(row)")
    case .sheet(let sheet, let row, nil):
      LocalizedText(ja: "\(sheet)!\(row)行", en: "\(sheet)!row \(row)")
    case .table(let table, let row, let cell?):
      LocalizedText(
        ja: "表\(table) \(row)行\(cell)列", en: "table \(table), row \(row), cell \(cell)")
    case .table(let table, let row, nil):
      LocalizedText(ja: "表\(table) \(row)行", en: "table \(table), row \(row)")
    case .paragraph(let number):
      LocalizedText(ja: "\(number)段落", en: "paragraph \(number)")
    case .page(let page, let line):
      LocalizedText(ja: "\(page)ページ\(line)行", en: "page \(page), line \(line)")
    }
  }
}
