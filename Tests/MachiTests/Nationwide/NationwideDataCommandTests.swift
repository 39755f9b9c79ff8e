import Foundation
import MachiKurabe
import TestSupport
import Testing

@testable import machi

/// `machi data` and `machi compare --data` on the invented files of `Tests/Samples/open-data`.
@Suite("machi on a folder of published data")
struct NationwideDataCommandTests {
  private let folder = OpenDataMoversTests.samples.path

  private func run(
    _ arguments: String...
  ) -> (status: Int32, output: String, complaints: String) {
    SampleTool.program(arguments)
  }

  @Test(arguments: ["ja", "en"])
  func `A folder is told by what it holds`(language: String) {
    let run = run("data", folder, "--language", language, "--format", "markdown")
    #expect(run.status == 0, "\(run.complaints)")
    for name in ["registry-2019.csv", "movers-in.csv", "ssdse-a.csv", "estat-indicators.csv"] {
      #expect(run.output.contains(name))
    }
    #expect(run.output.contains("2019-01-01") && run.output.contains("2020-01-01"))
    // The same sheet in CP932 is not used twice; the README is no data.
    #expect(run.output.contains(language == "ja" ? "使いません" : "it is not used"))
    #expect(run.output.contains("README.md"))
    #expect(run.output.contains(language == "ja" ? "年齢階級別人口" : "populations by age"))
  }

  @Test func `Municipalities stand side by side on one definition`() {
    let run = run(
      "compare", "架空松江市", "322024", "--data", folder, "--language", "en", "--format", "markdown")
    #expect(run.status == 0, "\(run.complaints)")
    #expect(run.output.contains("架空松江市 (322016), 架空浜田市 (322024)"))
    #expect(run.output.contains("2018–2019"))
    #expect(run.output.contains("registry-2020"))
    let year = self.run(
      "compare", "架空松江市", "322024", "--data", folder, "--from", "2019", "--to", "2020",
      "--language", "ja", "--format", "csv")
    #expect(year.status == 0)
    #expect(year.output.contains("2019") && !year.output.contains("y2018"))
  }

  @Test(arguments: [
    (["compare", "架空松江市"], 2, "--data"), (["compare", "--from", "2019"], 2, "--data"),
    (["compare", "架空松江市", "--data", "FOLDER", "--from", "2020", "--to", "2019"], 2, "--from"),
    (["compare", "札幌市", "--data", "FOLDER"], 1, "札幌市"),
    (["compare", "--data", "FOLDER"], 2, "--data"),
    (["data", "FOLDER/none"], 1, "none"), (["data"], 2, "FOLDER"),
    (["compare", "架空松江市", "--data", "FOLDER", "--municipality", "012131"], 2, "--municipality"),
  ])
  func `What makes no sense is refused`(arguments: [String], status: Int32, told: String) {
    let run = SampleTool.program(
      arguments.map { $0.replacing("FOLDER", with: folder) } + ["--language", "en"])
    #expect(run.status == status && run.output == "")
    #expect(run.complaints.contains(told), "\(run.complaints)")
  }

  /// The ages and the cells of a workbook, as `machi ages` takes them.
  @Test func `A workbook of ages and one of the register are taken by their commands`() throws {
    try TemporaryFolder.use { folder in
      let ages = (0..<20).map { "\($0 * 5)歳～\($0 * 5 + 4)歳" } + ["100歳以上"]
      func rows(_ sex: String, _ factor: Int) -> [String] {
        let counts = (1...21).map { $0 * factor }
        return ["012025", "北海道", "函館市", sex, "\(counts.reduce(0, +))"] + counts.map { "\($0)" }
      }
      let sheet: [[String]] = [
        ["令和5年1月1日住民基本台帳年齢階級別人口（市区町村別）（総計）"], ["", "", "", "", "総数"] + ages,
        ["団体コード", "都道府県名", "市区町村名", "性別"] + Array(repeating: "人", count: 22),
        rows("計", 30), rows("男", 10), rows("女", 20),
      ]
      try folder.write(
        WorkbookWriter([WorkbookWriter.Sheet("年齢別人口", rows: sheet)]).bytes, to: "ages.xlsx")
      let unnamed = run("ages", "--population", folder.file("ages.xlsx"), "--language", "en")
      #expect(unnamed.status == 2 && unnamed.complaints.contains("--municipality"))
      let elsewhere = run(
        "ages", "--population", folder.file("ages.xlsx"), "--municipality", "札幌市", "--language",
        "en")
      #expect(elsewhere.status == 1 && elsewhere.complaints.contains("011002"))
      let data = run("data", folder.path, "--language", "en")
      #expect(data.output.contains("年齢別人口") && data.output.contains("2023-01-01"))
    }
  }
}
