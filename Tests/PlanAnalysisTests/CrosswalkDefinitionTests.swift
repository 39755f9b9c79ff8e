import MunicipalModel
import PlanAnalysis
import Testing

/// How definitions, units and names decide, on towns made for the purpose.
@Suite("Crosswalk: definitions")
struct CrosswalkDefinitionTests {
  typealias Sample = CrosswalkSample

  private func pairing(
    _ left: String?, _ right: String?, units: (String, String) = ("冊", "冊"),
    further: (String, String) = ("", "")
  ) throws -> Crosswalk.Pairing {
    let crosswalk = try Crosswalk(
      [
        Sample.record(
          Sample.first, unit: units.0, actuals: [(2022, "500")], target: "600",
          population: [2022: 1000]),
        Sample.record(
          Sample.second, unit: units.1, actuals: [(2022, "900")], target: "800",
          population: [2022: 3000]),
      ], taxonomy: Sample.taxonomy(Sample.loans()),
      notes: [
        Sample.notes(Sample.first, media: left, further: further.0),
        Sample.notes(Sample.second, media: right, further: further.1),
      ])
    return try #require(crosswalk.pairings.first)
  }

  @Test("The same statements and units make the same definition")
  func sameDefinition() throws {
    let pairing = try pairing("books", "books")
    #expect(pairing.comparability == .sameDefinition)
    #expect(pairing.reasons == [])
    let level = try pairing.level.get()
    // 500 of 1,000 residents against 900 of 3,000.
    #expect(try level.leftPerThousand.get().value.description == "500.0")
    #expect(try level.rightPerThousand.get().value.description == "300.0")
    #expect(try level.ratio.get().value.description == "1.67")
  }

  @Test("Different statements count as the concept says")
  func differentStatements() throws {
    let pairing = try pairing("books", "films")
    #expect(pairing.comparability == .related)
    #expect(pairing.reasons.map(\.aspect) == ["media"])
  }

  @Test("Silence leaves two indicators similar at most", arguments: [true, false])
  func silence(ofBoth: Bool) throws {
    let pairing = try pairing(ofBoth ? nil : "books", nil)
    #expect(pairing.comparability == .similar)
  }

  @Test("Units that differ are never subtracted: 人 and 件")
  func unitsDiffer() throws {
    let pairing = try pairing("books", "books", units: ("人", "件"))
    #expect(pairing.comparability == .similar, "not shown to be the same")
    #expect(pairing.reasons.map(\.aspect) == ["unit"])
    let level = try pairing.level.get()
    #expect(level.difference == .failure(.unitsDiffer))
    #expect(level.ratio == .failure(.unitsDiffer))
  }

  @Test("A unit that stands for another one does so for a stated reason")
  func countedAs() throws {
    let pairing = try pairing(
      "books", "books", units: ("人", "件"),
      further: ("", #""counted_as": {"unit": "人", "reason": {"ja": "1件1人", "en": "one each"}},"#))
    #expect(pairing.comparability == .sameDefinition)
    let remark = try #require(pairing.right.remarks.first { $0.code == .countedAs })
    #expect(remark.text.en.contains("one each"))
    #expect(pairing.right.newest?.unit == "人")
  }

  @Test("千冊 and 冊/年 are 冊")
  func multiples() throws {
    let pairing = try pairing("books", "books", units: ("千冊", "冊/年"))
    #expect(pairing.comparability == .sameDefinition)
    #expect(pairing.left.newest?.value == ExactDecimal(500_000))
    #expect(pairing.right.newest?.value == ExactDecimal(900))
  }

  @Test("A year without a printed population has no level per 1,000 residents")
  func noPopulation() throws {
    let crosswalk = try Crosswalk(
      [
        Sample.record(Sample.first, unit: "冊", actuals: [(2022, "500")], target: "600"),
        Sample.record(
          Sample.second, unit: "冊", actuals: [(2022, "900")], target: "800",
          population: [2022: 3000]),
      ], taxonomy: Sample.taxonomy(Sample.loans()))
    let level = try #require(crosswalk.pairings.first).level.get()
    #expect(level.leftPerThousand == .failure(.missingPopulation))
    #expect(level.difference == .failure(.missingPopulation))
  }

  @Test("Years that do not overlap are refused")
  func noCommonYear() throws {
    let crosswalk = try Crosswalk(
      [
        Sample.record(Sample.first, unit: "冊", actuals: [(2020, "500")], target: "600"),
        Sample.record(Sample.second, unit: "冊", actuals: [(2022, "900")], target: "800"),
      ], taxonomy: Sample.taxonomy(Sample.loans()))
    #expect(try #require(crosswalk.pairings.first).level == .failure(.noCommonYear))
  }

  @Test("A ratio to nothing is refused")
  func zero() throws {
    let crosswalk = try Crosswalk(
      [
        Sample.record(
          Sample.first, unit: "冊", actuals: [(2022, "5")], target: "6", population: [2022: 1000]),
        Sample.record(
          Sample.second, unit: "冊", actuals: [(2022, "0")], target: "8", population: [2022: 1000]),
      ], taxonomy: Sample.taxonomy(Sample.loans()))
    let level = try #require(crosswalk.pairings.first).level.get()
    #expect(level.ratio == .failure(.divisionByZero))
    #expect(try level.difference.get().value.description == "5.00")
  }

  @Test("A change from a baseline of nothing has no percentage")
  func zeroBaseline() throws {
    let record = try Sample.record(
      Sample.first, unit: "冊", baseline: (.fiscalYear(2018), "0"), actuals: [(2022, "5")],
      target: "6")
    let crosswalk = try Crosswalk([record], taxonomy: Sample.taxonomy(Sample.loans()))
    let change = try #require(crosswalk.members.first).changeSinceBaseline.get()
    #expect(change.difference.value == ExactDecimal(5))
    #expect(change.percent == nil)
    #expect(crosswalk.pairings.isEmpty, "one town has no partner")
    #expect(crosswalk.unsharedConcepts.map(\.id) == ["loans"])
  }

  @Test("A concept that may change sign has no percentage, whatever the baseline")
  func signedConcept() throws {
    let record = try Sample.record(
      Sample.first, unit: "冊", baseline: (.fiscalYear(2018), "4"), actuals: [(2022, "5")],
      target: "6")
    for (further, percent) in [("\"may_change_sign\": true,", nil), ("", "25.0")]
      as [(String, String?)]
    {
      let crosswalk = try Crosswalk([record], taxonomy: Sample.taxonomy(Sample.loans(further)))
      let change = try #require(crosswalk.members.first).changeSinceBaseline.get()
      #expect(change.percent?.value.description == percent)
    }
  }

  @Test("Three towns make three pairs")
  func threeTowns() throws {
    let towns = [Sample.first, Sample.second, Sample.town(603, "Thirdtown")]
    let records = try towns.map {
      try Sample.record($0, unit: "冊", actuals: [(2022, "5")], target: "6")
    }
    let crosswalk = try Crosswalk(records, taxonomy: Sample.taxonomy(Sample.loans()))
    #expect(
      crosswalk.pairings.map { "\($0.left.municipality.name.en)-\($0.right.municipality.name.en)" }
        == ["Firsttown-Secondtown", "Firsttown-Thirdtown", "Secondtown-Thirdtown"])
  }

  // MARK: Names

  @Test(
    "A pattern asks for its words, in any width",
    arguments: [
      ("貸出冊数", true), ("貸 出 冊 数", true), ("ＤＶＤの貸出点数", true), ("貸出冊数（分館）", false),
      ("返却冊数", false), ("", false),
    ])
  func patterns(name: String, matches: Bool) {
    let pattern = NamePattern(all: ["貸出"], any: ["冊数", "DVD"], none: ["(分館)"])
    #expect(pattern.matches(name: name, titles: []) == matches)
  }

  @Test("A pattern may ask for the project, and one without words matches nothing")
  func projectPattern() {
    let pattern = NamePattern(all: ["件数"], project: ["図書館"])
    #expect(pattern.matches(name: "件数", titles: ["市立図書館の事業"]))
    #expect(!pattern.matches(name: "件数", titles: ["公園の事業"]))
    #expect(!pattern.matches(name: "件数", titles: []))
    #expect(!NamePattern(project: ["図書館"]).matches(name: "件数", titles: ["図書館"]))
  }

  // MARK: What does not fit

  @Test("A concept that matches nothing is reported")
  func matchesNothing() throws {
    let record = try Sample.record(
      Sample.first, indicator: "来館者数", unit: "人", actuals: [(2022, "5")], target: "6")
    let crosswalk = try Crosswalk([record], taxonomy: Sample.taxonomy(Sample.loans()))
    #expect(crosswalk.issues.map(\.code) == [.conceptMatchesNothing])
    #expect(crosswalk.issues.map(\.concept) == ["loans"])
    #expect(crosswalk.unpaired.map(\.placed.indicator.name) == ["来館者数"])
    #expect(crosswalk.unpaired.map(\.reason) == [nil])
  }

  @Test("A city's file that names no indicator of the documents is reported")
  func indicatorNotFound() throws {
    let record = try Sample.record(
      Sample.first, indicator: "来館者数", unit: "人", actuals: [(2022, "5")], target: "6")
    let crosswalk = try Crosswalk(
      [record], taxonomy: Sample.taxonomy(Sample.loans()),
      notes: [Sample.notes(Sample.first, media: "books")])
    #expect(crosswalk.issues.map(\.code).contains(.indicatorNotFound))
    #expect(crosswalk.issues.first?.message.ja.contains("貸出冊数") == true)
  }

  @Test("A name that fits two concepts is reported, and goes to the first")
  func severalConcepts() throws {
    let other = """
      {"id": "books", "name": {"ja": "冊数", "en": "Books"}, "theme": "living",
       "recognised_by": [{"all": ["冊数"]}]}
      """
    let record = try Sample.record(Sample.first, unit: "冊", actuals: [(2022, "5")], target: "6")
    let crosswalk = try Crosswalk(
      [record], taxonomy: Sample.taxonomy(Sample.loans() + "," + other))
    #expect(crosswalk.issues.map(\.code) == [.severalConcepts, .conceptMatchesNothing])
    #expect(crosswalk.members.map(\.concept.id) == ["loans"])
  }

  @Test("A city's file of another city is ignored")
  func otherCity() throws {
    let record = try Sample.record(Sample.first, unit: "冊", actuals: [(2022, "5")], target: "6")
    let crosswalk = try Crosswalk(
      [record], taxonomy: Sample.taxonomy(Sample.loans()),
      notes: [Sample.notes(Sample.second, media: "books")])
    #expect(crosswalk.members.map(\.recognition) == [.pattern])
  }

  @Test("No records make an empty crosswalk")
  func empty() throws {
    let crosswalk = try Crosswalk([], taxonomy: Sample.taxonomy(Sample.loans()))
    #expect(crosswalk.members.isEmpty && crosswalk.pairings.isEmpty)
    #expect(crosswalk.issues.map(\.code) == [.conceptMatchesNothing])
  }
}
