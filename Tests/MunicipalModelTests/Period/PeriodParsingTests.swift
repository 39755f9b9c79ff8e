import MunicipalModel
import Testing

@Suite struct PeriodParsingTests {
  /// As printed, and the code of the period.
  static let printed: [(String, String)] = [
    ("令和4年度", "FY2022"), ("令和４年度", "FY2022"), ("令和元年度", "FY2019"), ("平成31年度", "FY2019"),
    ("令和元年", "CY2019"), ("平成30年", "CY2018"), ("平成元年", "CY1989"), ("昭和64年", "CY1989"),
    ("大正15年", "CY1926"), ("明治45年", "CY1912"), ("平成72年", "CY2060"), ("令和32年", "CY2050"),
    ("2021年", "CY2021"), ("２０２１年", "CY2021"), ("2020年度", "FY2020"), ("2060年", "CY2060"),
    ("R4", "FY2022"), ("R 4", "FY2022"), ("Ｒ４", "FY2022"), ("H30", "FY2018"), ("H30年", "CY2018"),
    ("R元年度", "FY2019"), ("S60年", "CY1985"), ("2021", "FY2021"), (" 令和　4　年度 ", "FY2022"),
    ("平成30年（2018年）", "CY2018"), ("平成30年 (2018年)", "CY2018"), ("令和2年度（2020年度）", "FY2020"),
    ("2018年（平成30年）", "CY2018"), ("令和元年 (2019年)", "CY2019"), ("2021（令和3）年", "CY2021"),
    ("2050（令和32）年度", "FY2050"),
  ]

  @Test("A year is read as printed", arguments: printed)
  func year(_ text: String, _ code: String) throws {
    #expect(try Period(parsing: text).code == code)
  }

  static let dates: [(String, String)] = [
    ("令和5年10月末現在", "2023-10-31"), ("令和5年10月末", "2023-10-31"), ("令和5年10月末日", "2023-10-31"),
    ("令和5年10月", "2023-10-31"), ("令和6年2月末", "2024-02-29"), ("令和5年2月末", "2023-02-28"),
    ("令和5年12月31日", "2023-12-31"), ("令和5年12月31日現在", "2023-12-31"), ("令和5年4月1日時点", "2023-04-01"),
    ("平成30年（2018年）12月31日", "2018-12-31"), ("2023-10-31", "2023-10-31"),
    ("2023/10/31", "2023-10-31"),
    ("2025/1/1", "2025-01-01"), ("2023.10.31", "2023-10-31"), ("R5.10.31", "2023-10-31"),
    ("２０２３年１０月３１日", "2023-10-31"), ("2021（令和3）年8月", "2021-08-31"), ("平成30年末", "2018-12-31"),
    ("令和4年度末", "2023-03-31"), ("2000年2月29日", "2000-02-29"),
  ]

  @Test("A date is read; a month stands for its last day", arguments: dates)
  func date(_ text: String, _ code: String) throws {
    #expect(try Period(parsing: text).code == code)
  }

  static let spans: [(String, String)] = [
    ("平成27年度～令和元年度", "FY2015/FY2019"), ("平成28～令和元年度", "FY2016/FY2019"),
    ("令和2年度（2020年度）から令和6年度（2024年度）まで", "FY2020/FY2024"),
    ("令和2年度（2020年度） ～ 令和6年度（2024年度）", "FY2020/FY2024"), ("2016~2018年", "CY2016/CY2018"),
    ("2016〜2018年", "CY2016/CY2018"), ("2016～2018年度", "FY2016/FY2018"),
    ("2015～2019", "FY2015/FY2019"),
    ("2020-2024年", "CY2020/CY2024"), ("2020–2024年", "CY2020/CY2024"), ("R2～R6", "FY2020/FY2024"),
    ("令和2年4月1日～令和7年3月31日", "2020-04-01/2025-03-31"), ("平成22年（2010年）～平成27年（2015年）", "CY2010/CY2015"),
    ("令和4年度～令和4年度", "FY2022/FY2022"), ("令和5年4月～令和6年3月", "2023-04-01/2024-03-31"),
    ("令和5年4月から令和6年3月末まで", "2023-04-01/2024-03-31"), ("令和5年4月末～令和6年3月末", "2023-04-30/2024-03-31"),
    ("令和5年10月～令和5年10月", "2023-10-01/2023-10-31"),
  ]

  @Test("A span is read; a bare first year takes its kind from the second", arguments: spans)
  func span(_ text: String, _ code: String) throws {
    #expect(try Period(parsing: text).code == code)
  }

  @Test("A year without 年 or 年度 is of the kind that the caller says")
  func bareYear() throws {
    #expect(try Period(parsing: "2021", bareYear: .calendar) == .calendarYear(2021))
    #expect(try Period(parsing: "H30", bareYear: .calendar) == .calendarYear(2018))
    #expect(try Period(parsing: "2021年度", bareYear: .calendar) == .fiscalYear(2021))
    #expect(try Period(parsing: "2015～2019", bareYear: .calendar).code == "CY2015/CY2019")
  }

  @Test("平成31年 and 令和元年 are the same year")
  func changeOfEra() throws {
    #expect(try Period(parsing: "平成31年度") == Period(parsing: "令和元年度"))
    #expect(try Period(parsing: "平成31年") == Period(parsing: "令和1年"))
    #expect(try Period(parsing: "昭和64年") == Period(parsing: "平成元年"))
  }

  @Test("The scanner leaves what follows a period")
  func scanning() throws {
    var scanner = TextScanner("令和4年度、前年と比較し")
    #expect(try Period.scan(&scanner) == .fiscalYear(2022))
    #expect(scanner.rest == "、前年と比較し")
    scanner = TextScanner("2016~2018年平均")
    #expect(try Period.scan(&scanner) == .span(.calendarYear(2016), .calendarYear(2018)))
    #expect(scanner.rest == "平均")
    scanner = TextScanner("計画期間")
    #expect(try Period.scan(&scanner) == nil)
    #expect(scanner.position == 0)
  }
}
