/// The forms in which documents come (ファイル形式), told by the bytes first and the name second.
package enum FileForm: String, Hashable, Sendable, CaseIterable {
  /// Lines, with tabs, or columns aligned by spaces.
  case text
  /// Cells parted by commas, tabs or semicolons.
  case delimited
  /// A workbook: `.xlsx`, `.xlsm`.
  case workbook
  /// A Word file: `.docx`.
  case word
  /// A page of the web.
  case html
  /// A text with tables of pipes.
  case markdown
}
