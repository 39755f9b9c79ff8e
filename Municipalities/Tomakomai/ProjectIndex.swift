import MunicipalModel

/// Which measure of the strategy each project belongs to.
struct ProjectIndex {
  private struct Entry {
    let key: String
    let reference: NodeReference
    let goal: String
  }

  private let entries: [Entry]

  init(goals: [PlanNode]) {
    let plan = Plan(document: "tomakomai-progress", title: "", roots: goals)
    entries = plan.nodes.compactMap { placed in
      guard placed.node.level == .project, let measure = placed.nearest(.measure),
        let goal = placed.nearest(.goal)
      else { return nil }
      return Entry(
        key: Self.key(placed.node.title),
        reference: NodeReference(number: measure.number, citation: placed.node.citation),
        goal: goal.number)
    }
  }

  /// The measure of the project of the same name in a goal, or of the most similar name.
  ///
  /// Names differ by brackets, by とまこまい and 苫小牧, or by a word, as なでしこ就業応援事業 and
  /// なでしこ就職応援事業. At least three fifths of the pairs of neighbouring characters must agree.
  func measure(of project: String, goal: String) -> NodeReference? {
    let key = Self.key(project)
    if let exact = entries.first(where: { $0.key == key }) { return exact.reference }
    let scored = entries.filter { $0.goal == goal }
      .map { (entry: $0, score: NameSimilarity.dice($0.key, key)) }
    guard let best = scored.max(by: { $0.score < $1.score }), best.score >= 0.6 else { return nil }
    return best.entry.reference
  }

  /// The name without what stands in brackets, with the city's name spelt in one way.
  private static func key(_ name: String) -> String {
    let key = TextFolding.key(name)
    let end = key.firstIndex { $0 == "(" } ?? key.endIndex
    return NameSimilarity.replacing("とまこまい", with: "苫小牧", in: String(key[..<end]))
  }
}
