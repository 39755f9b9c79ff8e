/// Folding of the width variants and look-alikes that Japanese documents mix freely.
package enum TextFolding {
  /// A scalar with full-width ASCII made half-width, half-width katakana made full-width, any space
  /// made `" "`, any wave dash made `"~"`, and radicals made the ideographs that they stand for.
  ///
  /// What stands for several scalars, such as ㍻, is left; ``folded(_:)`` and ``key(_:)`` spell it out.
  package static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000, 0x00A0, 0x2000...0x200A, 0x202F, 0x205F, 0x0009, 0x000C: " "
    case 0x301C, 0x223C: "~"
    case 0x2212: "-"
    case 0xFF61...0xFF9F, 0xFE30...0xFE6B: LookAlikes.usualForm(of: scalar) ?? scalar
    case 0x2E80...0x2FD5, 0x6236, 0xF900...0xFAFF: LookAlikes.ideograph(for: scalar) ?? scalar
    default: scalar
    }
  }

  /// The folded scalars of a text, without zero-width marks.
  package static func folded(_ text: some StringProtocol) -> [Unicode.Scalar] {
    TextScanner(text).scalars
  }

  /// The folded text without any space: a key by which headings and names are compared.
  package static func key(_ text: some StringProtocol) -> String {
    var text = String(text)
    if text.withUTF8({ !mayFold($0) }) { return text }
    var hasSquares = false
    let key = text.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { output in
        var count = 0
        var index = 0
        while index < bytes.count {
          let (scalar, length) = scalar(at: index, in: bytes)
          if let scalar, !isInvisible(scalar) {
            let folded = fold(scalar)
            if isVoicingMark(folded), let kana = lastScalar(in: output, count),
              let voiced = LookAlikes.voiced(kana, folded)
            {
              count -= 3
              append(voiced, to: output, &count)
            } else if folded != " " {
              hasSquares = hasSquares || isSquare(folded)
              append(folded, to: output, &count)
            }
          } else if scalar == nil {
            for offset in index..<(index + length) {
              output[count] = bytes[offset]
              count += 1
            }
          }
          index += length
        }
        return count
      }
    }
    return hasSquares ? unified(key) : key
  }

  /// Whether bytes may have something that is folded or left out; most texts have nothing.
  private static func mayFold(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let (scalar, length) = scalar(at: index, in: bytes)
      if let scalar {
        guard scalar.value > 0x20, fold(scalar) == scalar, !isInvisible(scalar),
          !isVoicingMark(scalar), !isSquare(scalar)
        else { return true }
      }
      index += length
    }
    return false
  }

  static func append(
    _ scalar: Unicode.Scalar, to output: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int
  ) {
    let value = scalar.value
    if value < 0x80 {
      output[count] = UInt8(truncatingIfNeeded: value)
      count += 1
    } else if value >= 0x800, value < 0x10000 {
      output[count] = UInt8(truncatingIfNeeded: 0xE0 | value >> 12)
      output[count + 1] = UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F)
      output[count + 2] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
      count += 3
    } else {
      for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
        output[count] = unit
        count += 1
      }
    }
  }

  /// The scalar at an index of UTF-8 without faults, and the index behind it.
  static func nextScalar(
    in bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int
  ) -> Unicode.Scalar {
    let lead = bytes[index]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = UInt32(length == 1 ? lead : lead & (0x7F >> UInt8(length)))
    for offset in 1..<max(1, min(length, bytes.count - index)) {
      value = value << 6 | UInt32(bytes[index + offset] & 0x3F)
    }
    index += length
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// The last scalar of the output, if it has three bytes.
  private static func lastScalar(
    in output: UnsafeMutableBufferPointer<UInt8>, _ count: Int
  ) -> Unicode.Scalar? {
    guard count >= 3, output[count - 3] & 0xF0 == 0xE0 else { return nil }
    return Unicode.Scalar(
      UInt32(output[count - 3] & 0x0F) << 12 | UInt32(output[count - 2] & 0x3F) << 6
        | UInt32(output[count - 1] & 0x3F))
  }

  private static func isVoicingMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x3099 || scalar.value == 0x309A
  }

  /// The scalar at an offset where it may need folding, or `nil` where it is copied as it is.
  private static func scalar(
    at index: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (Unicode.Scalar?, Int) {
    let lead = bytes[index]
    if lead < 0x80 { return (lead <= 0x20 ? Unicode.Scalar(lead) : nil, 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + length <= bytes.count else { return (nil, bytes.count - index) }
    // Only these leads begin a scalar that is folded or left out.
    switch lead {
    case 0xC2:
      let isFolded = bytes[index + 1] == 0xA0 || bytes[index + 1] == 0xAD
      return (isFolded ? Unicode.Scalar(bytes[index + 1]) : nil, 2)
    case 0xE6 where bytes[index + 1] != 0x88 || bytes[index + 2] != 0xB6: return (nil, 3)
    // Kana from ぀ to ひ and from ダ to ヿ.
    case 0xE3 where bytes[index + 1] == 0x81 || bytes[index + 1] == 0x83: return (nil, 3)
    case 0xE2, 0xE3, 0xE6, 0xEF:
      let value =
        UInt32(lead & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
        | UInt32(bytes[index + 2] & 0x3F)
      return (Unicode.Scalar(value), 3)
    default: return (nil, length)
    }
  }

  /// The text without spaces, full-width spaces and invisible marks at both ends.
  package static func trimmed(_ text: some StringProtocol) -> String {
    var text = String(text)
    if text.withUTF8(hasVisibleEnds) { return text }
    let scalars = text.unicodeScalars
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      scalar == "\r" || fold(scalar) == " " || isInvisible(scalar)
    }
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(text[first...last])
  }

  /// Whether a text has nothing to see.
  package static func isBlank(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.allSatisfy { $0 == "\r" || fold($0) == " " || isInvisible($0) }
  }

  /// Whether a text plainly begins and ends with something in ASCII, a kana or an ideograph.
  private static func hasVisibleEnds(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return false }
    let ascii: ClosedRange<UInt8> = 0x21...0x7E
    return (ascii.contains(first) || isKanaOrIdeograph(at: 0, in: bytes))
      && (ascii.contains(last) || isKanaOrIdeograph(at: bytes.count - 3, in: bytes))
  }

  /// Whether a kana or an ideograph begins at an offset of UTF-8.
  private static func isKanaOrIdeograph(
    at index: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard index >= 0, index + 2 < bytes.count else { return false }
    return (0xE4...0xE9).contains(bytes[index])
      || bytes[index] == 0xE3 && (0x81...0x83).contains(bytes[index + 1])
  }

  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00AD, 0x200B...0x200F, 0x2060...0x2064, 0xFEFF, 0xFE00...0xFE0F:
      true
    default: false
    }
  }
}
