/// A zip archive in memory, of which only the members that are asked for are unpacked.
///
/// No size that it states is believed: what is allocated is bounded by what its bytes can hold, and
/// by the limits here; the checksum of every member that is read is checked.
struct ZipArchive: Sendable {
  /// The most members.
  static let maximumMembers = 10_000
  /// The most bytes that one member unpacks to: 256 MiB.
  static let maximumMemberSize = AddressSpace.bound(256 << 20, takingEach: 12)
  /// The most bytes that all members that are read unpack to: 512 MiB.
  static let maximumSize = AddressSpace.bound(512 << 20, takingEach: 12)

  /// A member of more than 8 MiB may unpack to so many times its size; what repeats without end is refused.
  static let maximumRatio = 200
  private static let smallSize = 8 << 20

  /// The file, for errors.
  let file: String
  private let bytes: [UInt8]
  private let members: [String: ZipMember]
  private var unpackedSize = 0
  /// The names that stand in the archive more than once; the first one counts.
  let duplicates: [String]

  /// Reads the directory of an archive.
  init(_ bytes: [UInt8], file: String) throws(FormError) {
    let list = try bytes.withUnsafeBufferPointer { buffer throws(FormError) in
      try ZipDirectory(ByteView(buffer), file: file).members()
    }
    var members: [String: ZipMember] = [:]
    var duplicates: [String] = []
    for member in list {
      if members[member.name] == nil {
        members[member.name] = member
      } else {
        duplicates.append(member.name)
      }
    }
    self.file = file
    self.bytes = bytes
    self.members = members
    self.duplicates = duplicates
  }

  /// How a part is looked up: without a leading `/`, whatever the case, and `\` as `/`.
  static func key(_ name: String) -> String {
    var bytes = name.utf8.map { byte in
      switch byte {
      case 0x41...0x5A: byte + 0x20
      case 0x5C: UInt8(ascii: "/")
      default: byte
      }
    }
    if bytes.first == UInt8(ascii: "/") { bytes.removeFirst() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether there is a member of that name.
  func has(_ name: String) -> Bool { members[Self.key(name)] != nil }

  /// The bytes of a member; `nil` if there is none of that name.
  mutating func unpack(_ name: String) throws(FormError) -> [UInt8]? {
    guard let member = members[Self.key(name)] else { return nil }
    guard !member.isEncrypted else { throw FormError(code: .encrypted, file: file, part: name) }
    guard member.size <= Self.maximumMemberSize, member.size <= Self.maximumSize - unpackedSize
    else {
      throw FormError(
        code: .tooLarge, file: file, part: name,
        expected: LocalizedText(
          ja: "展開後に1部分\(Self.maximumMemberSize >> 20)MiB、全体で\(Self.maximumSize >> 20)MiB以内",
          en: "at most \(Self.maximumMemberSize >> 20) MiB a part and "
            + "\(Self.maximumSize >> 20) MiB in all when unpacked"),
        found: "\(member.size)")
    }
    guard member.size <= Self.smallSize || member.size / Self.maximumRatio <= member.packedSize
    else {
      throw FormError(
        code: .tooLarge, file: file, part: name,
        expected: LocalizedText(
          ja: "展開後に\(Self.maximumRatio)倍以内",
          en: "at most \(Self.maximumRatio) times the size when unpacked"),
        found: "\(member.size / max(1, member.packedSize))")
    }
    unpackedSize += member.size
    let unpacked = bytes.withUnsafeBufferPointer { Self.unpack(member, in: ByteView($0)) }
    guard let unpacked, Inflate.checksum(unpacked) == member.checksum else {
      throw FormError(code: .damagedArchive, file: file, part: name)
    }
    return unpacked
  }

  private static func unpack(_ member: ZipMember, in bytes: ByteView) -> [UInt8]? {
    let start =
      member.offset + ZipMember.headingSize + bytes.number16(at: member.offset + 26)
      + bytes.number16(at: member.offset + 28)
    let packed = bytes[start..<start + member.packedSize]
    guard packed.count == member.packedSize else { return nil }
    switch member.method {
    case 0: return packed.count == member.size ? Array(packed.buffer) : nil
    case 8: return Inflate.unpack(packed, size: member.size)
    default: return nil
    }
  }
}
