/// One table whose columns are aligned by spaces.
struct AlignedTable {
  /// A row, by the first of its lines.
  struct Row {
    let line: Int
    var cells: [String]
    /// Where each cell ends that stands in a line.
    var ends: [Int]
    /// Whether what stands below in the first column alone belongs to it.
    var isCentred = false
  }

  private let lines: [AlignedLine]
  private let width: Int
  /// The cells of each line that parts into all columns.
  private let full: [[AlignedLine.Cell]?]
  /// The line of the heading; `nil` of a table that goes on from the page before.
  private let heading: Int?
  private let firstRow: Int
  private let measure: AlignedLine.Measure
  /// Where each column begins and ends in the rows; empty if the columns are not apart.
  private let spans: [Range<Int>]

  /// The rows.
  private(set) var rows: [Row] = []
  /// The first line whose cells cannot be told.
  private(set) var unclear: Int?
  /// Whether the lines are a table at all.
  let isTable: Bool
  /// How many lines above the heading are none of the table.
  var skipped: Int { heading ?? 0 }

  /// - Parameter continues: whether a table of as many columns ends on the page before.
  init(_ lines: [AlignedLine], width: Int, continues: Bool) {
    let full = lines.map { $0.cells(count: width) }
    func hasFigures(_ index: Int) -> Bool {
      full[index]?.dropFirst().contains(where: \.isFigure) ?? false
    }
    let first = full.firstIndex { $0 != nil } ?? 0
    let headsYears = full[first].map { Self.headsYears($0, evenly: continues) } ?? false
    let isHeading = !hasFigures(first) || headsYears
    let rows = full.indices.filter { $0 >= first && hasFigures($0) && ($0 > first || !isHeading) }
    let cells = rows.compactMap { full[$0] }
    // A column of figures, that most of its rows have, tells a table from two columns of prose.
    let figures = (0..<width).dropFirst().map { column in cells.count { $0[column].isFigure } }
    let pairs = cells.count { $0.contains { TextFolding.key($0.text).contains(":") } }
    isTable =
      width > 1 && !cells.isEmpty && (isHeading || continues && first == 0)
      && (figures.max() ?? 0) * 2 > cells.count && pairs * 2 <= cells.count
    self.lines = lines
    self.width = width
    self.full = full
    heading = isHeading ? first : nil
    firstRow = rows.first ?? lines.count
    let measured = AlignedLine.Measure.allCases.lazy.map { ($0, Self.spans(of: cells, $0)) }
    var (measure, spans) = measured.first { !$0.1.isEmpty } ?? (.characters, [])
    // A name that goes on below is as long as its column is wide.
    for line in lines where line.count(.wide) == 1 && spans.count > 1 {
      let end = line.cells(.wide)[0].span(measure).upperBound
      if end <= spans[1].lowerBound {
        spans[0] = spans[0].lowerBound..<max(spans[0].upperBound, end)
      }
    }
    (self.measure, self.spans) = (measure, spans)
  }

  /// Whether bare years head columns: 年齢階級 | 2015 | 2016.
  ///
  /// - Parameter evenly: whether they must be as far from each other, so that 下川町 | 1998 | 2003 | 2010 on the
  ///   next page of a table is a row of it.
  private static func headsYears(_ cells: [AlignedLine.Cell], evenly: Bool) -> Bool {
    let years = cells.dropFirst()
    guard years.count > 1, years.allSatisfy(\.isBareYear) else { return false }
    let numbers = years.compactMap { Int(TextFolding.key($0.text)) }
    return !evenly || Set(zip(numbers, numbers.dropFirst()).map { $1 - $0 }).count == 1
  }

  /// Where each column begins and ends; empty if the columns are not apart.
  private static func spans(
    of rows: [[AlignedLine.Cell]], _ measure: AlignedLine.Measure
  ) -> [Range<Int>] {
    let spans = (rows.first ?? []).indices.map { column in
      let own = rows.map { $0[column].span(measure) }
      return (own.map(\.lowerBound).min() ?? 0)..<(own.map(\.upperBound).max() ?? 0)
    }
    return zip(spans, spans.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound } ? spans : []
  }

  /// Reads the rows; stops at a line that is unclear.
  mutating func read() {
    var waiting: (line: Int, text: String)?
    for index in (heading ?? 0)..<lines.count {
      if let cells = full[index] {
        guard waiting == nil else { return unclear = waiting?.line }
        rows.append(
          Row(
            line: index, cells: cells.map(\.text), ends: cells.map { $0.span(measure).upperBound }))
        continue
      }
      let isHeading = index < firstRow
      guard
        let placed = place(lines[index], spans) ?? (isHeading ? placeInHeading(lines[index]) : nil)
      else { return unclear = index }
      let columns = placed.map(\.column)
      if isHeading {
        // The rest of a heading; cells over several columns are not placed.
        join(placed, isHeading: true)
      } else if columns == [0] {
        if rows.last?.isCentred == true || rows.last.map({ isFilled($0, 0) }) == true {
          join(placed)
        } else if waiting == nil {
          waiting = (index, placed[0].cell.text)
        } else {
          return unclear = index
        }
      } else if columns == Array(columns[0]..<width), columns[0] > 0,
        columns[0] == 1 || waiting == nil && placed.contains(where: \.cell.isFigure)
      {
        // What merged cells hold stands in the row above alone.
        let blanks = Array(repeating: "", count: columns[0] - 1)
        var row = Row(
          line: index, cells: [waiting?.text ?? ""] + blanks,
          ends: Array(repeating: 0, count: columns[0]), isCentred: waiting != nil)
        row.cells += placed.map(\.cell.text)
        row.ends += placed.map { $0.cell.span(measure).upperBound }
        rows.append(row)
        waiting = nil
      } else if columns[0] == 0, waiting == nil {
        var row = Row(
          line: index, cells: Array(repeating: "", count: width),
          ends: Array(repeating: 0, count: width))
        for (column, cell) in placed {
          row.cells[column] = cell.text
          row.ends[column] = cell.span(measure).upperBound
        }
        rows.append(row)
      } else if waiting == nil, let last = rows.last,
        placed.allSatisfy({ !$0.cell.isFigure && isFilled(last, $0.column) })
      {
        join(placed)
      } else {
        return unclear = index
      }
    }
    if let waiting { unclear = waiting.line }
  }

  /// Whether a cell reaches to the end of its column, so that it may go on below.
  private func isFilled(_ row: Row, _ column: Int) -> Bool {
    let end = spans.isEmpty ? 0 : spans[column].upperBound
    return row.ends[column] > 0 && row.ends[column] >= end - 2 && !row.cells[column].isEmpty
  }

  private mutating func join(
    _ placed: [(column: Int, cell: AlignedLine.Cell)], isHeading: Bool = false
  ) {
    guard !rows.isEmpty else { return }
    for (column, cell) in placed {
      rows[rows.count - 1].cells[column] = Self.joined(
        rows[rows.count - 1].cells[column], cell.text, isHeading)
      rows[rows.count - 1].ends[column] = cell.span(measure).upperBound
    }
  }

  /// A text that was broken over two lines, in one: beside digits two spaces apart, which group no number.
  private static func joined(_ above: String, _ below: String, _ isHeading: Bool) -> String {
    guard let last = above.unicodeScalars.last.map(TextFolding.fold),
      let first = below.unicodeScalars.first.map(TextFolding.fold)
    else { return above + below }
    let digits = [last, first].count { $0.decimalDigit != nil }
    if digits == 2 || digits == 1 && !isHeading { return above + "  " + below }
    return above + (last.isASCII && first.isASCII && first.properties.isAlphabetic ? " " : "")
      + below
  }

  /// The columns that the cells of a line stand in by the heading, below which the rows may not stand.
  private func placeInHeading(
    _ line: AlignedLine
  ) -> [(column: Int, cell: AlignedLine.Cell)]? {
    guard let cells = heading.flatMap({ full[$0] }) else { return nil }
    return place(line, cells.map { $0.span(measure) })
  }

  /// The columns that the cells of a line stand in; `nil` if one does not stand in one alone.
  private func place(
    _ line: AlignedLine, _ spans: [Range<Int>]
  ) -> [(column: Int, cell: AlignedLine.Cell)]? {
    guard !spans.isEmpty else { return nil }
    for gap in [AlignedLine.Gap.wide, .figures, .narrow] {
      let cells = line.cells(gap)
      guard cells.count < width else { continue }
      let columns = cells.compactMap { Self.column(of: $0.span(measure), in: spans) }
      if columns.count == cells.count, zip(columns, columns.dropFirst()).allSatisfy({ $0 < $1 }) {
        return zip(columns, cells).map { ($0, $1) }
      }
    }
    return nil
  }

  /// The column that a cell stands in, between the middles of the gaps beside it.
  private static func column(of span: Range<Int>, in spans: [Range<Int>]) -> Int? {
    let found = spans.indices.filter { column in
      let start =
        column == 0 ? Int.min : (spans[column - 1].upperBound + spans[column].lowerBound) / 2
      let end =
        column + 1 == spans.count
        ? Int.max : (spans[column].upperBound + spans[column + 1].lowerBound + 1) / 2
      return span.lowerBound >= start && span.upperBound <= end
    }
    return found.count == 1 ? found[0] : nil
  }
}
