import MunicipalModel
import Testing

/// Times as headings, cells and data of municipalities print them; one reader reads them all.
@Suite struct PeriodFormTests {
  static let months: [(String, String)] = [
    ("R5.3末", "2023-03-31"), ("R5.3", "2023-03-31"), ("R5.3月", "2023-03-31"),
    ("R5.3月末", "2023-03-31"),
    ("R5.3月末時点", "2023-03-31"), ("R5.3末時点", "2023-03-31"), ("R5.3末現在", "2023-03-31"),
    ("2023.3末", "2023-03-31"), ("2023.3", "2023-03-31"), ("2023/3", "2023-03-31"),
    ("2023/03", "2023-03-31"), ("2023-03", "2023-03-31"), ("2023/12末", "2023-12-31"),
    ("H30.10", "2018-10-31"), ("H30.10末", "2018-10-31"), ("H31.3末", "2019-03-31"),
    ("R7.3末", "2025-03-31"), ("R6.2", "2024-02-29"), ("Ｒ５．３", "2023-03-31"), ("R5/3", "2023-03-31"),
    ("令和5年3月末時点", "2023-03-31"), ("令和5年３月末現在", "2023-03-31"), ("R5. 3.31", "2023-03-31"),
    ("R5.3.31", "2023-03-31"), ("令和5年 3月31日", "2023-03-31"), ("令和4年度3月末", "2023-03-31"),
    ("令和4年度10月末", "2022-10-31"), ("令和5.3", "2023-03-31"), ("平成30.4.1", "2018-04-01"),
    ("令和5年度（R6.3.31）", "2024-03-31"), ("令和5年3月（2023年3月）", "2023-03-31"),
    ("令和5年3月31日（2023年）", "2023-03-31"), ("令和４年度末", "2023-03-31"), ("令和4年末時点", "2022-12-31"),
  ]

  @Test("A month is its last day, whichever way it is written", arguments: months)
  func month(_ text: String, _ code: String) throws {
    #expect(try Period(parsing: text).code == code)
  }

  static let years: [(String, String)] = [
    ("㋿4年度", "FY2022"), ("㍻30年度", "FY2018"), ("㍼63年", "CY1988"), ("令和四年度", "FY2022"),
    ("令和十年", "CY2028"), ("平成三十年度", "FY2018"), ("平成二十九年", "CY2017"), ("平成十一年", "CY1999"),
    ("昭和六十四年", "CY1989"), ("令和元年度", "FY2019"), ("令和一年", "CY2019"), ("二〇二三年", "CY2023"),
    ("二〇二三年度", "FY2023"), ("R.5", "FY2023"), ("R05", "FY2023"), ("FY2023", "FY2023"),
    ("令和5年度[2023年度]", "FY2023"), ("令和5年度【2023】", "FY2023"), ("令和四年三月三十一日", "2022-03-31"),
    ("令和5事業年度", "FY2023"), ("R4末", "FY2022"), ("⼆〇⼆三年", "CY2023"), ("令和5年⽉末", "-"),
  ]

  @Test("A year in kanji, in one character or behind a point", arguments: years)
  func year(_ text: String, _ code: String) {
    #expect((try? Period(parsing: text).code) ?? "-" == code)
  }

  static let spans: [(String, String)] = [
    ("令和2～4年度", "FY2020/FY2022"), ("令和２〜４年度", "FY2020/FY2022"), ("令和2-4年度", "FY2020/FY2022"),
    ("令和2年度～4年度", "FY2020/FY2022"), ("令和2年～4年", "CY2020/CY2022"), ("R2～4", "FY2020/FY2022"),
    ("R2～R4", "FY2020/FY2022"), ("H30～R2", "FY2018/FY2020"), ("平成30～令和2年度", "FY2018/FY2020"),
    ("令和元～3年度", "FY2019/FY2021"), ("令和二～四年度", "FY2020/FY2022"), ("令和2から4年度まで", "FY2020/FY2022"),
    ("令和2・3年度", "FY2020/FY2021"), ("令和2、3年度", "FY2020/FY2021"), ("令和2,3年度", "FY2020/FY2021"),
    ("令和2・3・4年度", "FY2020/FY2022"), ("令和2年度・3年度", "FY2020/FY2021"), ("令和2年度及び3年度", "FY2020/FY2021"),
    ("R2・R3", "FY2020/FY2021"), ("平成30・令和元・2年度", "FY2018/FY2020"),
    ("2020-2022年度", "FY2020/FY2022"), ("2020～22年度", "FY2020/FY2022"), ("2016～18年", "CY2016/CY2018"),
    ("2019-20", "FY2019/FY2020"), ("2020年度～2022", "FY2020/FY2022"),
    ("R2.4～R3.3", "2020-04-01/2021-03-31"), ("令和5年4月～6年3月", "2023-04-01/2024-03-31"),
    ("令和5年4月～9月", "2023-04-01/2023-09-30"), ("令和5年4月1日～6年3月31日", "2023-04-01/2024-03-31"),
    ("2023.4～2024.3", "2023-04-01/2024-03-31"), ("令和5年度上半期", "2023-04-01/2023-09-30"),
    ("R5下期", "2023-10-01/2024-03-31"), ("令和5年上半期", "2023-01-01/2023-06-30"),
    ("令和5年度第4四半期", "2024-01-01/2024-03-31"),
  ]

  @Test(
    "The second year of a span takes its era, century and kind from the first", arguments: spans)
  func span(_ text: String, _ code: String) throws {
    #expect(try Period(parsing: text).code == code)
  }

  @Test(
    "What may be read in two ways is refused",
    arguments: [
      "2020-12", "2009-10", "2001-02", "R5.3～9", "令和2・4年度", "令和2～", "平成30年度以降", "R4.5年度", "R2～4人",
      "令和2・3人", "2020～2022人", "十年", "三十年度", "R五", "令和5年度、6人", "5.3", "3月末", "R5.3.",
    ])
  func refused(_ text: String) {
    #expect((try? Period(parsing: text)) == nil)
  }

  @Test(
    "What no calendar has is refused by its name",
    arguments: [
      ("R5.13", PeriodError.Code.impossibleDate), ("R5.0末", .impossibleDate),
      ("2023/13", .impossibleDate), ("令和100年", .yearOutsideEra), ("令和百年度", .yearOutsideEra),
      ("平成30～2年度", .unreadable), ("令和5年10月～4月", .reversedSpan),
      ("令和3年（2022年）", .contradictoryYears), ("2022（令和3）年度", .contradictoryYears),
      ("令和5年度（R6.4.1）", .contradictoryYears), ("令和5年3月31日（2022年）", .contradictoryYears),
      ("令和5年3月（2023年4月）", .contradictoryYears), ("令和四年度［2023年度］", .contradictoryYears),
    ])
  func error(_ text: String, _ code: PeriodError.Code) {
    #expect(throws: PeriodError(code: code, text: text)) { try Period(parsing: text) }
  }

  @Test("A contradiction gives both times")
  func contradiction() {
    var scanner = TextScanner("令和3年（2022年）")
    let failure = #expect(throws: PeriodScanFailure.self) { try Period.scan(&scanner) }
    #expect(failure?.contradiction == [.calendarYear(2021), .calendarYear(2022)])
  }

  @Test("Words behind a time are left")
  func rest() throws {
    for (text, code, rest) in [
      ("令和2～4年度平均", "FY2020/FY2022", "平均"), ("R5.3実績", "2023-03-31", "実績"),
      ("令和2年度、3回", "FY2020", "、3回"), ("R2・3実績", "FY2020/FY2021", "実績"),
      ("2020-3人", "FY2020", "-3人"), ("R5-10人", "FY2023", "-10人"),
    ] {
      var scanner = TextScanner(text)
      #expect(try Period.scan(&scanner)?.code == code)
      #expect(scanner.rest == rest)
    }
  }
}
