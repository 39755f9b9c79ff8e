import MunicipalModel

extension DocumentSession {
  /// Tells indicators of one name below one node, or below projects of one title, that print two
  /// figures of the same role and time.
  mutating func reportRepeatedIndicators(in nodes: [PlanNode]) {
    for node in nodes {
      reportRepeated(node.indicators)
      let projects = Dictionary(
        grouping: node.children.filter { $0.level == .project }, by: { TextFolding.key($0.title) })
      for same in projects.values where same.count > 1 {
        reportRepeated(same.flatMap(\.indicators))
      }
      reportRepeatedIndicators(in: node.children)
    }
  }

  private mutating func reportRepeated(_ indicators: [Indicator]) {
    struct Key: Hashable {
      let name: String
      let theme: String
      let unit: String
      let role: IndicatorFigure.Role
      let period: Period?
    }
    var known: [Key: IndicatorFigure] = [:]
    for indicator in indicators {
      for observation in indicator.figures where observation.role.isMeasured {
        let key = Key(
          name: TextFolding.key(indicator.name), theme: indicator.theme, unit: indicator.unit,
          role: observation.role, period: observation.period)
        guard let first = known[key] else {
          known[key] = observation
          continue
        }
        guard first.citation.line != observation.citation.line,
          first.reading != observation.reading, !observation.reading.quantities.isEmpty,
          !first.reading.quantities.isEmpty
        else { continue }
        note(
          .warning, "repeated-indicator", at: observation.citation,
          ja: "「\(indicator.name)」は\(first.citation.line)行目にもあり、値が「\(first.citation.printed)」と違います",
          en: "\"\(indicator.name)\" stands in line \(first.citation.line) too, with the figure "
            + "\"\(first.citation.printed)\"")
      }
    }
  }
}
