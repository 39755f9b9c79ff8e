import DocumentReading
import MunicipalModel

/// Reads 総合戦略推進会議の資料: the strategy's goals, measures, projects and indicators, and the population.
///
/// Goals, directions, measures and tables are found as the layout beside the document says.
enum ProgressReportReader {
  /// Reads the whole document.
  static func contents(
    of session: inout DocumentSession, layout: PlanLayout
  ) -> DocumentContents {
    let goals = goals(in: &session, layout: layout)
    var contents = population(of: &session, layout: layout)
    let plan = Plan(
      document: session.document.id, title: PlanTerm.title(in: &session),
      term: PlanTerm.read(in: &session), roots: goals)
    contents.plans = [plan]
    session.reportUnreadTables(knownHeadings: layout.unreadTables)
    return contents
  }

  /// Reads the population, without the plan.
  static func population(
    of session: inout DocumentSession, layout: PlanLayout
  ) -> DocumentContents {
    var population = PopulationSection(layout: layout)
    population.read(in: &session)
    session.headings = []
    return DocumentContents(
      document: session.document.id, populationFigures: population.figures,
      populationDefinition: population.definition, surveyResults: population.surveyResults)
  }

  /// Reads the goals, without the rest of the document.
  static func goals(in session: inout DocumentSession, layout: PlanLayout) -> [PlanNode] {
    LaidOutPlanReader.roots(of: layout, title: "", in: &session)
  }
}
