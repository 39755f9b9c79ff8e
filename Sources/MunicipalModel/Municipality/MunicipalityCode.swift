/// The code of a local government (全国地方公共団体コード), with its check digit verified.
///
/// Five digits name the prefecture (two) and the municipality (three); the sixth is a check digit.
/// Tomakomai is `012131`, or `01213` without the check digit; Iwamizawa is `012106`.
public struct MunicipalityCode: Hashable, Sendable {
  /// The first five digits as a number, 1000 to 47999.
  public let number: Int

  /// Reads a code of five or six digits, half or full width.
  ///
  /// Five digits that are no listed code, and are one with a zero before them, have lost that zero in a
  /// spreadsheet: `12131` is Tomakomai's `012131`.
  ///
  /// - Parameter text: five digits, or six with the check digit, such as `"012131"`.
  /// - Throws: ``MunicipalityCodeError`` if it has another length, a prefecture outside 01–47, or a
  ///   check digit that does not follow from the five digits before it.
  public init(_ text: String) throws(MunicipalityCodeError) {
    let plain = try Self(exactly: text)
    let folded = TextFolding.folded(TextFolding.trimmed(text))
    if plain.number >= 10_000, folded.count == 5,
      !MunicipalityDirectory.builtIn.contains(plain),
      let padded = try? Self(exactly: "0" + text),
      MunicipalityDirectory.builtIn.contains(padded)
    {
      self = padded
    } else {
      self = plain
    }
  }

  /// Reads five or six digits and takes them as they are.
  init(exactly text: String) throws(MunicipalityCodeError) {
    if let number = Self.plainNumber(text.utf8) {
      self.number = number
      return
    }
    let digits = TextFolding.folded(TextFolding.trimmed(text)).map(\.decimalDigit)
    guard digits.count == 5 || digits.count == 6 else {
      throw MunicipalityCodeError(code: .wrongLength, text: text)
    }
    var number = 0
    for digit in digits.prefix(5) {
      guard let digit else { throw MunicipalityCodeError(code: .notDigits, text: text) }
      number = number * 10 + digit
    }
    guard (1...47).contains(number / 1000) else {
      throw MunicipalityCodeError(code: .unknownPrefecture, text: text)
    }
    if digits.count == 6 {
      guard let last = digits[5] else {
        throw MunicipalityCodeError(code: .notDigits, text: text)
      }
      guard last == Self.checkDigit(of: number) else {
        throw MunicipalityCodeError(code: .wrongCheckDigit, text: text)
      }
    }
    self.number = number
  }

  /// The first five digits of six in ASCII that are a code; `nil` of anything else.
  static func plainNumber(_ text: String.UTF8View) -> Int? {
    guard text.count == 6 else { return nil }
    var number = 0
    for byte in text {
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    let isCode =
      (1...47).contains(number / 10_000) && number % 10 == checkDigit(of: number / 10)
    return isCode ? number / 10 : nil
  }

  /// Makes the code of a municipality from its prefecture and its number there.
  ///
  /// - Parameters:
  ///   - prefecture: the first two digits.
  ///   - number: the next three digits, such as 213; only the last three digits of it count.
  public init(_ prefecture: Prefecture, _ number: UInt16) {
    self.number = prefecture.rawValue * 1000 + Int(number % 1000)
  }

  /// The code without its check digit, such as `01213`.
  public var fiveDigits: String { Self.padded(number) }

  /// The code with its check digit, such as `012131`.
  public var sixDigits: String { Self.padded(number) + String(Self.checkDigit(of: number)) }

  /// The prefecture that the first two digits name.
  public var prefecture: Prefecture { Prefecture(rawValue: number / 1000) ?? .hokkaido }

  /// Whether the code stands for a whole prefecture, such as `01000`.
  public var isPrefecture: Bool { number % 1000 == 0 }

  /// The check digit: 11 less the remainder by 11 of the sum of the digits times 6, 5, 4, 3, 2.
  ///
  /// Only the last digit of the result counts. Source: 総務省, 全国地方公共団体コード仕様.
  private static func checkDigit(of number: Int) -> Int {
    let sum =
      number / 10000 * 6 + number / 1000 % 10 * 5 + number / 100 % 10 * 4
      + number / 10 % 10 * 3 + number % 10 * 2
    return (11 - sum % 11) % 10
  }

  private static func padded(_ number: Int) -> String {
    number < 10000 ? "0\(number)" : "\(number)"
  }
}

extension MunicipalityCode: Comparable {
  /// Orders by number, as official tables do.
  public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

extension MunicipalityCode: CustomStringConvertible {
  /// The six digits.
  public var description: String { sixDigits }
}

extension MunicipalityCode: Codable {
  /// Decodes a text of five or six digits.
  public init(from decoder: any Decoder) throws {
    try self.init(decoder.singleValueContainer().decode(String.self))
  }

  /// Encodes the six digits as a text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(sixDigits)
  }
}

/// Says why a text is not the code of a local government.
public struct MunicipalityCodeError: Failure {
  /// What is wrong with the code.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// A stable name.
    public let rawValue: String
    /// Makes a code from its stable name.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// Neither five nor six characters.
    package static let wrongLength = Self(rawValue: "wrong-length")
    /// A character that is not a digit.
    package static let notDigits = Self(rawValue: "not-digits")
    /// The first two digits are not 01 to 47.
    package static let unknownPrefecture = Self(rawValue: "unknown-prefecture")
    /// The sixth digit does not follow from the first five.
    package static let wrongCheckDigit = Self(rawValue: "wrong-check-digit")
    /// Five digits that are a code, and another one if they lost a zero.
    package static let ambiguous = Self(rawValue: "ambiguous")

    /// What is wrong, in a few words.
    public var label: LocalizedText {
      switch self {
      case .wrongLength: LocalizedText(ja: "5桁でも6桁でもない", en: "neither five nor six digits")
      case .notDigits: LocalizedText(ja: "数字でない文字がある", en: "not only digits")
      case .unknownPrefecture:
        LocalizedText(ja: "都道府県の番号が01から47でない", en: "no prefecture 01 to 47")
      case .wrongCheckDigit: LocalizedText(ja: "検査数字が合わない", en: "wrong check digit")
      case .ambiguous:
        LocalizedText(
          ja: "検査数字のない5桁か、先頭の0を失った6桁か分からない",
          en: "five digits without a check digit, or six that lost their zero")
      default: LocalizedText(rawValue)
      }
    }
  }

  /// What is wrong.
  public let code: Code
  /// The text as given.
  public let text: String

  /// Makes an error.
  package init(code: Code, text: String) {
    self.code = code
    self.text = text
  }
}

extension MunicipalityCodeError: CustomStringConvertible {
  /// One line for a person to read.
  public var description: String { "municipality code \"\(text)\": \(code.rawValue)" }
}
