import MunicipalModel
import Testing

@testable import DocumentReading

/// Amounts of two units, amounts per person or day, and nothing in words.
struct CompoundFigureTests {
  @Test(arguments: [("6割5分", "6.5 割"), ("6割5分2厘", "6.52 割"), ("7割", "7 割"), ("約6割5分以上", "6.5 割")])
  func `The tenths of a rate belong to it`(printed: String, expected: String) {
    #expect(summary(PrintedFigure(printed).reading).hasPrefix(expected))
    #expect(PrintedFigure(printed).issues == [])
  }

  @Test(arguments: ["79歳6か月", "1時間50分", "2km500m", "3kg200g", "6割15分"])
  func `An amount that goes on in a smaller unit is not read for its first number`(printed: String)
  {
    #expect(PrintedFigure(printed).reading.missingReason == .unreadable)
  }

  @Test(
    arguments: [
      ("1人1日850g", "850 g"), ("1世帯2.3人", "2.3 人"), ("1日350人", "350 人"),
      ("1人5.5冊", "5.5 冊"), ("1人120千円", "120 千円"), ("１人１日850ｇ", "850 g"), ("1戸1日約12kWh", "12 kWh"),
    ])
  func `What a figure is divided by is no figure`(printed: String, expected: String) {
    #expect(summary(PrintedFigure(printed).reading).hasPrefix(expected))
  }

  @Test(arguments: ["1世帯2人", "1人2団体", "3世帯9人", "1人 2件"])
  func `Persons and households that are counted are two figures`(printed: String) {
    #expect(PrintedFigure(printed).reading.quantities.count == 2)
  }

  @Test(arguments: [("±0人", "0 人"), ("±0", "0 "), ("ゼロ", "0 "), ("ゼロ件", "0 件"), ("ゼロを維持", "0 ")])
  func `Nothing in words or with a sign is nothing`(printed: String, expected: String) {
    #expect(summary(PrintedFigure(printed).reading) == expected)
  }

  @Test(arguments: ["±5人", "ゼロカーボン", "ゼロカーボンシティ宣言"])
  func `Other words and ranges are no figure`(printed: String) {
    #expect(PrintedFigure(printed).reading.quantities.isEmpty)
  }

  @Test(
    arguments: [
      "66.0（全国平均以上）", "72.3点（全国平均68.1）", "66.0（県内平均）", "66.0（類似団体の平均）", "80.1（道平均79.3）",
      "5.2（男女平均）",
    ])
  func `The mean of others says nothing of the figure's own time`(printed: String) {
    #expect(PrintedFigure(printed).accumulation == nil)
  }

  @Test(
    arguments: [
      "1.35（H25～29平均）", "20人（年平均）", "55%（5年間の平均）", "55%（計画期間平均）", "55%（期間中の平均）", "5.2人（3か年平均）",
      "5人（平均）",
    ])
  func `The mean of years does`(printed: String) {
    #expect(PrintedFigure(printed).accumulation == .average)
  }

  @Test func `A unit in brackets is the figure's, and a remark where the figure has one`() {
    #expect(summary(PrintedFigure("100（人）").reading) == "100 人")
    #expect(PrintedFigure("100（人）").remark == "")
    #expect(summary(PrintedFigure("30件（人）").reading) == "30 件")
    #expect(PrintedFigure("30件（人）").remark == "人")
  }
}
