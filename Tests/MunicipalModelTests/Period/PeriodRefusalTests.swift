import MunicipalModel
import TestSupport
import Testing

@Suite struct PeriodRefusalTests {
  @Test(
    "A text that is no period is refused",
    arguments: [
      "", " ", "　", "年", "年度", "令和", "R", "H", "計画期間", "平成年", "4年度", "令和4年度の取組", "30年",
      "令和4年度から", "～令和4年度", "令和4年度～", "2020-", "2020-12", "12345年", "999年", "3000年", "0年", "-2020年",
      "20２１年度末の人口", "令和4.5年度", "2021年2022年", "令和5年12月21日（木）16時から", "平成30年（2018年", "😀", "NaN",
      "2023-10-31-1", "2023-10/31", "令和4年度（予算）",
    ])
  func unreadable(_ text: String) {
    let error = #expect(throws: PeriodError.self) { try Period(parsing: text) }
    #expect(error?.code == .unreadable)
  }

  @Test(
    "A year that the era does not have is refused",
    arguments: [
      "平成100年", "令和0年", "平成0年度", "昭和65年", "大正16年", "明治46年", "R0", "H100", "令和4年度～平成100年度",
    ])
  func yearOutsideEra(_ text: String) {
    #expect(throws: PeriodError(code: .yearOutsideEra, text: text)) { try Period(parsing: text) }
  }

  @Test(
    "Two years that contradict each other are refused",
    arguments: [
      "平成30年（2017年）", "平成30年 (2019年)", "2018年（平成31年）", "令和2年度（2021年度）", "2021（令和4）年",
      "令和2年度（2020年度）から令和6年度（2025年度）まで",
    ])
  func contradictoryYears(_ text: String) {
    #expect(throws: PeriodError(code: .contradictoryYears, text: text)) {
      try Period(parsing: text)
    }
  }

  @Test(
    "A day that no calendar has is refused",
    arguments: [
      "令和5年13月", "令和5年0月", "令和5年2月30日", "令和5年2月29日", "1900年2月29日", "令和5年4月31日", "令和5年10月32日",
      "令和5年10月0日", "2023-13-01", "2023-02-30", "2023/0/1", "R5.2.29",
    ])
  func impossibleDate(_ text: String) {
    #expect(throws: PeriodError(code: .impossibleDate, text: text)) { try Period(parsing: text) }
  }

  @Test(
    "A span that ends before it begins is refused",
    arguments: [
      "令和6年度～令和2年度", "2018~2016年", "令和元年度～平成27年度", "2020-04-01～2020-03-31",
      "令和6年度（2024年度）から令和2年度（2020年度）まで",
    ])
  func reversedSpan(_ text: String) {
    #expect(throws: PeriodError(code: .reversedSpan, text: text)) { try Period(parsing: text) }
  }

  @Test(
    "Forty digits are refused, not wrapped around",
    arguments: [
      String(repeating: "2", count: 40) + "年", "令和" + String(repeating: "4", count: 40) + "年",
      "R" + String(repeating: "4", count: 40), "令和5年" + String(repeating: "1", count: 40) + "月",
      "2021" + String(repeating: "0", count: 40),
    ])
  func fortyDigits(_ text: String) {
    #expect(throws: PeriodError(code: .unreadable, text: text)) { try Period(parsing: text) }
  }

  @Test("A text of megabytes is refused in good time", .timeLimit(.minutes(10)))
  func tenMegabytes() {
    for unit in ["2", "2021～"] {
      let text = String(repeating: unit, count: TestSize.of(10_000_000) / unit.utf8.count)
      #expect(throws: PeriodError.self) { try Period(parsing: text) }
    }
  }

  @Test("An error names the text and the reason")
  func errorText() {
    let error = PeriodError(code: .yearOutsideEra, text: "平成100年")
    #expect(error.description == "period \"平成100年\": year-outside-era")
  }
}
