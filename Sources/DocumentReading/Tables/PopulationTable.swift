package import MunicipalModel

/// Reads tables of population figures: years down or years across, in any order.
package struct PopulationTable: Sendable {
  /// What the headings mean.
  package let rules: [PopulationItemRule]
  /// Whom the figures are about.
  package let area: Area
  /// What a year is that says neither 年 nor 年度.
  package let bareYear: Period.YearKind
  /// In what the figures count, such as 千人, where the layout says so.
  let unit: String?
  /// The first year whose figures are projected, where the layout says so.
  let projectedFrom: Int?

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - unit: what counts are printed in, such as 千人; where it is `nil`, what the table says.
  ///   - projectedFrom: the first year whose figures are projected; where it is `nil`, what the headings
  ///     and the notes at the table say.
  package init(
    rules: [PopulationItemRule], area: Area, bareYear: Period.YearKind = .calendar,
    unit: String? = nil, projectedFrom: Int? = nil
  ) {
    self.rules = rules
    self.area = area
    self.bareYear = bareYear
    self.unit = unit
    self.projectedFrom = projectedFrom
  }

  /// The item of a heading below a group, if a rule knows it.
  package func item(label: String, group: String) -> PopulationItem? {
    rule(label: label, group: group)?.item
  }

  /// The rule of which a heading is the very name, with or without its last bracket, or else the first
  /// one that fits: 自然増減（出生－死亡） is 自然増減 and not 出生.
  func rule(label: String, group: String) -> PopulationItemRule? {
    let label = TextFolding.key(label)
    let group = TextFolding.key(group)
    let fitting = rules.filter { $0.fits(label: label, group: group) }
    let name = PopulationItemRule.name(label)
    return fitting.first { $0.label == label } ?? fitting.first { $0.label == name }
      ?? fitting.first
  }

  /// The rule of a row or column that is read, or `nil` after telling why it is not.
  ///
  /// A part such as うち外国人人口 is no figure of the whole, unless a rule names it as a part.
  func rule(
    label: String, group: String, unknown: Diagnostic.Code, at place: TablePlace,
    in session: inout DocumentSession
  ) -> PopulationItemRule? {
    guard let rule = rule(label: label, group: group) else {
      if unknown == "unknown-column" {
        session.noteUnreadColumn(label, at: session.cite(place))
      } else {
        session.note(
          .warning, unknown, at: session.cite(place), ja: "「\(label)」の行は読んでいません",
          en: "the row \"\(label)\" is not read")
      }
      return nil
    }
    let isPart = [label, group].contains { PopulationItemRule.isPart(TextFolding.key($0)) }
    guard isPart, ![rule.label, rule.group].contains(where: PopulationItemRule.isPart) else {
      return rule
    }
    session.note(
      .warning, "part-not-read", at: session.cite(place),
      ja: "「\(label)」は一部の値なので、\(rule.item.rawValue) としては読んでいません",
      en: "\"\(label)\" is a part and not read as \(rule.item.rawValue)")
    return nil
  }

  /// The reader of the years of the table at a line.
  func yearReader(
    at headingLine: Int, in session: inout DocumentSession
  ) -> PopulationYearReader {
    PopulationYearReader(
      bareYear: bareYear,
      projectedFrom: projectedFrom
        ?? session.projectedFrom(tableAt: headingLine, bareYear: bareYear))
  }

  // MARK: Years down

  /// Reads a table with one row a year below a heading of one or two lines.
  ///
  /// Of two lines, the upper one names groups over several columns, the lower one the columns.
  package func readYearsDown(
    at headingLine: Int, in session: inout DocumentSession
  ) -> [PopulationFigure] {
    let groups = Self.carriedRight(session.cells(headingLine))
    // Where the line below is the first year already, the heading has one line only.
    let second = session.next(headingLine)
    let isOneLine = isYear(session.cells(second).first ?? "")
    let labels = isOneLine ? [] : session.cells(second)
    let labelKey = session.key(isOneLine ? headingLine : second)
    func isRepeated(_ line: Int) -> Bool { session.key(line) == labelKey }
    session.keep(headingLine)
    if !isOneLine { session.keep(second) }
    var units = PopulationUnits(unit, tableAt: headingLine, in: &session)
    var columns: [Column] = []
    var unread: [Int] = []
    for index in 1..<max(1, groups.count, labels.count) {
      let label = labels.indices.contains(index) ? labels[index] : ""
      let group = groups.indices.contains(index) ? groups[index] : ""
      let heading = label.isEmpty ? group : label
      guard !heading.isEmpty else { continue }
      let place = TablePlace(line: isOneLine ? headingLine : second, cell: index + 1)
      guard
        let rule = rule(
          label: heading, group: group, unknown: "unknown-column", at: place, in: &session),
        let unit = units.unit(
          of: rule.item, headings: [heading, group], at: place, in: &session)
      else {
        unread.append(index + 1)
        continue
      }
      columns.append(Column(index: index, rule: rule, unit: unit))
    }
    let width = max(groups.count, labels.count)
    var figures: [PopulationFigure] = []
    var years = yearReader(at: headingLine, in: &session)
    var projected: [(year: PopulationYear, line: Int)] = []
    let rows = session.rowLines(below: headingLine).dropFirst(isOneLine ? 0 : 1)
    for line in rows where !isRepeated(line) {
      let cells = session.cells(line)
      for cell in unread { session.pass(line, cell: cell) }
      guard !hasExtraCells(line, width: width, in: &session) else { continue }
      do {
        let year = try years.read(cells.first ?? "")
        session.keep(line, cell: 1)
        if year.basis == .projection { projected.append((year, line)) }
        figures += row(line, cells: cells, columns: columns, year: year, in: &session)
      } catch {
        session.pass(line)
        // A note below the figures.
        if session.isLone(line), PrintedFigure.reading(cells.first ?? "").isText { continue }
        session.note(
          .error, error.diagnosticCode, at: session.cite(line, cell: 1),
          ja: "年次として読めないため、この行を読んでいません", en: "not a year, so the row is not read: \(error.text)")
      }
    }
    if let first = projected.first {
      session.noteProjected(projected.map(\.year), at: session.cite(first.line, cell: 1))
    }
    return figures
  }

  /// Whether a row has cells beyond those of the heading: then no figure of it surely has its place.
  func hasExtraCells(_ line: Int, width: Int, in session: inout DocumentSession) -> Bool {
    let cells = session.cells(line)
    guard cells.count > width, cells[width...].contains(where: { !$0.isEmpty }) else {
      return false
    }
    session.note(
      .error, "extra-cells", at: session.cite(line),
      ja: "\(width)列の表の行に\(cells.count)個のセルがあります。どの値がどの欄のものか分からないため、読んでいません",
      en:
        "a row of \(cells.count) cells in a table of \(width) columns; which figure belongs where is "
        + "not known, and none is read")
    return true
  }

  private struct Column {
    let index: Int
    let rule: PopulationItemRule
    let unit: String
  }

  private func isYear(_ text: String) -> Bool {
    var reader = PopulationYearReader(bareYear: bareYear)
    return (try? reader.read(text)) != nil
  }

  private func row(
    _ line: Int, cells: [String], columns: [Column], year: PopulationYear,
    in session: inout DocumentSession
  ) -> [PopulationFigure] {
    var figures: [PopulationFigure] = []
    for column in columns {
      let (index, rule) = (column.index, column.rule)
      guard index < cells.count else {
        session.note(
          .error, "truncated-row", at: session.cite(line),
          ja: "\(cells.count)個のセルしかなく、\(rule.item.rawValue) がありません",
          en: "a row of \(cells.count) cells lacks \(rule.item.rawValue)")
        continue
      }
      figures += self.figures(
        rule.item, unit: column.unit, basis: rule.basis(in: year), period: year.period, line: line,
        cell: index + 1, in: &session)
    }
    return figures
  }

  // MARK: Years across

  /// Reads one row of a table whose columns are years.
  ///
  /// - Parameters:
  ///   - columns: the periods of the cells, by cell number from 1.
  ///   - secondItem: what the number in brackets is, as in 491 (1.27).
  ///   - unit: what counts are printed in, such as 千人; they are brought to persons.
  package func readRow(
    _ line: Int, item: PopulationItem, secondItem: PopulationItem? = nil, unit: String? = nil,
    columns: [(cell: Int, period: Period, basis: PopulationFigure.Basis)],
    in session: inout DocumentSession
  ) -> [PopulationFigure] {
    var figures: [PopulationFigure] = []
    for (cell, period, basis) in columns {
      figures += self.figures(
        item, secondItem: secondItem, unit: unit ?? item.countedIn, basis: basis, period: period,
        line: line, cell: cell, in: &session)
    }
    return figures
  }

  /// Reads one cell; two numbers in it are two figures.
  func figures(
    _ item: PopulationItem, secondItem: PopulationItem? = nil, unit: String,
    basis: PopulationFigure.Basis = .observed, period: Period, line: Int, cell: Int,
    in session: inout DocumentSession
  ) -> [PopulationFigure] {
    let unit = basis == .changeFromBase ? "" : unit
    let printed = session.figure(line, cell: cell, unit: unit)
    let read = CitedReading(
      reading: session.counted(printed, unit: unit, as: item, basis: basis),
      citation: printed.citation)
    func figure(_ item: PopulationItem, _ reading: Reading) -> PopulationFigure {
      PopulationFigure(
        item: item, basis: basis, area: area, period: period, reading: reading,
        citation: read.citation)
    }
    guard let secondItem else {
      reportNegative(read, item: item, basis: basis, in: &session)
      return [figure(item, read.reading)]
    }
    if case .several(let quantities) = read.reading, quantities.count == 2 {
      return [figure(item, .value(quantities[0])), figure(secondItem, .value(quantities[1]))]
    }
    // 329 (算定中): the second figure is a mark.
    let bracket = Self.bracket(in: read.citation.printed)
    if let bracket, case .missing(let reason) = PrintedFigure(bracket).reading,
      reason != .unreadable
    {
      return [figure(item, read.reading), figure(secondItem, .missing(reason))]
    }
    return [figure(item, read.reading)]
  }

  private func reportNegative(
    _ read: CitedReading, item: PopulationItem, basis: PopulationFigure.Basis,
    in session: inout DocumentSession
  ) {
    guard basis != .changeFromBase, item.isCount,
      let value = read.reading.value, value < ExactDecimal(0)
    else { return }
    session.note(
      .error, "negative-count", at: read.citation, ja: "負の人数です: \(read.citation.printed)",
      en: "a negative count: \(read.citation.printed)")
  }

  /// The text in the last brackets of a cell.
  private static func bracket(in printed: String) -> String? {
    let scalars = TextFolding.folded(printed)
    guard let open = scalars.lastIndex(of: "("), let close = scalars.lastIndex(of: ")"),
      open < close
    else { return nil }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[(open + 1)..<close])
    return String(view)
  }

  /// Cells of a heading that spans several columns, each empty one filled from its left.
  package static func carriedRight(_ cells: [String]) -> [String] {
    var last = ""
    return cells.map { cell in
      if !cell.isEmpty { last = cell }
      return last
    }
  }
}

extension PeriodError {
  /// The code under which a reader reports the error.
  package var diagnosticCode: Diagnostic.Code { Diagnostic.Code(rawValue: code.rawValue) }
}

extension PopulationItem {
  /// Whether the item counts people or households, which cannot be below zero.
  var isCount: Bool {
    let counts: [PopulationItem] = [
      .births, .deaths, .inMigrants, .outMigrants, .yearEndPopulation, .totalPopulation,
      .households, .elderlyPopulation, .youngPopulation, .workingAgePopulation,
    ]
    return counts.contains(self)
  }
}
