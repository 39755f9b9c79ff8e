import DocumentReading
import MunicipalModel
import Testing

/// Cells in the manner of city strategies, with the time that they say by themselves.
@Suite struct FigureTimeTests {
  static let totals: [(String, String, String)] = [
    ("計150人", "150 人", "計"), ("合計150人", "150 人", "合計"), ("150人（計）", "150 人", "計"),
    ("150人（合計）", "150 人", ""), ("150人（5年間）", "150 人", "5年間"), ("150人（５か年）", "150 人", "5か年"),
    ("150人（５ヶ年計）", "150 人", "5ヶ年計"), ("5年間で100人", "100 人", "5年間"),
    ("5か年で100人", "100 人", "5か年"), ("5年で100人", "100 人", "5年"), ("5年間の累計100人", "100 人", "5年間"),
    ("5年間 100人", "100 人", "5年間"), ("計画期間 30件", "30 件", "計画期間"), ("計画期間中に30件", "30 件", "計画期間中"),
    ("100人/5年間", "100 人", "/5年間"), ("20人/5年", "20 人", "/5年"), ("47,000人（５か年）", "47000 人", "5か年"),
    ("5年間延べ100人", "100 人", "5年間 延べ"),
  ]

  @Test("A sum of several years counts over the plan, and its words are kept", arguments: totals)
  func total(_ printed: String, _ expected: String, _ remark: String) {
    let figure = PrintedFigure(printed)
    #expect(summary(figure.reading) == expected)
    #expect(figure.accumulation == .cumulative)
    #expect(figure.remark == remark)
    #expect(figure.period == nil && figure.issues.isEmpty)
  }

  @Test("A total over years stays one where its last year stands behind it")
  func totalWithYear() {
    for text in ["5年間で100人（R6）", "100人（5年間）（R6）", "100人/5年間（R6年度）"] {
      let figure = PrintedFigure(text)
      #expect(figure.accumulation == .cumulative && figure.period == .fiscalYear(2024))
    }
  }

  @Test("Three to twenty years are the term of a plan, two or twenty-one are not")
  func planYears() {
    for years in [3, 4, 10, 20] {
      #expect(PrintedFigure("100人（\(years)年間）").accumulation == .cumulative)
      #expect(PrintedFigure("100人/\(years)年").accumulation == .cumulative)
    }
    for years in [1, 2, 21] {
      let figure = PrintedFigure("100人（\(years)年間）")
      #expect(summary(figure.reading) == "100 人" && figure.accumulation == nil)
      #expect(figure.remark == "\(years)年間")
    }
  }

  static let other: [(String, Accumulation?, String)] = [
    ("年平均20人", .average, "年平均"), ("5年間平均20人", .average, "5年間 平均"), ("20人（年平均）", .average, ""),
    ("各年20人", .yearly, "各年"), ("毎年度20人", .yearly, "毎年度"), ("毎年20人", .yearly, "毎年"),
    ("20人（毎年）", .yearly, ""), ("延べ150人", nil, "延べ"), ("平均3回", nil, "平均"), ("年間20人", nil, "年間"),
    // Shares, ages and places of several years are not added up.
    ("55%（5年間）", nil, "5年間"), ("1.17（5年間）", nil, "5年間"), ("80.1歳（5年間）", nil, "5年間"),
    ("20人/年（5年間）", nil, "5年間"),
  ]

  @Test("Means and figures of each year are no sums", arguments: other)
  func noTotal(_ printed: String, _ accumulation: Accumulation?, _ remark: String) {
    let figure = PrintedFigure(printed)
    #expect(figure.accumulation == accumulation)
    #expect(figure.remark == remark)
    #expect(figure.reading.quantities.count == 1 && figure.issues.isEmpty)
  }

  static let periods: [(String, String, String, Accumulation?)] = [
    ("46,128人（Ｈ27）", "46128 人", "FY2015", nil), ("46,128人（H27年度）", "46128 人", "FY2015", nil),
    ("46,128人(2015)", "46128 人", "FY2015", nil), ("46,128人（2015年）", "46128 人", "CY2015", nil),
    ("135人（H30.10.1）", "135 人", "2018-10-01", nil), ("135人（R4.10末）", "135 人", "2022-10-31", nil),
    ("135人（R5.3.31現在）", "135 人", "2023-03-31", nil), ("46人（H30実績）", "46 人", "FY2018", nil),
    ("H27：46,128人", "46128 人", "FY2015", nil), ("（R4）45人", "45 人", "FY2022", nil),
    ("1.17（H25～H29）", "1.17 ", "FY2013/FY2017", nil),
    ("1.17（H25～H29平均）", "1.17 ", "FY2013/FY2017", .average),
    ("12人（H27～R1）", "12 人", "FY2015/FY2019", .cumulative),
    ("150人（R2～R6）", "150 人", "FY2020/FY2024", .cumulative),
    ("12人（H27～R1累計）", "12 人", "FY2015/FY2019", .cumulative),
    ("年平均12人（H27～R1）", "12 人", "FY2015/FY2019", .average),
    ("累計12人（R4）", "12 人", "FY2022", .cumulative), ("148人（R4末累計）", "148 人", "FY2022", .cumulative),
    ("30人（R4合計）", "30 人", "FY2022", nil),
    ("46人（R2～6）", "46 人", "FY2020/FY2024", .cumulative), ("46人（R5.3末）", "46 人", "2023-03-31", nil),
    ("46人（R5.3）", "46 人", "2023-03-31", nil), ("46人（2023.3末）", "46 人", "2023-03-31", nil),
    ("46人（2023/3）", "46 人", "2023-03-31", nil), ("46人（㋿4年度）", "46 人", "FY2022", nil),
    ("46人（令和四年度）", "46 人", "FY2022", nil), ("46人（令和5年3月末時点）", "46 人", "2023-03-31", nil),
    ("46人（令和2～4年度平均）", "46 人", "FY2020/FY2022", .average),
    ("46人（令和2・3年度）", "46 人", "FY2020/FY2021", .cumulative),
    ("46人（2020-2022年度）", "46 人", "FY2020/FY2022", .cumulative),
    ("46人（R5.3速報値）", "46 人", "2023-03-31", nil),
    ("20人（R5.4.1～R6.3.31）", "20 人", "2023-04-01/2024-03-31", nil),
  ]

  @Test("A cell says its own period", arguments: periods)
  func period(
    _ printed: String, _ expected: String, _ code: String, _ accumulation: Accumulation?
  ) {
    let figure = PrintedFigure(printed)
    #expect(summary(figure.reading) == expected)
    #expect(figure.period?.code == code)
    #expect(figure.accumulation == accumulation)
    #expect(!figure.remark.isEmpty || printed.hasPrefix("H27"))
    #expect(figure.issues.isEmpty)
  }

  @Test("A span without a unit is a sum where the name says the unit")
  func unitFromOutside() {
    #expect(PrintedFigure("12（H27～R1）", unit: "人").accumulation == .cumulative)
    #expect(PrintedFigure("12（H27～R1）").accumulation == nil)
    #expect(PrintedFigure("12（H27～R1）").period?.code == "FY2015/FY2019")
  }

  @Test(
    "A number in brackets that is no year stays a second figure",
    arguments: [
      ("491 (1.27)", "491  & 1.27 "), ("3,500人（1,980）", "3500 人 & 1980 "),
      ("100%（1850）", "100 % & 1850 "),
      ("100人（2015人）", "100 人 & 2015 人"),
    ])
  func secondFigure(_ printed: String, _ expected: String) {
    let figure = PrintedFigure(printed)
    #expect(summary(figure.reading) == expected)
    #expect(figure.period == nil)
  }

  @Test(
    "A bracket that begins with a year but says more is kept, and told",
    arguments: ["46人（平成30年度比）", "46人（R2から）", "46人（R2～）"])
  func unreadPeriod(_ printed: String) {
    let figure = PrintedFigure(printed)
    #expect(summary(figure.reading) == "46 人")
    #expect(figure.period == nil && !figure.remark.isEmpty)
    #expect(figure.issues.map(\.code) == ["unread-period"])
    #expect(figure.issues.map(\.severity) == [.info])
  }

  @Test(
    "A time before a figure is the figure's own",
    arguments: [
      ("2018年1,498千円", "1498 千円", "CY2018"), ("2018年度 1,498千円", "1498 千円", "FY2018"),
      ("R5 46人", "46 人", "FY2023"), ("R5：46人", "46 人", "FY2023"),
      ("令和5年度 46人", "46 人", "FY2023"), ("令和5年3月末 46人", "46 人", "2023-03-31"),
      ("H30.10.1 46人", "46 人", "2018-10-01"), ("令和5年度累計46人", "46 人", "FY2023"),
      ("令和5年度△46人", "-46 人", "FY2023"),
    ])
  func before(_ printed: String, _ expected: String, _ code: String) {
    let figure = PrintedFigure(printed, unit: "人")
    #expect(summary(figure.reading) == expected)
    #expect(figure.period?.code == code)
    #expect(figure.issues.isEmpty)
  }

  @Test(
    "A time alone is no figure",
    arguments: ["2018年", "2018年10月", "R5.3末", "令和5年度", "㋿5年", "2024/3"])
  func timeAlone(_ printed: String) {
    #expect(PrintedFigure(printed, unit: "人").reading == .missing(.unreadable))
    #expect(PrintedFigure("2018").reading.value == ExactDecimal(2018))
  }

  @Test("An era and a year that disagree are told with both")
  func contradiction() {
    let figure = PrintedFigure("46人（令和3年（2022年））")
    #expect(summary(figure.reading) == "46 人" && figure.period == nil)
    #expect(figure.issues.map(\.code) == ["contradictory-years"])
    #expect(figure.issues.first?.message.ja.contains("2021年と2022年") == true)
  }

  @Test("A number of years alone is a figure")
  func yearsAlone() {
    #expect(summary(PrintedFigure("5年間").reading) == "5 年間")
    #expect(summary(PrintedFigure("5年").reading) == "5 年")
    #expect(summary(PrintedFigure("3年2か月").reading) == "unreadable")
  }
}
