/// Converts CP932 (Windows-31J) to UTF-8.
enum CP932Converter {
  /// What became of the bytes.
  struct Result {
    /// The text in UTF-8; each character that is not CP932 is the byte FF, which no UTF-8 has.
    var utf8: [UInt8]
    /// How many characters are not CP932.
    var malformed: Int
  }

  /// Converts bytes.
  static func convert(_ bytes: [UInt8]) -> Result {
    var result = Result(utf8: [], malformed: 0)
    result.utf8.reserveCapacity(bytes.count + bytes.count / 4)
    var offset = 0
    while offset < bytes.count {
      let lead = bytes[offset]
      if lead < 0x80 {
        result.utf8.append(lead)
        offset += 1
        continue
      }
      let trail = offset + 1 < bytes.count ? bytes[offset + 1] : nil
      switch CP932.character(lead, trail) {
      case .scalar(let scalar, let length):
        result.utf8 += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        offset += length
      case .userDefined(let scalar):
        result.utf8 += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        offset += 2
      case .unmappable(let length):
        result.utf8.append(0xFF)
        result.malformed += 1
        offset += length
      case .incomplete:
        result.utf8.append(0xFF)
        result.malformed += 1
        offset += 1
      }
    }
    return result
  }
}
