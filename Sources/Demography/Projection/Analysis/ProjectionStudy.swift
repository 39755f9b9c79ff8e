public import MunicipalModel

/// A municipality's scenarios projected side by side, with all that follows from them (人口推計の比較).
public struct ProjectionStudy: Sendable {
  /// A scenario, its assumptions and what they come to.
  public struct Entry: Sendable {
    /// The scenario.
    public let scenario: ProjectionScenario
    /// Its base and the assumptions of each step.
    public let plan: ProjectionPlan
    /// What they come to.
    public let projection: PopulationProjection
    /// The names of the scenario and of those that it extends, the nearest first.
    package let chain: [String]
    /// Whether its base stands in the scenario itself, and in no statistic of the record.
    package let hasOwnBase: Bool
  }

  /// The difference of the main scenario's people less another's.
  public struct Difference: Sendable {
    /// The other scenario.
    public let other: ProjectionScenario
    /// The difference by component and age.
    package let difference: ProjectionDifference
  }

  /// A population to reach, and what of each lever would reach it.
  public struct Target: Sendable {
    /// The population, in persons.
    public let population: Double
    /// The year.
    public let year: Int
    /// Each lever with its result; `nil` if the scenario has no such lever.
    package let results: [(lever: ProjectionLever, result: ProjectionTarget?)]
  }

  /// What the municipality published.
  public let record: MunicipalityRecord
  /// The last year.
  public let endYear: Int
  /// The scenario that the others are compared with.
  public let main: Entry
  /// The other scenarios.
  public let others: [Entry]
  /// 影響度; `nil` without the three scenarios that it needs, or if the year is not projected.
  public let influence: PopulationInfluence?
  /// The projection whose fertility and migration 影響度 weighs: 社人研準拠, or the trend of two stocks.
  package let influenced: ProjectionScenario?
  /// The main scenario less each other, in the last year.
  public let differences: [Difference]
  /// What was observed beside the main scenario.
  package let gap: ProjectionGap
  /// The population to reach; `nil` if none is asked for.
  public var target: Target?
  /// The stochastic runs around the main scenario; `nil` if none are asked for.
  package var uncertainty: StochasticProjection?
  /// How fertility and migration have varied; `nil` if none was asked for.
  package var variation: ProjectionVariation?

  /// The fertility by age that total fertility is told with: the library's nearest to the main scenario's base.
  public let schedule: FertilitySchedule

  /// The populations of the record that scenarios start from, with their cells.
  package var baseStocks: [CitedAgeTable] {
    let years = Set(entries.filter { !$0.hasOwnBase }.map(\.plan.startYear))
    return record.stocksByAge.filter { $0.period.map { years.contains($0.year) } ?? false }
  }

  /// Whether the populations that it starts from are censuses.
  package var startsFromCensus: Bool {
    let stocks = baseStocks
    return !stocks.isEmpty && stocks.allSatisfy { $0.statistic == .census }
      && !entries.contains(where: \.hasOwnBase)
  }

  /// The statistic that the main scenario starts from; `nil` if its base stands in it.
  package var mainStatistic: PopulationStatistic? {
    guard !main.hasOwnBase else { return nil }
    return baseStocks.first { $0.period?.year == main.plan.startYear }?.statistic
  }

  /// The main scenario and the others.
  public var entries: [Entry] { [main] + others }

  /// Projects scenarios and compares them.
  ///
  /// - Parameters:
  ///   - record: what the municipality published.
  ///   - library: the figures and scenarios.
  ///   - main: the scenario that the others are compared with.
  ///   - others: the other scenarios.
  ///   - endYear: the last year.
  ///   - influenceYear: the year of 影響度.
  ///   - natural: the thresholds of natural influence.
  ///   - social: the thresholds of social influence.
  /// - Throws: ``ProjectionError`` with the scenario and the key path.
  package init(
    of record: MunicipalityRecord, library: ProjectionLibrary, main: ProjectionScenario,
    others: [ProjectionScenario], to endYear: Int, influenceYear: Int = 2040,
    natural: InfluenceThresholds = .naturalOfGuide, social: InfluenceThresholds = .socialOfGuide
  ) throws(ProjectionError) {
    func entry(_ scenario: ProjectionScenario) throws(ProjectionError) -> Entry {
      let plan = try library.plan(for: scenario, to: endYear)
      let projection = try ProjectionError.placing(plan.projection(), scenario: scenario.id)
      let chain = try library.chain(of: scenario)
      let base = chain.lazy.compactMap(\.base).first
      return Entry(
        scenario: scenario, plan: plan, projection: projection, chain: chain.map(\.id),
        hasOwnBase: base?.isGiven ?? false)
    }
    let first = try entry(main)
    var entries: [Entry] = []
    for scenario in others where scenario.id != main.id { entries.append(try entry(scenario)) }
    let start = first.plan.startYear
    // The nearest year, the earlier of two.
    let nearest = library.fertility.keys.min { (abs($0 - start), $0) < (abs($1 - start), $1) }
    guard let schedule = nearest.flatMap({ library.fertility[$0] }) else {
      throw ProjectionError(code: .unknownName, text: "fertility")
    }
    func known(_ ids: String...) -> Entry? {
      ids.lazy.compactMap { id in ([first] + entries).first { $0.scenario.id == id } }.first
    }
    let trend = known("ipss2018", "hamilton-perry")
    influenced = trend?.scenario
    influence =
      if let trend, let one = known("simulation-1"), let two = known("simulation-2") {
        try? PopulationInfluence(
          of: trend.projection, simulation1: one.projection, simulation2: two.projection,
          in: influenceYear, natural: natural, social: social)
      } else {
        nil
      }
    var differences: [Difference] = []
    for other in entries where other.plan.startYear == first.plan.startYear {
      differences.append(
        Difference(
          other: other.scenario,
          difference: try ProjectionDifference(from: other.plan, to: first.plan, in: endYear)))
    }
    self.differences = differences
    gap = try ProjectionGap(
      of: record, beside: first.projection, schedule: schedule,
      baseDay: first.plan.baseDay.map { ($0.month, $0.day) } ?? (10, 1))
    self.record = record
    self.endYear = endYear
    self.main = first
    self.others = entries
    self.schedule = schedule
  }

  /// Looks for the total fertility and the net migrants of 20–39 that reach a population.
  ///
  /// - Parameters:
  ///   - population: the people to reach.
  ///   - year: a projected year.
  /// - Throws: ``ProjectionError``, as `ProjectionPlan.target` does.
  public mutating func aim(at population: Double, in year: Int) throws(ProjectionError) {
    var results: [(ProjectionLever, ProjectionTarget?)] = []
    let reach = max(main.plan.base.totalOfKnownAge * 0.02, 1)
    for lever in [ProjectionLever.totalFertility]
      + [AgeGroup(20, through: 39)].compactMap(\.self).map(ProjectionLever.netMigrants)
    {
      let bounds = lever == .totalFertility ? 0...5 : -reach / 4...reach
      do throws(ProjectionError) {
        results.append(
          (lever, try main.plan.target(population, in: year, turning: lever, within: bounds)))
      } catch {
        guard error.code == .notComparable else { throw error }
        results.append((lever, nil))
      }
    }
    target = Target(population: population, year: year, results: results.map { ($0.0, $0.1) })
  }

  /// Draws stochastic runs around the main scenario.
  ///
  /// Migration varies as the residual rates between the built-in censuses; fertility as the total
  /// fertilities of the years that the municipality prints, or the nation's if it prints fewer than three.
  ///
  /// - Throws: ``ProjectionError``, with `too-few-figures` if there are fewer than three censuses.
  public mutating func draw(
    runs: Int, seed: UInt64, persistence: Double = 0.5, library: ProjectionLibrary
  ) throws(ProjectionError) {
    var fertility = record.observedTotalFertility.map(\.value)
    if fertility.count < 3 {
      fertility = try ProjectionLibrary.nationalTotalFertility().sorted { $0.key < $1.key }.map(
        \.value)
    }
    let variation = try ProjectionVariation(
      totalFertility: fertility, migrationRates: library.pastMigrationRates())
    self.variation = variation
    uncertainty = try StochasticProjection(
      of: main.plan, variation: variation, runs: runs, seed: seed, persistence: persistence)
  }
}
