import MunicipalModel

/// One part of a scenario's net migration; the parts add up.
struct MigrationTerm: Hashable, Sendable {
  enum Form: Hashable, Sendable {
    /// One rate for a band of ages.
    case band(AgeGroup, at: CohortMigration.AgeReference, Sex?, ScenarioPath)
    /// Rates by age.
    case rates(GivenAges, factor: ScenarioPath)
    /// Rates that two past populations leave unexplained by survival.
    case residual(PopulationSource, PopulationSource, survival: String, factor: ScenarioPath)
    /// Persons a step by age.
    case numbers(GivenAges, ProjectionPlan.Migration.Timing, factor: ScenarioPath)
    /// Persons a year in all, shared out by a schedule.
    case total(GivenAges, ProjectionPlan.Migration.Timing, total: ScenarioPath)
    /// What a published projection implies.
    case projection(String, holdsLast: Bool)
    /// The rates of another scenario.
    case scenario(String, factor: ScenarioPath)
  }

  let form: Form
  let keyPath: String

  private enum Kind: String, CaseIterable {
    case band, rates, residual, numbers, total, projection, scenario
  }

  init(_ reader: ScenarioReader) throws(ProjectionError) {
    keyPath = reader.path
    func factor() throws(ProjectionError) -> ScenarioPath {
      guard let factor = try reader.optional("factor") else {
        return ScenarioPath(constant: 1, at: reader.path + ".factor")
      }
      return try ScenarioPath(factor)
    }
    func timing() throws(ProjectionError) -> ProjectionPlan.Migration.Timing {
      try reader.optional("timing")?.word(ProjectionPlan.Migration.Timing.self) ?? .end
    }
    switch try reader.required("kind").word(Kind.self) {
    case .band:
      try reader.allow("kind", "ages", "ageAt", "sex", "rate")
      form = .band(
        try reader.required("ages").age(),
        at: try reader.required("ageAt").word(CohortMigration.AgeReference.self),
        try reader.optional("sex")?.word(Sex.self),
        try ScenarioPath(reader.required("rate")))
    case .rates:
      try reader.allow("kind", "male", "female", "factor")
      form = .rates(try GivenAges(reader), factor: try factor())
    case .residual:
      try reader.allow("kind", "start", "end", "survival", "factor")
      form = .residual(
        try PopulationSource(reader.required("start")),
        try PopulationSource(reader.required("end")),
        survival: try reader.required("survival").text(), factor: try factor())
    case .numbers:
      try reader.allow("kind", "male", "female", "timing", "factor")
      form = .numbers(try GivenAges(reader), try timing(), factor: try factor())
    case .total:
      try reader.allow("kind", "male", "female", "timing", "total")
      form = .total(
        try GivenAges(reader), try timing(), total: try ScenarioPath(reader.required("total")))
    case .projection:
      try reader.allow("kind", "population", "after")
      form = .projection(
        try reader.required("population").text(), holdsLast: try reader.holds("after"))
    case .scenario:
      try reader.allow("kind", "scenario", "factor")
      form = .scenario(try reader.required("scenario").text(), factor: try factor())
    }
  }
}

/// A population that is known by name and year.
struct PopulationSource: Hashable, Sendable {
  let name: String
  let year: Int
  let keyPath: String

  init(_ reader: ScenarioReader) throws(ProjectionError) {
    try reader.allow("population", "year")
    name = try reader.required("population").text()
    year = try reader.required("year").year()
    keyPath = reader.path
  }
}
