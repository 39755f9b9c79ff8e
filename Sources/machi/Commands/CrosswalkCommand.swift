import MachiKurabe

/// `machi crosswalk`
struct CrosswalkCommand: Command {
  let name = "crosswalk"
  let summary = LocalizedText(
    ja: "市の計画の指標を共通の概念に結び付け、比べられるものを比べます。",
    en: "Links the indicators of cities' plans by common concepts, and compares what can be.")
  let example = "crosswalk --theme migration"
  let furtherExample: String? =
    "crosswalk --concept tourist_arrivals"
  var discussion: [LocalizedText] {
    [
      LocalizedText(
        ja: "csv は見つかったことを1行に1つ書きます。", en: "csv has one row a finding.")
    ]
  }
  var options: [any DeclaredOption] {
    [
      Self.concept, Self.theme, Self.sdg, RecordSource.municipalities, RecordSource.documents,
      RecordSource.folders, StandardOptions.all, StandardOptions.sources,
    ]
  }

  static let concept = CommandOption<String?>.text(
    "concept", placeholder: LocalizedText(ja: "概念", en: "ID"),
    help: LocalizedText(
      ja: "1つの概念だけを比べます（例: tourist_arrivals）",
      en: "Compare one concept only, such as tourist_arrivals"))
  static let theme = CommandOption<String?>.text(
    "theme", placeholder: LocalizedText(ja: "テーマ", en: "ID"),
    values: .words(["work", "migration", "childcare", "living", "administration"]),
    help: LocalizedText(
      ja: "1つのテーマだけを比べます: work, migration, childcare, living, administration",
      en: "Compare one theme only: work, migration, childcare, living or administration"))
  static let sdg = CommandOption<Int?>.integer(
    "sdg", placeholder: LocalizedText(ja: "番号", en: "N"), in: 1...17,
    help: LocalizedText(
      ja: "SDGsの1つのゴールに当たるものだけを示します", en: "Show what serves one of the 17 goals only"))

  func run(_ call: CommandCall) throws {
    let filter = Crosswalk.Filter(
      concept: call[Self.concept], theme: call[Self.theme], goal: call[Self.sdg])
    do throws(DataFileError) {
      try filter.check(against: .builtIn())
    } catch {
      let option =
        error.found == filter.concept
        ? "--concept" : error.found == filter.theme ? "--theme" : "--sdg"
      throw UsageError.invalidValue(
        error.found, of: option,
        expected: Spelling.expectation(
          for: error.found, among: error.expected.en.split(separator: ", ").map(String.init)))
    }
    let source = try RecordSource(for: call, reading: .unchecked)
    let records = source.records
    let notes = try source.conceptNotes()
    if call.format == .csv {
      try call.write(
        CrosswalkReport.findings(
          records, notes: notes, filter: filter, forPeople: call.tableLanguage(.csv)))
    } else {
      // What was asked for is shown whole.
      try call.write(
        CrosswalkReport.report(records, notes: notes, filter: filter), isWhole: filter != .all)
    }
  }
}
