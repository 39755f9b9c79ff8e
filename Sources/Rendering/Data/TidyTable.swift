internal import TextFormats

/// A tidy table: one kind of thing, one row each, columns with a name, a type and a description.
public struct TidyTable: Hashable, Sendable {
  /// A column of a tidy table.
  public struct Column: Hashable, Sendable {
    /// What the cells hold, in the terms of the Frictionless Table Schema.
    public enum Kind: String, Hashable, Sendable {
      /// Any text.
      case string
      /// A whole number.
      case integer
      /// A plain decimal.
      case number
    }

    /// The name in snake case.
    public let name: String
    /// What the cells hold.
    public let kind: Kind
    /// What the column says, in one sentence.
    public let description: String
    /// Whether every row has a value.
    public let isRequired: Bool
    /// The values that may stand in the column, if they are few.
    public let choices: [String]

    /// Makes a column.
    package init(
      _ name: String, _ kind: Kind = .string, _ description: String, required: Bool = false,
      choices: [String] = []
    ) {
      self.name = name
      self.kind = kind
      self.description = description
      isRequired = required
      self.choices = choices
    }
  }

  /// The name of the table and of its file, such as `observations`.
  public let name: String
  /// What a row is, in one sentence.
  public let description: String
  /// The columns.
  public let columns: [Column]
  /// The columns that together name a row.
  public let key: [String]
  /// The cells, row by row; an empty text is no value.
  public let rows: [[String]]

  /// Makes a table; cells that are missing at the end of a row are empty.
  package init(
    name: String, description: String, columns: [Column], key: [String], rows: [[String]] = []
  ) {
    self.name = name
    self.description = description
    self.columns = columns
    self.key = key
    self.rows = rows.map { cells in
      Array(cells.prefix(columns.count))
        + Array(repeating: "", count: max(0, columns.count - cells.count))
    }
  }
}

extension TidyTable {
  /// The table as CSV: a row of names, then the rows (RFC 4180, UTF-8, line feeds).
  public var csv: String {
    var writer = CSVWriter()
    writer.row(columns.map(\.name))
    for row in rows { writer.row(row.map { $0.isEmpty ? nil : $0 }) }
    return writer.text
  }
}
