import MunicipalModel
import Testing

@testable import DocumentReading

/// Cells that hold a name and its figure. The tables are made for these tests.
struct NamedFigureTests {
  @Test(arguments: [
    ("就業相談者数　100人", "就業相談者数", "100人"), ("新規就農者数：累計12人", "新規就農者数", "累計12人"),
    ("食材の 利用割合 30%以上", "食材の 利用割合", "30%以上"),
  ])
  func `A cell is parted at its last space or colon`(
    text: String, name: String, figure: String
  ) throws {
    let named = try #require(NamedFigure(text))
    #expect(named.name == name && named.figure == figure)
  }

  @Test(arguments: ["累計 12人", "令和5年 12人", "相談窓口の設置", "65歳以上", "", "相談者数 増加"])
  func `A figure, and words alone, are no name with a figure`(text: String) {
    #expect(NamedFigure(text) == nil)
  }

  @Test func `Columns of names with figures are the target and the actual figure`() throws {
    let table = try TableSample(
      """
      戦略
      施策\tKPI（令和7年3月まで）\tKPI（令和4年度）\t達成率
      雇用\t相談者数　100人\t相談者数　32人\t32.0%
      \t説明会参加者数　300人\t説明会参加者数　45人\t15.0%
      """)
    #expect(
      table.figures == [
        "相談者数: target 2025-03-31 100, actual FY2022 32, achievement FY2022 32.0",
        "説明会参加者数: target 2025-03-31 300, actual FY2022 45, achievement FY2022 15.0",
      ])
    #expect(table.roots.first?.title == "雇用")
    #expect(table.findings.isEmpty)
  }

  @Test func `One column without a word is taken for the target, and that is told`() throws {
    let table = try TableSample("戦略\n重要業績評価指標\n\n", "{ }")
    #expect(table.indicators.isEmpty)
    let found = try TableSample(
      "戦略\n取組\t重要業績評価指標\n相談\t相談者数：100人\n\t説明会参加者数：300人")
    #expect(found.figures == ["相談者数: target - 100", "説明会参加者数: target - 300"])
    #expect(found.findings == ["unknown-column 2:1", "assumed-target 2:2"])
  }

  @Test func `Columns of figures may hold the names`() throws {
    let table = try TableSample(
      """
      戦略
      基本目標\t数値目標（R2～R6）\tR4実績値
      雇用を創出する\t雇用創出　1,000人（累計）\t雇用創出　515人（累計）
      社会増をめざす\t社会増　1,600人（累計）\t社会増　1,098人（累計）
      """)
    #expect(
      table.figures == [
        "雇用創出: target FY2020/FY2024 1000, actual FY2022 515",
        "社会増: target FY2020/FY2024 1600, actual FY2022 1098",
      ])
  }

  @Test func `What cannot be parted is told`() throws {
    let table = try TableSample(
      "戦略\n取組\tKPI（令和6年度まで）\na\t甲の数　1件\nb\t乙の数　2件\nc\t丙の数　3件\nd\t丁の数　4件\ne\t約束した5つのこと")
    #expect(table.indicators.count == 5)
    #expect(table.findings.contains("unreadable-figure 7:2"))
  }
}
