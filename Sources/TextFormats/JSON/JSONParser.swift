extension JSONNode {
  /// Reads the value that is the whole of a text in UTF-8, with or without a byte order mark.
  ///
  /// - Parameter isLenient: whether a text may hold line breaks and half of a surrogate pair, which becomes U+FFFD.
  package init(parsing bytes: [UInt8], isLenient: Bool = false) throws(JSONFault) {
    var parser = JSONParser(bytes, isLenient: isLenient)
    self = try parser.parse()
  }
}

/// Reads JSON text. Depth is limited, so that no input exhausts the stack.
struct JSONParser {
  private let bytes: [UInt8]
  private let isLenient: Bool
  private var index = 0
  private var line = 1

  static let maximumDepth = 64

  init(_ bytes: [UInt8], isLenient: Bool) {
    self.bytes = bytes
    self.isLenient = isLenient
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  mutating func parse() throws(JSONFault) -> JSONNode {
    let node = try value(.value, depth: 1)
    skipSpace()
    guard index == bytes.count else { throw fault(.nothing) }
    return node
  }

  private func fault(_ expected: JSONExpectation, isCut: Bool = false) -> JSONFault {
    let isAtEnd = index >= bytes.count
    let part = expected.label(isText: current == UInt8(ascii: "\""))
    let rest = bytes[min(index, bytes.count)...].prefix { $0 != 0x0A && $0 != 0x0D }
    let found = String(decoding: rest, as: UTF8.self)
    return JSONFault(
      line: line,
      expected: isAtEnd
        ? LocalizedText(ja: "ファイルの終わりの前に\(part.ja)", en: "\(part.en) before the end of the file")
        : part,
      found: found.count > 20 ? found.prefix(20) + "…" : found, isTruncated: isAtEnd || isCut)
  }

  /// The byte that is read next; zero at the end.
  private var current: UInt8 { index < bytes.count ? bytes[index] : 0 }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x0A: line += 1
      case 0x20, 0x0D, 0x09: break
      default: return
      }
      index += 1
    }
  }
}

// Values within values.
extension JSONParser {
  private mutating func value(
    _ expected: JSONExpectation, depth: Int
  ) throws(JSONFault) -> JSONNode {
    skipSpace()
    guard depth <= Self.maximumDepth else { throw fault(.shallower) }
    let start = line
    let value: JSONNode.Value =
      switch current {
      case UInt8(ascii: "{"): .object(try members(depth: depth))
      case UInt8(ascii: "["): .array(try elements(depth: depth))
      case UInt8(ascii: "\""): .string(try string(expected))
      default: try word(expected)
      }
    return JSONNode(value: value, line: start)
  }

  private mutating func members(depth: Int) throws(JSONFault) -> [JSONNode.Member] {
    index += 1
    skipSpace()
    if take(UInt8(ascii: "}")) { return [] }
    var members = [try member(.nameOrEnd, depth: depth)]
    while try isFollowed(before: UInt8(ascii: "}")) {
      members.append(try member(.name, depth: depth))
    }
    return members
  }

  private mutating func member(
    _ expected: JSONExpectation, depth: Int
  ) throws(JSONFault) -> JSONNode.Member {
    skipSpace()
    let start = line
    guard current == UInt8(ascii: "\"") else { throw fault(expected) }
    let name = try string(expected)
    skipSpace()
    guard take(UInt8(ascii: ":")) else { throw fault(.colon) }
    return JSONNode.Member(name: name, line: start, node: try value(.value, depth: depth + 1))
  }

  private mutating func elements(depth: Int) throws(JSONFault) -> [JSONNode] {
    index += 1
    skipSpace()
    if take(UInt8(ascii: "]")) { return [] }
    var elements = [try value(.valueOrEnd, depth: depth + 1)]
    while try isFollowed(before: UInt8(ascii: "]")) {
      elements.append(try value(.value, depth: depth + 1))
    }
    return elements
  }

  /// Takes the comma before another member or element, or the end of the object or list.
  private mutating func isFollowed(before end: UInt8) throws(JSONFault) -> Bool {
    skipSpace()
    if take(UInt8(ascii: ",")) { return true }
    guard take(end) else { throw fault(.commaOrEnd(end)) }
    return false
  }
}

// Numbers and the three words.
extension JSONParser {
  private mutating func word(_ expected: JSONExpectation) throws(JSONFault) -> JSONNode.Value {
    let bytes = bytes[index...].prefix { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E: true
      default: false
      }
    }
    let word = String(decoding: bytes, as: UTF8.self)
    let value: JSONNode.Value
    switch word {
    case "true": value = .bool(true)
    case "false": value = .bool(false)
    case "null": value = .null
    case _ where Self.isNumber(bytes): value = .number(word)
    default:
      let isBegun = ["true", "false", "null"].contains { $0.hasPrefix(word) }
      let isNumber = bytes.first.map { $0 == 0x2D || (0x30...0x39).contains($0) } ?? false
      throw fault(expected, isCut: bytes.endIndex == self.bytes.count && (isBegun || isNumber))
    }
    index = bytes.endIndex
    return value
  }

  /// A minus, digits without a zero before them, a fraction, an exponent.
  private static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    func takeDigits() -> Int {
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      rest = rest[digits.endIndex...]
      return digits.count
    }
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let isZero = rest.first == UInt8(ascii: "0")
    let digits = takeDigits()
    guard digits == 1 || digits > 1 && !isZero else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      guard takeDigits() > 0 else { return false }
    }
    if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
      rest.removeFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
      guard takeDigits() > 0 else { return false }
    }
    return rest.isEmpty
  }
}

// Texts.
extension JSONParser {
  /// Reads the text whose quote comes next; without one that is well formed, the place stays at the quote.
  private mutating func string(_ expected: JSONExpectation) throws(JSONFault) -> String {
    let start = index + 1
    var end = start
    while end < bytes.count, bytes[end] >= 0x20, bytes[end] != 0x22, bytes[end] != 0x5C { end += 1 }
    if end < bytes.count, bytes[end] == 0x22 {
      index = end + 1
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
    var text = Array(bytes[start..<end])
    var lines = 0
    while end < bytes.count {
      let byte = bytes[end]
      end += 1
      if byte == 0x22 {
        index = end
        line += lines
        return String(decoding: text, as: UTF8.self)
      }
      guard byte == 0x5C else {
        guard byte >= 0x20 || isLenient else { break }
        if byte == 0x0A { lines += 1 }
        text.append(byte)
        continue
      }
      guard let scalar = escaped(&end) else { break }
      text += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    }
    throw fault(expected, isCut: end >= bytes.count)
  }

  /// What stands behind a backslash; `nil` if it cannot stand there.
  private func escaped(_ end: inout Int) -> Unicode.Scalar? {
    guard end < bytes.count else { return nil }
    let escape = bytes[end]
    end += 1
    switch escape {
    case 0x22, 0x5C, 0x2F: return Unicode.Scalar(escape)
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "u"): break
    default: return nil
    }
    guard let first = hexadecimal(&end) else { return nil }
    if UTF16.isLeadSurrogate(first), end + 1 < bytes.count, bytes[end] == 0x5C,
      bytes[end + 1] == UInt8(ascii: "u")
    {
      var next = end + 2
      guard let second = hexadecimal(&next) else { return nil }
      if UTF16.isTrailSurrogate(second) {
        end = next
        let high = UInt32(first) - 0xD800
        return Unicode.Scalar(0x10000 + high << 10 + (UInt32(second) - 0xDC00))
      }
    }
    return Unicode.Scalar(first) ?? (isLenient ? "\u{FFFD}" : nil)
  }

  private func hexadecimal(_ end: inout Int) -> UInt16? {
    var value: UInt16 = 0
    for _ in 0..<4 {
      guard end < bytes.count else { return nil }
      let byte = bytes[end]
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x41 + 10
      case 0x61...0x66: digit = byte - 0x61 + 10
      default: return nil
      }
      value = value << 4 | UInt16(digit)
      end += 1
    }
    return value
  }
}
