import MunicipalModel
import Testing

@testable import Demography

/// Sweden, women, 1993–98: Preston, Heuveline and Guillot, Demography (2001), boxes 6.1 and 6.2.
///
/// The figures are those that the R package ccmppWPP carries over from the book (`sweden_1993`).
@Suite("Sweden 1993–98")
struct SwedenProjectionTests {
  static let women = [
    293395, 248369, 240012, 261346, 285209, 314388, 281290, 286923, 304108, 324946, 247613, 211351,
    215140, 221764, 223506, 183654, 141990, 112424,
  ]
  /// nLx; the last is T(85).
  static let personYears: [Double] = [
    497487, 497138, 496901, 496531, 495902, 495168, 494213, 492760, 490447, 486613, 480665, 471786,
    457852, 436153, 402775, 350358, 271512, 291707,
  ]
  static let fertility = [0.0120, 0.0908, 0.1499, 0.1125, 0.0441, 0.0074, 0.0003]
  static let netMigrants: [Double] = [
    6840, 4150, 3365, 5270, 9240, 8230, 5470, 3155, 1770, 1115, 1075, 845, 645, 530, 465, 300, 250,
    175,
  ]
  /// Box 6.2: women in 1998 and births by age of mother, with migration.
  static let published1998 = [
    302392, 298682, 252007, 244150, 268267, 293515, 320624, 284767, 288031, 303166, 322062, 243989,
    205841, 205516, 205270, 194771, 142565, 131966,
  ]
  static let publishedBirths = [15244, 126688, 229354, 170057, 63203, 10971, 472]

  static func plan(migration: ProjectionPlan.Migration, steps: Int = 1) throws -> ProjectionPlan {
    let ages = try AgeClassification.fiveYearGroups(openFrom: 85)
    let base = try AgeTable(
      .population, period: .calendarYear(1993), ages: ages,
      columns: [AgeTable.Column(.female, women)])
    let survival = try SurvivalRatios(
      LifeTable(ages: ages, personYearsLived: personYears), sex: .female, years: 5,
      ages: .fiveYearGroups(openFrom: 80))
    let mothers = try AgeClassification(Array(ages.groups[3...9]))
    let births = ProjectionPlan.Births.fertility(
      try FertilitySchedule(ages: mothers, weights: fertility),
      totalFertility: 5 * fertility.reduce(0, +), sexRatioAtBirth: 1.05)
    let step = ProjectionPlan.Step(survival: survival, births: births, migration: migration)
    return ProjectionPlan(
      base: base, startYear: 1993, steps: Array(repeating: step, count: steps))
  }

  @Test("With migration spread over the step, every age and the births are those of box 6.2")
  func open() throws {
    let ages = try AgeClassification.fiveYearGroups(openFrom: 85)
    let migrants = try AgeSchedule(ages: ages, sexes: [.female], values: Self.netMigrants)
    let projection = try Self.plan(migration: .numbers(migrants, .even)).projection()
    let women = try #require(projection.population(in: 1998)).counts
    for (age, (value, published)) in zip(ages.groups, zip(women, Self.published1998)) {
      #expect(abs(value - Double(published)) <= 0.51, "\(age)")
    }
    let births = try #require(projection.steps[0].birthsByMother)
    for ((age, births), published) in zip(births, Self.publishedBirths) {
      #expect(abs(births - Double(published)) <= 1, "\(age)")
    }
  }

  /// By hand from the inputs above: 293,395 × 497,138 ÷ 497,487 = 293,189.2 at 5–9; (141,990 + 112,424)
  /// × 291,707 ÷ (271,512 + 291,707) = 131,768.2 at 85 and over.
  @Test("Without migration, survival and the open-ended group are as by hand")
  func closed() throws {
    let projection = try Self.plan(migration: .none).projection()
    let women = try #require(projection.population(in: 1998)).counts
    #expect(abs(women[1] - 293189.2) < 0.05)
    #expect(abs(women[17] - 131768.2) < 0.05)
  }
}
