public import MunicipalModel

/// Reads the tree of a plan and its indicators as a layout says.
public struct LaidOutPlanReader {
  let layout: PlanLayout
  private let mapper: IndicatorMapper
  var tree: PlanTree
  private var hasProjects = false

  /// Reads every heading and every table of indicators of a document.
  ///
  /// Headings before the first one of the outermost level, as in a table of contents, are passed over.
  ///
  /// - Parameter title: the plan's title, for the one node that holds the indicators of a layout
  ///   without headings.
  /// - Returns: the topmost nodes.
  public static func roots(
    of layout: PlanLayout, title: String, in session: inout DocumentSession
  ) -> [PlanNode] {
    var reader = LaidOutPlanReader(layout: layout)
    session.headings = []
    if layout.levels.isEmpty {
      let top = Citation(document: session.document.id, line: 1, printed: session.text(1))
      reader.tree.add(
        PlanNode(level: .plan, title: title, citation: top), heading: title, opens: true)
    }
    var line = 1
    while line <= session.document.lineCount { line = reader.read(line, in: &session) }
    session.headings = []
    let roots = reader.tree.roots
    reader.reportMissingParts(of: roots, in: &session)
    return roots
  }

  private init(layout: PlanLayout) {
    self.layout = layout
    mapper = IndicatorMapper(periods: layout.periods, accumulations: layout.accumulations)
    tree = PlanTree(levels: layout.levels)
  }

  /// Reads what stands at a line; returns the next line to read.
  private mutating func read(_ line: Int, in session: inout DocumentSession) -> Int {
    if session.isBlank(line) { return line + 1 }
    if let table = treeTable(at: line, in: session) {
      return readTreeTable(table.layout, places: table.places, at: line, in: &session)
    }
    if isTable(line, in: session) { return readTable(at: line, in: &session) }
    if session.isTableRow(line) { return line + 1 }
    guard let (rule, match) = findHeading(line, in: session) else { return line + 1 }
    return readHeading(match, rule: rule, at: line, in: &session)
  }

  /// The first rule that a line fits and whose level has a place in the tree.
  private func findHeading(
    _ line: Int, in session: DocumentSession
  ) -> (rule: HeadingRule, match: HeadingPattern.Match)? {
    for rule in layout.headings {
      if let match = rule.match(line, in: session), tree.hasPlace(for: rule.level) {
        return (rule, match)
      }
    }
    return nil
  }

  /// The line below a heading on which its title stands: no row of a table, and no heading itself.
  private func titleLine(
    below line: Int, of rule: HeadingRule, in session: DocumentSession
  ) -> Int? {
    guard let next = session.nextLine(from: line + 1), !session.isTableRow(next) else { return nil }
    let isHeading = layout.headings.contains {
      tree.hasPlace(for: $0.level, within: rule.level) && $0.match(next, in: session) != nil
    }
    return isHeading ? nil : next
  }

  // MARK: Headings

  private mutating func readHeading(
    _ match: HeadingPattern.Match, rule: HeadingRule, at line: Int,
    in session: inout DocumentSession
  ) -> Int {
    tree.close(rule.level)
    session.headings = tree.openHeadings
    session.keep(line)
    if rule.next != nil, let next = session.nextLine(from: line + 1) { session.keep(next) }
    switch rule.effect {
    case .closes: return line + 1
    case .reopens: return reopen(match, rule: rule, at: line, in: &session)
    case .opens, .lists: break
    }
    var title = match.title
    var titleLine = line
    var heading = session.text(line)
    if title.isEmpty, rule.next == nil,
      let next = self.titleLine(below: line, of: rule, in: session)
    {
      titleLine = next
      title = session.text(next)
      heading += " " + title
    }
    if title.isEmpty {
      session.note(
        .warning, "heading-without-title", at: session.cite(line), ja: "題のない見出しです",
        en: "a heading without a title")
    }
    let node = PlanNode(
      level: rule.level, number: match.number, title: title, citation: session.cite(titleLine))
    tree.add(node, heading: heading, opens: rule.effect == .opens)
    session.headings = tree.openHeadings
    return titleLine + 1
  }

  /// Goes back to a node; the title that stands on the next line is repeated there.
  private mutating func reopen(
    _ match: HeadingPattern.Match, rule: HeadingRule, at line: Int,
    in session: inout DocumentSession
  ) -> Int {
    if !tree.reopen(rule.level, number: match.number, title: match.title) {
      session.noteUnknown(rule.level, text: session.text(line), at: session.cite(line))
    }
    session.headings = tree.openHeadings
    guard match.title.isEmpty, let title = titleLine(below: line, of: rule, in: session) else {
      return line + 1
    }
    session.keep(title)
    return title + 1
  }

  // MARK: Tables

  private func isTable(_ line: Int, in session: DocumentSession) -> Bool {
    IndicatorTable.isHeading(line, in: session, rules: layout.columns)
      || layout.headingLines == 2 && session.isTableRow(line)
        && IndicatorTable.isHeading(line + 1, in: session, rules: layout.columns)
  }

  /// A table with a column of projects hangs below the open heading; one without belongs to it.
  private mutating func readTable(at line: Int, in session: inout DocumentSession) -> Int {
    let isOwnHeading = IndicatorTable.isHeading(line, in: session, rules: layout.columns)
    let hasLowerLine =
      layout.headingLines == 2
      && (!isOwnHeading
        || IndicatorTable.isLowerHeading(line + 1, below: line, in: session, rules: layout.columns))
    let headingLines = hasLowerLine ? 2 : 1
    let table = IndicatorTable(
      at: line, headingLines: headingLines, rules: layout.columns,
      untitledIndicator: layout.indicatorBesideTheme, in: &session)
    let end = max(table.endLine, line + headingLines)
    guard tree.hasOpenNode else {
      let level = layout.levels.first?.rawValue ?? "goal"
      session.note(
        .error, Diagnostic.Code(rawValue: "table-without-\(level)"), at: session.cite(line),
        ja: "計画の見出しより前に指標の表があります", en: "a table of indicators before any heading of the plan")
      return end
    }
    let hasProjectColumn = table.columns.contains { $0.role == .project }
    hasProjects = hasProjects || hasProjectColumn
    var sharedAbove: String?
    for row in table.rows {
      let indicator = mapper.indicator(from: row, sharedAbove: sharedAbove, in: &session)
      sharedAbove = nil
      if case .missing(.shared(let owner)) = indicator.observations.first?.reading {
        sharedAbove = owner
      }
      if hasProjectColumn, row.project == nil {
        session.note(
          .error, "row-without-project", at: indicator.citation, ja: "事業名のない行です",
          en: "a row without a project")
      }
      place(indicator, project: row.project, in: &session)
    }
    return end
  }

  private mutating func place(
    _ indicator: Indicator, project: TableCell?, in session: inout DocumentSession
  ) {
    guard let project else {
      _ = tree.add(indicator, at: layout.levelOfTables)
      return
    }
    let citation = session.cite(project.line, cell: project.cell)
    _ = tree.add(
      indicator, to: PlanNode(level: .project, title: project.text, citation: citation))
  }

  // MARK: Checks

  private func reportMissingParts(of roots: [PlanNode], in session: inout DocumentSession) {
    guard let outermost = layout.levels.first else { return }
    let top = Citation(document: session.document.id, line: 1, printed: session.text(1))
    if roots.isEmpty {
      session.note(
        .error, Diagnostic.Code(rawValue: "no-\(outermost.rawValue)s"), at: top,
        ja: "計画の見出しが見つかりません", en: "no heading of the plan was found")
    }
    // The nodes of a table are a list, which no table of indicators need follow.
    guard let innermost = layout.headingLevels.last else { return }
    let nodes = Plan(document: session.document.id, title: "", roots: roots).nodes
      .filter { $0.node.level == innermost }
      .sorted { $0.node.citation.line < $1.node.citation.line }
    let child = hasProjects ? "project" : "indicator"
    for placed in nodes where placed.node.children.isEmpty && placed.node.indicators.isEmpty {
      session.note(
        .warning, Diagnostic.Code(rawValue: "\(innermost.rawValue)-without-\(child)"),
        at: placed.node.citation, ja: "「\(placed.node.title)」の下に指標の表がありません",
        en: "no table of indicators below \"\(placed.node.title)\"")
    }
    for (previous, next) in zip(nodes, nodes.dropFirst()) {
      guard let before = Int(previous.node.number), let after = Int(next.node.number),
        after != before + 1, after != 1 || previous.path.last == next.path.last
      else { continue }
      session.note(
        .warning, Diagnostic.Code(rawValue: "\(innermost.rawValue)-out-of-order"),
        at: next.node.citation, ja: "\(before)の次が\(after)です",
        en: "\(before) is followed by \(after)")
    }
  }
}

extension DocumentSession {
  /// Notes that a node is gone back to which nothing has named before.
  mutating func noteUnknown(_ level: PlanLevel, text: String, at citation: Citation) {
    note(
      .warning, Diagnostic.Code(rawValue: "unknown-\(level.rawValue)"), at: citation,
      ja: "「\(text)」は前の一覧にありません", en: "\"\(text)\" is not in the list before")
  }
}
