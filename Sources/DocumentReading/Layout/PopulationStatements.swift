package import MunicipalModel

/// How lines outside tables state a population's path: 2014年：1.27 → 2045年：1.80, below the name of what they state.
package struct PopulationStatementRule: Hashable, Sendable {
  /// What the line above says.
  package let name: String
  /// The item.
  package let item: PopulationItem

  /// Makes a rule; its name may be written in any width.
  package init(name: String, item: PopulationItem) {
    self.name = TextFolding.key(name)
    self.item = item
  }
}

extension PlanLayout {
  /// The figures that a line states, the first of which is where the path starts; none of any other line.
  func statedFigures(
    at line: Int, of area: Area, in session: inout DocumentSession
  ) -> [PopulationFigure] {
    guard !populationStatements.isEmpty, !session.isTableRow(line) else { return [] }
    let text = session.text(line)
    guard text.contains(word: "→"), text.contains(word: "：") || text.contains(word: ":"),
      let name = session.filledLines(above: line, count: 1).first,
      let rule = populationStatements.first(where: { $0.name == session.key(name) })
    else { return [] }
    session.keep(name)
    let citation = session.cite(line)
    return text.split(separator: "→").enumerated().compactMap { index, part -> PopulationFigure? in
      var scanner = TextScanner(TextFolding.trimmed(part))
      guard let period = try? Period.scan(&scanner, bareYear: .calendar) else { return nil }
      _ = scanner.skip("以降")
      guard scanner.skip(":") else { return nil }
      return PopulationFigure(
        item: rule.item, basis: index == 0 ? .start : .assumption, area: area, period: period,
        reading: Self.stated(TextFolding.trimmed(scanner.rest)), citation: citation)
    }
  }

  /// A number where a part begins with one; otherwise its words, such as 転出超過を2014年の1/2.
  private static func stated(_ printed: String) -> Reading {
    var number = printed
    for word in ["転出超過", "転入超過"] where number.hasSuffix(word) {
      number.removeLast(word.count)
    }
    return PrintedFigure(number).reading.quantity.map { .value($0) } ?? .label(printed)
  }
}

extension PopulationStatementRule: Decodable {
  private enum Key: String, CodingKey, CaseIterable { case below, item }

  /// Decodes a rule; a member of an unknown name is an error.
  package init(from decoder: any Decoder) throws {
    let members = try decoder.members(Key.self)
    self.init(
      name: try members.word(.below), item: PopulationItem(rawValue: try members.word(.item)))
  }
}
