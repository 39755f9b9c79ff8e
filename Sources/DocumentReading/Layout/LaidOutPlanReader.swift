package import MunicipalModel

/// Reads the tree of a plan and its indicators as a layout says.
package struct LaidOutPlanReader {
  let layout: PlanLayout
  var mapper: IndicatorMapper
  var tree: PlanTree
  var hasProjects = false
  /// The cells of the table that is being read which opened nodes.
  var openLevels: [LevelCell] = []
  /// The table that may go on behind a heading that stands inside it.
  var interrupted: InterruptedTable?
  private var untaken = UntakenHeadings()
  private let title: String

  /// Reads every heading and every table of indicators of a document.
  ///
  /// Headings before the first one of the outermost level, as in a table of contents, are passed over.
  ///
  /// - Parameters:
  ///   - title: the plan's title, for the one node that holds the indicators of a layout without
  ///     headings.
  ///   - term: the plan's term, for a layout that says `plan_end`.
  /// - Returns: the topmost nodes.
  package static func roots(
    of layout: PlanLayout, title: String, term: Period? = nil, in session: inout DocumentSession
  ) -> [PlanNode] {
    var reader = LaidOutPlanReader(layout: layout, title: title, term: term)
    session.headings = []
    var line = 1
    while line <= session.document.lineCount { line = reader.read(line, in: &session) }
    session.headings = []
    if layout.levels.isEmpty, reader.tree.roots.isEmpty { reader.openPlan(in: session) }
    let roots = reader.tree.roots
    reader.reportMissingParts(of: roots, in: &session)
    reader.untaken.report(notIn: roots, in: &session)
    session.reportRepeatedIndicators(in: roots)
    return layout.sourceNotes ? roots.map { $0.withSourceNotes(in: &session) } : roots
  }

  /// How many figures a layout reads of some lines.
  static func countFigures(
    of layout: PlanLayout, in lines: Range<Int>, of session: DocumentSession
  ) -> Int {
    var session = session
    var reader = LaidOutPlanReader(layout: layout, title: "", term: nil)
    var line = lines.lowerBound
    while lines.contains(line) { line = reader.read(line, in: &session) }
    let plan = Plan(document: session.document.id, title: "", roots: reader.tree.roots)
    return plan.indicators.reduce(0) { count, placed in
      count + placed.indicator.figures.count { !$0.reading.quantities.isEmpty }
    }
  }

  private init(layout: PlanLayout, title: String, term: Period?) {
    self.layout = layout
    self.title = title
    mapper = IndicatorMapper(
      periods: layout.periods.compactMapValues { $0.fixed(term: term) },
      accumulations: layout.accumulations, mainUnits: layout.mainUnits,
      runningTotals: layout.runningTotals)
    tree = PlanTree(levels: PlanLevel.ordered(layout.levels))
  }

  /// Opens the plan itself, which holds the indicators of a layout without headings.
  private mutating func openPlan(in session: DocumentSession) {
    guard tree.reopen(.plan, number: "", title: title) == nil else { return }
    let top = session.document.citation(line: 1, printed: session.text(1))
    tree.add(PlanNode(level: .plan, title: title, citation: top), heading: title, opens: true)
  }

  /// Whether a node is open that figures can belong to; without one they are told to be before any.
  mutating func hasNode(at line: Int, in session: inout DocumentSession) -> Bool {
    if !tree.hasOpenNode, layout.levels.isEmpty { openPlan(in: session) }
    guard !tree.hasOpenNode else { return true }
    let level = layout.levels.first?.rawValue ?? "goal"
    session.note(
      .error, Diagnostic.Code(rawValue: "table-without-\(level)"), at: session.cite(line),
      ja: "計画の見出しより前に指標の表があります", en: "a table of indicators before any heading of the plan")
    return false
  }

  /// Reads what stands at a line; returns the next line to read.
  private mutating func read(_ line: Int, in session: inout DocumentSession) -> Int {
    if session.isBlank(line) {
      interrupted?.pass(blank: line, in: session)
      return line + 1
    }
    if let table = treeTable(at: line, in: session) {
      return readTreeTable(table.layout, places: table.places, at: line, in: &session)
    }
    if let heading = tableHeading(at: line, in: session) {
      return readTable(heading, in: &session)
    }
    if let table = interrupted, table.goesOn(at: line, in: session) {
      return readTable(table.heading, continuedAt: line, in: &session)
    }
    let heading = session.isLone(line) ? findHeading(line, in: session) : nil
    if let (rule, match) = heading {
      let isInside = interrupted?.line == line
      readPeriods(at: line, in: &session)
      let next = readHeading(match, rule: rule, at: line, in: &session)
      if isInside { interrupted?.line = next } else { interrupted = nil }
      return next
    }
    let isStated =
      interrupted?.line == line && !session.isTableRow(line)
      && DocumentSession.statesFigures(session.text(line))
    if isStated { interrupted?.line = session.next(line) } else { interrupted = nil }
    if session.isTableRow(line) {
      if readLabelledCells(at: line, in: &session) { return session.next(line) }
      if let next = readOwnTable(at: line, in: &session) { return next }
      if let next = readTransposed(at: line, in: &session) { return next }
      if let next = readPairs(at: line, in: &session) { return next }
      if let next = readFigureChanges(at: line, in: &session) { return next }
      if let next = readNamedFigures(at: line, in: &session) { return next }
    } else {
      readPeriods(at: line, in: &session)
      if readLine(at: line, in: &session) { return line + 1 }
      readMark(at: line, in: &session)
    }
    if session.isLone(line) { untaken.look(at: line, for: layout.headings, in: session) }
    return line + 1
  }

  /// Takes the period of a heading such as 重要業績評価指標（2020年） for the tables below it.
  private mutating func readPeriods(at line: Int, in session: inout DocumentSession) {
    for (role, source) in layout.periods {
      guard case .heading(let pattern) = source,
        let match = pattern.match(session.text(line)),
        let period = try? Period(parsing: match.title)
      else { continue }
      mapper.periods[role] = period
      session.keep(line)
    }
  }

  /// The first rule that a line fits and whose level has a place in the tree.
  func findHeading(
    _ line: Int, in session: DocumentSession
  ) -> (rule: HeadingRule, match: HeadingPattern.Match)? {
    guard !layout.headings.isEmpty else { return nil }
    let folded = TextScanner(session.text(line))
    for rule in layout.headings {
      if let match = rule.match(line, folded: folded, in: session), tree.hasPlace(for: rule.level),
        !rule.isBeforeTable || isTableNext(below: line, in: session)
      {
        return (rule, match)
      }
    }
    return nil
  }

  /// Whether a table of indicators stands below a line, before any other table or heading.
  private func isTableNext(below line: Int, in session: DocumentSession) -> Bool {
    var next = line + 1
    while next <= session.document.lineCount {
      let folded = TextScanner(session.text(next))
      let isHeading =
        session.isLone(next)
        && layout.headings.contains { $0.match(next, folded: folded, in: session) != nil }
      if session.isTableRow(next), !isHeading { return tableHeading(at: next, in: session) != nil }
      if isHeading { return false }
      next += 1
    }
    return false
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
    case .resumes where tree.has(rule.level, number: match.number, title: match.title):
      return reopen(match, rule: rule, at: line, in: &session)
    case .opens, .resumes, .lists: return open(match, rule: rule, at: line, in: &session)
    }
  }

  private mutating func open(
    _ match: HeadingPattern.Match, rule: HeadingRule, at line: Int,
    in session: inout DocumentSession
  ) -> Int {
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
    let citation = session.cite(titleLine)
    let (name, marks) = takeMarks(from: title, at: citation, in: &session)
    if name.isEmpty {
      session.note(
        .warning, "heading-without-title", at: session.cite(line), ja: "題のない見出しです",
        en: "a heading without a title")
    }
    let node = PlanNode(
      level: rule.level, number: match.number, title: name, citation: citation, lifecycle: marks)
    // A sign such as ○ before the title is no part of what citations say.
    tree.add(
      node, heading: rule.pattern.hasNumber ? heading : name, opens: rule.effect != .lists)
    session.headings = tree.openHeadings
    return titleLine + 1
  }

  /// Goes back to a node; the title that stands on the next line is repeated there.
  private mutating func reopen(
    _ match: HeadingPattern.Match, rule: HeadingRule, at line: Int,
    in session: inout DocumentSession
  ) -> Int {
    let text = session.text(line)
    let found = tree.reopen(
      rule.level, number: match.number, title: match.title,
      heading: match.title.isEmpty ? nil : text)
    if found == nil {
      session.noteUnknown(rule.level, text: text, at: session.cite(line))
    } else if let found, !match.title.isEmpty,
      TextFolding.key(found.title) != TextFolding.key(match.title)
    {
      session.noteTitle(of: found, at: session.cite(line))
    }
    session.headings = tree.openHeadings
    guard match.title.isEmpty, let title = titleLine(below: line, of: rule, in: session) else {
      return line + 1
    }
    session.keep(title)
    return title + 1
  }
}

extension DocumentSession {
  /// Notes that a node is gone back to which nothing has named before.
  mutating func noteUnknown(_ level: PlanLevel, text: String, at citation: Citation) {
    note(
      .warning, Diagnostic.Code(rawValue: "unknown-\(level.rawValue)"), at: citation,
      ja: "「\(text)」は前の一覧にありません", en: "\"\(text)\" is not in the list before")
  }

  /// Notes that a node has another title here than where it was named first.
  fileprivate mutating func noteTitle(of node: PlanNode, at citation: Citation) {
    let level = node.level.label
    note(
      .info, "title-differs", at: citation,
      ja: "\(level.ja)\(node.number)の名称が一覧の「\(node.title)」と違います",
      en: "the title of \(level.en) \(node.number) differs from \"\(node.title)\" in the list")
  }
}
