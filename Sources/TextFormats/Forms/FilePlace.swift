/// A place in a file as its reader sees it: a cell of a sheet, a cell of a Word file's table, a paragraph, a page.
public enum FilePlace: Hashable, Sendable {
  /// A cell of a workbook, such as `KPI!C12`; without a column it is the row.
  case sheet(String, row: Int, column: Int? = nil)
  /// A cell of a table of a Word file, a page of the web or a Markdown text; all numbers are from 1.
  case table(Int, row: Int, cell: Int? = nil)
  /// A paragraph outside of tables, from 1.
  case paragraph(Int)
  /// A line of a page, both from 1, in a text that has page breaks.
  case page(Int, line: Int)
}

extension FilePlace: CustomStringConvertible {
  /// The place in signs of no language: `KPI!C12`, `table2!R3C4`, `par.7`, `p.3:12`.
  public var description: String {
    switch self {
    case .sheet(let sheet, let row, let column?):
      "\(sheet)!\(Self.letters(ofColumn: column))\(row)"
    case .sheet(let sheet, let row, nil): "\(sheet)!\(row)"
    case .table(let table, let row, let cell?): "table\(table)!R\(row)C\(cell)"
    case .table(let table, let row, nil): "table\(table)!R\(row)"
    case .paragraph(let number): "par.\(number)"
    case .page(let page, let line): "p.\(page):\(line)"
    }
  }

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

  /// The place in words, such as `KPI!C12` or 表2 3行4列.
  public var label: LocalizedText {
    switch self {
    case .sheet(_, _, _?): LocalizedText(description)
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

extension FilePlace: Codable {
  private enum Key: String, CodingKey {
    case sheet, row, column, table, cell, paragraph, page, line
  }

  /// Writes an object such as `{ "sheet": "KPI", "row": 12, "column": 3 }`.
  public func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: Key.self)
    switch self {
    case .sheet(let sheet, let row, let column):
      try members.encode(sheet, forKey: .sheet)
      try members.encode(row, forKey: .row)
      try members.encodeIfPresent(column, forKey: .column)
    case .table(let table, let row, let cell):
      try members.encode(table, forKey: .table)
      try members.encode(row, forKey: .row)
      try members.encodeIfPresent(cell, forKey: .cell)
    case .paragraph(let number): try members.encode(number, forKey: .paragraph)
    case .page(let page, let line):
      try members.encode(page, forKey: .page)
      try members.encode(line, forKey: .line)
    }
  }

  /// Reads such an object.
  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Key.self)
    func number(_ key: Key) throws -> Int { try members.decode(Int.self, forKey: key) }
    if let sheet = try members.decodeIfPresent(String.self, forKey: .sheet) {
      self = .sheet(
        sheet, row: try number(.row), column: try members.decodeIfPresent(Int.self, forKey: .column)
      )
    } else if let table = try members.decodeIfPresent(Int.self, forKey: .table) {
      self = .table(
        table, row: try number(.row), cell: try members.decodeIfPresent(Int.self, forKey: .cell))
    } else if let paragraph = try members.decodeIfPresent(Int.self, forKey: .paragraph) {
      self = .paragraph(paragraph)
    } else {
      self = .page(try number(.page), line: try number(.line))
    }
  }
}
