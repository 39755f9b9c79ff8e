import MachiKurabe

/// What a call of `machi ages` asks for, computed.
struct SocialChangeRequest {
  /// What the report is made from.
  enum Source {
    /// Two stocks: the built-in census or the user's own.
    case cohorts([CohortAnalysis])
    /// The user's registered movers.
    case registered([RegisteredAnalysis])
  }

  /// What the report is made from.
  let source: Source
  /// What the built-in municipalities and those of folders published, for names and published rates.
  let records: [MunicipalityRecord]
  /// The municipalities that the user's own files name.
  let municipalities: [Municipality]
  /// The sexes to show.
  let sexes: [Sex]
  /// How much to show.
  let detail: AgeSocialChangeReport.Detail

  /// Reads the files of a call and computes what it asks for.
  ///
  /// - Throws: ``UsageError`` for options that do not go together, `FileError`, `AgeFileError` and
  ///   `AgeMethodError` for files that cannot be read or computed from.
  init(_ call: CommandCall) throws {
    sexes = call[SocialChangeOptions.sex].map { [$0] } ?? [.both, .male, .female]
    detail = call[SocialChangeOptions.format] == .json ? .full : .overview
    let hasMovers =
      call.has(AgeSource.movers) || call.has(AgeSource.moversIn) || call.has(AgeSource.moversOut)
    let period = try call[SocialChangeOptions.period].map(Self.years)
    if call.has(NationwideSource.data) {
      let known = try RecordSource(for: call, formats: NationwideSource.ages)
      records = known.records
      municipalities = known.towns.map(\.municipality)
      source = try Self.published(call, known)
    } else if hasMovers {
      let (analyses, named) = try Self.registered(call, period)
      source = .registered(analyses)
      municipalities = named
      records = try RecordSource(for: call, reading: .population, choosing: false).all
    } else {
      try Self.checkDeaths(call)
      municipalities = []
      let known = try RecordSource(for: call, reading: .population, choosing: false)
      records = known.all
      source = .cohorts(try Self.cohorts(call, known, period))
    }
  }

  private static func years(_ text: String) throws -> ClosedRange<Int> {
    let parts = text.split(whereSeparator: { "-–~～".contains($0) }).compactMap { Int($0) }
    if parts.count == 2, parts[0] < parts[1], (1...9999).contains(parts[0]), parts[1] <= 9999 {
      return parts[0]...parts[1]
    }
    if parts.count == 1, text.count == 4 { return parts[0]...parts[0] }
    throw UsageError(
      .invalidValue, "--period", ja: "--periodに「\(text)」は使えません。2010-2015のように指定してください",
      en: "--period cannot be \"\(text)\"; write it as 2010-2015")
  }

  // MARK: Two stocks

  private static func checkDeaths(_ call: CommandCall) throws {
    guard call[SocialChangeOptions.method] == .vitalStatistics else {
      return try call.refuse(
        [AgeSource.deaths],
        LocalizedText(
          ja: "は --method vital-statistics でだけ使います",
          en: "is used with --method vital-statistics only"))
    }
    guard !call.has(AgeSource.deaths) else { return }
    throw UsageError(
      .missingArgument, "--deaths",
      ja: "--method vital-statistics には期間中の死亡 --deaths が必要です（内蔵していません）",
      en: "--method vital-statistics needs the deaths of the period, --deaths; none are built in")
  }

  private static func cohorts(
    _ call: CommandCall, _ known: RecordSource, _ period: ClosedRange<Int>?
  ) throws -> [CohortAnalysis] {
    let method = call[SocialChangeOptions.method] ?? .forward
    let codes = try RecordSource.codes(call, among: known.all.map(\.municipality))
    let own = try AgeSource.populations(of: codes, in: AgeSource.populationFiles(for: call))
    var populations = try chosen(
      own.isEmpty ? known.all.flatMap(\.stocksByAge) : own, call, own.isEmpty ? known : nil)
    let deaths = try AgeSource.tables(of: [.deaths], in: AgeSource.deaths, for: call)[0]
    let births = try AgeSource.tables(of: [.births], in: AgeSource.births, for: call)[0]
    var years = period ?? standardPeriod(populations)
    if own.isEmpty, !known.folders.isEmpty {
      let stocks = try ComparedStocks(populations, of: known, named: codes, period: period)
      if let notice = stocks.notice { call.note(notice) }
      populations = stocks.populations
      years = stocks.years ?? standardPeriod(populations)
    }
    guard years.count > 1 else {
      throw UsageError(
        code: .invalidValue, argument: "--period",
        message: period == nil
          ? LocalizedText(
            ja: "2時点の人口が必要です（あるのは\(list(populations))年）",
            en: "two stocks are needed; there are those of \(list(populations))")
          : LocalizedText(
            ja: "--period 2010-2015 のように2つの年を指定してください（人口があるのは\(list(populations))年）",
            en: "name two years, as in --period 2010-2015 (there are populations of "
              + "\(list(populations)))"))
    }
    return try CohortAnalysis.members(
      of: populations, from: years.lowerBound, to: years.upperBound, method: method,
      rule: call[SocialChangeOptions.ageNotReported], deaths: deaths, births: births)
  }

  /// The last two years that there are populations of.
  private static func standardPeriod(_ populations: [CitedAgeTable]) -> ClosedRange<Int> {
    let years = Set(populations.compactMap(\.period?.year)).sorted().suffix(2)
    return (years.first ?? 0)...(years.last ?? 0)
  }

  private static func list(_ tables: [CitedAgeTable]) -> String {
    Set(tables.compactMap(\.period?.year)).sorted().map(String.init).joined(separator: ", ")
  }

  /// The tables of the municipalities that `--municipality` names; all of them without it.
  private static func chosen(
    _ tables: [CitedAgeTable], _ call: CommandCall, _ known: RecordSource? = nil
  ) throws -> [CitedAgeTable] {
    let codes = try RecordSource.codes(
      call,
      among: known?.all.map(\.municipality)
        ?? Set(tables.map(\.municipality)).map { Municipality(code: $0, name: LocalizedText("")) })
    guard !codes.isEmpty else { return tables }
    var chosen: [CitedAgeTable] = []
    for code in codes {
      let own = tables.filter { $0.municipality == code }
      guard !own.isEmpty else {
        let names = known?.all.map(\.municipality) ?? []
        func named(_ code: MunicipalityCode) -> LocalizedText {
          let name = names.first { $0.code == code }?.name
          return name.map { LocalizedText(ja: "\($0.ja)（\(code)）", en: "\($0.en) (\(code))") }
            ?? LocalizedText("\(code)")
        }
        let others = Set(tables.map(\.municipality)).sorted().map(named).joined("、", ", ")
        // A folder takes them as files of its own.
        let isOfFolder = names.contains { $0.code == code }
        throw UsageError(
          .invalidValue, "--municipality",
          ja: "\(named(code).ja)の年齢別の表がありません（あるもの: \(others.ja)）"
            + (isOfFolder ? "。フォルダーに …-population-by-age.csv を加えてください" : ""),
          en: "there are no tables by age of \(named(code).en) (there are: \(others.en))"
            + (isOfFolder ? "; add …-population-by-age.csv to its folder" : ""))
      }
      if !chosen.contains(where: { $0.municipality == own[0].municipality }) { chosen += own }
    }
    return chosen
  }

  // MARK: A folder of published data

  /// The registered movers of the towns, or what their populations by age tell.
  private static func published(_ call: CommandCall, _ known: RecordSource) throws -> Source {
    try call.refuseWithData(
      [
        AgeSource.population, AgeSource.movers, AgeSource.moversIn, AgeSource.moversOut,
        SocialChangeOptions.nationality, SocialChangeOptions.residents, OpenDataSource.encoding,
        SocialChangeOptions.denominator, SocialChangeOptions.period,
      ])
    let data = known.towns.first?.data
    let years = try NationwideSource.years(for: call)
    if !call.has(SocialChangeOptions.method) {
      if let movers = data?.registeredMovers(of: known.towns, years: years) {
        return .registered(
          try RegisteredAnalysis.members(of: movers, rule: call[SocialChangeOptions.ageNotReported])
        )
      }
      call.note(
        LocalizedText(
          ja: "年齢別の移動者と、その年の初めの年齢別人口がそろわないため、5年離れた年齢別人口から計算します",
          en:
            "there are no movers by age with the population by age of the beginning of their year; populations by age "
            + "five years apart are used"))
      for missing in data?.missingOfMovers ?? [] { call.note(missing) }
    }
    let stocks = known.records.map(\.stocksByAge)
    for (town, own) in zip(known.towns, stocks) where own.count < 2 {
      throw Self.fewStocks(town.municipality.name, own, town)
    }
    try checkDeaths(call)
    let all = stocks.flatMap { $0 }
    let period = standardPeriod(all)
    let deaths = try AgeSource.tables(of: [.deaths], in: AgeSource.deaths, for: call)[0]
    let births = try AgeSource.tables(of: [.births], in: AgeSource.births, for: call)[0]
    func analyses(_ method: CohortMethod) throws(AgeMethodError) -> Source {
      .cohorts(
        try CohortAnalysis.members(
          of: all, from: period.lowerBound, to: period.upperBound, method: method,
          rule: call[SocialChangeOptions.ageNotReported], deaths: deaths, births: births))
    }
    if let method = call[SocialChangeOptions.method] { return try analyses(method) }
    do throws(AgeMethodError) {
      return try analyses(.forward)
    } catch {
      // Life tables are of census years; between others the plain change of the cohorts is what there is.
      guard let plain = try? analyses(.cohortChange) else { throw error }
      call.note(
        LocalizedText(
          ja:
            "\(period.lowerBound)～\(period.upperBound)年の生残率がないため、死亡を含むコーホートの増減を示します（--method cohort-change）",
          en:
            "there are no survival ratios of \(period.lowerBound)–\(period.upperBound); the change of the cohorts is shown, "
            + "deaths among it (--method cohort-change)"))
      return plain
    }
  }

  /// Says that a folder of published data has too few populations by age of a municipality.
  ///
  /// A place of the same name under another code, as a town had before it became a city, is named: nothing proves that
  /// it is the same.
  static func fewStocks(
    _ name: LocalizedText, _ stocks: [CitedAgeTable], _ town: MunicipalityData?
  ) -> UsageError {
    let list = list(stocks)
    let others = (town?.namesakes ?? []).map { other in
      let name = other.municipality.name
      let code = other.municipality.code
      return LocalizedText(
        ja: "。\(other.day)の表にあるのは、コードの違う\(name.ja)（\(code)）です",
        en: "; in that of \(other.day) stands \(name.en) under another code, \(code)")
    }
    return UsageError(
      .invalidValue, "--data",
      ja: "\(name.ja): 5年離れた2時点の年齢別人口（住民基本台帳年齢階級別人口）が必要です（あるのは\(list.isEmpty ? "なし" : list)）"
        + others.map(\.ja).joined(),
      en: "\(name.en): populations by age of two times five years apart are needed "
        + "(住民基本台帳年齢階級別人口); there are those of \(list.isEmpty ? "none" : list)"
        + others.map(\.en).joined())
  }

  // MARK: Registered movers

  private static func registered(
    _ call: CommandCall, _ period: ClosedRange<Int>?
  ) throws -> ([RegisteredAnalysis], [Municipality]) {
    guard call.has(AgeSource.population) else { throw UsageError.neededWithMovers("--population") }
    if call.has(AgeSource.moversIn) || call.has(AgeSource.moversOut) {
      try call.refuse(
        [AgeSource.movers],
        LocalizedText(
          ja: "と --movers-in・--movers-out は同時に指定できません",
          en: "does not go with --movers-in and --movers-out"))
    }
    try call.refuse(
      [SocialChangeOptions.method],
      LocalizedText(
        ja: "は2時点の人口の方法で、移動者とは併用できません", en: "is for two stocks and does not go with movers"))
    var movers = try MoverSource.movers(for: call, in: period)
    func inside(_ tables: [CitedAgeTable]) throws -> [CitedAgeTable] {
      try chosen(tables, call).filter { period?.contains($0.period?.year ?? 0) ?? true }
    }
    movers.inMigrants = try inside(movers.inMigrants)
    movers.outMigrants = try inside(movers.outMigrants)
    movers.population = try chosen(movers.population, call)
    let analyses = try RegisteredAnalysis.members(
      of: movers, denominator: call[SocialChangeOptions.denominator] ?? .previousYearEnd,
      rule: call[SocialChangeOptions.ageNotReported])
    return (analyses, movers.municipalities)
  }
}
