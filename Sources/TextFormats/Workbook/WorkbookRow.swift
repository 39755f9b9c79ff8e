extension Workbook {
  /// A row of a sheet that holds something.
  package struct Row: Sendable {
    /// The number of the row, from 1.
    package internal(set) var number: Int
    /// Whether it is hidden.
    package internal(set) var isHidden: Bool
    /// The cells that hold something, from the left.
    package internal(set) var cells: [Cell]
  }

  /// A cell that holds something.
  package struct Cell: Hashable, Sendable {
    /// The column, from 1.
    package internal(set) var column: Int
    /// What is displayed.
    package internal(set) var text: String
    /// The stored number, where it holds one.
    package internal(set) var number: Double?
    /// Whether what is displayed is the stored number and nothing else, perhaps with fewer decimals.
    package internal(set) var isPlainNumber = false
    /// What a reader should know of it.
    package internal(set) var issue: CellIssue?
    /// Whether its text is broken into lines rather than shown over the cells beside it.
    var isWrapped = false
  }

  /// What a reader of a cell should know.
  package enum CellIssue: Hashable, Sendable {
    /// It holds the error of a formula, such as #DIV/0!.
    case error
    /// It holds a formula whose result is not stored.
    case formulaWithoutValue
    /// Its number format is not understood, or cannot show its number: the stored number is shown.
    case unreadFormat(String)
    /// Text in it is struck through, and left out.
    case struckText
    /// It refers to a shared text that is not there.
    case missingText
    /// Markup stands in it that no workbook has there, and that is not read.
    case unreadMarkup
  }
}

/// What stands on a sheet beside its cells.
package struct SheetFrame: Sendable {
  /// The merged cells.
  var merged: [CellRange] = []
  /// The columns that are hidden.
  var hiddenColumns: [ClosedRange<Int>] = []
  /// The widths of columns, in characters.
  var widths: [(columns: ClosedRange<Int>, width: Int)] = []
  /// The width of the other columns.
  var defaultWidth = 8

  /// The most merged cells.
  static let maximumMerged = 200_000

  /// No sheet.
  package init() {}

  /// The width of a column, in characters of half width.
  func width(ofColumn column: Int) -> Int {
    widths.first { $0.columns.contains(column) }?.width ?? defaultWidth
  }
}
