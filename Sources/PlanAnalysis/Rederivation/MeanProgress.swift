import Demography
package import MunicipalModel

/// The mean of the progress of several nodes of a plan (進捗状況の平均), in percent.
package struct MeanProgress: DerivedFigure, Hashable {
  /// What the mean is of.
  package let name: LocalizedText
  /// The progress of each node, in percent.
  package let parts: [ExactDecimal]
  /// The cells that print them.
  package let sources: [Citation]

  /// Makes a mean, or `nil` of nothing.
  package init?(name: LocalizedText, parts: [ExactDecimal], sources: [Citation]) {
    guard !parts.isEmpty else { return nil }
    self.name = name
    self.parts = parts
    self.sources = sources
  }

  /// Makes the mean of what some nodes print; a node without a figure is left out. `nil` of nothing.
  init?(name: LocalizedText, of nodes: [PlanNode]) {
    let printed = nodes.compactMap(\.progress.first).filter { $0.reading.value != nil }
    self.init(
      name: name, parts: printed.compactMap(\.reading.value), sources: printed.map(\.citation))
  }

  /// What the mean is of.
  package var label: LocalizedText { name }

  /// Percent.
  package var unit: LocalizedText { LocalizedText("%") }

  /// The sum of the parts by their number.
  package var formula: LocalizedText {
    LocalizedText("(" + parts.map(\.description).joined(separator: " + ") + ") ÷ \(parts.count)")
  }

  /// The mean in percent.
  package var value: Double { parts.map(\.doubleValue).reduce(0, +) / Double(parts.count) }

  /// The mean cut to `decimals` digits, exactly.
  package func rounded(to decimals: Int, rule: RoundingRule) -> ExactDecimal? {
    var sum = ExactDecimal(0)
    for part in parts {
      guard let next = sum.adding(part) else { return nil }
      sum = next
    }
    return Int32(exactly: parts.count).flatMap {
      .quotient(of: sum, by: ExactDecimal($0), decimals: decimals, rule: rule)
    }
  }
}
