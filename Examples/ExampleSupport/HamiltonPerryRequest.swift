public import MachiKurabe

/// The options of `project-population --method hamilton-perry`.
public enum HamiltonPerryOptions {
  /// `--average-periods N`
  public static let periods = CommandOption<Int?>.integer(
    "average-periods", placeholder: LocalizedText("N"), in: 1...20,
    help: LocalizedText(
      ja: "変化率を平均する期間の数（既定は1。最後の2時点）",
      en: "How many past periods the ratios are averaged over (1 by default: the last two stocks)"))
  /// `--women AGES`
  public static let women = CommandOption<String?>.text(
    "women", placeholder: LocalizedText(ja: "年齢", en: "AGES"),
    help: LocalizedText(
      ja: "子ども女性比の女性の年齢（既定は15-49）",
      en: "Ages of the women of the child–woman ratio (15-49 by default)"))
  /// `--floor X`
  public static let floor = CommandOption<String?>.text(
    "floor", placeholder: LocalizedText("X"),
    help: LocalizedText(
      ja: "期末に65歳未満のコーホートの変化率の下限（例: 0.7）",
      en: "Floor of the ratios of cohorts below 65 at the end, such as 0.7")
  )
  /// `--ceiling X`
  public static let ceiling = CommandOption<String?>.text(
    "ceiling", placeholder: LocalizedText("X"),
    help: LocalizedText(
      ja: "期末に65歳未満のコーホートの変化率の上限（例: 1.2）",
      en: "Ceiling of the ratios of cohorts below 65 at the end, such as 1.2"))

  /// All of them, with those that name files.
  static let all: [any DeclaredOption] = [
    AgeSource.population, periods, women, floor, ceiling, SocialChangeOptions.ageNotReported,
    OpenDataSource.encoding,
  ]

  /// Which of them are given, by their flags.
  static func given(_ run: ToolRun) -> [String] {
    let flags: [(OptionDeclaration, Bool)] = [
      (AgeSource.population.declaration, !run[AgeSource.population].isEmpty),
      (periods.declaration, run[periods] != nil), (women.declaration, run[women] != nil),
      (floor.declaration, run[floor] != nil), (ceiling.declaration, run[ceiling] != nil),
    ]
    return flags.filter(\.1).map(\.0.flag)
  }
}

/// What a call of `project-population --method hamilton-perry` asks for, computed.
public struct HamiltonPerryRequest {
  /// One projection a municipality.
  public let analyses: [HamiltonPerryAnalysis]
  /// The municipalities whose names are known.
  private let municipalities: [Municipality]

  /// Reads the stocks, the built-in censuses or those of `--population`, and projects them.
  ///
  /// - Throws: `UsageError`, `FileError`, `AgeFileError`, `OpenDataError` or `AgeMethodError`.
  public init(_ run: ToolRun) throws {
    if let flag = ProjectionOptions.ofComponents(run).first {
      throw UsageError(
        code: .unexpectedArgument, argument: flag,
        message: LocalizedText(
          ja: "\(flag) は --method hamilton-perry では使えません",
          en: "\(flag) does not go with --method hamilton-perry"))
    }
    // Documents are read once: for their censuses, or for the names beside files of one's own.
    let isOfFiles = !run[AgeSource.population].isEmpty
    let records = try isOfFiles ? MunicipalityRecord.builtIn() : RecordSource.records(for: run)
    municipalities = records.map(\.municipality)
    let populations =
      try isOfFiles ? Self.populations(run) : records.flatMap(\.censusPopulations)
    let base = populations.compactMap(\.period?.year).max() ?? 0
    analyses = try HamiltonPerryAnalysis.members(
      of: populations, to: run[ProjectionOptions.to] ?? base + 30,
      averaging: run[HamiltonPerryOptions.periods] ?? 1, womenAges: Self.women(run),
      limits: Self.limits(run), rule: run[SocialChangeOptions.ageNotReported])
  }

  /// The populations of the files of `--population`.
  private static func populations(_ run: ToolRun) throws -> [CitedAgeTable] {
    let codes = try RecordSource.codes(run)
    let own = try AgeInput.all(AgeSource.population, for: run).flatMap {
      try $0.populations(of: codes)
    }
    return codes.isEmpty ? own : own.filter { codes.contains($0.municipality) }
  }

  private static func women(_ run: ToolRun) throws -> AgeGroup? {
    guard let text = run[HamiltonPerryOptions.women] else { return nil }
    guard let ages = AgeGroup(printed: text), !ages.isOpen else {
      throw UsageError(
        code: .invalidValue, argument: "--women",
        message: LocalizedText(
          ja: "--women には 15-49 のような年齢を指定してください", en: "--women takes ages such as 15-49"))
    }
    return ages
  }

  /// One limit for the cohorts that are not old, if a floor or a ceiling is given.
  private static func limits(_ run: ToolRun) throws -> [HamiltonPerry.Limit] {
    func number(_ option: CommandOption<String?>) throws -> Double? {
      guard let text = run[option] else { return nil }
      guard let number = Double(text), number >= 0, number <= 100 else {
        throw UsageError(
          code: .invalidValue, argument: option.declaration.flag,
          message: LocalizedText(
            ja: "\(option.declaration.flag) には0～100の数を指定してください（1は増減なし）",
            en: "\(option.declaration.flag) takes a number from 0 to 100 (1: no change)"))
      }
      return number
    }
    let floor = try number(HamiltonPerryOptions.floor)
    let ceiling = try number(HamiltonPerryOptions.ceiling)
    guard floor != nil || ceiling != nil else { return [] }
    let (low, high) = (floor ?? 0, ceiling ?? 100)
    guard low <= high else {
      throw UsageError(
        code: .invalidValue, argument: "--floor",
        message: LocalizedText(
          ja: "--floor が --ceiling を超えています", en: "--floor is above --ceiling"))
    }
    return [HamiltonPerry.Limit(low...high, endingBelow: 65)]
  }

  /// What the call writes.
  ///
  /// - Throws: `UsageError` if a picture is asked for of several municipalities, or a pyramid without the sexes.
  public func output(_ run: ToolRun) throws -> String {
    let report = HamiltonPerryReport.report(analyses, municipalities: municipalities)
    switch run[ProjectionOptions.format] {
    case .text: return TextRenderer(language: run.language).render(report)
    case .markdown: return MarkdownRenderer(language: run.language).render(report)
    case .json: return JSONRenderer().render(report)
    case .csv: return HamiltonPerryReport.table(analyses).csv
    case .svg: return SVGRenderer(language: run.language, width: 760).file(try picture(run))
    }
  }

  private func picture(_ run: ToolRun) throws -> ReportChart {
    guard analyses.count == 1, let analysis = analyses.first else {
      throw UsageError(
        code: .invalidValue, argument: "--format",
        message: LocalizedText(
          ja: "svg には --municipality で市町村を一つ指定してください",
          en: "svg needs one municipality, named by --municipality"))
    }
    let name =
      municipalities.first { $0.code == analysis.municipality }?.name
      ?? LocalizedText(analysis.municipality.sixDigits)
    guard run[ProjectionOptions.picture] == .pyramid else {
      return HamiltonPerryReport.chart(analysis, name: name)
    }
    guard let pyramid = HamiltonPerryReport.pyramid(analysis, name: name) else {
      throw UsageError(
        code: .invalidValue, argument: "--picture",
        message: LocalizedText(
          ja: "男女別の人口がないため、人口ピラミッドは描けません",
          en: "there is no pyramid without men and women apart"))
    }
    return pyramid
  }
}
