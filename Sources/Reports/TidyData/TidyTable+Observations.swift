import MunicipalModel
import Rendering

extension TidyTable {
  /// A number that a figure prints; a cell of two numbers, such as 3世帯9人, gives two rows.
  private struct Observation {
    let code: String
    let plan: Plan
    let placed: PlacedIndicator
    let figure: IndicatorFigure
    let quantity: Quantity?
  }

  static func observations(_ records: [MunicipalityRecord]) -> TidyTable {
    TidyTable(
      name: "observations", description: "One printed figure of one indicator.",
      rows: records.flatMap { record in
        record.documents.flatMap(\.plans).flatMap { observations(of: $0, in: record.municipality) }
      },
      columns: columns,
      key: ["document", "edition", "project", "indicator", "line", "role", "period", "unit"])
  }

  private static var columns: [TableColumn<Observation>] {
    [
      .municipalityCode(\.code),
      .field("document", "The document that prints the figure.", isRequired: true) {
        $0.plan.document.rawValue
      },
      .edition(\.plan),
      .field(
        "level", "What the indicator belongs to.", isRequired: true, choices: ["goal", "project"]
      ) { $0.placed.level == .project ? "project" : "goal" },
      .field("goal", "Number of the goal.") { $0.placed.node(.goal)?.number },
      .field("measure", "Number of the measure, where a document says it.") {
        $0.placed.measureNumber
      },
      .field("project", "Name of the project.") { $0.placed.node(.project)?.title },
      .field("indicator", "Name of the indicator without its unit.", isRequired: true) {
        $0.placed.indicator.name
      },
      .field("unit", "Unit of the value as printed.") {
        $0.quantity?.unit ?? ($0.figure.role.isMeasured ? $0.placed.indicator.unit : "")
      },
      .field(
        "role", "What the figure is for.", isRequired: true,
        choices: IndicatorFigure.Role.allCases.map(\.rawValue)
      ) { $0.figure.role.rawValue },
      .field("period", "FY2022, CY2021, a date, or a span with a slash.") {
        $0.figure.period?.code
      },
      .field(
        "accumulation", "Over which time the figure counts.",
        choices: Accumulation.allCases.map(\.rawValue)
      ) { $0.figure.role.isMeasured ? $0.figure.accumulation.rawValue : nil },
      .field("value", "The figure as a plain decimal in the printed unit.", .number) {
        $0.quantity?.value.description
      },
      .field("status", "value, or why there is none.", isRequired: true) {
        $0.figure.reading.status
      },
      .field("printed", "The exact text of the cell.") { $0.figure.citation.printed },
      .line(\.figure.citation.line),
      .bound { $0.quantity }, .estimate { $0.quantity }, .place { $0.figure.citation },
    ]
  }

  private static func observations(of plan: Plan, in municipality: Municipality) -> [Observation] {
    plan.indicators.flatMap { placed in
      placed.indicator.figures.flatMap { figure in
        figure.reading.quantitiesOrNone.map {
          Observation(
            code: municipality.code.sixDigits, plan: plan, placed: placed, figure: figure,
            quantity: $0)
        }
      }
    }
  }
}

extension Reading {
  /// The numbers; one that is missing where there is none.
  var quantitiesOrNone: [Quantity?] { quantities.isEmpty ? [nil] : quantities }
}

extension TableColumn {
  /// The municipality that prints it.
  static func municipalityCode(_ code: @escaping (Row) -> String) -> Self {
    .field("municipality_code", "Six-digit code of the municipality.", isRequired: true) {
      code($0)
    }
  }

  /// Whether the plan that prints it is in force.
  static func edition(_ plan: @escaping (Row) -> Plan) -> Self {
    .field(
      "edition", "Whether the plan is in force or replaced.", isRequired: true,
      choices: ["current", "superseded"]
    ) { plan($0).edition.rawValue }
  }

  /// The line that prints it.
  static func line(_ line: @escaping (Row) -> Int) -> Self {
    .field("line", "Line in the document's text.", .integer, isRequired: true) {
      String(line($0))
    }
  }

  /// Whether a value is a limit.
  static func bound(_ quantity: @escaping (Row) -> Quantity?) -> Self {
    .field(
      "bound", "Whether the value is a limit rather than a value (以上, 以下, 未満, 超, 約).",
      choices: Quantity.Bound.allCases.map(\.rawValue)
    ) { quantity($0)?.bound?.rawValue }
  }

  /// Whether a value is not final.
  static func estimate(_ quantity: @escaping (Row) -> Quantity?) -> Self {
    .field(
      "estimate", "yes where the document says that the value is not final (見込み, 速報値, 推計).",
      choices: ["yes"]
    ) { quantity($0)?.isEstimate == true ? "yes" : nil }
  }

  /// Where a form that has no lines of its own prints it.
  static func place(_ citation: @escaping (Row) -> Citation) -> Self {
    .field(
      "place",
      "The place in a workbook (KPI!C12), a Word file or a page (table2!R3C4); empty of a text by lines."
    ) { citation($0).place?.description }
  }

  /// The printed cells that a row comes from.
  static func sources(_ sources: @escaping (Row) -> [Citation]) -> Self {
    .field(
      "sources", "The printed cells, document:line:cell, separated by ;.", ja: "出典（資料:行:セル）"
    ) {
      sources($0).map(\.cellPlace).uniqued.joined(separator: ";")
    }
  }
}
