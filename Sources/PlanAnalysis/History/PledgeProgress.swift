import Demography
package import MunicipalModel

/// How far the pledges of a mayor (市長公約) have come, by vision, by pledge and by department.
package struct PledgeProgress: Hashable, Sendable {
  /// A vision or the whole, with its printed figure and the mean of what is below it.
  package struct Level: Hashable, Sendable {
    /// The number, such as `03`; empty for the whole.
    package let number: String
    /// The title.
    package let title: String
    /// The figure as printed, if the text has it.
    package let printed: CitedReading?
    /// The mean of the figures below.
    package let mean: MeanProgress
    /// The mean as the document rounds it, to the digits of the printed figure or to none.
    package let derived: ExactDecimal?
    /// How many pledges belong to it, with a figure or without.
    package let pledges: Int
  }

  /// A department and the pledges whose measures it is in charge of.
  package struct Department: Hashable, Sendable {
    /// The name.
    package let name: String
    /// How many measures it is in charge of, alone or with others.
    package let measures: Int
    /// The pledges of these measures with their progress, each once.
    package let pledges: [PlanNode]
    /// The mean progress of these pledges.
    package let mean: MeanProgress?
  }

  /// The visions.
  package let visions: [Level]
  /// The pledges, with their printed progress.
  package let pledges: [PlanNode]
  /// The whole.
  package let overall: Level?
  /// The departments, the one with most measures first.
  package let departments: [Department]

  /// How the document rounds its means.
  package let rounding: RoundingRule

  /// Reads the pledges of a plan, or `nil` if it has none.
  ///
  /// - Parameter declared: how the document says that its means are rounded.
  package init?(_ plan: Plan, rounding declared: RoundingRule? = nil) {
    let pledges = plan.nodes.map(\.node).filter { $0.level == .pledge }
    guard !pledges.isEmpty else { return nil }
    self.pledges = pledges
    let rule = ProgressRederivation.rounding(of: plan, declared: declared)
    rounding = rule
    visions = plan.roots.compactMap { root in
      ProgressRederivation.meanProgress(of: root).map {
        Level(
          number: root.number, title: root.title, printed: root.progress.first, mean: $0,
          derived: $0.rounded(to: root.progress.first?.reading.value?.scale ?? 0, rule: rule),
          pledges: root.pledges)
      }
    }
    overall = ProgressRederivation.overallProgress(of: plan, rule).map {
      Level(
        number: "", title: plan.title, printed: plan.progress.first, mean: $0,
        derived: $0.rounded(to: plan.progress.first?.reading.value?.scale ?? 1, rule: rule),
        pledges: pledges.count)
    }
    departments = Self.departments(of: pledges)
  }

  private static func departments(of pledges: [PlanNode]) -> [Department] {
    var measures: [String: Int] = [:]
    var owned: [String: [PlanNode]] = [:]
    for pledge in pledges {
      for measure in pledge.children {
        for name in measure.departments {
          measures[name, default: 0] += 1
          if owned[name]?.last != pledge { owned[name, default: []].append(pledge) }
        }
      }
    }
    return measures.map { name, count in
      let mine = owned[name] ?? []
      return Department(
        name: name, measures: count, pledges: mine,
        mean: MeanProgress(
          name: LocalizedText(ja: "\(name)の公約の平均", en: "mean of the pledges of \(name)"),
          of: mine))
    }
    .sorted { ($1.measures, $0.name) < ($0.measures, $1.name) }
  }
}

extension PlanNode {
  /// How many pledges are at the node and below.
  fileprivate var pledges: Int {
    (level == .pledge ? 1 : 0) + children.reduce(0) { $0 + $1.pledges }
  }
}
