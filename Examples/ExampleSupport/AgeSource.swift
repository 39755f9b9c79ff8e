public import MachiKurabe

/// Where an example takes counts by age from: tidy files, or files of nationwide open data.
public enum AgeSource {
  /// The option `--population [YEAR=]FILE`.
  public static let population = CommandOption<[String]>.texts(
    "population", placeholder: LocalizedText(ja: "[年=]ファイル", en: "[YEAR=]FILE"),
    help: LocalizedText(
      ja: "年齢別人口（繰り返し可）: CSV（列 population、または列が年齢・男・女の表。年の列がなければ「2020=ファイル」）、"
        + "標準オープンデータセットの地域・年齢別人口、e-Stat の年齢別の表",
      en:
        "Populations by age (repeatable): CSV with a column population, or with columns age, male, female "
        + "(2020=FILE without a column of the year), the standard open data set, or a table of e-Stat by age"
    ))
  /// The option `--movers FILE`.
  public static let movers = file(
    "movers", ja: "年齢別の転入・転出のCSV（列 in_migrants, out_migrants）",
    en: "CSV of movers by age (columns in_migrants, out_migrants)")
  /// The option `--movers-in FILE`.
  public static let moversIn = file(
    "movers-in", ja: "年齢別の転入のCSV（列 in_migrants）、または e-Stat の住民基本台帳人口移動報告",
    en: "In-migrants by age: CSV with a column in_migrants, or 住民基本台帳人口移動報告 of e-Stat")
  /// The option `--movers-out FILE`.
  public static let moversOut = file(
    "movers-out", ja: "年齢別の転出のCSV（列 out_migrants）、または e-Stat の住民基本台帳人口移動報告",
    en: "Out-migrants by age: CSV with a column out_migrants, or 住民基本台帳人口移動報告 of e-Stat")
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

  /// The tables of some measures in the tidy file that an option names; none if it is not given.
  ///
  /// - Throws: `FileError` if the file cannot be read, `AgeFileError` that names the line, or `OpenDataError`
  ///   if it is no tidy file.
  public static func tables(
    of measures: [AgeMeasure], in option: CommandOption<String?>, for run: ToolRun
  ) throws -> [[CitedAgeTable]] {
    guard let input = try AgeInput(option, for: run) else { return measures.map { _ in [] } }
    return try input.tidyFile.tables(of: measures)
  }
}

/// A file of counts by age says in both languages what is wrong in which line.
extension AgeFileError: UserFacingError {}
/// A table by age says in both languages what is wrong in which row.
extension AgeTableError: UserFacingError {}
/// A method by age says in both languages what it lacks.
extension AgeMethodError: UserFacingError {}
