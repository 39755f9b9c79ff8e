import Dispatch
import MachiKurabe

/// A made-up nation to time projections with: 1,741 variations of Tomakomai under four scenarios.
struct BenchmarkNation {
  static let municipalities = 1_741
  static let endYear = 2060

  let library: ProjectionLibrary
  let base: AgeTable
  let survival: [SurvivalRatios]
  let rates: AgeSchedule
  let schedule: FertilitySchedule

  /// Total fertility in every step, and the factor on the net migration rates.
  static let scenarios: [(fertility: Double, migration: Double)] = [
    (1.4, 1), (2.1, 1), (2.1, 0), (1.8, 0.5),
  ]

  init() throws {
    guard
      let library = try ProjectionLibrary.builtIn(for: MunicipalityCode("012131")),
      let base = library.populations["ipss2018"]?[2015], let series = library.survival["ipss2018"],
      let schedule = library.fertility[2015], let rates = try library.pastMigrationRates().last
    else { throw ProjectionError(code: .unknownName, text: "012131") }
    self.library = library
    self.base = base
    self.schedule = schedule
    self.rates = rates
    var survival: [SurvivalRatios] = []
    for year in stride(from: 2015, to: Self.endYear, by: 5) {
      survival.append(try series.ratios(from: year))
    }
    self.survival = survival
  }

  /// The people of one municipality: those of the base times a factor that differs by age.
  static func factor(_ municipality: Int, _ index: Int) -> Double {
    0.1 + Double((municipality * 37 + index * 11) % 97) / 50
  }

  /// The factor on the migration rates of one municipality.
  static func mobility(_ municipality: Int) -> Double { Double(municipality % 11) / 10 }

  func plans() throws -> [ProjectionPlan] {
    var plans: [ProjectionPlan] = []
    plans.reserveCapacity(Self.municipalities * Self.scenarios.count)
    for number in 0..<Self.municipalities {
      let counts = base.counts.enumerated().map { $1 * Self.factor(number, $0) }
      let people = try AgeTable(
        .population, period: .calendarYear(2015), ages: base.ages,
        columns: [
          AgeTable.Column(.male, Array(counts[..<base.ages.count])),
          AgeTable.Column(.female, Array(counts[base.ages.count...])),
        ])
      for (fertility, migration) in Self.scenarios {
        let moves = ProjectionPlan.Migration.rates(
          rates.scaled(by: migration * Self.mobility(number)))
        let births = ProjectionPlan.Births.fertility(
          schedule, totalFertility: fertility, sexRatioAtBirth: 1.05)
        plans.append(
          ProjectionPlan(
            base: people, startYear: 2015,
            steps: survival.map {
              ProjectionPlan.Step(survival: $0, births: births, migration: moves)
            }))
      }
    }
    return plans
  }

  /// The people of each projection in the last year.
  func totals(_ plans: [ProjectionPlan], threads: Int) throws -> [Double] {
    var totals = [Double](repeating: .nan, count: plans.count)
    totals.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let slots = buffer
      DispatchQueue.concurrentPerform(iterations: threads) { thread in
        for index in stride(from: thread, to: plans.count, by: threads) {
          if let total = try? plans[index].projection().total(in: Self.endYear) {
            slots[index] = total
          }
        }
      }
    }
    return totals
  }

  /// What a piece of work gives, and the seconds that it takes; the best of five.
  func timed<Value>(_ work: () throws -> Value) throws -> (Value, Double) {
    let clock = ContinuousClock()
    var best = Double.infinity
    var value = try work()
    for _ in 0..<5 {
      let time = try clock.measure { value = try work() }
      let parts = time.components
      best = min(best, Double(parts.seconds) + Double(parts.attoseconds) * 1e-18)
    }
    return (value, best)
  }

  /// Inputs and results for the same in NumPy.
  func json(_ people: Double, _ seconds: Double) -> [UInt8] {
    let ratios = survival.map { "[\($0.birthRatios), \($0.ratios)]" }
    let scenarios = Self.scenarios.map { "[\($0.fertility), \($0.migration)]" }
    let text = """
      {"municipalities": \(Self.municipalities), "base": \(base.counts), "rates": \(rates.values),
       "shares": \(schedule.shares), "first_mother_row": 3, "sex_ratio_at_birth": 1.05,
       "survival": [\(ratios.joined(separator: ", "))],
       "scenarios": [\(scenarios.joined(separator: ", "))],
       "people": \(people), "seconds": \(seconds)}

      """
    return Array(text.utf8)
  }
}
