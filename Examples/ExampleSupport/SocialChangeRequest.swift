public import MachiKurabe

/// What a call of `age-social-change` asks for, computed.
public struct SocialChangeRequest {
  /// What the report is made from.
  public enum Source {
    /// Two stocks: the built-in census or the user's own.
    case cohorts([CohortAnalysis])
    /// The user's registered movers.
    case registered([RegisteredAnalysis])
  }

  /// What the report is made from.
  public let source: Source
  /// What the built-in municipalities published, for names and published rates.
  public let records: [MunicipalityRecord]
  /// The municipalities that the user's own files name.
  public let municipalities: [Municipality]
  /// The sexes to show.
  public let sexes: [Sex]
  /// How much to show.
  public let detail: AgeSocialChangeReport.Detail

  /// Reads the files of a call and computes what it asks for.
  ///
  /// - Throws: ``UsageError`` for options that do not go together, `FileError`, `AgeFileError` and
  ///   `AgeMethodError` for files that cannot be read or computed from.
  public init(_ run: ToolRun) throws {
    sexes = run[SocialChangeOptions.sex].map { [$0] } ?? [.both, .male, .female]
    detail = run[SocialChangeOptions.format] == .json ? .full : .overview
    let hasMovers =
      run[AgeSource.movers] != nil || run[AgeSource.moversIn] != nil
      || run[AgeSource.moversOut] != nil
    let period = try run[SocialChangeOptions.period].map(Self.years)
    if hasMovers {
      let (analyses, named) = try Self.registered(run, period)
      source = .registered(analyses)
      municipalities = named
      records = try MunicipalityRecord.builtIn()
    } else {
      try Self.checkDeaths(run)
      municipalities = []
      records = try MunicipalityRecord.builtIn()
      source = .cohorts(try Self.cohorts(run, records, period))
    }
  }

  private static func years(_ text: String) throws -> ClosedRange<Int> {
    let parts = text.split(whereSeparator: { "-–~～".contains($0) }).compactMap { Int($0) }
    if parts.count == 2, parts[0] < parts[1], (1...9999).contains(parts[0]), parts[1] <= 9999 {
      return parts[0]...parts[1]
    }
    if parts.count == 1, text.count == 4 { return parts[0]...parts[0] }
    throw UsageError(
      code: .invalidValue, argument: "--period",
      message: LocalizedText(
        ja: "--periodに「\(text)」は使えません。2010-2015のように指定してください",
        en: "--period cannot be \"\(text)\"; write it as 2010-2015"))
  }

  // MARK: Two stocks

  private static func checkDeaths(_ run: ToolRun) throws {
    let isGiven = run[AgeSource.deaths] != nil
    guard (run[SocialChangeOptions.method] == .vitalStatistics) != isGiven else { return }
    if isGiven {
      throw UsageError(
        code: .unexpectedArgument, argument: "--deaths",
        message: LocalizedText(
          ja: "--deaths は --method vital-statistics でだけ使います",
          en: "--deaths is used with --method vital-statistics only"))
    }
    throw UsageError(
      code: .missingArgument, argument: "--deaths",
      message: LocalizedText(
        ja: "--method vital-statistics には期間中の死亡 --deaths が必要です（内蔵していません）",
        en: "--method vital-statistics needs the deaths of the period, --deaths; none are built in")
    )
  }

  private static func cohorts(
    _ run: ToolRun, _ records: [MunicipalityRecord], _ period: ClosedRange<Int>?
  ) throws -> [CohortAnalysis] {
    let method = run[SocialChangeOptions.method] ?? .forward
    let codes = try RecordSource.codes(run, among: records.map(\.municipality))
    let own = try AgeInput.all(AgeSource.population, for: run).flatMap {
      try $0.populations(of: codes)
    }
    let populations = try chosen(own.isEmpty ? records.flatMap(\.censusPopulations) : own, run)
    let deaths = try AgeSource.tables(of: [.deaths], in: AgeSource.deaths, for: run)[0]
    let births = try AgeSource.tables(of: [.births], in: AgeSource.births, for: run)[0]
    let years = period ?? standardPeriod(populations)
    guard years.count > 1 else {
      throw UsageError(
        code: .invalidValue, argument: "--period",
        message: LocalizedText(
          ja: "2時点の人口が必要です（あるのは\(list(populations))年）",
          en: "two stocks are needed; there are those of \(list(populations))"))
    }
    return try CohortAnalysis.members(
      of: populations, from: years.lowerBound, to: years.upperBound, method: method,
      rule: run[SocialChangeOptions.ageNotReported], deaths: deaths, births: births)
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
  private static func chosen(_ tables: [CitedAgeTable], _ run: ToolRun) throws -> [CitedAgeTable] {
    let codes = try RecordSource.codes(
      run,
      among: Set(tables.map(\.municipality)).map { Municipality(code: $0, name: LocalizedText("")) }
    )
    guard !codes.isEmpty else { return tables }
    var chosen: [CitedAgeTable] = []
    for code in codes {
      let own = tables.filter { $0.municipality == code }
      guard !own.isEmpty else {
        let known = Set(tables.map(\.municipality)).sorted().map(\.sixDigits)
        throw UsageError(
          code: .invalidValue, argument: "--municipality",
          message: LocalizedText(
            ja: "\(code) の年齢別の表がありません（あるもの: \(known.joined(separator: ", "))）",
            en:
              "there are no tables by age of \(code) (there are: \(known.joined(separator: ", ")))")
        )
      }
      if !chosen.contains(where: { $0.municipality == own[0].municipality }) { chosen += own }
    }
    return chosen
  }

  // MARK: Registered movers

  private static func registered(
    _ run: ToolRun, _ period: ClosedRange<Int>?
  ) throws -> ([RegisteredAnalysis], [Municipality]) {
    guard !run[AgeSource.population].isEmpty else {
      throw UsageError.neededWithMovers("--population")
    }
    if run[AgeSource.movers] != nil,
      run[AgeSource.moversIn] != nil || run[AgeSource.moversOut] != nil
    {
      throw UsageError(
        code: .unexpectedArgument, argument: "--movers",
        message: LocalizedText(
          ja: "--movers と --movers-in・--movers-out は同時に指定できません",
          en: "--movers does not go with --movers-in and --movers-out"))
    }
    if run[SocialChangeOptions.method] != nil {
      throw UsageError(
        code: .unexpectedArgument, argument: "--method",
        message: LocalizedText(
          ja: "--method は2時点の人口の方法で、移動者とは併用できません",
          en: "--method is for two stocks and does not go with movers"))
    }
    let files = try RegisteredFiles(run, years: period)
    let inside = try [files.inMigrants, files.outMigrants].map { tables in
      try chosen(tables, run).filter { table in
        period.map { $0.contains(table.period?.year ?? 0) } ?? true
      }
    }
    let analyses = try RegisteredAnalysis.members(
      population: chosen(files.population, run), inMigrants: inside[0], outMigrants: inside[1],
      denominator: run[SocialChangeOptions.denominator] ?? .previousYearEnd,
      rule: run[SocialChangeOptions.ageNotReported])
    return (analyses, files.municipalities)
  }
}
