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
    let rows = content.records.flatMap { record in
      record.documents.map { contents -> ReportRow in
        [
          ReportCell(record.municipality),
          ReportCell(LocalizedText(contents.document.rawValue)),
          ReportCell(
            contents.publication?.label
              ?? LocalizedText(content.titles[contents.document] ?? contents.document.rawValue)),
          ReportCell(contents.plans.flatMap(\.indicators).count),
          ReportCell(contents.populationFigures.count),
          noticed(.error, in: contents), noticed(.warning, in: contents),
        ]
      }
    }
    return ReportTable(
      key: "documents", caption: LocalizedText(ja: "読んだ資料", en: "Documents read"),
      columns: [
        .key("municipality", LocalizedText(ja: "市町村", en: "municipality")),
        .key("document", LocalizedText(ja: "資料", en: "document")),
        .text("title", LocalizedText(ja: "名称", en: "title")),
        .number("indicators", LocalizedText(ja: "指標", en: "indicators")),
        .number("population_figures", LocalizedText(ja: "人口の値", en: "population figures")),
        .number("errors", LocalizedText(ja: "読み取り:\n誤り", en: "reading:\nerrors")),
        .number("warnings", LocalizedText(ja: "読み取り:\n注意", en: "reading:\nwarnings")),
      ], rows: rows,
      basis: ReportBasis(
        formula: LocalizedText(
          ja: "資料から読んだ指標と人口の値、読み取りで気づいた点を数えた",
          en: "counted among what was read from the documents and what the readers noticed"),
        sources: content.records.flatMap { record in
          record.documents.flatMap { contents in
            contents.plans.flatMap(\.indicators).map(\.indicator.citation)
              + contents.populationFigures.map(\.citation)
          }
        }))
  }

  private func noticed(
    _ severity: Diagnostic.Severity, in contents: DocumentContents
  ) -> ReportCell {
    let found = contents.diagnostics.filter { $0.severity == severity }
    return ReportCell(found.count, sources: found.map(\.citation))
  }
}
