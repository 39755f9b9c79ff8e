/// One member of a zip archive, as the directory at its end has it.
struct ZipMember: Hashable, Sendable {
  /// The name with `/` between folders, in lower case: parts are found whatever the case.
  let name: String
  let isEncrypted: Bool
  /// How it is packed: 0 stored, 8 deflated.
  let method: Int
  let checksum: UInt32
  let packedSize: Int
  let size: Int
  /// Where its own heading begins.
  let offset: Int
  /// The bytes of its own heading that are there at least.
  static let headingSize = 30
}

/// Reads the directory at the end of a zip archive (PKWARE's APPNOTE, 4.3.12–4.3.16).
struct ZipDirectory {
  /// What the heading of a member begins with.
  static let heading: StaticString = "PK\u{3}\u{4}"

  private let bytes: ByteView
  private let file: String

  init(_ bytes: ByteView, file: String) {
    self.bytes = bytes
    self.file = file
  }

  /// The members in the order of the directory.
  func members() throws(FormError) -> [ZipMember] {
    let end = try findEnd()
    guard end.count <= ZipArchive.maximumMembers else {
      throw FormError(
        code: .tooLarge, file: file,
        expected: LocalizedText(
          ja: "\(ZipArchive.maximumMembers)個以内のファイル",
          en: "at most \(ZipArchive.maximumMembers) members"),
        found: "\(end.count)")
    }
    var members: [ZipMember] = []
    var position = end.directory
    for _ in 0..<end.count {
      guard let (member, next) = member(at: position), next <= end.start else {
        throw damaged("directory (byte \(position))")
      }
      members.append(member)
      position = next
    }
    try checkPlaces(members, before: end.directory)
    return members
  }

  private func damaged(_ part: String) -> FormError {
    FormError(code: .damagedArchive, file: file, part: part)
  }

  /// Where the directory begins and ends, and how many members it has.
  private func findEnd() throws(FormError) -> (directory: Int, start: Int, count: Int) {
    let size = 22
    var position = bytes.count - size
    let last = max(0, position - 0xFFFF)
    while position >= last {
      if bytes.has("PK\u{5}\u{6}", at: position),
        position + size + bytes.number16(at: position + 20) <= bytes.count
      {
        break
      }
      position -= 1
    }
    guard position >= last, position >= 0 else { throw damaged("") }
    var count = bytes.number16(at: position + 10)
    var length = bytes.number32(at: position + 12)
    var offset = bytes.number32(at: position + 16)
    var start = position
    if count == 0xFFFF || length == 0xFFFF_FFFF || offset == 0xFFFF_FFFF,
      bytes.has("PK\u{6}\u{7}", at: position - 20),
      let record = bytes.number64(at: position - 12), record < position,
      bytes.has("PK\u{6}\u{6}", at: record)
    {
      guard let longCount = bytes.number64(at: record + 32),
        let longLength = bytes.number64(at: record + 40),
        let longOffset = bytes.number64(at: record + 48)
      else { throw damaged("directory (byte \(record))") }
      (count, length, offset, start) = (longCount, longLength, longOffset, record)
    }
    guard offset <= start, length <= start - offset else {
      throw damaged("directory (byte \(position))")
    }
    return (offset, start, count)
  }

  /// The member at a position of the directory and the position of the next one.
  private func member(at position: Int) -> (ZipMember, next: Int)? {
    guard bytes.has("PK\u{1}\u{2}", at: position) else { return nil }
    let nameLength = bytes.number16(at: position + 28)
    let extraLength = bytes.number16(at: position + 30)
    let nameStart = position + 46
    let next = nameStart + nameLength + extraLength + bytes.number16(at: position + 32)
    guard next <= bytes.count else { return nil }
    var packedSize = bytes.number32(at: position + 20)
    var size = bytes.number32(at: position + 24)
    var offset = bytes.number32(at: position + 42)
    var field = nameStart + nameLength
    while field + 4 <= nameStart + nameLength + extraLength {
      if bytes.number16(at: field) == 1 {
        var value = field + 4
        func long(_ number: Int) -> Int? {
          guard number == 0xFFFF_FFFF else { return number }
          defer { value += 8 }
          return bytes.number64(at: value)
        }
        guard let longSize = long(size), let longPacked = long(packedSize),
          let longOffset = long(offset)
        else { return nil }
        (size, packedSize, offset) = (longSize, longPacked, longOffset)
        break
      }
      field += 4 + bytes.number16(at: field + 2)
    }
    let name = bytes[nameStart..<nameStart + nameLength]
    // A member whose own heading has another name would be missed without a word.
    guard bytes.has(Self.heading, at: offset), bytes.number16(at: offset + 26) == nameLength,
      bytes[offset + ZipMember.headingSize..<offset + ZipMember.headingSize + nameLength] == name
    else { return nil }
    let member = ZipMember(
      name: ZipArchive.key(name.text),
      isEncrypted: bytes.number16(at: position + 8) & 1 != 0,
      method: bytes.number16(at: position + 10),
      checksum: UInt32(bytes.number32(at: position + 16)),
      packedSize: packedSize, size: size, offset: offset)
    return (member, next)
  }

  /// Members lie one behind the other and before the directory: two that share bytes are a bomb.
  private func checkPlaces(_ members: [ZipMember], before directory: Int) throws(FormError) {
    var end = 0
    for member in members.sorted(by: { $0.offset < $1.offset }) {
      guard member.offset >= end, member.packedSize <= directory,
        member.offset <= directory - ZipMember.headingSize - member.packedSize
      else { throw damaged("\(member.name) (byte \(member.offset))") }
      end = member.offset + ZipMember.headingSize + member.packedSize
    }
  }
}
