import MachiKurabe

/// `machi rank`
struct RankCommand: Command {
  let name = "rank"
  let summary = LocalizedText(
    ja: "全国の公表データから、市区町村に順位を付けて比べます。",
    en: "Ranks and compares municipalities by what is published of the whole nation.")
  let example = "rank registry-2020.csv --previous registry-2019.csv"
  let furtherExample: String? =
    "rank --data nation --by social-change-rate --from 2016 --to 2020"
  var discussion: [LocalizedText] {
    [
      LocalizedText(
        ja:
          "住民基本台帳に基づく人口、人口動態及び世帯数（総務省）の市区町村別の表（Excel のブックか CSV）を読みます。SSDSE-A や e-Stat の社会・人口統計体系を加えると高齢化率も使います。",
        en:
          "It reads the municipal sheet of the Basic Resident Register (MIC), a workbook or CSV; SSDSE-A, or the System of Social "
          + "and Demographic Statistics of e-Stat, adds ageing rates."
      ),
      LocalizedText(
        ja: "--data は公表データのフォルダー全体を読みます。--from と --to の年の増減を合計（または平均）し、その間に合併した市町村は今の区域にまとめます。例: "
          + "machi rank --data nation --by social-change-rate --from 2016 --to 2020",
        en:
          "--data reads a whole folder of published data. The years of --from to --to are summed or averaged, and "
          + "municipalities that merged meanwhile count as one, as in: machi rank --data nation --by "
          + "social-change-rate --from 2016 --to 2020"),
    ]
  }
  var positionals: [PositionalArgument] {
    [
      PositionalArgument(
        LocalizedText(ja: "ファイル", en: "FILE"), count: .any,
        help: LocalizedText(
          ja: "読むファイル（256 MiBまで）。--data のフォルダーの代わり",
          en: "A file of nationwide open data, up to 256 MiB, in place of the folder of --data"))
    ]
  }
  var options: [any DeclaredOption] {
    RankingOptions.all
  }

  func run(_ call: CommandCall) throws {
    var request = RankingReport.Request(
      measure: call[RankingOptions.measure],
      top: call[RankingOptions.top]
        ?? (call.format == .text || call.format == .markdown ? 20 : nil),
      shownDiagnostics: call.format == .json ? nil : 20)
    request.filter.population = call[RankingOptions.population]
    request.filter.prefecture = try call[RankingOptions.prefecture].map {
      try MunicipalityArgument.prefecture($0, of: "--prefecture")
    }
    let source = try RankingSource(for: call)
    let notices = source.notices
    var whole: NationwideTable?
    do {
      let table = try source.table(for: call)
      whole = table
      let known = table.members.compactMap(\.municipality)
      request.municipalities = try call[RankingOptions.around].map {
        let code = try MunicipalityArgument.code($0, of: "--around", among: known)
        try RankingArguments.check(code, isIn: table)
        return code
      }
      let ranking = try MunicipalRanking(table, by: request.measure, filter: request.filter)
      guard !ranking.entries.isEmpty else { throw CommandError.nothingToRank(ranking, table) }
      // Text and markdown are read, and have it inside; who takes figures may not look for it.
      if [.csv, .excel, .json].contains(call.format) { notices.tell(table, ranking) }
      guard [.csv, .excel].contains(call.format) else {
        return try call.write(
          RankingReport.report(table, request), isWhole: !request.municipalities.isEmpty)
      }
      if !request.municipalities.isEmpty {
        call.note(
          LocalizedText(
            ja: "csv は順位の表だけです。--around の内容は text、markdown、json で見られます",
            en: "csv is the ranking alone; what --around asks for is in text, markdown and json"))
      }
      try call.write(
        RankingReport.table(
          ranking, top: request.top, forPeople: call.tableLanguage(call.format)),
        isMarked: call.format == .excel)
    } catch let error as OpenDataError where !error.diagnostics.isEmpty {
      throw error  // It tells them itself.
    } catch {
      // What is odd in the files is likely the reason.
      notices.tell(whole)
      throw error
    }
  }
}
