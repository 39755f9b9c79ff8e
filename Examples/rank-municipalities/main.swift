import ExampleSupport
import MachiKurabe

let measure = CommandOption<RankingMeasure>.choice(
  "by", standard: .socialChangeRate,
  help: LocalizedText(ja: "順位を付ける値", en: "What to rank by"))
let previous = CommandOption<String?>.text(
  "previous", placeholder: LocalizedText(ja: "ファイル", en: "FILE"),
  help: LocalizedText(
    ja: "前年の住民基本台帳の表。率の分母にし、公表された率を検算します",
    en: "The registry of the year before: rates divide by it, and published rates are checked"))
let prefecture = CommandOption<String?>.text(
  "prefecture", placeholder: LocalizedText(ja: "番号", en: "NUMBER"),
  help: LocalizedText(
    ja: "都道府県の番号か名前（例: 01、北海道）", en: "A prefecture by number or name, such as 01"))
let population = CommandOption<ClosedRange<Int>?>.integers(
  "population-between", placeholder: LocalizedText("A B"),
  help: LocalizedText(ja: "人口がA人からB人までの市区町村", en: "Municipalities of A to B residents"))
let top = CommandOption<Int?>.integer(
  "top", placeholder: LocalizedText(ja: "数", en: "N"), in: 1...2000,
  help: LocalizedText(
    ja: "上位と下位から表示する数（既定: text と markdown は20、csv と json はすべて）",
    en: "How many of the highest and the lowest (default: 20 in text and markdown, else all)"))
let around = CommandOption<String?>.text(
  "around", placeholder: LocalizedText(ja: "団体コード", en: "CODE"),
  help: LocalizedText(
    ja: "詳しく見る市区町村（例: 012131）", en: "A municipality to look at, such as 012131"))
let otherDefinition = CommandOption.flag(
  "allow-other-definition",
  help: LocalizedText(
    ja: "数え方の違う年の表も並べます", en: "Accept a table of the year before that counts differently"))

let tool = CommandLineTool(
  name: "rank-municipalities",
  summary: LocalizedText(
    ja: "全国の公表データから、市区町村に順位を付けて比べます。",
    en: "Ranks and compares municipalities by what is published of the whole nation."),
  discussion: [
    LocalizedText(
      ja: "住民基本台帳に基づく人口、人口動態及び世帯数（総務省）の市区町村別CSVを読みます。SSDSE-A を加えると高齢化率も使います。",
      en:
        "It reads the municipal CSV of the Basic Resident Register (MIC); SSDSE-A adds ageing rates."
    )
  ],
  positionals: [
    PositionalArgument(
      LocalizedText(ja: "ファイル", en: "FILE"), count: .several,
      help: LocalizedText(ja: "読むファイル", en: "A file of nationwide open data"))
  ],
  options: [
    previous, measure, prefecture, population, top, around, otherDefinition,
    OpenDataSource.encoding,
  ])

func invalid(_ option: String, ja: String, en: String) -> UsageError {
  UsageError(
    code: .invalidValue, argument: option, message: LocalizedText(ja: ja, en: en))
}

tool.main { run in
  var request = RankingReport.Request(
    measure: run[measure],
    top: run[top] ?? (run.format == .text || run.format == .markdown ? 20 : nil))
  request.filter.population = run[population]
  if let text = run[prefecture] {
    request.filter.prefecture = Prefecture.allCases.first {
      Int(text) == $0.rawValue || text == $0.name.ja || text.lowercased() == $0.name.en.lowercased()
    }
    guard request.filter.prefecture != nil else {
      throw invalid(
        "--prefecture", ja: "「\(text)」という都道府県はありません（01から47）",
        en: "there is no prefecture \"\(text)\" (01 to 47)")
    }
  }
  if let text = run[around] {
    request.around = try? MunicipalityCode(text)
    guard request.around != nil else {
      throw invalid(
        "--around", ja: "「\(text)」は団体コードではありません", en: "\"\(text)\" is no municipality code")
    }
  }
  let tables = try run.positionals.map { try OpenDataSource.table($0, for: run) }
  var before: ResidentRegistry?
  if let path = run[previous] {
    let table = try OpenDataSource.table(path, for: run)
    guard case .registry(let registry) = table else {
      throw OpenDataError(
        code: .wrongFormat, document: table.file.document,
        expected: OpenDataFormat.residentRegistry.name, found: table.file.formatName)
    }
    before = registry
  }
  let table = try NationwideTable(
    tables, previous: before, allowingOtherDefinition: run[otherDefinition])
  if let code = request.around, table.member(code) == nil {
    throw OpenDataError(
      code: .notInFile, document: tables[0].file.document,
      found: LocalizedText(code.sixDigits))
  }
  let ranking = try MunicipalRanking(table, by: request.measure, filter: request.filter)
  guard !ranking.entries.isEmpty else { throw NothingToRank(ranking) }
  guard run.format != .csv else {
    if request.around != nil {
      run.note(
        LocalizedText(
          ja: "csv は順位の表だけです。--around の内容は text、markdown、json で見られます",
          en: "csv is the ranking alone; what --around asks for is in text, markdown and json"))
    }
    return try run.write(RankingReport.table(ranking, top: request.top).csv)
  }
  try run.write(RankingReport.report(table, request))
}

/// Ends the program with status 1: no municipality has the figure.
struct NothingToRank: UserFacingError {
  let ranking: MunicipalRanking

  init(_ ranking: MunicipalRanking) { self.ranking = ranking }

  var message: LocalizedText {
    let count = ranking.withoutFigure.count
    return count == 0
      ? LocalizedText(
        ja: "条件に合う市区町村がファイルにありません", en: "the files have no municipality that is asked for")
      : LocalizedText(
        ja: "\(count)市区町村のどれにも「\(ranking.measure.label.ja)」がありません。"
          + "率には住民基本台帳の表が、高齢化率には SSDSE-A などが要ります",
        en: "none of \(count) municipalities has the figure \(ranking.measure.label.en); "
          + "rates take a sheet of the resident register, "
          + "the ageing rate takes SSDSE-A or the like")
  }
}
