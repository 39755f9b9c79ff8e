import MunicipalModel
import Rendering

extension TidyTable {
  static let population = TidyTable(
    name: "population",
    description: "One printed figure about a population, a survey or the cost of a strategy.",
    columns: [
      Column("municipality_code", "Six-digit code of the municipality.", required: true),
      Column("document", "The document that prints the figure.", required: true),
      Column("area", "Whom the figure is about: the municipality, its prefecture or 全国."),
      Column("period", "FY2022, CY2021, a date, or a span with a slash."),
      Column("item", "What is counted; _average, _change_from_base, … say how.", required: true),
      Column("value", .number, "The figure as a plain decimal in the unit."),
      Column("unit", "Unit of the value."),
      Column("printed", "The exact text of the cell."),
      Column("line", .integer, "Line in the document's text.", required: true),
      .bound, .estimate, .place,
    ],
    key: ["document", "line", "area", "item", "period"])

  mutating func append(figures: [PopulationFigure], code: String) {
    for figure in figures {
      appendFigure(
        figure.reading, item: figure.label, area: figure.area.name, period: figure.period,
        unit: figure.item.countedIn, citation: figure.citation, code: code)
    }
  }

  mutating func append(surveys: [SurveyResult], area: String, code: String) {
    for survey in surveys {
      appendFigure(
        survey.share.reading, item: "survey_share:\(survey.question):\(survey.answer)", area: area,
        period: survey.period, citation: survey.share.citation, code: code)
    }
  }

  mutating func append(budgets: [BudgetFigure], area: String, code: String) {
    for budget in budgets {
      appendFigure(
        budget.reading,
        item: budget.item.rawValue + (budget.goal.isEmpty ? "" : "_goal_\(budget.goal)"),
        area: area, period: budget.period, citation: budget.citation, code: code)
    }
  }

  mutating func append(statements: [RevisionStatement], area: String, code: String) {
    for statement in statements {
      appendFigure(
        statement.count.reading, item: "stated_\(statement.mark.rawValue)", area: area,
        period: nil, citation: statement.count.citation, code: code)
    }
  }

  private mutating func appendFigure(
    _ reading: Reading, item: String, area: String, period: Period?, unit: String = "",
    citation: Citation, code: String
  ) {
    let quantities = reading.quantities
    for index in 0..<max(1, quantities.count) {
      let quantity = quantities.indices.contains(index) ? quantities[index] : nil
      append([
        code, citation.document.rawValue, area, period?.code ?? "", item,
        quantity?.value.description ?? "", quantity?.unit ?? unit, citation.printed,
        String(citation.line), quantity?.bound?.rawValue ?? "",
        quantity?.isEstimate == true ? "yes" : "", citation.place?.description ?? "",
      ])
    }
  }
}
