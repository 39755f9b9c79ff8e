public import MunicipalModel
public import OpenData

/// What the published files have of one municipality, ward or prefecture.
public struct MunicipalityData: Sendable {
  /// The municipality.
  public let municipality: Municipality
  /// The area, as the newest file calls it.
  public let area: StatisticalArea
  /// All files.
  public let data: NationwideData
  /// The populations by age of the files that have the area, the oldest first, or why one has none.
  let dayAges: [DayAges]

  private var code: MunicipalityCode { municipality.code }

  init(municipality: Municipality, area: StatisticalArea, data: NationwideData) {
    self.municipality = municipality
    self.area = area
    self.data = data
    dayAges = data.dayAges(of: municipality.code)
  }

  /// The years as accounts, the oldest first, of one definition: that of all residents if the files have it.
  ///
  /// Other definitions are in ``accounts(in:)``.
  public var accounts: [PopulationAccount] {
    data.series.lazy.map(accounts).first { !$0.isEmpty } ?? []
  }

  /// The years of one definition as accounts, the oldest first.
  public func accounts(in series: RegistrySeries) -> [PopulationAccount] {
    series.accounts(of: code)
  }

  /// The years of one definition from which rates are formed: not those whose sheet the ministry formed none of.
  public func ratedAccounts(
    in series: RegistrySeries, years: ClosedRange<Int>? = nil
  ) -> [PopulationAccount] {
    let withheld = Set(series.sheets.filter { $0.withheldRates != nil }.map(\.period))
    return accounts(in: series).filter {
      !withheld.contains($0.period) && years?.contains($0.period.year) != false
    }
  }

  /// The populations by sex and age, the oldest first, of the same people: of all residents if the files have them.
  public var ages: [CitedAgeTable] {
    Self.residents.lazy.map(ages).first { !$0.isEmpty } ?? []
  }

  /// The populations by sex and age of some residents, the oldest first.
  ///
  /// A sheet in which a figure of the area is missing has no table; ``unreadAges`` says which.
  public func ages(of residents: PopulationDefinition.ForeignResidents) -> [CitedAgeTable] {
    let tables = dayAges.filter { $0.source.residents == residents }
      .compactMap { try? $0.outcome.get() }
    return tables.filter { $0.statistic == tables.first?.statistic }
  }

  /// Why sheets of ages that have the area have no table of it: a figure is missing or cannot be read.
  public var unreadAges: [OpenDataError] {
    dayAges.compactMap { if case .failure(let error) = $0.outcome { error } else { nil } }
  }

  /// Those whom the tables of movers count, all movers first.
  public var nationalities: [MoverTable.Row.Nationality] {
    var found: [MoverTable.Row.Nationality] = []
    for nationality in data.movers.flatMap(\.nationalities) where !found.contains(nationality) {
      found.append(nationality)
    }
    let order: [MoverTable.Row.Nationality] = [.all, .japanese, .foreign]
    return order.filter(found.contains) + found.filter { !order.contains($0) }
  }

  /// 転入者 and 転出者 by age, the oldest first, of one nationality; by default the first of ``nationalities``.
  ///
  /// - Parameters:
  ///   - measure: in- or out-migrants.
  ///   - nationality: which movers.
  public func movers(
    _ measure: AgeMeasure, nationality: MoverTable.Row.Nationality? = nil
  ) -> [CitedAgeTable] {
    guard let nationality = nationality ?? nationalities.first else { return [] }
    var years: Set<Period> = []
    // Of movers that stand in two tables, those of the first count.
    return data.movers.flatMap { table in
      let rows = (try? table.rows(of: [code], measure, nationality: nationality)) ?? []
      return rows.compactMap { row -> CitedAgeTable? in
        // A row that cannot be read leaves its year to the next table.
        guard let year = row.period, !years.contains(year), let ages = try? table.ages(of: row)
        else { return nil }
        years.insert(year)
        return ages
      }
    }.sorted { ($0.period?.code ?? "") < ($1.period?.code ?? "") }
  }

  /// The published projections (社人研) that have the municipality, that of all people first, then by age; of two files of
  /// the same ages the later one by name comes last.
  public var projections: [RegionalProjection] {
    data.tables.compactMap { table -> RegionalProjection? in
      guard case .projection(let file) = table.table, !file.figures(of: code).isEmpty else {
        return nil
      }
      return file
    }.sorted { ($0.ages?.lowerAge ?? -1) < ($1.ages?.lowerAge ?? -1) }
  }

  /// The figures of an item of 社会・人口統計体系, the oldest first, with their cells.
  public func figures(_ item: SocialIndicator) -> [AreaFigure] {
    data.tables.flatMap { table -> [AreaFigure] in
      switch table.table {
      case .ssdse(let file): file.figures(item)
      case .estat(let file): file.figures(item)
      case .registry, .registryAges, .movers, .standard, .projection: []
      }
    }.filter { $0.area.code == code }
      .sorted { ($0.period?.code ?? "") < ($1.period?.code ?? "") }
  }
}
