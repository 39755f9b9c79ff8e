import MunicipalModel
import Rendering

extension TidyTable {
  /// A node of a plan, or the plan itself.
  private struct Node {
    let code: String
    let plan: Plan
    let level: PlanLevel
    let title: String
    let progress: [CitedReading]
    let citation: Citation
    var placed: PlacedNode?
  }

  static func plans(_ records: [MunicipalityRecord]) -> TidyTable {
    TidyTable(
      name: "plans", description: "One node of one plan: a goal, a measure, a project, a pledge.",
      rows: records.flatMap { record in
        record.documents.flatMap(\.plans).flatMap { nodes(of: $0, in: record.municipality) }
      },
      columns: columns, key: ["document", "edition", "level", "line", "title"])
  }

  private static var columns: [TableColumn<Node>] {
    [
      .municipalityCode(\.code),
      .field("document", "The document that prints the plan.", isRequired: true) {
        $0.plan.document.rawValue
      },
      .edition(\.plan),
      .field("level", "Rank of the node.", isRequired: true) { $0.level.rawValue },
      .field("number", "Number of the node.") { $0.placed?.node.number },
      .field("parent", "Number of the node above.") { $0.placed?.path.last?.number },
      .field("title", "Title of the node.", isRequired: true) { $0.title },
      .field("departments", "Departments in charge, separated by semicolons.") {
        $0.placed?.node.departments.joined(separator: ";")
      },
      .field("lifecycle", "What a revision says happened, separated by semicolons.") {
        $0.placed?.node.lifecycle.map(\.rawValue).joined(separator: ";")
      },
      .field("progress", "How far the node has come, in percent.", .number) {
        $0.progress.first?.reading.value?.description
      },
      .field("parent_level", "Rank of the node above.") { $0.placed?.path.last?.level.rawValue },
      .field("measure", "Number of the measure, where another document says it.") {
        $0.placed?.node.measureReference?.number
      },
      .field("printed", "The exact text of the title's cell.") { $0.citation.printed },
      .field("line", "Line of the title.", .integer, isRequired: true) {
        String($0.citation.line)
      },
      .field("progress_line", "Lines that print the progress, separated by semicolons.") {
        $0.progress.map { String($0.citation.line) }.joined(separator: ";")
      },
      .place { $0.citation },
    ]
  }

  private static func nodes(of plan: Plan, in municipality: Municipality) -> [Node] {
    let code = municipality.code.sixDigits
    let whole = plan.progress.first.map { first in
      Node(
        code: code, plan: plan, level: .plan, title: plan.title, progress: plan.progress,
        citation: first.citation)
    }
    return [whole].compactMap(\.self)
      + plan.nodes.map { placed in
        Node(
          code: code, plan: plan, level: placed.node.level, title: placed.node.title,
          progress: placed.node.progress, citation: placed.node.citation, placed: placed)
      }
  }
}
