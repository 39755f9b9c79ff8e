package import MunicipalModel

/// Which lines of a document are headings of one level of its plan, and what they do.
package struct HeadingRule: Hashable, Sendable {
  /// What a heading does to the tree of the plan.
  package enum Effect: String, Hashable, Sendable, CaseIterable {
    /// It begins a node; what follows belongs to it.
    case opens
    /// It names a node in a list; what follows does not belong to it.
    case lists
    /// It goes back to the node of the same number, which an earlier heading opened or listed.
    case reopens
    /// It goes back to the node of the same number, or begins it if there is none.
    case resumes
    /// It ends the node of its level.
    case closes
  }

  /// The level of the node.
  package let level: PlanLevel
  /// How the heading is written.
  package let pattern: HeadingPattern
  /// The level of heading that the file itself must give the line, such as 2 of `<h2>`; `nil` of any line.
  package internal(set) var headingLevel: Int? = nil
  /// What the next line that is not blank must be, if that is how the heading is told from others.
  package internal(set) var next: String? = nil
  /// Whether it is a heading only where a table of indicators follows, before any other heading.
  package internal(set) var isBeforeTable: Bool = false
  /// What the heading does.
  package internal(set) var effect: Effect = .opens

  /// What a line says, if it is written as such a heading; whether a table follows is not looked at.
  ///
  /// - Parameter folded: the line, where it is folded once for all rules.
  package func match(
    _ line: Int, folded: TextScanner? = nil, in session: DocumentSession
  ) -> HeadingPattern.Match? {
    if let headingLevel, session.document.headingLevel(line) != headingLevel { return nil }
    guard let match = pattern.match(folded ?? TextScanner(session.text(line))) else { return nil }
    // A number alone on its line is that of a page, unless the next line tells.
    if next == nil, !pattern.hasText || !match.title.isEmpty,
      match.title.unicodeScalars.allSatisfy(FigureMarks.isDash),
      PageBreak.isPageNumber(session.key(line))
    {
      return nil
    }
    if let next {
      guard let following = session.nextLine(from: line + 1),
        session.key(following) == TextFolding.key(next)
      else { return nil }
    }
    return match
  }
}
