import MachiKurabe

/// The registered movers and the populations that a call of `age-social-change` names, of one definition.
struct RegisteredFiles {
  /// The populations by age.
  let population: [CitedAgeTable]
  /// The in-migrants by age.
  let inMigrants: [CitedAgeTable]
  /// The out-migrants by age.
  let outMigrants: [CitedAgeTable]
  /// The municipalities whose names the movers' files tell.
  let municipalities: [Municipality]

  /// Reads the files of a call.
  ///
  /// - Parameters:
  ///   - run: the call; its options name the files.
  ///   - years: the years of the movers; `nil` for all.
  /// - Throws: ``UsageError``, `FileError`, `AgeFileError` or `OpenDataError`.
  init(_ run: ToolRun, years: ClosedRange<Int>?) throws {
    guard let stock = try AgeInput(AgeSource.population, for: run) else {
      throw UsageError.neededWithMovers("--population")
    }
    let named = try run[RecordSource.municipalities].map {
      try MunicipalityArgument.code($0, of: "--municipality")
    }
    population = try stock.populations(of: named)
    if let movers = try AgeInput(AgeSource.movers, for: run) {
      let tables = try movers.tidyFile.tables(of: [.inMigrants, .outMigrants])
      (inMigrants, outMigrants) = (tables[0], tables[1])
      municipalities = []
      try Self.refuseChoices(run)
      MoverDefinition.tellUnknown(stock, run)
      return
    }
    guard let into = try AgeInput(AgeSource.moversIn, for: run) else {
      throw UsageError.neededWithMovers("--movers-in")
    }
    guard let out = try AgeInput(AgeSource.moversOut, for: run) else {
      throw UsageError.neededWithMovers("--movers-out")
    }
    guard let arrivals = try into.movers, let departures = try out.movers else {
      // One of the two may be an export and the other tidy: whom the tidy one counts is not known.
      inMigrants = try into.tidyFile.tables(of: .inMigrants)
      outMigrants = try out.tidyFile.tables(of: .outMigrants)
      municipalities = []
      try Self.refuseChoices(run)
      MoverDefinition.tellUnknown(stock, run)
      return
    }
    let definition = try MoverDefinition(run, arrivals, departures)
    definition.tell(stock: stock, run)
    Self.tellYears(of: population, in: stock, run)
    let codes = named.isEmpty ? Set(population.map(\.municipality)).sorted() : named
    func rows(_ table: MoverTable, _ measure: AgeMeasure) throws -> [MoverRow] {
      try table.rows(of: codes, measure, nationality: definition.nationality, in: years)
    }
    let arriving = try rows(arrivals, .inMigrants)
    let leaving = try rows(departures, .outMigrants)
    try arrivals.check(arriving, against: leaving, of: departures.document)
    inMigrants = try arriving.map { try arrivals.ages(of: $0) }
    outMigrants = try leaving.map { try departures.ages(of: $0) }
    municipalities = arriving.compactMap(\.area.municipality)
    definition.tellUnknownOrigins(of: arriving, run)
  }

  /// Says that a table of e-Stat tells the year of its stock and not the day.
  private static func tellYears(of tables: [CitedAgeTable], in stock: AgeInput, _ run: ToolRun) {
    let hasDays = tables.allSatisfy { if case .date? = $0.period { true } else { false } }
    guard stock.isOpenData, !hasDays else { return }
    run.note(
      LocalizedText(
        ja: "\(stock.name) は人口の年だけを示し、日付を示していません。同じ年、または翌年の移動者と合わせます",
        en:
          "\(stock.name) tells the year of its population and not the day; it is set against the movers of "
          + "the same year, or of the next"))
  }

  /// `--nationality` and `--residents` choose among the rows of an export.
  private static func refuseChoices(_ run: ToolRun) throws {
    let given: [(String, Bool)] = [
      (
        SocialChangeOptions.nationality.declaration.flag,
        run[SocialChangeOptions.nationality] != nil
      ),
      (SocialChangeOptions.residents.declaration.flag, run[SocialChangeOptions.residents] != nil),
    ]
    for (option, isGiven) in given where isGiven {
      throw UsageError(
        code: .unexpectedArgument, argument: option,
        message: LocalizedText(
          ja: "\(option) は住民基本台帳人口移動報告のファイルにだけ使えます",
          en: "\(option) is for exports of 住民基本台帳人口移動報告 only"))
    }
  }
}

extension UsageError {
  /// Says that an option is missing beside those that name movers.
  static func neededWithMovers(_ option: String) -> UsageError {
    UsageError(
      code: .missingArgument, argument: option,
      message: LocalizedText(
        ja: "移動者には \(option) も必要です", en: "\(option) is needed with movers, too"))
  }
}
