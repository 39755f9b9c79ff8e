internal import CZlib

/// Makes small zip archives, also damaged ones, for tests.
package struct ZipWriter {
  /// The bytes of the members so far.
  package private(set) var members: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// An archive without members.
  package init() {}

  /// An archive of texts, deflated.
  package init(_ parts: KeyValuePairs<String, String>) {
    for (name, text) in parts { add(name, Array(text.utf8)) }
  }

  /// Adds a member.
  ///
  /// - Parameters:
  ///   - name: its name, with the folders.
  ///   - bytes: what is in it.
  ///   - isDeflated: whether it is packed.
  ///   - size: the size to state, by default the true one.
  ///   - flags: the general-purpose flags; the first bit says that it is encrypted.
  package mutating func add(
    _ name: String, _ bytes: [UInt8], isDeflated: Bool = true, size: Int? = nil, flags: UInt16 = 0
  ) {
    let packed = isDeflated ? Self.deflated(bytes) : bytes
    let checksum = UInt32(crc32_z(0, bytes, bytes.count))
    let offset = members.count
    let common: [UInt8] =
      Self.two(20) + Self.two(flags) + Self.two(isDeflated ? 8 : 0) + Self.four(0)
      + Self.four(checksum) + Self.four(UInt32(packed.count))
      + Self.four(UInt32(size ?? bytes.count)) + Self.two(UInt16(name.utf8.count)) + Self.two(0)
    members += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + packed
    directory += [0x50, 0x4B, 1, 2] + Self.two(20) + common
    directory += Array(repeating: 0, count: 10) + Self.four(UInt32(offset)) + Array(name.utf8)
    count += 1
  }

  /// The archive.
  package var bytes: [UInt8] { archive(directoryOffset: members.count, count: count) }

  /// The archive with an end that states other things than are true.
  package func archive(directoryOffset: Int, count: Int) -> [UInt8] {
    members + directory + [0x50, 0x4B, 5, 6] + Self.four(0)
      + Self.two(UInt16(truncatingIfNeeded: count)) + Self.two(UInt16(truncatingIfNeeded: count))
      + Self.four(UInt32(directory.count)) + Self.four(UInt32(truncatingIfNeeded: directoryOffset))
      + Self.two(0)
  }

  private static func two(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }

  private static func four(_ value: UInt32) -> [UInt8] {
    two(UInt16(value & 0xFFFF)) + two(UInt16(value >> 16))
  }

  private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard
      deflateInit2_(
        &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        == Z_OK
    else { return [] }
    defer { deflateEnd(&stream) }
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))) + 16)
    var input = bytes
    input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        _ = deflate(&stream, Z_FINISH)
      }
    }
    return Array(output.prefix(Int(stream.total_out)))
  }
}
