import MunicipalModel

/// Makes plans of scenarios: looks up the figures that they name and the scenarios that they rest on.
struct ScenarioResolver {
  let library: ProjectionLibrary
  let endYear: Int
  private var projections: [String: PopulationProjection] = [:]
  /// The scenarios that are being made, to tell one that rests on itself.
  private var open: [String] = []

  init(library: ProjectionLibrary, endYear: Int) {
    self.library = library
    self.endYear = endYear
  }

  mutating func projection(of scenario: ProjectionScenario) throws(ProjectionError)
    -> PopulationProjection
  {
    let plan = try plan(for: scenario)
    return try ProjectionError.placing(plan.projection(), scenario: scenario.id)
  }

  /// The projection of another scenario, made once.
  mutating func other(_ id: String, keyPath: String) throws(ProjectionError)
    -> PopulationProjection
  {
    if let made = projections[id] { return made }
    let scenario = try ProjectionError.placing(library.scenario(id), keyPath: keyPath)
    let made = try projection(of: scenario)
    projections[id] = made
    return made
  }

  mutating func plan(for scenario: ProjectionScenario) throws(ProjectionError) -> ProjectionPlan {
    do throws(ProjectionError) {
      guard !open.contains(scenario.id) else {
        throw ProjectionError(
          code: .circular, text: (open + [scenario.id]).joined(separator: " → "))
      }
      open.append(scenario.id)
      defer { open.removeLast() }
      return try makePlan(ScenarioSections(scenario, in: library))
    } catch {
      throw error.placed(scenario: scenario.id)
    }
  }

  private mutating func makePlan(_ parts: ScenarioSections) throws(ProjectionError)
    -> ProjectionPlan
  {
    let (base, startYear) = try self.base(parts.base)
    let ages = try ProjectionError.placing(ProjectionAges(base), keyPath: "base")
    let (count, rest) = (endYear - startYear).quotientAndRemainder(dividingBy: ages.step)
    guard rest == 0, (0...1_000).contains(count) else {
      throw ProjectionError(
        code: .yearsDoNotFitSteps, year: endYear,
        text: "from \(startYear) in steps of \(ages.step) years")
    }
    var steps: [ProjectionPlan.Step] = []
    for index in 0..<count {
      let year = startYear + index * ages.step
      steps.append(
        try ProjectionError.placing(
          ProjectionPlan.Step(
            survival: survival(parts.survival, year, ages),
            births: births(parts.births, year, ages),
            migration: migration(parts.migration, year, ages)), year: year))
    }
    return ProjectionPlan(base: base, startYear: startYear, steps: steps)
  }

  /// What the library has under a name.
  private func known<Value>(
    _ name: String, in values: [String: Value], keyPath: String? = nil
  ) throws(ProjectionError) -> Value {
    guard let value = values[name] else {
      let names = values.keys.sorted().joined(separator: ", ")
      throw ProjectionError(
        code: .unknownName, keyPath: keyPath, text: "\(name); there are: \(names)")
    }
    return value
  }

  // MARK: Base and survival

  func population(_ name: String, _ year: Int, keyPath: String) throws(ProjectionError) -> AgeTable
  {
    let years = try known(name, in: library.populations, keyPath: keyPath + ".population")
    guard let table = years[year] else {
      let known = years.keys.sorted().map(String.init).joined(separator: ", ")
      throw ProjectionError(
        code: .missingYear, keyPath: keyPath + ".year", year: year,
        text: "\(name) has \(known)")
    }
    return table
  }

  private func base(_ source: BaseSource) throws(ProjectionError) -> (AgeTable, Int) {
    switch source {
    case .named(let name, let year):
      return (try population(name, year, keyPath: "base"), year)
    case .given(let groups, let male, let female, let year):
      for (sex, counts) in [("male", male), ("female", female)] {
        guard let counts, counts.count != groups.count else { continue }
        throw ProjectionError(
          code: .missingAges, keyPath: "base.\(sex)",
          text: "\(counts.count) figures, \(groups.count) age groups")
      }
      do throws(AgeTableError) {
        let columns = male.map { [AgeTable.Column(.male, $0)] } ?? []
        return (
          try AgeTable(
            .population, period: .calendarYear(year), ages: AgeClassification(groups),
            columns: columns + [AgeTable.Column(.female, female)]), year
        )
      } catch {
        throw ProjectionError(error, keyPath: "base")
      }
    }
  }

  func survival(
    _ source: SurvivalSource, _ year: Int, _ ages: ProjectionAges
  ) throws(ProjectionError) -> SurvivalRatios {
    switch source {
    case .series(let name, let holdsLast):
      return try ProjectionError.placing(
        Self.reaching(series(name).ratios(from: year, holdsLast: holdsLast), ages),
        keyPath: "survival")
    case .given(let given, let birth):
      let schedule = try ProjectionError.placing(given.schedule(ages), keyPath: "survival")
      var fromBirth: [Double] = []
      for sex in ages.sexes {
        guard let ratio = birth[sex] else {
          throw ProjectionError(code: .missingKey, keyPath: "survival.birth.\(sex.rawValue)")
        }
        fromBirth.append(ratio)
      }
      let birthAges = try ProjectionError.wrapping(
        table: AgeClassification([ages.groups[0]]), keyPath: "survival")
      return SurvivalRatios(
        years: ages.step, sexes: ages.sexes, ages: ages.classification, birthAges: birthAges,
        ratios: schedule.values, birthRatios: fromBirth)
    }
  }

  /// The ratios for people whose open-ended group may begin earlier, such as 85 and over.
  private static func reaching(
    _ ratios: SurvivalRatios, _ ages: ProjectionAges
  ) throws(ProjectionError) -> SurvivalRatios {
    guard let oldest = ages.classification.openGroup, let last = ratios.ages.openGroup,
      oldest.lowerAge < last.lowerAge
    else { return ratios }
    return try ProjectionError.wrapping(method: ratios.pooled(from: oldest.lowerAge))
  }

  func series(_ name: String) throws(ProjectionError) -> SurvivalSeries {
    try known(name, in: library.survival)
  }

  // MARK: Births

  private mutating func births(
    _ source: BirthSource, _ year: Int, _ ages: ProjectionAges
  ) throws(ProjectionError) -> ProjectionPlan.Births {
    switch source {
    case .childrenPerWoman(let name, let womenAges, let holdsLast):
      let (_, end) = try published(name, year, ages, holdsLast: holdsLast, keyPath: "births")
      return .childrenPerWoman(
        try ProjectionError.placing(
          ChildrenPerWoman(of: end, womenAges: womenAges), keyPath: "births"))
    case .totalFertility(let source, let path, let sexRatio):
      let schedule = try self.schedule(source)
      let total = try path.value(fromStep: year, years: ages.step) {
        (id, at) throws(ProjectionError) in
        let step = try self.step(of: id, at: at, keyPath: path.keyPath)
        guard let total = try step.totalFertility(with: schedule) else {
          throw ProjectionError(code: .noPopulation, keyPath: path.keyPath, sex: .female)
        }
        return total
      }
      let ratio: Double
      switch sexRatio {
      case .value(let value): ratio = value
      case .series(let name):
        let series = try known(
          name, in: library.sexRatiosAtBirth, keyPath: "births.sexRatioAtBirth")
        ratio = try ProjectionError.placing(
          series.value(fromStep: year, years: ages.step), keyPath: "births.sexRatioAtBirth")
      }
      guard total >= 0 else {
        throw ProjectionError(code: .negative, keyPath: path.keyPath, text: "\(total)")
      }
      return .fertility(schedule, totalFertility: total, sexRatioAtBirth: ratio)
    }
  }

  private func schedule(_ source: ScheduleSource) throws(ProjectionError) -> FertilitySchedule {
    switch source {
    case .given(let schedule), .rates(_, let schedule): return schedule
    case .national(let year):
      guard let schedule = library.fertility[year] else {
        let known = library.fertility.keys.sorted().map(String.init).joined(separator: ", ")
        throw ProjectionError(
          code: .missingYear, keyPath: "births.schedule", text: "\(year); there are: \(known)")
      }
      return schedule
    }
  }

  // MARK: Other projections

  /// The step of another scenario that a year falls into; its last year belongs to its last step.
  mutating func step(
    of id: String, at year: Double, keyPath: String
  ) throws(ProjectionError) -> PopulationProjection.Step {
    let projection = try other(id, keyPath: keyPath)
    let steps = projection.steps
    guard
      let step = steps.last(where: {
        Double($0.startYear) <= year && year <= Double($0.endYear)
      })
    else {
      throw ProjectionError(
        code: .missingYear, keyPath: keyPath,
        text: "\(id) has \(projection.startYear)–\(projection.endYear), not \(year)")
    }
    return step
  }

  /// The populations of a published projection at both ends of a step, or of its last step.
  func published(
    _ name: String, _ year: Int, _ ages: ProjectionAges, holdsLast: Bool, keyPath: String
  ) throws(ProjectionError) -> (start: AgeTable, end: AgeTable) {
    let years = library.populations[name]?.keys.sorted() ?? []
    var start = year
    if let last = years.last, year + ages.step > last {
      guard holdsLast else {
        throw ProjectionError(
          code: .figuresEndEarly, keyPath: keyPath, text: "\(name) ends in \(last)")
      }
      start = last - ages.step
    }
    return (
      try population(name, start, keyPath: keyPath),
      try population(name, start + ages.step, keyPath: keyPath)
    )
  }
}
