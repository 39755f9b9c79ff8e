/// How many changes of one kind a revision says it makes.
package struct RevisionStatement: Hashable, Sendable, Codable {
  /// The kind of change.
  package let mark: LifecycleMark
  /// The number, and where it was printed.
  package let count: CitedReading

  /// Makes a statement.
  package init(mark: LifecycleMark, count: CitedReading) {
    self.mark = mark
    self.count = count
  }
}
