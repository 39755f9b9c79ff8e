internal import TextFormats

/// A text in CP932, for tests of readers.
package enum CP932Text {
  /// The bytes of a text, by the table read backwards; `?` for what is not in it.
  package static func bytes(of text: String) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar -> [UInt8] in
      scalar.isASCII ? [UInt8(scalar.value)] : codes[scalar] ?? [0x3F]
    }
  }

  private static let codes: [Unicode.Scalar: [UInt8]] = {
    var codes: [Unicode.Scalar: [UInt8]] = [:]
    for lead in UInt8(0x81)...0xFC {
      for trail in UInt8(0x40)...0xFC {
        guard case .scalar(let scalar, let length) = CP932.character(lead, trail),
          codes[scalar] == nil
        else { continue }
        codes[scalar] = length == 1 ? [lead] : [lead, trail]
      }
    }
    return codes
  }()
}
