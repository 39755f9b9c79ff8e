import DocumentReading
import MunicipalModel
import Testing

@Suite struct AccumulationTests {
  static let cumulative: [(String, String)] = [
    ("累計148人", "148 人"), ("累計0", "0 "), ("累計1,200", "1200 "), ("累計2,894", "2894 "),
    ("累計 105人", "105 人"),
    ("6件 (5年間の合計)", "6 件"), ("50人 (5年間の合計)", "50 人"), ("1,200人（5年間の合計）", "1200 人"),
    ("148人（累計）", "148 人"),
    ("累計：148人", "148 人"), ("148人累計", "148 人"), ("148人計", "148 人"),
    ("5世帯15人 (5年間の合計)", "5 世帯 & 15 人"),
  ]

  @Test("累計 and 合計 count since the plan began", arguments: cumulative)
  func sinceThePlanBegan(_ printed: String, _ expected: String) {
    let figure = PrintedFigure(printed)
    #expect(figure.accumulation == .cumulative)
    #expect(summary(figure.reading) == expected)
    #expect(figure.issues.isEmpty)
  }

  static let phrases: [(String, Accumulation, String)] = [
    ("55% (5年間の平均)", .average, "55 %"), ("21.6億円 (5年間の平均)", .average, "21.6 億円"),
    ("20人/年 (毎年度実績)", .yearly, "20 人/年"), ("1,180,000人/年 (計画終了時)", .atPlanEnd, "1180000 人/年"),
    ("170件 (計画終了時)", .atPlanEnd, "170 件"), ("3.56% (計画終了時)", .atPlanEnd, "3.56 %"),
    ("30％（計画期間内における最新の実績）", .latest, "30 %"),
  ]

  @Test("The words in brackets say over which time a figure counts", arguments: phrases)
  func phrase(_ printed: String, _ accumulation: Accumulation, _ expected: String) {
    let figure = PrintedFigure(printed)
    #expect(figure.accumulation == accumulation)
    #expect(summary(figure.reading) == expected)
    #expect(figure.remark.isEmpty && figure.issues.isEmpty)
  }

  static let bounds: [(String, String)] = [
    ("100人以上", "100 人 at-least"), ("3件以下", "3 件 at-most"), ("10%未満", "10 % below"),
    ("5社超", "5 社 above"),
    ("約20件", "20 件 about"), ("おおむね5回", "5 回 about"), ("20人程度", "20 人 about"),
    ("累計約20件", "20 件 about"),
    ("100以上", "100  at-least"), ("5人以上10人未満", "5 人 at-least & 10 人 below"),
  ]

  @Test("A limit is not a plain value", arguments: bounds)
  func bound(_ printed: String, _ expected: String) {
    let figure = PrintedFigure(printed)
    #expect(summary(figure.reading) == expected)
    #expect(figure.issues.isEmpty)
  }

  static let remarks: [(String, String, String)] = [
    ("46人（見込）", "46 人", "見込"), ("329 (算定中)", "329 ", "算定中"), ("46人※", "46 人", "※"),
    ("46人※3", "46 人", "※3"),
    ("46人（H30）", "46 人", "H30"), ("46人（平成30年度）", "46 人", "平成30年度"), ("46人（2018年）", "46 人", "2018年"),
    ("46人（2018年度）", "46 人", "2018年度"), ("100人（5年間）", "100 人", "5年間"), ("年5回", "5 回", "年"),
    ("延べ26事業", "26 事業", "延べ"), ("5 (10", "5 ", "(10"),
  ]

  @Test("Words beside a figure are kept apart from it", arguments: remarks)
  func remark(_ printed: String, _ expected: String, _ remark: String) {
    let figure = PrintedFigure(printed)
    #expect(summary(figure.reading) == expected)
    #expect(figure.remark == remark)
    #expect(figure.issues.isEmpty)
  }
}
