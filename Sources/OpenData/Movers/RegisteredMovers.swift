public import MunicipalModel

/// Registered movers by age with the populations that they are set against, of one definition.
public struct RegisteredMovers: Hashable, Sendable {
  /// The populations by age.
  public var population: [CitedAgeTable]
  /// 転入者 by age, one table a municipality and period.
  public var inMigrants: [CitedAgeTable]
  /// 転出者 by age of the same municipalities and periods.
  public var outMigrants: [CitedAgeTable]
  /// The municipalities whose names the files of movers tell.
  public var municipalities: [Municipality] = []
  /// Whom the movers count; `nil` of tidy files, which do not say.
  public var nationality: MoverTable.Row.Nationality?
  /// 移動前の住所地不詳: people who came from an address that is not known, and are no in-migrants.
  public var originNotReported: Int = 0

  /// Takes tables that have been read.
  public init(
    population: [CitedAgeTable], inMigrants: [CitedAgeTable], outMigrants: [CitedAgeTable]
  ) {
    self.population = population
    self.inMigrants = inMigrants
    self.outMigrants = outMigrants
  }

  /// Takes the movers of two files, each tidy or an export of 住民基本台帳人口移動報告 (e-Stat 00200523).
  ///
  /// - Parameters:
  ///   - population: the populations by age.
  ///   - inMigrants: the file of 転入者.
  ///   - outMigrants: the file of 転出者.
  ///   - codes: the municipalities to take of an export; empty for those of the populations.
  ///   - years: the years to take of an export; `nil` for all.
  ///   - nationality: which movers of an export; `nil` for those that `residents` asks for, else all.
  ///   - residents: whether the population counts foreign residents, if that is known; movers who are not
  ///     counted alike are refused.
  /// - Throws: ``OpenDataError`` with `no-such-movers`, `different-definition`, `different-items`,
  ///   `not-in-file`, `no-age-table` or `wrong-format`; `AgeFileError` of a tidy file.
  public init(
    population: [CitedAgeTable], inMigrants: AgeDataFile, outMigrants: AgeDataFile,
    of codes: [MunicipalityCode] = [], in years: ClosedRange<Int>? = nil,
    nationality: MoverTable.Row.Nationality? = nil,
    residents: PopulationDefinition.ForeignResidents? = nil
  ) throws {
    guard let arrivals = try inMigrants.movers, let departures = try outMigrants.movers else {
      // One of the two may be an export and the other tidy: whom the tidy one counts is not known.
      self.init(
        population: population,
        inMigrants: try inMigrants.tables(of: [.inMigrants])[0],
        outMigrants: try outMigrants.tables(of: [.outMigrants])[0])
      return
    }
    let movers = try arrivals.nationality(
      with: departures, wanted: nationality, residents: residents)
    let codes = codes.isEmpty ? Set(population.map(\.municipality)).sorted() : codes
    let arriving = try arrivals.rows(of: codes, .inMigrants, nationality: movers, in: years)
    let leaving = try departures.rows(of: codes, .outMigrants, nationality: movers, in: years)
    try arrivals.check(arriving, against: leaving, of: departures.document)
    self.init(
      population: population, inMigrants: try arriving.map { try arrivals.ages(of: $0) },
      outMigrants: try leaving.map { try departures.ages(of: $0) })
    municipalities = arriving.compactMap(\.area.municipality)
    self.nationality = movers
    originNotReported = arriving.reduce(0) { $0 + $1.peopleOfUnknownOrigin }
  }
}

extension MoverTable {
  /// The movers that both files have and the caller allows.
  ///
  /// - Throws: ``OpenDataError`` with `no-such-movers`, whose `found` tells those that there are, or with
  ///   `different-definition` if the population is said to count others.
  package func nationality(
    with departures: MoverTable, wanted: MoverTable.Row.Nationality? = nil,
    residents: PopulationDefinition.ForeignResidents? = nil
  ) throws(OpenDataError) -> MoverTable.Row.Nationality {
    let leaving = Set(departures.nationalities)
    let known = nationalities.filter(leaving.contains)
    let residents = residents.flatMap { $0 == .notStated ? nil : $0 }
    let chosen =
      if let wanted {
        known.first { $0 == wanted }
      } else if let residents {
        known.first { $0.foreignResidents == residents }
      } else {
        known.first
      }
    guard let chosen else {
      throw OpenDataError(
        code: .noSuchMovers, document: document, found: known.map(\.label).joined())
    }
    if let residents { try chosen.check(residents, in: document) }
    return chosen
  }
}

extension MoverTable.Row {
  /// Those of the row whose last address is not known.
  fileprivate var peopleOfUnknownOrigin: Int {
    let parts = (originNotReported[.male]?.value ?? 0) + (originNotReported[.female]?.value ?? 0)
    return originNotReported[.both]?.value ?? parts
  }
}
