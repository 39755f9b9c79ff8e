/// Finds where a text stops being JSON, which the decoder does not say. It never recurses.
struct JSONFault {
  private enum Expected { case value, valueOrEnd, name, nameOrEnd, colon, commaOrEnd, nothing }

  private let bytes: [UInt8]
  private var position = 0
  private var open: [UInt8] = []
  private var expected = Expected.value

  private init(_ text: String) {
    bytes = Array(text.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The line, from 1, of the first thing that cannot stand there; `nil` if there is none.
  static func line(in text: String) -> Int? {
    var fault = JSONFault(text)
    guard !fault.readAll() else { return nil }
    return 1 + fault.bytes[..<fault.position].count { $0 == UInt8(ascii: "\n") }
  }

  private mutating func readAll() -> Bool {
    while position < bytes.count {
      if [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) {
        position += 1
      } else if !readToken() {
        return false
      }
    }
    return expected == .nothing
  }

  private mutating func readToken() -> Bool {
    let byte = bytes[position]
    switch (expected, byte) {
    case (.value, UInt8(ascii: "{")), (.valueOrEnd, UInt8(ascii: "{")):
      open.append(UInt8(ascii: "}"))
      expected = .nameOrEnd
    case (.value, UInt8(ascii: "[")), (.valueOrEnd, UInt8(ascii: "[")):
      open.append(UInt8(ascii: "]"))
      expected = .valueOrEnd
    case (.value, _) where isWord(byte), (.valueOrEnd, _) where isWord(byte):
      return readWord()
    case (.value, UInt8(ascii: "\"")), (.valueOrEnd, UInt8(ascii: "\"")):
      guard readString() else { return false }
      endValue()
      return true
    case (.name, UInt8(ascii: "\"")), (.nameOrEnd, UInt8(ascii: "\"")):
      expected = .colon
      return readString()
    case (.colon, UInt8(ascii: ":")): expected = .value
    case (.commaOrEnd, UInt8(ascii: ",")):
      expected = open.last == UInt8(ascii: "}") ? .name : .value
    case (.commaOrEnd, open.last), (.valueOrEnd, open.last), (.nameOrEnd, open.last):
      open.removeLast()
      endValue()
    default: return false
    }
    position += 1
    return true
  }

  private mutating func endValue() { expected = open.isEmpty ? .nothing : .commaOrEnd }

  private func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  private mutating func readWord() -> Bool {
    let word = bytes[position...].prefix(while: isWord)
    let text = String(decoding: word, as: UTF8.self)
    guard ["true", "false", "null"].contains(text) || Double(text) != nil else { return false }
    position += word.count
    endValue()
    return true
  }

  /// Reads to the closing quote, which stands on the same line.
  private mutating func readString() -> Bool {
    var end = position + 1
    while end < bytes.count, bytes[end] != UInt8(ascii: "\""), bytes[end] >= 0x20 {
      end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard end < bytes.count, bytes[end] == UInt8(ascii: "\"") else { return false }
    position = end + 1
    return true
  }
}
