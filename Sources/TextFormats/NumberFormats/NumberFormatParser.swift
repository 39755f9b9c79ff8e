/// Reads the sections of a number format.
struct NumberFormatParser {
  private typealias Token = NumberFormatSection.Token

  private let code: [UInt8]
  private var position = 0
  private var tokens: [Token] = []
  private var section = NumberFormatSection(kind: .number, tokens: [])
  private var locale = Locale.none

  /// The language that a section asks for.
  private enum Locale { case none, japanese, english, other }

  init(_ code: String) {
    self.code = Array(code.utf8)
  }

  /// The sections; `nil` if something in them is not understood.
  mutating func sections() -> [NumberFormatSection]? {
    var sections: [NumberFormatSection] = []
    while position < code.count {
      if code[position] == UInt8(ascii: ";") {
        position += 1
        guard let section = finished() else { return nil }
        sections.append(section)
      } else if !readToken() {
        return nil
      }
    }
    guard let last = finished() else { return nil }
    sections.append(last)
    return sections.count <= 4 ? sections : nil
  }

  private func byte(_ offset: Int = 0) -> UInt8 {
    position + offset < code.count ? code[position + offset] : 0
  }

  private func isNext(_ word: String) -> Bool {
    let word = Array(word.utf8)
    guard position + word.count <= code.count else { return false }
    return zip(word, code[position...]).allSatisfy {
      $0 == $1 || $0 < 0x80 && $0 | 0x20 == $1 | 0x20
    }
  }

  /// The bytes of the character at the position.
  private mutating func character() -> [UInt8] {
    let start = position
    position += 1
    while position < code.count, code[position] & 0xC0 == 0x80 { position += 1 }
    return Array(code[min(start, code.count)..<min(position, code.count)])
  }

  private mutating func add(_ literal: [UInt8]) {
    if case .literal(let before) = tokens.last {
      tokens[tokens.count - 1] = .literal(before + literal)
    } else if !literal.isEmpty {
      tokens.append(.literal(literal))
    }
  }

  private mutating func readToken() -> Bool {
    switch byte() {
    case UInt8(ascii: "\""):
      position += 1
      while position < code.count, byte() != UInt8(ascii: "\"") { add(character()) }
      position += 1
    case UInt8(ascii: "\\"), UInt8(ascii: "!"):
      position += 1
      add(character())
    case UInt8(ascii: "_"), UInt8(ascii: "*"):
      // As much room as the character takes, or as is left in the cell.
      position += 1
      _ = character()
    case UInt8(ascii: "["): return readBracket()
    case UInt8(ascii: "0"), UInt8(ascii: "#"), UInt8(ascii: "?"): take(.digit(byte()))
    case UInt8(ascii: "."): take(.point)
    case UInt8(ascii: ","): take(.comma)
    case UInt8(ascii: "%"): take(.percent)
    case UInt8(ascii: "/"): take(.slash)
    case UInt8(ascii: "@"): take(.text)
    case 0x41...0x5A, 0x61...0x7A: return readWord()
    default: add(character())
    }
    return true
  }

  private mutating func take(_ token: Token, length: Int = 1) {
    tokens.append(token)
    position += length
  }

  private mutating func readWord() -> Bool {
    for name in ["General", "G/標準", "Standard"] where isNext(name) {
      take(.general, length: name.utf8.count)
      return true
    }
    if isNext("AM/PM") {
      take(.date(.halfDay(isJapanese: locale == .japanese)), length: 5)
      return true
    }
    if isNext("A/P") {
      take(.date(.shortHalfDay), length: 3)
      return true
    }
    let letter = byte() | 0x20
    let isPower = letter == UInt8(ascii: "e") && (byte(1) == 0x2B || byte(1) == 0x2D)
    if isPower, tokens.contains(where: { if case .digit = $0 { true } else { false } }) {
      take(.exponent(showsPlus: byte(1) == 0x2B), length: 2)
      return true
    }
    var count = 0
    while byte(count) | 0x20 == letter, byte(count) >= 0x41 { count += 1 }
    guard let part = datePart(letter, count) else { return false }
    take(.date(part), length: count)
    return true
  }

  private func datePart(_ letter: UInt8, _ count: Int) -> DatePart? {
    switch letter {
    case UInt8(ascii: "y"): return .year(digits: count < 3 ? 2 : 4)
    case UInt8(ascii: "m") where count < 3: return .month(letters: count)
    case UInt8(ascii: "m") where count < 6 && (locale == .none || locale == .english):
      return .month(letters: count)
    case UInt8(ascii: "d") where count < 3: return .day(letters: count)
    case UInt8(ascii: "d") where locale == .japanese: return .weekday(letters: min(count, 4))
    case UInt8(ascii: "d") where locale != .other: return .day(letters: min(count, 4))
    case UInt8(ascii: "a") where (3...4).contains(count) && locale != .other:
      return .weekday(letters: count)
    case UInt8(ascii: "g") where count < 4 && locale != .other: return .era(letters: count)
    case UInt8(ascii: "e") where locale != .other && locale != .english:
      return .eraYear(digits: min(count, 2))
    case UInt8(ascii: "h"): return .hour(digits: min(count, 2))
    case UInt8(ascii: "s"): return .second(digits: min(count, 2))
    default: return nil
    }
  }

  // MARK: What stands in brackets

  private mutating func readBracket() -> Bool {
    guard let end = code[position...].firstIndex(of: UInt8(ascii: "]")) else { return false }
    let content = String(decoding: code[(position + 1)..<end], as: UTF8.self)
    position = end + 1
    let lower = content.lowercased()
    guard let first = lower.utf8.first else { return false }
    if first == UInt8(ascii: "$") { return readLocale(content.dropFirst()) }
    if "<>=".utf8.contains(first) { return readCondition(content) }
    if lower.utf8.allSatisfy({ $0 == first }), "hms".utf8.contains(first) {
      tokens.append(.date(.elapsed(unit: first, digits: lower.utf8.count)))
      return true
    }
    switch lower {
    case "dbnum3": section.isFullWidth = true
    case "black", "blue", "cyan", "green", "magenta", "red", "white", "yellow", "黒", "青", "水", "緑",
      "紫", "赤", "白", "黄":
      break
    default: return lower.hasPrefix("color") || lower.hasPrefix("色")
    }
    return true
  }

  /// `[$¥-411]` is ¥ in Japanese; `[$-ja-JP-x-gannen]` has a first year of its own.
  private mutating func readLocale(_ content: Substring) -> Bool {
    let parts = content.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    add(Array(parts[0].utf8))
    guard parts.count > 1 else { return true }
    let name = parts[1].lowercased()
    if name.hasPrefix("ja") {
      locale = .japanese
      section.hasFirstYear = name.contains("gannen")
    } else if name.hasPrefix("en") {
      locale = .english
    } else if let number = UInt32(name.prefix { $0 != "," }, radix: 16) {
      switch number & 0xFFFF {
      case 0x411: locale = .japanese
      case 0x409, 0x809, 0xC09, 0x1009: locale = .english
      case 0, 2: break
      case 0xF800: return useSystem("yyyy\"年\"m\"月\"d\"日\"")
      case 0xF400: return useSystem("h:mm:ss")
      default: locale = .other
      }
    } else if name.hasPrefix("x-sysdate") {
      return useSystem("yyyy\"年\"m\"月\"d\"日\"")
    } else if name.hasPrefix("x-systime") {
      return useSystem("h:mm:ss")
    } else {
      locale = .other
    }
    return true
  }

  /// Takes the system's own long date or time in the place of the rest of the section.
  private mutating func useSystem(_ other: String) -> Bool {
    while position < code.count, byte() != UInt8(ascii: ";") {
      if byte() == UInt8(ascii: "\"") {
        position += 1
        while position < code.count, byte() != UInt8(ascii: "\"") { position += 1 }
      }
      position += byte() == UInt8(ascii: "\\") ? 2 : 1
    }
    var parser = NumberFormatParser(other)
    guard let own = parser.sections()?.first else { return false }
    tokens = own.tokens
    return true
  }

  private mutating func readCondition(_ content: String) -> Bool {
    let signs: [(String, NumberFormatSection.Condition.Comparison)] = [
      ("<=", .atMost), (">=", .atLeast), ("<>", .unequal), ("<", .below), (">", .above),
      ("=", .equal),
    ]
    guard let (sign, comparison) = signs.first(where: { content.hasPrefix($0.0) }),
      let number = StoredNumber(content.dropFirst(sign.count).utf8.filter { $0 != 0x20 })
    else { return false }
    section.condition = .init(comparison: comparison, value: number.value)
    return true
  }

  // MARK: What a section is

  private mutating func finished() -> NumberFormatSection? {
    defer {
      tokens = []
      section = NumberFormatSection(kind: .number, tokens: [])
      locale = .none
    }
    guard let kind = NumberFormatSection.kind(of: tokens), !isAmbiguous else { return nil }
    section.kind = kind
    section.tokens = kind == .date ? NumberFormatSection.dateTokens(tokens) : tokens
    return section
  }

  /// A year `e` without its era is 2024 in one language and 6 in the other.
  private var isAmbiguous: Bool {
    guard locale != .japanese else { return false }
    var hasEra = false
    var hasEraYear = false
    for case .date(let part) in tokens {
      if case .era = part { hasEra = true }
      if case .eraYear = part { hasEraYear = true }
    }
    return hasEraYear && !hasEra
  }
}
