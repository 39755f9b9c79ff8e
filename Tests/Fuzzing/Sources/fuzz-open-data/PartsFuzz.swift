/// Puts parts into an archive whose directory and checksums are right, so that what is read is what was
/// mutated.
enum PartsFuzz {
  static func read(_ bytes: [UInt8], name: String) {
    FormFuzz.read(archive(bytes), name: name)
  }

  private static func archive(_ bytes: [UInt8]) -> [UInt8] {
    var members: [UInt8] = []
    var directory: [UInt8] = []
    var count = 0
    for (part, content) in NamedParts.of(bytes) {
      let name = Array(part.utf8)
      let size = four(UInt32(content.count))
      let common =
        two(20) + two(0) + two(0) + four(0) + four(checksum(content)) + size + size
        + two(UInt32(name.count)) + two(0)
      directory += [0x50, 0x4B, 1, 2] + two(20) + common + [UInt8](repeating: 0, count: 10)
      directory += four(UInt32(members.count)) + name
      members += [0x50, 0x4B, 3, 4] + common + name + content
      count += 1
    }
    return members + directory + [0x50, 0x4B, 5, 6] + four(0) + two(UInt32(count))
      + two(UInt32(count)) + four(UInt32(directory.count)) + four(UInt32(members.count)) + two(0)
  }

  private static func two(_ value: UInt32) -> [UInt8] {
    [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
  }

  private static func four(_ value: UInt32) -> [UInt8] { two(value) + two(value >> 16) }

  /// CRC-32 (ISO/IEC 13239), as archives have it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var rest: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      rest ^= UInt32(byte)
      for _ in 0..<8 { rest = rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
    }
    return ~rest
  }
}
