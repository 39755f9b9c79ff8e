import MachiKurabe

/// Where a command takes figures of any municipality from: a folder of published data.
enum NationwideSource {
  /// The option `--data FOLDER`.
  static let data = CommandOption<String?>.text(
    "data", placeholder: LocalizedText(ja: "フォルダー", en: "FOLDER"), values: .folder,
    help: LocalizedText(
      ja: "公表データのフォルダー（machi data が中身を示します）",
      en: "A folder of published data; machi data shows what it holds"))
  /// The option `--from YEAR`.
  static let from = CommandOption<Int?>.integer(
    "from", placeholder: LocalizedText(ja: "年", en: "YEAR"), in: 1900...2200,
    help: LocalizedText(ja: "--data で見る初めの年（人口動態の年）", en: "The first year of --data, of the flows"))
  /// The option `--to YEAR`.
  static let to = CommandOption<Int?>.integer(
    "to", placeholder: LocalizedText(ja: "年", en: "YEAR"), in: 1900...2200,
    help: LocalizedText(ja: "--data で見る終わりの年", en: "The last year of --data"))

  /// The folder that a call names; `nil` if it names none.
  ///
  /// - Throws: ``UsageError`` for what makes no sense without a folder, `OpenDataError` if it cannot be read.
  static func data(for call: CommandCall) throws -> NationwideData? {
    guard let folder = call[data] else {
      try call.refuse(
        [from, to], LocalizedText(ja: "には --data が要ります", en: "needs --data"))
      if let name = call.positionals.first {
        throw UsageError(
          code: .missingArgument, argument: "--data",
          message: LocalizedText(
            ja: "「\(name)」を比べるには、--data に公表データのフォルダーを指定してください",
            en: "to compare \"\(name)\", name a folder of published data with --data"))
      }
      return nil
    }
    let found = try NationwideData(folder: folder)
    for failure in found.failures where failure.code != .wrongFormat {
      call.note(failure.message)
    }
    OpenDataSource.tell(found.diagnostics, paths: [:], call)
    return found
  }

  /// The municipalities that are named, each once.
  ///
  /// - Throws: ``UsageError`` if none is named, `OpenDataError` if the folder has not one of them.
  static func towns(
    _ names: [String], in data: NationwideData
  ) throws -> [MunicipalityData] {
    guard !names.isEmpty else {
      throw UsageError(
        code: .missingArgument, argument: "--data",
        message: LocalizedText(
          ja: "--data で比べる市区町村を挙げてください", en: "name the municipalities that --data is to compare"))
    }
    var towns: [MunicipalityData] = []
    for name in names {
      let town = try data[name]
      if !towns.contains(where: { $0.municipality.code == town.municipality.code }) {
        towns.append(town)
      }
    }
    return towns
  }

  /// The years from `--from` through `--to`; `nil` for all.
  ///
  /// - Throws: ``UsageError`` if the last year is before the first.
  static func years(for call: CommandCall) throws(UsageError) -> ClosedRange<Int>? {
    if call[from] == nil, call[to] == nil { return nil }
    let first = call[from] ?? 1900
    let last = call[to] ?? 2200
    guard first <= last else {
      throw UsageError(
        code: .invalidValue, argument: "--to",
        message: LocalizedText(
          ja: "--to（\(last)）が --from（\(first)）より前です",
          en: "--to (\(last)) is before --from (\(first))"))
    }
    return first...last
  }
}
