import MunicipalModel

extension LaidOutPlanReader {
  /// Reads a line that states the figures of an indicator as one of the layout's rules says.
  ///
  /// - Returns: whether it is such a line.
  mutating func readLine(at line: Int, in session: inout DocumentSession) -> Bool {
    let text = session.text(line)
    guard let (name, fields) = layout.lines.lazy.compactMap({ $0.match(text) }).first,
      hasNode(at: line, in: &session)
    else { return false }
    let indicatorName = IndicatorName(name)
    let citation = session.cite(line, printed: name)
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
    _ = tree.add(indicator, at: layout.levelOfTables)
    return true
  }
}
