import MachiKurabe

/// Which movers of an export of 住民基本台帳人口移動報告 are taken.
enum MoverChoice: String, Sendable, CaseIterable {
  /// 移動者, foreign residents too.
  case all
  /// 日本人移動者
  case japanese
  /// 外国人移動者
  case foreign

  /// The rows that are meant.
  var nationality: MoverTable.Row.Nationality {
    switch self {
    case .all: .all
    case .japanese: .japanese
    case .foreign: .foreign
    }
  }
}

/// Where `machi ages` takes registered movers from: files that are named, with what they do not say.
enum MoverSource {
  /// The movers and the populations of a call; what the files do not say is told on standard error.
  ///
  /// - Parameter years: the years of the movers; `nil` for all.
  /// - Throws: ``UsageError``, `FileError`, `AgeFileError` or `OpenDataError`.
  static func movers(
    for call: CommandCall, in years: ClosedRange<Int>?
  ) throws -> RegisteredMovers {
    let stocks = try AgeSource.populationFiles(for: call)
    guard !stocks.isEmpty else { throw UsageError.neededWithMovers("--population") }
    let stating = try stating(stocks)
    let named = try RecordSource.codes(call)
    let population = try AgeSource.populations(of: named, in: stocks)
    if let movers = try AgeSource.file(AgeSource.movers, for: call) {
      let tables = try movers.tables(of: [.inMigrants, .outMigrants])
      try tellUnknown(stocks, call)
      return RegisteredMovers(
        population: population, inMigrants: tables[0], outMigrants: tables[1])
    }
    guard let arrivals = try AgeSource.file(AgeSource.moversIn, for: call) else {
      throw UsageError.neededWithMovers("--movers-in")
    }
    guard let departures = try AgeSource.file(AgeSource.moversOut, for: call) else {
      throw UsageError.neededWithMovers("--movers-out")
    }
    let nationality = try nationality(arrivals, departures, stating, call)
    if let nationality { tell(nationality, stocks, population, call) }
    let movers = try RegisteredMovers(
      population: population, inMigrants: arrivals, outMigrants: departures, of: named, in: years,
      nationality: nationality)
    if nationality == nil { try tellUnknown(stocks, call) }
    tellUnknownOrigins(movers.originNotReported, call)
    return movers
  }

  /// The first population that is said to count certain residents.
  ///
  /// - Throws: `OpenDataError` with `different-definition` if another one counts others.
  private static func stating(_ stocks: [AgeDataFile]) throws(OpenDataError) -> AgeDataFile? {
    guard let first = stocks.first(where: { $0.foreignResidents != nil }) else { return nil }
    for other in stocks where ![nil, first.foreignResidents].contains(other.foreignResidents) {
      throw OpenDataError(
        code: .differentDefinition, document: DocumentID(rawValue: other.name),
        expected: first.foreignResidents?.counted ?? LocalizedText(""),
        found: other.foreignResidents?.counted ?? LocalizedText(""))
    }
    return first
  }

  /// Which movers of two exports are taken: `--nationality` decides, or else `--residents`, or else whom the population
  /// is said to count.
  ///
  /// - Throws: ``UsageError`` if the files do not have them; `OpenDataError` with `different-definition` if the
  ///   population is said to count others.
  private static func nationality(
    _ arrivals: AgeDataFile, _ departures: AgeDataFile, _ stating: AgeDataFile?,
    _ call: CommandCall
  ) throws -> MoverTable.Row.Nationality? {
    guard let into = try arrivals.movers, let out = try departures.movers else { return nil }
    let isTold = into.nationalities.contains { $0.foreignResidents != .notStated }
    let isChosen =
      call.has(SocialChangeOptions.nationality) || call.has(SocialChangeOptions.residents)
    let deciding = isTold && !isChosen ? stating : nil
    do throws(OpenDataError) {
      let chosen = try into.nationality(
        with: out, wanted: call[SocialChangeOptions.nationality]?.nationality,
        residents: call[SocialChangeOptions.residents]
          ?? (isTold ? stating?.foreignResidents : nil))
      if let deciding, let counted = deciding.foreignResidents?.counted {
        call.note(
          LocalizedText(
            ja: "数える移動者: \(chosen.label.ja)。人口 \(deciding.name) が\(counted.ja)のものであるため",
            en:
              "the movers are \(chosen.label.en), because the population of \(deciding.name) is "
              + "of \(counted.en)"))
      }
      return chosen
    } catch {
      if error.code == .noSuchMovers, let deciding, let counted = deciding.foreignResidents?.counted
      {
        throw OpenDataError(
          code: error.code, document: error.document,
          expected: LocalizedText(
            ja: "人口 \(deciding.name)（\(counted.ja)）に合う移動者",
            en: "movers that go with the population of \(deciding.name), which is of \(counted.en)"),
          found: error.found)
      }
      guard error.code == .noSuchMovers, isChosen else { throw error }
      let option = call.has(SocialChangeOptions.nationality) ? "--nationality" : "--residents"
      throw UsageError(
        .invalidValue, option, ja: "\(option) に合う移動者がファイルにありません（あるもの: \(error.found.ja)）",
        en: "the files have no movers that go with \(option) (there are: \(error.found.en))")
    }
  }

  /// Says that a file of open data does not say whom it counts.
  ///
  /// - Throws: ``UsageError`` if the call chooses among movers, which only exports tell apart.
  private static func tellUnknown(_ stocks: [AgeDataFile], _ call: CommandCall) throws {
    try call.refuse(
      [SocialChangeOptions.nationality, SocialChangeOptions.residents],
      LocalizedText(
        ja: "は住民基本台帳人口移動報告のファイルにだけ使えます", en: "is for exports of 住民基本台帳人口移動報告 only"))
    guard let stock = stocks.first(where: { $0.isOpenData && $0.foreignResidents == nil })
    else { return }
    call.note(
      LocalizedText(
        ja: "\(stock.name) は外国人住民を含むかどうかを示していません。移動者も同じ人を数えている必要があります",
        en:
          "\(stock.name) does not say whether it counts foreign residents; the movers must count the same "
          + "people"))
  }

  /// Says whom the movers count, if the population does not say whom it counts, and that it tells no day.
  private static func tell(
    _ nationality: MoverTable.Row.Nationality, _ stocks: [AgeDataFile],
    _ population: [CitedAgeTable], _ call: CommandCall
  ) {
    let isUnsaid = call[SocialChangeOptions.residents] ?? .notStated == .notStated
    if isUnsaid, let stock = stocks.first(where: { $0.foreignResidents == nil }) {
      let label = nationality.label
      call.note(
        LocalizedText(
          ja: "数える移動者: \(label.ja)。\(stock.name) は外国人住民を含むかどうかを示していないため、"
            + "同じ人を数えているものとします（--residents で指定）",
          en:
            "the movers are \(label.en); \(stock.name) does not say whether it counts foreign residents and "
            + "is taken to count the same people (say so with --residents)"))
    }
    let hasDays = population.allSatisfy { if case .date? = $0.period { true } else { false } }
    guard !hasDays, let stock = stocks.first(where: \.isOpenData) else { return }
    call.note(
      LocalizedText(
        ja: "\(stock.name) は人口の年だけを示し、日付を示していません。同じ年、または翌年の移動者と合わせます",
        en:
          "\(stock.name) tells the year of its population and not the day; it is set against the movers of "
          + "the same year, or of the next"))
  }

  /// Says how many movers are outside the totals because their last address is not known.
  private static func tellUnknownOrigins(_ count: Int, _ call: CommandCall) {
    guard count > 0 else { return }
    call.note(
      LocalizedText(
        ja: "移動前の住所地不詳の\(count)人は転入に含みません",
        en:
          "\(count) movers whose last address is not known (移動前の住所地不詳) are not among the in-migrants"
      ))
  }
}

extension UsageError {
  /// Says that an option is missing beside those that name movers.
  static func neededWithMovers(_ option: String) -> UsageError {
    UsageError(
      .missingArgument, option, ja: "移動者には \(option) も必要です",
      en: "\(option) is needed with movers, too")
  }
}
