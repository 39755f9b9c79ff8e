import MunicipalModel
import Testing

@Suite struct PeriodCodeTests {
  static func day(_ year: Int, _ month: Int, _ day: Int) throws -> Period {
    .date(try #require(CalendarDate(year: year, month: month, day: day)))
  }

  static let codes = [
    "FY2022", "CY2021", "2023-10-31", "FY2015/FY2019", "CY2016/CY2018", "2020-04-01/2025-03-31",
    "FY2020/CY2024", "CY1868", "FY2999", "2000-02-29",
  ]

  @Test("A code is read back to the same code", arguments: codes)
  func roundTrip(_ code: String) throws {
    let period = try #require(Period(code: code))
    #expect(period.code == code)
    #expect(period.description == code)
  }

  @Test("A period is written to JSON as its code and read back", arguments: codes)
  func json(_ code: String) throws {
    let period = try #require(Period(code: code))
    #expect(try encoded(period) == "\"\(code)\"".replacing("/", with: "\\/"))
    #expect(try throughJSON(period) == period)
  }

  @Test("A code says what it means")
  func meaning() throws {
    #expect(Period(code: "FY2022") == .fiscalYear(2022))
    #expect(Period(code: "CY2021") == .calendarYear(2021))
    #expect(Period(code: "2023-10-31") == (try Self.day(2023, 10, 31)))
    #expect(Period(code: "FY2015/FY2019") == .span(.fiscalYear(2015), .fiscalYear(2019)))
  }

  @Test(
    "Anything but a code is refused",
    arguments: [
      "", " ", "/", "FY", "CY", "FY2022 ", " FY2022", "fy2022", "FY+2022", "FY-5", "FY2022年",
      "2022",
      "令和4年度", "FY2022/", "/FY2022", "FY2020/FY2022/FY2024", "FY2024/FY2020", "2023-10",
      "2023-13-01",
      "2023-02-30", "2023-1-1", "2023-10-31-1", "2023-10-31-x", "x-2023-10-31", "-2023-10-31",
      "2023--10-31", "+2023-10-31", "2023-10-31-", "FY99999999999999999999",
      "FY9223372036854775807",
      "CY-9223372036854775808", "FY２０２２", "FY02022",
    ])
  func refused(_ code: String) { #expect(Period(code: code) == nil) }

  @Test(
    "JSON that is no code is refused",
    arguments: ["\"令和4年度\"", "2022", "null", "\"\"", "\"FY2024/FY2020\""])
  func wrongJSON(_ json: String) {
    #expect(throws: (any Error).self) { try decoded(Period.self, from: json) }
  }

  @Test("A code of a hundred thousand spans is refused, not followed into the depth")
  func deepCode() {
    let code = Array(repeating: "FY2020", count: 100_000).joined(separator: "/")
    #expect(Period(code: code) == nil)
  }

  @Test("Every period that can be read keeps its meaning through its code")
  func parsedRoundTrip() throws {
    let texts = PeriodParsingTests.printed + PeriodParsingTests.dates + PeriodParsingTests.spans
    for (text, _) in texts {
      let period = try Period(parsing: text)
      #expect(Period(code: period.code) == period)
      #expect(try throughJSON(period) == period)
    }
  }

  @Test("Periods order by their first day, then by their code")
  func order() throws {
    let sorted = try [
      Period(parsing: "2020年"), Self.day(2020, 3, 31), Period(parsing: "2020年度"),
      Period(parsing: "2020～2024年度"), Self.day(2020, 4, 2), Period(parsing: "2021年"),
    ]
    #expect(sorted.reversed().sorted() == sorted)
  }

  @Test("The years of a period go from the first to the last")
  func years() throws {
    #expect(try Period(parsing: "平成27年度～令和元年度").years == 2015...2019)
    #expect(try Period(parsing: "2021年").years == 2021...2021)
    #expect(try Period(parsing: "令和5年10月末").year == 2023)
    #expect(try Period(parsing: "2016~2018年").year == 2018)
    #expect(Period.span(.fiscalYear(2024), .fiscalYear(2020)).years == 2020...2020)
  }

  @Test("The label is what a person writes")
  func labels() throws {
    #expect(Period.fiscalYear(2022).label == LocalizedText(ja: "2022年度", en: "FY2022"))
    #expect(Period.calendarYear(2021).label == LocalizedText(ja: "2021年", en: "2021"))
    let span = try Period(parsing: "平成27年度～令和元年度")
    #expect(span.label == LocalizedText(ja: "2015年度～2019年度", en: "FY2015–FY2019"))
  }
}
