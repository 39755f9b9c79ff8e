import MunicipalModel
public import OpenData

extension NationwideData {
  /// The movers by age of some municipalities with the populations that they are set against; `nil` without any.
  ///
  /// They are of the first nationality of which each municipality has in- and out-migrants of a year and the population of
  /// the same people on its first day, or the last before it.
  ///
  /// - Parameters:
  ///   - towns: the municipalities.
  ///   - years: the years of the movers; `nil` for all.
  public func registeredMovers(
    of towns: [MunicipalityData], years: ClosedRange<Int>? = nil
  ) -> RegisteredMovers? {
    for nationality in towns.first?.nationalities ?? [] {
      let each = towns.map { $0.registeredMovers(nationality, years) }
      guard each.allSatisfy({ !$0.inMigrants.isEmpty }) else { continue }
      var movers = RegisteredMovers(
        population: each.flatMap(\.population), inMigrants: each.flatMap(\.inMigrants),
        outMigrants: each.flatMap(\.outMigrants))
      movers.municipalities = towns.map(\.municipality)
      movers.nationality = nationality
      return movers
    }
    return nil
  }
}

extension NationwideData {
  static func largestFirst(_ movers: [MoverTable]) -> [MoverTable] {
    movers.sorted {
      ($1.rows.count, $0.document.rawValue) < ($0.rows.count, $1.document.rawValue)
    }
  }

  /// The tables some of whose movers stand in an earlier one too, whose rows are used.
  static func doubledMovers(_ movers: [MoverTable]) -> [Diagnostic] {
    var known: [MoverKey: (document: DocumentID, row: MoverTable.Row)] = [:]
    return movers.compactMap { table in
      var first: (row: MoverTable.Row, of: DocumentID)?
      var count = 0
      var isSame = true
      for row in table.rows where row.area.code != nil {
        let key = MoverKey(row)
        guard let other = known[key] else {
          known[key] = (table.document, row)
          continue
        }
        // A second row of one table is told by its reader.
        if other.document == table.document { continue }
        first = first ?? (row, other.document)
        count += 1
        isSame =
          isSame && other.row.ages == row.ages
          && other.row.totals.mapValues(\.value) == row.totals.mapValues(\.value)
      }
      guard let first else { return nil }
      return Diagnostic(
        severity: isSame ? .warning : .error, code: "doubled-movers",
        message: LocalizedText(
          ja: "\(count)行の移動者は\(first.of)にもあります\(isSame ? "" : "が、値が違います")。そちらを使います",
          en: "the movers of \(count) rows stand in \(first.of) too"
            + (isSame ? ", whose rows are used" : ", with other figures; those are used")),
        citation: Citation(
          document: table.document, line: first.row.line, printed: first.row.area.name))
    }
  }

  /// What tells rows of movers apart.
  private struct MoverKey: Hashable {
    let area: MunicipalityCode?
    let measure: AgeMeasure
    let item: String
    let nationality: MoverTable.Row.Nationality
    let period: Period?

    init(_ row: MoverTable.Row) {
      area = row.area.code
      measure = row.measure
      item = row.item
      nationality = row.nationality
      period = row.period
    }
  }
}

extension MunicipalityData {
  /// The years of which both movers and the population of the first day are there.
  fileprivate func registeredMovers(
    _ nationality: MoverTable.Row.Nationality, _ years: ClosedRange<Int>?
  ) -> RegisteredMovers {
    let stocks = ages(of: nationality.foreignResidents)
    let arrivals = movers(.inMigrants, nationality: nationality)
    let departures = movers(.outMigrants, nationality: nationality)
    var found = RegisteredMovers(population: [], inMigrants: [], outMigrants: [])
    for table in arrivals {
      guard let period = table.period, years?.contains(period.year) != false,
        let out = departures.first(where: { $0.period == period }),
        let stock = stocks.first(where: { $0.period.map { period.begins(on: $0) } ?? false })
      else { continue }
      found.inMigrants.append(table)
      found.outMigrants.append(out)
      found.population.append(stock)
    }
    return found
  }
}

extension Period {
  /// Whether a day is the first of a calendar year, or the last before it.
  fileprivate func begins(on day: Period) -> Bool {
    guard case .calendarYear(let year) = self, case .date(let date) = day else { return false }
    return date == CalendarDate(year: year, month: 1, day: 1)
      || date == CalendarDate(year: year - 1, month: 12, day: 31)
  }
}
