import MunicipalModel
import PlanAnalysis
import Rendering

/// Every measure of every indicator in one wide table, with formulas and cells.
struct ProgressDetailSection {
  private let content: ProgressContent

  init(_ content: ProgressContent) { self.content = content }

  var section: ReportSection {
    let heading = LocalizedText(ja: "指標ごとの進捗", en: "Progress by indicator")
    return ReportSection(
      key: "indicators", heading: heading,
      tables: [
        ReportTable(
          key: "progress", caption: heading, rows: content.rows, columns: ProgressRow.columns)
      ])
  }
}
