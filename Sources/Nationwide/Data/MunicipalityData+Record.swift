public import MunicipalModel
import OpenData

extension MunicipalityData {
  /// The newest population by age and those five, ten … years before it, the oldest first, all of one statistic.
  ///
  /// Cohorts are followed from one to the next. Those counted are the first of those of ``ages`` that have two. Those
  /// of ``daysOfOtherArea(upTo:)`` are left out: a cohort of another area would seem to have moved.
  ///
  /// - Parameter year: the year of the newest; `nil` for the last that there is.
  public func stocks(upTo year: Int? = nil) -> [CitedAgeTable] {
    let others = daysOfOtherArea(upTo: year)
    let all = candidates(upTo: year).map { own in
      own.filter { table in !others.contains { table.period == .date($0) } }
    }
    return all.first { $0.count > 1 } ?? all.first { !$0.isEmpty } ?? []
  }

  /// The days of older populations by age on which the area was, or may have been, another one: its prefecture had
  /// municipalities that are gone since, and the register does not say that they became a part of others.
  ///
  /// - Parameter year: the year of the newest; `nil` for the last that there is.
  public func daysOfOtherArea(upTo year: Int? = nil) -> [CalendarDate] {
    candidates(upTo: year).flatMap { own -> [CalendarDate] in
      let days = own.compactMap(\.period).compactMap { period -> CalendarDate? in
        if case .date(let day) = period { day } else { nil }
      }
      guard let newest = days.last else { return [] }
      return days.dropLast().filter { !data.isSameArea(municipality.code, $0, newest) }
    }.uniqued
  }

  /// The newest population by age of each kind of residents, and those five, ten … years before it.
  private func candidates(upTo year: Int?) -> [[CitedAgeTable]] {
    Self.residents.map { residents in
      let own = ages(of: residents).filter { $0.isUpTo(year) }
      guard let newest = own.last?.period else { return [] }
      return own.filter { $0.period.map { newest.isWhole(years: 5, after: $0) } ?? false }
    }
  }

  /// What the files have of the municipality as a record, which reports of documents take: a document for each sheet.
  ///
  /// The accounts are those of ``accounts``, each from its own sheet: the opening stock is the population less its change,
  /// as the sheet prints both, so that a merger needs no other sheet. The populations by age are ``stocks(upTo:)``.
  ///
  /// - Parameters:
  ///   - years: the years of the flows; `nil` for all.
  ///   - year: the year of the newest population by age; `nil` for the last that there is.
  public func record(
    years: ClosedRange<Int>? = nil, stocksUpTo year: Int? = nil
  ) -> MunicipalityRecord {
    let series = data.series.first { !$0.accounts(of: municipality.code).isEmpty }
    let sheets = (series?.sheets ?? []).filter { sheet in
      sheet.withheldRates == nil && years?.contains(sheet.period.year) != false
    }
    let stocks = stocks(upTo: year)
    var documents = sheets.compactMap { sheet in
      sheet.row(municipality.code).map { contents($0, of: sheet) }
    }
    for file in data.ages where stocks.contains(where: { $0.cites(file.document) }) {
      var contents = DocumentContents(document: file.document)
      contents.publication = Publication(title: LocalizedText(file.title), publisher: "総務省")
      documents.append(contents)
    }
    return MunicipalityRecord(
      municipality: municipality, documents: documents, populationsByAge: stocks)
  }

  private func contents(_ row: ResidentRegistry.Row, of sheet: ResidentRegistry) -> DocumentContents
  {
    let items: [(ResidentRegistry.Item, PopulationItem)] = [
      (.population, .yearEndPopulation), (.births, .births), (.deaths, .deaths),
      (.naturalChange, .naturalChange), (.inMigrants, .inMigrants), (.outMigrants, .outMigrants),
      (.socialChange, .socialChange), (.totalChange, .totalChange),
    ]
    var contents = DocumentContents(
      document: sheet.document,
      populationFigures: items.compactMap { item, kind in
        guard let number = row.traced(item), let value = ExactDecimal(exactly: number.value),
          let cell = number.sources.first
        else { return nil }
        return PopulationFigure(
          item: kind, area: .municipality(name: municipality.name.ja), period: sheet.period,
          reading: .value(Quantity(value, unit: "人")), citation: cell)
      }, populationDefinition: sheet.definition)
    contents.publication = Publication(title: LocalizedText(sheet.title), publisher: "総務省")
    return contents
  }

  /// Whom the sheets of ages count, all residents first; sheets that do not say it are not taken for those that do.
  static let residents: [PopulationDefinition.ForeignResidents] = [
    .included, .notStated, .excluded, .only,
  ]
}

extension CitedAgeTable {
  fileprivate func isUpTo(_ year: Int?) -> Bool {
    year.map { last in period.map { $0.year <= last } ?? false } ?? true
  }

  fileprivate func cites(_ document: DocumentID) -> Bool {
    citations.first?.document == document
  }
}

extension Period {
  /// Whether it is a day a multiple of some years after another, or the same day.
  fileprivate func isWhole(years: Int, after other: Period) -> Bool {
    guard case .date(let own) = self, case .date(let other) = other else { return false }
    return own.month == other.month && own.day == other.day
      && (own.year - other.year) % years == 0
  }
}
