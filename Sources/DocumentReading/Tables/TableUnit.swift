import MunicipalModel

/// The unit of all figures of a table of indicators, which its title, the line above it or a heading states:
/// （単位：千人）.
struct TableUnit {
  /// The units that are stated.
  private let units: [String]
  private let line: Int
  /// The cell of the statement; `nil` of a line without cells.
  private let cell: Int?

  /// Finds the statement at a table; `nil` if there is none.
  init?(of heading: TableHeading, in session: DocumentSession) {
    let above = session.filledLines(above: heading.first, count: 2)
    for line in heading.lines.reversed() + above {
      let isAbove = !heading.lines.contains(line)
      let cells = session.isTableRow(line) ? session.cells(line) : [session.text(line)]
      if let cell = cells.firstIndex(where: {
        $0.contains(word: "単位") && TextFolding.key($0) != "単位"
      }) {
        let units = PopulationUnits.units(in: cells[cell])
        guard !units.isEmpty else { continue }
        self.units = units
        self.line = line
        self.cell = session.isTableRow(line) ? cell + 1 : nil
        return
      }
      if isAbove, session.isTableRow(line), !session.isLone(line) { return nil }
    }
    return nil
  }

  /// Gives the unit to the rows that have none of their own, unless their figures cannot be in it.
  func give(to rows: inout [IndicatorRow], in session: inout DocumentSession) {
    var isUsed = false
    for (index, row) in rows.enumerated() {
      guard hasNoUnit(row) else { continue }
      let figures = row.figures.filter { $0.column.figureRole?.isMeasured == true }.map {
        PrintedFigure($0.cell.text, grouping: .spaces).reading
      }
      let quantities = figures.flatMap(\.quantities)
      guard !quantities.isEmpty else { continue }
      let printed = Set(quantities.map(\.unit)).subtracting([""])
      guard let unit = units.first, units.count == 1, printed.isEmpty, fits(quantities, unit),
        !Self.isRate(row.indicator.text) || !Self.counts(unit),
        !unit.hasSuffix("円") || !Self.isOfPeople(row.indicator.text)
      else {
        report(row, printed: printed, in: &session)
        continue
      }
      rows[index].unit = TableCell(text: unit, line: line, cell: cell ?? 1)
      isUsed = true
    }
    guard isUsed, let unit = units.first else { return }
    session.note(
      .info, "unit-of-table", at: cell.map { session.cite(line, cell: $0) } ?? session.cite(line),
      ja: "単位のない値を「\(unit)」の値として読みました", en: "figures without a unit are read in \(unit)")
  }

  private func hasNoUnit(_ row: IndicatorRow) -> Bool {
    let own = row.unit.map { FigureMarks.reason(for: TextFolding.key($0.text)) == nil } ?? false
    return !own && IndicatorName(row.indicator.text).unit.isEmpty
      && row.figures.allSatisfy { IndicatorName($0.column.heading).unit.isEmpty }
  }

  /// Half persons are none.
  private func fits(_ quantities: [Quantity], _ unit: String) -> Bool {
    !MeasureUnit.countsWhole(unit)
      || quantities.allSatisfy { !$0.value.description.contains(".") }
  }

  /// Whether a name says that the figures are shares: 健診受診率, 女性の割合（管理職）.
  private static func isRate(_ name: String) -> Bool {
    let key = TableColumn.name(TextFolding.key(IndicatorName(name).name))
    return ["率", "割合", "比", "満足度"].contains(where: key.hasSuffix)
  }

  /// Whether a name says that the figures count people: 新規就農者数.
  private static func isOfPeople(_ name: String) -> Bool {
    let key = TableColumn.name(TextFolding.key(IndicatorName(name).name))
    return ["者数", "人数", "人口", "件数", "者"].contains(where: key.hasSuffix)
  }

  /// Whether a unit is one of numbers and amounts, as 人 and 千円 are, in which no share is; but not 人口千対.
  private static func counts(_ unit: String) -> Bool {
    MeasureUnit.isUnit(unit) && MeasureUnit.canBeAddedUp(unit) && !unit.hasSuffix("対")
  }

  private func report(
    _ row: IndicatorRow, printed: Set<String>, in session: inout DocumentSession
  ) {
    // Figures that print the unit themselves, or one of several, need no word.
    guard printed.isEmpty || !printed.isSubset(of: units) else { return }
    let stated = units.joined(separator: "、")
    let citation = session.cite(row.indicator)
    if let unit = printed.sorted().first {
      session.note(
        .info, "unit-differs", at: citation,
        ja: "表の単位は「\(stated)」ですが、この行の値は「\(unit)」と書かれているため、そう読みました",
        en: "the table counts in \(stated), but this row prints \(unit), in which it is read")
    } else {
      session.note(
        .warning, "unit-open", at: citation,
        ja: "表の単位「\(stated)」がこの行の値の単位かどうか分からないため、単位なしで読みました",
        en:
          "whether this row counts in the table's \(stated) is not known; it is read without a unit"
      )
    }
  }
}
