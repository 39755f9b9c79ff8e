package import MunicipalModel

/// The progress of several indicators together: grades, median, and what could not be judged.
package struct ProgressSummary: Hashable, Sendable {
  /// How many indicators have a grade.
  package struct GradeCount: Hashable, Sendable {
    /// The grade.
    package let grade: JudgementScale.Grade
    /// How many.
    package let count: Int
  }

  /// How many indicators have no grade for one reason.
  package struct GapCount: Hashable, Sendable {
    /// The reason.
    package let gap: FigureGap
    /// How many.
    package let count: Int
  }

  /// The level that the indicators were put together by; ``MunicipalModel/PlanLevel/plan`` for all.
  package let level: PlanLevel
  /// The number of the goal that the node belongs to; empty for the whole plan.
  package let goal: String
  /// The number of the node; empty for the whole plan.
  package let number: String
  /// The title of the node.
  package let title: String
  /// How many indicators there are.
  package let total: Int
  /// The grades of the scale, the best first, also those that no indicator has.
  package let grades: [GradeCount]
  /// Why indicators have no grade, the most frequent reason first.
  package let notJudged: [GapCount]
  /// The median of the progress from the baseline, in percent; `nil` if none is defined. What is extreme by
  /// ``IndicatorProgress/isProgressExtreme`` is left out.
  package let medianProgress: Double?
  /// Of how many indicators the median is.
  package let medianCount: Int

  /// How many indicators have a grade.
  package var judged: Int { total - notJudged.map(\.count).reduce(0, +) }

  /// Puts indicators together.
  package init(
    of entries: [PlanProgress.Entry], on scale: JudgementScale, level: PlanLevel = .plan,
    goal: String = "", number: String = "", title: String = ""
  ) {
    self.level = level
    self.goal = goal
    self.number = number
    self.title = title
    total = entries.count
    grades = scale.grades.map { grade in
      GradeCount(grade: grade, count: entries.count { $0.judgement.grade == grade })
    }
    notJudged = FigureGap.ofProgress.map { gap in
      GapCount(gap: gap, count: entries.count { $0.judgement.gap == gap })
    }.filter { $0.count > 0 }.sorted { $0.count > $1.count }
    let progress = entries.map(\.progress).filter { !$0.isProgressExtreme }
      .compactMap { $0.progressFromBaseline.defined?.value }
    medianProgress = progress.median
    medianCount = progress.count
  }
}

extension PlanProgress {
  /// All indicators of the plan together.
  package var summary: ProgressSummary {
    ProgressSummary(of: entries, on: scale, title: plan.title)
  }

  /// The indicators put together by the nodes of a level, in printed order.
  ///
  /// Indicators that belong to no node of the level are left out, such as a goal's own in a summary by
  /// measure, and all of them where the document does not say to which direction a measure belongs.
  package func summaries(by level: PlanLevel) -> [ProgressSummary] {
    var keys: [NodeKey] = []
    var groups: [NodeKey: [Entry]] = [:]
    for entry in entries {
      guard let key = NodeKey(of: entry.progress.placed, level: level) else { continue }
      if groups[key] == nil { keys.append(key) }
      groups[key, default: []].append(entry)
    }
    let nodes = plan.nodes.filter { $0.node.level == level }
    return keys.map { key in
      ProgressSummary(
        of: groups[key] ?? [], on: scale, level: level, goal: key.goal, number: key.number,
        title: Self.title(key, among: nodes))
    }
  }

  /// The title of a node by its number within its goal; empty if the plan does not print it.
  package func title(of level: PlanLevel, number: String, goal: String) -> String {
    Self.title(
      NodeKey(goal: goal, number: number), among: plan.nodes.filter { $0.node.level == level })
  }

  private static func title(_ key: NodeKey, among nodes: [PlacedNode]) -> String {
    nodes.first { placed in
      placed.node.number == key.number && (placed.nearest(.goal)?.number ?? "") == key.goal
    }?.node.title ?? ""
  }

  /// How many indicators belong to no node of a level.
  package func countWithout(_ level: PlanLevel) -> Int {
    entries.count { NodeKey(of: $0.progress.placed, level: level) == nil }
  }
}

/// A node by its number within its goal, as cities number measures from 1 in each goal.
private struct NodeKey: Hashable {
  let goal: String
  let number: String

  init(goal: String, number: String) {
    self.goal = goal
    self.number = number
  }

  init?(of placed: PlacedIndicator, level: PlanLevel) {
    let found = level == .measure ? placed.measureNumber : placed.node(level)?.number
    guard let found else { return nil }
    goal = placed.node(.goal)?.number ?? ""
    number = found
  }
}
