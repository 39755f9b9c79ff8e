/// Finds the line of a JSON text on which a member stands, for error messages.
enum JSONLines {
  /// The line, from 1, where the value of a path begins; that of the deepest part that is there.
  ///
  /// - Returns: `nil` if the text is no JSON up to that place.
  static func line(of path: [any CodingKey], in text: String) -> Int? {
    var scanner = JSONScanner(bytes: Array(text.utf8))
    if scanner.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { scanner.position = 3 }
    scanner.skipSpace()
    for key in path {
      let here = scanner
      let isFound: Bool =
        if let index = key.intValue {
          scanner.enterElement(index)
        } else {
          scanner.enterMember(key.stringValue)
        }
      guard isFound else {
        scanner = here
        break
      }
    }
    return scanner.position < scanner.bytes.count ? scanner.line : nil
  }
}

/// A cursor over JSON that can go into members and step over values. It never recurses.
private struct JSONScanner {
  let bytes: [UInt8]
  var position = 0

  /// The line of the position, from 1.
  var line: Int { 1 + bytes[..<position].reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) } }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func skipSpace() {
    while let byte = current, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
  }

  private mutating func skip(_ byte: Unicode.Scalar) -> Bool {
    skipSpace()
    guard current == UInt8(ascii: byte) else { return false }
    position += 1
    skipSpace()
    return true
  }

  /// Moves to the value of a member of the object that stands here.
  mutating func enterMember(_ name: String) -> Bool {
    guard skip("{") else { return false }
    while current == UInt8(ascii: "\"") {
      let start = position
      skipValue()
      let isWanted = bytes[start..<position].elementsEqual("\"\(name)\"".utf8)
      guard skip(":") else { return false }
      if isWanted { return true }
      skipValue()
      guard skip(",") else { return false }
    }
    return false
  }

  /// Moves to an element of the list that stands here.
  mutating func enterElement(_ index: Int) -> Bool {
    guard skip("[") else { return false }
    for _ in 0..<index {
      skipValue()
      guard skip(",") else { return false }
    }
    return current != nil && current != UInt8(ascii: "]")
  }

  /// Steps over a string, a number, a word, an object or a list.
  private mutating func skipValue() {
    var depth = 0
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""): skipString()
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        position += 1
        continue
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth < 0 { return }
        position += 1
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        if depth == 0 { return }
        position += 1
        continue
      default: position += 1
      }
      if depth == 0 {
        // A number or a word goes on; a string, an object or a list has ended.
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
          return
        }
      }
    }
  }

  private mutating func skipString() {
    position += 1
    while let byte = current {
      position = min(bytes.count, position + (byte == UInt8(ascii: "\\") ? 2 : 1))
      if byte == UInt8(ascii: "\"") { return }
    }
  }
}
