import MunicipalModel
import Testing

@testable import DocumentReading

/// When figures of the population are, what they count in, and headings of three lines. The documents are made for
/// these tests.
struct PopulationTimeTests {
  @Test func `The corner 年度 makes bare years fiscal`() throws {
    for text in [
      "年度\t出生\t死亡\n令和3\t141\t401\nR4\t132\t412\n", "年度\t令和3\tR4\n出生\t141\t132\n死亡\t401\t412\n",
    ] {
      let (figures, notes) = try PopulationSample.read(text)
      #expect(
        Set(figures) == [
          "FY2021 births 141", "FY2021 deaths 401", "FY2022 births 132", "FY2022 deaths 412",
        ])
      #expect(notes == [])
    }
  }

  @Test(arguments: ["人口動態の推移（各年度）", "年度別の人口動態", "人口動態（年度）"])
  func `A caption of fiscal years holds of all years`(caption: String) throws {
    let (figures, _) = try PopulationSample.read(
      "\(caption)\n年\t出生\t死亡\n令和3年\t141\t401\n令和4年\t132\t412\n")
    #expect(figures.first == "FY2021 births 141")
  }

  @Test(arguments: ["人口動態の推移（令和5年度版）", "人口動態の推移（各年）", "人口動態の推移（暦年）"])
  func `Other captions leave years as they are`(caption: String) throws {
    let (figures, _) = try PopulationSample.read(
      "\(caption)\n年\t出生\t死亡\n令和3年\t141\t401\n令和4年\t132\t412\n")
    #expect(figures.first == "CY2021 births 141")
  }

  @Test func `A layout that says what bare years are is followed`() throws {
    let layout =
      #"{ "population": [ { "heading": "年度", "years": "down", "bare_years": "calendar" } ] }"#
    let read = try LayoutSample.population("年度\t出生\t死亡\n令和3\t141\t401", layout)
    #expect(read.figures.map(\.period) == [.calendarYear(2021), .calendarYear(2021)])
  }

  @Test(
    arguments: [
      "自然増減率（‰）", "自然増減率(人口千対)", "自然増減率（人口千人当たり）", "自然増減率（パーミル）", "自然増減率（人口1,000人当たり）", "自然増減率‰",
      "自然増減率（千人あたり）",
    ])
  func `A rate keeps its unit`(name: String) throws {
    let (figures, notes) = try PopulationSample.read(
      "年\t年末人口\t出生\t\(name)\n令和3年\t26,503\t141\t△9.7\n令和4年\t26,104\t132\t△10.6\n")
    #expect(figures.contains("CY2022 natural_change_rate -10.6 ‰"))
    #expect(notes == [])
  }

  @Test func `A rate has its own unit, or that of the table`() throws {
    let rows = try PopulationSample.read(
      "区分\t令和3年\t令和4年\n出生\t141\t132\n自然増減率（％）\t△0.97\t△1.06\n社会増減率（‰）\t△3.7\t△3.8\n")
    #expect(rows.figures.contains("CY2021 natural_change_rate -0.97 %"))
    #expect(rows.figures.contains("CY2021 social_change_rate -3.7 ‰"))
    let stated = try PopulationSample.read(
      "（単位：人、‰）\n区分\t令和3年\t令和4年\n出生\t141\t132\n自然増減率\t△9.7\t△10.6\n")
    #expect(stated.figures.contains("CY2021 natural_change_rate -9.7 ‰"))
  }

  @Test func `Births of a month or beside a day are told and not read, and who is there is`() throws
  {
    let months = try PopulationSample.read(
      "年月\t出生\t死亡\t人口\n令和4年計\t132\t412\t26,104\n令和5年1月\t11\t31\t26,084\n令和5年2月\t12\t32\t26,064\n令和5年計\t198\t438\t25,864\n"
    )
    #expect(
      months.figures == [
        "CY2022 births 132", "CY2022 deaths 412", "CY2022 total_population 26104",
        "2023-01-01/2023-01-31 births 11", "2023-01-01/2023-01-31 deaths 31",
        "2023-01-31 total_population 26084", "2023-02-01/2023-02-28 births 12",
        "2023-02-01/2023-02-28 deaths 32", "2023-02-28 total_population 26064",
        "CY2023 births 198", "CY2023 deaths 438", "CY2023 total_population 25864",
      ])
    #expect(months.notes == [])
  }

  @Test func `Births beside a day are told and not read`() throws {
    let across = try PopulationSample.read(
      "区分\t令和3年3月31日\t令和4年3月31日\n人口\t26,503\t26,104\n出生数\t141\t132\n")
    #expect(across.figures.count == 2 && across.notes == ["flow-of-a-day 3"])
  }

  @Test(arguments: ["令和5年中", "令和5年合計", "令和5年計"])
  func `A year with the word of its sum`(year: String) throws {
    let (figures, _) = try PopulationSample.read("年\t出生\t死亡\n令和4年\t132\t412\n\(year)\t123\t423\n")
    #expect(figures.suffix(2) == ["CY2023 births 123", "CY2023 deaths 423"])
  }

  @Test func `Months beside their year, and the row of its sum`() throws {
    let (figures, _) = try PopulationSample.read(
      "年\t月\t出生\t死亡\n令和4年\t1月\t9\t30\n\t2月\t8\t29\n\t計\t17\t59\n令和5年\t1月\t11\t31\n\t2月\t12\t32\n\t計\t23\t63\n"
    )
    #expect(
      figures == ["CY2022 births 17", "CY2022 deaths 59", "CY2023 births 23", "CY2023 deaths 63"])
  }

  @Test(arguments: ["将来人口の推計", "将来人口（住民基本台帳からの推計）", "人口の将来見通し", "社人研による総人口の推計", "人口の将来展望"])
  func `A caption of the future makes what follows the first year projected`(caption: String) throws
  {
    let (figures, notes) = try PopulationSample.read(
      "\(caption)\n年\t総人口\t老年人口\n令和2年\t26,902\t9,400\n令和7年\t25,000\t8,800\n令和22年\t20,000\t8,000\n")
    #expect(figures.first == "CY2020 total_population 26902")
    #expect(figures.contains("CY2040 total_population_projection 20000"))
    #expect(figures.contains("CY2025 elderly_population_projection 8800"))
    #expect(notes == ["assumed-projection 1", "projected-years 4"])
  }

  @Test(arguments: ["推計人口の推移（各年10月1日）", "人口の推移", "将来の人口減少に備え、次の表のとおり人口は減っている。"])
  func `Estimates of what is are observed`(caption: String) throws {
    let (figures, notes) = try PopulationSample.read(
      "\(caption)\n年\t総人口\t老年人口\n令和2年\t26,902\t9,400\n令和3年\t25,000\t8,800\n")
    #expect(figures.count == 4 && !figures.contains { $0.contains("projection") } && notes == [])
  }

  @Test(arguments: ["総人口の推移と将来推計人口", "人口の現状と将来展望"])
  func `Censuses 30 years before the end of a projection are counted`(caption: String) throws {
    let (figures, notes) = try PopulationSample.read(
      "\(caption)\n区分\t1980年\t2010年\t2015年\t2020年\t2045年\n総人口\t9\t8\t7\t6\t5\n年少人口\t3\t3\t3\t2\t2\n"
    )
    #expect(
      figures.prefix(5) == [
        "CY1980 total_population 9", "CY2010 total_population 8", "CY2015 total_population 7",
        "CY2020 total_population_projection 6", "CY2045 total_population_projection 5",
      ])
    #expect(notes.contains("assumed-projection 1"))
  }

  @Test func `What is counted goes on year by year, before it is projected`() throws {
    let (figures, _) = try PopulationSample.read(
      "総人口の推移と将来推計人口\n区分\t2018年\t2019年\t2020年\t2025年\t2030年\n総人口\t9\t8\t7\t6\t5\n年少人口\t3\t3\t3\t2\t2\n"
    )
    #expect(
      figures.prefix(5) == [
        "CY2018 total_population 9", "CY2019 total_population 8", "CY2020 total_population 7",
        "CY2025 total_population_projection 6", "CY2030 total_population_projection 5",
      ])
  }

  @Test func `A note says until when figures are counted`() throws {
    let (figures, notes) = try PopulationSample.read(
      "将来人口の推計\n区分\t2015年\t2020年\t2025年\n総人口\t9\t8\t7\n年少人口\t3\t3\t2\n※2020年までは実績、その後は推計\n")
    #expect(figures.contains("CY2020 total_population 8"))
    #expect(figures.contains("CY2025 total_population_projection 7"))
    #expect(notes == ["projected-years 2"])
  }

  @Test func `A heading of three lines keeps the groups`() throws {
    let read = try PopulationSample.read(
      """
      年\t自然動態\t\t\t社会動態\t\t\t\t
      \t出生\t死亡\t増減\t転入\t転出\t\t\t増減
      \t\t\t\t\t計\tうち道外\t道内\t
      令和3年\t141\t401\t-260\t801\t901\t201\t700\t-100
      令和4年\t132\t412\t-280\t812\t912\t202\t710\t-100
      """)
    #expect(
      read.figures.prefix(6) == [
        "CY2021 births 141", "CY2021 deaths 401", "CY2021 natural_change -260",
        "CY2021 in_migrants 801", "CY2021 out_migrants 901", "CY2021 social_change -100",
      ])
    #expect(read.figures.count == 12)
    #expect(read.notes == ["unknown-column 3", "unknown-column 3"])
  }

  @Test(arguments: [
    ("出生", "births"), ("世帯", "households"), ("人口", "total_population"), ("転入", "in_migrants"),
  ])
  func `A sum is of what its group names`(group: String, item: String) throws {
    let rows = try PopulationSample.read(
      "区分\t\t令和3年\t令和4年\n死亡\t\t401\t412\n\(group)\t総数\t9\t8\n\t男\t5\t4\n")
    #expect(rows.figures.contains("CY2021 \(item) 9"))
    let none = try PopulationSample.read("区分\t\t令和3年\t令和4年\n死亡\t\t401\t412\n婚姻\t総数\t9\t8\n")
    #expect(none.figures.count == 2)
  }
}
