import MunicipalModel

/// How the number of a heading is written: `{number}` in any way, the others in one alone.
enum HeadingNumber: String, Hashable, Sendable, CaseIterable {
  /// Up to three digits, ①, Ⅲ or 十二.
  case any = "{number}"
  /// 1, 12
  case digits = "{1}"
  /// ①, ❷
  case circled = "{①}"
  /// Ⅰ, Ⅱ, or I, II in letters.
  case roman = "{Ⅰ}"
  /// 一, 二十三
  case kanji = "{一}"
  /// ア, イ, ウ
  case kana = "{ア}"

  /// Reads a number of the style where the scanner stands.
  func skip(_ scanner: inout TextScanner) -> Bool { read(&scanner) != nil }

  /// Reads a number of the style and gives its value.
  func read(_ scanner: inout TextScanner) -> Int? {
    switch self {
    case .any:
      return HeadingNumber.digits.read(&scanner) ?? HeadingNumber.kanji.read(&scanner)
        ?? symbol(&scanner) { _ in true }
    case .digits:
      // A number of four digits is a year or a code, not the number of a heading.
      return scanner.number(maximumDigits: 3)
    case .circled: return symbol(&scanner) { !Self.isRoman($0) }
    case .roman: return symbol(&scanner, accept: Self.isRoman) ?? Self.romanLetters(&scanner)
    case .kanji: return Self.kanjiNumber(&scanner)
    case .kana:
      guard let scalar = scanner.current, let place = Self.kanaOrder.firstIndex(of: scalar),
        scanner.peek(1).map({ !$0.properties.isAlphabetic }) ?? true
      else { return nil }
      scanner.position += 1
      return place + 1
    }
  }

  private func symbol(
    _ scanner: inout TextScanner, accept: (Unicode.Scalar) -> Bool
  ) -> Int? {
    guard let scalar = scanner.current, scalar.decimalDigit == nil, accept(scalar),
      let value = Self.symbolNumber(scalar)
    else { return nil }
    scanner.position += 1
    return value
  }

  private static func isRoman(_ scalar: Unicode.Scalar) -> Bool {
    (0x2160...0x217F).contains(scalar.value)
  }

  private static let kanaOrder = Array("アイウエオカキクケコサシスセソタチツテト".unicodeScalars)

  /// The number that one sign stands for, such as ① or Ⅲ.
  private static func symbolNumber(_ scalar: Unicode.Scalar) -> Int? {
    let properties = scalar.properties
    guard !properties.isIdeographic,
      properties.numericType == .numeric || properties.numericType == .digit,
      let value = properties.numericValue
    else { return nil }
    return Int(exactly: value)
  }

  /// I to XXXIX, written with letters and no letter behind.
  private static func romanLetters(_ scanner: inout TextScanner) -> Int? {
    let start = scanner.position
    let letters = scanner.read { "IVX".unicodeScalars.contains($0) }
    let isWhole = scanner.current.map { !$0.properties.isAlphabetic } ?? true
    if isWhole, let value = (1...39).first(where: { RomanNumeral.text($0) == letters }) {
      return value
    }
    scanner.position = start
    return nil
  }

  private static let kanjiDigits: [Unicode.Scalar: Int] = [
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
  ]

  /// Reads 一 to 九十九.
  private static func kanjiNumber(_ scanner: inout TextScanner) -> Int? {
    let start = scanner.position
    var tens = 0
    var ones = 0
    var hasTen = false
    while let digit = scanner.current.flatMap({ kanjiDigits[$0] }) {
      if digit == 10, !hasTen {
        hasTen = true
        tens = max(1, ones)
        ones = 0
      } else if digit < 10, ones == 0 {
        ones = digit
      } else {
        scanner.position = start
        return nil
      }
      scanner.position += 1
    }
    return scanner.position > start ? tens * 10 + ones : nil
  }

  /// The text of numbers with what stands between them, each number in digits: 1-2.
  static func text(_ range: Range<Int>, _ scanner: TextScanner) -> String {
    var text = ""
    var cursor = scanner
    cursor.position = range.lowerBound
    while cursor.position < range.upperBound, let scalar = cursor.current {
      if let value = kanjiNumber(&cursor) {
        text += "\(value)"
        continue
      }
      if scalar.decimalDigit == nil, let value = symbolNumber(scalar) {
        text += "\(value)"
      } else if scalar != " " {
        text.unicodeScalars.append(HeadingPattern.plain(scalar))
      }
      cursor.position += 1
    }
    return text
  }
}
