internal import CZlib

/// What the system's zlib does for an archive: deflated bytes unpacked, and their checksum.
enum Inflate {
  /// A byte of deflated data never stands for more than so many.
  static let greatestRatio = 1032

  /// Unpacks raw deflated bytes.
  ///
  /// - Parameter size: how many bytes must come out; no more than these are ever allocated.
  /// - Returns: `nil` if the bytes are damaged, or are more or fewer than that.
  static func unpack(_ packed: ByteView, size: Int) -> [UInt8]? {
    guard size / greatestRatio <= packed.count + 1,
      let available = UInt32(exactly: packed.count), let room = UInt32(exactly: max(size, 1))
    else { return nil }
    var stream = z_stream()
    guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { inflateEnd(&stream) }
    var isWhole = false
    // One byte more than nothing, for zlib asks for a place to write to.
    let bytes = [UInt8](unsafeUninitializedCapacity: max(size, 1)) { output, count in
      stream.next_in = UnsafeMutablePointer(mutating: packed.buffer.baseAddress)
      stream.avail_in = available
      stream.next_out = output.baseAddress
      stream.avail_out = room
      isWhole = inflate(&stream, Z_FINISH) == Z_STREAM_END && Int(stream.total_out) == size
      count = isWhole ? size : 0
    }
    return isWhole ? bytes : nil
  }

  /// The checksum (CRC-32) of bytes.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBufferPointer { buffer in
      UInt32(truncatingIfNeeded: crc32_z(0, buffer.baseAddress, buffer.count))
    }
  }
}
