import MunicipalModel
import Testing

@testable import Demography

/// Every typed error of the module has words in both languages for each of its codes.
@Suite("Messages of errors")
struct MessageTests {
  static func check(_ texts: [(code: String, label: LocalizedText)]) {
    for (code, label) in texts {
      #expect(label.ja != code && label.en != code, "\(code)")
      #expect(label.ja != label.en && !label.ja.isEmpty, "\(code)")
    }
  }

  @Test func `Of projections`() {
    let codes: [ProjectionError.Code] = [
      .noScenarios, .notUTF8, .unreadable, .missingKey, .unknownKey, .wrongType, .unknownWord,
      .duplicateName, .unknownName, .missingYear, .circular, .otherMunicipality, .badPath,
      .pathBeginsLate, .pathEndsEarly, .figuresEndEarly, .unsupportedAges, .differentAges,
      .ageNotReportedLeft, .missingAges, .yearsDoNotFitSteps, .survivalAboveOne,
      .survivalNotPositive, .missingSurvivalFromBirth, .negative, .outOfRange,
      .negativePopulation, .noPopulation, .emptySchedule, .tooFewFigures, .notComparable,
      // Those of tables and of methods by age appear here too.
      .init(rawValue: "needs-splitting"), .init(rawValue: "open-group-mismatch"),
      .init(rawValue: "missing-survival"),
    ]
    Self.check(codes.map { ($0.rawValue, $0.label) })
    let error = ProjectionError(
      code: .outOfRange, scenario: "plan", keyPath: "births", year: 2020, sex: .female,
      age: try? .ages(20...24), text: "9", hint: LocalizedText(ja: "率です", en: "it is a rate"))
    #expect(error.message.ja == "シナリオplan、births、2020年、女、20～24歳: 値が範囲の外です (9)。率です")
    #expect(
      error.message.en
        == "scenario plan, births, 2020, female, 20–24: the figure is out of range (9); it is a rate"
    )
    #expect(error.placed(keyPath: "x").hint == error.hint)
  }

  @Test func `Of methods by age`() {
    let codes: [AgeMethodError.Code] = [
      .denominatorNotPositive, .wrongMeasure, .differentTables, .missingSex, .ageNotReportedLeft,
      .periodDoesNotMatchAgeStep, .openGroupMismatch, .missingSurvival, .survivalAboveOne,
      .survivalNotPositive, .impossibleLifeTable, .missingBirths, .missingDeaths,
      .missingPopulation, .differentPeriods, .missingMovers, .negativeCount, .notFinite,
      .negativeRate, .missingRate, .tooLarge, .noRows, .tooFewRates, .duplicateRow,
      .parameterOutOfRange,
    ]
    Self.check(codes.map { ($0.rawValue, $0.label) })
  }

  @Test func `Of rates that cannot be compared`() throws {
    let codes: [RateComparisonError.Code] = [
      .differentKind, .differentDenominator, .differentScale,
    ]
    Self.check(codes.map { ($0.rawValue, $0.label) })
    let (first, second) = (try madeRate(1, per: 100), try madeRate(2, per: 100, .naturalChange))
    let error = #expect(throws: RateComparisonError.self) { try first.difference(from: second) }
    #expect(error?.message.en.hasPrefix("the rates cannot be compared: ") == true)
  }

  @Test func `Tables whose open groups differ are told how to agree`() throws {
    func table(_ measure: AgeMeasure, _ open: Int) throws -> AgeTable {
      try AgeTable(
        measure, ages: .fiveYearGroups(openFrom: open),
        columns: [AgeTable.Column(.female, Array(repeating: 10.0, count: open / 5 + 1))])
    }
    let error = try #require(throws: AgeMethodError.self) {
      try AgeSpecificRates(events: table(.deaths, 85), population: table(.population, 90))
    }
    #expect(error.code == .differentTables && error.hint.en.contains("regroup both to 85+"))
    #expect(error.message.ja.contains("90歳以上と85歳以上で違います"))
    let change = try #require(throws: ProjectionError.self) {
      try CohortChange(from: table(.population, 90), to: table(.population, 85))
    }
    #expect(change.message.en.contains("regroup both to 85+"))
  }
}
