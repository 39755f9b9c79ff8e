import MunicipalModel

extension TableHeading {
  /// Whether a line only completes the heading above it, as years below 実績値 do.
  ///
  /// - Parameters:
  ///   - upper: the texts of the heading so far, column by column.
  ///   - isFirst: whether only one line has been read.
  ///   - isTold: whether the layout says that there is such a line.
  static func completes(
    _ upper: [String], at line: Int, in session: DocumentSession, rules: [ColumnRule],
    isFirst: Bool, isTold: Bool
  ) -> Bool {
    guard session.isTableRow(line) else { return false }
    let cells = session.cells(line)
    let columns = named(upper.map { session.column($0, rules: rules) })
    let isWhole = isComplete(columns)
    if isTold, !isWhole {
      let isRow = cells.contains { isFigure($0) } || upper.contains { isFigure($0) }
      return !isRow && isComplete(self.columns(upper, cells, in: session, rules: rules))
    }
    guard isWhole || isFirst && isUpperLine(columns) else { return false }
    let filled = cells.indices.filter { !cells[$0].isEmpty }
    let spanning = PopulationTable.carriedRight(upper)
    var says = false
    for index in filled {
      let column = session.column(cells[index], rules: rules)
      let above = index < upper.count ? columns[index] : nil
      guard isHeadingWord(cells[index], column, below: spanning, at: index) else {
        let group = index < spanning.count ? session.column(spanning[index], rules: rules) : nil
        guard let group, above?.role != .indicator, isPartOfGroup(cells[index], column, group)
        else { return false }
        says = says || isTotal(cells[index]) || SupersededColumns.isWord(cells[index])
        continue
      }
      // A name below the indicator is that of a row, unless it is another word for an indicator.
      if above?.role == .indicator, column.role != .indicator, !isNote(cells[index]) {
        return false
      }
      says =
        says || column.figureRole != nil || column.period != nil || isPart(cells[index])
        || isUnit(cells[index]) || EralessYears.isYear(cells[index])
        || SupersededColumns.isWord(cells[index])
    }
    return says && (isWhole || isComplete(self.columns(upper, cells, in: session, rules: rules)))
  }

  /// Whether a line can be the upper one of a heading: more than a title, and words of headings alone.
  private static func isUpperLine(_ columns: [TableColumn]) -> Bool {
    let filled = columns.indices.filter { !columns[$0].heading.isEmpty }
    guard let first = filled.first, filled.count > 1 || first > 0 else { return false }
    return filled.allSatisfy {
      columns[$0].role != .unknown || columns[$0].isPeriodAlone || columns[$0].trait == .text
    }
  }

  /// Whether a cell is a word of a heading rather than a figure or a name.
  private static func isHeadingWord(
    _ text: String, _ column: TableColumn, below spanning: [String], at index: Int
  ) -> Bool {
    if isNote(text) || column.isPeriodAlone || isUnit(text) || EralessYears.isYear(text) {
      return true
    }
    if isPart(text) { return index < spanning.count && !spanning[index].isEmpty }
    if column.role == .unknown { return column.trait == .text }
    return PrintedFigure.quantities(in: text).isEmpty
  }

  /// Whether a cell that is no usual word of a heading parts the figures of the group above: 上期, R5平均 and
  /// 累計 below 実績値, 21-20 below 増減.
  private static func isPartOfGroup(
    _ text: String, _ column: TableColumn, _ group: TableColumn
  ) -> Bool {
    guard text.utf8.count <= 36 else { return false }
    if group.role == .derived { return true }
    return group.figureRole != nil
      && (column.period != nil || PrintedFigure.quantities(in: text).isEmpty)
  }

  private static func isFigure(_ text: String) -> Bool {
    !PrintedFigure.quantities(in: text).isEmpty
      && !TableColumn(heading: text, rules: []).isPeriodAlone
  }

  /// 値, 年度: a part of the heading above.
  private static func isPart(_ text: String) -> Bool {
    ["値", "数値", "年度", "年", "年次", "時点", "時期"].contains(TextFolding.key(text)) || isPlan(text)
  }

  /// 予定 beside 実績: the planned figure.
  private static func isPlan(_ text: String) -> Bool {
    ["予定", "計画"].contains(TextFolding.key(text))
  }

  /// 件, in a line of units below the years.
  private static func isUnit(_ text: String) -> Bool {
    MeasureUnit.isCommon(text) && PrintedFigure.reading(text).isText
  }

  /// (測定年度): a remark on the heading above, no figure.
  private static func isNote(_ text: String) -> Bool {
    let key = TextFolding.key(text)
    guard let first = key.first, let last = key.last, "([【".contains(first), ")]】".contains(last)
    else { return false }
    return PrintedFigure.quantities(in: text).isEmpty
      || TableColumn(heading: text, rules: []).period != nil
  }

  /// The heading of a column that parts a group of figures: what adds up a year (年度計) is that year's, a
  /// running total (累計) of a year or of targets is one; nothing else, such as 上期, is the group's figure.
  private static func ofPart(
    _ text: String, _ column: TableColumn, in group: TableColumn, above: String
  ) -> String? {
    guard group.figureRole != nil, column.period == nil, !isPart(text), !isUnit(text),
      !EralessYears.isYear(text)
    else { return nil }
    if sums.contains(TextFolding.key(text)) { return group.period == nil ? text : above }
    guard isTotal(text), group.period != nil || group.figureRole == .target else { return text }
    return above + text
  }

  private static let sums: Set<String> = ["計", "年度計", "年計", "合計", "通年", "通期"]

  /// 累計 beside 単年, and what adds up a year.
  private static func isTotal(_ text: String) -> Bool {
    let key = TextFolding.key(text)
    return sums.contains(key) || ["累計", "累積", "単年", "単年度"].contains(key)
  }

  /// 年度 beside 値 below one heading.
  private static func isTime(_ text: String) -> Bool {
    ["年度", "年", "年次", "時点", "時期"].contains(TextFolding.key(text))
  }

  /// Whether the heading above a column spans another one that is named too.
  private static func hasNeighbour(
    of index: Int, in lower: [String], below upper: [String]
  ) -> Bool {
    let start = (0...index).last { upper.indices.contains($0) && !upper[$0].isEmpty } ?? 0
    let end = (start + 1..<max(start + 1, lower.count)).first {
      upper.indices.contains($0) && !upper[$0].isEmpty
    }
    return (start..<(end ?? lower.count)).contains {
      $0 != index && lower.indices.contains($0) && !lower[$0].isEmpty
    }
  }

  private static func columns(
    _ upper: [String], _ lower: [String], in session: DocumentSession, rules: [ColumnRule]
  ) -> [TableColumn] {
    named(
      combined(upper, lower, in: session, rules: rules).map { session.column($0, rules: rules) })
  }

  /// The texts of two lines that make one heading: 実績値 and R4 below it, or beside that, are 実績値R4;
  /// below a group such as KPI the lower line alone names the column.
  static func combined(
    _ upper: [String], _ lower: [String], in session: DocumentSession, rules: [ColumnRule]
  ) -> [String] {
    let spanning = PopulationTable.carriedRight(upper)
    return (0..<max(upper.count, lower.count)).map { index in
      let own = index < upper.count ? upper[index] : ""
      guard index < lower.count, !lower[index].isEmpty else { return own }
      let text = lower[index]
      if isNote(text), !own.isEmpty { return own + text }
      if isUnit(text), !own.isEmpty { return "\(own)(\(text))" }
      let above = index < spanning.count ? spanning[index] : spanning.last ?? ""
      let column = session.column(text, rules: rules)
      let group = session.column(above, rules: rules)
      if SupersededColumns.isWord(text), group.figureRole != nil { return text + above }
      let isOwnName = (column.role != .unknown || column.trait == .text) && !column.isPeriodAlone
      if isOwnName {
        // 目標 below R3 is that of the year; 目標 below 実績 is only beside it.
        return column.period == nil && group.period != nil && group.role != .indicator
          ? above + text : text
      }
      if let own = ofPart(text, column, in: group, above: above) { return own }
      if isTime(text), group.figureRole?.isMeasured == true, group.period == nil,
        hasNeighbour(of: index, in: lower, below: upper)
      {
        return switch group.figureRole {
        case .baseline: "基準年度"
        case .target: "目標年度"
        default: "測定年度"
        }
      }
      switch group.role {
      case _ where isPlan(text): return above + text + "値"
      case .figure, .figurePeriod, .derived: return above + text
      default: return isPart(text) || group.isPeriodAlone ? above + text : text
      }
    }
  }
}
