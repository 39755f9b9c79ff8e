import MachiKurabe

/// The options of `machi rank`.
enum RankingOptions {
  static let measure = CommandOption<MunicipalRanking.Measure>.choice(
    "by", standard: .socialChangeRate,
    help: LocalizedText(ja: "順位を付ける値", en: "What to rank by"))
  static let previous = CommandOption<String?>.text(
    "previous", placeholder: LocalizedText(ja: "ファイル", en: "FILE"), values: .file,
    help: LocalizedText(
      ja: "前年の住民基本台帳の表。率の分母にし、公表された率を検算します",
      en: "The registry of the year before: rates divide by it, and published rates are checked"))
  static let prefecture = CommandOption<String?>.text(
    "prefecture", placeholder: LocalizedText(ja: "番号", en: "NUMBER"),
    help: LocalizedText(
      ja: "都道府県の番号か名前（例: 01、北海道）", en: "A prefecture by number or name, such as 01"))
  static let population = CommandOption<ClosedRange<Int>?>.integers(
    "population-between", placeholder: LocalizedText("A B"),
    help: LocalizedText(ja: "人口がA人からB人までの市区町村", en: "Municipalities of A to B residents"))
  static let top = CommandOption<Int?>.integer(
    "top", placeholder: LocalizedText(ja: "数", en: "N"), in: 1...2000,
    help: LocalizedText(
      ja: "上位と下位から表示する数（既定: text と markdown は20、csv と json はすべて）",
      en: "How many of the highest and the lowest (default: 20 in text and markdown, else all)"))
  static let around = CommandOption<[String]>.texts(
    "around", placeholder: LocalizedText(ja: "コードか名前", en: "CODE|NAME"),
    help: LocalizedText(
      ja: "詳しく見る市区町村（例: 012131、苫小牧市）",
      en: "A municipality to look at, such as 012131 or 苫小牧市"))
  static let areas = CommandOption<RankedAreas>.choice(
    "areas", standard: .municipalities,
    help: LocalizedText(ja: "順位を付ける地域", en: "Which areas are ranked"))
  static let years = CommandOption<NationwideTable.YearCombination>.choice(
    "years-as", standard: .sum,
    help: LocalizedText(
      ja: "--from から --to までを1つの率にする方法: 増減の合計 ÷ 初めの人口、または各年の率の平均",
      en:
        "How --from to --to make one rate: the sum of the flows ÷ the first stock, or the mean of the yearly rates"
    ))
  static let otherDefinition = CommandOption.flag(
    "allow-other-definition",
    help: LocalizedText(
      ja: "数え方の違う年の表も並べ、総務省が率を公表していない年の率も計算します",
      en:
        "Accept a table of the year before that counts differently, and form rates of a year that the "
        + "ministry formed none of"))

  /// All of them.
  static var all: [any DeclaredOption] {
    [
      previous, NationwideSource.data, NationwideSource.from, NationwideSource.to, years, areas,
      measure, prefecture, population, top, around, otherDefinition, OpenDataSource.encoding,
      StandardOptions.all, StandardOptions.sources,
    ]
  }
}
