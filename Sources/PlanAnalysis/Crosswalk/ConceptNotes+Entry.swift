import MunicipalModel

extension ConceptNotes {
  /// One entry of a city's file, by its list and its place in it.
  package struct Entry: Hashable, Sendable {
    /// A list of the file.
    package enum List: String, Hashable, Sendable {
      /// Which indicator measures which concept.
      case indicators
      /// The indicators that are left alone.
      case notPaired = "not_paired"
      /// The themes of nodes.
      case themes
      /// The SDGs of nodes.
      case goals = "sdgs"
    }

    /// The list.
    package let list: List
    /// The place in the list, from 0.
    package let index: Int

    /// Makes an entry.
    package init(list: List, index: Int) {
      self.list = list
      self.index = index
    }
  }

  /// The themes and SDGs of nodes that no plan of the documents has.
  ///
  /// An entry of documents that are not read is passed over.
  func nodeIssues(in record: MunicipalityRecord) -> [Crosswalk.Issue] {
    let read = Set(record.documents.map(\.document))
    let plans = record.plans.map { (document: $0.document, nodes: $0.nodes.map(\.node)) }
    let themes = themes.enumerated().filter { _, theme in
      (theme.documents.isEmpty || !read.isDisjoint(with: theme.documents))
        && !plans.contains { plan in
          plan.nodes.contains { theme.names($0, in: plan.document) }
        }
    }.map { index, theme in
      issue(
        .themeMatchesNothing, entry: Entry(list: .themes, index: index), of: record.municipality,
        level: theme.level, name: theme.number ?? theme.title ?? "")
    }
    let nodes = plans.flatMap(\.nodes)
    let goals = goals.enumerated().filter { _, goal in !nodes.contains(where: goal.names) }.map {
      issue(
        .goalsMatchNothing, entry: Entry(list: .goals, index: $0), of: record.municipality,
        level: $1.level, name: $1.title)
    }
    return themes + goals
  }

  private func issue(
    _ code: Crosswalk.Issue.Code, entry: Entry, of municipality: Municipality, level: PlanLevel,
    name: String
  ) -> Crosswalk.Issue {
    Crosswalk.Issue(
      code: code, municipality: municipality, entry: entry,
      message: LocalizedText(
        ja: "\(municipality.name.ja)の資料に\(level.label.ja)「\(name)」がない。",
        en: "The documents of \(municipality.name.en) have no \(level.label.en) \"\(name)\"."))
  }
}

extension GoalAssignment {
  /// Whether the assignment is about a node.
  func names(_ node: PlanNode) -> Bool {
    level == node.level && TextFolding.key(node.title).hasPrefix(TextFolding.key(title))
  }
}
