import MachiKurabe

/// Where `machi rank` takes its figures from: files that are named, or a folder of published data.
struct RankingSource {
  /// What is told of the files on standard error.
  let notices: RankingNotices
  private let tables: [OpenDataTable]
  private let before: ResidentRegistry?
  private let data: NationwideData?

  /// Reads what a call names.
  ///
  /// - Throws: ``UsageError`` if it names no file and no folder, or both; `FileError` or `OpenDataError`.
  init(for call: CommandCall) throws {
    if call.has(NationwideSource.data) {
      try call.refuseWithData(
        [RankingOptions.previous, OpenDataSource.encoding])
      if let file = call.positionals.first {
        throw UsageError(
          .unexpectedArgument, file, ja: "ファイル（\(file)）は --data と一緒には使えません",
          en: "a file (\(file)) does not go with --data")
      }
    } else if call.positionals.isEmpty {
      throw UsageError(
        .missingArgument, "FILE", ja: "ファイルか、--data に公表データのフォルダーを指定してください",
        en: "name a file (FILE), or a folder of published data with --data")
    }
    try call.refuseWithoutData([RankingOptions.years])
    if call[RankingOptions.measure] == .ageingRate {
      try call.refuse(
        [NationwideSource.from, NationwideSource.to, RankingOptions.years],
        LocalizedText(
          ja: "は高齢化率（ageing-rate）には使えません。人口のそろう新しい年の値だけです",
          en: "is not for the ageing rate, which is that of the newest year of most municipalities")
      )
    }
    let wantsAges = call[RankingOptions.measure] == .ageingRate
    data = try NationwideSource.data(
      for: call, formats: NationwideSource.ranked + (wantsAges ? [.registryAges] : []))
    var paths = call.positionals
    var tables = try paths.map { try OpenDataSource.table($0, for: call) }
    before = try call[RankingOptions.previous].map { path in
      paths.append(path)
      return try Self.registry(path, for: call, listedIn: &tables)
    }
    self.tables = Array(tables.prefix(call.positionals.count))
    notices = RankingNotices(paths, data?.tables.map(\.table) ?? tables, call)
  }

  /// The register of the year before, which is put behind the other tables.
  private static func registry(
    _ path: String, for call: CommandCall, listedIn tables: inout [OpenDataTable]
  ) throws -> ResidentRegistry {
    let table = try OpenDataSource.table(path, for: call)
    tables.append(table)
    guard case .registry(let registry) = table else {
      throw OpenDataError(
        code: .wrongFormat, document: table.file.document,
        expected: OpenDataFormat.residentRegistry.name, found: table.file.formatName)
    }
    return registry
  }

  /// Puts the files together.
  ///
  /// - Throws: `OpenDataError` if they do not go together; ``UsageError`` if the years are in the wrong order.
  func table(for call: CommandCall) throws -> NationwideTable {
    let isAllowed = call[RankingOptions.otherDefinition]
    guard let data else {
      return try NationwideTable(
        tables, previous: before, areas: call[RankingOptions.areas],
        allowingOtherDefinition: isAllowed)
    }
    _ = try NationwideSource.years(for: call)
    return try NationwideTable(
      data, from: call[NationwideSource.from], to: call[NationwideSource.to],
      combining: call[RankingOptions.years], areas: call[RankingOptions.areas],
      allowingOtherDefinition: isAllowed)
  }
}

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
