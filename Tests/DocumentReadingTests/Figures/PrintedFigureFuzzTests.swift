import DocumentReading
import MunicipalModel
import TestSupport
import Testing

@Suite struct PrintedFigureFuzzTests {
  static let pieces = [
    "0", "1", "5", "9", "12", "345", "000", ",", ".", " ", "　", "人", "%", "％", "千", "万", "億", "円",
    "△", "▲", "-", "—", "～",
    "(", ")", "（", "）", "累計", "約", "以上", "未満", "との共通指標", "調査なし", "⇒", "※", "/年", "世帯", "合計", "平均",
    "年", "度", "令和",
    "の", "か所", "t", "m2", "😀", "\u{200B}", "\u{0}", "\t", "\n", "e", "+", "*", "<b>", "９", "ー", "・",
    "が", "\u{3099}",
  ]

  /// Warnings that come with no value.
  static let noValue: Set<Diagnostic.Code> = [
    "malformed-number", "letter-for-digit", "several-figures", "point-for-comma",
  ]

  static func random(_ generator: inout SeededGenerator) -> String {
    let count = Int.random(in: 0...12, using: &generator)
    return (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  }

  @Test("Whatever is printed, it is kept, and what is not read is an issue")
  func invariants() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<TestSize.of(30_000) {
      let printed = Self.random(&generator)
      let figure = PrintedFigure(printed, unit: "人")
      #expect(figure.printed == printed)
      let isUnreadable = figure.reading == .missing(.unreadable)
      let isReported = figure.issues.contains {
        $0.severity == .error || Self.noValue.contains($0.code)
      }
      #expect(isUnreadable == isReported, "\(printed)")
      #expect((figure.reading == .missing(.blank)) == TextFolding.isBlank(printed))
      let digits = Set(TextFolding.key(printed).unicodeScalars.compactMap(\.decimalDigit))
      for quantity in figure.reading.quantities {
        // No digit of a value may come from anywhere but the cell; zeros may fill a compound.
        let used = Set(quantity.value.description.unicodeScalars.compactMap(\.decimalDigit))
        #expect(used.subtracting([0]).isSubset(of: digits), "\(printed)")
        #expect(quantity.unit.unicodeScalars.count <= 14, "\(printed)")
      }
      #expect(PrintedFigure(printed, unit: "人") == figure)
    }
  }

  @Test("A well-formed number of any length is read exactly")
  func wellFormed() throws {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<TestSize.of(10_000) {
      let whole = Int.random(in: 0...999_999_999_999, using: &generator)
      let fraction =
        Bool.random(using: &generator) ? ".\(Int.random(in: 0...99, using: &generator))" : ""
      let value = try #require(ExactDecimal("\(whole)\(fraction)"))
      for separator in [",", " ", ""] {
        let printed = Self.grouped(whole, by: separator) + fraction
        let figure = PrintedFigure(
          "△" + printed + "千円", grouping: separator == " " ? .spaces : .commas)
        #expect(figure.reading == .value(Quantity(-value, unit: "千円")), "\(printed)")
        #expect(figure.issues.isEmpty)
      }
    }
  }

  static func grouped(_ number: Int, by separator: String) -> String {
    var groups: [String] = []
    var digits = "\(number)"
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return ([digits] + groups).joined(separator: separator)
  }
}
