public import MachiKurabe

/// The options of `project-population`.
public enum ProjectionOptions {
  /// A format: those of a report, and a picture.
  public enum Format: String, Sendable, CaseIterable {
    case text, markdown, csv, json, svg
  }

  /// Which picture `--format svg` writes.
  public enum Picture: String, Sendable, CaseIterable {
    case population, pyramid
  }

  /// How the population is projected.
  public enum Method: String, Sendable, CaseIterable {
    case components
    case hamiltonPerry = "hamilton-perry"
  }

  /// `--method METHOD`
  public static let method = CommandOption<Method>.choice(
    "method", standard: .components,
    help: LocalizedText(
      ja: "推計の方法: コーホート要因法（シナリオ）、または2時点以上の人口だけによるコーホート変化率法",
      en:
        "The method: cohorts and components, by scenarios, or cohort change ratios, from two stocks or more"
    ))
  /// `--format FORMAT`
  public static let format = CommandOption<Format>.choice(
    "format", standard: .text,
    help: LocalizedText(ja: "出力の形式。svg は図", en: "Format of the output; svg is a picture"))
  /// `--picture population|pyramid`
  public static let picture = CommandOption<Picture>.choice(
    "picture", standard: .population,
    help: LocalizedText(
      ja: "svg の図: 総人口の線、または今と将来の人口ピラミッド",
      en: "Picture of svg: lines of the population, or the pyramids now and then"))
  /// `--scenario NAME|FILE`
  public static let scenario = CommandOption<String?>.text(
    "scenario", placeholder: LocalizedText(ja: "名前|ファイル", en: "NAME|FILE"),
    help: LocalizedText(
      ja: "主なシナリオ（名前、または .json のファイル）。ファイルに二つ以上あれば、はじめのものを主に、"
        + "ほかを比べるものにします。省略すると市の人口ビジョン、なければ社人研準拠",
      en:
        "The main scenario, by name or as a .json file; the others of a file are compared. By default "
        + "the city's vision, else IPSS 2018"))
  /// `--compare NAME|FILE`
  public static let compare = CommandOption<[String]>.texts(
    "compare", placeholder: LocalizedText(ja: "名前|ファイル", en: "NAME|FILE"),
    help: LocalizedText(
      ja: "比べるシナリオ（繰り返し可）。省略すると内蔵のすべて",
      en: "A scenario to compare (repeatable); by default all built-in ones"))
  /// `--to YEAR`
  public static let to = CommandOption<Int?>.integer(
    "to", placeholder: LocalizedText(ja: "年", en: "YEAR"), in: 1_000...9_999,
    help: LocalizedText(
      ja: "最後の年（既定は2060。コーホート変化率法では30年後）",
      en: "The last year (2060 by default; 30 years on with cohort change ratios)"))
  /// `--influence-year YEAR`
  public static let influenceYear = CommandOption<Int?>.integer(
    "influence-year", placeholder: LocalizedText(ja: "年", en: "YEAR"), in: 1_000...9_999,
    help: LocalizedText(ja: "影響度を見る年（既定は2040）", en: "The year of the influences (2040 by default)"))
  /// `--natural-thresholds A,B,…`
  public static let natural = CommandOption<String?>.text(
    "natural-thresholds", placeholder: LocalizedText("A,B,…"),
    help: LocalizedText(
      ja: "自然増減の影響度の境（比。既定は 1,1.05,1.1,1.15）",
      en: "Bounds of natural influence, as ratios (1,1.05,1.1,1.15 by default)"))
  /// `--social-thresholds A,B,…`
  public static let social = CommandOption<String?>.text(
    "social-thresholds", placeholder: LocalizedText("A,B,…"),
    help: LocalizedText(
      ja: "社会増減の影響度の境（比。既定は 1,1.1,1.2,1.3）",
      en: "Bounds of social influence, as ratios (1,1.1,1.2,1.3 by default)"))
  /// `--target PERSONS`
  public static let target = CommandOption<Int?>.integer(
    "target", placeholder: LocalizedText(ja: "人", en: "PERSONS"), in: 1...200_000_000,
    help: LocalizedText(
      ja: "この人口になる出生率・純移動を求める",
      en: "Find the fertility and the net migration that reach this population"))
  /// `--target-year YEAR`
  public static let targetYear = CommandOption<Int?>.integer(
    "target-year", placeholder: LocalizedText(ja: "年", en: "YEAR"), in: 1_000...9_999,
    help: LocalizedText(ja: "その年（既定は最後の年）", en: "In this year (the last one by default)"))
  /// `--runs N`
  public static let runs = CommandOption<Int?>.integer(
    "runs", placeholder: LocalizedText("N"), in: 10...100_000,
    help: LocalizedText(ja: "80%区間のための確率推計の回数", en: "Stochastic runs for 80 % intervals"))
  /// `--seed N`
  public static let seed = CommandOption<Int?>.integer(
    "seed", placeholder: LocalizedText("N"), in: 0...Int.max,
    help: LocalizedText(ja: "確率推計の乱数のシード（既定は1）", en: "Seed of the stochastic runs (1 by default)"))

  /// All of them.
  public static let all: [any DeclaredOption] =
    [
      RecordSource.municipalities, scenario, compare, to, influenceYear, natural, social, target,
      targetYear, runs, seed, method,
    ] + HamiltonPerryOptions.all + [format, picture]

  /// The options of scenarios that are given, by their flags.
  static func ofComponents(_ run: ToolRun) -> [String] {
    let flags: [(OptionDeclaration, Bool)] = [
      (scenario.declaration, run[scenario] != nil), (compare.declaration, !run[compare].isEmpty),
      (influenceYear.declaration, run[influenceYear] != nil),
      (natural.declaration, run[natural] != nil), (social.declaration, run[social] != nil),
      (target.declaration, run[target] != nil), (targetYear.declaration, run[targetYear] != nil),
      (runs.declaration, run[runs] != nil), (seed.declaration, run[seed] != nil),
    ]
    return flags.filter(\.1).map(\.0.flag)
  }
}

/// What a call of `project-population` asks for, computed.
public struct ProjectionRequest {
  /// One study a municipality.
  public let studies: [ProjectionStudy]

  /// Reads the scenarios and projects them.
  ///
  /// - Throws: `UsageError` for a name that is not known, `DataFileError` for a file that is no scenario,
  ///   `ProjectionError` if a scenario cannot be projected.
  public init(_ run: ToolRun) throws {
    if let flag = HamiltonPerryOptions.given(run).first {
      throw UsageError(
        code: .unexpectedArgument, argument: flag,
        message: LocalizedText(
          ja: "\(flag) は --method hamilton-perry でだけ使えます",
          en: "\(flag) is used with --method hamilton-perry only"))
    }
    var studies: [ProjectionStudy] = []
    for record in try RecordSource.records(for: run) {
      guard var library = try ProjectionLibrary.builtIn(for: record.municipality.code) else {
        continue
      }
      // A file may hold several scenarios, all of which are projected.
      func find(_ name: String, _ flag: String) throws -> [ProjectionScenario] {
        if name.hasSuffix(".json") {
          let scenarios: [ProjectionScenario]
          let bytes = try run.read(name, upTo: InputLimit.document)
          do throws(ProjectionError) {
            scenarios = try ProjectionScenario.scenarios(json: bytes)
          } catch {
            throw OptionFileError(path: name, problem: error.message)
          }
          library.add(scenarios)
          return scenarios
        }
        do throws(ProjectionError) {
          return [try library.scenario(name)]
        } catch {
          throw UsageError(code: .invalidValue, argument: flag, message: error.message)
        }
      }
      let builtIn = library.scenarios
      let asked = try find(
        run[ProjectionOptions.scenario] ?? library.mainScenario?.id ?? "ipss2018", "--scenario")
      guard let main = asked.first else { continue }
      let named = run[ProjectionOptions.compare]
      let others =
        try Array(asked.dropFirst())
        + (named.isEmpty ? builtIn : named.flatMap { try find($0, "--compare") })
      var study = try ProjectionStudy(
        of: record, library: library, main: main, others: others,
        to: run[ProjectionOptions.to] ?? 2060,
        influenceYear: run[ProjectionOptions.influenceYear] ?? 2040,
        natural: Self.thresholds(run, ProjectionOptions.natural) ?? .naturalOfGuide,
        social: Self.thresholds(run, ProjectionOptions.social) ?? .socialOfGuide)
      if let year = run[ProjectionOptions.influenceYear], study.influence == nil {
        throw UsageError(
          code: .invalidValue, argument: "--influence-year",
          message: LocalizedText(
            ja: "\(year)年の影響度は計算できません。推計年のうち、ipss2018・simulation-1・simulation-2 がそろう年を指定してください",
            en:
              "there is no influence of \(year): it takes a year of the projection, and ipss2018, "
              + "simulation-1 and simulation-2 among the scenarios"))
      }
      if let target = run[ProjectionOptions.target] {
        try study.aim(
          at: Double(target), in: run[ProjectionOptions.targetYear] ?? study.endYear)
      }
      if let runs = run[ProjectionOptions.runs] {
        try study.draw(
          runs: runs, seed: UInt64(run[ProjectionOptions.seed] ?? 1), library: library)
      }
      studies.append(study)
    }
    self.studies = studies
  }

  private static func thresholds(
    _ run: ToolRun, _ option: CommandOption<String?>
  ) throws -> InfluenceThresholds? {
    guard let text = run[option] else { return nil }
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
    let bounds = numbers.compactMap { $0 }
    guard bounds.count == numbers.count, let thresholds = try? InfluenceThresholds(bounds) else {
      throw UsageError(
        code: .invalidValue, argument: option.declaration.flag,
        message: LocalizedText(
          ja: "\(option.declaration.flag)には小さい順の数をコンマで区切って指定してください",
          en: "\(option.declaration.flag) takes rising numbers, separated by commas"))
    }
    return thresholds
  }

  /// What the call writes.
  ///
  /// - Throws: `UsageError` if a picture is asked for of several municipalities.
  public func output(_ run: ToolRun) throws -> String {
    switch run[ProjectionOptions.format] {
    case .text: return TextRenderer(language: run.language).render(ProjectionReport.report(studies))
    case .markdown:
      return MarkdownRenderer(language: run.language).render(ProjectionReport.report(studies))
    case .json: return JSONRenderer().render(ProjectionReport.report(studies))
    case .csv: return ProjectionReport.table(studies).csv
    case .svg:
      guard studies.count == 1, let study = studies.first else {
        throw UsageError(
          code: .invalidValue, argument: "--format",
          message: LocalizedText(
            ja: "svg には --municipality で市町村を一つ指定してください",
            en: "svg needs one municipality, named by --municipality"))
      }
      let isPyramid = run[ProjectionOptions.picture] == .pyramid
      let chart = isPyramid ? ProjectionReport.pyramid(study) : ProjectionReport.chart(study)
      return SVGRenderer(language: run.language, width: 760)
        .file(chart ?? ProjectionReport.chart(study))
    }
  }
}
