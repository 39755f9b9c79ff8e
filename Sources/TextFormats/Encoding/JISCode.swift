/// Turns EUC-JP and ISO-2022-JP into CP932, which has the characters of JIS X 0208 in the same order.
///
/// One table serves all three; the numbers of lines stay. What CP932 has not, such as JIS X 0212,
/// becomes a byte that is no character there.
enum JISCode {
  /// A byte that CP932 does not assign.
  private static let unassigned: UInt8 = 0xFF

  /// Whether bytes are well-formed EUC-JP with a kana, which CP932 would write otherwise.
  static func isEUC(_ bytes: [UInt8]) -> Bool {
    var hasKana = false
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      let length = lead == 0x8F ? 3 : 2
      guard lead == 0x8E || lead == 0x8F || (0xA1...0xFE).contains(lead) else { return false }
      let rest = bytes[min(index + 1, bytes.count)..<min(index + length, bytes.count)]
      // A character may be cut off at the end.
      guard rest.allSatisfy({ (0xA1...0xFE).contains($0) }) else { return false }
      hasKana = hasKana || (lead == 0xA4 || lead == 0xA5) && rest.count == 1
      index += length
    }
    return hasKana
  }

  /// The bytes in CP932 of bytes in EUC-JP.
  static func cp932(fromEUC bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      let trail = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch lead {
      case ..<0x80:
        output.append(lead)
        index += 1
      case 0x8E where (0xA1...0xDF).contains(trail):
        output.append(trail)
        index += 2
      case 0x8F where trail >= 0xA1:
        output.append(unassigned)
        index += min(3, bytes.count - index)
      case 0xA1...0xFE where (0xA1...0xFE).contains(trail):
        append(row: lead - 0xA0, cell: trail - 0xA0, to: &output)
        index += 2
      default:
        output.append(unassigned)
        index += 1
      }
    }
    return output
  }

  /// Whether bytes switch between sets of characters as ISO-2022-JP does, and are in seven bits.
  static func isISO2022(_ bytes: [UInt8]) -> Bool {
    guard !bytes.contains(where: { $0 >= 0x80 }) else { return false }
    return bytes.indices.contains { index in
      bytes[index] == 0x1B && bytes[index...].dropFirst().starts(with: [0x24])
    }
  }

  /// The bytes in CP932 of bytes in ISO-2022-JP.
  static func cp932(fromISO2022 bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var set = UInt8(ascii: "B")
    var isDouble = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x1B, index + 2 < bytes.count {
        // ESC $ B, ESC $ @, ESC ( B, ESC ( J, ESC ( I; ESC $ ( D is JIS X 0212.
        isDouble = bytes[index + 1] == UInt8(ascii: "$")
        set = bytes[index + 2]
        index += isDouble && set == UInt8(ascii: "(") ? 4 : 3
      } else if byte <= 0x20 || byte >= 0x7F {
        if byte == 0x0A || byte == 0x0D { isDouble = false }
        output.append(byte)
        index += 1
      } else if isDouble, index + 1 < bytes.count, (0x21...0x7E).contains(bytes[index + 1]) {
        if set == UInt8(ascii: "(") {
          output.append(unassigned)
        } else {
          append(row: byte - 0x20, cell: bytes[index + 1] - 0x20, to: &output)
        }
        index += 2
      } else {
        output.append(set == UInt8(ascii: "I") && !isDouble ? byte | 0x80 : byte)
        index += 1
      }
    }
    return output
  }

  /// A character by its row (区) and its cell (点), both from 1 to 94.
  private static func append(row: UInt8, cell: UInt8, to output: inout [UInt8]) {
    output.append((row - 1) / 2 + (row <= 62 ? 0x81 : 0xC1))
    if row % 2 == 1 {
      output.append(cell + (cell >= 64 ? 0x40 : 0x3F))
    } else {
      output.append(cell + 0x9E)
    }
  }
}
