import MunicipalModel
import Rendering

/// The documents that the report is made from.
struct DocumentSection {
  private let content: OverallContent

  init(_ content: OverallContent) { self.content = content }

  var section: ReportSection {
    ReportSection(
      key: "documents", heading: LocalizedText(ja: "資料", en: "Documents"), tables: [table])
  }

  private var table: ReportTable {
    let rows: [(municipality: Municipality, contents: DocumentContents)] =
      content.records.flatMap { record in record.documents.map { (record.municipality, $0) } }
    return ReportTable(
      key: "documents", caption: LocalizedText(ja: "読んだ資料", en: "Documents read"), rows: rows,
      columns: [
        .municipality(\.municipality), .document(\.contents.document),
        .text("title", "名称", "title") {
          ReportCell(
            $0.contents.publication?.label
              ?? content.titles[$0.contents.document]
              ?? LocalizedText($0.contents.document.rawValue))
        },
        .number("indicators", "指標", "indicators") {
          ReportCell($0.contents.plans.flatMap(\.indicators).count)
        },
        .number("population_figures", "人口の値", "population figures") {
          ReportCell($0.contents.populationFigures.count)
        },
        .number("errors", "読み取り:\n誤り", "reading:\nerrors") { noticed(.error, in: $0.contents) },
        .number("warnings", "読み取り:\n注意", "reading:\nwarnings") {
          noticed(.warning, in: $0.contents)
        },
      ],
      basis: ReportBasis(
        formula: LocalizedText(
          ja: "資料から読んだ指標と人口の値、読み取りで気づいた点を数えた",
          en: "counted among what was read from the documents and what the readers noticed"),
        sources: rows.flatMap { _, contents in
          contents.plans.flatMap(\.indicators).map(\.indicator.citation)
            + contents.populationFigures.map(\.citation)
        }))
  }

  private func noticed(
    _ severity: Diagnostic.Severity, in contents: DocumentContents
  ) -> ReportCell {
    let found = contents.diagnostics.filter { $0.severity == severity }
    return ReportCell(found.count, sources: found.map(\.citation))
  }
}
