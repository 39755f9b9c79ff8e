/// A value of a JSON text. Members keep the order in which they are listed, and numbers their digits.
package indirect enum JSONValue: Sendable {
  case object([(key: String, value: JSONValue)])
  case array([JSONValue])
  case string(String)
  /// A number as it is to be written, such as `28.29` or `50.0`.
  case number(String)
  case bool(Bool)
  case null

  /// The JSON text, ended by a line break. What holds only plain values stands on one line.
  ///
  /// Controls and marks of direction are escaped.
  package var text: String {
    var bytes: [UInt8] = []
    append(to: &bytes, indent: 0)
    bytes.append(UInt8(ascii: "\n"))
    return UnsafeCharacters.escaped(inJSON: String(decoding: bytes, as: UTF8.self))
  }

  private var isPlain: Bool {
    switch self {
    case .object, .array: false
    case .string, .number, .bool, .null: true
    }
  }

  private func append(to bytes: inout [UInt8], indent: Int) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .number(let digits): bytes.append(contentsOf: digits.utf8)
    case .string(let text): Self.append(text, to: &bytes)
    case .array(let values):
      Self.appendList(
        values, value: { $0 }, marks: ("[", "]"), to: &bytes, indent: indent
      ) { _, _ in }
    case .object(let members):
      Self.appendList(
        members, value: \.value, marks: ("{", "}"), to: &bytes, indent: indent
      ) { member, bytes in
        Self.append(member.key, to: &bytes)
        bytes.append(contentsOf: ": ".utf8)
      }
    }
  }

  private static func appendList<Element>(
    _ elements: [Element], value: (Element) -> JSONValue, marks: (String, String),
    to bytes: inout [UInt8], indent: Int, before: (Element, inout [UInt8]) -> Void
  ) {
    let isOneLine = elements.allSatisfy { value($0).isPlain }
    func newLine(_ indent: Int) {
      bytes.append(UInt8(ascii: "\n"))
      bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
    }
    bytes.append(contentsOf: marks.0.utf8)
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(contentsOf: (isOneLine ? ", " : ",").utf8) }
      if !isOneLine { newLine(indent + 2) }
      before(element, &bytes)
      value(element).append(to: &bytes, indent: indent + 2)
    }
    if !isOneLine { newLine(indent) }
    bytes.append(contentsOf: marks.1.utf8)
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes.append(contentsOf: #"\""#.utf8)
      case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
      case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
      case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
      case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
      case 0..<0x20:
        bytes.append(contentsOf: (byte < 0x10 ? #"\u000"# : #"\u00"#).utf8)
        bytes.append(contentsOf: String(byte, radix: 16).utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
