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
      "5+5", "5=5", "5?", "5;", "5_000", "1e5", "5E10", "0x1F", "5'000",
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
    arguments: [
      "1 2人", "1 1人", "1 0人", "△1 2人", "0 123", "2015 2016", "1,234 567.5.6", "1 234,567",
    ])
  func digitsApart(_ printed: String) {
    let figure = PrintedFigure(printed, unit: "人")
    #expect(figure.reading == .missing(.unreadable))
    #expect(figure.issues.map(\.code) == ["malformed-number"])
    #expect(figure.issues.map(\.severity) == [.warning])
  }

  @Test(
    "A space groups nothing where no other figure says so, and never in a percentage",
    arguments: [
      "80 70", "80 100", "10 000", "9 900人", "88 545", "1 234 567人", "1\u{2009}037", "△1　037",
    ])
  func spaceAlone(_ printed: String) {
    expectWarning(printed, "malformed-number")
  }

  @Test("A percentage has no thousands", arguments: ["45 100%", "1 037％", "12 345.6歳"])
  func spacedShare(_ printed: String) {
    expectWarning(printed, "malformed-number")
    expectWarning(printed, "malformed-number", grouping: .spaces)
  }

  @Test(
    "A comma with one digit behind it may be a percentage's point", arguments: ["44,7%", "△0,5％"])
  func commaOfDecimals(_ printed: String) {
    expectWarning(printed, "malformed-number")
  }

  @Test(
    "A letter among digits is no digit",
    arguments: [
      "8O", "1O0人", "12O人", "lO人", "I0人", "l50", "9,8O0", "1,6O", "８Ｏ", "|50", "1〇0", "5O件", "1○人",
      "累計8O人", "△8O", "O5人", "5B", "8S", "1Z3人", "49B千円",
    ])
  func letter(_ printed: String) { expectWarning(printed, "letter-for-digit") }

  @Test(
    "A unit may begin with such a letter",
    arguments: ["5L", "10MB", "3DL", "4Sv", "7t-CO2", "5本", "8LDK"])
  func unitOfLetters(_ printed: String) {
    #expect(PrintedFigure(printed).reading.quantity != nil)
    #expect(PrintedFigure(printed).issues.isEmpty)
  }

  @Test(
    "Two figures of one unit leave open which one is meant",
    arguments: [
      "1,498千円 1,600千円", "2人 3人", "55.3% 28.8%", "▲5人 ▲3人", "▲5 ▲3", "46人 30", "1世帯4人2世帯5人",
      "20人30人",
    ])
  func several(_ printed: String) { expectWarning(printed, "several-figures") }

  @Test(
    "A count of persons or things with three decimals may have lost its comma",
    arguments: ["1.200人", "1.498件", "12.345世帯", "9.800", "１．２００人", "約1.200人", "△1.200人"])
  func pointForComma(_ printed: String) { expectWarning(printed, "point-for-comma") }

  @Test(
    "A fraction that can be one is read",
    arguments: [
      "1.498千円", "1.20人", "0.125人", "平均1.200人", "1.200%", "1.498千人", "1,234.567人", "1.200ha",
    ])
  func fraction(_ printed: String) {
    #expect(PrintedFigure(printed, unit: "人").reading.quantity != nil)
    #expect(PrintedFigure(printed, unit: "人").issues.isEmpty)
  }

  @Test(
    "Figures that stand beside each other in other ways are told, never one of them alone",
    arguments: [
      "10人/20人", "①10人 ②20人", "男 10人 女 20人", "100人→110人", "10（20）人", "男10人・女20人", "10人、20人",
      "10・20人",
      "10人 or 20人", "5-", "5人△", "1、498人", "1'498", "1’498", "1_498", "1･498", "1・498", "1 ,498",
      "1, 498", "5人+",
      "▽5人", "1.498.000", "47位中1位", "10校中8校", "3対1",
    ])
  func beside(_ printed: String) { expectUnreadable(printed) }

  private func expectWarning(
    _ printed: String, _ code: Diagnostic.Code, grouping: PrintedFigure.DigitGrouping = .commas
  ) {
    let figure = PrintedFigure(printed, unit: "人", grouping: grouping)
    #expect(figure.reading == .missing(.unreadable))
    #expect(figure.issues.map(\.code) == [code])
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
