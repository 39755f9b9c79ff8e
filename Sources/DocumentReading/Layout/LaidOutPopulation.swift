public import MunicipalModel

extension PlanLayout {
  /// The layout of the table of the population that begins at a line, if there is one.
  ///
  /// Where several tables begin alike, it is the first one whose items the table has.
  public func populationLayout(at line: Int, in session: DocumentSession) -> PopulationLayout? {
    guard session.isTableRow(line) else { return nil }
    let key = session.key(line)
    let likely = population.filter { key.hasPrefix(TextFolding.key($0.heading)) }
    guard likely.count > 1 else { return likely.first }
    var probe = session
    let rows = [line] + probe.rowLines(below: line)
    let labels = rows.flatMap { session.cells($0).prefix(2) } + session.cells(line)
    return likely.first { layout in
      let table = layout.table(of: .japan)
      return labels.contains { !$0.isEmpty && table.item(label: $0, group: "") != nil }
    }
  }

  /// The figures of every table of the population that the layout knows.
  ///
  /// - Parameter area: whom the figures are about.
  public func populationFigures(
    of area: Area, in session: inout DocumentSession
  ) -> [PopulationFigure] {
    var figures: [PopulationFigure] = []
    var line = 1
    while line <= session.document.lineCount {
      guard let layout = populationLayout(at: line, in: session) else {
        line += 1
        continue
      }
      let table = layout.table(of: area)
      switch layout.years {
      case .down where session.isTableRow(line + 1):
        figures += table.readYearsDown(at: line, in: &session)
      case .down: break
      case .across: figures += table.readYearsAcross(at: line, in: &session)
      }
      line = (session.rowLines(below: line).last ?? line) + 1
    }
    return figures
  }
}
