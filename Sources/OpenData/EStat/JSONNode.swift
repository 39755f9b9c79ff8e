/// A value of JSON text (RFC 8259), read from its bytes.
enum JSONNode: Hashable {
  /// Members, and the line that `$` stands in, else that of the brace.
  case object([String: JSONNode], line: Int)
  case array([JSONNode])
  case string(String)
  /// A number as it is written, so that no digit is lost.
  case number(String)
  case bool(Bool)
  case null

  /// The member of an object, or `nil`.
  subscript(key: String) -> JSONNode? {
    if case .object(let members, _) = self { members[key] } else { nil }
  }

  /// The text of a string or a number; that of `$` for an object that wraps one.
  var text: String? {
    switch self {
    case .string(let text), .number(let text): text
    case .object(let members, _): members["$"]?.text
    case .array, .bool, .null: nil
    }
  }

  /// The line of an object, from 1; 1 for anything else.
  var line: Int { if case .object(_, let line) = self { line } else { 1 } }

  var whole: Int? { text.flatMap { Int($0) } }

  /// The elements of an array; anything else is a list of itself, as e-Stat writes a single element.
  var list: [JSONNode] {
    switch self {
    case .array(let elements): elements
    case .null: []
    default: [self]
    }
  }
}

/// Says where a text is no JSON.
struct JSONFault: Error, Hashable {
  let line: Int
  let isTruncated: Bool
}

/// Reads JSON text. Depth is limited, so that no input exhausts the stack.
struct JSONParser {
  private let bytes: [UInt8]
  private var index = 0
  /// The line at ``counted``, up to where line breaks have been counted.
  private var line = 1
  private var counted = 0

  private static let maximumDepth = 64

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value that is the whole text.
  mutating func parse() throws(JSONFault) -> JSONNode {
    let node = try value(depth: 0)
    skipSpace()
    guard index == bytes.count else { throw fault }
    return node
  }

  private var fault: JSONFault {
    let end = min(index, bytes.count)
    return JSONFault(
      line: bytes[..<end].count { $0 == 0x0A } + 1, isTruncated: index >= bytes.count)
  }

  /// The line of the byte that is read next.
  private mutating func currentLine() -> Int {
    while counted < index {
      if bytes[counted] == 0x0A { line += 1 }
      counted += 1
    }
    return line
  }

  private mutating func skipSpace() {
    while index < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[index]) { index += 1 }
  }

  private mutating func expect(_ byte: UInt8) throws(JSONFault) {
    guard index < bytes.count, bytes[index] == byte else { throw fault }
    index += 1
  }

  private mutating func value(depth: Int) throws(JSONFault) -> JSONNode {
    skipSpace()
    guard depth < Self.maximumDepth, index < bytes.count else { throw fault }
    switch bytes[index] {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case 0x22: return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case 0x2D, 0x30...0x39: return .number(number())
    default: throw fault
    }
  }

  private mutating func object(depth: Int) throws(JSONFault) -> JSONNode {
    var line = currentLine()
    index += 1
    var members: [String: JSONNode] = [:]
    skipSpace()
    if index < bytes.count, bytes[index] == UInt8(ascii: "}") {
      index += 1
      return .object(members, line: line)
    }
    while true {
      skipSpace()
      guard index < bytes.count, bytes[index] == 0x22 else { throw fault }
      let key = try string()
      if key == "$" { line = currentLine() }
      skipSpace()
      try expect(UInt8(ascii: ":"))
      members[key] = try value(depth: depth + 1)
      skipSpace()
      if index < bytes.count, bytes[index] == 0x2C {
        index += 1
        continue
      }
      try expect(UInt8(ascii: "}"))
      return .object(members, line: line)
    }
  }

  private mutating func array(depth: Int) throws(JSONFault) -> JSONNode {
    index += 1
    var elements: [JSONNode] = []
    skipSpace()
    if index < bytes.count, bytes[index] == UInt8(ascii: "]") {
      index += 1
      return .array(elements)
    }
    while true {
      elements.append(try value(depth: depth + 1))
      skipSpace()
      if index < bytes.count, bytes[index] == 0x2C {
        index += 1
        continue
      }
      try expect(UInt8(ascii: "]"))
      return .array(elements)
    }
  }

  private mutating func word(_ word: String, _ node: JSONNode) throws(JSONFault) -> JSONNode {
    for byte in word.utf8 { try expect(byte) }
    return node
  }

  private mutating func number() -> String {
    let start = index
    let parts = Set("+-.eE0123456789".utf8)
    while index < bytes.count, parts.contains(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func string() throws(JSONFault) -> String {
    index += 1
    let start = index
    while index < bytes.count, bytes[index] != 0x22, bytes[index] != 0x5C { index += 1 }
    guard index < bytes.count else { throw fault }
    if bytes[index] == 0x22 {
      index += 1
      return String(decoding: bytes[start..<index - 1], as: UTF8.self)
    }
    var text = Array(bytes[start..<index])
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x22 { return String(decoding: text, as: UTF8.self) }
      guard byte == 0x5C else {
        text.append(byte)
        continue
      }
      guard index < bytes.count else { throw fault }
      let escape = bytes[index]
      index += 1
      switch escape {
      case 0x22, 0x5C, 0x2F: text.append(escape)
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0C)
      case UInt8(ascii: "u"):
        let scalar = try escapedScalar()
        text += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      default: throw fault
      }
    }
    throw fault
  }

  /// `\u3042`, or a pair for what is beyond the basic plane; a lone surrogate becomes U+FFFD.
  private mutating func escapedScalar() throws(JSONFault) -> Unicode.Scalar {
    let first = try hexadecimal()
    if UTF16.isLeadSurrogate(first), index + 1 < bytes.count, bytes[index] == 0x5C,
      bytes[index + 1] == UInt8(ascii: "u")
    {
      let before = index
      index += 2
      let second = try hexadecimal()
      if UTF16.isTrailSurrogate(second) {
        let value = 0x10000 + (UInt32(first) - 0xD800) << 10 + UInt32(second) - 0xDC00
        return Unicode.Scalar(value) ?? "\u{FFFD}"
      }
      index = before
    }
    return Unicode.Scalar(first) ?? "\u{FFFD}"
  }

  private mutating func hexadecimal() throws(JSONFault) -> UInt16 {
    var value: UInt16 = 0
    for _ in 0..<4 {
      guard index < bytes.count else { throw fault }
      let byte = bytes[index]
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x41 + 10
      case 0x61...0x66: digit = byte - 0x61 + 10
      default: throw fault
      }
      value = value << 4 | UInt16(digit)
      index += 1
    }
    return value
  }
}
