import MachiKurabe

/// Where a command takes counts by age from: tidy files, or files of nationwide open data.
enum AgeSource {
  /// The option `--population [YEAR=]FILE`.
  static let population = CommandOption<[String]>.texts(
    "population", placeholder: LocalizedText(ja: "[年=]ファイル", en: "[YEAR=]FILE"), values: .file,
    help: LocalizedText(
      ja: "年齢別人口: CSV（列 population、または列が年齢・男・女の表。年の列がなければ「2020=ファイル」）、"
        + "住民基本台帳年齢階級別人口（Excel のブックか CSV）、標準オープンデータセットの地域・年齢別人口、e-Stat の年齢別の表",
      en:
        "Populations by age: CSV with a column population, or with columns age, male, female "
        + "(2020=FILE without a column of the year), 住民基本台帳年齢階級別人口 (workbook or CSV), the standard open data "
        + "set, or a table of e-Stat by age"
    ))
  /// The option `--movers FILE`.
  static let movers = file(
    "movers", ja: "年齢別の転入・転出のCSV（列 in_migrants, out_migrants）",
    en: "CSV of movers by age (columns in_migrants, out_migrants)")
  /// The option `--movers-in FILE`.
  static let moversIn = file(
    "movers-in", ja: "年齢別の転入のCSV（列 in_migrants）、または e-Stat の住民基本台帳人口移動報告",
    en: "In-migrants by age: CSV with a column in_migrants, or 住民基本台帳人口移動報告 of e-Stat")
  /// The option `--movers-out FILE`.
  static let moversOut = file(
    "movers-out", ja: "年齢別の転出のCSV（列 out_migrants）、または e-Stat の住民基本台帳人口移動報告",
    en: "Out-migrants by age: CSV with a column out_migrants, or 住民基本台帳人口移動報告 of e-Stat")
  /// The option `--deaths FILE`.
  static let deaths = file(
    "deaths", ja: "期間中の死亡のCSV（列 deaths、年齢は期末に達していたはずの年齢）",
    en: "CSV of deaths of the period (column deaths; by the age they would have reached at its end)"
  )
  /// The option `--births FILE`.
  static let births = file(
    "births", ja: "期間中の出生のCSV（列 births、年齢は期末の年齢）",
    en: "CSV of births of the period (column births; by the age reached at its end)")

  private static func file(_ name: String, ja: String, en: String) -> CommandOption<String?> {
    .text(
      name, placeholder: LocalizedText(ja: "ファイル", en: "FILE"), values: .file,
      help: LocalizedText(ja: ja, en: en))
  }

  /// The file that an option names; `nil` if it is not given.
  ///
  /// Columns that are not read, and what is odd in a file of open data, are told on standard error.
  ///
  /// - Throws: `FileError` if the file cannot be read, `AgeFileError` or `OpenDataError` if it cannot be used.
  static func file(
    _ option: CommandOption<String?>, for call: CommandCall
  ) throws -> AgeDataFile? {
    try call[option].map { try file($0, of: option.declaration, for: call) }
  }

  /// The files of `--population`, each perhaps with its time: `2020=file.csv`.
  ///
  /// - Throws: as above.
  static func populationFiles(for call: CommandCall) throws -> [AgeDataFile] {
    try call[population].map { try file($0, of: population.declaration, for: call) }
  }

  /// The tables of some measures in the tidy file that an option names; none if it is not given.
  ///
  /// - Throws: as above, or `AgeFileError` that names the line.
  static func tables(
    of measures: [AgeMeasure], in option: CommandOption<String?>, for call: CommandCall
  ) throws -> [[CitedAgeTable]] {
    try file(option, for: call)?.tables(of: measures) ?? measures.map { _ in [] }
  }

  /// The populations of some files; a file that does not say whose they are needs a code.
  ///
  /// - Throws: ``UsageError`` without that code, or as above.
  static func populations(
    of codes: [MunicipalityCode], in files: [AgeDataFile]
  ) throws -> [CitedAgeTable] {
    do {
      return try files.flatMap { try $0.populations(of: codes) }
    } catch let error as OpenDataError where error.code == .municipalityNeeded {
      throw UsageError(
        .missingArgument, "--municipality",
        ja: "\(error.document) のどの市区町村か、--municipality で指定してください",
        en: "name the municipality of \(error.document) that is meant with --municipality")
    }
  }

  private static func file(
    _ argument: String, of option: OptionDeclaration, for call: CommandCall
  ) throws -> AgeDataFile {
    let (period, path) = parts(argument)
    let bytes = try call.read(path)
    let codes = try RecordSource.codes(call)
    var file = try AgeDataFile(
      bytes, name: path, encoding: call[OpenDataSource.encoding],
      municipality: codes.count == 1 ? codes.first : nil, period: period,
      progress: OpenDataSource.progress(of: path, for: call))
    file.tidyName = LocalizedText(ja: "\(option.flag) の整然CSV", en: "a tidy CSV of \(option.flag)")
    switch file.content {
    case .openData(let table):
      OpenDataSource.tell(table.file.diagnostics, paths: [table.file.document: path], call)
    case .tidy(let tidy):
      guard !tidy.otherColumns.isEmpty else { break }
      let names = tidy.otherColumns.joined(separator: ", ")
      call.note(
        LocalizedText(
          ja: "\(path): 読まない列: \(names)", en: "\(path): columns that are not read: \(names)"))
    }
    return file
  }

  /// The time and the path of `2020=file.csv`, `2020-10-01=file.csv` or `令和2年=file.csv`.
  private static func parts(_ argument: String) -> (Period?, String) {
    guard let mark = argument.firstIndex(of: "="),
      let period = try? Period(parsing: String(argument[..<mark]), bareYear: .calendar)
    else { return (nil, argument) }
    return (period, String(argument[argument.index(after: mark)...]))
  }
}
