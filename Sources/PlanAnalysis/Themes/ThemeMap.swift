package import MunicipalModel

/// Which common theme each part of the cities' plans belongs to.
///
/// Cities cut their goals differently; their own files say which theme a goal, a measure or a project
/// belongs to, and why. What is below a node has its themes, unless it is named itself.
package struct ThemeMap: Sendable {
  /// A node with the themes that it was given.
  package struct Entry: Hashable, Sendable {
    /// The municipality.
    package let municipality: Municipality
    /// The document.
    package let document: DocumentID
    /// The node.
    package let placed: PlacedNode
    /// The themes, the main one first.
    package let themes: [String]
    /// Why.
    package let reason: LocalizedText
  }

  /// What one municipality has in one theme, by the main theme of each node.
  package struct Summary: Hashable, Sendable {
    /// The projects of the strategy.
    package let projects: Int
    /// The indicators of the strategy.
    package let indicators: Int
    /// How many of the indicators have a pace.
    package let judged: Int
    /// The median pace of those; 1 is exactly on schedule. Extreme ones are left out; `nil` if none is left.
    package let medianPace: Double?
    /// The mayor's pledges.
    package let pledges: Int
    /// The median of the progress that the pledges print, in percent.
    package let medianPledgeProgress: Double?
  }

  /// What stands for a theme where no file gives one.
  package static let noTheme = ""

  /// The nodes that a city's file names, in printed order.
  package let entries: [Entry]
  private let summaries: [MunicipalityCode: [String: Summary]]

  /// Maps the current plans of the municipalities of a crosswalk, by the cities' own files.
  package init(_ crosswalk: Crosswalk) {
    var entries: [Entry] = []
    var summaries: [MunicipalityCode: [String: Summary]] = [:]
    for municipality in crosswalk.municipalities {
      guard let selection = crosswalk.plans[municipality.code] else { continue }
      let own = crosswalk.notes[municipality.code]?.themes ?? []
      for plan in selection.plans {
        for placed in plan.nodes {
          guard let found = own.first(where: { $0.names(placed.node, in: plan.document) })
          else { continue }
          entries.append(
            Entry(
              municipality: municipality, document: plan.document, placed: placed,
              themes: found.themes, reason: found.reason))
        }
      }
      summaries[municipality.code] =
        ThemeCounting(selection: selection, assignments: own, crosswalk: crosswalk).summaries
    }
    self.entries = entries
    self.summaries = summaries
  }

  /// Whether a municipality's file gives a theme to any part of its plans.
  package func hasThemes(_ municipality: MunicipalityCode) -> Bool {
    entries.contains { $0.municipality.code == municipality }
  }

  /// What a municipality has in a theme, or in ``noTheme``; `nil` if it has nothing there.
  package func summary(_ theme: String, of municipality: MunicipalityCode) -> Summary? {
    summaries[municipality]?[theme]
  }
}

extension ThemeAssignment {
  /// Whether the assignment is about a node of a document.
  func names(_ node: PlanNode, in document: DocumentID) -> Bool {
    guard documents.isEmpty || documents.contains(document), node.level == level else {
      return false
    }
    if let number { return TextFolding.key(number) == TextFolding.key(node.number) }
    guard let title else { return false }
    return TextFolding.key(node.title).hasPrefix(TextFolding.key(title))
  }
}

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
