import MunicipalModel
import Rendering

/// Every figure of analyses by age in one wide table, each row with its cells.
struct AgeDetail<Analysis, Row> {
  /// A row and the analysis that it belongs to.
  struct Entry {
    let analysis: Analysis
    let row: Row
    let name: LocalizedText
  }

  let description: String
  let entries: [Entry]
  let columns: [TableColumn<Entry>]

  func section(_ key: String, _ heading: LocalizedText, only names: Set<String>? = nil)
    -> ReportSection
  {
    let shown = columns.filter { names?.contains($0.field.name) ?? true }
    return ReportSection(
      key: key, heading: heading, tables: [ReportTable(key: key, rows: entries, columns: shown)])
  }

  func table(in language: Language?) -> TidyTable {
    TidyTable(
      name: "age_social_change", description: description, rows: entries, columns: columns,
      in: language)
  }
}
