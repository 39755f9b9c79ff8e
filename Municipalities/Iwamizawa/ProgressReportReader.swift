import DocumentReading
import MunicipalModel

/// Reads 総合戦略等推進委員会の資料: goals, measures, projects and their KPIs, the population, the budgets.
///
/// Headings, tables and notes are found as the layout beside the document says. What it cannot say is added:
/// which strategy the report is about, and the budgets in running text.
enum ProgressReportReader {
  /// Reads the whole document.
  static func contents(
    of session: inout DocumentSession, layout: PlanLayout
  ) -> DocumentContents {
    session.headings = []
    let identity = PlanIdentity(in: &session)
    let goals = LaidOutPlanReader.roots(
      of: layout, title: identity.title, term: identity.term, in: &session)
    for goal in goals where goal.indicators.isEmpty {
      session.note(
        .warning, "goal-without-indicator", at: goal.citation,
        ja: "基本目標\(goal.number)の指標の表がありません",
        en: "no table of indicators for goal \(goal.number)")
    }
    let plan = Plan(
      document: session.document.id, title: identity.title, term: identity.term, roots: goals)
    let budgets = BudgetTable.goalFigures(of: plan, layout: layout, in: &session)

    var contents = population(of: &session, layout: layout)
    contents.plans = [plan]
    contents.budgetFigures = budgets + BudgetTable.figures(in: &session)
    session.reportUnreadTables(knownHeadings: layout.unreadTables)
    return contents
  }

  /// Reads the population, without the plan.
  static func population(
    of session: inout DocumentSession, layout: PlanLayout
  ) -> DocumentContents {
    session.headings = []
    let population = layout.populationFigures(of: .municipality(name: "岩見沢市"), in: &session)
    if !population.contains(where: { $0.item == .births }) {
      session.note(
        .warning, "no-population-table", at: session.cite(1), ja: "人口の表が見つかりません",
        en: "no table of the population was found")
    }
    session.headings = []
    return DocumentContents(
      document: session.document.id, populationFigures: population,
      populationDefinition: layout.populationDefinition)
  }
}
