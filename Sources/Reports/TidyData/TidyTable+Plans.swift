import MunicipalModel
import Rendering

extension TidyTable {
  static let plans = TidyTable(
    name: "plans", description: "One node of one plan: a goal, a measure, a project, a pledge.",
    columns: [
      Column("municipality_code", "Six-digit code of the municipality.", required: true),
      Column("document", "The document that prints the plan.", required: true),
      Column(
        "edition", "Whether the plan is in force or replaced.", required: true,
        choices: ["current", "superseded"]),
      Column("level", "Rank of the node.", required: true),
      Column("number", "Number of the node."),
      Column("parent", "Number of the node above."),
      Column("title", "Title of the node.", required: true),
      Column("departments", "Departments in charge, separated by semicolons."),
      Column("lifecycle", "What a revision says happened, separated by semicolons."),
      Column("progress", .number, "How far the node has come, in percent."),
      Column("parent_level", "Rank of the node above."),
      Column("measure", "Number of the measure, where another document says it."),
      Column("printed", "The exact text of the title's cell."),
      Column("line", .integer, "Line of the title.", required: true),
      Column("progress_line", "Lines that print the progress, separated by semicolons."),
      .place,
    ],
    key: ["document", "edition", "level", "line", "title"])

  mutating func appendNodes(of plan: Plan, code: String) {
    if let first = plan.progress.first {
      append([
        code, plan.document.rawValue, plan.edition.rawValue, PlanLevel.plan.rawValue, "", "",
        plan.title, "", "", first.reading.value?.description ?? "", "", "", first.citation.printed,
        String(first.citation.line), Self.lines(plan.progress),
        first.citation.place?.description ?? "",
      ])
    }
    for placed in plan.nodes {
      let node = placed.node
      append([
        code, plan.document.rawValue, plan.edition.rawValue, node.level.rawValue, node.number,
        placed.path.last?.number ?? "", node.title, node.departments.joined(separator: ";"),
        node.lifecycle.map(\.rawValue).joined(separator: ";"),
        node.progress.first?.reading.value?.description ?? "",
        placed.path.last?.level.rawValue ?? "", node.measureReference?.number ?? "",
        node.citation.printed, String(node.citation.line), Self.lines(node.progress),
        node.citation.place?.description ?? "",
      ])
    }
  }

  private static func lines(_ progress: [CitedReading]) -> String {
    progress.map { String($0.citation.line) }.joined(separator: ";")
  }
}
