import MunicipalModel

/// A column of a table as a terminal shows it.
struct TextColumn {
  /// What the column is for.
  enum Role {
    /// It names the row.
    case key
    /// It says something of the row.
    case value
    /// It has the mark of the row's sources.
    case mark
  }

  let role: Role
  var label: String
  let alignment: ReportColumn.Alignment
  /// The text of each row; empty of headings.
  let cells: [String]
  /// The ink of each row; `nil` where there are none.
  let inks: [TextInk?]?

  /// The columns of each side of a bar.
  private static let side = 6

  /// The bars of a column's figures, all as wide; `nil` if fewer than two rows have a figure.
  static func bars(_ cells: [ReportCell?]) -> [String]? {
    let values = cells.map { cell -> Double? in
      switch cell?.value {
      case .integer(let number)?: Double(number)
      case .decimal(let number)?: number.doubleValue
      case .text?, .none(reason: _)?, nil: nil
      }
    }
    guard values.count(where: { $0 != nil }) > 1 else { return nil }
    let bars = DivergingBar(values, side: side, isNarrow: true)
    let empty = String(repeating: " ", count: bars.text(nil).count)
    return values.map { $0.map { bars.text($0) } ?? empty }
  }

  /// The columns that it takes if nothing is broken.
  func width(_ width: DisplayWidth) -> Int {
    ([label] + cells).reduce(0) { widest, text in
      text.split(whereSeparator: \.isNewline).reduce(widest) {
        max($0, width.columns(of: String($1)))
      }
    }
  }

  /// The heading's first line, which the columns behind it share where their own is empty.
  var sharedLabel: Substring { label.prefix { !$0.isNewline } }
  /// Whether the column belongs to the one before it.
  var isContinued: Bool { role == .value && sharedLabel.allSatisfy(\.isWhitespace) }
}
