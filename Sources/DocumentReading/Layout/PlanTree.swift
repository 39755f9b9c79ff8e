import MunicipalModel

/// A plan's tree while it is read: nodes hang below the open ones, and can be opened again.
struct PlanTree {
  private struct Entry {
    var node: PlanNode
    /// The title for comparing.
    let key: String
    let parent: Int?
    /// The heading as it stands in citations below it.
    var heading: String
  }

  private var entries: [Entry] = []
  private var open: [Int] = []
  private let levels: [PlanLevel]

  /// - Parameter levels: the levels of the headings, the outermost first.
  init(levels: [PlanLevel]) { self.levels = levels }

  private func rank(_ level: PlanLevel) -> Int { levels.firstIndex(of: level) ?? levels.count }

  /// Whether there is a node that indicators can belong to.
  var hasOpenNode: Bool { !open.isEmpty }

  /// The headings of the open nodes, the outermost first.
  var openHeadings: [String] { open.map { entries[$0].heading } }

  /// Whether a heading of a level has a node to hang below.
  ///
  /// - Parameter inner: the level of a node that is about to be opened, if there is one.
  func hasPlace(for level: PlanLevel, within inner: PlanLevel? = nil) -> Bool {
    rank(level) == 0 || inner.map { rank($0) < rank(level) } ?? false
      || open.contains { rank(entries[$0].node.level) < rank(level) }
  }

  /// Ends the open nodes of a level and of those below it.
  mutating func close(_ level: PlanLevel) {
    let limit = rank(level)
    open = open.filter { rank(entries[$0].node.level) < limit }
  }

  /// Adds a node below the open ones; opens it unless it stands in a list.
  mutating func add(_ node: PlanNode, heading: String, opens: Bool) {
    entries.append(
      Entry(
        node: node, key: TextFolding.key(node.title), parent: open.last, heading: heading))
    if opens { open.append(entries.count - 1) }
  }

  /// Adds a mark to the innermost open node.
  mutating func add(_ mark: LifecycleMark) {
    if let target = open.last { entries[target].node.lifecycle.append(mark) }
  }

  /// Whether ``reopen(_:number:title:heading:)`` would find a node.
  func has(_ level: PlanLevel, number: String, title: String) -> Bool {
    find(level, number: number, title: title) != nil
  }

  private func find(_ level: PlanLevel, number: String, title: String) -> Int? {
    let key = TextFolding.key(title)
    return entries.indices.last {
      let node = entries[$0].node
      return node.level == level
        && (number.isEmpty ? entries[$0].key == key : node.number == number)
        && (entries[$0].parent.map(open.contains) ?? true)
    }
  }

  /// Opens the newest node of a level and number again; of the same title, if there is no number.
  ///
  /// - Parameter heading: what citations below it say from here on; what they said before if `nil`.
  /// - Returns: the node; `nil` if there is none below the open nodes.
  @discardableResult
  mutating func reopen(
    _ level: PlanLevel, number: String, title: String = "", heading: String? = nil
  ) -> PlanNode? {
    guard let found = find(level, number: number, title: title) else { return nil }
    open.append(found)
    if let heading { entries[found].heading = heading }
    return entries[found].node
  }

  /// Opens the node of a level again that has the same number and the same title, if there is one below
  /// the open nodes.
  mutating func reopenSame(_ level: PlanLevel, number: String, title: String) -> Bool {
    let key = TextFolding.key(title)
    let found = entries.indices.last {
      let entry = entries[$0]
      return entry.node.level == level && entry.node.number == number && entry.key == key
        && (entry.parent.map(open.contains) ?? true)
    }
    guard let found else { return false }
    open.append(found)
    return true
  }

  /// The title of an open node that stands on a line.
  func title(at line: Int) -> String? {
    open.last { entries[$0].node.citation.line == line }.map { entries[$0].node.title }
  }

  /// Adds an indicator to the innermost open node, or to the open node of a level.
  ///
  /// - Returns: `false` if no node is open.
  mutating func add(_ indicator: Indicator, at level: PlanLevel?) -> Bool {
    let target = open.last { level == nil || entries[$0].node.level == level } ?? open.last
    guard let target else { return false }
    entries[target].node.indicators.append(indicator)
    return true
  }

  /// Adds an indicator to the project of a table's row, which stands below the innermost open node.
  ///
  /// - Returns: `false` if no node is open.
  mutating func add(_ indicator: Indicator, to project: PlanNode) -> Bool {
    guard let parent = open.last else { return false }
    if let last = entries.indices.last, entries[last].parent == parent,
      entries[last].node.level == .project, entries[last].node.citation == project.citation
    {
      entries[last].node.indicators.append(indicator)
    } else {
      var node = project
      node.indicators = [indicator]
      entries.append(
        Entry(
          node: node, key: TextFolding.key(node.title), parent: parent, heading: node.title))
    }
    return true
  }

  /// The finished tree.
  var roots: [PlanNode] {
    PlanNode.tree(of: entries.map(\.node), parents: entries.map(\.parent))
  }
}
