import Demography
import MunicipalModel

/// Computes the printed averages of the pledges' progress again, at each level.
///
/// Tomakomai truncates: a vision is the mean of its pledges without decimals, and the whole is the
/// mean of the truncated visions with one decimal, 289 ÷ 7 = 41.28… → 41.2.
enum ProgressRederivation {
  static func add(_ contents: DocumentContents, to rederivation: inout Rederivation) {
    for plan in contents.plans {
      let parents = plan.nodes.map(\.node).filter { node in
        !node.progress.isEmpty && node.children.contains { !$0.progress.isEmpty }
      }
      for node in parents {
        guard let mean = meanProgress(of: node) else { continue }
        for printed in node.progress { rederivation.add(printed, mean: mean) }
      }
      guard let overall = overallProgress(of: plan) else { continue }
      let leaves = meanOfLeaves(of: plan)
      for printed in plan.progress {
        rederivation.add(printed, mean: overall, candidates: leaves.map { [$0] } ?? [])
      }
    }
  }

  /// The mean of a node's children.
  static func meanProgress(of node: PlanNode) -> MeanProgress? {
    let children = node.children.compactMap { child in
      child.progress.first.flatMap { first in first.reading.value.map { ($0, first.citation) } }
    }
    return MeanProgress(
      name: LocalizedText(
        ja: "\(node.number) \(node.title)の平均", en: "mean of \(node.number) \(node.title)"),
      parts: children.map(\.0), sources: children.map(\.1))
  }

  /// The mean of the topmost nodes, each as printed or, where it is not printed, truncated.
  static func overallProgress(of plan: Plan) -> MeanProgress? {
    var parts: [ExactDecimal] = []
    var sources: [Citation] = []
    for root in plan.roots {
      if let printed = root.progress.first, let value = printed.reading.value {
        parts.append(value)
        sources.append(printed.citation)
      } else if let mean = meanProgress(of: root),
        let value = mean.rounded(to: 0, rule: .truncated)
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
    let leaves = plan.roots.flatMap(\.children).compactMap { child in
      child.progress.first.flatMap { first in first.reading.value.map { ($0, first.citation) } }
    }
    return MeanProgress(
      name: LocalizedText(ja: "全公約の平均", en: "mean of all pledges"), parts: leaves.map(\.0),
      sources: leaves.map(\.1))
  }
}

extension Rederivation {
  /// Takes a printed mean, which is truncated.
  fileprivate mutating func add(
    _ printed: CitedReading, mean: MeanProgress, candidates: [MeanProgress] = []
  ) {
    guard let value = printed.reading.value else { return }
    add(.progress, value, at: printed.citation) { () throws(DemographyError) in
      try PublishedRateCheck(
        value, citation: printed.citation, against: mean, rule: .truncated, candidates: candidates)
    }
  }
}
