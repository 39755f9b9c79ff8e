/// One node of a plan's tree: a goal, a direction, a measure, a project, a vision, a pledge.
public struct PlanNode: Hashable, Sendable, Codable {
  /// The rank of the node.
  public let level: PlanLevel
  /// The number as printed with its width folded, such as `1`, `3-2`, `02-4`; empty if none is.
  public let number: String
  /// The title.
  public let title: String
  /// Where the title was printed.
  public let citation: Citation
  /// The departments in charge (担当部署), in printed order.
  public var departments: [String]
  /// What a revision says happened to the node.
  package var lifecycle: [LifecycleMark]
  /// Every place that prints how far the node has come, in percent.
  package var progress: [CitedReading]
  /// The measure that the node belongs to, where another document says so.
  package var measureReference: NodeReference?
  /// SDGs that the node serves.
  public var sdgs: [SDGTag]
  /// The node's own indicators.
  public var indicators: [Indicator]
  /// The nodes below.
  public var children: [PlanNode]

  /// Makes a node without children.
  package init(
    level: PlanLevel, number: String = "", title: String, citation: Citation,
    departments: [String] = [], lifecycle: [LifecycleMark] = [], progress: [CitedReading] = [],
    measureReference: NodeReference? = nil, sdgs: [SDGTag] = [], indicators: [Indicator] = [],
    children: [PlanNode] = []
  ) {
    self.level = level
    self.number = number
    self.title = title
    self.citation = citation
    self.departments = departments
    self.lifecycle = lifecycle
    self.progress = progress
    self.measureReference = measureReference
    self.sdgs = sdgs
    self.indicators = indicators
    self.children = children
  }
}

/// A reading with the place it was printed.
package struct CitedReading: Hashable, Sendable, Codable {
  /// What the cell says.
  package let reading: Reading
  /// Where it was printed.
  package let citation: Citation

  /// Makes a cited reading.
  package init(reading: Reading, citation: Citation) {
    self.reading = reading
    self.citation = citation
  }
}

/// A node of another document, by its number.
package struct NodeReference: Hashable, Sendable, Codable {
  /// The number of the node, such as `3`.
  package let number: String
  /// Where the other document prints the link.
  package let citation: Citation

  /// Makes a reference.
  package init(number: String, citation: Citation) {
    self.number = number
    self.citation = citation
  }
}
