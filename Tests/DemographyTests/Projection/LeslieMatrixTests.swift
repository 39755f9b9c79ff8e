import Demography
import MunicipalModel
import Testing

@Suite("A Leslie matrix")
struct LeslieMatrixTests {
  /// The steps of a projection are the columns of Burkina Faso's Leslie matrix.
  ///
  /// The formula is Preston, Heuveline and Guillot's (2001, section 6.4); survival, fertility and the
  /// entries are those of a test of the R package leapfrog, which popReconstruct's projection satisfies.
  @Test(arguments: [3, 4, 9, 12, 15, 16])
  func `A column of a Leslie matrix`(column: Int) throws {
    let survival = [
      0.762, 0.878, 0.971, 0.973, 0.958, 0.948, 0.946, 0.939, 0.926, 0.905, 0.875, 0.832, 0.774,
      0.697, 0.593, 0.455, 0.318, 0.210,
    ]
    let fertility = [0.231, 0.365, 0.308, 0.258, 0.178, 0.091, 0.020]
    let ages = try AgeClassification.fiveYearGroups(openFrom: 80)
    var women = [Double](repeating: 0, count: 17)
    women[column] = 1000
    let ratios = zip(ages.groups, survival.dropFirst()).map {
      SurvivalRatios.Row(.female, $0, $1)
    }
    let step = try ProjectionPlan.Step(
      survival: SurvivalRatios(
        years: 5, sexes: [.female],
        rows: ratios + [.init(.female, ages.groups[0], survival[0], isFromBirth: true)]),
      births: .fertility(
        FertilitySchedule(
          ages: AgeClassification(Array(ages.groups[3...9])), weights: fertility),
        totalFertility: 5 * fertility.reduce(0, +), sexRatioAtBirth: 1.05))
    let projection = try ProjectionPlan(
      base: AgeTable(.population, ages: ages, columns: [AgeTable.Column(.female, women)]),
      startYear: 1960, steps: [step]
    ).projection()
    let after = try #require(projection.population(in: 1965)).counts
    // Row 1: 5 ÷ 2.05 × s(birth) × ½ × (f(x) + s(x) × f(x+5)).
    func rate(_ row: Int) -> Double { (3...9).contains(row) ? fertility[row - 3] : 0 }
    let girls =
      5 / 2.05 * 0.762 * 0.5
      * (rate(column) + (column < 16 ? survival[column + 1] * rate(column + 1) : 0))
    #expect(abs(after[0] - 1000 * girls) < 1e-6)
    for row in 1..<17 {
      let alive = row == min(column + 1, 16) ? survival[column + 1] : 0
      #expect(abs(after[row] - 1000 * alive) < 1e-6, "row \(row)")
    }
  }
}
