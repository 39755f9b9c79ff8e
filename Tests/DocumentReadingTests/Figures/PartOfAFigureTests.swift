import MunicipalModel
import Testing

@testable import DocumentReading

/// Numbers of which only a part would be read, and years that are not over.
@Suite("Parts of figures and of years")
struct PartOfAFigureTests {
  @Test(arguments: ["1時間50分", "2年6か月", "3分20秒"])
  func `One amount in two units has no value, and is told`(text: String) {
    let figure = PrintedFigure(text)
    #expect(figure.reading.quantities.isEmpty)
    #expect(figure.issues.map(\.code) == ["several-figures"])
  }

  @Test(arguments: [("1日8便", "8便"), ("1か月20件", "20件"), ("3世帯9人", "3世帯")])
  func `What a number counts over is not the number`(text: String, main: String) {
    let reading = MainQuantity.first(in: PrintedFigure(text).reading, name: "利用", unit: "")
    #expect(reading.quantity.map { "\($0.value)\($0.unit)" } == main)
  }

  @Test(arguments: [
    ("R5実績(9月末)", true), ("令和5年度実績(令和5年12月末時点)", true), ("R5年度(3月末現在)", false),
    ("令和5年度実績", false), ("令和5年9月末", false),
  ])
  func `A year that is not over is no final figure`(heading: String, isEstimate: Bool) {
    #expect(HeadingTime(heading).isEstimate == isEstimate)
  }
}
