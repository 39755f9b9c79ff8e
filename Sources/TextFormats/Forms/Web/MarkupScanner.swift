/// Walks through the markup of a page token by token, as browsers do: whatever the bytes are, there is
/// a next token, and each byte is looked at a bounded number of times.
struct MarkupScanner {
  /// What stands at a place of the page.
  enum Token {
    /// Text with references in it.
    case text(Range<Int>)
    /// A tag that begins an element.
    case start(MarkupTag)
    /// A tag that ends one, by its name.
    case end(String)
  }

  /// The page in UTF-8.
  let bytes: [UInt8]
  /// Where the next token begins.
  var index = 0
  /// Whether the page ends within a tag, a comment or a script.
  private(set) var isCut = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next token; `nil` at the end. Comments and declarations are passed.
  mutating func next() -> Token? {
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else { return text(from: index) }
      let following = byte(at: index + 1)
      if Self.isLetter(following) {
        if let tag = tag(at: index + 1) { return .start(tag) }
      } else if following == UInt8(ascii: "/") {
        if Self.isLetter(byte(at: index + 2)) {
          if let tag = tag(at: index + 2) { return .end(tag.name) }
        } else {
          skip(past: [UInt8(ascii: ">")], from: index + 2)
        }
      } else if following == UInt8(ascii: "!") {
        if byte(at: index + 2) == UInt8(ascii: "-"), byte(at: index + 3) == UInt8(ascii: "-") {
          skipComment()
        } else {
          skip(past: [UInt8(ascii: ">")], from: index + 2)
        }
      } else if following == UInt8(ascii: "?") {
        skip(past: [UInt8(ascii: ">")], from: index + 2)
      } else {
        return text(from: index)
      }
    }
    return nil
  }

  /// Passes all up to the end tag of an element whose content is no markup, such as a script.
  ///
  /// - Returns: its content.
  mutating func raw(until name: String) -> Range<Int> {
    let start = index
    let wanted = Array(name.utf8)
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), byte(at: index + 1) == UInt8(ascii: "/"),
        wanted.indices.allSatisfy({ byte(at: index + 2 + $0) | 0x20 == wanted[$0] }),
        !Self.isLetter(byte(at: index + 2 + wanted.count))
      {
        return start..<index
      }
      index += 1
    }
    isCut = true
    return start..<index
  }

  /// Whether the tag of a table begins within some bytes.
  func hasTable(in range: Range<Int>) -> Bool {
    let wanted = Array("<table".utf8)
    return range.contains { start in
      bytes[start] == wanted[0]
        && wanted.indices.allSatisfy { Self.lowercased(byte(at: start + $0)) == wanted[$0] }
        && !Self.isLetter(byte(at: start + wanted.count))
    }
  }

  private func byte(at index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  private mutating func text(from start: Int) -> Token {
    index += 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
    return .text(start..<index)
  }

  private mutating func skip(past mark: [UInt8], from start: Int) {
    index = start
    while index < bytes.count {
      if bytes[index] == mark[0], mark.indices.allSatisfy({ byte(at: index + $0) == mark[$0] }) {
        index += mark.count
        return
      }
      index += 1
    }
    isCut = true
  }

  private mutating func skipComment() {
    // <!--> and <!---> are whole comments.
    if byte(at: index + 4) == UInt8(ascii: ">") {
      index += 5
    } else if byte(at: index + 4) == UInt8(ascii: "-"), byte(at: index + 5) == UInt8(ascii: ">") {
      index += 6
    } else {
      skip(past: Array("-->".utf8), from: index + 4)
    }
  }

  /// The tag whose name begins at a place; `nil` if the page ends within it.
  private mutating func tag(at start: Int) -> MarkupTag? {
    var end = start
    while end < bytes.count, !Self.endsName(bytes[end]) { end += 1 }
    let name = String(
      decoding: bytes[start..<min(end, start + 32)].map { Self.lowercased($0) }, as: UTF8.self)
    let attributes = end
    index = end
    while let attribute = Self.attribute(in: bytes, from: index) { index = attribute.end }
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") { index += 1 }
    guard index < bytes.count else {
      isCut = true
      return nil
    }
    index += 1
    return MarkupTag(name: name, attributes: attributes..<(index - 1), end: index)
  }
}

/// A tag that begins an element.
struct MarkupTag {
  /// The name in small letters.
  let name: String
  /// Where its attributes stand.
  let attributes: Range<Int>
  /// Where the tag ends.
  let end: Int
}

extension MarkupScanner {
  /// The value of an attribute of a tag as it is written; `nil` if the tag has none of that name.
  func value(of name: String, in tag: MarkupTag) -> String? {
    guard !tag.attributes.isEmpty else { return nil }
    let wanted = name.utf8
    var index = tag.attributes.lowerBound
    while let attribute = Self.attribute(in: bytes, from: index), index < tag.attributes.upperBound
    {
      if attribute.name.count == wanted.count,
        zip(attribute.name, wanted).allSatisfy({ Self.lowercased(bytes[$0]) == $1 })
      {
        return String(decoding: bytes[attribute.value], as: UTF8.self)
      }
      index = attribute.end
    }
    return nil
  }

  /// The next attribute in a tag: `name`, `name=value`, `name='value'`, `name="value"`.
  private static func attribute(
    in bytes: [UInt8], from start: Int
  ) -> (name: Range<Int>, value: Range<Int>, end: Int)? {
    var index = start
    while index < bytes.count, isSpace(bytes[index]) || bytes[index] == UInt8(ascii: "/") {
      index += 1
    }
    let nameStart = index
    while index < bytes.count, !endsName(bytes[index]),
      bytes[index] != UInt8(ascii: "=") || index == nameStart
    {
      index += 1
    }
    guard index > nameStart else { return nil }
    let name = nameStart..<index
    var next = index
    while next < bytes.count, isSpace(bytes[next]) { next += 1 }
    guard next < bytes.count, bytes[next] == UInt8(ascii: "=") else {
      return (name, index..<index, index)
    }
    next += 1
    while next < bytes.count, isSpace(bytes[next]) { next += 1 }
    guard next < bytes.count else { return (name, next..<next, next) }
    let quote = bytes[next]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let valueStart = next + 1
      next = valueStart
      while next < bytes.count, bytes[next] != quote { next += 1 }
      return (name, valueStart..<next, min(next + 1, bytes.count))
    }
    let valueStart = next
    while next < bytes.count, !isSpace(bytes[next]), bytes[next] != UInt8(ascii: ">") { next += 1 }
    return (name, valueStart..<next, next)
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20)
  }

  static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
