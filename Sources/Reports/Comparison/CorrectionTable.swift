import MunicipalModel
import Rendering

/// The cells that were read with a correction: what was printed, what is used, and why.
///
/// It stands in each report that is made from documents, so that no repair is silent.
enum CorrectionTable {
  /// The corrections of all documents of some municipalities; without a row if there are none.
  static func of(_ records: [MunicipalityRecord]) -> ReportTable {
    let rows: [(municipality: Municipality, correction: Correction)] = records.flatMap { record in
      record.corrections.map { (record.municipality, $0) }
    }
    return ReportTable(
      key: "corrections",
      caption: LocalizedText(ja: "訂正して読んだセル", en: "Cells read with a correction"), rows: rows,
      columns: [
        .municipality(\.municipality),
        .key("line", "資料:行", "document:line") {
          ReportCell("\($0.correction.document):\($0.correction.line)")
        },
        .text("printed", "記載", "printed") { text($0.correction.printed) },
        .text("used", "読み", "read as") { text($0.correction.used) },
        .text("reason", "理由", "reason") { ReportCell($0.correction.reason) },
      ])
  }

  /// The section of the corrections; `nil` if there are none.
  static func section(_ records: [MunicipalityRecord]) -> ReportSection? {
    let table = of(records)
    guard !table.rows.isEmpty else { return nil }
    return ReportSection(
      key: "corrections", heading: LocalizedText(ja: "訂正", en: "Corrections"), tables: [table])
  }

  private static func text(_ text: String) -> ReportCell {
    text.isEmpty ? ReportCell(missing: .blank) : ReportCell(text)
  }
}
