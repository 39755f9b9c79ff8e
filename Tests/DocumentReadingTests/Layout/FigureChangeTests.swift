import MunicipalModel
import Testing

@testable import DocumentReading

/// Cells that say from which figure to which. The tables are made for these tests.
struct FigureChangeTests {
  @Test func `The heading says what stands before and behind the arrow`() throws {
    let table = try TableSample(
      csv: "指標,現状 → 目標\n新規雇用者数,120人（R1）→ 200人（R6）\n移住相談件数,50件（R1）→100件（R6）")
    #expect(
      table.figures == [
        "新規雇用者数: baseline FY2019 120, target FY2024 200",
        "移住相談件数: baseline FY2019 50, target FY2024 100",
      ])
    #expect(table.findings.isEmpty)
    #expect(
      table.indicators.first?.figures.map(\.citation.printed) == ["120人（R1）", "200人（R6）"])
  }

  @Test func `Names may stand in the same cell, and what the figures are is told as assumed`()
    throws
  {
    let table = try TableSample(
      csv: "施策,重要業績評価指標（KPI）\n雇用の創出,新規雇用者数 120人（R1）→ 200人（R6）\n移住の促進,移住相談件数50件（R1）→100件（R6）")
    #expect(
      table.figures == [
        "新規雇用者数: baseline FY2019 120, target FY2024 200",
        "移住相談件数: baseline FY2019 50, target FY2024 100",
      ])
    #expect(table.findings == ["assumed-change 1:2"])
  }

  @Test func `A sign of equality may part name and figure, and the heading name the years alone`()
    throws
  {
    let table = try TableSample(
      csv: "めざす姿,目標例（平成15年度→平成18年度）\n快適,●汚水・衛生処理率=70.1%→72.3%\n教育,●30人学級講師授業時間数=22309時間→88000時間")
    #expect(
      table.figures == [
        "汚水・衛生処理率: baseline FY2003 70.1, target FY2006 72.3",
        "30人学級講師授業時間数: baseline FY2003 22309, target FY2006 88000",
      ])
  }

  @Test(arguments: ["A → B", "120人", "1人→2人→3人", "令和元年度 → 令和6年度", "課題（R1）→ 3件の取組"])
  func `What is no pair of figures is none`(text: String) {
    #expect(FigureChange(text) == nil)
  }

  @Test func `A mark may stand before the arrow`() {
    #expect(FigureChange("－ → 20人")?.from == "－")
  }

  @Test func `The figure of a time beside a name is a baseline where targets stand apart`() throws {
    let table = try TableSample(
      csv:
        "施策,重要業績評価指標（KPI）,目標値\n農業の振興,新規就農者数：10人（令和元年度）,15人（令和6年度）\n観光の振興,宿泊客数：80万人（令和元年度）,100万人（令和6年度）"
    )
    #expect(
      table.figures == [
        "新規就農者数: target FY2024 15, baseline FY2019 10",
        "宿泊客数: target FY2024 100, baseline FY2019 80",
      ])
    #expect(table.findings == ["assumed-baseline 1:2"])
  }

  @Test func `A figure without an arrow is neither the first nor the second, and told`() throws {
    let table = try TableSample(
      csv: """
        指標,現状 → 目標
        新規雇用者数,120人 → 200人
        移住相談件数,50件 → 100件
        創業件数,5件 → 10件
        講座数,3回 → 6回
        移住者数,200人
        """)
    #expect(table.figures.last == "移住者数: baseline - -, target - -")
    #expect(table.figures.first == "新規雇用者数: baseline - 120, target - 200")
    #expect(table.findings.contains("unreadable-figure 6:2"))
  }

  @Test(arguments: ["実績", "実績値", "達成率"])
  func `A heading that says otherwise makes no baseline and no target`(heading: String) throws {
    let csv = "指標,\(heading)\n新規雇用者数,100→120\n移住相談件数,50→60"
    var session = DocumentSession(
      try DocumentText(id: "sample", form: FormText.read(Array(csv.utf8), name: "sample.csv")))
    let roots = LaidOutPlanReader.roots(
      of: try LayoutSample.layout("{ }"), title: "計画", in: &session)
    #expect(Plan(document: "sample", title: "", roots: roots).indicators.isEmpty)
    session.reportUnreadTables(knownHeadings: [])
    #expect(
      session.diagnostics.map { "\($0.code.rawValue) \($0.citation.line)" } == [
        "unread-table 2"
      ])
  }

  @Test func `A target before the arrow is no baseline`() throws {
    let table = try TableSample(csv: "指標,目標値 → 実績値\n新規雇用者数,100→120\n移住相談件数,50→60")
    #expect(table.figures == ["新規雇用者数: target - -", "移住相談件数: target - -"])
    #expect(table.findings == ["unreadable-figure 2:2", "unreadable-figure 3:2"])
  }
}
