import Demography
import MunicipalModel

/// Computes the printed averages of the pledges' progress again, at each level.
///
/// They are rounded as the document declares, or else by the rule that most of them follow. Tomakomai truncates: a
/// vision is the mean of its pledges without decimals, and the whole is the mean of the truncated visions with one
/// decimal, 289 ÷ 7 = 41.28… → 41.2.
enum ProgressRederivation {
  /// A printed mean, and what it should be.
  private struct PrintedMean {
    let printed: CitedReading
    let value: ExactDecimal
    let mean: MeanProgress
    var candidates: [MeanProgress] = []

    func follows(by rule: RoundingRule) -> Bool {
      value.scale <= 9 && mean.rounded(to: value.scale, rule: rule) == value
    }
  }

  static func add(_ contents: DocumentContents, to rederivation: inout Rederivation) {
    for plan in contents.plans where !(plan.progress.isEmpty && parents(in: plan.roots).isEmpty) {
      let rule = rounding(of: plan, declared: contents.meanRounding)
      for entry in means(of: plan, rule) {
        rederivation.add(.progress, entry.value, at: entry.printed.citation) {
          () throws(DemographyError) in
          try PublishedRateCheck(
            entry.value, citation: entry.printed.citation, against: entry.mean, rule: rule,
            candidates: entry.candidates)
        }
      }
    }
  }

  /// How a plan's means are rounded: as declared, or by the rule that most of the printed ones follow.
  static func rounding(of plan: Plan, declared: RoundingRule?) -> RoundingRule {
    declared
      ?? .mostFrequent(
        in: RoundingRule.allCases.flatMap { rule in
          means(of: plan, rule).filter { $0.follows(by: rule) }.map { _ in [rule] }
        })
  }

  private static func means(of plan: Plan, _ rule: RoundingRule) -> [PrintedMean] {
    func printed(
      _ readings: [CitedReading], _ mean: MeanProgress?, _ candidates: [MeanProgress] = []
    ) -> [PrintedMean] {
      guard let mean else { return [] }
      return readings.compactMap { reading in
        reading.reading.value.map {
          PrintedMean(printed: reading, value: $0, mean: mean, candidates: candidates)
        }
      }
    }
    return parents(in: plan.roots).flatMap { printed($0.progress, meanProgress(of: $0)) }
      + printed(
        plan.progress, overallProgress(of: plan, rule),
        [meanOfLeaves(of: plan)].compactMap(\.self))
  }

  /// The nodes with a printed progress that have children with one, in printed order.
  private static func parents(in nodes: [PlanNode]) -> [PlanNode] {
    nodes.flatMap { node in
      let isParent = !node.progress.isEmpty && node.children.contains { !$0.progress.isEmpty }
      return (isParent ? [node] : []) + parents(in: node.children)
    }
  }

  /// The mean of a node's children.
  static func meanProgress(of node: PlanNode) -> MeanProgress? {
    MeanProgress(
      name: LocalizedText(
        ja: "\(node.number) \(node.title)の平均", en: "mean of \(node.number) \(node.title)"),
      of: node.children)
  }

  /// The mean of the topmost nodes, each as printed or, where it is not printed, rounded to a whole number.
  static func overallProgress(of plan: Plan, _ rule: RoundingRule) -> MeanProgress? {
    var parts: [ExactDecimal] = []
    var sources: [Citation] = []
    for root in plan.roots {
      if let printed = root.progress.first, let value = printed.reading.value {
        parts.append(value)
        sources.append(printed.citation)
      } else if let mean = meanProgress(of: root),
        let value = mean.rounded(to: 0, rule: rule)
      {
        parts.append(value)
        sources += mean.sources
      }
    }
    return MeanProgress(
      name: LocalizedText(ja: "\(plan.title)全体の平均", en: "mean of the whole of \(plan.title)"),
      parts: parts, sources: sources)
  }

  /// The mean of all pledges at once, which is another figure than the mean of the visions' means.
  private static func meanOfLeaves(of plan: Plan) -> MeanProgress? {
    MeanProgress(
      name: LocalizedText(ja: "全公約の平均", en: "mean of all pledges"),
      of: plan.roots.flatMap(\.children))
  }
}

extension RoundingRule {
  /// The rule that stands in most of some lists; half up where another stands in no more of them.
  static func mostFrequent(in lists: [[RoundingRule]]) -> Self {
    // The first of several that are in as many: half up is the first case.
    allCases.max { first, second in
      lists.count { $0.contains(first) } < lists.count { $0.contains(second) }
    } ?? .halfUp
  }
}
