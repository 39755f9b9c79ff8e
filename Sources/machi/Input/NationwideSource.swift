import MachiKurabe

/// Where a command takes figures of any municipality from: a folder of published data.
enum NationwideSource {
  /// The option `--data FOLDER`.
  static let data = CommandOption<String?>.text(
    "data", placeholder: LocalizedText(ja: "フォルダー", en: "FOLDER"), values: .folder,
    help: LocalizedText(
      ja: "公表データのフォルダー（machi data が中身を示します）",
      en: "A folder of published data; machi data shows what it holds"))
  /// The municipalities that a command takes by name with ``data``.
  static let names = PositionalArgument(
    LocalizedText(ja: "市区町村", en: "NAME"), count: .any,
    help: LocalizedText(
      ja: "--data のフォルダーにある市区町村の名前かコード",
      en: "A municipality of the folder of --data, by name or code"),
    values: .text)
  /// The option `--from YEAR`.
  static let from = CommandOption<Int?>.integer(
    "from", placeholder: LocalizedText(ja: "年", en: "YEAR"), in: 1900...2200,
    help: LocalizedText(ja: "--data で見る初めの年（人口動態の年）", en: "The first year of --data, of the flows"))
  /// The option `--to YEAR`.
  static let to = CommandOption<Int?>.integer(
    "to", placeholder: LocalizedText(ja: "年", en: "YEAR"), in: 1900...2200,
    help: LocalizedText(ja: "--data で見る終わりの年", en: "The last year of --data"))

  /// The sheets of the register.
  static let register: [OpenDataFormat] = [.residentRegistry]
  /// The sheets of the register, with what tells ageing rates.
  static let ranked: [OpenDataFormat] =
    register + [.ssdse, .estatCSV, .estatJSON, .estatWide]
  /// Populations by age.
  static let stocks: [OpenDataFormat] = [.registryAges, .standardDataset]
  /// Populations and movers by age.
  static let ages: [OpenDataFormat] = stocks + [.movers, .estatCSV, .estatJSON]

  /// The folder that a call names; `nil` if it names none.
  ///
  /// - Parameters:
  ///   - call: a call of a command that has ``data``.
  ///   - formats: the formats that the command has a use for.
  /// - Throws: ``UsageError`` for what makes no sense without a folder, `OpenDataError` if it cannot be read.
  static func data(
    for call: CommandCall, formats: [OpenDataFormat] = OpenDataFormat.allCases
  ) throws -> NationwideData? {
    guard let folder = call[data] else {
      // `machi project` has a --to of its own.
      if call.command.takes(from) { try call.refuseWithoutData([from, to]) }
      return nil
    }
    call.working(
      LocalizedText(ja: "\(folder) を読んでいます…", en: "reading \(folder) …"))
    // The sheet of a year has the flows of the year before; rates divide by the sheet before that. What was one area
    // on the days of older ages, all sheets tell.
    let years =
      call.command.takes(from) && !formats.contains(.registryAges) ? try years(for: call) : nil
    let limited = years.flatMap { years in
      try? NationwideData(
        folder: folder, formats: formats, years: years.lowerBound...years.upperBound + 1)
    }
    // Where there is no such year, all sheets tell which there are; so do they of names that other years have.
    let known = limited.flatMap { data in
      !call.takesTowns || call.positionals.allSatisfy { (try? data[$0]) != nil } ? data : nil
    }
    let found = try known ?? NationwideData(folder: folder, formats: formats)
    for failure in found.failures where failure.code != .wrongFormat {
      call.note(failure.message)
    }
    OpenDataSource.tell(found.diagnostics, paths: [:], call)
    // `machi rank` tells of each file beside its ranks.
    if !call.command.takes(RankingOptions.measure) { tellFiles(of: found, call) }
    return found
  }

  /// So many errors of rows that are not asked for are told.
  private static let limit = 5

  /// Tells what was noticed in the rows of the municipalities that a call names, the first errors of other rows, and how
  /// much more there is.
  private static func tellFiles(of data: NationwideData, _ call: CommandCall) {
    let codes =
      call.takesTowns ? call.positionals.compactMap { (try? data.area(named: $0))?.code } : []
    var own: [Diagnostic] = []
    var others: [Diagnostic] = []
    for table in data.tables.map(\.table) {
      let lines = Set(codes.flatMap { table.lines(of: $0) })
      for noticed in table.file.diagnostics where noticed.isWorthTelling {
        if lines.contains(noticed.citation.line) {
          own.append(noticed)
        } else {
          others.append(noticed)
        }
      }
    }
    OpenDataSource.tell(own, paths: [:], call)
    let errors = others.filter { $0.severity == .error }.prefix(limit)
    OpenDataSource.tell(Array(errors), paths: [:], call)
    let rest = others.reduce(0) { $0 + $1.caseCount } - errors.reduce(0) { $0 + $1.caseCount }
    guard rest > 0 else { return }
    let folder = call[Self.data] ?? ""
    let isMore = !own.isEmpty || !errors.isEmpty
    call.note(
      LocalizedText(
        ja:
          "\(folder): ファイルについて気づいた点が\(isMore ? "ほかに" : "")\(rest)件あります（machi data \(folder) が示します）",
        en:
          "\(folder): \(rest) \(isMore ? "more " : "")noticed in the files (machi data \(folder) shows them)"
      ))
  }

  /// The municipalities that are named, each once.
  ///
  /// - Throws: ``UsageError`` if none is named, or one that is only like a name of the folder; `OpenDataError` if the
  ///   folder has not one of them.
  static func towns(
    _ names: [String], in data: NationwideData
  ) throws -> [MunicipalityData] {
    guard !names.isEmpty else {
      throw UsageError(
        .missingArgument, "--data", ja: "--data で見る市区町村を挙げてください",
        en: "name the municipalities that --data is to show")
    }
    var towns: [MunicipalityData] = []
    for name in names {
      let town = try town(name, in: data)
      if !towns.contains(where: { $0.municipality.code == town.municipality.code }) {
        towns.append(town)
      }
    }
    return towns
  }

  private static func town(_ name: String, in data: NationwideData) throws -> MunicipalityData {
    do throws(OpenDataError) {
      return try data[name]
    } catch {
      let areas = data.areas.compactMap { area in
        area.code.map { (code: $0, name: area.name, spellings: [area.name]) }
      }
      let near = MunicipalityArgument.near(name, among: areas).joined(separator: " / ")
      guard error.code == .notInFile, error.found.ja.isEmpty, !near.isEmpty else { throw error }
      throw UsageError(
        .invalidValue, name, ja: "「\(name)」という市区町村はこのフォルダーにありません。近い名前: \(near)",
        en: "there is no municipality \"\(name)\" in the folder; near it are \(near)")
    }
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
        .invalidValue, "--to", ja: "--to（\(last)）が --from（\(first)）より前です",
        en: "--to (\(last)) is before --from (\(first))")
    }
    return first...last
  }
}

extension CommandCall {
  /// Whether the command takes names of municipalities of a folder of published data.
  var takesTowns: Bool {
    command.positionals.contains { $0.name == NationwideSource.names.name }
  }

  /// Refuses names of municipalities without a folder of published data.
  func refuseNames() throws(UsageError) {
    guard takesTowns, let name = positionals.first else { return }
    let option = command.takes(RecordSource.municipalities) ? "--municipality \(name)" : nil
    throw UsageError(
      .missingArgument, "--data",
      ja: "「\(name)」を見るには、--data に公表データのフォルダーを指定してください"
        + (option.map { "。内蔵の資料なら \($0)" } ?? ""),
      en: "to see \"\(name)\", name a folder of published data with --data"
        + (option.map { ", or by the built-in documents: \($0)" } ?? ""))
  }

  /// Refuses options that make no sense with a folder of published data.
  func refuseWithData(_ options: [any DeclaredOption]) throws(UsageError) {
    try refuse(options, LocalizedText(ja: "は --data と一緒には使えません", en: "does not go with --data"))
  }

  /// Refuses options that make no sense without a folder of published data.
  func refuseWithoutData(_ options: [any DeclaredOption]) throws(UsageError) {
    guard !has(NationwideSource.data) else { return }
    try refuse(options, LocalizedText(ja: "には --data が要ります", en: "needs --data"))
  }
}
