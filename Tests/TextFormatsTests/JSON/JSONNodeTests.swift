import TestSupport
import Testing

@testable import TextFormats

@Suite("JSON with lines")
struct JSONNodeTests {
  private func fault(_ text: String, isLenient: Bool = false) -> JSONFault? {
    do throws(JSONFault) {
      _ = try JSONNode(parsing: Array(text.utf8), isLenient: isLenient)
      return nil
    } catch {
      return error
    }
  }

  /// A tree in few letters, without lines.
  private func brief(_ node: JSONNode) -> String {
    switch node.value {
    case .object(let members):
      "{" + members.map { "\($0.name):\(brief($0.node))" }.joined(separator: " ") + "}"
    case .array(let elements): "[" + elements.map(brief).joined(separator: " ") + "]"
    case .string(let text): "'\(text)'"
    case .number(let digits): digits
    case .bool(let value): "\(value)"
    case .null: "null"
    }
  }

  @Test("RFC 8259: escapes, surrogate pairs, numbers kept as written")
  func values() throws {
    let text = #" {"a\n\"\u3042\uD842\uDFB7":[1.50,-2e3,0,-0.5E+10,true,null,"\/",{},[]]} "#
    let node = try JSONNode(parsing: Array(text.utf8))
    #expect(brief(node) == "{a\n\"あ𠮷:[1.50 -2e3 0 -0.5E+10 true null '/' {} []]}")
  }

  @Test("Each value and each name has its line")
  func lines() throws {
    let node = try JSONNode(parsing: Array("[\n{},{\n\"a\"\n:\n1},\n\n2]".utf8))
    guard case .array(let elements) = node.value else { throw Fault() }
    #expect(elements.map(\.line) == [2, 2, 7])
    #expect(elements[1].members.map(\.line) == [3])
    #expect(elements[1]["a"]?.line == 5)
  }

  private struct Fault: Error {}

  @Test(
    "The line where a text stops being JSON",
    arguments: [
      ("{\n\"a\" 1 }", 2), ("{\"a\": 1,\n}", 2), ("[1,\n2\n3]", 3), ("{\"a\": \"b\n\"}", 1),
      ("{}\n{}", 2), ("", 1), ("[\n", 2), ("[1}", 1), ("{\"a\": yes}", 1), ("\n// note\n{}", 2),
      ("{a: 1}", 1), ("[\"\\", 1), ("[\n01]", 2), ("[\n1.]", 2), ("[\nnan]", 2),
      ("\n\"\\uD800\"", 2),
      ("[-]", 1), ("[1e]", 1), ("1 2", 1), ("\"\\u12", 1), ("\"\\x\"", 1),
    ])
  func faults(text: String, line: Int) { #expect(fault(text)?.line == line) }

  @Test(
    "JSON has no fault",
    arguments: [
      "{}", "[]", " [1, -2.5e3, true, false, null, \"a\\\"b\"] ",
      "{\"a\": {\"b\": [[], {}]}, \"c\": 1}",
      "\u{FEFF}{}", "1",
    ])
  func noFault(text: String) { #expect(fault(text) == nil) }

  @Test(
    "A text that may only have been cut off is told",
    arguments: [
      ("", true), ("{", true), ("[1,", true), ("[tru", true), ("[1e", true), ("[\"ab", true),
      ("[\"ab\\", true), ("[trx", false), ("[1,]", false), ("[\"\\x\"]", false), ("1 2", false),
    ])
  func truncation(text: String, isTruncated: Bool) {
    #expect(fault(text)?.isTruncated == isTruncated)
  }

  @Test("Line breaks and half pairs within texts are let pass where that is asked for")
  func leniency() throws {
    let text = "[\"a\nb\\uD800\",\n1]"
    #expect(fault(text) != nil)
    let node = try JSONNode(parsing: Array(text.utf8), isLenient: true)
    #expect(brief(node) == "['a\nb\u{FFFD}' 1]")
    guard case .array(let elements) = node.value else { throw Fault() }
    #expect(elements.map(\.line) == [1, 3])
  }

  @Test("A text of more levels than any format has is refused")
  func depth() throws {
    #expect(fault(String(repeating: "[", count: 64) + String(repeating: "]", count: 64)) == nil)
    let deep = try #require(fault(String(repeating: "[", count: 100_000)))
    #expect(deep.expected.en == "at most 64 levels")
  }

  @Test("Numbers that a type cannot hold, and other types, are refused; 2.0 is a whole number")
  func scalars() throws {
    func decode<Value: Decodable>(_ text: String, _ type: Value.Type) throws -> Value {
      try StrictJSON.decode(type, from: Array(text.utf8))
    }
    #expect(try decode("[1, 2.0, 3e2]", [Int].self) == [1, 2, 300])
    #expect(try decode("[1, -0.5]", [Double].self) == [1, -0.5])
    #expect(try decode("[true, null]", [Bool?].self) == [true, nil])
    #expect(try decode("{\"5\": \"a\"}", [String: String].self) == ["5": "a"])
    for text in ["[1.5]", "[\"1\"]", "[1e40]", "[null]", "[true]", "{}"] {
      #expect(throws: DataFileError.self, "\(text)") { try decode(text, [Int].self) }
    }
    #expect(throws: DataFileError.self) { try decode("[1e400]", [Double].self) }
    #expect(throws: DataFileError.self) { try decode("[300]", [UInt8].self) }
  }

  @Test("Any text is read or refused on one of its lines, without a trap")
  func anyText() {
    var random = SeededGenerator(seed: 66)
    let pieces = [
      "{", "}", "[", "]", "\"", "\\", ",", ":", "a", "1", "\n", " ", "\"a\":", "\u{FEFF}",
    ]
    var read = 0
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 0...14, using: &random)).compactMap { _ in
        pieces.randomElement(using: &random)
      }.joined()
      let lines = 1 + text.utf8.count { $0 == 0x0A }
      if let fault = fault(text, isLenient: Bool.random(using: &random)) {
        #expect((1...lines).contains(fault.line))
      } else {
        read += 1
      }
    }
    #expect(read > 20)
  }
}
