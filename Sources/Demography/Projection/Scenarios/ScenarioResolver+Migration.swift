import MunicipalModel

extension ScenarioResolver {
  /// The net migration of a step: the sum of the terms.
  mutating func migration(
    _ terms: [MigrationTerm], _ year: Int, _ ages: ProjectionAges
  ) throws(ProjectionError) -> ProjectionPlan.Migration {
    var sum = ProjectionPlan.Migration.none
    for term in terms {
      do throws(ProjectionError) {
        sum = try sum.adding(migration(term, year, ages))
      } catch {
        let hasPlace = error.keyPath?.hasPrefix("migration") ?? false
        throw hasPlace || error.scenario != nil ? error : error.placed(keyPath: term.keyPath)
      }
    }
    return sum
  }

  private mutating func migration(
    _ term: MigrationTerm, _ year: Int, _ ages: ProjectionAges
  ) throws(ProjectionError) -> ProjectionPlan.Migration {
    switch term.form {
    case .band(let span, let reference, let sex, let path):
      let rate = try value(path, year, ages)
      // A share of the cohort: 0.05, not 5, is 5 %.
      guard abs(rate) <= 1 else {
        throw ProjectionError(code: .outOfRange, text: "rate \(rate)")
      }
      return .rates(try Self.band(span, reference, sex, rate: rate, ages))
    case .rates(let given, let factor):
      return .rates(try given.schedule(ages).scaled(by: value(factor, year, ages)))
    case .residual(let start, let end, let survival, let factor):
      let rates = try residual(start, end, survival, ages)
      return .rates(rates.scaled(by: try value(factor, year, ages)))
    case .numbers(let given, let timing, let factor):
      return .numbers(try given.schedule(ages).scaled(by: value(factor, year, ages)), timing)
    case .total(let given, let timing, let path):
      let total = try path.value(fromStep: year, years: ages.step) {
        (id, at) throws(ProjectionError) in
        try self.step(of: id, at: at, keyPath: path.keyPath).netMigrants.totalOfKnownAge
          / Double(ages.step)
      }
      return try .scaled(given.schedule(ages), toTotal: total * Double(ages.step), timing)
    case .projection(let name, let holdsLast):
      let (start, end) = try published(
        name, year, ages, holdsLast: holdsLast, keyPath: term.keyPath)
      return .following(try CohortChange(from: start, to: end))
    case .scenario(let id, let factor):
      let rates = try step(of: id, at: Double(year) + Double(ages.step) / 2, keyPath: term.keyPath)
        .netMigrationRates
      return .rates(rates.scaled(by: try value(factor, year, ages)))
    }
  }

  private func value(
    _ path: ScenarioPath, _ year: Int, _ ages: ProjectionAges
  ) throws(ProjectionError) -> Double {
    try path.value(fromStep: year, years: ages.step) { (id, _) throws(ProjectionError) in
      throw ProjectionError(
        code: .unknownWord, keyPath: path.keyPath,
        text: "only totalFertility and total can follow a scenario (\(id))")
    }
  }

  /// One rate for the cohorts of a band of ages, told at the start or at the end of the step.
  private static func band(
    _ span: AgeGroup, _ reference: CohortMigration.AgeReference, _ sex: Sex?, rate: Double,
    _ ages: ProjectionAges
  ) throws(ProjectionError) -> AgeSchedule {
    var rows = try ProjectionError.wrapping(table: ages.classification.indices(of: span))
    if reference == .start {
      // Those of the open-ended group stay in it, together with the group before: one rate is of both.
      guard rows.upperBound != ages.count - 1 else {
        throw ProjectionError(
          code: .unsupportedAges, age: span,
          hint: LocalizedText(
            ja: "この年齢は\(ages.classification.groups[ages.count - 1].label.ja)と同じ階級に達するので、そこまで含めます",
            en: "these ages end in one group with "
              + "\(ages.classification.groups[ages.count - 1].label.en); take it in"))
      }
      rows = rows.lowerBound + 1..<min(rows.upperBound + 1, ages.count)
      guard !rows.isEmpty else { throw ProjectionError(code: .unsupportedAges, age: span) }
    }
    var values = [Double](repeating: 0, count: ages.size)
    for (column, own) in ages.sexes.enumerated() where sex == nil || sex == .both || sex == own {
      for row in rows { values[column * ages.count + row] = rate }
    }
    return try AgeSchedule(ages: ages.classification, sexes: ages.sexes, values: values)
  }

  /// 純移動率 of the cohorts between two populations; zero for those born between them.
  private func residual(
    _ start: PopulationSource, _ end: PopulationSource, _ survival: String, _ ages: ProjectionAges
  ) throws(ProjectionError) -> AgeSchedule {
    let first = try population(start.name, start.year, keyPath: start.keyPath)
    let last = try population(end.name, end.year, keyPath: end.keyPath)
    let ratios = try ProjectionError.placing(
      series(survival).ratios(from: start.year), keyPath: "survival")
    guard end.year - start.year == ages.step else {
      throw ProjectionError(
        code: .yearsDoNotFitSteps, text: "\(start.year)–\(end.year), step \(ages.step)")
    }
    var values = [Double](repeating: 0, count: ages.size)
    let rates = try ProjectionError.wrapping(
      method: IntercensalPair(start: first, end: last).netMigrationRates(ratios)
        .map { rate throws(AgeMethodError) in (rate, try rate.known()) })
    for (rate, value) in rates {
      guard let column = ages.sexes.firstIndex(of: rate.sex),
        let row = ages.classification.row(of: rate.ageAtEnd)
      else { throw ProjectionError(code: .differentAges, sex: rate.sex, age: rate.ageAtEnd) }
      values[column * ages.count + row] = value
    }
    return try AgeSchedule(ages: ages.classification, sexes: ages.sexes, values: values)
  }
}
