/// A plan as one edition of one document gives it.
public struct Plan: Hashable, Sendable, Codable {
  /// Whether the edition is in force.
  public enum Edition: String, Hashable, Sendable, Codable, CaseIterable {
    /// The edition in force when the document was published.
    case current
    /// An edition that the document itself replaces.
    case superseded
  }

  /// The document.
  public let document: DocumentID
  /// The title.
  public let title: String
  /// Whether this edition is in force.
  public let edition: Edition
  /// The plan's term (計画期間), if the document states it.
  public let term: Period?
  /// Every place that prints how far the whole plan has come, in percent.
  package let progress: [CitedReading]
  /// How the printed 達成率 are defined, if the layout says so.
  public let achievementDefinition: AchievementDefinition?
  /// The topmost nodes.
  public let roots: [PlanNode]

  /// Makes a plan.
  package init(
    document: DocumentID, title: String, edition: Edition = .current, term: Period? = nil,
    progress: [CitedReading] = [], achievementDefinition: AchievementDefinition? = nil,
    roots: [PlanNode]
  ) {
    self.document = document
    self.title = title
    self.edition = edition
    self.term = term
    self.progress = progress
    self.achievementDefinition = achievementDefinition
    self.roots = roots
  }

  /// Every node with the path of nodes above it, in printed order.
  public var nodes: [PlacedNode] {
    var result: [PlacedNode] = []
    func visit(_ node: PlanNode, below path: [PlanNode]) {
      result.append(PlacedNode(node: node, path: path))
      guard !node.children.isEmpty else { return }
      let path = path + [node]
      for child in node.children { visit(child, below: path) }
    }
    for root in roots { visit(root, below: []) }
    return result
  }

  /// Every indicator with the path of nodes that it belongs to, in printed order.
  public var indicators: [PlacedIndicator] {
    var result: [PlacedIndicator] = []
    func visit(_ node: PlanNode, below path: [PlanNode]) {
      let path = path + [node]
      for indicator in node.indicators {
        result.append(PlacedIndicator(indicator: indicator, path: path))
      }
      for child in node.children { visit(child, below: path) }
    }
    for root in roots { visit(root, below: []) }
    return result
  }
}

/// A node and where it stands in its plan.
public struct PlacedNode: Hashable, Sendable {
  /// The node.
  public let node: PlanNode
  /// The nodes above, the topmost first.
  public let path: [PlanNode]

  /// Hashes where the node was printed, and not the whole tree below it.
  public func hash(into hasher: inout Hasher) { hasher.combine(node.citation) }

  /// The nearest node of a level among the node itself and those above.
  public func nearest(_ level: PlanLevel) -> PlanNode? {
    node.level == level ? node : path.last { $0.level == level }
  }
}

/// An indicator and where it stands in its plan.
public struct PlacedIndicator: Hashable, Sendable {
  /// The indicator.
  public let indicator: Indicator
  /// The nodes that it belongs to, the topmost first.
  public let path: [PlanNode]

  /// Places an indicator, such as one of a user's own.
  package init(indicator: Indicator, path: [PlanNode] = []) {
    self.indicator = indicator
    self.path = path
  }

  /// Hashes where the indicator was printed, and not the trees that it stands in.
  public func hash(into hasher: inout Hasher) { hasher.combine(indicator.citation) }

  /// The node of a level that the indicator belongs to.
  public func node(_ level: PlanLevel) -> PlanNode? { path.last { $0.level == level } }

  /// The level of the node that owns the indicator.
  public var level: PlanLevel? { path.last?.level }

  /// The number of the measure: from the tree, or from the document that says where a project belongs.
  public var measureNumber: String? {
    node(.measure)?.number ?? path.last { $0.measureReference != nil }?.measureReference?.number
  }
}
