import MachiKurabe

/// The options of `machi project --method hamilton-perry`.
enum HamiltonPerryOptions {
  /// `--average-periods N`
  static let periods = CommandOption<Int?>.integer(
    "average-periods", placeholder: LocalizedText("N"), in: 1...20,
    help: LocalizedText(
      ja: "変化率を平均する期間の数（既定は1。最後の2時点）",
      en: "How many past periods the ratios are averaged over (1 by default: the last two stocks)"))
  /// `--women AGES`
  static let women = CommandOption<String?>.text(
    "women", placeholder: LocalizedText(ja: "年齢", en: "AGES"),
    help: LocalizedText(
      ja: "子ども女性比の女性の年齢（既定は15-49）",
      en: "Ages of the women of the child–woman ratio (15-49 by default)"))
  /// `--floor X`
  static let floor = CommandOption<String?>.text(
    "floor", placeholder: LocalizedText("X"),
    help: LocalizedText(
      ja: "期末に65歳未満のコーホートの変化率の下限（例: 0.7）",
      en: "Floor of the ratios of cohorts below 65 at the end, such as 0.7")
  )
  /// `--ceiling X`
  static let ceiling = CommandOption<String?>.text(
    "ceiling", placeholder: LocalizedText("X"),
    help: LocalizedText(
      ja: "期末に65歳未満のコーホートの変化率の上限（例: 1.2）",
      en: "Ceiling of the ratios of cohorts below 65 at the end, such as 1.2"))

  /// Those that are of this method alone.
  static let own: [any DeclaredOption] = [AgeSource.population, periods, women, floor, ceiling]

  /// All of them, with those that other commands have too.
  static let all = own + [SocialChangeOptions.ageNotReported, OpenDataSource.encoding]
}
