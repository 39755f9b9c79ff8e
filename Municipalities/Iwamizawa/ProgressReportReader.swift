import DocumentReading
import MunicipalModel

/// Reads 総合戦略等推進委員会の資料: goals, measures, projects and their KPIs, the population, the budgets.
///
/// Headings and tables are found as the layout beside the document says. What it cannot say is added:
/// the notes on sources below the goals' tables, and the budgets in running text.
enum ProgressReportReader {
  /// Reads the whole document.
  static func contents(
    of session: inout DocumentSession, layout: PlanLayout
  ) -> DocumentContents {
    session.headings = []
    let identity = PlanIdentity(in: &session)
    let goals = LaidOutPlanReader.roots(
      of: layout, title: identity.title, term: identity.term, in: &session
    ).map { goal in
      guard let last = lastLine(of: goal.indicators) else { return goal }
      var goal = goal
      let notes = SourceNotes(below: last + 1, in: &session)
      goal.indicators = goal.indicators.map(notes.complete)
      return goal
    }
    reportMissingTables(of: goals, in: &session)
    let plan = Plan(
      document: session.document.id, title: identity.title, term: identity.term, roots: goals)
    let budgets = BudgetTable.goalFigures(of: plan, layout: layout, in: &session)

    session.headings = []
    var population = PopulationSection(layout: layout)
    population.read(in: &session)
    session.headings = []
    let totals = BudgetTable.figures(in: &session)
    session.reportUnreadTables(knownHeadings: layout.unreadTables)
    return DocumentContents(
      document: session.document.id, plans: [plan], populationFigures: population.figures,
      populationDefinition: population.definition, budgetFigures: budgets + totals)
  }

  /// The last line that indicators stand on; `nil` if there are none.
  private static func lastLine(of indicators: [Indicator]) -> Int? {
    indicators.flatMap { [$0.citation] + $0.figures.map(\.citation) }.map(\.line).max()
  }

  private static func reportMissingTables(
    of goals: [PlanNode], in session: inout DocumentSession
  ) {
    for goal in goals where goal.indicators.isEmpty {
      session.note(
        .warning, "goal-without-indicator", at: goal.citation,
        ja: "基本目標\(goal.number)の指標の表がありません",
        en: "no table of indicators for goal \(goal.number)")
    }
  }
}
