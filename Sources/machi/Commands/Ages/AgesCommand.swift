import MachiKurabe

/// `machi ages`
struct AgesCommand: Command {
  let name = "ages"
  let summary = LocalizedText(
    ja: "どの年齢で人が入り、出ていくかを、国勢調査または自分の移動者データから計算します。",
    en: "Computes at which ages people move in and out, from the census or from your own movers.")
  let example = "ages --format svg --output ages.svg"
  let furtherExample: String? =
    "ages 函館市 --data nation"
  var discussion: [LocalizedText] {
    [
      LocalizedText(
        ja: "引数がなければ内蔵の国勢調査人口による2010～2015年の純移動です。--population だけなら自分の2時点の人口、"
          + "--movers（または --movers-in と --movers-out）を加えると登録移動者による社会増減率を計算します。",
        en:
          "Without arguments it tells the net migration of 2010–2015 from the built-in census populations; with "
          + "--population alone, from your own two stocks; with --movers (or --movers-in and --movers-out), "
          + "social change rates from registered movers."),
      LocalizedText(
        ja: "--folder は、フォルダーの …-population-by-age.csv の人口を内蔵のものに並べます。",
        en:
          "--folder sets the populations of a folder's …-population-by-age.csv beside the built-in ones."
      ),
      LocalizedText(
        ja:
          "CSVの列: municipality_code, period, sex, age_from, age_to と、population または in_migrants, out_migrants。"
          + "age_to が空欄なら「以上」、age_from の not_reported は年齢不詳です。",
        en:
          "Columns of a CSV: municipality_code, period, sex, age_from, age_to, and population or in_migrants, "
          + "out_migrants. A blank age_to is an open-ended group; age_from not_reported is 年齢不詳."),
      LocalizedText(
        ja:
          "公表されたままのファイルも使えます: 住民基本台帳人口移動報告（--movers-in、--movers-out）、標準オープンデータセットの"
          + "地域・年齢別人口、e-Stat の年齢別の表（--population）。移動者と人口が同じ人を数えているか、--nationality と "
          + "--residents で示します。",
        en:
          "Files as they were published are taken too: exports of 住民基本台帳人口移動報告 (--movers-in, --movers-out), "
          + "and 地域・年齢別人口 of the standard open data set or a table of e-Stat by age (--population). "
          + "--nationality and --residents say whom movers and population count."),
      LocalizedText(
        ja: "--data なら名前を挙げるだけです: machi ages 函館市 --data nation。移動者の表とその年の初めの年齢別人口があれば社会増減率を、"
          + "なければ5年離れた年齢別人口から純移動を計算します（--method を付ければ後者）。",
        en:
          "With --data a name is enough: machi ages 函館市 --data nation. With tables of movers and the population by age "
          + "of the beginning of the year it computes social change rates; else, or with --method, the net migration "
          + "between populations by age five years apart."),
    ]
  }
  var positionals: [PositionalArgument] { [NationwideSource.names] }
  var options: [any DeclaredOption] {
    SocialChangeOptions.all
  }
  let formats: [ReportFormat] = []

  func run(_ call: CommandCall) throws {
    let request = try SocialChangeRequest(call)
    try request.write(call)
  }
}
