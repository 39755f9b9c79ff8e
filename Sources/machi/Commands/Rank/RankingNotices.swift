import MachiKurabe

/// Tells on standard error what a text report tells of its files, for who takes the figures alone.
struct RankingNotices {
  private let call: CommandCall
  private let paths: [DocumentID: String]
  private let tables: [OpenDataTable]

  /// - Parameters:
  ///   - paths: the files as they were named, the sheet of the year before last.
  ///   - tables: what was read of them.
  init(_ paths: [String], _ tables: [OpenDataTable], _ call: CommandCall) {
    self.call = call
    self.tables = tables
    let byDocument = Dictionary(grouping: zip(paths, tables)) { $0.1.file.document }
    // Two files of one name in two folders are called by that name.
    self.paths = byDocument.compactMapValues { $0.count == 1 ? $0[0].0 : nil }
  }

  /// Tells what the readers noticed, and what was noticed when the files were put together.
  ///
  /// - Parameter table: the files put together; `nil` if they could not be.
  func tell(_ table: NationwideTable?) {
    guard let table else {
      for table in tables { OpenDataSource.tell(table.file.diagnostics, paths: paths, call) }
      return
    }
    for file in table.files + table.unused {
      OpenDataSource.tell(table.diagnostics(of: file), paths: paths, call)
    }
  }

  /// Tells of a ranking all that is no figure.
  func tell(_ table: NationwideTable, _ ranking: MunicipalRanking) {
    tell(table)
    for notice in RankingReport.notices(table, ranking) { call.note(notice) }
  }
}
