import MachiKurabe

/// `machi compare`
struct CompareCommand: Command {
  let name = "compare"
  let summary = LocalizedText(
    ja: "市の公表資料から、人口の動きと計画を並べて比べます。",
    en: "Compares what cities published about their population and their plans.")
  let example = "compare --format html --output cities.html"
  var discussion: [LocalizedText] {
    [
      LocalizedText(
        ja: "--data を付けると、名前を挙げた市区町村（都道府県、区も可）を、公表データのフォルダーから比べます。例: "
          + "machi compare 札幌市 函館市 苫小牧市 --data nation --from 2016 --to 2020",
        en:
          "With --data, the municipalities that are named (or prefectures, or wards) are compared by a folder of "
          + "published data, as in: machi compare 札幌市 函館市 苫小牧市 --data nation --from 2016 --to 2020")
    ]
  }
  var positionals: [PositionalArgument] {
    [
      PositionalArgument(
        LocalizedText(ja: "市区町村", en: "NAME"), count: .any,
        help: LocalizedText(
          ja: "--data のフォルダーから比べる市区町村の名前かコード",
          en: "A municipality of the folder of --data, by name or code"),
        values: .text)
    ]
  }
  var options: [any DeclaredOption] {
    [
      RecordSource.municipalities, RecordSource.documents, RecordSource.folders,
      NationwideSource.data, NationwideSource.from, NationwideSource.to,
    ]
  }

  func run(_ call: CommandCall) throws {
    if let data = try NationwideSource.data(for: call) {
      try call.refuse(
        [RecordSource.municipalities, RecordSource.documents, RecordSource.folders],
        LocalizedText(ja: "は --data と一緒には使えません", en: "does not go with --data"))
      let towns = try NationwideSource.towns(call.positionals, in: data)
      try call.write(
        NationwideComparisonReport.report(towns, years: NationwideSource.years(for: call)))
      return
    }
    let records = try RecordSource.records(for: call)
    try call.write(ComparisonReport.report(records))
  }
}
