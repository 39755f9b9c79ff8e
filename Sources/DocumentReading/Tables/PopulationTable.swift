package import MunicipalModel

/// Reads tables of population figures: years down or years across, in any order.
package struct PopulationTable: Sendable {
  /// What the headings mean.
  package let rules: [PopulationItemRule]
  /// Whom the figures are about.
  package let area: Area
  /// What a year is that says neither 年 nor 年度; `nil` is what the table says, or else a calendar year.
  package let bareYear: Period.YearKind?
  /// In what the figures count, such as 千人, where the layout says so.
  let unit: String?
  /// The first year whose figures are projected, where the layout says so.
  let projectedFrom: Int?

  /// The names of the area and of others.
  let places: PopulationPlaces
  /// What the caption says that the figures count, where rows and columns name places or a sum alone.
  var captioned: PopulationItemRule?
  /// The day of every year at which the population is counted, where the lines at the table say so: 各年3月末.
  var stockDay: String?

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - unit: what counts are printed in, such as 千人; where it is `nil`, what the table says.
  ///   - projectedFrom: the first year whose figures are projected; where it is `nil`, what the headings
  ///     and the notes at the table say.
  package init(
    rules: [PopulationItemRule], area: Area, bareYear: Period.YearKind? = nil,
    unit: String? = nil, projectedFrom: Int? = nil
  ) {
    self.rules = rules
    self.area = area
    self.bareYear = bareYear
    self.unit = unit
    self.projectedFrom = projectedFrom
    places = PopulationPlaces(area)
  }

  /// The rule of a row or column that is read, or `nil` after telling why it is not.
  ///
  /// A part such as うち外国人人口 is no figure of the whole, unless a rule names it as a part.
  ///
  /// - Parameter names: all names over the column, the nearest first.
  func rule(
    names: [String], unknown: Diagnostic.Code, at place: TablePlace,
    in session: inout DocumentSession
  ) -> PopulationItemRule? {
    let label = names.first ?? ""
    guard let rule = rule(of: names) else {
      if unknown == "unknown-column" {
        session.noteUnreadColumn(label, at: session.cite(place))
      } else {
        session.note(
          .warning, unknown, at: session.cite(place), ja: "「\(label)」の行は読んでいません",
          en: "the row \"\(label)\" is not read")
      }
      return nil
    }
    if case .place(let other)? = otherSubject(of: names, unless: rule) {
      session.note(
        .warning, "other-area", at: session.cite(place),
        ja: "「\(other)」の値なので、\(area.name)の値としては読んでいません",
        en: "figures of \"\(other)\", which are not read as those of \(area.name)")
      return nil
    }
    let isPart = names.contains { PopulationItemRule.isPart(TextFolding.key($0)) }
    guard
      otherSubject(of: names, unless: rule) != nil
        || isPart && ![rule.label, rule.group].contains(where: PopulationItemRule.isPart)
    else { return noteNarrowed(names, rule: rule, at: place, in: &session) ? nil : rule }
    session.note(
      .warning, "part-not-read", at: session.cite(place),
      ja:
        "「\(names.prefix(2).reversed().uniqued.joined(separator: " "))」は一部の値なので、\(rule.item.rawValue) としては読んでいません",
      en:
        "\"\(names.prefix(2).reversed().uniqued.joined(separator: " "))\" is a part and not read as "
        + rule.item.rawValue)
    return nil
  }

  /// Whom names say that figures are about, if it is not the whole municipality and no rule names it.
  func otherSubject(of names: [String], unless rule: PopulationItemRule?) -> PopulationSubject? {
    if rule?.area != nil { return nil }
    let own = [rule?.label ?? "", rule?.group ?? ""].filter { !$0.isEmpty }
    return names.lazy.compactMap { name -> PopulationSubject? in
      guard let found = places.subject(ofCell: name), found != .whole else { return nil }
      let key = TextFolding.key(name)
      let isNamed = own.contains { key.contains(word: $0) && places.subject(ofCell: $0) == found }
      return isNamed ? nil : found
    }.first
  }

  /// The reader of the years of the table at a line.
  func yearReader(
    at headingLine: Int, in session: inout DocumentSession
  ) -> PopulationYearReader {
    let fiscal = bareYear == nil ? session.countsFiscalYears(tableAt: headingLine) : (false, false)
    let kind = bareYear ?? (fiscal.0 ? .fiscal : .calendar)
    var reader = PopulationYearReader(
      bareYear: kind,
      projectedFrom: projectedFrom
        ?? session.projectedFrom(tableAt: headingLine, bareYear: kind)
        ?? session.assumedProjection(tableAt: headingLine, bareYear: kind))
    reader.allFiscal = fiscal.1
    reader.yearOfMonths = session.yearOfMonths(tableAt: headingLine)
    return reader
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
  /// Whether the item counts what happened over a time, rather than what there is at a day.
  var isFlow: Bool {
    let flows: [PopulationItem] = [
      .births, .deaths, .inMigrants, .outMigrants, .naturalChange, .socialChange, .totalChange,
      .otherChange, .netOutMigration, .naturalChangeRate, .socialChangeRate,
    ]
    return flows.contains(self)
      || ["total_change_rate", "birth_rate", "death_rate"].contains(rawValue)
  }

  /// Whether the item is a change or a share that is printed in % or ‰.
  var isRate: Bool {
    self != .totalFertilityRate && (rawValue.hasSuffix("_rate") || rawValue.hasSuffix("_share"))
  }

  /// Whether the item counts people or households, which cannot be below zero.
  var isCount: Bool {
    let counts: [PopulationItem] = [
      .births, .deaths, .inMigrants, .outMigrants, .yearEndPopulation, .totalPopulation,
      .malePopulation, .femalePopulation, .households, .elderlyPopulation, .youngPopulation,
      .workingAgePopulation,
    ]
    return counts.contains(self)
  }
}
