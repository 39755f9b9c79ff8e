import Demography
import MunicipalModel
import PlanAnalysis
import Testing

@Suite("How printed means are rounded")
struct MeanRoundingTests {
  private static func cited(_ value: String, _ line: Int) throws -> CitedReading {
    CitedReading(
      reading: .value(Quantity(try #require(ExactDecimal(value)), unit: "%")),
      citation: Citation(document: "plan", line: line, printed: value))
  }

  /// Two visions of pledges, and the whole of both.
  private static func plan(_ visions: [(printed: String, pledges: [String])], whole: String) throws
    -> Plan
  {
    var line = 0
    func node(_ level: PlanLevel, _ value: String, _ children: [PlanNode]) throws -> PlanNode {
      line += 1
      return PlanNode(
        level: level, number: "\(line)", title: "\(line)",
        citation: Citation(document: "plan", line: line, printed: value),
        progress: [try cited(value, line)], children: children)
    }
    let roots = try visions.map { vision in
      try node(.vision, vision.printed, try vision.pledges.map { try node(.pledge, $0, []) })
    }
    return Plan(document: "plan", title: "公約", progress: [try cited(whole, 99)], roots: roots)
  }

  private static func checks(
    _ plan: Plan, declared: RoundingRule? = nil
  ) -> [(agrees: Bool, rule: RoundingRule)] {
    var contents = DocumentContents(document: "plan", plans: [plan])
    contents.meanRounding = declared
    let record = MunicipalityRecord(
      municipality: Municipality(
        code: MunicipalityCode(.hokkaido, 607), name: LocalizedText(ja: "浦河町", en: "Urakawa")),
      documents: [contents])
    return record.rederivation.figures.filter { $0.kind == .progress }
      .map { ($0.agrees, $0.check.rule) }
  }

  /// 40.67 and 30.5; the whole is the mean of what is printed.
  @Test(arguments: [
    (["40", "30"], "35.0", RoundingRule.truncated, 3), (["41", "31"], "36.0", .halfUp, 3),
    (["41", "30"], "35.5", .halfUp, 2), (["40", "31"], "35.5", .halfUp, 2),
  ])
  func `The rule that most of a plan's means follow is found`(
    visions: [String], whole: String, rule: RoundingRule, agreeing: Int
  ) throws {
    let plan = try Self.plan(
      [(visions[0], ["40", "41", "41"]), (visions[1], ["30", "31"])], whole: whole)
    let checks = Self.checks(plan)
    #expect(checks.count == 3 && checks.allSatisfy { $0.rule == rule })
    #expect(checks.count { $0.agrees } == agreeing)
  }

  @Test func `A declared rule is kept`() throws {
    let plan = try Self.plan([("40", ["40", "41", "41"]), ("30", ["30", "31"])], whole: "35.0")
    let checks = Self.checks(plan, declared: .halfUp)
    #expect(checks.allSatisfy { $0.rule == .halfUp })
    #expect(checks.map(\.agrees) == [false, false, true])
  }

  /// Births of 81 and 80: 80.5.
  @Test(arguments: [
    (RoundingRule?.none, "80", true), (nil, "81", true), (.halfUp, "80", false),
    (.truncated, "80", true), (.truncated, "81", false),
  ])
  func `Means over years`(declared: RoundingRule?, printed: String, agrees: Bool) throws {
    func figure(
      _ value: String, _ period: Period, _ line: Int, _ item: PopulationItem = .births,
      _ basis: PopulationFigure.Basis = .observed
    ) throws -> PopulationFigure {
      PopulationFigure(
        item: item, basis: basis, area: .municipality(name: "浦河町"), period: period,
        reading: .value(Quantity(try #require(ExactDecimal(value)), unit: "人")),
        citation: Citation(document: "plan", line: line, printed: value))
    }
    var contents = DocumentContents(
      document: "plan",
      populationFigures: [
        try figure("81", .calendarYear(2018), 1), try figure("80", .calendarYear(2019), 2),
        try figure(
          printed, .span(.calendarYear(2018), .calendarYear(2019)), 3, .births, .average),
      ],
      populationDefinition: PopulationDefinition(
        stockDate: "12-31", foreignResidents: .notStated, otherChange: .notStated, source: "住民基本台帳")
    )
    contents.meanRounding = declared
    let record = MunicipalityRecord(
      municipality: Municipality(
        code: MunicipalityCode(.hokkaido, 607), name: LocalizedText(ja: "浦河町", en: "Urakawa")),
      documents: [contents])
    let check = try #require(record.rederivation.figures.first { $0.kind == .average })
    #expect(check.agrees == agrees)
  }
}
