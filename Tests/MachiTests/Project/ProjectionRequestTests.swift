import Foundation
import MachiKurabe
import TestSupport
import Testing

@testable import machi

@Suite("machi project with a file of scenarios")
struct ProjectionRequestTests {
  private static let tool = SampleCommand(
    name: "project", summary: LocalizedText(ja: "見本", en: "A sample."),
    options: ProjectionOptions.all, formats: [])

  private func run(
    _ json: String, _ arguments: [String]
  ) throws -> (study: ProjectionStudy?, complaints: String) {
    var study: ProjectionStudy?
    var complaints = ""
    try TemporaryFolder.use { folder in
      try Data(json.utf8).write(to: URL(filePath: folder.file("own.json")))
      let all =
        ["--municipality", "012131", "--language", "en"]
        + arguments.map { $0 == "own.json" ? folder.file($0) : $0 }
      complaints =
        SampleTool.run(all, of: Self.tool) { study = try ProjectionRequest($0).studies.first }
        .complaints
    }
    return (study, complaints)
  }

  private static let two = """
    { "scenarios": [ { "id": "first", "extends": "ipss2018", "migration": [] },
      { "id": "second", "extends": "ipss2018" } ] }
    """

  @Test("The first scenario of a file is the main one, and the others are compared")
  func several() throws {
    let main = try run(Self.two, ["--scenario", "own.json", "--compare", "closed"])
    #expect(main.study?.entries.map(\.scenario.id) == ["first", "second", "closed"])
    let others = try run(Self.two, ["--scenario", "closed", "--compare", "own.json"])
    #expect(others.study?.entries.map(\.scenario.id) == ["closed", "first", "second"])
  }

  /// simulation-2 extends simulation-1, which extends ipss2018; the vision of 苫小牧市 extends ipss2018 too.
  @Test("A scenario that goes on from the national projection by another one cites it")
  func credit() throws {
    let study = try #require(
      try run("{}", ["--scenario", "simulation-2", "--compare", "vision-without-inflow"]).study)
    #expect(study.entries.map(\.scenario.id) == ["simulation-2", "vision-without-inflow"])
    #expect(ProjectionReport.chart(study).credit?.ja.contains("地域別将来推計人口") == true)
  }

  @Test("A file without a scenario, or that is no JSON, is told with its place")
  func none() throws {
    let none = try run(#"{ "scenarios": [] }"#, ["--scenario", "own.json"])
    #expect(none.complaints.contains("own.json: scenarios: there is no scenario"))
    let broken = try run("{\n", ["--scenario", "own.json"])
    #expect(broken.complaints.contains("own.json: 2: not readable as JSON"))
  }

  @Test("Assumptions that no scenario states have no column, and one that is missing says so")
  func notes() throws {
    func table(_ arguments: [String]) throws -> ReportTable {
      let study = try #require(try run(Self.two, arguments).study)
      return try #require(
        ProjectionReport.report([study]).sections.flatMap(\.tables).first {
          $0.key == "scenarios"
        })
    }
    let without = try table(["--scenario", "own.json", "--compare", "own.json"])
    #expect(without.columns.map(\.key) == ["id", "scenario"])
    let with = try table(["--scenario", "own.json", "--compare", "closed"])
    #expect(with.rows.map { $0.cells[2].text.en.isEmpty } == [false, false, false])
    #expect(with.rows.first?.cells[2].text.en == "not stated")
  }
}
