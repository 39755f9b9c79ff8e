package import MunicipalModel

/// A column of a report's table.
package struct ReportColumn: Hashable, Sendable {
  /// At which side of the column its texts stand.
  package enum Alignment: String, Hashable, Sendable {
    /// At the left, as names do.
    case leading
    /// At the right, as figures do.
    case trailing
  }

  /// What the column is for in a tidy file.
  package enum Role: String, Hashable, Sendable {
    /// It says what a row is about, such as the municipality or the year.
    case key
    /// It holds what is stated about the row.
    case value
  }

  /// A stable name in snake case, such as `natural_change_rate`.
  package private(set) var key: String
  /// The heading. It may hold line breaks.
  package let label: LocalizedText
  /// The side at which the texts stand.
  package let alignment: Alignment
  /// What the column is for.
  package let role: Role
  /// A stable name of the unit of its figures, such as `persons`; empty if a cell says it or none is.
  package private(set) var unit = ""
  /// Whether a terminal draws a bar beside each figure.
  package private(set) var isDrawn = false

  /// A column that says what a row is about.
  package static func key(_ key: String, _ label: LocalizedText) -> Self {
    Self(key: key, label: label, alignment: .leading, role: .key)
  }

  /// A column of figures.
  package static func number(_ key: String, _ label: LocalizedText, unit: String = "") -> Self {
    Self(key: key, label: label, alignment: .trailing, role: .value, unit: unit)
  }

  /// A column of words about the row.
  package static func text(_ key: String, _ label: LocalizedText) -> Self {
    Self(key: key, label: label, alignment: .leading, role: .value)
  }

  package func renamed(_ key: String) -> Self {
    var copy = self
    copy.key = key
    return copy
  }

  /// The column with a bar beside each figure, on a terminal.
  package var drawn: Self {
    var copy = self
    copy.isDrawn = true
    return copy
  }
}
