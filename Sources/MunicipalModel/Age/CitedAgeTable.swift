/// A municipality's table by age and sex with the cell of each count (出典付き年齢別表).
///
/// A table that is the sum of several, such as of the districts of a city, has a cell of each of them for
/// every count.
public struct CitedAgeTable: Hashable, Sendable, Codable {
  /// The municipality.
  public let municipality: MunicipalityCode
  /// The statistic that it was published in.
  public let statistic: PopulationStatistic
  /// What the statistic calls the counts, such as 他市区町村からの転入者数; `nil` if it has one name for all.
  public let item: String?
  /// The counts.
  public let table: AgeTable
  /// The cells of the counts, in the order of the table's counts; of a sum, part after part.
  public let citations: [Citation]
  /// The cells of the people of unknown age, one a sex and part; `nil` where none is printed.
  public let notReportedCitations: [Citation?]

  /// Makes a table; `nil` unless each part has a cell for each count, and one or none for each sex.
  public init?(
    municipality: MunicipalityCode, statistic: PopulationStatistic, item: String? = nil,
    table: AgeTable, citations: [Citation], notReportedCitations: [Citation?]
  ) {
    let parts = citations.count / max(table.counts.count, 1)
    guard parts > 0, citations.count == parts * table.counts.count,
      notReportedCitations.count == parts * table.sexes.count
    else { return nil }
    self.municipality = municipality
    self.statistic = statistic
    self.item = item
    self.table = table
    self.citations = citations
    self.notReportedCitations = notReportedCitations
  }

  /// Decodes a table, which must have the cells that the initializer asks for.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let table = try Self(
      municipality: container.decode(MunicipalityCode.self, forKey: .municipality),
      statistic: container.decode(PopulationStatistic.self, forKey: .statistic),
      item: container.decodeIfPresent(String.self, forKey: .item),
      table: container.decode(AgeTable.self, forKey: .table),
      citations: container.decode([Citation].self, forKey: .citations),
      notReportedCitations: container.decode([Citation?].self, forKey: .notReportedCitations))
    guard let table else {
      throw DecodingError.dataCorruptedError(
        forKey: .citations, in: container, debugDescription: "not a cell for each count")
    }
    self = table
  }

  /// The time of the count.
  public var period: Period? { table.period }

  /// Every cell, those of the people of unknown age too.
  public var allCitations: [Citation] { citations + notReportedCitations.compactMap(\.self) }

  /// The cells of one sex in a span of ages; of all sexes if `sex` is `both` and the table has no such.
  ///
  /// Groups that lie in the span only in part are counted in.
  public func citations(of sex: Sex, at span: AgeGroup) -> [Citation] {
    let isSum = sex == .both && !table.sexes.contains(.both)
    return citations.indices.filter { index in
      let own = table.sexes[index % table.counts.count / table.ages.count]
      return (isSum || own == sex) && table.ages.groups[index % table.ages.count].overlaps(span)
    }.map { citations[$0] }
  }

  /// The cells of the people of unknown age of one sex, or of all sexes as above.
  public func notReportedCitations(of sex: Sex) -> [Citation] {
    let isSum = sex == .both && !table.sexes.contains(.both)
    return notReportedCitations.enumerated().compactMap { index, citation in
      isSum || table.sexes[index % table.sexes.count] == sex ? citation : nil
    }
  }
}

extension CitedAgeTable {
  /// Makes the mean of two counts of a municipality, with the cells of both; `nil` if their ages, sexes or statistics differ.
  package init?(meanOf first: Self, _ second: Self) {
    let (one, other) = (first.table, second.table)
    guard first.municipality == second.municipality, first.statistic == second.statistic,
      one.measure == other.measure, one.ages == other.ages, one.sexes == other.sexes,
      let start = one.period, let end = other.period,
      let mean = try? AgeTable(meanOf: one, other, period: .span(start, end))
    else { return nil }
    self.init(
      municipality: first.municipality, statistic: first.statistic, item: first.item, table: mean,
      citations: first.citations + second.citations,
      notReportedCitations: first.notReportedCitations + second.notReportedCitations)
  }
}

extension MunicipalityRecord {
  /// The census populations by sex and five-year age (国勢調査), the oldest first, 年齢不詳 apart.
  public var censusPopulations: [CitedAgeTable] { populationsByAge(of: .census) }

  /// The populations by age that are set against each other over time, all of one statistic, the oldest first.
  ///
  /// The censuses; of a record that has fewer than two, those of the statistic of its newest table.
  public var stocksByAge: [CitedAgeTable] {
    let censuses = censusPopulations
    guard censuses.count < 2 else { return censuses }
    let newest = populationsByAge.filter { $0.statistic != .projectionBase2018 }
      .max { ($0.period?.code ?? "") < ($1.period?.code ?? "") }
    return newest.map { populationsByAge(of: $0.statistic) } ?? []
  }

  private func populationsByAge(of statistic: PopulationStatistic) -> [CitedAgeTable] {
    populationsByAge.filter { $0.statistic == statistic }
      .sorted { ($0.period?.code ?? "") < ($1.period?.code ?? "") }
  }
}
