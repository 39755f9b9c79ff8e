import MunicipalModel
import PlanAnalysis
import Rendering

/// Every measure of every indicator in one wide table, with formulas and cells.
struct ProgressDetailSection {
  private let content: ProgressContent

  init(_ content: ProgressContent) { self.content = content }

  var section: ReportSection {
    let table = ReportTable(
      key: "progress",
      caption: LocalizedText(ja: "指標ごとの進捗", en: "Progress by indicator"),
      columns: ProgressColumn.all.map(\.reportColumn),
      rows: content.rows.map { row in ReportRow(ProgressColumn.all.map { $0.cell(row) }) })
    return ReportSection(
      key: "indicators", heading: LocalizedText(ja: "指標ごとの進捗", en: "Progress by indicator"),
      tables: [table])
  }
}
