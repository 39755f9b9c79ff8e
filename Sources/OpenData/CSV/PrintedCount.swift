internal import DocumentReading
import MunicipalModel

/// Reads the figures of open data, which are plain numbers with commas, or marks.
enum PrintedCount {
  /// What a cell says: a number, a mark, or `unreadable`.
  ///
  /// Plain numbers with or without commas and blanks around them are read from their bytes; anything
  /// else as a printed figure is: full-width digits, △, －, …, X, ***.
  static func reading(_ bytes: ArraySlice<UInt8>) -> Reading {
    if let value = decimal(bytes) { return .value(Quantity(value)) }
    let text = plain(TextFolding.trimmed(String(decoding: bytes, as: UTF8.self)))
    let key = TextFolding.key(text)
    if key.isEmpty { return .missing(.blank) }
    if ["*", "**", "***", "X", "x", "χ"].contains(key) { return .missing(.withheld) }
    if ["...", "…", "・・・", "N/A", "NA", "n/a", "null"].contains(key) {
      return .missing(.notAvailable)
    }
    let figure = PrintedFigure(text)
    guard figure.issues.isEmpty, figure.remark.isEmpty else { return .missing(.unreadable) }
    switch figure.reading {
    case .value(let quantity) where quantity.bound == nil && quantity.unit.isEmpty:
      return figure.reading
    case .missing: return figure.reading
    default: return .missing(.unreadable)
    }
  }

  /// The text without what tells a spreadsheet to leave it alone: `="87,727"`, `'87727`.
  private static func plain(_ text: String) -> String {
    if text.hasPrefix("=\""), text.hasSuffix("\""), text.utf8.count > 2 {
      return String(text.dropFirst(2).dropLast())
    }
    return text.hasPrefix("'") ? String(text.dropFirst()) : text
  }

  /// Whether a cell says a number, in any of the forms that are read.
  static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    decimal(bytes) != nil || reading(bytes).value != nil
  }

  /// What a cell says of a rate: as a count is printed, or in full precision, or with an exponent.
  ///
  /// Programs write `-0.29791459781529295` or `-4.39E-02`. Nine decimals are kept; no sheet prints more than two.
  /// A count with an exponent has lost digits and is not read.
  static func rate(_ bytes: ArraySlice<UInt8>) -> Reading {
    let reading = reading(bytes)
    if let value = reading.value, value.scale <= 9 { return reading }
    let text = plain(TextFolding.key(String(decoding: bytes, as: UTF8.self)))
    let isNumber = text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || "+-.eE".utf8.contains(byte)
    }
    guard isNumber, text.utf8.contains(where: { (0x30...0x39).contains($0) }),
      let number = Double(text), abs(number) < 1e9,
      let rounded = ExactDecimal(rounding: number, to: 9)
    else { return reading }
    return .value(Quantity(rounded))
  }

  /// A number of persons that is printed in digits alone, as most are; `nil` for anything else.
  static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count < 10 else { return nil }
    var count = 0
    for byte in bytes {
      guard (0x30...0x39).contains(byte) else { return nil }
      count = count * 10 + Int(byte - 0x30)
    }
    return count
  }

  /// A plain number such as `62,174,142`, `-0.21 ` or `+5`; `nil` for anything else.
  ///
  /// Commas must stand before every third digit.
  static func decimal(_ bytes: ArraySlice<UInt8>) -> ExactDecimal? {
    var start = bytes.startIndex
    var end = bytes.endIndex
    while start < end, bytes[start] == 0x20 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    guard start < end else { return nil }
    let isNegative = bytes[start] == 0x2D
    if isNegative || bytes[start] == 0x2B { start += 1 }
    var coefficient: Int64 = 0
    var digits = 0
    // How many digits stand behind the point and behind the last comma before it; -1 without one.
    var scale = -1
    var sinceComma = -1
    for index in start..<end {
      switch bytes[index] {
      case 0x30...0x39:
        guard digits < ExactDecimal.maximumDigits else { return nil }
        coefficient = coefficient * 10 + Int64(bytes[index] - 0x30)
        digits += 1
        if scale >= 0 { scale += 1 } else if sinceComma >= 0 { sinceComma += 1 }
      case 0x2C:
        guard scale < 0, digits > 0, sinceComma == 3 || sinceComma < 0 && digits <= 3
        else { return nil }
        sinceComma = 0
      case 0x2E:
        guard scale < 0, digits > 0 else { return nil }
        scale = 0
      default: return nil
      }
    }
    guard digits > 0, scale != 0, sinceComma < 0 || sinceComma == 3 else { return nil }
    return ExactDecimal(
      coefficient: isNegative ? -coefficient : coefficient, scale: max(0, scale))
  }
}

extension Reading {
  /// The whole number that the cell says, if it does.
  package var wholeNumber: Int? { value?.wholeNumber }

  /// More persons or households than any place has; a larger number is a damaged cell.
  ///
  /// Sums of the numbers below it do not overflow, however many a file can hold.
  private static let mostPersons = 10_000_000_000

  /// The number of persons or households that the cell says, or `nil` if it says none that can be.
  ///
  /// - Parameter isBalance: whether the number may be below zero.
  func persons(isBalance: Bool = false) -> Int? {
    guard let count = wholeNumber else { return nil }
    return ((isBalance ? -Self.mostPersons : 0)...Self.mostPersons).contains(count) ? count : nil
  }
}

extension ExactDecimal {
  /// The number, if it is a whole one.
  var wholeNumber: Int? {
    // Programs that hold a column as floating point write 187487.0; 12.000 may be grouped by points.
    guard scale > 0 else { return Int(coefficient) }
    guard scale <= 2, self == rounded(to: 0) else { return nil }
    return Int(rounded(to: 0).coefficient)
  }
}
