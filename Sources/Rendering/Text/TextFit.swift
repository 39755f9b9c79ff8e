/// Finds how a table stands in so many columns: whole with shorter cells, or in parts.
struct TextFit {
  private let columns: [TextColumn]
  private let widths: [Int]
  private let limit: Int

  /// The widths between which cells are broken.
  private static let cellWidths = 20...80

  init(_ columns: [TextColumn], limit: Int, width: DisplayWidth = DisplayWidth()) {
    self.columns = columns
    widths = columns.map { $0.width(width) }
    self.limit = limit
  }

  private func total(_ indices: some Collection<Int>, cellWidth: Int) -> Int {
    indices.reduce(-TextTable.gap.count) { $0 + min(widths[$1], cellWidth) + TextTable.gap.count }
  }

  /// Whether the table fits whole if its cells are broken at a width.
  func fits(cellWidth: Int) -> Bool { total(columns.indices, cellWidth: cellWidth) <= limit }

  /// The largest width of cells with which the table fits whole; `nil` if there is none.
  var wholeCellWidth: Int? { Self.cellWidths.reversed().first { fits(cellWidth: $0) } }

  /// The table in parts, each with the columns that name its rows; `nil` where a block a row reads better, because its
  /// texts are long or its names leave no room.
  var parts: (columns: [[TextColumn]], cellWidth: Int)? {
    let hasLongTexts = columns.indices.contains {
      columns[$0].role == .value && columns[$0].alignment == .leading
        && widths[$0] > Self.cellWidths.lowerBound
    }
    let keys = columns.indices.filter { columns[$0].role == .key }
    let marks = columns.indices.filter { columns[$0].role == .mark }
    let values = columns.indices.filter { columns[$0].role == .value }
    guard !hasLongTexts, !keys.isEmpty, !values.isEmpty else { return nil }
    // Names take a third of the width, for the figures are to stand side by side.
    let cellWidth =
      Self.cellWidths.reversed().first { total(keys, cellWidth: $0) <= limit / 3 }
      ?? Self.cellWidths.lowerBound
    let ends = keys + marks
    func fits(_ values: [Int]) -> Bool { total(ends + values, cellWidth: cellWidth) <= limit }
    guard values.allSatisfy({ fits([$0]) }) else { return nil }
    var parts: [[Int]] = []
    for group in groups(of: values) {
      if let last = parts.last, fits(last + group) {
        parts[parts.count - 1] += group
      } else if fits(group) {
        parts.append(group)
      } else {
        for value in group {
          if let last = parts.last, fits(last + [value]) {
            parts[parts.count - 1].append(value)
          } else {
            parts.append([value])
          }
        }
      }
    }
    return (
      parts.enumerated().map { index, values in
        (keys + values).map { column($0, isFirst: $0 == values.first) }
          // The marks stand behind the last part.
          + (index == parts.count - 1 ? marks.map { columns[$0] } : [])
      }, cellWidth
    )
  }

  /// The columns that share the first line of a heading, together.
  private func groups(of values: [Int]) -> [[Int]] {
    values.reduce(into: []) { groups, value in
      if columns[value].isContinued, !groups.isEmpty {
        groups[groups.count - 1].append(value)
      } else {
        groups.append([value])
      }
    }
  }

  /// A column; the first of a part has the line of its heading that it shares with columns before it.
  private func column(_ index: Int, isFirst: Bool) -> TextColumn {
    var column = columns[index]
    guard isFirst, column.isContinued,
      let head = columns[..<index].last(where: { $0.role == .value && !$0.isContinued })
    else { return column }
    column.label = String(head.sharedLabel + column.label.dropFirst(column.sharedLabel.count))
    return column
  }
}
