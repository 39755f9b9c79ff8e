import MunicipalModel
import Rendering

extension TidyTable {
  static let observations = TidyTable(
    name: "observations", description: "One printed figure of one indicator.",
    columns: [
      Column("municipality_code", "Six-digit code of the municipality.", required: true),
      Column("document", "The document that prints the figure.", required: true),
      Column(
        "edition", "Whether the plan is in force or replaced.", required: true,
        choices: ["current", "superseded"]),
      Column(
        "level", "What the indicator belongs to.", required: true, choices: ["goal", "project"]),
      Column("goal", "Number of the goal."),
      Column("measure", "Number of the measure, where a document says it."),
      Column("project", "Name of the project."),
      Column("indicator", "Name of the indicator without its unit.", required: true),
      Column("unit", "Unit of the value as printed."),
      Column(
        "role", "What the figure is for.", required: true,
        choices: IndicatorFigure.Role.allCases.map(\.rawValue)),
      Column("period", "FY2022, CY2021, a date, or a span with a slash."),
      Column(
        "accumulation", "Over which time the figure counts.",
        choices: Accumulation.allCases.map(\.rawValue)),
      Column("value", .number, "The figure as a plain decimal in the printed unit."),
      Column("status", "value, or why there is none.", required: true),
      Column("printed", "The exact text of the cell."),
      Column("line", .integer, "Line in the document's text.", required: true),
      .bound, .estimate, .place,
    ],
    key: ["document", "edition", "project", "indicator", "line", "role", "period", "unit"])

  /// One row a number; a cell of two numbers, such as 3世帯9人, gives two rows.
  mutating func appendObservations(of plan: Plan, code: String) {
    for placed in plan.indicators {
      let indicator = placed.indicator
      for observation in indicator.figures {
        let quantities = observation.reading.quantities
        for index in 0..<max(1, quantities.count) {
          let quantity = quantities.indices.contains(index) ? quantities[index] : nil
          let unit = quantity?.unit ?? (observation.role.isMeasured ? indicator.unit : "")
          append([
            code, plan.document.rawValue, plan.edition.rawValue,
            placed.level == .project ? "project" : "goal", placed.node(.goal)?.number ?? "",
            placed.measureNumber ?? "", placed.node(.project)?.title ?? "", indicator.name, unit,
            observation.role.rawValue, observation.period?.code ?? "",
            observation.role.isMeasured ? observation.accumulation.rawValue : "",
            quantity?.value.description ?? "", observation.reading.status,
            observation.citation.printed, String(observation.citation.line),
            quantity?.bound?.rawValue ?? "", quantity?.isEstimate == true ? "yes" : "",
            observation.citation.place?.description ?? "",
          ])
        }
      }
    }
  }
}

extension TidyTable.Column {
  /// Whether a value is a limit.
  static let bound = Self(
    "bound", "Whether the value is a limit rather than a value (以上, 以下, 未満, 超, 約).",
    choices: Quantity.Bound.allCases.map(\.rawValue))

  /// Whether a value is not final.
  static let estimate = Self(
    "estimate", "yes where the document says that the value is not final (見込み, 速報値, 推計).",
    choices: ["yes"])

  /// Where a form that has no lines of its own prints it.
  static let place = Self(
    "place",
    "The place in a workbook (KPI!C12), a Word file or a page (table2!R3C4); empty of a text by lines."
  )

  /// Makes a column of text.
  init(_ name: String, _ description: String, required: Bool = false, choices: [String] = []) {
    self.init(name, .string, description, required: required, choices: choices)
  }
}
