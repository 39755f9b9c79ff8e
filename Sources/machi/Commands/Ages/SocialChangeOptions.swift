import MachiKurabe

/// The options of `machi ages`.
enum SocialChangeOptions {
  /// `--method`
  static let method = CommandOption<CohortMethod?>.choice(
    "method",
    help: LocalizedText(ja: "2時点の人口から求める方法", en: "How the change between two stocks is told"),
    standard: LocalizedText("forward"))

  /// `--period 2010-2015`
  static let period = CommandOption<String?>.text(
    "period", placeholder: LocalizedText(ja: "年-年", en: "YEAR-YEAR"),
    help: LocalizedText(
      ja: "期首と期末の年（既定は人口のある最後の2時点。内蔵の国勢調査では 2010-2015）。移動者では使う期間の範囲",
      en:
        "First and last year (by default the last two of the populations, 2010-2015 for the built-in "
        + "censuses); with movers, the range of their periods"))

  /// `--sex`
  static let sex = CommandOption<Sex?>.choice(
    "sex", help: LocalizedText(ja: "表示する性別", en: "The sex to show"),
    standard: LocalizedText(ja: "すべて", en: "all of them"))

  /// `--denominator`
  static let denominator = CommandOption<AgeExposure.Denominator?>.choice(
    "denominator",
    help: LocalizedText(
      ja: "--population の人口が何か（登録移動者の場合）", en: "What the population of --population is, with movers"
    ),
    standard: LocalizedText("previous_year_end"))

  /// `--nationality`
  static let nationality = CommandOption<MoverChoice?>.choice(
    "nationality",
    help: LocalizedText(
      ja: "住民基本台帳人口移動報告のどの移動者か", en: "Which movers of 住民基本台帳人口移動報告"),
    standard: LocalizedText(ja: "--residents に合うもの、なければ all", en: "as --residents says, else all"))

  /// `--residents`
  static let residents = CommandOption<PopulationDefinition.ForeignResidents?>.choice(
    "residents",
    help: LocalizedText(
      ja: "--population が外国人住民を含むか（住民基本台帳人口移動報告の移動者と比べる）",
      en: "Whether --population counts foreign residents, to be held against the movers"))

  /// `--age-not-reported`
  static let ageNotReported = CommandOption<AgeTable.NotReportedRule>.choice(
    "age-not-reported", standard: .proportionalWithinSex,
    help: LocalizedText(ja: "年齢不詳の扱い", en: "What is done with people of unknown age"))

  /// `--format`, with a picture among the formats.
  static let format = CommandOption<PictureFormat>.choice(
    "format", standard: .text,
    help: LocalizedText(
      ja: "出力の形式（svg は --sex の性別、既定は男女計）",
      en: "Format of the output (svg: of the sex of --sex, both together by default)"))

  /// All of them, with those that name files.
  static var all: [any DeclaredOption] {
    [
      method, period, sex, NationwideSource.data, NationwideSource.from, NationwideSource.to,
      RecordSource.municipalities, RecordSource.folders, AgeSource.population,
      AgeSource.movers,
      AgeSource.moversIn, AgeSource.moversOut, nationality, residents, OpenDataSource.encoding,
      denominator, AgeSource.deaths, AgeSource.births,
      ageNotReported, StandardOptions.all, StandardOptions.sources, format,
      StandardOptions.mark,
    ]
  }
}
