extension XMLScanner {
  /// The value of an attribute of the element that has just begun, as it is written; `nil` if it has
  /// none of that name.
  func attribute(_ name: StaticString) -> ByteView? {
    var position = attributes.lowerBound
    let end = attributes.upperBound
    let length = name.utf8CodeUnitCount
    while position < end {
      while Self.isSpace(bytes[position]) { position += 1 }
      let start = position
      position = min(end, bytes.index(of: UInt8(ascii: "="), from: position))
      var nameEnd = position
      while nameEnd > start, Self.isSpace(bytes[nameEnd - 1]) { nameEnd -= 1 }
      position += 1
      while position < end, Self.isSpace(bytes[position]) { position += 1 }
      let quote = bytes[position]
      guard position < end, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
        return nil
      }
      let valueEnd = bytes.index(of: quote, from: position + 1)
      if bytes.has(name, at: nameEnd - length), localName(start..<nameEnd) == name,
        !bytes.has("xmlns", at: start)
      {
        return bytes[position + 1..<valueEnd]
      }
      position = valueEnd + 1
    }
    return nil
  }

  /// The value of an attribute as text.
  func text(ofAttribute name: StaticString) -> String? {
    guard let value = attribute(name) else { return nil }
    var decoded: [UInt8] = []
    append(value, to: &decoded)
    return String(decoding: decoded, as: UTF8.self)
  }

  /// Whether an attribute that is either true or false is there and true.
  func isTrue(_ name: StaticString) -> Bool {
    guard let value = attribute(name) else { return false }
    return value == "1" || value == "true" || value == "on"
  }

  /// Whether an attribute that is either true or false is there and false.
  func isFalse(_ name: StaticString) -> Bool {
    guard let value = attribute(name) else { return false }
    return value == "0" || value == "false" || value == "off" || value == "none"
  }

  /// The value of an attribute that is a whole number.
  func number(_ name: StaticString) -> Int? { attribute(name)?.wholeNumber }

  /// Goes on behind the end of the element that has just begun.
  mutating func skipElement() throws(FormError) {
    let outside = depth - 1
    while true {
      if case .end = try next(), depth == outside { return }
    }
  }

  /// Goes to the end of the element that has just begun, and adds its text to some bytes. Elements
  /// within it, whose text would run into its own, are an error.
  mutating func readText(into output: inout [UInt8]) throws(FormError) {
    let outside = depth - 1
    while true {
      switch try next() {
      case .text: appendText(to: &output)
      case .end where depth == outside: return
      case .start:
        throw error(expected: LocalizedText(ja: "文字", en: "text"), found: elementName)
      case .end: break
      case .finished: throw error()
      }
    }
  }

  /// Adds the text that was met last to some bytes.
  func appendText(to output: inout [UInt8]) {
    let start = output.count
    if isVerbatim {
      output.append(contentsOf: bytes[textRange].buffer)
    } else {
      append(bytes[textRange], to: &output)
    }
    // A line end is one character, however it is written.
    if bytes[textRange].index(of: 0x0D, from: 0) < textRange.count {
      Self.unifyLineEnds(&output, from: start)
    }
  }

  private static func unifyLineEnds(_ output: inout [UInt8], from start: Int) {
    var end = start
    for index in start..<output.count {
      let isPair = output[index] == 0x0D && index + 1 < output.count && output[index + 1] == 0x0A
      if isPair { continue }
      output[end] = output[index] == 0x0D ? 0x0A : output[index]
      end += 1
    }
    output.removeSubrange(end...)
  }

  /// Adds written text, with what its entities stand for, to some bytes.
  private func append(_ written: ByteView, to output: inout [UInt8]) {
    var start = 0
    var position = written.index(of: UInt8(ascii: "&"), from: 0)
    while position < written.count {
      guard let (scalar, length) = Self.entity(at: position, in: written) else {
        position = written.index(of: UInt8(ascii: "&"), from: position + 1)
        continue
      }
      output.append(contentsOf: written[start..<position].buffer)
      output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      start = position + length
      position = written.index(of: UInt8(ascii: "&"), from: start)
    }
    output.append(contentsOf: written[start..<written.count].buffer)
  }

  /// What the entity at a position stands for, and its length; `nil` if it is none of XML's own.
  private static func entity(at start: Int, in view: ByteView) -> (Unicode.Scalar, length: Int)? {
    let named: [(StaticString, Unicode.Scalar)] = [
      ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"),
    ]
    guard view[start + 1] == UInt8(ascii: "#") else {
      return named.first { view.has($0.0, at: start) }.map { ($0.1, $0.0.utf8CodeUnitCount) }
    }
    let isHexadecimal = view[start + 2] == UInt8(ascii: "x")
    var position = start + (isHexadecimal ? 3 : 2)
    let first = position
    var value: UInt32 = 0
    while position - first < 8, let digit = digit(view[position]), digit < (isHexadecimal ? 16 : 10)
    {
      value = value * (isHexadecimal ? 16 : 10) + digit
      position += 1
    }
    guard position > first, view[position] == UInt8(ascii: ";") else { return nil }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", position + 1 - start)
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x37)
    case 0x61...0x66: UInt32(byte - 0x57)
    default: nil
    }
  }
}
