import MachiKurabe

/// `machi compare`
struct CompareCommand: Command {
  let name = "compare"
  let summary = LocalizedText(
    ja: "市の公表資料から、人口の動きと計画を並べて比べます。",
    en: "Compares what cities published about their population and their plans.")
  let example = "compare --format html --output cities.html"
  let furtherExample: String? =
    "compare --format excel --output compare.csv"
  var discussion: [LocalizedText] {
    [
      LocalizedText(
        ja: "--data を付けると、名前を挙げた市区町村（都道府県、区も可）を、公表データのフォルダーから比べます。例: "
          + "machi compare 札幌市 函館市 苫小牧市 --data nation --from 2016 --to 2020",
        en:
          "With --data, the municipalities that are named (or prefectures, or wards) are compared from a folder of "
          + "published data, as in: machi compare 札幌市 函館市 苫小牧市 --data nation --from 2016 --to 2020")
    ]
  }
  var positionals: [PositionalArgument] {
    [NationwideSource.names]
  }
  var options: [any DeclaredOption] {
    [
      RecordSource.municipalities, RecordSource.documents, RecordSource.folders,
      NationwideSource.data, NationwideSource.from, NationwideSource.to, Self.beside,
      Self.otherDefinitions, StandardOptions.all, StandardOptions.sources,
    ]
  }

  /// `--beside prefecture,nation,peers`
  static let beside = CommandOption<[ComparedArea.Kind]>.choices(
    "beside",
    help: LocalizedText(
      ja: "--data の市区町村の隣に置くもの（コンマ区切り）: 都道府県、全国、人口と高齢化率の似た10市区町村の合計",
      en:
        "What stands beside the municipalities of --data, separated by commas: prefecture, nation, or the sum "
        + "of the ten that are most alike in size and ageing"))
  /// `--allow-other-definition`
  static let otherDefinitions = CommandOption.flag(
    "allow-other-definition",
    help: LocalizedText(
      ja: "--data の数え方の違う年（人口の日、外国人住民）も、節を分けて示します",
      en:
        "Show the years of --data that are counted differently too (day of the stock, foreign residents), in sections of their own"
    ))

  func run(_ call: CommandCall) throws {
    if let data = try NationwideSource.data(
      for: call,
      formats: call[Self.beside].contains(.peers)
        ? NationwideSource.ranked : NationwideSource.register)
    {
      try call.refuseWithData(
        [RecordSource.municipalities, RecordSource.documents, RecordSource.folders])
      let towns = try NationwideSource.towns(call.positionals, in: data)
      try call.write(
        NationwideComparisonReport.report(
          towns,
          .init(
            years: NationwideSource.years(for: call), beside: Set(call[Self.beside]),
            showsOtherDefinitions: call[Self.otherDefinitions])))
      return
    }
    try call.refuseWithoutData([Self.beside, Self.otherDefinitions])
    // The answer and the first table are of the population.
    let records = try RecordSource.records(
      for: call, reading: call.isBrief ? .population : .everything)
    try call.write(ComparisonReport.report(records, isBrief: call.isBrief))
  }
}
