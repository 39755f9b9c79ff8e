import MunicipalModel

/// Counts what the plans of one municipality have in each theme.
struct ThemeCounting {
  let selection: PlanSelection
  let assignments: [ThemeAssignment]
  let crosswalk: Crosswalk

  private struct Count {
    var projects = 0
    var indicators = 0
    var paces: [(value: Double, isExtreme: Bool)] = []
    var pledges = 0
    var progress: [Double] = []
  }

  var summaries: [String: ThemeMap.Summary] {
    var counts: [String: Count] = [:]
    for plan in selection.plans {
      for placed in plan.nodes {
        let theme = theme(of: placed, in: plan.document) ?? ThemeMap.noTheme
        if plan == selection.lead { count(placed, in: plan, &counts[theme, default: Count()]) }
        if placed.node.level == .pledge { countPledge(placed, &counts[theme, default: Count()]) }
      }
    }
    return counts.mapValues { count in
      ThemeMap.Summary(
        projects: count.projects, indicators: count.indicators, judged: count.paces.count,
        medianPace: count.paces.filter { !$0.isExtreme }.map(\.value).median,
        pledges: count.pledges, medianPledgeProgress: count.progress.median)
    }
  }

  private func count(_ placed: PlacedNode, in plan: Plan, _ count: inout Count) {
    if placed.node.level == .project { count.projects += 1 }
    count.indicators += placed.node.indicators.count
    count.paces += placed.node.indicators.compactMap {
      crosswalk.pace(of: $0, at: placed, term: plan.term)
    }
  }

  private func countPledge(_ placed: PlacedNode, _ count: inout Count) {
    count.pledges += 1
    if let printed = placed.node.progress.first?.reading.value {
      count.progress.append(printed.doubleValue)
    }
  }

  /// The main theme of the nearest node that is named.
  private func theme(of placed: PlacedNode, in document: DocumentID) -> String? {
    for node in [placed.node] + placed.path.reversed() {
      if let found = assignments.first(where: { $0.names(node, in: document) }) {
        return found.themes.first
      }
    }
    return nil
  }
}
