import DocumentReading
import MunicipalModel
import Testing

/// What a cell should read as: numbers with their units, in a short notation.
func summary(_ reading: Reading) -> String {
  let numbers = reading.quantities.map { quantity in
    "\(quantity.value) \(quantity.unit)\(quantity.bound.map { " \($0.rawValue)" } ?? "")"
  }
  switch reading {
  case .reference: return "reference " + numbers.joined(separator: " & ")
  case .label(let word): return "label \(word)"
  case .missing(let reason): return reason.code
  case .value, .several: return numbers.joined(separator: " & ")
  }
}

/// Cells as printed by 苫小牧市 (令和5年度第1回総合戦略推進会議資料, 総合戦略新旧対照表) and by 岩見沢市
/// (令和4年度総合戦略等推進委員会資料), and cells in the same manner.
@Suite struct PrintedFigureTests {
  static let values: [(String, String)] = [
    ("46人", "46 人"), ("9", "9 "), ("0", "0 "), ("0人", "0 人"), ("45.5%", "45.5 %"),
    ("45.5％", "45.5 %"),
    ("50.0", "50.0 "), ("1式", "1 式"), ("2.9", "2.9 "), ("167,106人", "167106 人"),
    ("8,969,733", "8969733 "),
    ("1,498千円", "1498 千円"), ("18,113百万円", "18113 百万円"), ("21.6億円", "21.6 億円"), ("127万円", "127 万円"),
    ("304,494千円", "304494 千円"), ("148万人", "148 万人"), ("199.5万人", "199.5 万人"),
    ("16,034千ｔ", "16034 千t"),
    ("132 件", "132 件"), ("39クラブ", "39 クラブ"), ("6か所", "6 か所"), ("7箇所", "7 箇所"),
    ("12,000泊", "12000 泊"),
    ("4,325人/年", "4325 人/年"), ("1,664件/年", "1664 件/年"), ("88.73歳", "88.73 歳"), ("5種", "5 種"),
    ("4611人", "4611 人"), ("１，４９８千円", "1498 千円"), ("４６人", "46 人"), ("100ポイント", "100 ポイント"),
    ("3.2 t-CO2", "3.2 t-CO2"), ("120m2", "120 m2"), ("85㎡", "85 ㎡"), ("5人/日", "5 人/日"),
    ("1.8", "1.8 "),
    ("+5人", "5 人"), ("＋5人", "5 人"), ("3つ", "3 つ"), ("24ヶ月", "24 ヶ月"), ("0.0%", "0.0 %"),
  ]

  @Test("A number keeps its digits and its unit", arguments: values)
  func value(_ printed: String, _ expected: String) {
    let figure = PrintedFigure(printed)
    #expect(summary(figure.reading) == expected)
    #expect(figure.printed == printed)
    #expect(figure.accumulation == nil && figure.remark.isEmpty && figure.issues.isEmpty)
  }

  static let signed: [(String, String)] = [
    ("△ 562", "-562 "), ("△1 037", "-1037 "), ("△818", "-818 "), ("△ 1 229人", "-1229 人"),
    ("▲0.68%", "-0.68 %"),
    ("▲0.44P", "-0.44 P"), ("0.32P", "0.32 P"), ("▲341人", "-341 人"), ("-0.02%", "-0.02 %"),
    ("－5人", "-5 人"),
    ("−0.44", "-0.44 "), ("▲1,037", "-1037 "), ("△0", "0 "),
    ("–5", "-5 "), ("—5人", "-5 人"), ("‐5件", "-5 件"), ("– 1,037人", "-1037 人"), ("–0.44P", "-0.44 P"),
  ]

  @Test("A triangle or a minus makes the number negative", arguments: signed)
  func sign(_ printed: String, _ expected: String) {
    let figure = PrintedFigure(printed, grouping: .spaces)
    #expect(summary(figure.reading) == expected)
    #expect(figure.issues.isEmpty)
  }

  @Test(
    "A plus sign is remembered",
    arguments: [
      ("+8人", true), ("＋50人", true), ("+0.1", true), ("累計+8人", true), ("約＋3件", true),
      ("8人", false), ("△8人", false), ("-8人", false),
    ])
  func plus(_ printed: String, _ hasPlus: Bool) {
    let figure = PrintedFigure(printed)
    #expect(figure.reading.quantity?.isPrintedWithPlus == hasPlus)
    #expect(figure.issues.isEmpty)
  }

  static let spaced: [(String, String)] = [
    ("88 545", "88545 "), ("171 811", "171811 "), ("1 243", "1243 "), ("1 234 567人", "1234567 人"),
    ("959", "959 "),
    ("12 345.6", "12345.6 "), ("1\u{00A0}037", "1037 "), ("1\u{2009}037", "1037 "),
    ("1　037", "1037 "),
  ]

  @Test("A space can separate thousands where the figures around say so", arguments: spaced)
  func spaceAsSeparator(_ printed: String, _ expected: String) {
    let figure = PrintedFigure(printed, grouping: .spaces)
    #expect(summary(figure.reading) == expected)
    #expect(figure.issues.isEmpty)
  }

  static let compounds: [(String, String)] = [
    ("32億4,046万円", "324046 万円"), ("11億7,547万円", "117547 万円"), ("6億2,666万円", "62666 万円"),
    ("3,433万円", "3433 万円"), ("6億円", "6 億円"), ("1億 5,000万円", "15000 万円"), ("1兆2,345億円", "12345 億円"),
    ("1億2千万円", "12000 万円"), ("3億5百万円", "30500 万円"), ("2万5千人", "25000 人"), ("1万2,345人", "12345 人"),
    ("1千2百人", "1200 人"), ("３億５千万円", "35000 万円"), ("3億5,000万円", "35000 万円"),
    ("4億5000万円", "45000 万円"), ("2億396万円", "20396 万円"), ("4億円", "4 億円"), ("1兆2千億円", "12000 億円"),
    ("3億5千円", "300005000 円"), ("5千万円", "5 千万円"), ("21.6億円", "21.6 億円"),
    ("1億2,345万6,789円", "123456789 円"),
    ("２億２，６３７万円", "22637 万円"), ("▲1億500万円", "-10500 万円"),
  ]

  @Test("A compound counts in 億, 万 or one, whichever holds every digit", arguments: compounds)
  func compound(_ printed: String, _ expected: String) {
    let figure = PrintedFigure(printed)
    #expect(summary(figure.reading) == expected)
    #expect(figure.issues.isEmpty)
  }

  static let several: [(String, String)] = [
    ("3世帯9人", "3 世帯 & 9 人"), ("2世帯8人", "2 世帯 & 8 人"), ("100％（6隊）", "100 % & 6 隊"),
    ("491 (1.27)", "491  & 1.27 "), ("5%3人", "5 % & 3 人"), ("2世帯 8人", "2 世帯 & 8 人"),
    ("▲5世帯 ▲3人", "-5 世帯 & -3 人"),
  ]

  @Test("Several numbers in one cell stay several", arguments: several)
  func severalNumbers(_ printed: String, _ expected: String) {
    let figure = PrintedFigure(printed)
    #expect(summary(figure.reading) == expected)
    #expect(figure.issues.isEmpty)
  }

  @Test(
    "A number in brackets is for reference only",
    arguments: [
      ("(79.12歳)", "reference 79.12 歳"), ("（85.48歳）", "reference 85.48 歳"), ("(5)", "reference 5 "),
    ])
  func reference(_ printed: String, _ expected: String) {
    let figure = PrintedFigure(printed)
    #expect(summary(figure.reading) == expected)
    #expect(figure.reading.value == nil)
    #expect(figure.issues.isEmpty)
  }

  @Test("A number without a unit takes that of its column")
  func unitFromOutside() {
    #expect(summary(PrintedFigure("213.1", unit: "万人").reading) == "213.1 万人")
    #expect(summary(PrintedFigure("累計148", unit: "人").reading) == "148 人")
    #expect(summary(PrintedFigure("5%", unit: "人").reading) == "5 %")
    #expect(summary(PrintedFigure("(5)", unit: "人").reading) == "reference 5 人")
    #expect(summary(PrintedFigure("100以上", unit: "人").reading) == "100 人 at-least")
    #expect(summary(PrintedFigure("491 (1.27)", unit: "人").reading) == "491 人 & 1.27 ")
  }

  @Test(
    "A level that is to be kept is the figure",
    arguments: [
      ("現状値を維持（141か所）", "141 か所", "現状値を維持"), ("現状維持（80%以上）", "80 % at-least", "現状維持"),
    ])
  func keptLevel(_ printed: String, _ expected: String, _ remark: String) {
    let figure = PrintedFigure(printed)
    #expect(summary(figure.reading) == expected)
    #expect(figure.remark == remark && figure.issues.isEmpty)
  }

  @Test("Words that name no level are none", arguments: ["現状値を維持（44％台）", "増加（141か所）", "現状維持（毎年）"])
  func noKeptLevel(_ printed: String) {
    #expect(PrintedFigure(printed).reading.value == nil)
  }

  @Test(
    "The words of a note are no part of the figure",
    arguments: [("3品 (平成22年度) ※単年実績", "※単年実績"), ("12人※速報値", "※速報値")])
  func noteInWords(_ printed: String, _ remark: String) {
    let figure = PrintedFigure(printed)
    #expect(figure.reading.quantity != nil && figure.remark.hasSuffix(remark))
    #expect(figure.reading.quantity?.isEstimate == (remark == "※速報値"))
  }
}
