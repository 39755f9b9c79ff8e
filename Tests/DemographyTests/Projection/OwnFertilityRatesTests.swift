import MunicipalModel
import Testing

@testable import Demography

@Suite("A scenario's own fertility rates")
struct OwnFertilityRatesTests {
  static func project(_ births: String) throws -> PopulationProjection {
    let schedule = #""schedule": { "ages": ["0-29", "30-59"], "weights": [1, 1] },"#
    return try ScenarioFileTests.project(
      ScenarioFileTests.replaced(schedule + "\n    \"totalFertility\": 2,", births))
  }

  /// 1,000 ÷ 30 births per 1,000 women of both groups are one child in each thirty years: two in all, as by hand in
  /// the scenario with a total fertility of 2.
  @Test func `Rates per 1,000 women need no total fertility`() throws {
    let rates = """
      "schedule": { "ages": ["0-29", "30-59"], "rates": [33.333333333333336, 33.333333333333336] },
      """
    let projection = try Self.project(rates)
    #expect(abs(projection.steps[0].births() - 135) < 1e-9)
    // A total that is given scales them.
    let scaled = try Self.project(rates + " \"totalFertility\": 1,")
    #expect(scaled.steps[0].births() < 70)
  }

  @Test(arguments: [
    ("\"rates\": [33, 33, 33]", "missing-ages", "births.schedule.rates"),
    ("\"rates\": [33, -1]", "negative-rate", "births.schedule.rates"),
    ("\"rates\": [0.001, 0.001]", "parameter-out-of-range", "births.schedule.rates"),
    ("\"rates\": [0, 0]", "empty-schedule", "births.schedule.rates"),
    ("\"rates\": [33, 33], \"weights\": [1, 1]", "unknown-key", "births.schedule.weights"),
    ("\"weights\": [1, 1]", "missing-key", "births.totalFertility"),
  ])
  func `What is wrong is told with its place`(rates: String, code: String, keyPath: String) throws {
    let error = try #require(throws: ProjectionError.self) {
      try Self.project("\"schedule\": { \"ages\": [\"0-29\", \"30-59\"], \(rates) },")
    }
    #expect(error.code.rawValue == code && error.keyPath == keyPath)
    if code == "parameter-out-of-range" { #expect(error.message.ja.contains("女性1000人")) }
  }
}
