package import MunicipalModel

/// Two indicators of two documents, or of two editions, that are the same.
package struct IndicatorMatch: Hashable, Sendable {
  /// The indicator of the first plan.
  package let left: PlacedIndicator
  /// The indicator of the second plan.
  package let right: PlacedIndicator
  /// By what they were taken for the same.
  package let rule: MatchRule
  /// How sure the match is, 0 to 1.
  package let score: Double
}

/// Which indicators of two plans are the same. No match is forced.
package struct IndicatorMatching: Hashable, Sendable {
  /// The pairs.
  package let matches: [IndicatorMatch]
  /// The indicators of the first plan without a partner.
  package let unmatchedLeft: [PlacedIndicator]
  /// The indicators of the second plan without a partner.
  package let unmatchedRight: [PlacedIndicator]

  /// Matches the indicators of two plans of one city.
  ///
  /// Projects are matched first, within a goal, by their names; then the indicators of matched projects,
  /// and the indicators of goals of the same number. A unit that differs rules a similar name out.
  package init(_ left: Plan, _ right: Plan) {
    self.init(left.indicators, right.indicators)
  }

  init(_ left: [PlacedIndicator], _ right: [PlacedIndicator]) {
    var pool = Pool(left: left, right: right)
    let (leftGroups, rightGroups) = (Group.groups(of: left), Group.groups(of: right))
    for (leftGroup, rightGroup, nameScore) in Group.matched(leftGroups, rightGroups) {
      pool.match(leftGroup.indices, rightGroup.indices, limit: nameScore)
    }
    // What is left may have moved to another project of the same goal.
    pool.matchAcrossProjects()
    matches = pool.matches.sorted {
      $0.left.indicator.citation.line < $1.left.indicator.citation.line
    }
    unmatchedLeft = pool.freeLeft.map { left[$0] }
    unmatchedRight = pool.freeRight.map { right[$0] }
  }
}

/// The indicators of one project, or those of one goal itself.
private struct Group {
  let goal: String
  let project: ComparedName?
  var indices: [Int]

  static func groups(of indicators: [PlacedIndicator]) -> [Group] {
    var groups: [Group] = []
    var index: [[String]: Int] = [:]
    for (offset, placed) in indicators.enumerated() {
      let goal = placed.node(.goal)?.number ?? ""
      let project = placed.level == .project ? placed.path.last : nil
      let key = [goal, project?.title ?? "", project.map { "\($0.citation.line)" } ?? ""]
      if let found = index[key] {
        groups[found].indices.append(offset)
      } else {
        index[key] = groups.count
        groups.append(
          Group(
            goal: goal, project: project.map { ComparedName($0.title) }, indices: [offset]))
      }
    }
    return groups
  }

  /// Pairs of groups, the best scores first, each group once.
  static func matched(_ left: [Group], _ right: [Group]) -> [(Group, Group, Double)] {
    var candidates: [(left: Int, right: Int, score: Double)] = []
    for (i, first) in left.enumerated() {
      for (j, second) in right.enumerated() where first.goal == second.goal {
        switch (first.project, second.project) {
        case (nil, nil): candidates.append((i, j, 1))
        case (let name?, let other?):
          if let match = name.match(other) { candidates.append((i, j, match.score)) }
        default: break
        }
      }
    }
    candidates.sort { ($1.score, $0.left, $0.right) < ($0.score, $1.left, $1.right) }
    var (takenLeft, takenRight): (Set<Int>, Set<Int>) = ([], [])
    var result: [(Group, Group, Double)] = []
    for candidate in candidates
    where !takenLeft.contains(candidate.left) && !takenRight.contains(candidate.right) {
      takenLeft.insert(candidate.left)
      takenRight.insert(candidate.right)
      result.append((left[candidate.left], right[candidate.right], candidate.score))
    }
    return result
  }
}

/// The indicators that have no partner yet.
private struct Pool {
  let left: [PlacedIndicator]
  let right: [PlacedIndicator]
  var freeLeft: [Int]
  var freeRight: [Int]
  var matches: [IndicatorMatch] = []
  private let leftNames: [ComparedName]
  private let rightNames: [ComparedName]

  init(left: [PlacedIndicator], right: [PlacedIndicator]) {
    self.left = left
    self.right = right
    leftNames = left.map { ComparedName($0.indicator.name) }
    rightNames = right.map { ComparedName($0.indicator.name) }
    freeLeft = Array(left.indices)
    freeRight = Array(right.indices)
  }

  /// Matches the indicators of two groups, the best scores first.
  mutating func match(_ lefts: [Int], _ rights: [Int], limit: Double) {
    var candidates: [(Int, Int, MatchRule, Double)] = []
    for i in lefts {
      for j in rights {
        guard let found = score(i, j) else { continue }
        candidates.append((i, j, found.rule, found.score))
      }
    }
    take(candidates, limit: limit)
    let (restLeft, restRight) = (lefts.filter(freeLeft.contains), rights.filter(freeRight.contains))
    guard restLeft.count == 1, restRight.count == 1, let i = restLeft.first,
      let j = restRight.first,
      left[i].indicator.unit == right[j].indicator.unit,
      left[i].indicator.target?.reading.value
        == right[j].indicator.target?.reading.value
    else { return }
    add(i, j, .onlyOneLeft, 0.5 * limit)
  }

  /// Matches what is left within a goal, by name to the letter or nearly so, whatever the project.
  mutating func matchAcrossProjects() {
    var candidates: [(Int, Int, MatchRule, Double)] = []
    for i in freeLeft {
      for j in freeRight
      where left[i].node(.goal)?.number == right[j].node(.goal)?.number
        && left[i].level == right[j].level
      {
        guard let found = score(i, j), found.rule != .similar else { continue }
        candidates.append((i, j, found.rule, found.score))
      }
    }
    take(candidates, limit: 0.8)
  }

  private func score(_ i: Int, _ j: Int) -> (rule: MatchRule, score: Double)? {
    guard let found = leftNames[i].match(rightNames[j]) else { return nil }
    let (first, second) = (left[i].indicator.unit, right[j].indicator.unit)
    if found.rule == .similar, !first.isEmpty, !second.isEmpty,
      NameVariants.builtIn.unified(first) != NameVariants.builtIn.unified(second)
    {
      return nil
    }
    return found
  }

  private mutating func take(_ candidates: [(Int, Int, MatchRule, Double)], limit: Double) {
    for (i, j, rule, score) in candidates.sorted(by: { ($1.3, $0.0, $0.1) < ($0.3, $1.0, $1.1) })
    where freeLeft.contains(i) && freeRight.contains(j) {
      add(i, j, rule, score * limit)
    }
  }

  private mutating func add(_ i: Int, _ j: Int, _ rule: MatchRule, _ score: Double) {
    matches.append(IndicatorMatch(left: left[i], right: right[j], rule: rule, score: score))
    freeLeft.removeAll { $0 == i }
    freeRight.removeAll { $0 == j }
  }
}
