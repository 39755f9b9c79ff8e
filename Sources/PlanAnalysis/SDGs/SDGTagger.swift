public import MunicipalModel

/// Tags the nodes of plans with the goals that they serve, and says why.
///
/// A tag that the document prints wins: a node that has one gets no other. Next comes what the city's own file
/// says of the node. Otherwise tags are assigned by the words of the title, by the concepts of the
/// node's indicators, and by the words of the names of indicators without a concept; a node that says
/// nothing of itself has the goals of the node above.
package struct SDGTagger: Sendable {
  /// The goals and the rules.
  package let rules: SDGRules
  private let crosswalk: Crosswalk
  private let assignments: [GoalAssignment]

  /// Makes a tagger for the plans of one municipality.
  ///
  /// - Parameters:
  ///   - rules: the goals and the rules.
  ///   - crosswalk: which indicator measures which concept, and the cities' own files.
  ///   - municipality: whose plans are tagged.
  package init(rules: SDGRules, crosswalk: Crosswalk, municipality: MunicipalityCode) {
    self.rules = rules
    self.crosswalk = crosswalk
    assignments = crosswalk.notes[municipality]?.goals ?? []
  }

  /// The plan with every node tagged.
  package func tagged(_ plan: Plan) -> Plan {
    Plan(
      document: plan.document, title: plan.title, edition: plan.edition, term: plan.term,
      progress: plan.progress, roots: plan.roots.map { tagged($0, below: nil) })
  }

  /// The goals that one indicator of a tagged node serves.
  ///
  /// They are its own, by its concept or its name; without any, those of the node.
  package func goals(of indicator: Indicator, in node: PlanNode) -> Set<Int> {
    let decided = node.sdgs.contains(where: \.isPublished) || assignment(for: node) != nil
    let own = decided ? [] : ownReasons(of: indicator, in: node).map(\.goal)
    return Set(own.isEmpty ? node.sdgs.map(\.goal) : own)
  }

  private typealias Reason = (goal: Int, rationale: LocalizedText)

  private func tagged(_ node: PlanNode, below parent: PlanNode?) -> PlanNode {
    var result = node
    result.sdgs = tags(of: node, below: parent)
    result.children = node.children.map { tagged($0, below: result) }
    return result
  }

  private func tags(of node: PlanNode, below parent: PlanNode?) -> [SDGTag] {
    let published = node.sdgs.filter(\.isPublished)
    if !published.isEmpty { return published }
    let printed = PublishedSDGTags.tags(in: node.title, citation: node.citation)
    if !printed.isEmpty { return printed }
    if let assignment = assignment(for: node) {
      return Self.tags(assignment.goals.map { ($0, assignment.reason) })
    }
    let own =
      node.indicators.flatMap { conceptReasons(of: $0, in: node) } + reasons(in: node.title)
      + node.indicators.flatMap { ownReasons(of: $0, in: node) }
    if !own.isEmpty { return Self.tags(own) }
    guard let parent else { return [] }
    let reason = LocalizedText(
      ja: "上位の「\(parent.title)」から", en: "from 「\(parent.title)」 above")
    return Self.tags(parent.sdgs.map { ($0.goal, reason) })
  }

  /// One assigned tag a goal, in the order of the goals; the first reason counts.
  private static func tags(_ reasons: [Reason]) -> [SDGTag] {
    var seen: Set<Int> = []
    return reasons.filter { seen.insert($0.goal).inserted }.sorted { $0.goal < $1.goal }
      .compactMap { SDGTag(goal: $0.goal, basis: .assigned(rationale: $0.rationale)) }
  }

  private func ownReasons(of indicator: Indicator, in node: PlanNode) -> [Reason] {
    let reasons = conceptReasons(of: indicator, in: node)
    return reasons.isEmpty ? self.reasons(in: indicator.name) : reasons
  }

  private func conceptReasons(of indicator: Indicator, in node: PlanNode) -> [Reason] {
    guard let concept = concept(of: indicator, in: node) else { return [] }
    return concept.sdgs.map { goal in
      let rationale = LocalizedText(
        ja: "指標の概念「\(concept.name.ja)」: \(goal.rationale.ja)",
        en: "concept \"\(concept.name.en)\": \(goal.rationale.en)")
      return (goal.goal, rationale)
    }
  }

  private func reasons(in text: String) -> [Reason] {
    let key = TextFolding.key(text)
    let scalars = Set(key.unicodeScalars)
    return rules.rules.compactMap { rule in
      guard let word = rule.word(in: key, of: scalars) else { return nil }
      let rationale = LocalizedText(
        ja: "「\(word)」の語: \(rule.rationale.ja)", en: "the word 「\(word)」: \(rule.rationale.en)")
      return (rule.goal, rationale)
    }
  }

  private func concept(of indicator: Indicator, in node: PlanNode) -> IndicatorConcept? {
    if let member = crosswalk.member(indicator) { return member.concept }
    return crosswalk.taxonomy.concepts(for: indicator.name, titles: [node.title]).first
  }

  private func assignment(for node: PlanNode) -> GoalAssignment? {
    assignments.first { $0.names(node) }
  }
}

extension SDGTag {
  /// Whether the document prints the tag.
  public var isPublished: Bool {
    if case .published = basis { return true }
    return false
  }
}

/// Finds the goals that a document prints itself, such as 「○○事業【SDGs：8、9】」.
enum PublishedSDGTags {
  /// The goals after the word SDGs, or after ゴール or 目標 that follow it.
  ///
  /// Icons are images that a text does not have; only printed numbers are found. Numbers outside of 1 to
  /// 17 are no goals.
  static func tags(in text: String, citation: Citation) -> [SDGTag] {
    let key = TextFolding.key(text)
    guard let start = ["SDGs", "ＳＤＧｓ", "SDGS", "SDG"].compactMap({ key.firstOffset(of: $0) }).min()
    else { return [] }
    var scanner = TextScanner(String(decoding: Array(key.utf8)[start...], as: UTF8.self))
    _ = scanner.skip(anyOf: ["SDGs", "SDGS", "SDG"])
    var goals: [Int] = []
    while !scanner.isAtEnd {
      _ = scanner.skip(anyOf: ["ゴール", "目標", "No.", "goals", "goal", "番"])
      if let number = scanner.number(maximumDigits: 2) {
        goals.append(number)
      } else if let scalar = scanner.current, separators.contains(scalar) {
        scanner.position += 1
      } else {
        break
      }
    }
    return goals.uniqued.compactMap {
      SDGTag(goal: $0, basis: .published(citation))
    }
  }

  private static let separators: Set<Unicode.Scalar> = [
    ":", "、", ",", "，", "・", " ", "(", ")", "[", "]", "【", "】", "の", "/", "&", "#", "-",
  ]
}
