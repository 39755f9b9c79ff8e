/// What a file that is not UTF-8 probably is.
package struct UnreadableBytes {
  private let bytes: [UInt8]
  private let offset: Int

  package init(_ bytes: [UInt8], firstMalformed offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  /// The error that says what it is and what to do.
  package func error(in file: String) -> DataFileError {
    if let kind {
      return DataFileError(
        code: .badValue, file: file,
        expected: LocalizedText(ja: "UTF-8で保存した文字データ", en: "a text saved as UTF-8"), found: kind)
    }
    return DataFileError(
      code: .badValue, file: file, line: 1 + bytes[..<offset].count { $0 == UInt8(ascii: "\n") },
      expected: LocalizedText(ja: "UTF-8で保存した文字データ", en: "a text saved as UTF-8"),
      found: encoding ?? "0x\(String(bytes[offset], radix: 16))")
  }

  private static let signatures: [(name: String, bytes: [UInt8])] = [
    ("PNG", [0x89, 0x50, 0x4E, 0x47]), ("JPEG", [0xFF, 0xD8, 0xFF]),
    ("PDF", [0x25, 0x50, 0x44, 0x46]), ("ZIP, XLSX, DOCX", [0x50, 0x4B, 0x03, 0x04]),
    ("XLS, DOC", [0xD0, 0xCF, 0x11, 0xE0]),
  ]

  /// The kind of a file that is no text, by its first bytes.
  private var kind: String? {
    Self.signatures.first { bytes.starts(with: $0.bytes) }?.name
  }

  /// The encoding that all bytes can be read in.
  private var encoding: String? {
    let found = TextEncoding.detect(bytes)
    guard found != .utf8, TextEncoding.utf8(bytes, from: found) != bytes else { return nil }
    return found == .cp932 ? "Shift_JIS" : "UTF-16"
  }
}
