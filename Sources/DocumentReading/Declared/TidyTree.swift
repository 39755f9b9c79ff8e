import MunicipalModel

/// A plan's tree while rows of figures are hung below the nodes and indicators that they name.
struct TidyTree {
  private struct NodeKey: Hashable {
    let parent: Int?
    let level: PlanLevel
    let number: String
    /// Empty if the node has a number, which alone says which one it is.
    let title: String
  }

  private struct NameKey: Hashable {
    let parent: Int?
    let name: String
  }

  private struct FigureKey: Hashable {
    let role: IndicatorFigure.Role
    let period: Period?
  }

  private struct Series {
    let name: String
    var unit: String
    var direction: PrintedDirection?
    let citation: Citation
    var observations: [IndicatorFigure] = []
    var figures: Set<FigureKey> = []
  }

  private var nodes: [PlanNode] = []
  private var parents: [Int?] = []
  private var found: [NodeKey: Int] = [:]
  private var otherTitles: Set<NodeKey> = []
  private var series: [Series] = []
  private var owners: [Int?] = []
  private var named: [NameKey: [Int]] = [:]

  /// The number of a node below another, which is made where it is not there yet.
  ///
  /// A second title of the same number is reported; the first is kept.
  mutating func index(
    of node: PlanNode, below parent: Int?, in session: inout DocumentSession
  ) -> Int {
    let title = node.number.isEmpty ? node.title : ""
    let key = NodeKey(parent: parent, level: node.level, number: node.number, title: title)
    guard let index = found[key] else {
      found[key] = nodes.count
      nodes.append(node)
      parents.append(parent)
      return nodes.count - 1
    }
    if nodes[index].title.isEmpty, !node.title.isEmpty {
      nodes[index] = node
    } else if !node.title.isEmpty, node.title != nodes[index].title {
      reportTitle(of: node, instead: nodes[index], below: parent, in: &session)
    }
    return index
  }

  private mutating func reportTitle(
    of node: PlanNode, instead first: PlanNode, below parent: Int?,
    in session: inout DocumentSession
  ) {
    let key = NodeKey(parent: parent, level: node.level, number: node.number, title: node.title)
    guard otherTitles.insert(key).inserted else { return }
    session.note(
      .warning, "title-differs", at: node.citation,
      ja: "\(node.level.rawValue) \(node.number) の題が\(first.citation.line)行目の「\(first.title)」と違います",
      en: "the title of \(node.level.rawValue) \(node.number) is \"\(first.title)\" in line "
        + "\(first.citation.line)")
  }

  /// Adds a figure to the indicator of a name below a node.
  ///
  /// A figure in another unit belongs to the same indicator, whose unit has then changed, unless that
  /// has a figure of the same role and period: then it is another indicator of the same name.
  mutating func add(
    _ observation: IndicatorFigure, of name: String, unit: String,
    direction: PrintedDirection? = nil, cited citation: Citation, to node: Int?,
    in session: inout DocumentSession
  ) {
    let key = NameKey(parent: node, name: name)
    let figure = FigureKey(role: observation.role, period: observation.period)
    let candidates = named[key] ?? []
    let isMeasured = observation.role.isMeasured
    let same =
      candidates.first { unit.isEmpty || !isMeasured || series[$0].unit == unit }
      ?? candidates.first { !series[$0].figures.contains(figure) }
    let index = same ?? series.count
    if same == nil {
      series.append(Series(name: name, unit: isMeasured ? unit : "", citation: citation))
      owners.append(node)
      named[key, default: []].append(index)
    }
    if series[index].unit.isEmpty, isMeasured {
      series[index].unit = unit.isEmpty ? observation.reading.quantity?.unit ?? "" : unit
    }
    series[index].direction = series[index].direction ?? direction
    series[index].observations.append(observation)
    if !series[index].figures.insert(figure).inserted {
      session.note(
        .warning, "repeated-figure", at: observation.citation,
        ja: "「\(name)」の同じ役割・時期の値がもう一つあります: \(observation.citation.printed)",
        en: "\"\(name)\" has another figure of the same role and period: "
          + observation.citation.printed)
    }
  }

  /// The finished tree.
  var roots: [PlanNode] {
    var nodes = nodes
    for (series, owner) in zip(series, owners) {
      guard let owner else { continue }
      nodes[owner].indicators.append(
        Indicator(
          name: series.name, unit: series.unit, citation: series.citation,
          printedDirection: series.direction, figures: series.observations))
    }
    return PlanNode.tree(of: nodes, parents: parents)
  }
}

extension PlanNode {
  /// Hangs nodes below their parents, each of which stands before its children.
  ///
  /// - Parameter parents: the place of each node's parent; `nil` for a topmost one.
  /// - Returns: the topmost nodes.
  static func tree(of nodes: [PlanNode], parents: [Int?]) -> [PlanNode] {
    // Going backwards, each node is complete when it is hung; its children came in reverse.
    var nodes = nodes
    var roots: [PlanNode] = []
    for index in nodes.indices.reversed() {
      nodes[index].children.reverse()
      if let parent = parents[index] {
        nodes[parent].children.append(nodes[index])
      } else {
        roots.append(nodes[index])
      }
    }
    return roots.reversed()
  }
}
