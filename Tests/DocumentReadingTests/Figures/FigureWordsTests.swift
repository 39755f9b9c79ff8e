import DocumentReading
import MunicipalModel
import Testing

/// Targets as strategies print them that are no single figure.
@Suite struct FigureWordsTests {
  @Test(
    "A target in words is no value, and no error",
    arguments: [
      "維持", "現状維持", "増加", "減少", "前年比増", "前年度比増", "倍増", "毎年度増加", "前年度以上", "現状値以上", "全国平均以上",
      "前年度より増加", "現状の維持", "増 加", "増加させる", "半減", "横ばい", "基準値の1.5倍", "前年比10%増", "毎年度前年度比増",
    ])
  func words(_ printed: String) {
    let figure = PrintedFigure(printed, unit: "人")
    #expect(figure.reading == .missing(.inWords))
    #expect(figure.printed == printed)
    #expect(figure.issues.map(\.code) == ["figure-in-words"])
    #expect(figure.issues.map(\.severity) == [.info])
  }

  @Test(
    "A range is no single figure",
    arguments: [
      "20～30人", "5〜10人", "5~10人", "5人～10人", "1.5～1.8", "約20～30人", "20 ～ 30人", "20～30人（R6）",
    ])
  func range(_ printed: String) {
    let figure = PrintedFigure(printed, unit: "人")
    #expect(figure.reading == .missing(.inWords))
    #expect(figure.issues.map(\.code) == ["figure-range"])
    #expect(figure.issues.map(\.severity) == [.warning])
  }

  @Test(
    "A change is no level",
    arguments: ["30人増", "10%増", "10％以上増", "5ポイント増", "3割削減", "8件増加", "2%アップ"])
  func change(_ printed: String) {
    let figure = PrintedFigure(printed, unit: "人")
    #expect(figure.reading == .missing(.inWords))
    #expect(figure.issues.map(\.code) == ["figure-of-change"])
    #expect(figure.issues.map(\.severity) == [.warning])
  }

  @Test(
    "A place is a number", arguments: [("第3位", "3 位"), ("3位", "3 位"), ("第3位以内", "3 位 at-most")])
  func place(_ printed: String, _ expected: String) {
    let figure = PrintedFigure(printed)
    #expect(summary(figure.reading) == expected)
    #expect(figure.issues.isEmpty)
  }

  @Test(
    "A sentence with such words in it is unreadable",
    arguments: ["以上", "維持しました", "増加を目指す", "作業の増加", "10～20代の若者", "前年比10%", "現状"])
  func sentence(_ printed: String) {
    let figure = PrintedFigure(printed)
    #expect(figure.reading == .missing(.unreadable))
    #expect(figure.issues.map(\.code) == ["unreadable-figure"])
  }
}
