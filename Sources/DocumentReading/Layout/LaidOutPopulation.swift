package import MunicipalModel

extension PlanLayout {
  /// The layout of the table of the population that begins at a line, if there is one.
  ///
  /// Where several tables begin alike, it is the first one whose items the table has.
  package func populationLayout(at line: Int, in session: DocumentSession) -> PopulationLayout? {
    guard session.isTableRow(line) else { return nil }
    let key = session.key(line)
    let likely = population.filter { key.hasPrefix(TextFolding.key($0.heading)) }
    guard likely.count > 1 else { return likely.first }
    // Up to the next table that begins alike, so that each row is looked at once.
    let words = likely.map { TextFolding.key($0.heading) }
    var labels = session.cells(line)
    var row = session.next(line)
    while row <= session.document.lineCount {
      if session.isTableRow(row) {
        let key = session.key(row)
        if words.contains(where: key.hasPrefix) { break }
        labels += session.cells(row).prefix(2)
        row = session.next(row)
      } else if let next = session.lineAfterPageBreak(at: row), session.isTableRow(next) {
        row = next
      } else {
        break
      }
    }
    return likely.first { layout in
      let table = layout.table(of: .japan)
      return labels.contains { !$0.isEmpty && table.item(label: $0, group: "") != nil }
    }
  }

  /// The figures of every table of the population that the layout knows.
  ///
  /// - Parameter area: whom the figures are about.
  package func populationFigures(
    of area: Area, in session: inout DocumentSession
  ) -> [PopulationFigure] {
    var figures: [PopulationFigure] = []
    var line = 1
    while line <= session.document.lineCount {
      guard let layout = populationLayout(at: line, in: session) else {
        line += 1
        continue
      }
      let table = PopulationTable(
        rules: layout.items.isEmpty
          ? PopulationItemRule.common : layout.items + itemsBeside(layout), area: area,
        bareYear: layout.bareYears,
        unit: layout.unit, projectedFrom: layout.projectedFrom)
      switch layout.years {
      case .down where session.isTableRow(session.next(line)):
        figures += table.readYearsDown(at: line, in: &session)
      case .down: break
      case .below: figures += table.readYearsBelow(at: line, in: &session)
      case .across: figures += table.readYearsAcross(at: line, in: &session)
      }
      line = session.next(session.rowLines(below: line).last ?? line)
    }
    return session.withoutRepeated(figures)
  }

  /// The items of the other tables that begin alike: where they have the same years, one reads like
  /// the other's next page.
  private func itemsBeside(_ layout: PopulationLayout) -> [PopulationItemRule] {
    population.filter {
      $0 != layout && $0.years == layout.years && $0.bareYears == layout.bareYears
        && TextFolding.key($0.heading) == TextFolding.key(layout.heading)
    }.flatMap(\.items)
  }
}
