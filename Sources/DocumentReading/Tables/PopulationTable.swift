public import MunicipalModel

/// Says which item a row or column of a population table holds, by its heading and group.
public struct PopulationItemRule: Hashable, Sendable {
  let group: String
  let label: String
  let item: PopulationItem
  let basis: PopulationFigure.Basis

  /// Makes a rule; the first rule whose words are in the group and the heading decides.
  ///
  /// - Parameters:
  ///   - label: a word of the heading, such as 増減数; empty for any.
  ///   - group: a word of the heading that spans several, such as 自然動態; empty for any.
  ///   - basis: what the figures are, if they were not observed.
  public init(
    _ label: String, in group: String = "", _ item: PopulationItem,
    basis: PopulationFigure.Basis = .observed
  ) {
    self.group = TextFolding.key(group)
    self.label = TextFolding.key(label)
    self.item = item
    self.basis = basis
  }
}

/// Reads tables of population figures: years down or years across, in any order.
public struct PopulationTable: Sendable {
  /// What the headings mean.
  public let rules: [PopulationItemRule]
  /// Whom the figures are about.
  public let area: Area
  /// What a year is that says neither 年 nor 年度.
  public let bareYear: Period.YearKind

  /// Makes a reader.
  public init(rules: [PopulationItemRule], area: Area, bareYear: Period.YearKind = .calendar) {
    self.rules = rules
    self.area = area
    self.bareYear = bareYear
  }

  /// The item of a heading below a group, if a rule knows it.
  public func item(label: String, group: String) -> PopulationItem? {
    rule(label: label, group: group)?.item
  }

  /// The first rule that fits a heading below a group.
  func rule(label: String, group: String) -> PopulationItemRule? {
    let label = TextFolding.key(label)
    let group = TextFolding.key(group)
    return rules.first { rule in
      (rule.label.isEmpty || label.contains(word: rule.label))
        && (rule.group.isEmpty || group.contains(word: rule.group))
    }
  }

  // MARK: Years down

  /// Reads a table with one row a year below a heading of one or two lines.
  ///
  /// Of two lines, the upper one names groups over several columns, the lower one the columns.
  public func readYearsDown(
    at headingLine: Int, in session: inout DocumentSession
  ) -> [PopulationFigure] {
    let groups = Self.carriedRight(session.cells(headingLine))
    // Where the line below is the first year already, the heading has one line only.
    let isOneLine = isYear(session.cells(headingLine + 1).first ?? "")
    let labels = isOneLine ? [] : session.cells(headingLine + 1)
    let labelKey = session.key(isOneLine ? headingLine : headingLine + 1)
    func isRepeated(_ line: Int) -> Bool { session.key(line) == labelKey }
    session.keep(headingLine)
    if !isOneLine { session.keep(headingLine + 1) }
    var columns: [(index: Int, rule: PopulationItemRule)] = []
    for index in 1..<max(1, groups.count, labels.count) {
      let label = labels.indices.contains(index) ? labels[index] : ""
      let group = groups.indices.contains(index) ? groups[index] : ""
      let heading = label.isEmpty ? group : label
      if let rule = rule(label: heading, group: group) {
        columns.append((index, rule))
      } else if !heading.isEmpty {
        let line = isOneLine ? headingLine : headingLine + 1
        session.noteUnreadColumn(heading, at: session.cite(line, cell: index + 1))
      }
    }
    var figures: [PopulationFigure] = []
    let rows = session.rowLines(below: headingLine).dropFirst(isOneLine ? 0 : 1)
    for line in rows where !isRepeated(line) {
      let cells = session.cells(line)
      do {
        let period = try Period(parsing: cells.first ?? "", bareYear: bareYear)
        session.keep(line, cell: 1)
        figures += row(line, cells: cells, columns: columns, period: period, in: &session)
      } catch {
        session.note(
          .error, error.diagnosticCode, at: session.cite(line, cell: 1),
          ja: "年次として読めないため、この行を読んでいません", en: "not a year, so the row is not read: \(error.text)")
      }
    }
    return figures
  }

  private func isYear(_ text: String) -> Bool {
    (try? Period(parsing: text, bareYear: bareYear)) != nil
  }

  private func row(
    _ line: Int, cells: [String], columns: [(index: Int, rule: PopulationItemRule)],
    period: Period, in session: inout DocumentSession
  ) -> [PopulationFigure] {
    var figures: [PopulationFigure] = []
    for (index, rule) in columns {
      guard index < cells.count else {
        session.note(
          .error, "truncated-row", at: session.cite(line),
          ja: "\(cells.count)個のセルしかなく、\(rule.item.rawValue) がありません",
          en: "a row of \(cells.count) cells lacks \(rule.item.rawValue)")
        continue
      }
      figures += self.figures(
        rule.item, basis: rule.basis, period: period, line: line, cell: index + 1, in: &session)
    }
    return figures
  }

  // MARK: Years across

  /// Reads one row of a table whose columns are years.
  ///
  /// - Parameters:
  ///   - columns: the periods of the cells, by cell number from 1.
  ///   - secondItem: what the number in brackets is, as in 491 (1.27).
  public func readRow(
    _ line: Int, item: PopulationItem, secondItem: PopulationItem? = nil,
    columns: [(cell: Int, period: Period, basis: PopulationFigure.Basis)],
    in session: inout DocumentSession
  ) -> [PopulationFigure] {
    var figures: [PopulationFigure] = []
    for (cell, period, basis) in columns {
      figures += self.figures(
        item, secondItem: secondItem, basis: basis, period: period, line: line, cell: cell,
        in: &session)
    }
    return figures
  }

  /// Reads one cell; two numbers in it are two figures.
  func figures(
    _ item: PopulationItem, secondItem: PopulationItem? = nil,
    basis: PopulationFigure.Basis = .observed, period: Period, line: Int, cell: Int,
    in session: inout DocumentSession
  ) -> [PopulationFigure] {
    let unit = basis == .changeFromBase ? "" : item.countedIn
    let read = session.figure(line, cell: cell, unit: unit)
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
