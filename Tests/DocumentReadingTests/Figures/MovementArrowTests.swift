import MunicipalModel
import Testing

@testable import DocumentReading

struct MovementArrowTests {
  /// An arrow behind a figure may also mean a limit, so it is told.
  @Test(arguments: [("5.4‰↓", "5.4 ‰"), ("96人↑", "96 人"), ("1,577人 ↗", "1577 人")])
  func behindAFigure(text: String, value: String) throws {
    let figure = PrintedFigure(text)
    let quantity = try #require(figure.reading.quantity)
    #expect("\(quantity.value) \(quantity.unit)" == value)
    #expect(figure.issues.map(\.code) == ["movement-arrow"])
    #expect(figure.printed == text)
  }

  /// An arrow before a figure may be a sign, and one alone is a mark.
  @Test(arguments: ["↓5", "↑", "↓"])
  func elsewhere(text: String) { #expect(PrintedFigure(text).reading.value == nil) }
}
