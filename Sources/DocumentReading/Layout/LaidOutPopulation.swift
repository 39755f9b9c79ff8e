package import MunicipalModel

extension PlanLayout {
  /// The layout of the table of the population that begins at a line, if there is one.
  ///
  /// Where several tables begin alike, it is the first one whose items the table has.
  package func populationLayout(at line: Int, in session: DocumentSession) -> PopulationLayout? {
    guard session.isTableRow(line) else { return nil }
    let key = session.key(line)
    var likely = population.filter { key.hasPrefix(TextFolding.key($0.heading)) }
    let captioned = likely.filter { !$0.captions(ofTableAt: line, in: session).isEmpty }
    likely = captioned.isEmpty ? likely : captioned
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
        figures += statedFigures(at: line, of: area, in: &session)
        line += 1
        continue
      }
      if let other = session.otherSubject(tableAt: line, of: area) {
        session.noteOtherSubject(other, tableAt: line, of: area)
        line = session.next(session.rowLines(below: line).last ?? line)
        continue
      }
      for caption in layout.captions(ofTableAt: line, in: session) { session.keep(caption) }
      var table = PopulationTable(
        rules: layout.items.isEmpty
          ? PopulationItemRule.common : layout.items + itemsBeside(layout), area: area,
        bareYear: layout.bareYears,
        unit: layout.unit, projectedFrom: layout.projectedFrom)
      table.stockDay = session.stockDay(tableAt: line)
      table.captioned = session.captionRule(tableAt: line, rules: table.rules)
      switch layout.years {
      case .down where session.isTableRow(session.next(line)):
        figures += table.readYearsDown(at: line, in: &session)
      case .down: break
      case .below: figures += table.readYearsBelow(at: line, in: &session)
      case .across:
        let base = figures.first { $0.item == .totalPopulation && $0.basis == .observed }?.period
        figures += table.readYearsAcross(at: line, base: base, in: &session)
      }
      line = session.next(session.rowLines(below: line).last ?? line)
    }
    return session.withoutRepeated(session.withFirstNumbers(figures))
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

extension PopulationLayout {
  /// The lines right above a table that have the word which tells it from others.
  func captions(ofTableAt line: Int, in session: DocumentSession) -> [Int] {
    guard let below else { return [] }
    let word = TextFolding.key(below)
    return session.filledLines(above: line, count: 3).filter {
      !session.isTableRow($0) && session.key($0).contains(word: word)
    }
  }
}
