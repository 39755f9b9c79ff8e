import DocumentReading
import MunicipalModel
import TestSupport
import Testing

/// Cells of any size are read or refused in good time.
@Suite struct FigureSizeTests {
  static let megabytes = TestSize.of(10_000_000)

  static func repeated(_ text: String) -> String {
    String(repeating: text, count: megabytes / text.utf8.count)
  }

  @Test(
    "A cell of megabytes is refused in good time", .timeLimit(.minutes(10)),
    arguments: [
      "9", "9,", "1 ", "5人", "(", "(5)", "((", "累計", "※", "。", "との共通指標", "と共通", "億1", "5 (合計)", "△",
      "-5 ", "<",
    ])
  func hugeCell(_ unit: String) {
    let text = Self.repeated(unit)
    let figure = PrintedFigure(text)
    #expect(figure.reading == .missing(.unreadable))
    #expect(figure.issues.count == 1)
    #expect(figure.issues.allSatisfy { $0.severity == .error })
    // What is shown to a person stays short; the cell itself is kept whole.
    #expect(figure.issues.allSatisfy { $0.message.ja.utf8.count < 2000 })
    #expect(figure.printed.utf8.count == text.utf8.count)
  }

  @Test(
    "Brackets of any depth are refused, not followed into the depth",
    arguments: [
      100, 10_000, 1_000_000,
    ])
  func deepBrackets(_ depth: Int) {
    let open = String(repeating: "(", count: depth)
    let close = String(repeating: ")", count: depth)
    #expect(PrintedFigure(open).reading == .missing(.unreadable))
    #expect(PrintedFigure(open + "5" + close).reading == .missing(.unreadable))
    let beside = PrintedFigure("5" + open + "5" + close)
    #expect(
      beside.reading == (depth == 100 ? .value(Quantity(ExactDecimal(5))) : .missing(.unreadable)))
    #expect(PrintedFigure(close).reading == .missing(.unreadable))
  }

  @Test(
    "Megabytes of spaces are blank", .timeLimit(.minutes(10)), arguments: ["　"])
  func hugeBlank(_ unit: String) {
    #expect(PrintedFigure(Self.repeated(unit)).reading == .missing(.blank))
  }

  @Test("A figure among megabytes of spaces is found", .timeLimit(.minutes(10)))
  func figureInSpaces() {
    let spaces = Self.repeated(" ")
    #expect(summary(PrintedFigure(spaces + "46人" + spaces).reading) == "46 人")
  }
}
