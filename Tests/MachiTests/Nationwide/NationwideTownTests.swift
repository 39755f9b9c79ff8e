import Foundation
import MachiKurabe
import TestSupport
import Testing

@testable import machi

/// The commands that take a municipality by name, on small files in the forms of the publishers; figures are invented
/// unless a test says otherwise.
@Suite("machi on any municipality of a folder")
struct NationwideTownTests {
  private func run(
    _ arguments: [String]
  ) -> (status: Int32, output: String, complaints: String) {
    SampleTool.program(arguments + ["--language", "en"])
  }

  /// The age sheets of 1 January of some years, in which every age has as many people more as the year's factor.
  private func useAges(
    _ factors: KeyValuePairs<Int, Int> = [2018: 9, 2023: 8], residents: String = "（総計）",
    _ body: (TemporaryFolder) throws -> Void
  ) throws {
    try TemporaryFolder.use { folder in
      for (year, factor) in factors {
        let era = year >= 2020 ? "令和\(year - 2018)年" : "平成\(year - 1988)年"
        let sheet = Fixture.ageSheet(
          Fixture.ageRows("012025", "北海道", "函館市", factor)
            + Fixture.ageRows("312011", "鳥取県", "架空鳥取市", factor),
          title: "\(era)1月1日住民基本台帳年齢階級別人口（市区町村別）\(residents)")
        try folder.write(Fixture.workbook(["年齢別人口": sheet]), to: "ages-\(year).xlsx")
      }
      try body(folder)
    }
  }

  @Test func `Populations by age five years apart tell the net migration`() throws {
    try useAges([2018: 9, 2020: 7, 2023: 8]) { folder in
      let run = run(["ages", "函館市", "--data", folder.path, "--format", "markdown"])
      #expect(run.status == 0, "\(run.complaints)")
      #expect(run.output.contains("by age, 2018–2023: Hakodate (012025)"))
      #expect(run.output.contains("ages-2018.xlsx:年齢別人口!"))
      #expect(run.complaints.contains("five years apart are used"))
      let few = self.run(["ages", "函館市", "--data", folder.path, "--to", "2020"])
      #expect(few.status == 2 && few.complaints.contains("there are those of 2020"))
    }
  }

  @Test func `A name that is like one of the folder`() throws {
    try useAges { folder in
      let near = run(["ages", "架空鳥取死", "--data", folder.path])
      #expect(near.status == 2)
      #expect(near.complaints.contains("\"架空鳥取死\" in the folder; near it are 312011 (架空鳥取市)"))
      let other = run(["ages", "架空鹿児島市", "--data", folder.path])
      #expect(other.status == 1 && !other.complaints.contains("near it"))
    }
  }

  /// The limit of years is one of figures, and not of names: the town became a city later.
  @Test func `A name of other years than those that are asked for is known`() throws {
    func sheet(_ year: Int, _ code: String, _ name: String) -> [UInt8] {
      let rows = [("312011", "架空鳥取市"), (code, name)].map { code, name in
        SheetRow(
          code: code, prefecture: "鳥取県", name: name, male: 500, female: 500,
          entries: [30, 0, 10, 0], removals: [30, 0, 10, 0])
      }
      return Array(Fixture.sheet(ofYear: year, Fixture.wholeSheet(rows)).utf8)
    }
    try TemporaryFolder.use { folder in
      try folder.write(sheet(2016, "313025", "岩美郡架空町"), to: "a.csv")
      try folder.write(sheet(2019, "312029", "架空岩美市"), to: "b.csv")
      let run = run(["compare", "架空岩美市", "--data", folder.path, "--to", "2016"])
      #expect(!run.complaints.contains("架空岩美市: not"), "\(run)")
      #expect(run.status == 0, "\(run)")
    }
  }

  @Test func `Movers with the population of the first day of their year tell rates`() throws {
    try useAges([2024: 100], residents: "（日本人住民）") { folder in
      for (item, name) in [("他市区町村からの転入者数", "in.csv"), ("他市区町村への転出者数", "out.csv")] {
        try folder.write(Array(Fixture.movers(item, withOrigin: name == "in.csv").utf8), to: name)
      }
      let run = run(["ages", "架空鳥取市", "--data", folder.path])
      #expect(run.status == 0, "\(run.complaints)")
      #expect(run.output.contains("Social change rates by age: 架空鳥取市 (312011)"))
      #expect(run.output.contains("2024"))
      // The movers are of Japanese residents, and so must be the population.
      try FileManager.default.removeItem(atPath: folder.file("ages-2024.xlsx"))
      let without = self.run(["ages", "架空鳥取市", "--data", folder.path])
      #expect(without.status == 2)
      #expect(without.complaints.contains("of 1 January 2024"))
    }
  }

  @Test func `Movers that are named are those whom the population counts`() throws {
    try useAges([2024: 100]) { folder in
      for (item, name) in [("他市区町村からの転入者数", "in.csv"), ("他市区町村への転出者数", "out.csv")] {
        let isIn = name == "in.csv"
        let all = Fixture.movers(item, withOrigin: isIn, nationality: ("60000", "移動者"))
        let japanese = Fixture.movers(item, withOrigin: isIn).split(separator: "\n").dropFirst(3)
        try folder.write(
          Array((all + japanese.joined(separator: "\n") + "\n").utf8), to: name)
      }
      func run(_ more: [String] = []) -> (status: Int32, output: String, complaints: String) {
        self.run(
          [
            "ages", "--movers-in", folder.file("in.csv"), "--movers-out", folder.file("out.csv"),
            "--population", folder.file("ages-2024.xlsx"), "--municipality", "312011",
          ] + more)
      }
      let all = run()
      #expect(all.status == 0, "\(all.complaints)")
      // The sheet says 総計.
      #expect(!all.complaints.contains("does not say whether"), "\(all.complaints)")
      let other = run(["--nationality", "japanese"])
      #expect(other.status == 1, "\(other)")
    }
  }

  @Test(arguments: [[], ["--method", "hamilton-perry"]])
  func `Two populations by age are projected`(method: [String]) throws {
    try useAges { folder in
      let run = run(["project", "函館市", "--data", folder.path, "--to", "2038"] + method)
      #expect(run.status == 0, "\(run.complaints)")
      #expect(run.output.contains("Hakodate") && run.output.contains("2038"))
      let two = self.run(["project", "函館市", "--data", folder.path, "--folder", "x"] + method)
      #expect(two.status == 2 && two.complaints.contains("--folder"))
    }
    try useAges([2023: 8]) { folder in
      let few = self.run(["project", "函館市", "--data", folder.path] + method)
      #expect(few.status == 2 && few.complaints.contains("five years apart"))
    }
  }

  /// 影響度 of the last projected year up to 2040, beside the trend of the two stocks.
  @Test func `The influence of fertility and migration follows from two populations by age`() throws
  {
    try useAges { folder in
      let run = run(["project", "函館市", "--data", folder.path, "--format", "markdown"])
      #expect(run.status == 0, "\(run.complaints)")
      #expect(run.output.contains("Influence of natural and social change, 2038"))
      #expect(run.output.contains("simulation 1 ÷ Hamilton–Perry × 100"))
    }
  }

  @Test func `A page is made of a municipality of the folder`() throws {
    try useAges { folder in
      // As many as the ages of 2018 add up to.
      let row = SheetRow(
        code: "012025", prefecture: "北海道", name: "函館市", male: 2_079, female: 2_100,
        entries: [50, 5, 10, 1], removals: [70, 5, 30, 0])
      for year in [2018, 2019] {
        try folder.write(
          Array(Fixture.sheet(ofYear: year, [row.line]).utf8), to: "registry-\(year).csv")
      }
      let run = run([
        "report", "函館市", "--data", folder.path, "--output", folder.file("page"), "--format",
        "markdown",
      ])
      #expect(run.status == 0, "\(run.complaints)")
      let page = try folder.text("page/report.md")
      #expect(page.contains("Hakodate (012025)") && page.contains("ages-2023.xlsx"))
      #expect(page.contains("hamilton-perry"))
      #expect(page.contains("Hakodate beside its peers, its prefecture and the nation"))
      // The only municipality has half of itself below it.
      #expect(page.contains("Place in the nation") && page.contains("| 50.0 |"))
      // One town of the nation has no plans to show.
      #expect(!page.contains("Progress in numbers") && !page.contains("SDG"))
    }
  }

  /// The page of the last of some towns of 2,000 people, whose in- less out-migrants are 60, 50, 40 and so on.
  private func map(
    without left: Int = 0, _ check: (_ page: String, _ folder: TemporaryFolder) throws -> Void
  ) throws {
    let towns = [
      ("011002", "札幌市"), ("012033", "小樽市"), ("012041", "旭川市"), ("012050", "室蘭市"),
      ("012068", "釧路市"), ("012076", "帯広市"), ("012084", "北見市"), ("012092", "夕張市"),
      ("012106", "岩見沢市"), ("012114", "網走市"), ("012122", "留萌市"), ("012131", "苫小牧市"),
      ("012025", "函館市"),
    ]
    let rows = towns.dropFirst(left).enumerated().map { index, town in
      SheetRow(
        code: town.0, prefecture: "北海道", name: town.1, male: 900, female: 1100,
        entries: [100, 0, 10, 0], removals: [40 + 10 * index, 0, 10, 0])
    }
    try TemporaryFolder.use { folder in
      for year in [2018, 2019] {
        try folder.write(
          Array(Fixture.sheet(ofYear: year, rows.map(\.line)).utf8), to: "registry-\(year).csv")
      }
      let run = run([
        "report", "函館市", "--data", folder.path, "--output", folder.file("page"),
      ])
      #expect(run.status == 0, "\(run.complaints)")
      try check(try folder.text("page/index.html"), folder)
    }
  }

  @Test func `A map shows the nation, and quartiles of peers are a band`() throws {
    try map { page, folder in
      // 100 − 160 = −60 of 2,000 is −3 %, the lowest; Sapporo has 100 − 40 = +60.
      #expect(page.contains("rank 13 of 13 municipalities from the highest"))
      #expect(page.contains("is not the population of the year before, 2000, and the change"))
      #expect(
        page.contains(
          "the highest in Sapporo (札幌市), Hokkaido (3.00%), the lowest in Hakodate (函館市), Hokkaido"))
      #expect(page.contains("the median 0.00%; above 0 in 6") && page.contains("fill-opacity:.2"))
      let figures = try folder.text("page/charts/map_social_change_012025.csv")
      #expect(figures.contains("北海道函館市,-3.00,-3.00") && figures.contains("北海道札幌市,3.00,"))
      let vega = try folder.text("page/charts/map_social_change_012025.vl.json")
      #expect(vega.contains("equirectangular") && vega.contains("\"latitude\""))
    }
    // Of twelve towns, those in the middle have +10 and 0 of 2,000: 0.5 % and 0 %.
    try map(without: 1) { page, _ in #expect(page.contains("the median 0.25%; above 0 in 6")) }
  }

  @Test func `Ages alone make a page without chapters of what is not there`() throws {
    try useAges { folder in
      let run = run([
        "report", "函館市", "--data", folder.path, "--output", folder.file("page"), "--format",
        "markdown",
      ])
      #expect(run.status == 0, "\(run.complaints)")
      let page = try folder.text("page/report.md")
      #expect(page.contains("no sheet of the register's accounts with Hakodate"))
      #expect(!page.contains("Progress") && !page.contains("SDG") && !page.contains("at least two"))
    }
  }

  /// Iwamizawa's strategy report prints 2,645 in-migrants of 2018, the sheet of 1 January 2019 2,633 and その他 12; the
  /// stock, 81,778, births, 433, and deaths, 1,166, are the same.
  /// Source: 総務省, 住民基本台帳に基づく人口、人口動態及び世帯数, 平成31年1月1日, row of 012106.
  @Test func `A city's own table is set beside the register`() throws {
    try TemporaryFolder.use { folder in
      let row = SheetRow(
        code: "012106", prefecture: "北海道", name: "岩見沢市", male: 38_205, female: 43_573,
        entries: [2_570, 63, 433, 12], removals: [2_895, 51, 1_166, 11])
      try folder.write(Array(Fixture.sheet(ofYear: 2019, [row.line]).utf8), to: "r.csv")
      let run = run([
        "audit", "--municipality", "012106", "--data", folder.path, "--format", "markdown",
        "--severity", "error",
      ])
      #expect(run.status == 0, "\(run.complaints)")
      #expect(run.output.contains("in-migrants 2,633 + other entries 12"))
      #expect(run.output.contains("out-migrants 2,946 + other removals 11"))
      #expect(
        run.output.contains("of 7 figures 5 are the same, 2 differ by definition, and 0 differ."))
      #expect(
        run.output.contains(
          "Years of which the folder has no sheet with Iwamizawa: 2015, 2016, 2017, 2019, 2020, 2021"
        ))
    }
  }

  @Test func `A merger stands below the counts and the index that it makes jump`() throws {
    func row(_ code: String, _ name: String, _ people: Int) -> SheetRow {
      SheetRow(
        code: code, prefecture: "鳥取県", name: name, male: people / 2, female: people / 2,
        entries: [30, 0, 10, 0], removals: [30, 0, 10, 0])
    }
    let years = [
      (2018, [row("312011", "架空鳥取市", 2_000), row("313025", "岩美郡架空町", 200)]),
      (2019, [row("312011", "架空鳥取市", 2_200)]),
    ]
    try TemporaryFolder.use { folder in
      for (year, rows) in years {
        try folder.write(
          Array(Fixture.sheet(ofYear: year, Fixture.wholeSheet(rows)).utf8), to: "\(year).csv")
      }
      let run = run(["compare", "架空鳥取市", "--data", folder.path, "--format", "markdown"])
      #expect(run.status == 0, "\(run.complaints)")
      // Below the counts, below the index, and among the notes.
      #expect(
        run.output.components(separatedBy: "are of the area before it").count == 4,
        "\(run.output)")
    }
  }

  @Test(arguments: [
    ["flows", "函館市"], ["flows"], ["ages", "函館市"], ["project", "函館市"],
    ["report", "函館市", "--output", "x"],
    ["ages", "--from", "2019"],
  ])
  func `A name needs a folder`(arguments: [String]) {
    let run = run(arguments)
    #expect(run.status == 2 && run.output == "" && run.complaints.contains("--data"))
  }
}
