/// How many changes of one kind a revision says it makes.
public struct RevisionStatement: Hashable, Sendable, Codable {
  /// The kind of change.
  public let mark: LifecycleMark
  /// The number, and where it was printed.
  public let count: CitedReading

  /// Makes a statement.
  public init(mark: LifecycleMark, count: CitedReading) {
    self.mark = mark
    self.count = count
  }
}
