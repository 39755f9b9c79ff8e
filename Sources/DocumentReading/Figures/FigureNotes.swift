import MunicipalModel

/// Marks of notes beside a figure: ※1, *2, 注3, ², ①, †.
enum FigureNotes {
  private static let signs: Set<Unicode.Scalar> = ["※", "*", "†", "‡", "§"]

  /// Whether a mark stands at the scanner, which is behind a figure or before it.
  static func begin(at scanner: TextScanner) -> Bool {
    guard let scalar = scanner.current else { return false }
    if signs.contains(scalar) || isRaised(scalar) || scalar.circledNumber != nil { return true }
    return scalar == "注" && (scanner.peek(1).map { $0.decimalDigit != nil || $0 == ")" } ?? true)
  }

  /// Reads the mark that stands at the scanner.
  static func read(_ scanner: inout TextScanner) -> String {
    let start = scanner.position
    guard let first = scanner.current else { return "" }
    if isRaised(first) {
      _ = scanner.read(while: isRaised)
    } else {
      scanner.position += 1
      _ = scanner.read { $0.decimalDigit != nil }
      if first == "注" { _ = scanner.skip(")") }
      if first == "※", scanner.position == start + 1 { readWords(&scanner) }
    }
    let mark = String(scalars: scanner.scalars[start..<scanner.position])
    return first == "*" ? "※" + mark.dropFirst() : mark
  }

  /// Reads the words of a note that goes on to the end: ※単年実績.
  private static func readWords(_ scanner: inout TextScanner) {
    let rest = scanner.scalars[scanner.position...]
    guard let next = rest.first, next.properties.isAlphabetic, rest.count > 2,
      !MeasureUnit.isUnit(scanner.rest), !FigureBounds.begin(at: scanner),
      !rest.contains(where: { $0.decimalDigit != nil })
    else { return }
    scanner.position = scanner.scalars.count
  }

  /// Reads a mark of one or two digits that is glued to a unit and ends the figure: the 2 of 1,498千円２.
  static func readDigits(_ scanner: inout TextScanner) -> String? {
    let start = scanner.position
    let digits = scanner.read { $0.decimalDigit != nil }
    let isMark = (1...2).contains(digits.utf8.count)
    guard isMark, scanner.current.map({ " (※*".unicodeScalars.contains($0) }) ?? true else {
      scanner.position = start
      return nil
    }
    return digits
  }

  /// Whether a scalar is a raised digit.
  static func isRaised(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xB2, 0xB3, 0xB9, 0x2070, 0x2074...0x2079: true
    default: false
    }
  }
}
