import Testing

@testable import DocumentReading

/// The day at which a population is counted, as the lines at a table or its names say it.
struct StockDayTests {
  @Test(arguments: [
    ("人口の推移（各年9月末日現在）", "2021-09-30"), ("人口の推移　各年3月31日", "2021-03-31"),
    ("住民基本台帳人口の推移（各年9月末現在、単位：人）", "2021-09-30"),
    ("資料：国勢調査（各年10月1日）", "2021-10-01"), ("人口の推移\n各年9月30日現在", "2021-09-30"),
  ])
  func `Lines above a table date its stocks and no births`(lines: String, day: String) throws {
    let (figures, _) = try PopulationSample.read(
      "\(lines)\n年\t人口\t出生\n令和3年\t26,503\t130\n令和4年\t26,100\t125\n")
    #expect(figures.contains("\(day) total_population 26503"))
    #expect(figures.contains("CY2021 births 130"))
  }

  @Test func `A note below a table does so where it is of the population`() throws {
    let table = "人口の推移\n年\t人口\t出生\n令和3年\t26,503\t130\n令和4年\t26,100\t125\n"
    let (figures, _) = try PopulationSample.read(table + "（注）人口は各年3月31日現在、出生は1～12月\n")
    #expect(figures.contains("2022-03-31 total_population 26100"))
    let (others, _) = try PopulationSample.read(table + "※世帯数は各年10月1日現在\n")
    #expect(others.contains("CY2022 total_population 26100"))
  }

  @Test(arguments: [
    ("1月1日現在人口", "2021-01-01"), ("10月1日人口", "2021-10-01"), ("年度末人口", "2022-03-31"),
    ("3月末人口", "2021-03-31"), ("各年4月1日の人口", "2021-04-01"),
  ])
  func `A name may begin with the day`(name: String, day: String) throws {
    let (figures, notes) = try PopulationSample.read(
      "年\t\(name)\t出生\t死亡\n令和3年\t26,503\t130\t410\n令和4年\t26,100\t125\t430\n")
    #expect(figures.contains("\(day) total_population 26503"))
    #expect(figures.count == 6)
    #expect(notes.isEmpty)
  }

  @Test func `The end of each fiscal year is one, and flows are of the fiscal year`() throws {
    let (figures, _) = try PopulationSample.read(
      "人口の推移（各年度末現在）\n年\t人口\t出生\n令和3年\t26,503\t130\n令和4年\t26,100\t125\n")
    #expect(figures.contains("2022-03-31 total_population 26503"))
    #expect(figures.contains("FY2021 births 130"))
  }
}
