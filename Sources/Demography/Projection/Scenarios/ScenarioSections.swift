import MunicipalModel

/// The four parts of a scenario, its own or those of the scenarios that it extends.
struct ScenarioSections {
  let base: BaseSource
  let survival: SurvivalSource
  let births: BirthSource
  let migration: [MigrationTerm]

  init(_ scenario: ProjectionScenario, in library: ProjectionLibrary) throws(ProjectionError) {
    let chain = try library.chain(of: scenario)
    for scenario in chain {
      guard let own = scenario.municipality, let code = library.municipality, own != code else {
        continue
      }
      throw ProjectionError(
        code: .otherMunicipality, keyPath: "municipality",
        text: "\(own.sixDigits), not \(code.sixDigits)")
    }
    func part<Part>(_ key: String, _ value: (ProjectionScenario) -> Part?) throws(ProjectionError)
      -> Part
    {
      for scenario in chain {
        if let part = value(scenario) { return part }
      }
      throw ProjectionError(code: .missingKey, keyPath: key)
    }
    base = try part("base") { $0.base }
    survival = try part("survival") { $0.survival }
    births = try part("births") { $0.births }
    migration = try part("migration") { $0.migration }
  }
}

extension ProjectionLibrary {
  /// A scenario and those that it extends, the nearest first.
  func chain(of scenario: ProjectionScenario) throws(ProjectionError) -> [ProjectionScenario] {
    var chain = [scenario]
    while let id = chain[chain.count - 1].extends {
      guard !chain.contains(where: { $0.id == id }) else {
        throw ProjectionError(
          code: .circular, keyPath: "extends",
          text: (chain.map(\.id) + [id]).joined(separator: " → "))
      }
      chain.append(try ProjectionError.placing(self.scenario(id), keyPath: "extends"))
    }
    return chain
  }
}
