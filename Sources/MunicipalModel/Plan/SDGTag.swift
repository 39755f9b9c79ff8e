/// One of the 17 Sustainable Development Goals that something serves, and who says so.
public struct SDGTag: Hashable, Sendable {
  /// Who says so. The two are never mixed silently.
  public enum Basis: Hashable, Sendable {
    /// The document prints the tag.
    case published(Citation)
    /// This package assigned the tag, for a stated reason.
    case assigned(rationale: LocalizedText)
  }

  /// The goal, 1 to 17.
  public let goal: Int
  /// Who says so.
  public let basis: Basis

  /// Makes a tag, or `nil` if there is no such goal.
  package init?(goal: Int, basis: Basis) {
    guard (1...17).contains(goal) else { return nil }
    self.goal = goal
    self.basis = basis
  }
}
