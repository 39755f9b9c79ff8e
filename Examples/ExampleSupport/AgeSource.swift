public import MachiKurabe

/// Where an example takes counts by age from: the user's own tidy files.
public enum AgeSource {
  /// The option `--population FILE`.
  public static let population = file(
    "population", ja: "年齢別人口のCSV（列 population）", en: "CSV of populations by age (column population)"
  )
  /// The option `--movers FILE`.
  public static let movers = file(
    "movers", ja: "年齢別の転入・転出のCSV（列 in_migrants, out_migrants）",
    en: "CSV of movers by age (columns in_migrants, out_migrants)")
  /// The option `--movers-in FILE`.
  public static let moversIn = file(
    "movers-in", ja: "年齢別の転入のCSV（列 in_migrants）",
    en: "CSV of in-migrants by age (column in_migrants)")
  /// The option `--movers-out FILE`.
  public static let moversOut = file(
    "movers-out", ja: "年齢別の転出のCSV（列 out_migrants）",
    en: "CSV of out-migrants by age (column out_migrants)")
  /// The option `--deaths FILE`.
  public static let deaths = file(
    "deaths", ja: "期間中の死亡のCSV（列 deaths、年齢は期末に達していたはずの年齢）",
    en: "CSV of deaths of the period (column deaths; by the age they would have reached at its end)"
  )
  /// The option `--births FILE`.
  public static let births = file(
    "births", ja: "期間中の出生のCSV（列 births、年齢は期末の年齢）",
    en: "CSV of births of the period (column births; by the age reached at its end)")

  private static func file(_ name: String, ja: String, en: String) -> CommandOption<String?> {
    .text(
      name, placeholder: LocalizedText(ja: "ファイル", en: "FILE"), help: LocalizedText(ja: ja, en: en))
  }

  /// The tables of some measures in the file that an option names; none if it is not given.
  ///
  /// Columns that are not read are told on standard error.
  ///
  /// - Throws: `FileError` if the file cannot be read, `AgeFileError` that names the line otherwise.
  public static func tables(
    of measures: [AgeMeasure], in option: CommandOption<String?>, for run: ToolRun
  ) throws -> [[CitedAgeTable]] {
    guard let path = run[option] else { return measures.map { _ in [] } }
    let file = try AgeFile(id: DocumentID(rawValue: path), bytes: TextEncoding.utf8(run.read(path)))
    if !file.otherColumns.isEmpty {
      let names = file.otherColumns.joined(separator: ", ")
      run.note(
        LocalizedText(
          ja: "\(path): 読まない列: \(names)", en: "\(path): columns that are not read: \(names)"))
    }
    return try measures.map { try file.tables(of: $0) }
  }
}

/// A file of counts by age says in both languages what is wrong in which line.
extension AgeFileError: UserFacingError {}
/// A table by age says in both languages what is wrong in which row.
extension AgeTableError: UserFacingError {}
/// A method by age says in both languages what it lacks.
extension AgeMethodError: UserFacingError {}
