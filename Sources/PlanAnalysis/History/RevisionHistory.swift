package import MunicipalModel

/// What a revision did to one indicator.
package struct IndicatorHistory: Hashable, Sendable {
  /// A change from the superseded edition to the current one.
  package enum Change: Hashable, Sendable {
    /// The indicator is new.
    case added
    /// The indicator is new and takes the place of another one of its project.
    case takesPlace
    /// The name differs.
    case renamed
    /// The target rose by so much, in the printed unit.
    case targetRaised(by: ExactDecimal)
    /// The target fell by so much, in the printed unit.
    case targetLowered(by: ExactDecimal)
    /// The unit differs.
    case unitChanged
    /// The target counts over another time, such as 累計 in one edition only.
    case accumulationChanged
    /// The baseline differs.
    case baselineChanged
    /// Other indicators of the same project took its place.
    case replaced
    /// Nothing took its place.
    case dropped
    /// The current edition marks the project as ended (取組終了).
    case ended
  }

  /// The indicator in the superseded edition.
  package let superseded: PlacedIndicator?
  /// The indicator in the current edition.
  package let current: PlacedIndicator?
  /// The indicators that took its place.
  package let replacements: [PlacedIndicator]
  /// What changed; empty if nothing did.
  package let changes: [Change]
  /// By what the two were taken for the same.
  package let rule: MatchRule?
}

/// How many changes of a kind a revision states, and how many its entries show.
package struct StatementCheck: Hashable, Sendable {
  /// The kind of change.
  package let mark: LifecycleMark
  /// The number that the revision states.
  package let stated: Int
  /// The number of entries that carry the mark.
  package let counted: Int
  /// Where the number is stated.
  package let citation: Citation
  /// Where the entries are.
  package let entries: [Citation]
}

/// The history of every indicator from the superseded edition of a revision to the current one.
package struct RevisionHistory: Hashable, Sendable {
  /// One entry an indicator of either edition.
  package let indicators: [IndicatorHistory]
  /// The numbers of changes that the revision states, against those its entries show.
  package let statements: [StatementCheck]

  /// Follows the indicators of a revision, or `nil` if the document has no two editions.
  package init?(_ contents: DocumentContents) {
    guard let current = contents.plans.first(where: { $0.edition == .current }),
      let superseded = contents.plans.first(where: { $0.edition == .superseded })
    else { return nil }
    let matching = IndicatorMatching(superseded, current)
    var entries = matching.matches.map { match in
      IndicatorHistory(
        superseded: match.left, current: match.right, replacements: [],
        changes: Self.changes(from: match.left, to: match.right), rule: match.rule)
    }
    let successors = Successors(current: current)
    var replacements: Set<PlacedIndicator> = []
    for old in matching.unmatchedLeft {
      let found = successors.indicators(beside: old).filter(matching.unmatchedRight.contains)
      replacements.formUnion(found)
      entries.append(
        IndicatorHistory(
          superseded: old, current: nil, replacements: found,
          changes: [found.isEmpty ? .dropped : .replaced], rule: nil))
    }
    for new in matching.unmatchedRight {
      entries.append(
        IndicatorHistory(
          superseded: nil, current: new, replacements: [],
          changes: [replacements.contains(new) ? .takesPlace : .added], rule: nil))
    }
    indicators = entries.sorted { $0.line < $1.line }
    statements = Self.statements(contents.revisionStatements, in: current)
  }

  private static func changes(
    from old: PlacedIndicator, to new: PlacedIndicator
  ) -> [IndicatorHistory.Change] {
    var changes: [IndicatorHistory.Change] = []
    if ComparedName.plain(old.indicator.name) != ComparedName.plain(new.indicator.name) {
      changes.append(.renamed)
    }
    let units = [old.indicator.unit, new.indicator.unit].map { NameVariants.builtIn.unified($0) }
    if units[0] != units[1] { changes.append(.unitChanged) }
    let (before, after) = (old.indicator.target, new.indicator.target)
    if let first = before?.reading.value, let second = after?.reading.value, first != second,
      let difference = second.subtracting(first)
    {
      changes.append(
        first < second ? .targetRaised(by: difference) : .targetLowered(by: -difference))
    }
    if before?.accumulation != after?.accumulation { changes.append(.accumulationChanged) }
    if let first = old.indicator.first(.baseline)?.reading.value,
      let second = new.indicator.first(.baseline)?.reading.value,
      Rounding.isSame(first, second) == false
    {
      changes.append(.baselineChanged)
    }
    if new.path.contains(where: { $0.lifecycle.contains(.ended) }) { changes.append(.ended) }
    return changes
  }

  private static func statements(
    _ statements: [RevisionStatement], in current: Plan
  ) -> [StatementCheck] {
    statements.compactMap { statement in
      guard let value = statement.count.reading.value, value.scale == 0 else { return nil }
      let nodes = current.nodes.map(\.node).filter { $0.lifecycle.contains(statement.mark) }
      let indicators = current.indicators.map(\.indicator).filter {
        $0.lifecycle.contains(statement.mark)
      }
      let entries = nodes.map(\.citation) + indicators.map(\.citation)
      return StatementCheck(
        mark: statement.mark, stated: Int(value.coefficient), counted: entries.count,
        citation: statement.count.citation, entries: entries)
    }
  }
}

extension IndicatorHistory {
  /// The line of the current entry, or of the superseded one.
  fileprivate var line: Int {
    current?.indicator.citation.line ?? superseded?.indicator.citation.line ?? 0
  }
}

/// Finds the entry of the current edition that an entry of the superseded one is printed beside.
private struct Successors {
  private let current: [PlacedIndicator]

  init(current: Plan) { self.current = current.indicators }

  /// The indicators of the last project above, or those of the goal for a goal's own indicator.
  func indicators(beside old: PlacedIndicator) -> [PlacedIndicator] {
    guard old.level == .project else {
      return current.filter {
        $0.level == .goal && $0.node(.goal)?.number == old.node(.goal)?.number
      }
    }
    let line = old.path.last?.citation.line ?? 0
    let above = current.filter { $0.level == .project }.compactMap { $0.path.last?.citation.line }
      .filter { $0 < line }.max()
    return current.filter { $0.level == .project && $0.path.last?.citation.line == above }
  }
}

/// Whether two printed figures are one figure, rounded to different digits.
enum Rounding {
  /// `nil` if they differ, otherwise whether the digits had to be cut.
  static func isRounded(_ left: ExactDecimal, _ right: ExactDecimal) -> Bool? {
    if left == right { return false }
    let decimals = min(left.scale, right.scale)
    return left.rounded(to: decimals) == right.rounded(to: decimals) ? true : nil
  }

  static func isSame(_ left: ExactDecimal, _ right: ExactDecimal) -> Bool {
    isRounded(left, right) != nil
  }
}
