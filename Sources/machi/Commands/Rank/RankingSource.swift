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
      try call.refuse(
        [RankingOptions.previous, OpenDataSource.encoding],
        LocalizedText(ja: "は --data と一緒には使えません", en: "does not go with --data"))
      if let file = call.positionals.first {
        throw UsageError(
          code: .unexpectedArgument, argument: file,
          message: LocalizedText(
            ja: "ファイル（\(file)）は --data と一緒には使えません", en: "a file (\(file)) does not go with --data"))
      }
    } else if call.positionals.isEmpty {
      throw UsageError(
        code: .missingArgument, argument: "FILE",
        message: LocalizedText(
          ja: "ファイルか、--data に公表データのフォルダーを指定してください",
          en: "name a file (FILE), or a folder of published data with --data"))
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
    data = try NationwideSource.data(for: call, formats: NationwideSource.ranked)
    var paths = call.positionals
    var tables = try paths.map { try OpenDataSource.table($0, for: call) }
    before = try call[RankingOptions.previous].map { path in
      paths.append(path)
      return try RankingArguments.registry(path, for: call, listedIn: &tables)
    }
    self.tables = Array(tables.prefix(call.positionals.count))
    notices = RankingNotices(paths, data?.tables.map(\.table) ?? tables, call)
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
