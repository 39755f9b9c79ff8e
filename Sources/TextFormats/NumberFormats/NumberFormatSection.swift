/// One section of a number format.
struct NumberFormatSection: Hashable, Sendable {
  /// What a section shows.
  enum Kind: Hashable, Sendable {
    case number
    case scientific
    case fraction
    case date
    case general
    case text
  }

  /// A part of a section.
  enum Token: Hashable, Sendable {
    /// Text that is shown as it is.
    case literal([UInt8])
    /// A place for a digit: `0`, `#` or `?`.
    case digit(UInt8)
    case point
    case comma
    case percent
    /// `E+` or `E-`, the latter without the sign of a positive power.
    case exponent(showsPlus: Bool)
    case slash
    case general
    case text
    case date(DatePart)
  }

  /// For which numbers a section is.
  struct Condition: Hashable, Sendable {
    enum Comparison: Hashable, Sendable { case below, atMost, above, atLeast, equal, unequal }
    let comparison: Comparison
    let value: Double

    func holds(_ number: StoredNumber) -> Bool {
      let other = number.value
      return switch comparison {
      case .below: other < value
      case .atMost: other <= value
      case .above: other > value
      case .atLeast: other >= value
      case .equal: other == value
      case .unequal: other != value
      }
    }

    var holdsOnlyNegative: Bool {
      switch comparison {
      case .below: value <= 0
      case .atMost, .equal: value < 0
      case .above, .atLeast, .unequal: false
      }
    }

    var holdsAllFromZero: Bool {
      (comparison == .atLeast || comparison == .above) && value <= 0
    }
  }

  var kind: Kind
  var tokens: [Token]
  var condition: Condition?
  /// Whether digits are shown in full width (`[DBNum3]`).
  var isFullWidth = false
  /// Whether the first year of an era is 元年.
  var hasFirstYear = false

  /// Whether the sign of a negative number stands before it: what is rounded to 0
  /// and what shows no digit have none.
  func showsSign(of number: StoredNumber) -> Bool {
    guard number.isNegative else { return false }
    return switch kind {
    case .date, .text: false
    case .number: hasDigits && !scaled(number).rounded(decimals: decimalPlaces).isZero
    case .scientific, .fraction, .general: true
    }
  }

  /// A number as this section shows it, without its sign; `nil` if it cannot.
  func text(of number: StoredNumber, is1904: Bool) -> [UInt8]? {
    let magnitude = StoredNumber(digits: number.digits, exponent: number.exponent)
    let bytes: [UInt8]? =
      switch kind {
      case .number: decimal(magnitude)
      case .scientific: scientific(magnitude)
      case .fraction: fraction(magnitude)
      case .date: date(number, is1904: is1904)
      case .general: joined { $0 == .general ? magnitude.general : nil }
      case .text: joined { $0 == .text ? number.general : nil }
      }
    guard isFullWidth, let bytes else { return bytes }
    return bytes.flatMap { (0x30...0x39).contains($0) ? [0xEF, 0xBC, $0 + 0x60] : [$0] }
  }

  /// Whether this section can show a text: it has a place for one, or other text in its place.
  var showsText: Bool { kind == .text || kind == .general || !hasDigits }

  private var hasDigits: Bool {
    kind != .number || tokens.contains { if case .digit = $0 { true } else { false } }
  }

  /// Whether it has a mark for negative numbers of its own.
  var marksNegative: Bool {
    tokens.contains { token in
      guard case .literal(let bytes) = token else { return false }
      return String(decoding: bytes, as: UTF8.self).unicodeScalars.contains {
        "-−－△▲(（".unicodeScalars.contains($0)
      }
    }
  }

  /// Whether it shows the number and at most signs beside it: `#,##0`, `0.00`, `"△ "#,##0`, `_-* "-"_-`.
  var isPlain: Bool {
    guard kind == .number || kind == .general else { return false }
    var zeros = 0
    var isWhole = true
    for token in tokens {
      switch token {
      case .literal(let bytes):
        let signs = " 　-−－△▲()（）+".unicodeScalars
        guard String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy(signs.contains)
        else { return false }
      case .digit(let mark): if isWhole, mark == UInt8(ascii: "0") { zeros += 1 }
      case .point: isWhole = false
      case .percent: return false
      case .comma, .general: break
      case .exponent, .slash, .text, .date: return false
      }
    }
    return zeros <= 1
  }

  /// A text as this section shows it.
  func text(of text: String) -> String {
    let bytes = joined { $0 == .text || $0 == .general ? Array(text.utf8) : nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The literals, and what something else makes of the other tokens.
  func joined(_ other: (Token) -> [UInt8]?) -> [UInt8] {
    tokens.flatMap { token -> [UInt8] in
      switch token {
      case .literal(let bytes): bytes
      case .point: [UInt8(ascii: ".")]
      case .comma: [UInt8(ascii: ",")]
      case .slash: [UInt8(ascii: "/")]
      default: other(token) ?? []
      }
    }
  }
}
