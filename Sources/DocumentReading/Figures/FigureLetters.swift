import MunicipalModel

/// Letters that a recognition of print takes for digits, or the other way round: the O of 8O, the l of l50.
enum FigureLetters {
  /// Letters that are taken for digits wherever they touch one.
  private static let usual = Set("OoQIl|〇○◯".unicodeScalars)
  /// Letters that are taken for digits now and then.
  private static let rare = Set("SsBbZzDq".unicodeScalars)

  /// Whether what stands behind digits is one more digit that was taken for a letter.
  static func continueNumber(at scanner: TextScanner) -> Bool {
    guard let first = scanner.current else { return false }
    let isUsual = usual.contains(first)
    guard isUsual || rare.contains(first) else { return false }
    var scanner = scanner
    let word = scanner.read { $0.properties.isAlphabetic || $0 == "/" || $0 == first }
    if MeasureUnit.isUnit(word) { return false }
    // 49B千円
    let rest = String(String.UnicodeScalarView(word.unicodeScalars.dropFirst()))
    return isUsual || rest.isEmpty || scanner.current?.decimalDigit != nil
      || rest.unicodeScalars.first?.isASCII == false && MeasureUnit.isUnit(rest)
  }

  /// Whether a number with a letter for its first digit stands at the scanner: l50, I0人.
  static func beginNumber(at scanner: TextScanner) -> Bool {
    guard let first = scanner.current, usual.contains(first) else { return false }
    var scanner = scanner
    let number = scanner.read {
      $0.decimalDigit != nil || usual.contains($0) || $0 == "," || $0 == "."
    }
    let unit = scanner.read { $0.properties.isAlphabetic || $0 == "%" || $0 == "/" }
    guard scanner.isAtEnd || scanner.current == "(" || scanner.current == " " else { return false }
    // ○ and ○○町 have no digit that was taken for a letter.
    let hasDigit = number.unicodeScalars.contains { $0.decimalDigit != nil }
    let hasLetter = number.unicodeScalars.contains { $0.isASCII && usual.contains($0) }
    return unit.isEmpty ? hasDigit : (hasDigit || hasLetter) && MeasureUnit.isUnit(unit)
  }
}
