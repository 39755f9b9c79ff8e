public import MunicipalModel
import OpenData

extension MunicipalityData {
  /// The newest population by age and those five, ten … years before it, the oldest first, all of one statistic.
  ///
  /// Cohorts are followed from one to the next. Those counted are the first of those of ``ages`` that have two. Where the
  /// register proves what an area was made of, an older one is the sum of the parts (``earlierAreas(upTo:)``); those of
  /// ``daysOfOtherArea(upTo:)`` are left out: a cohort of another area would seem to have moved.
  ///
  /// - Parameter year: the year of the newest; `nil` for the last that there is.
  public func stocks(upTo year: Int? = nil) -> [CitedAgeTable] {
    compared(upTo: year)?.tables ?? []
  }

  /// What the area was made of on the days of older populations by age that are sums, or have another code.
  ///
  /// - Parameter year: the year of the newest; `nil` for the last that there is.
  public func earlierAreas(upTo year: Int? = nil) -> [EarlierArea] {
    compared(upTo: year)?.joined ?? []
  }

  /// The days of older populations by age on which the area was, or may have been, another one: its prefecture had
  /// municipalities that are gone since, and the register does not say that they became a part of others.
  ///
  /// - Parameter year: the year of the newest; `nil` for the last that there is.
  public func daysOfOtherArea(upTo year: Int? = nil) -> [CalendarDate] {
    candidates(upTo: year).flatMap(\.otherDays).uniqued
  }

  /// Whether older populations by age are not used, for which the sheets of the register might tell what the area was
  /// made of.
  package func wantsRegister(upTo year: Int? = nil) -> Bool {
    candidates(upTo: year).contains { $0.tables.count < $0.dayCount }
  }

  private func compared(upTo year: Int?) -> ComparedAges? {
    let all = candidates(upTo: year)
    return all.first { $0.tables.count > 1 } ?? all.first { !$0.tables.isEmpty }
  }

  private func candidates(upTo year: Int?) -> [ComparedAges] {
    Self.residents.flatMap { residents in
      dayAges.map(\.source).uniqued.filter { $0.residents == residents }
        .map { ComparedAges(self, of: $0, upTo: year) }
    }
  }

  /// Whom the sheets of ages count, all residents first; sheets that do not say it are not taken for those that do.
  static let residents: [PopulationDefinition.ForeignResidents] = [
    .included, .notStated, .excluded, .only,
  ]
}

/// The newest population by age of a municipality of one statistic, and those five, ten … years before it, of one area.
private struct ComparedAges {
  /// The tables, the oldest first.
  private(set) var tables: [CitedAgeTable] = []
  private(set) var joined: [EarlierArea] = []
  private(set) var otherDays: [CalendarDate] = []
  /// How many days there are sheets of.
  private(set) var dayCount = 0

  init(
    _ town: MunicipalityData, of source: DayAges.Source, upTo year: Int?
  ) {
    let own = town.dayAges.filter { day in
      day.source == source && year.map { day.day.year <= $0 } != false
    }
    guard let newest = own.last(where: { (try? $0.outcome.get()) != nil }) else { return }
    let sheets = town.data.ages.filter {
      $0.definition.foreignResidents == source.residents && $0.statistic == source.statistic
    }
    let days = (sheets.map(\.stockDate) + own.map(\.day)).uniqued.sorted()
      .filter { newest.day.isWhole(years: 5, after: $0) && $0 <= newest.day }
    dayCount = days.count
    var area = SameArea(town.data, town.municipality.code, newest.day)
    for day in days {
      let table = own.first { $0.day == day }.flatMap { try? $0.outcome.get() }
      let earlier =
        day == newest.day
        ? nil
        : town.data.series.lazy.compactMap {
          $0.earlierArea(of: town.municipality, on: day, from: newest.day)
        }.first
      if let earlier, !earlier.changes.isEmpty {
        guard let sheet = sheets.first(where: { $0.stockDate == day }),
          let sum = town.data.ages(of: earlier, as: town.municipality.code, in: sheet)
        else {
          otherDays.append(day)
          continue
        }
        tables.append(sum)
        joined.append(earlier)
      } else if let table {
        if earlier != nil || day == newest.day || area.isSame(on: day) {
          tables.append(table)
        } else {
          otherDays.append(day)
        }
      }
    }
  }
}

extension NationwideData {
  /// The population by age of what an area was made of; `nil` if a part has none, or is not as large as in the register.
  fileprivate func ages(
    of area: EarlierArea, as code: MunicipalityCode, in sheet: RegistryAges
  ) -> CitedAgeTable? {
    var parts: [CitedAgeTable] = []
    let register = series.first {
      $0.definition.foreignResidents == sheet.definition.foreignResidents
    }?
    .sheets.first { $0.stockDate == area.day }
    for part in area.parts {
      guard let ages = try? sheet.ages(of: part.code) else { return nil }
      if let printed = register?.row(part.code)?.count(.population),
        Double(printed) != ages.table.total
      {
        return nil
      }
      parts.append(ages)
    }
    guard let first = parts.first,
      let sum = try? AgeTable.sum(of: parts.map(\.table), period: .date(area.day))
    else { return nil }
    return CitedAgeTable(
      municipality: code, statistic: first.statistic, table: sum,
      citations: parts.flatMap(\.citations),
      notReportedCitations: parts.flatMap(\.notReportedCitations))
  }
}

extension CalendarDate {
  /// Whether it is a multiple of some years after another day, or the same day.
  fileprivate func isWhole(years: Int, after other: Self) -> Bool {
    month == other.month && day == other.day && (year - other.year) % years == 0
  }
}
