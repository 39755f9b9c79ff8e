import MunicipalModel

@testable import Demography

/// A small population to try projections on.
enum ProjectionSamples {
  static let ages = try? AgeClassification.fiveYearGroups(openFrom: 90)

  static func fiveYear() throws -> AgeClassification { try .fiveYearGroups(openFrom: 90) }

  static func base(times factor: Double = 1) throws -> AgeTable {
    try AgeTable(
      .population, period: .calendarYear(2015), ages: fiveYear(),
      columns: [
        AgeTable.Column(.male, PublishedAges.male2015SharedOut.map { Double($0) * factor }),
        AgeTable.Column(.female, PublishedAges.female2015SharedOut.map { Double($0) * factor }),
      ])
  }

  static func survival() throws -> SurvivalRatios {
    let groups = try fiveYear().groups
    var rows: [SurvivalRatios.Row] = []
    for (sex, ratios) in [
      (Sex.male, PublishedAges.maleSurvival), (.female, PublishedAges.femaleSurvival),
    ] {
      rows.append(.init(sex, groups[0], ratios[0], isFromBirth: true))
      rows += zip(groups, ratios.dropFirst()).map { .init(sex, $0, $1) }
    }
    return try SurvivalRatios(years: 5, rows: rows)
  }

  static func schedule() throws -> FertilitySchedule {
    try FertilitySchedule(
      ages: AgeClassification(Array(fiveYear().groups[3...9])),
      weights: [0.0204, 0.1445, 0.4158, 0.5059, 0.2776, 0.0545, 0.0015])
  }

  static func births(_ total: Double) throws -> ProjectionPlan.Births {
    .fertility(try schedule(), totalFertility: total, sexRatioAtBirth: 1.05)
  }

  /// Ages 20–39 at the end, at one rate.
  static func rates(_ rate: Double) throws -> AgeSchedule {
    var values = [Double](repeating: 0, count: 38)
    for row in 4...7 {
      values[row] = rate
      values[19 + row] = rate
    }
    return try AgeSchedule(ages: fiveYear(), values: values)
  }

  static func plan(
    base: AgeTable? = nil, totalFertility: Double = 1.5,
    migration: ProjectionPlan.Migration = .none,
    steps: Int = 9
  ) throws -> ProjectionPlan {
    let step = ProjectionPlan.Step(
      survival: try survival(), births: try births(totalFertility), migration: migration)
    return ProjectionPlan(
      base: try base ?? self.base(), startYear: 2015, steps: Array(repeating: step, count: steps))
  }
}
