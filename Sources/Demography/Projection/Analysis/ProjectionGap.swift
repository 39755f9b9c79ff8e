package import MunicipalModel

/// What was observed since the base beside a projection (推計と実績の差), with the cells it was printed in.
///
/// Stocks are compared on their own day, between two years of the projection by straight line; flows of
/// a calendar year with a yearly part of the step; a year that two steps share is divided by its days. The observed figures may
/// count other people than the base (住民基本台帳, 国勢調査): the definition is told beside them.
package struct ProjectionGap: Hashable, Sendable {
  /// What is compared.
  package enum Item: String, Hashable, Sendable, Codable, CaseIterable {
    /// 総人口, on the day that it was counted.
    case total
    /// 出生, of a calendar year.
    case births
    /// 死亡, of a calendar year.
    case deaths
    /// 社会増減, of a calendar year, beside net migrants.
    case netMigrants = "net_migrants"
    /// 合計特殊出生率, of a year, beside that of the step.
    case totalFertility = "total_fertility"
    /// 転出超過, of a calendar year, beside the path that the document prints.
    case netOutMigrationPath = "net_out_migration_path"

    /// The name in the terms of the field.
    package var label: LocalizedText {
      switch self {
      case .total: LocalizedText(ja: "総人口", en: "population")
      case .births: LocalizedText(ja: "出生数", en: "births")
      case .deaths: LocalizedText(ja: "死亡数", en: "deaths")
      case .netMigrants: LocalizedText(ja: "純移動（社会増減）", en: "net migrants")
      case .totalFertility: LocalizedText(ja: "合計特殊出生率", en: "total fertility")
      case .netOutMigrationPath:
        LocalizedText(ja: "転出超過（ビジョンの記載）", en: "net out-migration (path printed)")
      }
    }
  }

  /// One figure beside the projection's.
  package struct Row: Hashable, Sendable {
    /// What is compared.
    package let item: Item
    /// The time of the observed figure.
    package let period: Period
    /// What was observed: persons, or children per woman.
    package let observed: Double
    /// What the projection has.
    package let projected: Double
    /// The cells of the observed figure, and of a path that is printed.
    package let sources: [Citation]

    /// Observed less projected.
    package var gap: Double { observed - projected }
  }

  /// What the observed populations count.
  package let definition: PopulationDefinition?
  /// The comparisons, item by item and by time.
  package let rows: [Row]

  /// Compares a municipality's record with a projection, as far as their years overlap.
  ///
  /// - Parameters:
  ///   - record: what the municipality published.
  ///   - projection: such as that of its vision.
  ///   - schedule: fertility by age, to tell the total fertility of steps; `nil` to leave it out.
  ///   - baseDay: the day of the projection's years, such as 1 October of the census.
  /// - Throws: ``ProjectionError`` with `different-ages` if the schedule's ages are not the projection's, or
  ///   `bad-path` if a printed path cannot be followed.
  package init(
    of record: MunicipalityRecord, beside projection: PopulationProjection,
    schedule: FertilitySchedule? = nil, baseDay: (month: Int, day: Int) = (10, 1)
  ) throws(ProjectionError) {
    let comparison = GapComparison(projection: projection, baseDay: baseDay)
    definition = record.documents.compactMap(\.populationDefinition).first
    var rows = comparison.totals(of: record) + comparison.flows(of: record)
    if let schedule { rows += try comparison.fertility(of: record, schedule) }
    if let path = try PrintedMigrationPath(record) { rows += path.rows(of: record) }
    let order = Dictionary(uniqueKeysWithValues: Item.allCases.enumerated().map { ($1, $0) })
    self.rows = rows.sorted {
      (order[$0.item] ?? 0, $0.period) < (order[$1.item] ?? 0, $1.period)
    }
  }

  /// The comparisons of one item, the oldest first.
  package func rows(of item: Item) -> [Row] { rows.filter { $0.item == item } }
}

/// Sets observed figures beside a projection.
private struct GapComparison {
  let projection: PopulationProjection
  let baseDay: (month: Int, day: Int)

  /// A day on the projection's scale of years.
  func year(of date: CalendarDate) -> Double {
    let start = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
    func day(_ month: Int, _ day: Int) -> Double { Double(start[min(max(month, 1), 12) - 1] + day) }
    return Double(date.year)
      + (day(date.month, date.day) - day(baseDay.month, baseDay.day)) / 365.25
  }

  func totals(of record: MunicipalityRecord) -> [ProjectionGap.Row] {
    var days: [CalendarDate: ProjectionGap.Row] = [:]
    func add(_ date: CalendarDate, _ period: Period, _ observed: Double, _ sources: [Citation]) {
      guard days[date] == nil, let projected = projection.total(at: year(of: date)) else { return }
      days[date] = .init(
        item: .total, period: period, observed: observed, projected: projected, sources: sources)
    }
    for account in record.accounts {
      let parts = account.definition.stockDate.split(separator: "-").compactMap { Int($0) }
      guard parts.count == 2, let stock = account.closingStock,
        let date = CalendarDate(year: account.period.year, month: parts[0], day: parts[1])
      else { continue }
      add(date, .date(date), Double(stock.value), stock.sources)
    }
    for figure in record.populationFigures {
      guard figure.item == .totalPopulation, figure.basis == .observed,
        case .municipality = figure.area,
        case .date(let date)? = figure.period, let value = figure.reading.value
      else { continue }
      add(date, .date(date), value.doubleValue, [figure.citation])
    }
    return Array(days.values)
  }

  /// The steps that a calendar year falls into, with the part of its days in each; empty if they do not cover it.
  private func steps(of year: Int) -> [(step: PopulationProjection.Step, share: Double)] {
    func number(_ year: Int, _ month: Int, _ day: Int) -> Int? {
      CalendarDate(year: year, month: month, day: day)?.dayNumber
    }
    guard let first = number(year, 1, 1), let after = number(year + 1, 1, 1) else { return [] }
    var covered = 0
    var parts: [(step: PopulationProjection.Step, share: Double)] = []
    for step in projection.steps {
      guard let start = number(step.startYear, baseDay.month, baseDay.day),
        let end = number(step.endYear, baseDay.month, baseDay.day)
      else { continue }
      let days = min(end, after) - max(start, first)
      guard days > 0 else { continue }
      covered += days
      parts.append((step, Double(days) / Double(after - first)))
    }
    return covered == after - first ? parts : []
  }

  func flows(of record: MunicipalityRecord) -> [ProjectionGap.Row] {
    var rows: [ProjectionGap.Row] = []
    for account in record.accounts {
      guard case .calendarYear(let year) = account.period else { continue }
      let parts = steps(of: year)
      guard !parts.isEmpty else { continue }
      func add(
        _ item: ProjectionGap.Item, _ observed: TracedNumber?,
        _ flow: (PopulationProjection.Step) -> Double
      ) {
        guard let observed else { return }
        let projected = parts.reduce(0.0) { sum, part in
          let years = Double(part.step.endYear - part.step.startYear)
          return sum + flow(part.step) / years * part.share
        }
        rows.append(
          .init(
            item: item, period: account.period, observed: Double(observed.value),
            projected: projected, sources: observed.sources))
      }
      add(.births, account.births) { $0.births() }
      add(.deaths, account.deaths) { $0.deaths.totalOfKnownAge }
      add(.netMigrants, try? account.figure(.socialChange)) { $0.netMigrants.totalOfKnownAge }
    }
    return rows
  }

  func fertility(
    of record: MunicipalityRecord, _ schedule: FertilitySchedule
  ) throws(ProjectionError) -> [ProjectionGap.Row] {
    var rows: [ProjectionGap.Row] = []
    for (year, value, citation) in record.observedTotalFertility {
      let parts = steps(of: year)
      guard !parts.isEmpty else { continue }
      var known: [Double] = []
      for part in parts {
        if let rate = try part.step.totalFertility(with: schedule) {
          known.append(rate * part.share)
        }
      }
      guard known.count == parts.count else { continue }
      let projected = known.reduce(0, +)
      rows.append(
        .init(
          item: .totalFertility, period: .calendarYear(year), observed: value,
          projected: projected, sources: [citation]))
    }
    return rows
  }
}
