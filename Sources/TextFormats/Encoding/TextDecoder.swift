/// Turns the bytes of a file into UTF-8, chunk by chunk.
///
/// Bytes that are no character become U+FFFD and an issue; everything else is kept.
package struct TextDecoder {
  /// The encoding, once it is known.
  package private(set) var encoding: TextEncoding?
  /// The damaged places; only the first ones, see ``issueCount``.
  package private(set) var issues: [DecodingIssue] = []
  /// How many places are damaged.
  package private(set) var issueCount = 0
  /// How many of them stand for nothing in the encoding.
  package private(set) var unmappableCount = 0

  /// So many bytes are looked at before the encoding is decided.
  package static let sampleSize = 1 << 20
  private static let maximumIssues = 1000

  private var waiting: [UInt8] = []
  private var offset = 0
  private var line = 1
  private var lastWasReturn = false
  private var isAtStart = true

  /// What is written in the place of bytes that are no character.
  private let replacement: [UInt8]

  /// - Parameters:
  ///   - encoding: the encoding to use; `nil` to find it.
  ///   - replacement: what to write in the place of bytes that are no character; U+FFFD unless a later reader
  ///     has to tell them.
  package init(_ encoding: TextEncoding?, replacement: [UInt8] = [0xEF, 0xBF, 0xBD]) {
    self.encoding = encoding
    self.replacement = replacement
  }

  /// Decodes the next bytes of the file.
  ///
  /// Until the encoding is decided, bytes are held back.
  package mutating func decode(_ chunk: [UInt8]) -> [UInt8] {
    if waiting.isEmpty { waiting = chunk } else { waiting += chunk }
    if encoding == nil {
      guard waiting.count >= Self.sampleSize || TextEncoding.byteOrderMark(of: waiting) != nil
      else { return [] }
      encoding = .detect(waiting)
    }
    return convert(isLast: false)
  }

  /// Hands on the next bytes of a text in UTF-8 without a look at them, for who looks at them; else decodes them.
  package mutating func pass(_ chunk: [UInt8]) -> [UInt8] {
    guard encoding == .utf8, !isAtStart else { return decode(chunk) }
    defer { waiting = [] }
    return waiting.isEmpty ? chunk : waiting + chunk
  }

  /// Decodes what is left at the end of the file.
  package mutating func finish() -> [UInt8] {
    if encoding == nil { encoding = .detect(waiting) }
    return convert(isLast: true)
  }

  private mutating func convert(isLast: Bool) -> [UInt8] {
    let encoding = encoding ?? .utf8
    if isAtStart {
      guard isLast || waiting.count >= 3 else { return [] }
      isAtStart = false
      if let mark = TextEncoding.byteOrderMark(of: waiting), mark.encoding == encoding {
        offset = mark.length
        waiting.removeFirst(mark.length)
      }
    }
    switch encoding {
    case .utf8: return convertUTF8(isLast: isLast)
    case .cp932: return convertCP932(isLast: isLast)
    case .utf16LittleEndian: return convertUTF16(isLast: isLast, low: 0)
    case .utf16BigEndian: return convertUTF16(isLast: isLast, low: 1)
    }
  }
}

extension TextDecoder {
  private mutating func convertUTF8(isLast: Bool) -> [UInt8] {
    let bytes = waiting
    var output: [UInt8] = []
    // What is well-formed is taken as it is, up to the next damaged place.
    var taken = 0
    var end = 0
    var characters = 0
    while true {
      let unit = bytes.withUnsafeBytes { words -> UTF8Validation.Unit? in
        end = UTF8Validation.endOfWellFormed(words, from: end, characters: &characters)
        return end < words.count ? UTF8Validation.length(at: end, in: words) : nil
      }
      countLines(in: bytes[taken..<end])
      let damaged: Int
      switch unit {
      case .malformed(let length)?: damaged = length
      case .incomplete? where isLast: damaged = bytes.count - end
      default:
        if taken == 0, end == bytes.count { output = bytes } else { output += bytes[taken..<end] }
        keep(bytes, from: end)
        return output
      }
      output += bytes[taken..<end]
      report(.unmappable, bytes[end..<end + damaged], at: end)
      output += replacement
      end += damaged
      taken = end
    }
  }

  private mutating func convertCP932(isLast: Bool) -> [UInt8] {
    let bytes = waiting
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 3 / 2)
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        countLine(lead)
        output.append(lead)
        index += 1
        continue
      }
      let character = CP932.character(
        lead, index + 1 < bytes.count ? bytes[index + 1] : nil)
      lastWasReturn = false
      switch character {
      case .scalar(let scalar, let length):
        output += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        index += length
      case .userDefined(let scalar):
        report(.userDefined, bytes[index..<index + 2], at: index)
        output += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        index += 2
      case .unmappable(let length):
        report(.unmappable, bytes[index..<index + length], at: index)
        output += replacement
        index += length
      case .incomplete:
        if !isLast {
          keep(bytes, from: index)
          return output
        }
        report(.unmappable, bytes[index...], at: index)
        output += replacement
        index += 1
      }
    }
    keep(bytes, from: index)
    return output
  }

  /// - Parameter low: the position of the low byte in a pair.
  private mutating func convertUTF16(isLast: Bool, low: Int) -> [UInt8] {
    let bytes = waiting
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      func unit(at index: Int) -> UInt16? {
        guard index + 1 < bytes.count else { return nil }
        return UInt16(bytes[index + low]) | UInt16(bytes[index + 1 - low]) << 8
      }
      var scalar: Unicode.Scalar?
      var length = 2
      if let first = unit(at: index) {
        scalar = Unicode.Scalar(first)
        if UTF16.isLeadSurrogate(first) {
          if let second = unit(at: index + 2) {
            if UTF16.isTrailSurrogate(second) {
              scalar = Unicode.Scalar(
                0x10000 + (UInt32(first) - 0xD800) << 10 + UInt32(second) - 0xDC00)
              length = 4
            }
          } else if !isLast {
            break
          }
        }
      } else if !isLast {
        break
      }
      if let scalar {
        if scalar.isASCII { countLine(UInt8(truncatingIfNeeded: scalar.value)) }
        output += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      } else {
        length = min(length, bytes.count - index)
        report(.unmappable, bytes[index..<index + length], at: index)
        output += replacement
      }
      index += length
    }
    keep(bytes, from: index)
    return output
  }

  /// Holds back what could not be decoded yet.
  private mutating func keep(_ bytes: [UInt8], from index: Int) {
    offset += index
    waiting = index < bytes.count ? Array(bytes[index...]) : []
  }

  private mutating func report(
    _ kind: DecodingIssue.Kind, _ bytes: ArraySlice<UInt8>, at index: Int
  ) {
    issueCount += 1
    if kind == .unmappable { unmappableCount += 1 }
    guard issues.count < Self.maximumIssues else { return }
    issues.append(
      DecodingIssue(kind: kind, line: line, offset: offset + index, bytes: Array(bytes)))
  }

  private mutating func countLines(in bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { words in
      var index = 0
      while index < words.count {
        if index <= words.count &- 8 {
          if !lastWasReturn, let feeds = ByteWord.lineFeeds(in: words.word(at: index)) {
            line += feeds
            index &+= 8
            continue
          }
        }
        countLine(words[index])
        index &+= 1
      }
    }
  }

  private mutating func countLine(_ byte: UInt8) {
    if byte == 0x0A {
      if !lastWasReturn { line += 1 }
    } else if byte == 0x0D {
      line += 1
    }
    lastWasReturn = byte == 0x0D
  }
}
