public import MunicipalModel

/// A population and the assumptions of each step: all that a projection needs (コーホート要因法).
public struct ProjectionPlan: Hashable, Sendable {
  /// The population at the start (基準人口), in persons, by sex and age.
  public var base: AgeTable
  /// The year of the base, such as 2015 for a census of 1 October 2015.
  public var startYear: Int
  /// The steps, one after the other. Each is as long as an age group is wide.
  public var steps: [ProjectionPlan.Step]

  /// Makes a plan.
  ///
  /// - Parameters:
  ///   - base: men and women, or women alone, in groups of one width from 0 and an open-ended one.
  ///   - startYear: the year of the base.
  ///   - steps: the assumptions, one a step.
  public init(base: AgeTable, startYear: Int, steps: [ProjectionPlan.Step]) {
    self.base = base
    self.startYear = startYear
    self.steps = steps
  }

  /// The day of the base; `nil` if only its year is known.
  package var baseDay: CalendarDate? {
    if case .date(let day)? = base.period { day } else { nil }
  }

  /// Projects the population.
  ///
  /// Every count is cut to a binary grid some 2^-38 of the base, so that the balance closes without rest:
  /// people at the end = people at the start + births − deaths + net migrants, for each cohort and in total.
  ///
  /// - Throws: ``ProjectionError`` naming year, sex and age: `unsupported-ages`, `age-not-reported-left`,
  ///   `different-ages`, `missing-ages`, `missing-survival-from-birth`, `negative`, `out-of-range`, or
  ///   `negative-population`.
  public func projection() throws(ProjectionError) -> PopulationProjection {
    var run = try ProjectionRun(self)
    for step in steps {
      do throws(ProjectionError) {
        try run.advance(step)
      } catch {
        throw error.placed(year: run.year)
      }
    }
    return run.result
  }
}
