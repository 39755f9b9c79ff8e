import TestSupport
import Testing

@testable import TextFormats

@Suite("Zip archives")
struct ZipArchiveTests {
  private func error(_ bytes: [UInt8], _ part: String = "a.xml") -> FormError? {
    do {
      var archive = try ZipArchive(bytes, file: "kpi.xlsx")
      _ = try archive.unpack(part)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [true, false]) func `A member is unpacked`(isDeflated: Bool) throws {
    let text = Array(String(repeating: "基本目標1 ", count: 1000).utf8)
    var zip = ZipWriter()
    zip.add("a/B.xml", text, isDeflated: isDeflated)
    zip.add("empty", [], isDeflated: isDeflated)
    var archive = try ZipArchive(zip.bytes, file: "kpi.xlsx")
    #expect(try archive.unpack("a/B.xml") == text)
    #expect(try archive.unpack("/A\\b.XML") == text)
    #expect(try archive.unpack("empty") == [])
    #expect(try archive.unpack("other") == nil)
  }

  @Test func `Of two members of one name the first counts`() throws {
    var archive = try ZipArchive(ZipWriter(["a": "1", "A": "2"]).bytes, file: "x")
    #expect(try archive.unpack("a") == [0x31])
    #expect(archive.duplicates == ["a"])
  }

  @Test func `A comment behind the directory, and PK in it, are passed over`() throws {
    var bytes = ZipWriter(["a.xml": "x"]).bytes
    bytes[bytes.count - 2] = 6
    bytes += Array("PK\u{5}\u{6}ab".utf8)
    #expect(error(bytes) == nil)
  }

  @Test func `What is encrypted is told`() {
    var zip = ZipWriter()
    zip.add("a.xml", [1], flags: 1)
    #expect(error(zip.bytes)?.code == .encrypted)
  }

  @Test(arguments: [0, 1, 999, 1001, 0x7FFF_FFFF])
  func `A size that is not true is damage`(size: Int) {
    var zip = ZipWriter()
    zip.add("a.xml", Array(repeating: 0x61, count: 1000), size: size)
    let code = error(zip.bytes)?.code
    #expect(code == .damagedArchive || size > ZipArchive.maximumMemberSize && code == .tooLarge)
  }

  @Test func `A bomb unpacks to no more than the bound`() throws {
    var zip = ZipWriter()
    zip.add("a", [UInt8](repeating: 0, count: 64 << 20))
    #expect(zip.bytes.count < 80_000)
    var archive = try ZipArchive(zip.bytes, file: "x")
    do { _ = try archive.unpack("a") } catch { #expect(error.code == .tooLarge) }
    #expect(throws: FormError.self) { try archive.unpack("a") }
  }

  @Test func `All members together unpack to no more than the bound`() throws {
    // Bytes that repeat as those of a sheet do, and no better.
    var state: UInt32 = 1
    var mixed = [UInt8](repeating: 0, count: 64 << 20)
    for index in stride(from: 0, to: mixed.count, by: 64) {
      state = state &* 1_664_525 &+ 1_013_904_223
      mixed[index] = UInt8(truncatingIfNeeded: state >> 24)
    }
    var zip = ZipWriter()
    zip.add("a", mixed)
    var archive = try ZipArchive(zip.bytes, file: "x")
    for _ in 0..<8 { #expect(try archive.unpack("a")?.count == mixed.count) }
    do { _ = try archive.unpack("a") } catch { #expect(error.code == .tooLarge) }
    #expect(throws: FormError.self) { try archive.unpack("a") }
  }

  @Test func `Members that share bytes, or lie outside, are damage`() {
    let zip = ZipWriter(["a.xml": "aaaaaaaaaaaaaa", "b.xml": "bbbbbbbbbbbbbb"])
    var bytes = zip.bytes
    #expect(error(bytes) == nil)
    let second = zip.members.count + 46 + 5 + 42
    // The second member is said to begin where the first does.
    for index in 0..<4 { bytes[second + index] = 0 }
    #expect(error(bytes)?.code == .damagedArchive)
    bytes = zip.bytes
    bytes[second + 3] = 0x7F
    #expect(error(bytes)?.code == .damagedArchive)
  }

  @Test(arguments: [0, 100, 0xFFFF_FFFF]) func `A directory elsewhere is damage`(offset: Int) {
    let zip = ZipWriter(["a.xml": "aaaa"])
    #expect(error(zip.archive(directoryOffset: offset, count: 1))?.code == .damagedArchive)
  }

  @Test func `More members than are read are told`() {
    var zip = ZipWriter()
    for number in 0...ZipArchive.maximumMembers { zip.add("\(number)", [], isDeflated: false) }
    #expect(error(zip.bytes)?.code == .tooLarge)
    #expect(
      error(ZipWriter(["a": ""]).archive(directoryOffset: 31, count: 9))?.code == .damagedArchive)
  }

  @Test func `Each flipped byte and each truncation is told or changes nothing`() {
    let zip = ZipWriter(["a.xml": "<a>text text text</a>", "b.xml": "<b/>"])
    let bytes = zip.bytes
    for index in bytes.indices {
      #expect(error(Array(bytes[..<index]))?.code == .damagedArchive)
      var flipped = bytes
      flipped[index] ^= 0x55
      var archive = try? ZipArchive(flipped, file: "x")
      let unpacked = try? archive?.unpack("a.xml")
      #expect(unpacked == nil || unpacked == Array("<a>text text text</a>".utf8))
    }
  }
}
