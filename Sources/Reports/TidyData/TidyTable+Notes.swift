import MunicipalModel
import Rendering

extension TidyTable {
  static let diagnostics = TidyTable(
    name: "diagnostics", description: "Something a reader noticed in a document.",
    columns: [
      Column("municipality_code", "Six-digit code of the municipality.", required: true),
      Column("document", "The document.", required: true),
      Column("line", .integer, "Line in the document's text.", required: true),
      Column("cell", .integer, "Cell in the line, from 1."),
      Column(
        "severity", "How much it matters.", required: true,
        choices: Diagnostic.Severity.allCases.map(\.rawValue)),
      Column("code", "Stable name of what was noticed.", required: true),
      Column("message_ja", "The message in Japanese."),
      Column("message_en", "The message in English."),
      Column("printed", "The exact text of the cell or line."),
      .place,
    ],
    key: ["document", "line", "cell", "code"])

  static let corrections = TidyTable(
    name: "corrections", description: "A documented repair of one printed cell.",
    columns: [
      Column("municipality_code", "Six-digit code of the municipality.", required: true),
      Column("document", "The document.", required: true),
      Column("line", .integer, "Line in the document's text.", required: true),
      Column("cell", .integer, "Cell in the line, from 1.", required: true),
      Column("printed", "What was printed."),
      Column("used", "What is used instead."),
      Column("reason_ja", "Why, in Japanese.", required: true),
      Column("reason_en", "Why, in English.", required: true),
    ],
    key: ["document", "line", "cell"])

  mutating func append(_ diagnostic: Diagnostic, code: String) {
    let citation = diagnostic.citation
    append([
      code, citation.document.rawValue, String(citation.line), citation.cell.map(String.init) ?? "",
      diagnostic.severity.rawValue, diagnostic.code.rawValue, diagnostic.message.ja,
      diagnostic.message.en, citation.printed, citation.place?.description ?? "",
    ])
  }

  mutating func append(_ correction: Correction, code: String) {
    append([
      code, correction.document.rawValue, String(correction.line), String(correction.cell),
      correction.printed, correction.used, correction.reason.ja, correction.reason.en,
    ])
  }
}
