/// Finds the tables of a text whose columns are aligned by spaces, and gives their rows tabs.
struct AlignedTables {
  private let source: [FormText.Line]
  private let parts: [AlignedLine]
  /// The lines, with tabs in rows of tables.
  private(set) var lines: [FormText.Line] = []
  /// Where columns could not be told.
  private(set) var notices: [FormText.Notice] = []
  /// Whether a table was found.
  private(set) var hasTables = false
  /// How many columns the last table has that ends its page; 0 if none does.
  private var openWidth = 0

  init(_ source: [FormText.Line]) {
    self.source = source
    parts = source.map { AlignedLine($0.text) }
  }

  /// Reads all lines.
  mutating func read() {
    var index = 0
    while index < source.count {
      let end = parts[index].mayBeRow ? self.end(ofTableAt: index) : index
      guard end > index else {
        if !parts[index].words.isEmpty, !isAtPageStart(index) { openWidth = 0 }
        lines.append(source[index])
        index += 1
        continue
      }
      read(index..<end)
      index = end
    }
  }

  private func isAtPageStart(_ index: Int) -> Bool {
    if case .page(_, let line) = source[index].place { line <= 3 } else { false }
  }

  private func page(_ index: Int) -> Int? {
    if case .page(let page, _) = source[index].place { page } else { nil }
  }

  /// The line behind those that may be rows of one table: a blank line, prose and a page break end it.
  private func end(ofTableAt start: Int) -> Int {
    var end = start
    var next = start
    var above: [AlignedLine.Cell] = []
    while next < source.count, page(next) == page(start), !parts[next].words.isEmpty {
      if parts[next].mayBeRow {
        // The same heading again begins another table.
        if next > end, parts[next].words.map(\.text) == parts[start].words.map(\.text) { break }
        above = parts[next].cells(parts[next].count(.wide) > 1 ? .wide : .figures)
        end = next + 1
      } else if next - end > 1 || !Self.mayGoOn(parts[next].cells(.wide)[0], below: above) {
        break
      }
      next += 1
    }
    // The rest of a name may stand below the last row.
    return next == end + 1 && next < source.count && parts[next].words.isEmpty ? next : end
  }

  /// Whether a cell that stands alone may belong to the cells above it: it is a part of a name and ends
  /// left of the second column, or it stands right of the first.
  private static func mayGoOn(_ cell: AlignedLine.Cell, below above: [AlignedLine.Cell]) -> Bool {
    guard above.count > 1, !cell.text.contains("単位"), !cell.text.contains("。") else { return false }
    return AlignedLine.Measure.allCases.contains {
      cell.span($0).upperBound <= above[1].span($0).lowerBound
        || cell.span($0).lowerBound > above[0].span($0).upperBound
    }
  }

  private mutating func read(_ range: Range<Int>) {
    let lines = range.map { parts[$0] }
    let width = Self.width(of: lines) ?? 1
    var table = AlignedTable(lines, width: width, continues: openWidth == width)
    guard table.isTable else {
      let row = lines.firstIndex { Self.hasFigures($0) }
      let index = row.map { self.lines.count + $0 }
      copy(range)
      if let index { tell(index) }
      return
    }
    table.read()
    if let unclear = table.unclear {
      let index = self.lines.count + unclear
      copy(range)
      tell(index)
      return
    }
    hasTables = true
    openWidth = width
    for index in range.prefix(table.skipped) { self.lines.append(source[index]) }
    if table.skipped > 0, lines[table.skipped - 1].count(.wide) > 1 { tell(self.lines.count - 1) }
    part()
    for row in table.rows {
      self.lines.append(
        FormText.Line(
          row.cells.joined(separator: "\t"), place: source[range.lowerBound + row.line].place))
    }
    if range.upperBound < source.count, !parts[range.upperBound].words.isEmpty { part() }
  }

  private mutating func copy(_ range: Range<Int>) {
    openWidth = 0
    for index in range { lines.append(source[index]) }
  }

  private mutating func part() {
    if let last = lines.last, !TextFolding.isBlank(last.text) { lines.append(FormText.Line("")) }
  }

  private mutating func tell(_ line: Int) {
    notices.append(
      FormText.Notice(
        "aligned-columns-unclear", isWarning: true, line: line,
        ja: "空白でそろえた列の区切りが決まらず、表として読んでいません。列の間をタブにするか、PDF からは Examples/pdf-to-text で作り直してください",
        en: """
          the columns that spaces align cannot be told apart, so this is not read as a table; put \
          tabs between them, or take the text out of a PDF by Examples/pdf-to-text
          """))
  }

  /// Whether a line has figures in columns of their own.
  private static func hasFigures(_ line: AlignedLine) -> Bool {
    line.count(.wide) > 2 && line.cells(.wide).dropFirst().count(where: \.isFigure) > 1
  }

  /// The number of cells that most of the lines part into; `nil` if no two do.
  private static func width(of lines: [AlignedLine]) -> Int? {
    var candidates: Set<Int> = []
    for line in lines {
      for gap in [AlignedLine.Gap.wide, .figures, .narrow] { candidates.insert(line.count(gap)) }
    }
    var best: (fits: Int, wide: Int, width: Int)?
    for width in candidates.filter({ (2...64).contains($0) }) {
      let fits = lines.count { $0.cells(count: width) != nil }
      let wide = lines.count { $0.count(.wide) == width }
      guard fits > 1 else { continue }
      if best.map({ (fits, wide, width) > ($0.fits, $0.wide, $0.width) }) ?? true {
        best = (fits, wide, width)
      }
    }
    return best?.width
  }
}
