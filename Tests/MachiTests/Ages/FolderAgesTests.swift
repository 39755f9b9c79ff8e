import Foundation
import MachiKurabe
import TestSupport
import Testing

@testable import machi

@Suite("machi ages --folder")
struct FolderAgesTests {
  private static func run(
    _ arguments: [String], files: [String: String], bytes: [String: Data] = [:]
  ) throws -> (status: Int32, output: String, complaints: String) {
    var result: (status: Int32, output: String, complaints: String) = (-1, "", "")
    try TemporaryFolder.use { folder in
      try SampleTown.write(folder, files, bytes: bytes)
      result = SocialChangeRequestTests.run(["--folder", folder.path] + arguments)
      result.complaints = result.complaints.replacingOccurrences(of: folder.path, with: "TOWN")
    }
    return result
  }

  private static func codes(_ csv: String) -> [String] {
    csv.split(separator: "\n").dropFirst().compactMap { $0.split(separator: ",").first }
      .map(String.init).uniqued
  }

  @Test func `Censuses of a folder stand beside the built-in ones`() throws {
    let files = ["town-population-by-age.csv": SampleTown.stocks(["2010-10-01", "2015-10-01"])]
    let result = try Self.run(["--format", "csv", "--language", "en"], files: files)
    #expect(result.status == 0 && result.complaints == "")
    #expect(Self.codes(result.output) == ["012106", "012131", "016071"])
    let named = try Self.run(["--municipality", "浦河町", "--language", "ja"], files: files)
    #expect(named.status == 0 && named.output.contains("浦河町（016071）"))
    #expect(!named.output.contains("苫小牧市"))
    let other = try Self.run(["--municipality", "012131", "--format", "csv"], files: [:])
    #expect(other.status == 0 && Self.codes(other.output) == ["012131"])
  }

  /// Of another statistic and other years, in the encoding and the form that a spreadsheet saves.
  @Test(arguments: [
    (
      "ja", "岩見沢市、苫小牧市は、2019年と2024年の人口がないため省きます"
    ),
    (
      "en", "Iwamizawa, Tomakomai left out: no populations of 2019 and 2024"
    ),
  ])
  func `Plain tables whose names tell the time`(language: String, notice: String) throws {
    let shiftJIS = try ["2019": false, "2024": true].map { year, isNewer in
      let text = SampleTown.plainStock(isNewer: isNewer)
      return ("town-\(year)-01-01-population-by-age.csv", try #require(text.data(using: .shiftJIS)))
    }
    let bytes = Dictionary(uniqueKeysWithValues: shiftJIS)
    let result = try Self.run(
      ["--format", "csv", "--method", "cohort-change", "--language", language], files: [:],
      bytes: bytes)
    #expect(result.status == 0 && result.complaints == "machi ages: \(notice)\n")
    #expect(Self.codes(result.output) == ["016071"])
    let period = try Self.run(
      ["--format", "csv", "--period", "2010-2015", "--language", language], files: [:],
      bytes: bytes)
    #expect(period.status != 0)
  }

  @Test(arguments: [
    ("ja", "TOWN: 2時点の年齢別人口（…-population-by-age.csv）が必要です（あるのは2015年）"),
    (
      "en",
      "TOWN: populations by age of two times are needed (…-population-by-age.csv); there are those of 2015"
    ),
  ])
  func `One stock is not enough`(language: String, message: String) throws {
    let result = try Self.run(
      ["--language", language],
      files: ["town-population-by-age.csv": SampleTown.stocks(["2015-10-01"])])
    #expect(result.status != 0 && result.complaints.contains(message))
  }

  @Test func `A plain table without any year names its line`() throws {
    let result = try Self.run(
      ["--language", "en"],
      files: ["town-population-by-age.csv": SampleTown.plainStock(isNewer: false)])
    #expect(result.status != 0)
    #expect(result.complaints.contains("no column tells the time"))
  }

  /// Two sheets of a document that the folder names, each with the day above its table.
  private static func workbook(lacking: Int? = nil) -> Data {
    let sheets = [("H31", "平成31年1月1日現在", false), ("R6", "令和6年1月1日現在", true)].map {
      name, day, isNewer in
      var rows = SampleTown.plainStock(isNewer: isNewer).split(separator: "\n").map {
        $0.split(separator: ",").map(String.init)
      }
      if let lacking { rows.remove(at: lacking) }
      return WorkbookWriter.Sheet(name, rows: [["浦河町の年齢別人口"], [day]] + rows)
    }
    return Data(WorkbookWriter(sheets).bytes)
  }

  private static let description = """
    {
      "code": "016071", "name": { "ja": "浦河町", "en": "Urakawa" },
      "documents": [{ "id": "urakawa-ages", "file": "ages.xlsx", "title": "年齢別人口" }]
    }
    """

  @Test func `Tables on the sheets of a document are stocks`() throws {
    let result = try Self.run(
      ["--format", "csv", "--method", "cohort-change", "--language", "en"],
      files: ["municipality.json": Self.description], bytes: ["ages.xlsx": Self.workbook()])
    #expect(result.status == 0)
    #expect(Self.codes(result.output) == ["016071"])
    let beside = try Self.run(
      ["--format", "csv", "--method", "cohort-change", "--language", "en"],
      files: [:],
      bytes: [
        "town-2019-01-01-population-by-age.csv": Data(SampleTown.plainStock(isNewer: false).utf8),
        "town-2024-01-01-population-by-age.csv": Data(SampleTown.plainStock(isNewer: true).utf8),
      ])
    func figures(_ csv: String) -> [String] {
      csv.split(separator: "\n").map { $0.split(separator: ",").prefix(6).joined(separator: ",") }
    }
    #expect(figures(result.output) == figures(beside.output))
    #expect(result.output.contains("R6!") && !beside.output.contains("R6!"))
  }

  @Test func `A table on a sheet that has a gap is told by check, and left out`() throws {
    try TemporaryFolder.use { folder in
      try SampleTown.write(
        folder, ["municipality.json": Self.description],
        bytes: ["ages.xlsx": Self.workbook(lacking: 5)])
      let run = SampleTool.program(["check", folder.path, "--language", "en"])
      #expect(run.output.contains("table by age not read"))
    }
  }
}
