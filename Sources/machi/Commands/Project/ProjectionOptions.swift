import MachiKurabe

/// The options of `machi project`.
enum ProjectionOptions {
  /// Which picture `--format svg` writes.
  enum Picture: String, Sendable, CaseIterable {
    case population, pyramid
  }

  /// How the population is projected.
  enum Method: String, Sendable, CaseIterable {
    case components
    case hamiltonPerry = "hamilton-perry"
  }

  /// `--method METHOD`
  static let method = CommandOption<Method>.choice(
    "method", standard: .components,
    help: LocalizedText(
      ja: "推計の方法: コーホート要因法（シナリオ）、または2時点以上の人口だけによるコーホート変化率法",
      en:
        "The method: cohorts and components, by scenarios, or cohort change ratios, from two stocks or more"
    ))
  /// `--format FORMAT`
  static let format = CommandOption<PictureFormat>.choice(
    "format", standard: .text,
    help: LocalizedText(ja: "出力の形式。svg は図", en: "Format of the output; svg is a picture"))
  /// `--picture population|pyramid`
  static let picture = CommandOption<Picture>.choice(
    "picture", standard: .population,
    help: LocalizedText(
      ja: "svg の図: 総人口の線、または今と将来の人口ピラミッド",
      en: "Picture of svg: lines of the population, or the pyramids now and then"))
  /// `--scenario NAME|FILE`
  static let scenario = CommandOption<String?>.text(
    "scenario", placeholder: LocalizedText(ja: "名前|ファイル", en: "NAME|FILE"), values: .file,
    help: LocalizedText(
      ja: "主なシナリオ（名前、または .json のファイル）。ファイルに二つ以上あれば、はじめのものを主に、"
        + "ほかを比べるものにします。省略すると市の人口ビジョン、なければ社人研準拠",
      en:
        "The main scenario, by name or as a .json file; the others of a file are compared. By default "
        + "the city's vision, else IPSS 2018"))
  /// `--compare NAME|FILE`
  static let compare = CommandOption<[String]>.texts(
    "compare", placeholder: LocalizedText(ja: "名前|ファイル", en: "NAME|FILE"), values: .file,
    help: LocalizedText(
      ja: "比べるシナリオ。省略すると内蔵のすべて",
      en: "A scenario to compare; by default all built-in ones"))
  /// `--to YEAR`
  static let to = CommandOption<Int?>.integer(
    "to", placeholder: LocalizedText(ja: "年", en: "YEAR"), in: 1_900...2_150,
    help: LocalizedText(
      ja: "最後の年（既定は2060。コーホート変化率法では30年後）",
      en: "The last year (2060 by default; 30 years on with cohort change ratios)"))
  /// `--influence-year YEAR`
  static let influenceYear = CommandOption<Int?>.integer(
    "influence-year", placeholder: LocalizedText(ja: "年", en: "YEAR"), in: 1_000...9_999,
    help: LocalizedText(ja: "影響度を見る年（既定は2040）", en: "The year of the influences (2040 by default)"))
  /// `--natural-thresholds A,B,…`
  static let natural = CommandOption<String?>.text(
    "natural-thresholds", placeholder: LocalizedText("A,B,…"),
    help: LocalizedText(
      ja: "自然増減の影響度の境（比。既定は 1,1.05,1.1,1.15）",
      en: "Bounds of natural influence, as ratios (1,1.05,1.1,1.15 by default)"))
  /// `--social-thresholds A,B,…`
  static let social = CommandOption<String?>.text(
    "social-thresholds", placeholder: LocalizedText("A,B,…"),
    help: LocalizedText(
      ja: "社会増減の影響度の境（比。既定は 1,1.1,1.2,1.3）",
      en: "Bounds of social influence, as ratios (1,1.1,1.2,1.3 by default)"))
  /// `--target PERSONS`
  static let target = CommandOption<Int?>.integer(
    "target", placeholder: LocalizedText(ja: "人", en: "PERSONS"), in: 1...200_000_000,
    help: LocalizedText(
      ja: "この人口になる出生率・純移動を求めます",
      en: "Find the fertility and the net migration that reach this population"))
  /// `--target-year YEAR`
  static let targetYear = CommandOption<Int?>.integer(
    "target-year", placeholder: LocalizedText(ja: "年", en: "YEAR"), in: 1_000...9_999,
    help: LocalizedText(ja: "その年（既定は最後の年）", en: "In this year (the last one by default)"))
  /// `--runs N`
  static let runs = CommandOption<Int?>.integer(
    "runs", placeholder: LocalizedText("N"), in: 10...100_000,
    help: LocalizedText(ja: "80%区間のための確率推計の回数", en: "Stochastic runs for 80 % intervals"))
  /// `--seed N`
  static let seed = CommandOption<Int?>.integer(
    "seed", placeholder: LocalizedText("N"), in: 0...Int.max,
    help: LocalizedText(ja: "確率推計の乱数のシード（既定は1）", en: "Seed of the stochastic runs (1 by default)"))

  /// All of them.
  static let all: [any DeclaredOption] =
    [
      NationwideSource.data, RecordSource.municipalities, RecordSource.folders, scenario, compare,
      to, influenceYear,
      natural, social, target,
      targetYear, runs, seed, method,
    ] + HamiltonPerryOptions.all
    + [StandardOptions.all, StandardOptions.sources, format, StandardOptions.mark, picture]

  /// Those of scenarios, which make no sense with cohort change ratios.
  static let ofComponents: [any DeclaredOption] = [
    scenario, compare, influenceYear, natural, social, target, targetYear, runs, seed,
  ]
}
