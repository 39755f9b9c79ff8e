import MunicipalModel
import PlanAnalysis
import Testing

/// Data files that are wrong give an error that names the file and the place.
@Suite("Crosswalk: data files")
struct CrosswalkDataFileTests {
  typealias Sample = CrosswalkSample

  private func error(_ body: () throws -> Void) throws -> DataFileError {
    try #require(throws: DataFileError.self, performing: body)
  }

  // MARK: Concepts

  @Test(
    "Concepts",
    arguments: [
      // what is put in place of the concept, the code, the path
      (
        Sample.loans().replacing("\"living\"", "\"leisure\""), "unknown-reference",
        "concepts[0].theme"
      ),
      (Sample.loans() + "," + Sample.loans(), "duplicate-id", "concepts[1].id"),
      (
        Sample.loans("\"sdgs\": [{\"goal\": 18, \"rationale\": {\"ja\": \"\", \"en\": \"\"}}],"),
        "bad-value", "concepts[0].sdgs[0].goal"
      ),
      (
        Sample.loans("\"sdgs\": [{\"goal\": 0, \"rationale\": {\"ja\": \"\", \"en\": \"\"}}],"),
        "bad-value", "concepts[0].sdgs[0].goal"
      ),
      (
        Sample.loans("\"sdgs\": [{\"goal\": \"4\", \"rationale\": {\"ja\": \"\", \"en\": \"\"}}],"),
        "bad-value", "concepts[0].sdgs[0].goal"
      ),
      (Sample.loans("\"colour\": \"red\","), "unknown-member", "concepts[0]"),
      (Sample.loans("\"rate\": \"speed\","), "bad-value", "concepts[0].rate"),
      (Sample.loans().replacing("\"higher\"", "\"up\""), "bad-value", "concepts[0].direction"),
      (
        Sample.loans().replacing("\"en\": \"Loans\"", "\"fr\": \"Prêts\""), "missing-member",
        "concepts[0].name"
      ),
      (
        Sample.loans().replacing("\"all\": [\"貸出\"]", "\"none\": [\"貸出\"]"), "bad-value",
        "concepts[0].recognised_by[0]"
      ),
      (
        Sample.loans().replacing("\"all\": [\"貸出\"]", "\"all\": [\"\"]"), "bad-value",
        "concepts[0].recognised_by[0]"
      ),
      (
        Sample.loans().replacing("\"related\"", "\"equal\""), "bad-value",
        "concepts[0].aspects[0].if_different"
      ),
      (
        Sample.loans().replacing("\"id\": \"loans\"", "\"id\": \"\""), "bad-value", "concepts[0].id"
      ),
      ("{", "broken-json", ""),
    ])
  func concepts(text: String, code: String, path: String) throws {
    let error = try error { _ = try Sample.taxonomy(text) }
    #expect(error.code.rawValue == code)
    #expect(error.path == path)
    #expect(error.file == "concepts.json")
    #expect(error.description.contains("concepts.json"))
  }

  @Test("Two themes of one name")
  func duplicateTheme() throws {
    let theme = """
      {"id": "a", "name": {"ja": "", "en": ""}, "description": {"ja": "", "en": ""}}
      """
    let error = try error {
      _ = try ConceptTaxonomy(
        concepts: BuiltInFile(name: "concepts.json", text: "{\"concepts\": []}"),
        themes: BuiltInFile(name: "themes.json", text: "{\"themes\": [\(theme), \(theme)]}"))
    }
    #expect(error.code == .duplicateID)
    #expect(error.file == "themes.json")
    #expect(error.path == "themes[1].id")
  }

  @Test(
    "No JSON at all, an empty file, another shape", arguments: ["", "[]", "null", "hello", "{}"])
  func otherShapes(text: String) throws {
    let error = try error {
      _ = try ConceptTaxonomy(
        concepts: BuiltInFile(name: "concepts.json", text: text), themes: Sample.themes)
    }
    #expect(
      [.brokenJSON, .badValue, .missingMember].contains(error.code), "\(error) for \(text)")
  }

  // MARK: A city's file

  private func notes(_ text: String) throws -> ConceptNotes {
    try ConceptNotes(BuiltInFile(name: "town/concepts.json", text: text))
  }

  @Test(
    "A city's file",
    arguments: [
      ("{\"municipality\": \"012130\"}", "bad-value", "municipality"),  // 012131 is right
      ("{\"indicators\": []}", "missing-member", ""),
      (
        "{\"municipality\": \"01601\", \"indicators\": [{\"concept\": \"loans\"}]}", "bad-value",
        "indicators[0]"
      ),
      (
        "{\"municipality\": \"01601\", \"indicators\": [{\"concept\": \"loans\", \"indicator\": \"a\", \"population_table\": true}]}",
        "bad-value", "indicators[0]"
      ),
      (
        "{\"municipality\": \"01601\", \"themes\": [{\"level\": \"goal\", \"themes\": [\"living\"], \"reason\": {\"ja\": \"\", \"en\": \"\"}}]}",
        "bad-value", "themes[0]"
      ),
      (
        "{\"municipality\": \"01601\", \"sdgs\": [{\"level\": \"goal\", \"title\": \"a\", \"goals\": [18], \"reason\": {\"ja\": \"\", \"en\": \"\"}}]}",
        "bad-value", "sdgs[0].goals[0]"
      ),
      ("{\"municipality\": \"01601\", \"indicator\": []}", "unknown-member", ""),
      ("{\"municipality\"", "broken-json", ""),
    ])
  func cityFile(text: String, code: String, path: String) throws {
    let error = try error { _ = try notes(text) }
    #expect(error.code.rawValue == code)
    #expect(error.path == path)
    #expect(error.file == "town/concepts.json")
  }

  @Test(
    "A city's file against the taxonomy",
    arguments: [
      (
        "\"concept\": \"films\", \"indicator\": \"a\"", "unknown-reference", "indicators[0].concept"
      ),
      (
        "\"concept\": \"loans\", \"indicator\": \"a\", \"aspects\": {\"colour\": {\"ja\": \"赤\", \"en\": \"red\"}}",
        "unknown-reference", "indicators[0].aspects"
      ),
      (
        "\"concept\": \"loans\", \"population_table\": true", "bad-value",
        "indicators[0].population_table"
      ),
    ])
  func cityFileAgainstTaxonomy(entry: String, code: String, path: String) throws {
    let notes = try notes("{\"municipality\": \"01601\", \"indicators\": [{\(entry)}]}")
    let record = try Sample.record(Sample.first, unit: "冊", actuals: [], target: "6")
    let error = try error {
      _ = try Crosswalk([record], taxonomy: Sample.taxonomy(Sample.loans()), notes: [notes])
    }
    #expect(error.code.rawValue == code)
    #expect(error.path == path)
  }

  @Test("A theme that there is not")
  func unknownTheme() throws {
    let notes = try notes(
      """
      {"municipality": "01601", "themes": [{"level": "goal", "number": "1", "themes": ["leisure"],
       "reason": {"ja": "", "en": ""}}]}
      """)
    let record = try Sample.record(Sample.first, unit: "冊", actuals: [], target: "6")
    let error = try error {
      _ = try Crosswalk([record], taxonomy: Sample.taxonomy(Sample.loans()), notes: [notes])
    }
    #expect(error.code == .unknownReference)
    #expect(error.path == "themes[0].themes")
  }

  // MARK: SDG rules

  private func rules(goals: [Int], rule: String = "") throws -> SDGRules {
    let list = goals.map { "{\"goal\": \($0), \"name\": {\"ja\": \"\", \"en\": \"\"}}" }
    return try SDGRules(
      BuiltInFile(
        name: "rules.json",
        text: "{\"goals\": [\(list.joined(separator: ","))], \"rules\": [\(rule)]}"))
  }

  @Test("The goals are 1 to 17, each once")
  func goals() throws {
    #expect(try rules(goals: Array(1...17)).goals.count == 17)
    #expect(try error { _ = try rules(goals: Array(1...16)) }.code == .missingMember)
    #expect(try error { _ = try rules(goals: Array(1...18)) }.code == .badValue)
    #expect(try error { _ = try rules(goals: Array(1...16) + [16]) }.code == .duplicateID)
  }

  @Test(
    "Rules",
    arguments: [
      ("\"goal\": 18, \"any\": [\"a\"]", "bad-value"), ("\"goal\": 1", "bad-value"),
      ("\"goal\": 1, \"any\": [\"\"]", "bad-value"),
      ("\"goal\": 1, \"all\": [\"a\"]", "unknown-member"),
    ])
  func rule(members: String, code: String) throws {
    let rule = "{\"id\": \"r\", \(members), \"rationale\": {\"ja\": \"\", \"en\": \"\"}}"
    #expect(try error { _ = try rules(goals: Array(1...17), rule: rule) }.code.rawValue == code)
  }

  @Test("The built-in files are sound")
  func builtIn() throws {
    let taxonomy = try ConceptTaxonomy.builtIn()
    #expect(taxonomy.concepts.count == 31)
    #expect(
      taxonomy.themes.map(\.id) == ["work", "migration", "childcare", "living", "administration"])
    for concept in taxonomy.concepts {
      #expect(!concept.sdgs.isEmpty && !concept.patterns.isEmpty)
      #expect(!concept.name.ja.isEmpty && !concept.name.en.isEmpty)
    }
    let rules = try SDGRules.builtIn()
    #expect(rules.goals.map(\.number) == Array(1...17))
    #expect(rules.rules.count > 25)
    #expect(try Published.conceptNotes().count == Published.adapters.count)
  }
}

extension String {
  /// The text with every `word` replaced.
  fileprivate func replacing(_ word: String, _ other: String) -> String {
    var result = ""
    var rest = self[...]
    while let range = rest.firstRange(of: word) {
      result += rest[..<range.lowerBound] + other
      rest = rest[range.upperBound...]
    }
    return result + rest
  }
}
