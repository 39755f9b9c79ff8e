import MunicipalModel

extension LaidOutPlanReader {
  /// Reads a line that states the figures of an indicator as one of the layout's rules says.
  ///
  /// - Returns: whether it is such a line.
  mutating func readLine(at line: Int, in session: inout DocumentSession) -> Bool {
    guard !layout.lines.isEmpty, let text = LineRule.Line(session.text(line)) else { return false }
    for rule in layout.lines {
      guard let (name, fields) = rule.match(text) else { continue }
      if rule.hasName {
        guard hasNode(at: line, in: &session) else { return false }
        read(fields, of: TableCell(text: name, line: line, cell: 1), at: line, in: &session)
        return true
      }
      let tree = tree
      // A line of figures names no indicator: the second of two such lines has no name.
      guard
        let above = OwnTable.name(above: line, in: session, nodeTitle: tree.title(at:))?.name,
        !statesFigures(session.text(above.line))
      else { continue }
      guard hasNode(at: line, in: &session) else { return false }
      read(
        fields, of: above, isNode: tree.title(at: above.line) != nil, at: line, in: &session)
      return true
    }
    return false
  }

  private func statesFigures(_ text: String) -> Bool {
    LineRule.Line(text).map { line in layout.lines.contains { $0.match(line) != nil } } ?? false
  }

  /// Makes an indicator of the figures of a line.
  ///
  /// - Parameters:
  ///   - name: the name, with its line.
  ///   - isNode: whether it is the title of a node, whose indicator it then is.
  private mutating func read(
    _ fields: [LineRule.Field], of name: TableCell, isNode: Bool = false, at line: Int,
    in session: inout DocumentSession
  ) {
    let indicatorName = IndicatorName(name.text)
    let citation = session.cite(name.line, printed: name.text)
    let figures = fields.map { field in
      mapper.observation(
        field.role, printed: field.text, name: indicatorName.name, unit: indicatorName.unit,
        headed: nil, accumulations: (nil, indicatorName.accumulation),
        citation: session.cite(line, printed: field.text), in: &session)
    }
    let unit = figures.lazy.filter { $0.role.isMeasured }
      .compactMap { $0.reading.quantity?.unit }.first { !$0.isEmpty }
    let indicator = Indicator(
      name: indicatorName.name,
      unit: indicatorName.unit.isEmpty ? unit ?? "" : indicatorName.unit, citation: citation,
      runningTotals: mapper.runningTotals, figures: figures)
    _ = tree.add(indicator, at: isNode ? nil : layout.levelOfTables)
  }
}
