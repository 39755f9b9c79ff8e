internal import MunicipalModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Converts CP932 (Windows-31J) to UTF-8 by the C library's iconv.
enum CP932Converter {
  /// What became of the bytes.
  struct Result {
    /// The text in UTF-8; each byte that is not CP932 is the byte FF, which no UTF-8 has.
    var utf8: [UInt8]
    /// How many bytes are not CP932.
    var malformed: Int
  }

  /// Converts bytes.
  ///
  /// - Throws: ``LongTableError`` with `encoding-unavailable`.
  static func convert(
    _ bytes: [UInt8], document: DocumentID
  ) throws(LongTableError) -> Result {
    guard let converter = iconv_open("UTF-8", "CP932"), Int(bitPattern: converter) != -1 else {
      throw LongTableError(code: .encodingUnavailable, document: document, detail: "CP932")
    }
    defer { _ = iconv_close(converter) }
    var result = Result(utf8: [], malformed: 0)
    result.utf8.reserveCapacity(bytes.count + bytes.count / 4)
    var offset = 0
    while offset < bytes.count {
      let (written, used) = step(converter, bytes[offset..<min(bytes.count, offset + 1 << 16)])
      result.utf8 += written
      offset += used
      if used == 0 {
        result.utf8.append(0xFF)
        result.malformed += 1
        offset += 1
      }
    }
    return result
  }

  /// Converts as many of the bytes as are well-formed, and says how many that were.
  private static func step(
    _ converter: iconv_t, _ bytes: ArraySlice<UInt8>
  ) -> (written: [UInt8], used: Int) {
    var used = 0
    var input = Array(bytes)
    // A character of CP932 has at most three bytes in UTF-8 for each of its own.
    let room = input.count * 3
    let written = [UInt8](unsafeUninitializedCapacity: room) { output, initialized in
      input.withUnsafeMutableBytes { source in
        var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var left = source.count
        output.withMemoryRebound(to: CChar.self) { target in
          var to = target.baseAddress
          var free = room
          _ = iconv(converter, &from, &left, &to, &free)
          initialized = room - free
        }
        used = source.count - left
      }
    }
    return (written, used)
  }
}
