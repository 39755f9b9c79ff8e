import DocumentReading
import MunicipalModel

/// Reads 総合戦略等推進委員会の資料: goals and measures, the goals' KPIs, the projects and their KPIs.
///
/// A goal's heading 【基本目標1】 stands twice: above the table of the goal's KPIs, and above the
/// projects of the goal, which begin with ○.
struct ProgressReportReader {
  private var goals: [PlanNode] = []
  /// The goal that is being read.
  private var goal: Int?
  /// The project that is being read, with the line of its name.
  private var project: PlanNode?
  private var budgets: [BudgetFigure] = []
  /// Budget figures whose goal is named by the next heading.
  private var pendingBudgets: [BudgetFigure] = []
  private let term: Period?
  private let rules: [ColumnRule]
  /// The year of the goals' actual figures, from the heading 重要業績評価指標 (2020年).
  private var actualPeriod: Period?
  /// Which project the row above shares its figures with.
  private var sharedAbove: String?

  /// Reads the whole document.
  static func contents(
    of session: inout DocumentSession, layout: PlanLayout
  ) -> DocumentContents {
    session.headings = []
    let identity = PlanIdentity(in: &session)
    var reader = ProgressReportReader(term: identity.term, rules: layout.columns)
    reader.readGoalList(in: &session)
    var line = 1
    while line <= session.document.lineCount { line = reader.read(line, in: &session) }
    reader.closeProject()
    reader.reportMissingParts(in: &session)

    session.headings = []
    var population = PopulationSection(layout: layout)
    population.read(in: &session)
    session.headings = []
    reader.budgets += BudgetTable.figures(in: &session)
    session.reportUnreadTables(knownHeadings: layout.unreadTables)
    let plan = Plan(
      document: session.document.id, title: identity.title, term: identity.term,
      roots: reader.goals)
    return DocumentContents(
      document: session.document.id, plans: [plan], populationFigures: population.figures,
      populationDefinition: population.definition, budgetFigures: reader.budgets)
  }

  private init(term: Period?, rules: [ColumnRule]) {
    self.term = term
    self.rules = rules
  }

  // MARK: Goals and measures

  /// The list of goals (基本目標1 …) with their measures (- 1 …).
  private mutating func readGoalList(in session: inout DocumentSession) {
    for line in 1...session.document.lineCount where !session.isTableRow(line) {
      let text = session.text(line)
      var scanner = TextScanner(text)
      if scanner.skip("基本目標"), let number = Self.spacedNumber(&scanner), scanner.current == " " {
        session.headings = []
        let title = Self.rest(of: text, after: scanner)
        let citation = session.cite(line)
        session.headings = ["基本目標\(number) \(title)"]
        goals.append(
          PlanNode(level: .goal, number: String(number), title: title, citation: citation))
      } else if !goals.isEmpty, scanner.skip("- "), let number = Self.spacedNumber(&scanner),
        scanner.current == " ", isInGoalList(line, in: session)
      {
        let citation = session.cite(line)
        goals[goals.count - 1].children.append(
          PlanNode(
            level: .measure, number: String(number), title: Self.rest(of: text, after: scanner),
            citation: citation))
      }
    }
    session.headings = []
  }

  /// Whether only measures and blank lines stand between a line and the goal above it.
  private func isInGoalList(_ line: Int, in session: DocumentSession) -> Bool {
    guard let goalLine = goals.last?.citation.line, line - goalLine < 12 else { return false }
    return (goalLine + 1..<line).allSatisfy {
      session.isBlank($0) || session.text($0).hasPrefix("-")
    }
  }

  // MARK: Walking

  private mutating func read(_ line: Int, in session: inout DocumentSession) -> Int {
    guard !session.isBlank(line) else { return line + 1 }
    if session.isTableRow(line) { return readTable(at: line, in: &session) }
    let text = session.text(line)
    let key = session.key(line)
    if key.hasPrefix("重要業績評価指標(") { readActualPeriod(at: line, in: &session) }
    if let number = Self.goalHeading(text) {
      openGoal(number.number, title: number.title, at: line, in: &session)
    } else if key.hasPrefix("○総合戦略関連事業"), key.hasSuffix("円") {
      closeProject()
      pendingBudgets = BudgetTable.goalFigures(at: line, in: &session)
    } else if text.hasPrefix("○"), goal != nil, ProjectHeading.isProject(line, in: session) {
      openProject(at: line, in: &session)
    } else if let mark = ProjectHeading.mark(alone: key), project != nil {
      session.keep(line)
      project?.lifecycle.append(mark)
    }
    return line + 1
  }

  private mutating func readActualPeriod(at line: Int, in session: inout DocumentSession) {
    var scanner = TextScanner(session.text(line))
    _ = scanner.read { $0 != "(" }
    _ = scanner.skip("(")
    if let period = try? Period.scan(&scanner) {
      actualPeriod = period
      session.keep(line)
    }
  }

  private mutating func openGoal(
    _ number: String, title: String, at line: Int, in session: inout DocumentSession
  ) {
    closeProject()
    session.headings = []
    let citation = session.cite(line)
    session.headings = [session.text(line)]
    if let index = goals.firstIndex(where: { $0.number == number }) {
      goal = index
      if TextFolding.key(goals[index].title) != TextFolding.key(title) {
        session.note(
          .info, "title-differs", at: citation,
          ja: "基本目標\(number)の名称が一覧の「\(goals[index].title)」と違います",
          en: "the title of goal \(number) differs from \"\(goals[index].title)\" in the list")
      }
    } else {
      goals.append(PlanNode(level: .goal, number: number, title: title, citation: citation))
      goal = goals.count - 1
    }
    budgets += pendingBudgets.map { $0.assigned(to: number) }
    pendingBudgets = []
  }

  private mutating func openProject(at line: Int, in session: inout DocumentSession) {
    closeProject()
    session.headings = Array(session.headings.prefix(1))
    project = ProjectHeading.node(at: line, in: &session)
    session.headings.append(project?.title ?? "")
    sharedAbove = nil
  }

  private mutating func closeProject() {
    guard let open = project, let goal else { return }
    goals[goal].children.append(open)
    project = nil
  }

  // MARK: Tables

  private mutating func readTable(at line: Int, in session: inout DocumentSession) -> Int {
    let isProjectTable =
      session.key(line).contains(word: "重要業績評価指標")
      && IndicatorTable.isHeading(line + 1, in: session, rules: rules)
    if isProjectTable { return readProjectTable(at: line, in: &session) }
    if IndicatorTable.isHeading(line, in: session, rules: rules) {
      return readGoalTable(at: line, in: &session)
    }
    return line + 1
  }

  /// 項目, 基準値, a column a year and 目標値, below a heading that spans them.
  private mutating func readProjectTable(at line: Int, in session: inout DocumentSession) -> Int {
    let table = IndicatorTable(at: line, headingLines: 2, rules: rules, in: &session)
    guard project != nil else {
      session.note(
        .error, "table-without-project", at: session.cite(line), ja: "事業名のない指標の表です",
        en: "a table of indicators without a project")
      return max(table.endLine, line + 2)
    }
    var mapper = IndicatorMapper()
    mapper.periods[.target] = planEnd
    for row in table.rows {
      let indicator = mapper.indicator(from: row, sharedAbove: sharedAbove, in: &session)
      if case .missing(.shared(let owner)) = indicator.observations.first?.reading {
        sharedAbove = owner
      } else {
        sharedAbove = nil
      }
      project?.indicators.append(indicator)
    }
    return max(table.endLine, line + 2)
  }

  /// Theme, indicator, 基準値, 目標値, 実績 and 状況, with notes on the sources below the table.
  private mutating func readGoalTable(at line: Int, in session: inout DocumentSession) -> Int {
    let table = IndicatorTable(
      at: line, rules: rules, untitledIndicator: true, in: &session)
    guard let goal else {
      session.note(
        .error, "table-without-goal", at: session.cite(line),
        ja: "基本目標の見出しより前に指標の表があります", en: "a table of indicators before any goal")
      return max(table.endLine, line + 1)
    }
    let notes = SourceNotes(below: table.endLine, in: &session)
    for row in table.rows {
      let number = IndicatorName(row.indicator.text).circledNumber
      let note = number.flatMap { notes.byNumber[$0] }
      var mapper = IndicatorMapper()
      mapper.periods[.actual] = actualPeriod
      mapper.periods[.assessment] = actualPeriod
      mapper.periods[.target] = planEnd
      mapper.periods[.baseline] = note?.baseline
      mapper.accumulations[.baseline] = note?.baselineAccumulation
      mapper.accumulations[.target] = note?.targetAccumulation
      let indicator = mapper.indicator(from: row, source: note?.source ?? "", in: &session)
      goals[goal].indicators.append(notes.withReferencePeriod(indicator))
    }
    return max(table.endLine, line + 1)
  }

  /// The last year of the plan, which targets are for.
  private var planEnd: Period? {
    guard case .span(_, let last) = term else { return nil }
    return last
  }

  // MARK: Headings

  /// 【基本目標 3】title
  private static func goalHeading(_ text: String) -> (number: String, title: String)? {
    var scanner = TextScanner(text)
    guard scanner.skip("【基本目標"), let number = spacedNumber(&scanner) else { return nil }
    scanner.skipSpaces()
    guard scanner.skip("】") else { return nil }
    return (String(number), rest(of: text, after: scanner))
  }

  private static func spacedNumber(_ scanner: inout TextScanner) -> Int? {
    scanner.skipSpaces()
    return scanner.number(maximumDigits: 2)
  }

  private static func rest(of text: String, after scanner: TextScanner) -> String {
    TextFolding.trimmed(
      String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(scanner.position))))
  }

  // MARK: Checks

  private func reportMissingParts(in session: inout DocumentSession) {
    let citation = Citation(document: session.document.id, line: 1, printed: session.text(1))
    if goals.isEmpty {
      session.note(
        .error, "no-goals", at: citation, ja: "基本目標の見出しが見つかりません",
        en: "no heading of a goal was found")
    }
    for goal in goals where goal.indicators.isEmpty {
      session.note(
        .warning, "goal-without-indicator", at: goal.citation,
        ja: "基本目標\(goal.number)の指標の表がありません",
        en: "no table of indicators for goal \(goal.number)")
    }
    for node in goals.flatMap(\.children) where node.level == .project && node.indicators.isEmpty {
      session.note(
        .warning, "project-without-indicator", at: node.citation, ja: "事業の指標の表がありません",
        en: "no table of indicators for the project")
    }
  }
}

extension BudgetFigure {
  fileprivate func assigned(to goal: String) -> BudgetFigure {
    BudgetFigure(
      item: item, goal: goal, stage: stage, period: period, reading: reading, citation: citation)
  }
}
