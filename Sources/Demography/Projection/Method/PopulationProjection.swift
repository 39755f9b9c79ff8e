public import MunicipalModel

/// A projected population by year, sex and age, with births, deaths and net migrants of each step.
public struct PopulationProjection: Hashable, Sendable {
  /// The births of a step by age of mother.
  struct MotherBirths: Hashable, Sendable {
    let schedule: FertilitySchedule?
    let totalFertility: Double?
    /// Twice the women in the middle of the step, by age: those at both ends who could bear children.
    let mothers: [Double]
    let counts: [Double]
    let total: Double?
  }

  /// The year of the base.
  public let startYear: Int
  let ages: ProjectionAges
  /// Year after year, in each sex after sex.
  let counts: [Double]
  /// Step after step, by sex and age at the end.
  let deathCounts: [Double]
  let migrantCounts: [Double]
  /// Step after step, one a sex.
  let birthCounts: [Double]
  let motherBirths: [MotherBirths]

  /// The years of a step.
  public var stepYears: Int { ages.step }

  /// The years that there are populations of: the base's, and one a step.
  public var years: [Int] { (0...motherBirths.count).map { startYear + $0 * ages.step } }

  /// The last year.
  public var endYear: Int { startYear + motherBirths.count * ages.step }

  /// The groups of ages.
  public var ageGroups: AgeClassification { ages.classification }

  /// The sexes.
  public var sexes: [Sex] { ages.sexes }

  /// The population of a year by sex and age, or `nil` if it is none of ``years``.
  public func population(in year: Int) -> AgeTable? {
    index(of: year).map { table(.population, .calendarYear(year), counts, $0) }
  }

  /// All people of a year, in persons, or `nil` if it is none of ``years`` or the sex is not projected.
  ///
  /// - Parameter sex: one sex; all of them if `nil` or `both`.
  public func total(in year: Int, sex: Sex? = nil) -> Double? {
    guard let index = index(of: year) else { return nil }
    guard let sex, sex != .both else { return sum(counts, index * ages.size, ages.size) }
    guard let column = ages.sexes.firstIndex(of: sex) else { return nil }
    return sum(counts, index * ages.size + column * ages.count, ages.count)
  }

  /// The people of a year between two steps, by straight line, or `nil` outside the projection.
  ///
  /// - Parameter year: with its fraction from the day of the base, such as 2021.25 for the end of 2021 where
  ///   the base is of 1 October.
  public func total(at year: Double) -> Double? {
    guard year >= Double(startYear), year <= Double(endYear) else { return nil }
    let steps = (year - Double(startYear)) / Double(ages.step)
    let before = min(Int(steps), max(motherBirths.count - 1, 0))
    let start = sum(counts, before * ages.size, ages.size)
    guard motherBirths.count > 0 else { return start }
    let end = sum(counts, (before + 1) * ages.size, ages.size)
    return start + (end - start) * (steps - Double(before))
  }

  /// The steps with their components.
  public var steps: [PopulationProjection.Step] {
    motherBirths.indices.map { PopulationProjection.Step(projection: self, index: $0) }
  }

  func index(of year: Int) -> Int? {
    let (steps, rest) = (year - startYear).quotientAndRemainder(dividingBy: ages.step)
    return rest == 0 && (0...motherBirths.count).contains(steps) ? steps : nil
  }

  func sum(_ values: [Double], _ first: Int, _ count: Int) -> Double {
    var sum = 0.0
    for index in first..<first + count { sum += values[index] }
    return sum
  }

  func table(_ measure: AgeMeasure, _ period: Period, _ values: [Double], _ index: Int) -> AgeTable
  {
    AgeTable(
      measure: measure, period: period, ages: ages.classification, sexes: ages.sexes,
      counts: Array(values[index * ages.size..<(index + 1) * ages.size]),
      notReported: ages.sexes.map { _ in 0 })
  }
}

extension PopulationProjection {
  /// One step of a projection: what happened between two years.
  public struct Step: Hashable, Sendable {
    let projection: PopulationProjection
    let index: Int

    /// The year at its start.
    public var startYear: Int { projection.startYear + index * projection.stepYears }
    /// The year at its end.
    public var endYear: Int { startYear + projection.stepYears }
    /// The time from start to end.
    public var period: Period { .span(.calendarYear(startYear), .calendarYear(endYear)) }

    /// 出生: births of the step, in persons.
    ///
    /// - Parameter sex: one sex; all births if `nil` or `both`. Of a projection of women, girls only.
    public func births(of sex: Sex? = nil) -> Double {
      let first = index * projection.sexes.count
      guard let sex, sex != .both else {
        return projection.sum(projection.birthCounts, first, projection.sexes.count)
      }
      return projection.sexes.firstIndex(of: sex).map { projection.birthCounts[first + $0] } ?? 0
    }

    /// Births of both sexes by age of mother; `nil` if children were projected for each woman.
    public var birthsByMother: [(age: AgeGroup, births: Double)]? {
      let births = projection.motherBirths[index]
      return births.schedule.map { Array(zip($0.ages.groups, births.counts)).map { ($0.0, $0.1) } }
    }

    /// 死亡: deaths by sex and by the age that the dead would have reached at the end.
    public var deaths: AgeTable { table(.deaths, projection.deathCounts) }

    /// 純移動: net migrants by sex and age at the end.
    public var netMigrants: AgeTable { table(.netMigrants, projection.migrantCounts) }

    /// The people at the end less those at the start, in persons.
    public var change: Double {
      let size = projection.ages.size
      return projection.sum(projection.counts, (index + 1) * size, size)
        - projection.sum(projection.counts, index * size, size)
    }

    /// What births, deaths and net migrants leave of the change; zero, exactly.
    public var balance: Double {
      change - births() + deaths.totalOfKnownAge - netMigrants.totalOfKnownAge
    }

    /// The net migration rates by age at the end: net migrants ÷ cohort at the start; of the born, ÷ births.
    ///
    /// Where nobody was at the start the rate is zero.
    public var netMigrationRates: AgeSchedule {
      let ages = projection.ages
      let start = index * ages.size
      var values: [Double] = []
      for column in ages.sexes.indices {
        for row in 0..<ages.count {
          let offset = column * ages.count + row
          var cohort =
            row == 0
            ? projection.birthCounts[index * ages.sexes.count + column]
            : projection.counts[start + offset - 1]
          if row == ages.last { cohort += projection.counts[start + offset] }
          values.append(cohort > 0 ? projection.migrantCounts[start + offset] / cohort : 0)
        }
      }
      return AgeSchedule(ages: ages.classification, sexes: ages.sexes, sound: values)
    }

    /// 合計特殊出生率: the total fertility that gives the births with a schedule, or `nil` if they are not known.
    ///
    /// Formula: births ÷ (n × Σ share(x) ÷ width(x) × mean women), the women as
    /// ``ProjectionPlan/Births/fertility(_:totalFertility:sexRatioAtBirth:)`` counts them. Births of both sexes; a projection of women
    /// that takes the children for each woman knows those of girls only.
    ///
    /// - Throws: ``ProjectionError`` with `different-ages` if the schedule's ages are not the projection's.
    public func totalFertility(with schedule: FertilitySchedule) throws(ProjectionError) -> Double?
    {
      let ages = projection.ages
      let made = projection.motherBirths[index]
      if made.schedule == schedule, let total = made.totalFertility { return total }
      var exposure = 0.0
      for (group, share) in zip(schedule.ages.groups, schedule.shares) {
        guard let row = ages.classification.row(of: group) else {
          throw ProjectionError(code: .differentAges, age: group, text: "fertility")
        }
        exposure += share * made.mothers[row] / 2
      }
      guard let births = made.total ?? (ages.sexes.contains(.male) ? births() : nil) else {
        return nil
      }
      return exposure > 0 ? births / exposure : nil
    }

    private func table(_ measure: AgeMeasure, _ values: [Double]) -> AgeTable {
      projection.table(measure, period, values, index)
    }
  }
}
