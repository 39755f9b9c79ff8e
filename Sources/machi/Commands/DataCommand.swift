import MachiKurabe

/// `machi data`
struct DataCommand: Command {
  let name = "data"
  let summary = LocalizedText(
    ja: "公表データのフォルダーに何があり、何が足りないかを示します。",
    en: "Shows what a folder of published data holds, and what is missing.")
  let example = "data nation"
  let furtherExample: String? = "data nation --language ja"
  var discussion: [LocalizedText] {
    [
      LocalizedText(
        ja: "ダウンロードしたままのファイル（Excel のブックか CSV、名前は自由）を内容で見分けます: 住民基本台帳に基づく人口、人口動態及び世帯数と"
          + "年齢階級別人口（総務省）、住民基本台帳人口移動報告、社会・人口統計体系、SSDSE、標準オープンデータセット。",
        en:
          "Files as they were downloaded, workbooks or CSV under any name, are known by what they hold: the sheets "
          + "of the Basic Resident Register (MIC) with and without ages, the Report on Internal Migration, the System "
          + "of Social and Demographic Statistics, SSDSE, and the standard open data set.")
    ]
  }
  var positionals: [PositionalArgument] {
    [
      PositionalArgument(
        LocalizedText(ja: "フォルダー", en: "FOLDER"),
        help: LocalizedText(ja: "公表データのフォルダー", en: "A folder of published data"),
        values: .folder)
    ]
  }

  func run(_ call: CommandCall) throws {
    let folder = call.positionals[0]
    try call.write(NationwideDataReport.report(NationwideData(folder: folder), folder: folder))
  }
}
