import DocumentReading
import MunicipalModel
import Testing

/// Limits, notes and words that are printed with a figure.
@Suite struct FigureBoundTests {
  static let bounds: [(String, String)] = [
    ("100%超", "100 % above"), ("0%未満", "0 % below"), ("90%以上", "90 % at-least"),
    ("2,000人以上", "2000 人 at-least"), ("≧90", "90  at-least"), ("≥90%", "90 % at-least"),
    ("＞＝90%", "90 % at-least"), ("≦90%", "90 % at-most"), ("≤90", "90  at-most"),
    ("＞90%", "90 % above"), ("＜90%", "90 % below"), ("90%＜", "90 % above"),
    ("90%≦", "90 % at-least"),
    ("90%≧", "90 % at-most"), ("90%＞", "90 % below"), ("30分以内", "30 分 at-most"),
    ("3位以内", "3 位 at-most"), ("最大20人", "20 人 at-most"), ("最低20人", "20 人 at-least"),
    ("最高85点", "85 点 at-most"), ("少なくとも5回", "5 回 at-least"), ("上限：10件", "10 件 at-most"),
    ("100を超える", "100  above"), ("100人を超える", "100 人 above"), ("50%を上回る", "50 % above"),
    ("50%を下回る", "50 % below"), ("100人前後", "100 人 about"), ("100人ほど", "100 人 about"),
    ("100人弱", "100 人 about"), ("100人余り", "100 人 about"), ("ほぼ100%", "100 % about"),
    ("2,000人以上/年", "2000 人/年 at-least"), ("2,000人/年以上", "2000 人/年 at-least"),
    ("90％以上（R6）", "90 % at-least"), ("90 %以上", "90 % at-least"), ("90% 以上", "90 % at-least"),
    ("90%以上を維持", "90 % at-least"), ("100人以上の維持", "100 人 at-least"), ("△5人以下", "-5 人 at-most"),
    ("1億円超", "1 億円 above"), ("90以上", "90  at-least"), ("2,000人（以上）", "2000 人 at-least"),
    ("20人（約）", "20 人 about"),
    ("90%（以上）（R6）", "90 % at-least"), ("50％超60％以下", "50 % above & 60 % at-most"),
    ("90超", "90  above"),
  ]

  @Test("A limit keeps that it is one", arguments: bounds)
  func bound(_ printed: String, _ expected: String) {
    let figure = PrintedFigure(printed)
    #expect(summary(figure.reading) == expected)
    #expect(figure.issues.isEmpty)
  }

  @Test(
    "A bound in the middle of words is no limit", arguments: ["5人以上の参加", "10%以上をめざす", "90%以上と答えた"])
  func sentence(_ printed: String) {
    #expect(PrintedFigure(printed).issues.map(\.code) == ["unreadable-figure"])
  }

  static let notes: [(String, String, String)] = [
    ("1,498千円※1", "1498 千円", "※1"), ("1,498千円*2", "1498 千円", "※2"), ("1,498千円²", "1498 千円", "²"),
    ("1,498¹", "1498 ", "¹"), ("1,498²", "1498 ", "²"), ("46人注1", "46 人", "注1"),
    ("46人注）", "46 人", "注)"), ("46人（注1）", "46 人", "注1"), ("46人①", "46 人", "①"),
    ("46人†", "46 人", "†"), ("120m²", "120 m²", ""), ("5km²", "5 km²", ""),
    ("100%維持", "100 %", "維持"), ("100%を維持", "100 %", "を維持"),
  ]

  @Test("A note mark is no part of a figure", arguments: notes)
  func note(_ printed: String, _ expected: String, _ remark: String) {
    let figure = PrintedFigure(printed)
    #expect(summary(figure.reading) == expected)
    #expect(figure.remark == remark)
    #expect(figure.issues.isEmpty)
  }

  @Test(
    "A digit that is glued to a unit is a note mark, and told",
    arguments: ["1,498千円２", "46人3", "45.5%12"])
  func gluedDigit(_ printed: String) {
    let figure = PrintedFigure(printed)
    #expect(figure.reading.quantities.count == 1)
    #expect(figure.issues.map(\.code) == ["note-mark"] && figure.issues.map(\.severity) == [.info])
  }

  @Test("What a bracket says of persons does not replace the figure")
  func personsInBrackets() {
    let figure = PrintedFigure("5,000人（実人数 1,200人）")
    #expect(summary(figure.reading) == "5000 人" && figure.remark == "実人数 1,200人")
    #expect(summary(PrintedFigure("30.5%（61/200）").reading) == "30.5 %")
  }
}
