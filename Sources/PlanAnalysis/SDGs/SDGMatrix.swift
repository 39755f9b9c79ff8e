package import MunicipalModel

/// A node of a plan with the goals that it serves.
package struct TaggedNode: Hashable, Sendable {
  /// The municipality.
  package let municipality: Municipality
  /// The document.
  package let document: DocumentID
  /// The node with its tags, and the nodes above.
  package let placed: PlacedNode
}

/// The goals that the plans of several municipalities serve.
package struct SDGMatrix: Sendable {
  /// What one municipality does for one goal.
  package struct Cell: Hashable, Sendable {
    /// The projects of the strategy that serve the goal.
    package let projects: Int
    /// The indicators that serve the goal, by their own concept or name, or by their node.
    package let indicators: Int
    /// How many of the indicators have a pace.
    package let judged: Int
    /// The median pace of those; 1 is exactly on schedule. `nil` if none has one.
    package let medianPace: Double?
    /// How many nodes of any level serve the goal.
    package let tags: Int
    /// How many of those tags were published rather than assigned.
    package let publishedTags: Int
  }

  /// Every node of the current plans, each plan once, with its tags.
  package let nodes: [TaggedNode]
  private let cells: [MunicipalityCode: [Int: Cell]]

  /// Tags the current plans of the municipalities of a crosswalk, and counts.
  ///
  /// Counted is the plan of each municipality with the most actual figures. The other plans are
  /// tagged, too, but for one that prints the same indicators again.
  package init(_ crosswalk: Crosswalk, rules: SDGRules) {
    var nodes: [TaggedNode] = []
    var cells: [MunicipalityCode: [Int: Cell]] = [:]
    for municipality in crosswalk.municipalities {
      guard let selection = crosswalk.plans[municipality.code] else { continue }
      let tagger = SDGTagger(
        rules: rules, crosswalk: crosswalk, municipality: municipality.code)
      for plan in selection.plans {
        let tagged = tagger.tagged(plan)
        nodes += tagged.nodes.map {
          TaggedNode(municipality: municipality, document: plan.document, placed: $0)
        }
        if plan == selection.lead {
          cells[municipality.code] = Self.cells(of: tagged, tagger: tagger, crosswalk: crosswalk)
        }
      }
    }
    self.nodes = nodes
    self.cells = cells
  }

  /// What a municipality does for a goal.
  package func cell(_ goal: Int, of municipality: MunicipalityCode) -> Cell {
    cells[municipality]?[goal]
      ?? Cell(projects: 0, indicators: 0, judged: 0, medianPace: nil, tags: 0, publishedTags: 0)
  }

  /// The nodes that serve a goal.
  package func nodes(serving goal: Int) -> [TaggedNode] {
    nodes.filter { $0.placed.node.sdgs.contains { $0.goal == goal } }
  }

  /// The nodes that serve no goal.
  package var untagged: [TaggedNode] { nodes.filter { $0.placed.node.sdgs.isEmpty } }

  private static func cells(
    of plan: Plan, tagger: SDGTagger, crosswalk: Crosswalk
  ) -> [Int: Cell] {
    let all = plan.nodes
    let indicators = all.flatMap { placed in
      placed.node.indicators.map { indicator in
        (
          goals: tagger.goals(of: indicator, in: placed.node),
          pace: crosswalk.pace(of: indicator, at: placed, term: plan.term)
        )
      }
    }
    var cells: [Int: Cell] = [:]
    for goal in 1...17 {
      let nodes = all.filter { $0.node.sdgs.contains { $0.goal == goal } }
      let own = indicators.filter { $0.goals.contains(goal) }
      let paces = own.compactMap(\.pace)
      let usual = paces.filter { !$0.isExtreme }.map(\.value)
      cells[goal] = Cell(
        projects: nodes.count { $0.node.level == .project }, indicators: own.count,
        judged: paces.count, medianPace: usual.median, tags: nodes.count,
        publishedTags: nodes.flatMap(\.node.sdgs).count { $0.goal == goal && $0.isPublished })
    }
    return cells
  }
}
