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
          "住民基本台帳に基づく人口、人口動態及び世帯数（総務省）の市区町村別の表（Excel のブックか CSV）を読みます。SSDSE-A、e-Stat の社会・人口統計体系、住民基本台帳年齢階級別人口のどれかを加えると高齢化率も使います。",
        en:
          "It reads the municipal sheet of the Basic Resident Register (MIC), a workbook or CSV; SSDSE-A, the System of Social and "
          + "Demographic Statistics of e-Stat, or its sheet by age (住民基本台帳年齢階級別人口) adds ageing rates."
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
        try Self.check(code, isIn: table)
        return code
      }
      let ranking = try MunicipalRanking(table, by: request.measure, filter: request.filter)
      guard !ranking.entries.isEmpty else { throw CommandError.nothingToRank(ranking, table) }
      // Text and markdown are read, and have it inside; who takes figures may not look for it.
      if [.csv, .excel, .json].contains(call.format) { notices.tell(table, ranking) }
      guard [.csv, .excel].contains(call.format) else {
        return try call.write(RankingReport.report(table, request))
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

extension RankCommand {
  /// Refuses a code that has no rank: a prefecture, a ward, or one that no file has.
  private static func check(_ code: MunicipalityCode, isIn table: NationwideTable) throws {
    guard table.member(code) == nil else { return }
    if code.isPrefecture, table.areas == .municipalities {
      throw UsageError(
        .invalidValue, "--around", ja: "\(code.sixDigits) は都道府県です。--prefecture で指定してください",
        en: "\(code.sixDigits) is a prefecture; name it with --prefecture")
    }
    if let area = table.registry?.row(code)?.area, table.areas != .municipalities {
      throw UsageError(
        .invalidValue, "--around",
        ja: "\(area.name)（\(code.sixDigits)）は\(table.areas.label.ja)ではありません",
        en: "\(area.name) (\(code.sixDigits)) is not among the \(table.areas.label.en)")
    }
    if let area = table.registry?.row(code)?.area {
      throw UsageError(
        .invalidValue, "--around",
        ja: "\(area.name)（\(code.sixDigits)）は政令指定都市の区などで、順位がありません（区どうしは --areas wards）",
        en:
          "\(area.name) (\(code.sixDigits)) is a ward or the like and has no rank; --areas wards ranks wards"
      )
    }
    throw OpenDataError(
      code: .notInFile, document: table.files.first?.document ?? "open-data",
      expected: LocalizedText(code.sixDigits))
  }
}

extension CommandError {
  /// Says that no municipality has the figure.
  static func nothingToRank(_ ranking: MunicipalRanking, _ table: NationwideTable) -> Self {
    Self(code: .nothingToRank, message: message(ranking, table))
  }

  private static func message(
    _ ranking: MunicipalRanking, _ table: NationwideTable
  ) -> LocalizedText {
    let count = ranking.withoutFigure.count
    if ranking.measure.kind != nil, let reason = table.withheldRates?.message {
      return LocalizedText(
        ja: "\(reason.ja)（--allow-other-definition で計算します）",
        en: "\(reason.en) (--allow-other-definition forms them)")
    }
    return count == 0
      ? LocalizedText(
        ja: "条件に合う市区町村がファイルにありません", en: "the files have no municipality that is asked for")
      : LocalizedText(
        ja: "\(count)市区町村のどれにも「\(ranking.measure.label.ja)」がありません。"
          + "率には住民基本台帳の表が、高齢化率には同じ年の人口と65歳以上人口（SSDSE-A、住民基本台帳年齢階級別人口など）が要ります",
        en: "none of \(count) municipalities has the figure \(ranking.measure.label.en); "
          + "rates take a sheet of the resident register, "
          + "the ageing rate takes the population and those of 65 and over of one year, "
          + "as in SSDSE-A or the sheet of the register by age (住民基本台帳年齢階級別人口)"
      )
  }
}
