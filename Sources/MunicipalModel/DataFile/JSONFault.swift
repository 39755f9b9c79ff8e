/// Finds where a text stops being JSON, which the decoder does not say. It never recurses.
struct JSONFault {
  /// The first thing that cannot stand where it stands.
  struct Place {
    /// The line, from 1.
    let line: Int
    /// What would have to stand there.
    let expected: LocalizedText
    /// What stands there; empty at the end of the text.
    let found: String
  }

  private enum Expected { case value, valueOrEnd, name, nameOrEnd, colon, commaOrEnd, nothing }

  private let bytes: [UInt8]
  private var position = 0
  private var open: [UInt8] = []
  private var expected = Expected.value

  private init(_ text: String) {
    bytes = Array(text.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The first fault of a text; `nil` if there is none.
  static func first(in text: String) -> Place? {
    var fault = JSONFault(text)
    guard !fault.readAll() else { return nil }
    let line = 1 + fault.bytes[..<fault.position].count { $0 == UInt8(ascii: "\n") }
    return Place(line: line, expected: fault.expectation, found: fault.found)
  }

  /// The rest of the line from the fault on, cut short.
  private var found: String {
    let rest = bytes[position...].prefix { $0 != UInt8(ascii: "\n") && $0 != 0x0D }
    let text = String(decoding: rest, as: UTF8.self)
    return text.count > 20 ? text.prefix(20) + "…" : text
  }

  private var isAtEnd: Bool { position >= bytes.count }

  /// What the place would need, in words.
  private var expectation: LocalizedText {
    let part = expectedPart
    return isAtEnd
      ? LocalizedText(ja: "ファイルの終わりの前に\(part.ja)", en: "\(part.en) before the end of the file")
      : part
  }

  private var expectedPart: LocalizedText {
    let name = LocalizedText(ja: "項目の名前 \"…\"", en: "a member's name \"…\"")
    let isText = !isAtEnd && bytes[position] == UInt8(ascii: "\"")
    switch expected {
    case .value, .valueOrEnd, .name, .nameOrEnd:
      if isText {
        return LocalizedText(
          ja: "その行で閉じ、\\ の使い方が正しい文字列", en: "a text that ends on its line and uses \\ rightly")
      }
    case .colon, .commaOrEnd, .nothing: break
    }
    switch expected {
    case .value: return LocalizedText(ja: "値", en: "a value")
    case .valueOrEnd: return LocalizedText(ja: "値か ]", en: "a value or ]")
    case .name: return name
    case .nameOrEnd: return LocalizedText(ja: "\(name.ja) か }", en: "\(name.en) or }")
    case .colon: return LocalizedText(":")
    case .commaOrEnd:
      let end = open.last.map { String(UnicodeScalar($0)) } ?? ""
      return LocalizedText(ja: ", か \(end)", en: ", or \(end)")
    case .nothing: return LocalizedText(ja: "終わり", en: "the end of the file")
    }
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

  /// The signs that may stand behind a backslash.
  private static let escapes = Set("\"\\/bfnrtu".utf8)

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
      guard bytes[end] == UInt8(ascii: "\\") else {
        end += 1
        continue
      }
      guard end + 1 < bytes.count, Self.escapes.contains(bytes[end + 1]) else { return false }
      end += 2
    }
    guard end < bytes.count, bytes[end] == UInt8(ascii: "\"") else { return false }
    position = end + 1
    return true
  }
}
