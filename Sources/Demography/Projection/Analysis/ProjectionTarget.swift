package import MunicipalModel

/// What is turned to reach a population (目標人口から仮定値を求める).
package enum ProjectionLever: Hashable, Sendable {
  /// 合計特殊出生率: the same in every step, in place of the plan's own.
  case totalFertility
  /// Net migrants a year of the ages at the end of each step, added to the plan's own migration.
  ///
  /// The same number goes to each group of ages and sex in the band.
  case netMigrants(AgeGroup)
}

/// What a search for a target came to.
package enum ProjectionTarget: Hashable, Sendable {
  /// The value of the lever, and the projection with it.
  case found(Double, PopulationProjection)
  /// No value between the bounds reaches the population: what they reach, in persons.
  case outOfReach(atLowerBound: Double, atUpperBound: Double)

  /// The value, if there is one.
  package var value: Double? {
    if case .found(let value, _) = self { value } else { nil }
  }
}

extension ProjectionPlan {
  /// Finds the total fertility, or the net migrants of some ages, that reach a population in a year.
  ///
  /// A bracketed root search (Illinois variant of regula falsi): it keeps a value below and a value above
  /// the target, and ends when the population is within half a person of it. A bound at which more people
  /// would leave than are there is moved towards the other until the projection is possible.
  ///
  /// - Parameters:
  ///   - population: the people to reach, in persons.
  ///   - year: a year of the projection after the base.
  ///   - lever: what is turned.
  ///   - bounds: where to search: a total fertility, or persons a year.
  /// - Returns: the value, or the populations at both bounds if the target lies outside them.
  /// - Throws: ``ProjectionError`` with `missing-year`, `out-of-range`, `not-comparable` if the plan's births
  ///   know no total fertility, or as a projection throws.
  package func target(
    _ population: Double, in year: Int, turning lever: ProjectionLever,
    within bounds: ClosedRange<Double>
  ) throws(ProjectionError) -> ProjectionTarget {
    guard population.isFinite, bounds.lowerBound.isFinite, bounds.upperBound.isFinite else {
      throw ProjectionError(code: .outOfRange, year: year, text: "\(population), \(bounds)")
    }
    func attempt(_ value: Double) throws(ProjectionError) -> (Double, PopulationProjection) {
      let projection = try self.turned(lever, to: value).projection()
      guard year > startYear, let total = projection.total(in: year) else {
        throw ProjectionError(code: .missingYear, year: year)
      }
      return (total - population, projection)
    }
    func possible(_ bound: Double, towards other: Double) throws(ProjectionError) -> (
      Double, (Double, PopulationProjection)
    ) {
      do throws(ProjectionError) {
        return (bound, try attempt(bound))
      } catch {
        guard error.code == .negativePopulation else { throw error }
      }
      var (impossible, possible) = (bound, other)
      var result = try attempt(other)
      for _ in 0..<20 {
        let middle = impossible + (possible - impossible) / 2
        do throws(ProjectionError) {
          result = try attempt(middle)
          possible = middle
        } catch {
          guard error.code == .negativePopulation else { throw error }
          impossible = middle
        }
      }
      return (possible, result)
    }
    var (low, (below, lowest)) = try possible(bounds.lowerBound, towards: bounds.upperBound)
    var (high, (above, highest)) = try possible(bounds.upperBound, towards: low)
    if abs(below) <= 0.5 { return .found(low, lowest) }
    if abs(above) <= 0.5 { return .found(high, highest) }
    guard below < 0, above > 0 else {
      return .outOfReach(
        atLowerBound: below + population, atUpperBound: above + population)
    }
    var side = 0
    for _ in 0..<200 {
      let value = (low * above - high * below) / (above - below)
      let (miss, projection) = try attempt(value)
      if abs(miss) <= 0.5 || value <= low || value >= high { return .found(value, projection) }
      if miss < 0 {
        (low, below) = (value, miss)
        if side == -1 { above /= 2 }
        side = -1
      } else {
        (high, above) = (value, miss)
        if side == 1 { below /= 2 }
        side = 1
      }
    }
    let value = (low + high) / 2
    return .found(value, try attempt(value).1)
  }

  /// The plan with a lever at a value.
  private func turned(_ lever: ProjectionLever, to value: Double) throws(ProjectionError) -> Self {
    var plan = self
    let added = try lever.migration(value, base)
    for index in steps.indices {
      if let added {
        plan.steps[index].migration = try steps[index].migration.adding(added)
        continue
      }
      guard case .fertility(let schedule, _, let ratio) = steps[index].births else {
        throw ProjectionError(code: .notComparable, text: "births by children per woman")
      }
      plan.steps[index].births = .fertility(
        schedule, totalFertility: value, sexRatioAtBirth: ratio)
    }
    return plan
  }
}

extension ProjectionLever {
  fileprivate func migration(_ value: Double, _ base: AgeTable) throws(ProjectionError)
    -> ProjectionPlan.Migration?
  {
    guard case .netMigrants(let span) = self else { return nil }
    let ages = try ProjectionAges(base)
    let rows = try ProjectionError.wrapping(table: base.ages.indices(of: span))
    var values = [Double](repeating: 0, count: ages.size)
    let share = value * Double(ages.step) / Double(rows.count * ages.sexes.count)
    for column in ages.sexes.indices {
      for row in rows { values[column * ages.count + row] = share }
    }
    return .numbers(try AgeSchedule(ages: base.ages, sexes: base.sexes, values: values))
  }
}
