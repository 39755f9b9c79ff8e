import Foundation
import MunicipalModel
import Testing

@testable import Demography

@Suite("Scenario files")
struct ScenarioFileTests {
  /// A complete scenario of three groups of ages: 0–29, 30–59 and 60 and over, in steps of 30 years.
  static let complete = """
    { "id": "small",
      "base": { "year": 2000, "ages": ["0-29", "30-59", "60+"],
        "male": [100, 80, 40], "female": [100, 80, 60] },
      "survival": { "male": [0.9, 0.5, 0], "female": [0.9, 0.6, 0],
        "birth": { "male": 0.95, "female": 0.96 } },
      "births": { "method": "total-fertility",
        "schedule": { "ages": ["0-29", "30-59"], "weights": [1, 1] },
        "totalFertility": 2, "sexRatioAtBirth": 1 },
      "migration": [] }
    """

  static func replaced(_ old: String, _ new: String) -> [UInt8] {
    Array(complete.replacingOccurrences(of: old, with: new).utf8)
  }

  static func project(_ json: [UInt8], to year: Int = 2030) throws -> PopulationProjection {
    try ProjectionLibrary().projection(of: ProjectionScenario(json: json), to: year)
  }

  /// By hand: women 30–59 in 2030 are 100 × 0.9 = 90; 60+ are 80 × 0.6 = 48. Births are 30 ÷ 2 × (2 × ½ ÷ 30)
  /// × [(100 + girls) + (80 + 90)], where the girls of 2030 are not yet there: 135. Girls 67.5 × 0.96 = 64.8.
  @Test("A scenario that gives all its figures itself is projected as by hand")
  func byHand() throws {
    let projection = try Self.project(Array(Self.complete.utf8))
    let people = try #require(projection.population(in: 2030)).counts
    #expect(abs(projection.steps[0].births() - 135) < 1e-9)
    for (value, expected) in zip(people, [67.5 * 0.95, 90, 40, 67.5 * 0.96, 90, 48]) {
      #expect(abs(value - expected) < 1e-9)
    }
  }

  @Test(
    "What is wrong is told with its place",
    arguments: [
      ("\"id\": \"small\"", "\"name\": \"small\"", "missing-key", "id"),
      ("[0.9, 0.5, 0]", "[0.9, 1.2, 0]", "survival-above-one", "survival.male[1]"),
      ("[0.9, 0.6, 0]", "[0.9, -0.1, 0]", "survival-not-positive", "survival.female[1]"),
      ("[0.9, 0.6, 0]", "[0.9, 0.6]", "missing-ages", "survival.female"),
      ("\"male\": [100, 80, 40]", "\"male\": [100, 80]", "missing-ages", "base.male"),
      ("[100, 80, 60]", "[100, -80, 60]", "negative-count", "base"),
      ("[100, 80, 60]", "\"many\"", "wrong-type", "base.female"),
      ("\"30-59\", \"60+\"]", "\"35-59\", \"60+\"]", "gap-between-ages", "base"),
      ("\"60+\"]", "\"60-89\"]", "unsupported-ages", "base"),
      ("\"birth\": { \"male\": 0.95,", "\"birth\": {", "missing-key", "survival.birth.male"),
      ("\"female\": 0.96", "\"female\": 1.01", "survival-above-one", "survival.birth.female"),
      ("\"weights\": [1, 1]", "\"weights\": [1]", "missing-ages", "births.schedule.weights"),
      ("\"weights\": [1, 1]", "\"weights\": [0, 0]", "empty-schedule", "births.schedule.weights"),
      ("\"total-fertility\"", "\"magic\"", "unknown-word", "births.method"),
      ("\"totalFertility\": 2", "\"totalFertlity\": 2", "unknown-key", "births.totalFertlity"),
      ("\"totalFertility\": 2", "\"totalFertility\": -2", "negative", "births.totalFertility"),
      (
        "\"sexRatioAtBirth\": 1", "\"sexRatioAtBirth\": 0", "out-of-range",
        "births.sexRatioAtBirth"
      ),
      (
        "\"sexRatioAtBirth\": 1", "\"sexRatioAtBirth\": 1e-320", "out-of-range",
        "births.sexRatioAtBirth"
      ),
      (
        "\"sexRatioAtBirth\": 1", "\"sexRatioAtBirth\": 105", "out-of-range",
        "births.sexRatioAtBirth"
      ),
      (
        "\"totalFertility\": 2", "\"totalFertility\": 1e309", "out-of-range",
        "births.totalFertility"
      ),
      ("[100, 80, 60]", "[100, 1e999, 60]", "out-of-range", "base.female[1]"),
      (
        "\"sexRatioAtBirth\": 1", "\"sexRatioAtBirth\": \"wpp\"", "unknown-name",
        "births.sexRatioAtBirth"
      ),
      ("\"migration\": []", "\"migration\": {}", "wrong-type", "migration"),
      (
        "\"migration\": []", "\"migration\": [{ \"kind\": \"swim\" }]", "unknown-word",
        "migration[0].kind"
      ),
      (
        "\"migration\": []",
        "\"migration\": [{ \"kind\": \"band\", \"ages\": \"20-39\", \"ageAt\": \"end\", \"rate\": 0 }]",
        "needs-splitting", "migration[0]"
      ),
      (
        "\"migration\": []",
        "\"migration\": [{ \"kind\": \"numbers\", \"male\": [1, 2], \"female\": [1, 2, 3] }]",
        "missing-ages", "migration[0].male"
      ),
      (
        "\"migration\": []",
        "\"migration\": [{ \"kind\": \"total\", \"male\": [1, -1, 0], \"female\": [0, 0, 0], \"total\": 5 }]",
        "empty-schedule", "migration[0]"
      ),
      (
        "\"migration\": []", "\"migration\": [{ \"kind\": \"scenario\", \"scenario\": \"no\" }]",
        "unknown-name", "migration[0]"
      ),
      ("\"migration\": []", "\"migration\": null", "missing-key", "migration"),
      ("{ \"id\"", "{ \"extends\": \"nobody\", \"id\"", "unknown-name", "extends"),
      ("{ \"id\"", "{ \"extends\": \"small\", \"id\"", "circular", "extends"),
      ("{ \"id\"", "{ \"municipality\": \"012130\", \"id\"", "unknown-word", "municipality"),
    ])
  func faults(old: String, new: String, code: String, keyPath: String) throws {
    let error = #expect(throws: ProjectionError.self) {
      try Self.project(Self.replaced(old, new))
    }
    #expect(error?.code.rawValue == code)
    #expect(error?.keyPath == keyPath)
  }

  @Test(
    "What is expected is said in words",
    arguments: [
      (
        "\"totalFertility\": 2", "\"totalFertility\": \"1.6\"",
        "a number or an object is expected, there is a text"
      ),
      (
        "\"sexRatioAtBirth\": 1", "\"sexRatioAtBirth\": [1]",
        "the name of a series or a number is expected, there is a list"
      ),
      (
        "{ \"ages\": [\"0-29\", \"30-59\"], \"weights\": [1, 1] }", "\"2015\"",
        "a year or an object is expected, there is a text"
      ),
      (
        "\"id\": \"small\"", "\"id\": \"small\", \"name\": 3",
        "a text or an object is expected, there is the number 3"
      ),
      (
        "\"year\": 2000", "\"year\": 20.5",
        "a year from 1000 to 9999 is expected, there is the number 20.5"
      ),
      ("\"totalFertility\": 2", "\"totalFertility\": 1e309", "the figure is out of range (1e309)"),
      (
        "\"sexRatioAtBirth\": 1", "\"sexRatioAtBirth\": 0",
        "the figure is out of range (0.0; from 0.5 to 2.0 males per female birth)"
      ),
      ("\"30-59\", \"60+\"]", "\"59-30\", \"60+\"]", "59-30; ages are such as 20-39 or 85+"),
      (
        "\"totalFertility\": 2",
        """
        "totalFertility": { "path": "linear",
          "points": [{ "year": 2020, "value": 2 }, { "year": 2015, "value": 1 }] }
        """, "the path cannot be followed (2020.0, 2015.0); the years must rise"
      ),
    ])
  func words(old: String, new: String, words: String) {
    let error = #expect(throws: ProjectionError.self) {
      try Self.project(Self.replaced(old, new))
    }
    #expect(error?.message.en.contains(words) == true, "\(error?.message.en ?? "")")
  }

  @Test("A path that ends early, and years that are no step, are refused")
  func ends() throws {
    let path = """
      "totalFertility": { "path": "linear",
        "points": [{ "year": 2000, "value": 2 }, { "year": 2020, "value": 1 }] }
      """
    let early = #expect(throws: ProjectionError.self) {
      try Self.project(Self.replaced("\"totalFertility\": 2", path), to: 2060)
    }
    #expect(early?.code == .pathEndsEarly)
    #expect(early?.keyPath == "births.totalFertility")
    #expect(early?.year == 2030)
    #expect(early?.scenario == "small")
    let years = #expect(throws: ProjectionError.self) {
      try Self.project(Array(Self.complete.utf8), to: 2045)
    }
    #expect(years?.code == .yearsDoNotFitSteps)
    let back = path.replacingOccurrences(of: "2020", with: "1990")
    let falling = #expect(throws: ProjectionError.self) {
      try Self.project(Self.replaced("\"totalFertility\": 2", back))
    }
    #expect(falling?.keyPath == "births.totalFertility.points[1].year")
  }

  @Test("Every form of migration does what it says, by hand")
  func migration() throws {
    func women(_ term: String) throws -> [Double] {
      let json = Self.replaced("\"migration\": []", "\"migration\": [\(term)]")
      let projection = try Self.project(json)
      #expect(projection.steps[0].balance == 0)
      return Array(try #require(projection.population(in: 2030)).counts[4...5])
    }
    func check(_ term: String, _ expected: [Double], line: Int = #line) throws {
      for (value, expected) in zip(try women(term), expected) {
        #expect(abs(value - expected) < 1e-9, "line \(line)")
      }
    }
    let zeros = "\"male\": [0, 0, 0]"
    // Without migration 90 and 48. Rates are of the cohort at the start: 100, and 80 + 60.
    try check(
      "{ \"kind\": \"band\", \"ages\": \"30-59\", \"ageAt\": \"end\", \"rate\": 0.1 }", [100, 48])
    try check(
      "{ \"kind\": \"band\", \"ages\": \"30+\", \"ageAt\": \"start\", \"rate\": 0.1 }", [90, 62])
    // Those of 30–59 end in one group with those of 60 and over, whose rate is not asked for.
    let part = #expect(throws: ProjectionError.self) {
      try women("{ \"kind\": \"band\", \"ages\": \"30-59\", \"ageAt\": \"start\", \"rate\": 0.1 }")
    }
    #expect(part?.code == .unsupportedAges)
    try check(
      "{ \"kind\": \"band\", \"ages\": \"30-59\", \"ageAt\": \"end\", \"sex\": \"male\", \"rate\": 0.1 }",
      [90, 48])
    try check(
      "{ \"kind\": \"rates\", \(zeros), \"female\": [0, 0.2, 0.1], \"factor\": 0.5 }", [100, 55])
    try check("{ \"kind\": \"numbers\", \(zeros), \"female\": [0, 7, -3] }", [97, 45])
    try check(
      "{ \"kind\": \"numbers\", \(zeros), \"female\": [10, 5, 0], \"timing\": \"start\" }",
      [99, 51])
    try check(
      "{ \"kind\": \"numbers\", \(zeros), \"female\": [10, 5, 0], \"timing\": \"even\" }",
      [90 + 4.5 + 2.5, 48 + 1.5])
    // Two persons a year in 30 years, three quarters to 30–59.
    try check(
      "{ \"kind\": \"total\", \(zeros), \"female\": [0, 3, 1], \"total\": 2 }", [135, 63])
  }

  @Test("Text that is no JSON, empty or binary is refused, not trapped on")
  func unreadable() throws {
    let deep = String(repeating: "[", count: 100_000)
    for bytes in [
      [], [0], Array(0...255), Array(Self.complete.utf8.dropLast(30)), Array(deep.utf8),
      Array("{\"id\":1e999}".utf8),
    ] as [[UInt8]] {
      #expect(throws: ProjectionError.self) { try ProjectionScenario(json: bytes) }
    }
    let list = #expect(throws: ProjectionError.self) {
      try ProjectionScenario(json: Array("[1]".utf8))
    }
    #expect(list?.code == .wrongType)
    let broken = #expect(throws: ProjectionError.self) {
      try ProjectionScenario(json: Array("{ \"id\":\n }".utf8))
    }
    #expect(broken?.code == .unreadable && broken?.keyPath == "2")
    let nested = #expect(throws: ProjectionError.self) {
      try ProjectionScenario(json: Array(deep.utf8.prefix(65)))
    }
    #expect(nested?.message.en.contains("expected at most 64 levels") == true)
    #expect(nested?.message.ja.contains("必要なもの: 64段までの入れ子") == true)
  }

  /// 計 is 8C 76 in CP932, the encoding of Windows in Japan; 8C begins no character of UTF-8.
  @Test("A file in CP932 is refused by its line, not read with other characters")
  func notUTF8() throws {
    let name: [UInt8] = [0x8C, 0x76]
    let bytes: [UInt8] =
      Array("{ \"id\": \"my-plan\",\n \"name\": \"".utf8) + name
      + Array("\", \"extends\": \"ipss2018\" }".utf8)
    let one = #expect(throws: ProjectionError.self) { try ProjectionScenario(json: bytes) }
    #expect(one?.code == .notUTF8 && one?.keyPath == "2" && one?.text == "0x8c")
    let list = #expect(throws: ProjectionError.self) {
      try ProjectionScenario.scenarios(json: bytes)
    }
    #expect(list == one)
  }

  @Test("A file that holds a list without scenarios is refused")
  func noScenarios() {
    let error = #expect(throws: ProjectionError.self) {
      try ProjectionScenario.scenarios(json: Array(#"{ "scenarios": [] }"#.utf8))
    }
    #expect(error?.code == .noScenarios && error?.keyPath == "scenarios")
  }

  @Test("The built-in national figures and scenarios are complete")
  func national() throws {
    let library = try ProjectionLibrary.national()
    #expect(library.scenarios.map(\.id) == ["ipss2018", "simulation-1", "simulation-2", "closed"])
    for year in stride(from: 2015, to: 2060, by: 5) {
      for series in library.survival.values { _ = try series.ratios(from: year) }
    }
    let error = #expect(throws: ProjectionError.self) {
      try library.projection(of: "ipss2018", to: 2040)
    }
    #expect(error?.code == .unknownName)
    #expect(error?.keyPath == "base.population")
    #expect(throws: ProjectionError.self) {
      try library.survival["ipss2018"]?.ratios(from: 2060)
    }
    #expect(library.fertility[2015]?.ages.groups.first == AgeGroup(15, through: 19))
    // 人口動態統計: total fertility of 2018 was 1.42.
    let total = try #require(ProjectionLibrary.nationalTotalFertility()[2018])
    #expect(abs(total - 1.42) < 0.005)
  }
}
