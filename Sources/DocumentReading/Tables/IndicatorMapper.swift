package import MunicipalModel

/// Maps rows of a table of indicators to the model.
package struct IndicatorMapper {
  /// What a figure's period is where its column's heading names none.
  package var periods: [IndicatorFigure.Role: Period] = [:]
  /// Over which time a role's figures count where the cell does not say so.
  package var accumulations: [IndicatorFigure.Role: Accumulation] = [:]
  /// The units of which, of several numbers in one cell, the first that is there is the indicator's.
  package var mainUnits: [String] = []
  /// What running totals are counted from, where the layout says so.
  package var runningTotals: RunningTotalStart? = nil

  /// Maps a row.
  ///
  /// - Parameters:
  ///   - row: the row as printed.
  ///   - source: the statistic that a note names.
  ///   - sharedAbove: the project that the row above shares its figures with; a row of the same
  ///     project without any figure belongs to the same merged cell.
  package func indicator(
    from row: IndicatorRow, source: String = "", sharedAbove: String? = nil,
    in session: inout DocumentSession
  ) -> Indicator {
    let name = IndicatorName(row.indicator.text)
    let ownUnit = row.unit.flatMap(Self.unit(in:))
    let unit = name.unit.isEmpty ? ownUnit?.unit ?? "" : name.unit
    let accumulation = name.accumulation ?? ownUnit?.accumulation
    if let cell = row.unit { session.keep(cell.line, cell: cell.cell) }
    let citation = session.cite(row.indicator)
    if let theme = row.theme { session.keep(theme.line, cell: theme.cell) }
    var figures: [IndicatorFigure] = []
    let newest =
      row.figures.filter { $0.column.role == .figure(.actual) }
      .compactMap(\.column.period).max() ?? periods[.actual]
    let isOfCalendarYears = TextFolding.key(row.indicator.text).contains(word: "暦年")
    for (column, cell) in row.figures {
      guard case .figure(let role) = column.role else { continue }
      let column = isOfCalendarYears ? column.ofCalendarYear : column
      figures.append(
        observation(
          role, column: column, cell: cell, name: name.name, unit: unit,
          accumulation: accumulation, newest: newest, in: &session))
    }
    reportIncrease(figures, in: &session)
    figures = Self.withoutMultiples(figures, unit: unit, in: &session)
    figures = withSharedMark(figures, sharedAbove: sharedAbove)
    let printedUnit = figures.lazy
      .filter { $0.role.isMeasured }
      .compactMap { $0.reading.quantity?.unit }.first { !$0.isEmpty }
    return Indicator(
      name: name.name, unit: unit.isEmpty ? printedUnit ?? "" : unit,
      theme: row.theme.map { IndicatorName($0.text).name } ?? "", citation: citation,
      source: source, printedDirection: direction(of: row, in: &session),
      runningTotals: runningTotals, figures: figures)
  }

  /// The direction in the row's own column, or the arrow beside the name: 犯罪発生件数（↓）.
  private func direction(
    of row: IndicatorRow, in session: inout DocumentSession
  ) -> PrintedDirection? {
    guard let cell = row.direction else {
      guard let arrow = Direction(arrowIn: row.indicator.text) else { return nil }
      return PrintedDirection(arrow, citation: session.cite(row.indicator))
    }
    let citation = session.cite(cell)
    if let direction = Direction(printed: cell.text) ?? Direction(arrowIn: cell.text) {
      return PrintedDirection(direction, citation: citation)
    }
    let key = TextFolding.key(cell.text)
    if FigureMarks.reason(for: key) == nil, !["→", "維持", "現状維持", "横ばい"].contains(key) {
      session.note(
        .warning, "unreadable-direction", at: citation,
        ja: "望ましい向きが読めません: \(cell.text)", en: "not a direction: \(cell.text)")
    }
    return nil
  }

  /// The unit in a cell of its own; a dash is none.
  private static func unit(in cell: TableCell) -> PrintedUnit? {
    FigureMarks.reason(for: TextFolding.key(cell.text)) == nil ? PrintedUnit(cell.text) : nil
  }

  private func observation(
    _ role: IndicatorFigure.Role, column: TableColumn, cell: TableCell, name: String, unit: String,
    accumulation: Accumulation?, newest: Period?, in session: inout DocumentSession
  ) -> IndicatorFigure {
    let own = unit.isEmpty ? IndicatorName(column.heading).unit : ""
    let isOfNewest = role == .assessment || role == .achievement && periods[role] == nil
    // What is aimed at is no estimate, whatever its heading says.
    let isEstimate = column.isEstimate && role != .target && role != .interimTarget
    return observation(
      role, printed: cell.text, name: name,
      unit: MeasureUnit.isCommon(own) ? own : unit,
      headed: column.period ?? (isOfNewest ? newest : nil),
      accumulations: (column.accumulation, accumulation), isEstimate: isEstimate,
      assumption: column.assumption, citation: session.cite(cell), in: &session)
  }

  /// Maps one figure.
  ///
  /// - Parameters:
  ///   - headed: the time that its heading or its row names.
  ///   - accumulations: over which time it counts, as its heading says, and as the indicator does.
  ///   - isEstimate: whether its heading says that it is expected rather than measured.
  ///   - assumption: what of the time that its heading names was taken for granted.
  func observation(
    _ role: IndicatorFigure.Role, printed: String, name: String, unit: String, headed: Period?,
    accumulations stated: (heading: Accumulation?, indicator: Accumulation?) = (nil, nil),
    isEstimate: Bool = false, assumption: IndicatorFigure.Assumption? = nil, citation: Citation,
    in session: inout DocumentSession
  ) -> IndicatorFigure {
    if role == .assessment {
      let reading: Reading =
        FigureMarks.reason(for: TextFolding.key(printed)).map { .missing($0) } ?? .label(printed)
      return IndicatorFigure(role: role, period: headed, reading: reading, citation: citation)
    }
    let figure = session.figure(
      printed, unit: role == .achievement ? "" : unit, at: citation)
    reportNegativeCount(figure, at: citation, in: &session)
    return IndicatorFigure(
      role: role, period: Self.period(stated: figure.period, headed: headed ?? periods[role]),
      reading: reading(of: figure, role: role, name: name, unit: unit, isEstimate: isEstimate),
      accumulation: figure.accumulation ?? stated.heading
        ?? (role.isMeasured ? stated.indicator : nil) ?? accumulations[role] ?? .single,
      remark: figure.remark, assumption: figure.period == nil ? assumption : nil,
      citation: citation)
  }

  /// What a cell says: of several numbers first the one that the indicator counts.
  private func reading(
    of figure: PrintedFigure, role: IndicatorFigure.Role, name: String, unit: String,
    isEstimate: Bool
  ) -> Reading {
    let reading = isEstimate ? figure.reading.asEstimate : figure.reading
    guard role.isMeasured else { return reading }
    return MainQuantity.first(in: reading, name: name, unit: unit, preferred: mainUnits)
  }

  /// What a cell says of its time is nearer than the heading. The last months of the heading's fiscal
  /// year, such as R5.3.31 below R4, stay that fiscal year.
  private static func period(stated: Period?, headed: Period?) -> Period? {
    if case .date(let date)? = stated, case .fiscalYear(let year)? = headed,
      date.year == year + 1, date.month < 4
    {
      return headed
    }
    return stated ?? headed
  }

  /// One observation says that the figures stand elsewhere; the empty cells of the merged cell do not.
  private func withSharedMark(
    _ figures: [IndicatorFigure], sharedAbove: String?
  ) -> [IndicatorFigure] {
    for observation in figures {
      guard case .missing(.shared) = observation.reading else { continue }
      return [
        IndicatorFigure(
          role: .shared, period: nil, reading: observation.reading, citation: observation.citation)
      ]
    }
    guard let sharedAbove, let first = figures.first,
      figures.allSatisfy({ $0.reading == .missing(.blank) })
    else { return figures }
    return [
      IndicatorFigure(
        role: .shared, period: nil, reading: .missing(.shared(with: sharedAbove)),
        citation: first.citation)
    ]
  }

  /// 1.2倍 among amounts in another unit is a change from one of them, not a level.
  private static func withoutMultiples(
    _ figures: [IndicatorFigure], unit: String, in session: inout DocumentSession
  ) -> [IndicatorFigure] {
    func isMultiple(_ figure: IndicatorFigure) -> Bool { figure.reading.quantity?.unit == "倍" }
    let others = figures.filter { $0.role.isMeasured && !isMultiple($0) }
      .compactMap { $0.reading.quantity?.unit }
    guard figures.contains(where: isMultiple), !unit.isEmpty || !others.isEmpty, unit != "倍"
    else { return figures }
    return figures.map { figure in
      guard isMultiple(figure) else { return figure }
      session.note(.change(figure.citation.printed), at: figure.citation)
      return IndicatorFigure(
        role: figure.role, period: figure.period, reading: .missing(.inWords),
        accumulation: figure.accumulation, remark: figure.remark, citation: figure.citation)
    }
  }

  /// A target with a plus sign, which is natural only where the other figures are balances too.
  private func reportIncrease(_ figures: [IndicatorFigure], in session: inout DocumentSession) {
    let isBalance = figures.contains {
      guard $0.role == .baseline || $0.role == .actual, let quantity = $0.reading.quantity else {
        return false
      }
      return quantity.isPrintedWithPlus || quantity.value < ExactDecimal(0)
    }
    for target in figures where target.role == .target {
      session.noteIncrease(target, as: isBalance ? .info : .warning)
    }
  }

  /// A count of people or things below zero, printed with a hyphen rather than the mark of a balance.
  private func reportNegativeCount(
    _ figure: PrintedFigure, at citation: Citation, in session: inout DocumentSession
  ) {
    guard let quantity = figure.reading.quantity, quantity.value < ExactDecimal(0),
      let mark = TextFolding.trimmed(figure.printed).unicodeScalars.first, mark != "△", mark != "▲"
    else { return }
    session.note(
      .warning, "negative-figure", at: citation, ja: "負の値です: \(figure.printed)",
      en: "a figure below zero: \(figure.printed)")
  }
}

extension DocumentSession {
  /// Notes that a figure is printed with a plus sign, which may mean an increase.
  mutating func noteIncrease(_ target: IndicatorFigure, as severity: Diagnostic.Severity) {
    guard target.reading.quantity?.isPrintedWithPlus == true else { return }
    let printed = target.citation.printed
    note(
      severity, "figure-with-plus", at: target.citation,
      ja: "＋のついた値は、水準ではなく増加の幅かもしれません: \(printed)",
      en: "a plus sign may mean an increase rather than a level: \(printed)")
  }
}
