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

  @Test func `Prefecture, nation and peers stand beside them`() {
    let run = run(
      "compare", "架空松江市", "322024", "--data", folder, "--beside", "prefecture,nation", "--beside",
      "peers", "--language", "en", "--format", "markdown")
    #expect(run.status == 0, "\(run.complaints)")
    for name in ["beside them", "Japan", "Shimane", "peers of 架空松江市"] {
      #expect(run.output.contains(name))
    }
    let wrong = self.run("compare", "架空松江市", "--data", folder, "--beside", "nation,world")
    #expect(wrong.status == 2 && wrong.complaints.contains("world"))
  }

  @Test func `One town is shown beside its prefecture, and years without a sheet are named`() throws
  {
    try TemporaryFolder.use { folder in
      for year in [2016, 2017, 2019] {
        let text = Fixture.sheet(ofYear: year, Fixture.wholeSheet(Fixture.rows2020))
        try folder.write(
          Array((year == 2019 ? text.replacing("260,12", with: "2x0,12") : text).utf8),
          to: "\(year).csv")
      }
      let call = ["--data", folder.path, "--language", "en", "--format", "markdown"]
      let one = SampleTool.program(["compare", "架空町", "--beside", "prefecture"] + call)
      #expect(one.status == 0, "\(one.complaints)")
      #expect(one.output.contains("beside them") && one.output.contains("Tottori"))
      #expect(one.output.contains("Years that 岩美郡架空町 publish") && !one.output.contains("Ranks"))
      #expect(one.output.contains("No sheets with all of the municipalities for 2017."))
      // The damaged cell is in the row that is asked for.
      #expect(one.complaints.contains("2019.csv:") && one.complaints.contains("2x0"))
      let other = SampleTool.program(["compare", "架空鳥取市"] + call)
      #expect(other.complaints.contains("2x0"))
      let data = SampleTool.program(["data"] + Array(call.dropFirst()))
      #expect(data.output.contains("2018") && data.output.contains("unreadable"))
    }
  }

  @Test func `Flows and years without movers are among what can be followed`() throws {
    try TemporaryFolder.use { folder in
      for year in [2021, 2024] {
        try folder.write(
          Array(Fixture.flows(Fixture.flowPairs, year: year).utf8), to: "flows-\(year).csv")
      }
      let run = run("data", folder.path, "--language", "en", "--format", "markdown")
      #expect(
        run.output.contains(
          "| movers by origin and destination | all movers | 2021 | 2024 | 2 | 2022, 2023 |"))
    }
  }

  /// Japanese residents on 1 January 2017, all residents in 2018 and 2019.
  @Test func `Years of another definition stand in a section of their own, if asked for`() throws {
    try TemporaryFolder.use { folder in
      for (year, residents) in [(2017, "（日本人住民）"), (2018, "（総計）"), (2019, "（総計）")] {
        let text = Fixture.sheet(
          ofYear: year, Fixture.wholeSheet(Fixture.rows2020), residents: residents)
        try folder.write(Array(text.utf8), to: "\(year).csv")
      }
      let call = [
        "compare", "架空鳥取市", "架空米子市", "--data", folder.path, "--from", "2016", "--to", "2018",
        "--language", "en", "--format", "markdown",
      ]
      let one = SampleTool.program(call)
      #expect(one.status == 0, "\(one.complaints)")
      #expect(one.output.contains("2017–2018") && !one.output.contains("## Population dynamics:"))
      #expect(one.output.contains("are counted differently and not set beside these"))
      let all = SampleTool.program(call + ["--allow-other-definition"])
      #expect(all.output.contains("## Population dynamics: Japanese residents 2017 (01-01)"))
      #expect(all.output.contains("## Population dynamics: all residents 2018–2019 (01-01)"))
    }
  }

  /// 那珂川町 became 那珂川市 on 1 October 2018, with another code; of nothing else in the folder could that be told.
  @Test func `A town of the same name under another code is named`() throws {
    try TemporaryFolder.use { folder in
      for (title, code, name) in [
        ("平成30年1月1日", "403059", "筑紫郡那珂川町"), ("令和5年1月1日", "402311", "那珂川市"),
      ] {
        let sheet = Fixture.ageSheet(
          Fixture.ageRows(code, "福岡県", name, 5), title: title + "住民基本台帳年齢階級別人口（市区町村別）（総計）")
        try folder.write(Array(sheet.utf8), to: code + ".csv")
      }
      let run = run("ages", "那珂川市", "--data", folder.path, "--language", "en")
      #expect(run.status == 2)
      #expect(run.complaints.contains("there are those of 2023; in that of 2018-01-01 stands"))
      #expect(run.complaints.contains("那珂川町 under another code, 403059"))
    }
  }

  /// Invented: of 3,505 people of a town, 1,402 come to one of 17,911.
  @Test func `Years in which a municipality took in people are told`() throws {
    func row(_ code: String, _ name: String, _ male: Int, _ female: Int) -> String {
      SheetRow(
        code: code, prefecture: "鳥取県", name: name, male: male, female: female,
        entries: [30, 0, 50, 0], removals: [100, 0, 200, 0]
      ).line
    }
    try TemporaryFolder.use { folder in
      let before = [
        row("313254", "八頭郡架空若桜町", 1_658, 1_847), row("313297", "八頭郡架空八頭町", 8_613, 9_298),
      ]
      let after = [row("313297", "八頭郡架空八頭町", 9_161, 9_932)]
      for (year, rows) in [(2018, before), (2019, after)] {
        try folder.write(Array(Fixture.sheet(ofYear: year, rows).utf8), to: "\(year).csv")
      }
      let run = run(
        "compare", "架空八頭町", "--data", folder.path, "--language", "en", "--format", "markdown")
      #expect(run.status == 0, "\(run.complaints)")
      #expect(run.output.contains("took in people of a municipality that is gone"))
      // −220 of 19,093 + 220 is −1.14 %; of 17,911 it would be −1.23 %.
      #expect(run.output.contains("-1.14") && !run.output.contains("-1.23"))
    }
  }

  @Test func `Municipalities are ranked by years taken together`() {
    let sum = run(
      "rank", "--data", folder, "--from", "2018", "--to", "2019", "--language", "en", "--format",
      "csv")
    #expect(sum.status == 0, "\(sum.complaints)")
    #expect(sum.output.contains("CY2018/CY2019") && sum.output.contains("sum of 2018–2019"))
    let mean = run(
      "rank", "--data", folder, "--from", "2018", "--to", "2019", "--years-as", "mean",
      "--language", "en", "--format", "markdown")
    #expect(mean.status == 0 && mean.output.contains("mean crude rate of social change"))
    let prefectures = run(
      "rank", "--data", folder, "--areas", "prefectures", "--language", "en", "--format", "markdown"
    )
    #expect(prefectures.status == 0 && prefectures.output.contains("Prefectures ranked by"))
  }

  @Test(arguments: [
    (["rank"], 2, "--data"), (["rank", "x.csv", "--data", "FOLDER"], 2, "x.csv"),
    (["rank", "x.csv", "--from", "2018"], 2, "--data"),
    (["rank", "--data", "FOLDER", "--from", "2010", "--to", "2019"], 1, "2010–2019"),
    (["rank", "--data", "FOLDER", "--by", "ageing-rate", "--from", "2018"], 2, "--from"),
    (["rank", "--data", "FOLDER", "--areas", "wards"], 1, "wards"),
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
