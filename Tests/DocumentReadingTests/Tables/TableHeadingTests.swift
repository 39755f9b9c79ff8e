import MunicipalModel
import Testing

@testable import DocumentReading

@Suite("Headings of two and three lines")
struct TableHeadingTests {
  private static let years =
    "企業立地件数: baseline - 347, actual FY2021 375, actual FY2022 396, actual FY2023 410, target FY2024 465"

  @Test(
    "Years below a heading that spans them, and notes, are found without being told",
    arguments: [
      "指標\t基準値\t実績値\t\t\t目標値\n\t(測定年度)\tR3\tR4\tR5\tR6",
      "指標\t基準値\t実績値\t\t\t目標値\n\t（計測時点）\t令和3年度\t令和4年度\t令和5年度\t令和6年度",
      "指標\t基準値\t実績\t\t\t目標\n\t\tR3\tR4\tR5\tR6",
      "指標\t当初値\tR3\tR4\tR5\tR6\n\t\t実績\t実績\t実績\t目標",
      "\t\t実績値\t\t\t目標値\n指標\t基準値\tR3\tR4\tR5\tR6",
      "KPI\t基準値\t実績値\t\t\t目標値\n\t\tR3\tR4\tR5\tR6\n\t\t件\t件\t件\t件",
    ], ["{ }", #"{ "heading_lines": 2 }"#])
  func yearsBelow(heading: String, layout: String) throws {
    let table = try TableSample("\(heading)\n企業立地件数（件）\t347\t375\t396\t410\t465", layout)
    #expect(table.figures == [Self.years])
    #expect(table.notes == [])
  }

  @Test("Three lines: a group, the years, and what the figures of each are")
  func threeLines() throws {
    let table = try TableSample(
      "KPI\t基準値\t進捗\t\t\t\t目標値\n\t\tR4\t\tR5\t\tR6\n\t\t目標\t実績\t目標\t実績\t\n来館者数\t10\t11\t9\t12\t13\t14"
    )
    #expect(
      table.figures == [
        "来館者数: baseline - 10, target FY2022 11, actual FY2022 9, target FY2023 12, "
          + "actual FY2023 13, target FY2024 14"
      ])
  }

  @Test("値 and 年度 below 現状 and 目標")
  func valueAndYear() throws {
    let table = try TableSample("指標\t現状\t\t目標\t\n\t値\t年度\t値\t年度\n出生数（人）\t380\tR1\t400\tR6")
    #expect(table.figures == ["出生数: baseline FY2019 380, target FY2024 400"])
  }

  @Test(
    "A title line above a table is no part of its heading",
    arguments: [
      "重要業績評価指標（KPI）一覧", "重要業績評価指標（KPI）一覧\t\t\t\t", "数値目標・KPIの状況", "指標一覧表", "2 事業名と指標",
    ])
  func title(line: String) throws {
    let table = try TableSample(
      "\(line)\nNo.\t指標名\t基準値（R1）\tR5実績\t目標値（R6）\n1\t出生数（人）\t380\t301\t400\n2\t転入者数（人）\t1,200\t1,310\t1,300"
    )
    #expect(
      table.figures == [
        "出生数: baseline FY2019 380, actual FY2023 301, target FY2024 400",
        "転入者数: baseline FY2019 1200, actual FY2023 1310, target FY2024 1300",
      ])
    #expect(table.notes == [])
  }

  @Test("A title above a first column of another name does not rename it")
  func titleAboveOtherColumn() throws {
    let table = try TableSample("指標の一覧\n分野\t基準値\tKPI\t目標値\n子育て\t1\t出生数（人）\t3")
    #expect(table.figures == ["出生数: baseline - 1, target - 3"])
    #expect(table.findings == ["unknown-column 2:1"])
  }

  @Test("The first row of figures is no part of the heading")
  func firstRow() throws {
    let table = try TableSample("指標\t基準値\t実績値\t目標値\n出生数\t2015\t2016\t2017")
    #expect(table.figures == ["出生数: baseline - 2015, actual - 2016, target - 2017"])
  }

  @Test("予定 and 実績 below each year")
  func planned() throws {
    let table = try TableSample(
      "KPI\t単位\tR3\t\tR4\t\t目標値(R6)\n\t\t予定\t実績\t予定\t実績\t\n来館者数\t人\t11\t9\t12\t13\t14")
    #expect(
      table.figures == [
        "来館者数: target FY2021 11, actual FY2021 9, target FY2022 12, actual FY2022 13, "
          + "target FY2024 14"
      ])
  }

  @Test("Two tables side by side below one heading line")
  func sideBySide() throws {
    let table = try TableSample(
      "指標\t現状値\t目標値\t指標\t現状値\t目標値\n甲乙\t1件\t2件\t丙丁\t3人\t4人\n戊己\t5件\t6件\t\t\t")
    #expect(
      table.figures.sorted() == [
        "丙丁: baseline - 3, target - 4", "戊己: baseline - 5, target - 6",
        "甲乙: baseline - 1, target - 2",
      ])
    #expect(table.notes == [])
  }

  @Test("項目 left of 指標 is the theme of the indicators")
  func themes() throws {
    let table = try TableSample("項目\t指標\t現状値\t目標値\n子育て\t出生数\t1\t2\n\t婚姻数\t3\t4")
    #expect(table.indicators.map(\.theme) == ["子育て", "子育て"])
    #expect(table.figures == ["出生数: baseline - 1, target - 2", "婚姻数: baseline - 3, target - 4"])
  }

  @Test("Units in the headings are those of the figures")
  func units() throws {
    let table = try TableSample("指標\t基準値（人）\tR4（人）\tR5見込（人）\t目標値（人）\n来館者\t1,000\t900\t950\t1,200")
    #expect(
      table.figures == ["来館者: baseline - 1000, actual FY2022 900, actual FY2023 950, target - 1200"]
    )
    #expect(table.indicators.first?.unit == "人")
    #expect(table.indicators.first?.figures[2].reading.quantity?.isEstimate == true)
    #expect(table.notes == [])
  }

  @Test("A figure alone in its row is no number of a page")
  func loneFigure() throws {
    let table = try TableSample("指標\t基準値\t目標値\n甲乙\t10\t20\n\t\t30\n丙丁\t1\t2")
    #expect(table.indicators.map(\.name) == ["甲乙", "丙丁"])
    #expect(table.findings == ["row-without-indicator 3:0"])
  }
}
