import MunicipalModel
import Rendering

extension TidyTable {
  static func diagnostics(_ records: [MunicipalityRecord]) -> TidyTable {
    let rows: [(code: String, diagnostic: Diagnostic)] = records.flatMap { record in
      record.documents.flatMap(\.diagnostics).map { (record.municipality.code.sixDigits, $0) }
    }
    return TidyTable(
      name: "diagnostics", description: "Something a reader noticed in a document.", rows: rows,
      columns: [
        .municipalityCode(\.code),
        .field("document", "The document.", isRequired: true) {
          $0.diagnostic.citation.document.rawValue
        },
        .line(\.diagnostic.citation.line),
        .field("cell", "Cell in the line, from 1.", .integer) {
          $0.diagnostic.citation.cell.map(String.init)
        },
        .field(
          "severity", "How much it matters.", isRequired: true,
          choices: Diagnostic.Severity.allCases.map(\.rawValue)
        ) { $0.diagnostic.severity.rawValue },
        .field("code", "Stable name of what was noticed.", isRequired: true) {
          $0.diagnostic.code.rawValue
        },
        .field("message_ja", "The message in Japanese.") { $0.diagnostic.message.ja },
        .field("message_en", "The message in English.") { $0.diagnostic.message.en },
        .field("printed", "The exact text of the cell or line.") { $0.diagnostic.citation.printed },
        .place { $0.diagnostic.citation },
      ], key: ["document", "line", "cell", "code"])
  }

  static func corrections(_ records: [MunicipalityRecord]) -> TidyTable {
    let rows: [(code: String, correction: Correction)] = records.flatMap { record in
      record.documents.flatMap(\.corrections).map { (record.municipality.code.sixDigits, $0) }
    }
    return TidyTable(
      name: "corrections", description: "A documented repair of one printed cell.", rows: rows,
      columns: [
        .municipalityCode(\.code),
        .field("document", "The document.", isRequired: true) { $0.correction.document.rawValue },
        .line(\.correction.line),
        .field("cell", "Cell in the line, from 1.", .integer, isRequired: true) {
          String($0.correction.cell)
        },
        .field("printed", "What was printed.") { $0.correction.printed },
        .field("used", "What is used instead.") { $0.correction.used },
        .field("reason_ja", "Why, in Japanese.", isRequired: true) { $0.correction.reason.ja },
        .field("reason_en", "Why, in English.", isRequired: true) { $0.correction.reason.en },
      ], key: ["document", "line", "cell"])
  }
}
