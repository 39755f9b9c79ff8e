import DocumentReading
import MunicipalModel
import Testing

/// What cannot be read is an issue and never a guess.
@Suite struct FigureRefusalTests {
  @Test(
    "Misplaced groups are read without their commas, and reported",
    arguments: [
      ("累計9,18", "918 "), ("115,16,324", "11516324 "), ("1,23", "123 "), ("1234,567", "1234567 "),
      ("1,2345人", "12345 人"), ("0,123", "123 "), ("12,34.5", "1234.5 "), ("累計９，１８", "918 "),
    ])
  func malformedGrouping(_ printed: String, _ expected: String) {
    let figure = PrintedFigure(printed)
    #expect(summary(figure.reading) == expected)
    #expect(figure.issues.map(\.code) == ["malformed-grouping"])
    #expect(figure.issues.map(\.severity) == [.warning])
  }

  @Test("A message says how misplaced groups were read")
  func malformedMessage() {
    let message = PrintedFigure("累計9,18").issues.first?.message
    #expect(message?.ja.contains("918") == true && message?.en.contains("918") == true)
  }

  @Test(
    "A text that is no figure is unreadable",
    arguments: [
      "順調", "概ね順調", "累計", "累計230人を目指す", "230人増加しました", "令和4年度", "作業時間の短縮やコストの縮減", "人", "%", "△",
      "▲人",
      "第1期総合戦略(令和2年度)の実績", "5年間の合計", "1. 貧困をなくそう", "3人目の保育料等の無料化", "11月～12月", "1日あたり5人", "5人います",
      "5人と3件", "5人から", "10人まで", "5人より", "第3回", "前年比10%", "平成30年度比", "2人または3人", "a", "NaN", "inf",
      "①", "一〇〇", "五人", "٣人", "½",
      "5²人は",
    ])
  func words(_ printed: String) { expectUnreadable(printed) }

  @Test(
    "A range that is printed with a dash, an arrow or a slash is unreadable",
    arguments: [
      "5－10人", "5-10人", "5‐10", "5–10人", "5—10人", "5ー10人", "5人-10人", "5人ー10人", "5 - 10", "5人 － 10人",
      "5～", "～5", "5→10", "5人⇒10人", "5/10", "5：10", "5.0-6.0%",
    ])
  func ranges(_ printed: String) { expectUnreadable(printed) }

  @Test(
    "Broken digits are unreadable",
    arguments: [
      "1.2.3", "5,", ",5", "1,234.", ".5", "5.", "1,,000", "1..5", "1,.5", "1.,5", "1.5,000", "--5",
      "△△5", "△-5", "+-5",
      "5+5", "5=5", "5?", "5;", "5_000", "1e5", "5E10", "0x1F", "5'000", "1 234,567",
      "5人)", "5人]", "#5",
      "=5", "5‰‰?",
    ])
  func brokenDigits(_ printed: String) { expectUnreadable(printed) }

  @Test(
    "A compound whose parts do not fit is unreadable",
    arguments: [
      "1万2万円", "1万2億円", "1.5億2万円", "1億2.5万円", "1千2千円", "2億3億4億円", "1百2百円", "1億2千3百万円",
    ])
  func brokenCompound(_ printed: String) { expectUnreadable(printed) }

  /// 4億3,0000万円 is printed in Urakawa's strategy of 2016.
  @Test(
    "A compound whose lower part is too large is malformed: no value, and a warning",
    arguments: ["4億3,0000万円", "4億30000万円", "1万12345人", "1万10,000人"])
  func partTooLarge(_ printed: String) {
    let figure = PrintedFigure(printed)
    #expect(figure.reading == .missing(.unreadable))
    #expect(figure.issues.map(\.code) == ["malformed-number"])
    #expect(figure.issues.map(\.severity) == [.warning])
  }

  @Test(
    "Digits that stand apart are neither two numbers nor surely one: no value, and a warning",
    arguments: ["1 2人", "1 1人", "1 0人", "△1 2人", "0 123", "2015 2016", "1,234 567.5.6"])
  func digitsApart(_ printed: String) {
    let figure = PrintedFigure(printed, unit: "人")
    #expect(figure.reading == .missing(.unreadable))
    #expect(figure.issues.map(\.code) == ["malformed-number"])
    #expect(figure.issues.map(\.severity) == [.warning])
  }

  @Test(
    "Emoji and control characters are unreadable",
    arguments: [
      "😀", "5😀", "😀5", "5👍人", "👨‍👩‍👧‍👦", "5🇯🇵", "5\u{0}", "\u{7}5", "5\n6", "5️⃣x", "5♥", "\u{202E}5",
      "5\u{FFFD}",
    ])
  func emoji(_ printed: String) { expectUnreadable(printed) }

  @Test(
    "A figure of more than 18 digits is too long",
    arguments: [
      String(repeating: "9", count: 40), String(repeating: "1", count: 19) + "人",
      "0." + String(repeating: "3", count: 40), "累計" + String(repeating: "1,234", count: 8),
      "△" + String(repeating: "0", count: 30) + "%",
    ])
  func tooLong(_ printed: String) {
    let figure = PrintedFigure(printed)
    #expect(figure.reading == .missing(.unreadable))
    #expect(figure.issues.map(\.code) == ["figure-too-long"])
    #expect(figure.issues.map(\.severity) == [.error])
  }

  @Test("Eighteen digits are read")
  func eighteenDigits() {
    #expect(summary(PrintedFigure("999999999999999999").reading) == "999999999999999999 ")
    #expect(summary(PrintedFigure("0.99999999999999999人").reading) == "0.99999999999999999 人")
  }

  private func expectUnreadable(_ printed: String) {
    let figure = PrintedFigure(printed, unit: "人")
    #expect(figure.reading == .missing(.unreadable))
    #expect(figure.issues.map(\.code) == ["unreadable-figure"])
    #expect(figure.issues.map(\.severity) == [.error])
    #expect(figure.accumulation == nil && figure.remark.isEmpty)
    #expect(figure.printed == printed)
  }
}
