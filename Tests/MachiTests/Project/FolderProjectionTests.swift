import Foundation
import MachiKurabe
import TestSupport
import Testing

@testable import machi

@Suite("machi project --folder")
struct FolderProjectionTests {
  private static let tool = SampleCommand(
    name: "project", summary: LocalizedText("."), options: ProjectionOptions.all, formats: [])

  private static let stocks = [
    "town-population-by-age.csv": SampleTown.stocks(["2010-10-01", "2015-10-01"])
  ]
  private static let scenarios = """
    { "scenarios": [
      { "id": "plan", "municipality": "016071",
        "name": { "ja": "町の展望", "en": "The town's outlook" },
        "base": { "population": "census", "year": 2015 },
        "survival": { "series": "national", "after": "hold" },
        "births": { "method": "total-fertility", "schedule": 2015, "sexRatioAtBirth": "wpp2022",
          "totalFertility": 1.8 },
        "migration": [{ "kind": "band", "ages": "20-39", "ageAt": "end", "rate": 0.01 }] },
      { "id": "plan-without-inflow", "extends": "plan", "municipality": "016071", "migration": [] } ] }
    """

  private static func run(
    _ arguments: [String], files: [String: String]
  ) throws -> (status: Int32, output: String, complaints: String) {
    var result: (status: Int32, output: String, complaints: String) = (-1, "", "")
    try TemporaryFolder.use { folder in
      try SampleTown.write(folder, files)
      result = SampleTool.run(
        ["--folder", folder.path, "--municipality", "016071"] + arguments, of: tool
      ) { run in
        switch run[ProjectionOptions.method] {
        case .components: try ProjectionRequest(run).write(run)
        case .hamiltonPerry: try HamiltonPerryRequest(run).write(run)
        }
      }
      result.complaints = result.complaints.replacingOccurrences(of: folder.path, with: "TOWN")
    }
    return result
  }

  /// The scenarios and the last year of a table.
  private static func scenarios(_ csv: String) -> [String] {
    csv.split(separator: "\n").dropFirst().map { String($0.split(separator: ",")[1]) }.uniqued
  }

  @Test func `By its own scenarios, the first of which is the main one`() throws {
    let files = Self.stocks.merging(["projection-scenarios.json": Self.scenarios]) { $1 }
    let table = try Self.run(["--format", "csv"], files: files)
    #expect(table.status == 0 && table.complaints == "")
    #expect(Self.scenarios(table.output) == ["plan", "plan-without-inflow"])
    #expect(table.output.contains(",2060,"))
    let ja = try Self.run(["--language", "ja"], files: files)
    let words = ja.output.filter { !$0.isWhitespace }
    #expect(words.contains("主なシナリオは「町の展望」。推計年は2015年の基準日（10月1日）から5年ごと"))
    let en = try Self.run(["--language", "en"], files: files)
    #expect(en.output.contains("The main scenario is \"The town's outlook\""))
  }

  @Test func `Without any, by the ratios of two stocks, and closed`() throws {
    let table = try Self.run(["--format", "csv"], files: Self.stocks)
    #expect(table.status == 0 && table.complaints == "")
    #expect(
      Self.scenarios(table.output) == ["hamilton-perry", "closed", "simulation-1", "simulation-2"])
    let ratios = try Self.run(
      ["--method", "hamilton-perry", "--to", "2060", "--language", "ja"], files: Self.stocks)
    #expect(ratios.status == 0 && ratios.output.contains("2060"))
    #expect(ratios.output.filter { !$0.isWhitespace }.contains("最も高い年齢は"))
  }

  /// Stocks of years that do not end in 0 or 5 meet 2060 in no whole steps.
  @Test(arguments: [
    ("ja", "推計は2024年1月1日の人口（住民基本台帳）から5年ごと。最も高い年齢は"),
    ("en", "It starts from the population of 2024-01-01 (住民基本台帳)"),
  ])
  func `A stock of the register`(language: String, basis: String) throws {
    let files = [
      "town-population-by-age.csv": SampleTown.stocks(
        ["2019-01-01", "2024-01-01"], statistic: "住民基本台帳")
    ]
    let table = try Self.run(["--format", "csv"], files: files)
    #expect(table.status == 0 && table.output.contains(",2059,"))
    #expect(!table.output.contains(",2060,"))
    let text = try Self.run(["--language", language], files: files)
    #expect(text.output.filter { !$0.isWhitespace }.contains(basis.filter { !$0.isWhitespace }))
  }

  @Test func `What stands in the way is told with the folder or the file`() throws {
    let nothing = try Self.run(["--language", "en"], files: [:])
    #expect(nothing.status != 0)
    #expect(
      nothing.complaints.contains(
        "TOWN: a projection takes populations by age of two times five years apart"))
    let broken = Self.scenarios.replacing("\"national\"", with: "\"nobody\"")
    let unknown = try Self.run(
      ["--language", "ja"],
      files: Self.stocks.merging(["projection-scenarios.json": broken]) { $1 })
    #expect(unknown.status != 0 && unknown.complaints.contains("nobody"))
    let damaged = try Self.run(
      ["--language", "en"],
      files: Self.stocks.merging(["projection-scenarios.json": "{ \"scenarios\": [] }"]) { $1 })
    #expect(damaged.complaints.contains("TOWN/projection-scenarios.json: "))
    let apart = try Self.run(
      ["--language", "ja"],
      files: ["town-population-by-age.csv": SampleTown.stocks(["2015-10-01", "2020-07-01"])])
    #expect(apart.status != 0 && apart.complaints.contains("2015-10-01 – 2020-07-01"))
  }
}
