import MunicipalModel
import Rendering

/// The cells that were read with a correction: what was printed, what is used, and why.
///
/// It stands in each report that is made from documents, so that no repair is silent.
enum CorrectionTable {
  /// The corrections of all documents of some municipalities; without a row if there are none.
  static func of(_ records: [MunicipalityRecord]) -> ReportTable {
    let rows = records.flatMap { record in
      record.corrections.map { correction -> ReportRow in
        [
          ReportCell(record.municipality.name, value: record.municipality.code.sixDigits),
          ReportCell(LocalizedText("\(correction.document):\(correction.line)")),
          text(correction.printed), text(correction.used), ReportCell(correction.reason),
        ]
      }
    }
    return ReportTable(
      key: "corrections",
      caption: LocalizedText(ja: "訂正して読んだセル", en: "Cells read with a correction"),
      columns: [
        .key("municipality", LocalizedText(ja: "市町村", en: "municipality")),
        .key("line", LocalizedText(ja: "資料:行", en: "document:line")),
        .text("printed", LocalizedText(ja: "記載", en: "printed")),
        .text("used", LocalizedText(ja: "読み", en: "read as")),
        .text("reason", LocalizedText(ja: "理由", en: "reason")),
      ], rows: rows)
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
