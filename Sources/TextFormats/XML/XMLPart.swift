/// A part of an archive that holds XML, as UTF-8.
struct XMLPart {
  /// The bytes in UTF-8, without a byte order mark.
  let bytes: [UInt8]
  /// The file, for errors.
  let file: String
  /// The name of the part, for errors.
  let name: String

  /// Takes the bytes of a part: UTF-8 or UTF-16, as its mark or its declaration says.
  init(_ bytes: [UInt8], file: String, name: String) throws(FormError) {
    self.file = file
    self.name = name
    let encoding = try Self.encoding(of: bytes, file: file, name: name)
    if encoding == .utf8 {
      self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    } else {
      var decoder = TextDecoder(encoding)
      var decoded = decoder.decode(bytes)
      decoded += decoder.finish()
      self.bytes = decoded
    }
    if let byte = UTF8Validation.firstMalformedByte(in: self.bytes) {
      throw FormError(code: .notText, file: file, part: "\(name) (byte \(byte))")
    }
  }

  private static func encoding(
    of bytes: [UInt8], file: String, name: String
  ) throws(FormError) -> TextEncoding {
    if let mark = TextEncoding.byteOrderMark(of: bytes) { return mark.encoding }
    // The declaration is in ASCII, so that a zero beside its first character tells UTF-16.
    if bytes.starts(with: [0x3C, 0]) { return .utf16LittleEndian }
    if bytes.starts(with: [0, 0x3C]) { return .utf16BigEndian }
    let head = String(decoding: bytes.prefix(200), as: UTF8.self)
    guard head.hasPrefix("<?xml"), let end = head.utf8.firstIndex(of: UInt8(ascii: ">")) else {
      return .utf8
    }
    let declaration = head[..<end].lowercased().split(separator: "encoding", maxSplits: 1)
    guard declaration.count == 2 else { return .utf8 }
    let quoted = declaration[1].split(whereSeparator: { $0 == "\"" || $0 == "'" })
    switch quoted.count > 1 ? quoted[1] : "" {
    case "utf-8", "us-ascii", "ascii": return .utf8
    case "shift_jis", "windows-31j", "cp932": return .cp932
    case let other:
      throw FormError(
        code: .notText, file: file, part: name, expected: LocalizedText("UTF-8, UTF-16"),
        found: String(other))
    }
  }

  /// Reads the part from its beginning.
  func read<Result>(
    _ body: (inout XMLScanner) throws(FormError) -> Result
  ) throws(FormError) -> Result {
    try bytes.withUnsafeBufferPointer { buffer throws(FormError) in
      var scanner = XMLScanner(ByteView(buffer), part: self)
      return try body(&scanner)
    }
  }
}
