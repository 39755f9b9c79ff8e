import MachiKurabe
import Testing

@Suite("Crosswalk: report")
struct CrosswalkReportTests {
  let records: [MunicipalityRecord]
  let notes: [ConceptNotes]

  init() throws {
    records = try MunicipalityRecord.builtIn()
    notes = try ConceptNotes.builtIn()
  }

  private func report(_ filter: Crosswalk.Filter = .all) throws -> Report {
    try CrosswalkReport.report(records, notes: notes, filter: filter)
  }

  private func findings(_ filter: Crosswalk.Filter = .all) throws -> [[String: String]] {
    let table = try CrosswalkReport.findings(records, notes: notes, filter: filter)
    let names = table.columns.map(\.name)
    return table.rows.map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
  }

  @Test("It is written in every format and language", arguments: ReportFormat.allCases)
  func formats(format: ReportFormat) throws {
    let report = try report()
    for language in Language.allCases {
      let text = format.renderer(language: language).render(report)
      #expect(text.utf8.count > 10_000)
      #expect(!text.contains("Optional("))
      #expect(!text.contains("nil"))
    }
  }

  @Test("Its sections are those of the comparison")
  func sections() throws {
    #expect(
      try report().sections.map(\.key) == [
        "shared_concepts", "levels", "progress", "definitions", "unpaired", "themes", "sdgs",
        "corrections",
      ])
    #expect(
      try report(Crosswalk.Filter(concept: "in_migration")).sections.map(\.key) == [
        "shared_concepts", "levels", "progress", "definitions", "corrections",
      ])
    #expect(
      try report(Crosswalk.Filter(goal: 13)).sections.map(\.key) == [
        "shared_concepts", "levels", "progress", "definitions", "sdgs", "corrections",
      ])
  }

  @Test("The English report has English words around the printed names")
  func english() throws {
    let text = ReportFormat.text.renderer(language: .english).render(try report())
    #expect(text.contains("Shared concepts: 22, of which 20 are indicators of both plans."))
    #expect(text.contains("assigned"))
    let japanese = ReportFormat.text.renderer(language: .japanese).render(try report())
    #expect(japanese.contains("共通の概念は22、うち両市とも計画の指標を持つものは20。"))
    #expect(japanese.contains("割当"))
  }

  @Test("Every computed level in the report cites its cells")
  func cited() throws {
    for section in try report().sections where ["levels", "progress"].contains(section.key) {
      for row in section.tables.flatMap(\.rows) {
        for cell in row.cells {
          guard case .decimal = cell.value else { continue }
          #expect(!cell.sources.isEmpty, "\(cell.text.en) in \(section.key)")
        }
      }
    }
  }

  @Test("A finding is one row with a code of the list")
  func codes() throws {
    let remarks = MemberRemark.Code.allCases.map { "remark_\($0.rawValue)" }
    let known: Set<String> = [
      "comparability", "comparability_reason", "level", "level_per_1000", "level_difference",
      "level_ratio", "indicator", "further_indicator", "baseline", "actual", "target", "change",
      "change_percent", "ambition", "ambition_percent", "direction", "direction_basis", "progress",
      "pace", "note",
      "unshared_concept", "not_paired", "no_concept", "theme_projects", "theme_indicators",
      "theme_median_pace", "theme_pledges", "theme_assignment", "theme_secondary_assignment",
      "sdg_projects", "sdg_indicators", "sdg_median_pace", "sdg_assigned", "sdg_published",
      "sdg_untagged", "correction",
    ]
    let findings = try findings()
    #expect(Set(findings.compactMap { $0["code"] }).subtracting(known).subtracting(remarks) == [])
    #expect(findings.count { $0["code"] == "comparability" } == 22)
    #expect(findings.count { $0["code"] == "sdg_projects" } == 34)
    let csv = try CrosswalkReport.findings(records, notes: notes).csv
    #expect(csv.utf8.count { $0 == UInt8(ascii: "\n") } == findings.count + 1)
  }

  @Test("No ratio of a figure that may change sign is anywhere")
  func noRatioOfSignedRates() throws {
    let rows = try findings(Crosswalk.Filter(concept: "net_migration"))
    for code in ["level_ratio", "change_percent", "ambition_percent"] {
      let found = rows.filter { $0["code"] == code }
      #expect(!found.isEmpty)
      #expect(found.allSatisfy { $0["value"] == "" && $0["status"] != "value" }, "\(code)")
    }
    #expect(rows.contains { $0["code"] == "level_difference" && $0["value"] == "-0.29" })
  }

  @Test("A filter by goal shows only what serves the goal")
  func goalFilter() throws {
    let rows = try findings(Crosswalk.Filter(goal: 13))
    #expect(Set(rows.compactMap { $0["concept"] }) == ["", "disaster_mail"])
    #expect(Set(rows.compactMap { $0["goal"] }) == ["", "13"])
    #expect(rows.count { $0["code"] == "sdg_assigned" } == 19)
  }

  @Test("A filter by theme shows only the theme")
  func themeFilter() throws {
    let rows = try findings(Crosswalk.Filter(theme: "living"))
    // A correction may bear on any theme.
    #expect(
      Set(rows.filter { $0["code"] != "correction" }.compactMap { $0["theme"] }) == ["living"])
    #expect(
      Set(rows.compactMap { $0["concept"] }) == [
        "", "liveability", "disaster_mail", "ict_services",
      ])
  }

  @Test(
    "A filter that names what there is not is refused",
    arguments: [
      (Crosswalk.Filter(concept: "nope"), DataFileError.Code.unknownReference),
      (Crosswalk.Filter(theme: "nope"), .unknownReference), (Crosswalk.Filter(goal: 18), .badValue),
      (Crosswalk.Filter(goal: 0), .badValue),
    ])
  func badFilter(filter: Crosswalk.Filter, code: DataFileError.Code) throws {
    let error = try #require(throws: DataFileError.self) { _ = try report(filter) }
    #expect(error.code == code)
    #expect(!error.expected.en.isEmpty)
  }

  @Test("One city, and none, make a report without pairs", arguments: [0, 1])
  func fewCities(count: Int) throws {
    let report = try CrosswalkReport.report(Array(records.prefix(count)), notes: notes)
    for format in ReportFormat.allCases {
      #expect(!format.renderer(language: .japanese).render(report).isEmpty)
    }
    #expect(!report.sections.contains { $0.key == "levels" })
  }
}
