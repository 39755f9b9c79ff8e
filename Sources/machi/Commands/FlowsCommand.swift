import MachiKurabe

/// `machi flows`
struct FlowsCommand: Command {
  let name = "flows"
  let summary = LocalizedText(
    ja: "人がどこから来て、どこへ行くかを、公表データのフォルダーから示します。",
    en: "Shows where people come from and where they go, by a folder of published data.")
  let example = "flows 函館市 --data nation"
  let furtherExample: String? =
    "flows 函館市 --data nation --top 5"
  var discussion: [LocalizedText] {
    [
      LocalizedText(
        ja: "住民基本台帳人口移動報告の「移動前の住所地別転入者数」（e-Stat の API の CSV か JSON）を読みます。転入と転出の差の大きい順です。",
        en:
          "It reads 移動前の住所地別転入者数 of the Report on Internal Migration, CSV or JSON of e-Stat's API. The largest "
          + "balances of arrivals and departures come first.")
    ]
  }
  var positionals: [PositionalArgument] { [NationwideSource.names] }
  var options: [any DeclaredOption] {
    [NationwideSource.data, Self.year, Self.top, StandardOptions.all, StandardOptions.sources]
  }

  /// `--year YEAR`
  static let year = CommandOption<Int?>.integer(
    "year", placeholder: LocalizedText(ja: "年", en: "YEAR"), in: 1900...2200,
    help: LocalizedText(ja: "見る年（既定は新しい年）", en: "The year; the newest by default"))
  /// `--top N`
  static let top = CommandOption<Int?>.integer(
    "top", placeholder: LocalizedText(ja: "数", en: "N"), in: 1...2000,
    help: LocalizedText(
      ja: "表示する市区町村の数（既定: text と markdown は10、csv と json はすべて）",
      en: "How many municipalities are shown (default: 10 in text and markdown, else all)"))

  func run(_ call: CommandCall) throws {
    guard
      let data = try NationwideSource.data(
        for: call, formats: [.estatCSV, .estatJSON, .estatWide])
    else {
      try call.refuseNames()
      throw UsageError(
        .missingArgument, "--data", ja: "--data に公表データのフォルダーを指定してください",
        en: "name a folder of published data with --data")
    }
    let towns = try NationwideSource.towns(call.positionals, in: data)
    guard let town = towns.first, towns.count == 1 else {
      throw UsageError(
        .unexpectedArgument, call.positionals[1], ja: "市区町村を一つ挙げてください", en: "name one municipality")
    }
    let all = town.flows
    let wanted = call[Self.year]
    guard let flows = all.first(where: { wanted == nil || $0.period.year == wanted }) else {
      let years = all.map { "\($0.period.year)" }.joined(separator: ", ")
      throw OpenDataError(
        code: .notInFile, document: DocumentID(rawValue: call[NationwideSource.data] ?? ""),
        expected: LocalizedText(
          ja: "\(town.municipality.name.ja)の移動前の住所地別転入者数（住民基本台帳人口移動報告）",
          en: "移動前の住所地別転入者数 of \(town.municipality.name.en)"),
        found: LocalizedText(years))
    }
    let isRead = call.format == .text || call.format == .markdown
    try call.write(FlowReport.report(town, flows, top: call[Self.top] ?? (isRead ? 10 : nil)))
  }
}
