import ExampleSupport
import MachiKurabe

let tool = CommandLineTool(
  name: "rank-municipalities",
  summary: LocalizedText(
    ja: "全国の公表データから、市区町村に順位を付けて比べます。",
    en: "Ranks and compares municipalities by what is published of the whole nation."),
  discussion: [
    LocalizedText(
      ja: "住民基本台帳に基づく人口、人口動態及び世帯数（総務省）の市区町村別CSVを読みます。SSDSE-A や e-Stat の社会・人口統計体系を加えると高齢化率も使います。",
      en:
        "It reads the municipal CSV of the Basic Resident Register (MIC); SSDSE-A, or the System of Social "
        + "and Demographic Statistics of e-Stat, adds ageing rates."
    )
  ],
  positionals: [
    PositionalArgument(
      LocalizedText(ja: "ファイル", en: "FILE"), count: .several,
      help: LocalizedText(
        ja: "読むファイル（256 MiBまで）", en: "A file of nationwide open data, up to 256 MiB"))
  ],
  options: RankingOptions.all)

tool.main { run in
  var request = RankingReport.Request(
    measure: run[RankingOptions.measure],
    top: run[RankingOptions.top] ?? (run.format == .text || run.format == .markdown ? 20 : nil),
    shownDiagnostics: run.format == .json ? nil : 20)
  request.filter.population = run[RankingOptions.population]
  request.filter.prefecture = try run[RankingOptions.prefecture].map {
    try MunicipalityArgument.prefecture($0, of: "--prefecture")
  }
  var paths = run.positionals
  var tables = try paths.map { try OpenDataSource.table($0, for: run) }
  let before = try run[RankingOptions.previous].map { path in
    paths.append(path)
    return try RankingArguments.registry(path, for: run, listedIn: &tables)
  }
  let notices = RankingNotices(paths, tables, run)
  var whole: NationwideTable?
  do {
    let table = try NationwideTable(
      Array(tables.prefix(run.positionals.count)), previous: before,
      allowingOtherDefinition: run[RankingOptions.otherDefinition])
    whole = table
    let known = table.members.compactMap(\.area.municipality)
    request.municipalities = try run[RankingOptions.around].map {
      let code = try MunicipalityArgument.code($0, of: "--around", among: known)
      try RankingArguments.check(code, isIn: table)
      return code
    }
    let ranking = try MunicipalRanking(table, by: request.measure, filter: request.filter)
    guard !ranking.entries.isEmpty else { throw NothingToRank(ranking, table) }
    // Text and markdown are read, and have it inside; who takes figures may not look for it.
    if run.format == .csv || run.format == .json { notices.tell(table, ranking) }
    guard run.format == .csv else {
      return try run.write(RankingReport.report(table, request))
    }
    if !request.municipalities.isEmpty {
      run.note(
        LocalizedText(
          ja: "csv は順位の表だけです。--around の内容は text、markdown、json で見られます",
          en: "csv is the ranking alone; what --around asks for is in text, markdown and json"))
    }
    try run.write(RankingReport.table(ranking, top: request.top))
  } catch let error as OpenDataError where !error.diagnostics.isEmpty {
    throw error  // It tells them itself.
  } catch {
    // What is odd in the files is likely the reason.
    notices.tell(whole)
    throw error
  }
}
