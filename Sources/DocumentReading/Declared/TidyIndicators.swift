import MunicipalModel

/// Reads indicators from a tidy CSV: one row a figure, in the columns of the exported observations.
///
/// `indicator`, `role` and `printed` (or `value`) are needed; `unit`, `period`, `accumulation`, `goal`,
/// `goal_title`, `measure`, `measure_title`, `project` and `direction` may be there.
enum TidyIndicators {
  private static let known = [
    "unit", "period", "accumulation", "goal", "goal_title", "measure", "measure_title", "project",
    "direction",
  ]

  /// The topmost nodes of the plan.
  ///
  /// - Parameter title: the plan's title, for the node of indicators that name no goal, measure or
  ///   project.
  static func roots(
    title: String, in session: inout DocumentSession
  ) throws(DocumentError) -> [PlanNode] {
    let table = try TidyDocument(
      in: &session, needed: [["indicator"], ["role"], ["printed", "value"]], known: known)
    var tree = TidyTree()
    let grouping = table.grouping
    for cell in table.rows {
      guard let observation = observation(cell, grouping: grouping, in: &session) else { continue }
      var parent: Int?
      for node in path(of: cell, planTitle: title) {
        parent = tree.index(of: node, below: parent, in: &session)
      }
      let name = cell("indicator")
      tree.add(
        observation, of: name.text, unit: PrintedUnit(cell("unit").text).unit,
        direction: direction(cell("direction"), in: &session), cited: name.citation, to: parent,
        in: &session)
    }
    return tree.roots
  }

  private typealias Row = (String) -> TidyDocument.Cell

  /// The nodes that a row names, the outermost first.
  private static func path(of cell: Row, planTitle: String) -> [PlanNode] {
    var path: [PlanNode] = []
    for level in [PlanLevel.goal, .measure] {
      let number = cell(level.rawValue)
      let title = cell("\(level.rawValue)_title")
      guard !number.text.isEmpty || !title.text.isEmpty else { continue }
      path.append(
        PlanNode(
          level: level, number: number.text, title: title.text,
          citation: title.text.isEmpty ? number.citation : title.citation))
    }
    let project = cell("project")
    if !project.text.isEmpty {
      path.append(PlanNode(level: .project, title: project.text, citation: project.citation))
    }
    if path.isEmpty {
      path.append(PlanNode(level: .plan, title: planTitle, citation: cell("indicator").citation))
    }
    return path
  }

  /// ↑, ↓, 増, 減, `higher` or `lower`; an empty cell says nothing.
  private static func direction(
    _ cell: TidyDocument.Cell, in session: inout DocumentSession
  ) -> PrintedDirection? {
    guard !cell.text.isEmpty else { return nil }
    guard let direction = Direction(printed: cell.text) else {
      session.note(
        .warning, "unreadable-direction", at: cell.citation,
        ja: "望ましい向きが読めません: \(cell.text)", en: "not a direction: \(cell.text)")
      return nil
    }
    return PrintedDirection(direction, citation: cell.citation)
  }

  private static func observation(
    _ cell: Row, grouping: PrintedFigure.DigitGrouping, in session: inout DocumentSession
  ) -> IndicatorFigure? {
    let role = cell("role")
    guard let known = IndicatorFigure.Role(rawValue: role.text) else {
      let names = IndicatorFigure.Role.allCases.map(\.rawValue).joined(separator: ", ")
      session.note(
        .error, "unknown-role", at: role.citation,
        ja: "role「\(role.text)」はありません。あるのは \(names)",
        en: "there is no role \"\(role.text)\"; there are \(names)")
      return nil
    }
    guard !cell("indicator").text.isEmpty else {
      session.note(
        .error, "row-without-indicator", at: cell("indicator").citation,
        ja: "指標名のない行のため、読んでいません", en: "a row without the name of an indicator is not read")
      return nil
    }
    let printed = cell("printed")
    let source = printed.text.isEmpty ? cell("value") : printed
    let time = TidyDocument.time(of: cell("period"), in: &session)
    let period = time?.period
    if known == .assessment {
      let reading = FigureMarks.reason(for: TextFolding.key(source.text)).map {
        Reading.missing($0)
      }
      return IndicatorFigure(
        role: known, period: period, reading: reading ?? .label(source.text),
        citation: source.citation)
    }
    let unit = PrintedUnit(cell("unit").text)
    let figure = session.figure(
      source.text, unit: unit.unit, grouping: grouping, at: source.citation)
    let accumulation = cell("accumulation")
    let stated = Accumulation(rawValue: accumulation.text)
    if stated == nil, !accumulation.text.isEmpty {
      session.note(
        .error, "unknown-accumulation", at: accumulation.citation,
        ja: "accumulation「\(accumulation.text)」はありません",
        en: "there is no accumulation \"\(accumulation.text)\"")
    }
    let observation = IndicatorFigure(
      role: known, period: period ?? figure.period, reading: figure.reading,
      accumulation: figure.accumulation ?? stated ?? time?.accumulation ?? unit.accumulation
        ?? .single, remark: figure.remark,
      citation: source.citation)
    if known == .target { session.noteIncrease(observation, as: .warning) }
    return observation
  }
}
