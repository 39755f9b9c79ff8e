package import MunicipalModel

/// Where the period of a role's figures comes from, if no heading of a column names one.
package enum LayoutPeriod: Hashable, Sendable {
  /// The layout says it.
  case period(Period)
  /// It is the last year of the plan's term.
  case planEnd
  /// A heading such as `重要業績評価指標({title})` names it for the tables below.
  case heading(HeadingPattern)

  /// The word for ``planEnd`` in a layout.
  private static let planEndWord = "plan_end"
  private static let placeholder = "{period}"
  private static let title = "{title}"

  /// Reads `令和6年度`, `plan_end`, or a heading with `{period}`.
  init?(_ text: String) {
    if text == Self.planEndWord {
      self = .planEnd
    } else if text.contains(Self.placeholder) {
      let title = text.replacing(Self.placeholder, with: Self.title)
      guard let pattern = HeadingPattern(title), pattern.hasTitle else { return nil }
      self = .heading(pattern)
    } else if let period = try? Period(parsing: text) {
      self = .period(period)
    } else {
      return nil
    }
  }

  /// The period, where no heading of the document has to be read for it.
  func fixed(term: Period?) -> Period? {
    switch self {
    case .period(let period): period
    case .planEnd: if case .span(_, let last) = term { last } else { term }
    case .heading: nil
    }
  }

  /// The heading, as the layout writes it, if none of the lines is such a one.
  func unusedText(in lines: [String]) -> String? {
    guard case .heading(let pattern) = self, !lines.contains(where: { pattern.match($0) != nil })
    else { return nil }
    return pattern.text.replacing(Self.title, with: Self.placeholder)
  }
}
