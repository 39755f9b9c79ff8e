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
    do throws(ProjectionError) {
      return try plan.projection()
    } catch {
      throw error.placed(scenario: scenario.id)
    }
  }

  /// The projection of another scenario, made once.
  mutating func other(_ id: String, keyPath: String) throws(ProjectionError)
    -> PopulationProjection
  {
    if let made = projections[id] { return made }
    let scenario: ProjectionScenario
    do throws(ProjectionError) {
      scenario = try library.scenario(id)
    } catch {
      throw error.placed(keyPath: keyPath)
    }
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
    let ages: ProjectionAges
    do throws(ProjectionError) {
      ages = try ProjectionAges(base)
    } catch {
      throw error.placed(keyPath: "base")
    }
    let (count, rest) = (endYear - startYear).quotientAndRemainder(dividingBy: ages.step)
    guard rest == 0, (0...1_000).contains(count) else {
      throw ProjectionError(
        code: .yearsDoNotFitSteps, year: endYear,
        text: "from \(startYear) in steps of \(ages.step) years")
    }
    var steps: [ProjectionPlan.Step] = []
    for index in 0..<count {
      let year = startYear + index * ages.step
      do throws(ProjectionError) {
        steps.append(
          ProjectionPlan.Step(
            survival: try survival(parts.survival, year, ages),
            births: try births(parts.births, year, ages),
            migration: try migration(parts.migration, year, ages)))
      } catch {
        throw error.placed(year: year)
      }
    }
    return ProjectionPlan(base: base, startYear: startYear, steps: steps)
  }

  // MARK: Base and survival

  func population(_ name: String, _ year: Int, keyPath: String) throws(ProjectionError) -> AgeTable
  {
    guard let years = library.populations[name] else {
      let known = library.populations.keys.sorted().joined(separator: ", ")
      throw ProjectionError(
        code: .unknownName, keyPath: keyPath + ".population", text: "\(name); there are: \(known)")
    }
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
      do throws(ProjectionError) {
        return try Self.reaching(series(name).ratios(from: year, holdsLast: holdsLast), ages)
      } catch {
        throw error.placed(keyPath: "survival")
      }
    case .given(let given, let birth):
      let schedule: AgeSchedule
      do throws(ProjectionError) {
        schedule = try given.schedule(ages)
      } catch {
        throw error.placed(keyPath: "survival")
      }
      var fromBirth: [Double] = []
      for sex in ages.sexes {
        guard let ratio = birth[sex] else {
          throw ProjectionError(code: .missingKey, keyPath: "survival.birth.\(sex.rawValue)")
        }
        fromBirth.append(ratio)
      }
      do throws(AgeTableError) {
        return SurvivalRatios(
          years: ages.step, sexes: ages.sexes, ages: ages.classification,
          birthAges: try AgeClassification([ages.groups[0]]), ratios: schedule.values,
          birthRatios: fromBirth)
      } catch {
        throw ProjectionError(error, keyPath: "survival")
      }
    }
  }

  /// The ratios for people whose open-ended group may begin earlier, such as 85 and over.
  private static func reaching(
    _ ratios: SurvivalRatios, _ ages: ProjectionAges
  ) throws(ProjectionError) -> SurvivalRatios {
    guard let oldest = ages.classification.openGroup, let last = ratios.ages.openGroup,
      oldest.lowerAge < last.lowerAge
    else { return ratios }
    do throws(AgeMethodError) {
      return try ratios.pooled(from: oldest.lowerAge)
    } catch {
      throw ProjectionError(error)
    }
  }

  func series(_ name: String) throws(ProjectionError) -> SurvivalSeries {
    guard let series = library.survival[name] else {
      let known = library.survival.keys.sorted().joined(separator: ", ")
      throw ProjectionError(code: .unknownName, text: "\(name); there are: \(known)")
    }
    return series
  }

  // MARK: Births

  private mutating func births(
    _ source: BirthSource, _ year: Int, _ ages: ProjectionAges
  ) throws(ProjectionError) -> ProjectionPlan.Births {
    switch source {
    case .childrenPerWoman(let name, let womenAges, let holdsLast):
      let (_, end) = try published(name, year, ages, holdsLast: holdsLast, keyPath: "births")
      do throws(ProjectionError) {
        return .childrenPerWoman(try ChildrenPerWoman(of: end, womenAges: womenAges))
      } catch {
        throw error.placed(keyPath: "births")
      }
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
        guard let series = library.sexRatiosAtBirth[name] else {
          let known = library.sexRatiosAtBirth.keys.sorted().joined(separator: ", ")
          throw ProjectionError(
            code: .unknownName, keyPath: "births.sexRatioAtBirth",
            text: "\(name); there are: \(known)")
        }
        do throws(ProjectionError) {
          ratio = try series.value(fromStep: year, years: ages.step)
        } catch {
          throw error.placed(keyPath: "births.sexRatioAtBirth")
        }
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
