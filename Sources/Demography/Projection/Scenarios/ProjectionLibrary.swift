public import MunicipalModel

/// The figures that scenarios name, and the scenarios (推計に使う資料).
public struct ProjectionLibrary: Sendable {
  /// The municipality that the populations are of; scenarios of another are refused.
  public var municipality: MunicipalityCode?
  /// Populations by name and year, in persons, by sex and age, nobody of unknown age.
  public var populations: [String: [Int: AgeTable]]
  /// Survival by name.
  package var survival: [String: SurvivalSeries]
  /// Fertility by age of the nation's statistics, by year.
  public var fertility: [Int: FertilitySchedule]
  /// Males per female birth by name.
  package var sexRatiosAtBirth: [String: AssumptionPath]
  /// The scenarios.
  public var scenarios: [ProjectionScenario]
  /// Scenarios that others may extend although the figures that they themselves rest on are missing.
  private var outlines: [ProjectionScenario] = []

  /// Makes a library.
  package init(
    municipality: MunicipalityCode? = nil, populations: [String: [Int: AgeTable]] = [:],
    survival: [String: SurvivalSeries] = [:], fertility: [Int: FertilitySchedule] = [:],
    sexRatiosAtBirth: [String: AssumptionPath] = [:], scenarios: [ProjectionScenario] = []
  ) {
    self.municipality = municipality
    self.populations = populations
    self.survival = survival
    self.fertility = fertility
    self.sexRatiosAtBirth = sexRatiosAtBirth
    self.scenarios = scenarios
  }

  /// The scenario of a name.
  ///
  /// - Throws: ``ProjectionError`` with `unknown-name`, which tells the names that there are.
  public func scenario(_ id: String) throws(ProjectionError) -> ProjectionScenario {
    guard let scenario = (scenarios + outlines).first(where: { $0.id == id }) else {
      let known = scenarios.map(\.id).joined(separator: ", ")
      throw ProjectionError(code: .unknownName, text: "\(id); there are: \(known)")
    }
    return scenario
  }

  /// The scenario that stands first in a report: the municipality's vision, or 社人研準拠 where it has none, or
  /// else the first.
  public var mainScenario: ProjectionScenario? {
    scenarios.first { $0.id == "vision" } ?? scenarios.first { $0.id == "ipss2018" }
      ?? scenarios.first
  }

  /// Leaves the scenarios so far to be extended only.
  mutating func outlineScenarios() {
    outlines += scenarios
    scenarios = []
  }

  /// Adds scenarios; one of the same name takes the place of the one before.
  public mutating func add(_ more: [ProjectionScenario]) {
    for scenario in more {
      scenarios.removeAll { $0.id == scenario.id }
      scenarios.append(scenario)
    }
  }

  /// The base and the assumptions of each step of a scenario.
  ///
  /// - Parameters:
  ///   - scenario: the scenario; it need not be one of ``scenarios``.
  ///   - endYear: the last year, a whole number of steps after the base.
  /// - Throws: ``ProjectionError`` with the scenario's name and the key path.
  public func plan(
    for scenario: ProjectionScenario, to endYear: Int
  ) throws(ProjectionError) -> ProjectionPlan {
    var resolver = ScenarioResolver(library: self, endYear: endYear)
    return try resolver.plan(for: scenario)
  }

  /// Projects a scenario.
  ///
  /// - Throws: ``ProjectionError`` with the scenario's name.
  public func projection(
    of scenario: ProjectionScenario, to endYear: Int
  ) throws(ProjectionError) -> PopulationProjection {
    var resolver = ScenarioResolver(library: self, endYear: endYear)
    return try resolver.projection(of: scenario)
  }

  /// Projects the scenario of a name.
  ///
  /// - Throws: ``ProjectionError`` with the scenario's name.
  public func projection(of id: String, to endYear: Int) throws(ProjectionError)
    -> PopulationProjection
  {
    try projection(of: scenario(id), to: endYear)
  }
}
