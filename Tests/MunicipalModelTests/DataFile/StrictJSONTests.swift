import TestSupport
import Testing

@testable import MunicipalModel

@Suite("Data files in JSON")
struct StrictJSONTests {
  private struct Entry: Decodable {
    enum Key: String, CodingKey, CaseIterable { case name, count, nested, list }
    let name: String

    init(from decoder: any Decoder) throws {
      let members = try decoder.members(Key.self)
      name = try members.word(.name)
      _ = try members.decodeIfPresent(Int.self, forKey: .count)
      let _: [Entry] = try members.list(.list)
      _ = try members.decodeIfPresent(Entry.self, forKey: .nested)
    }
  }

  private func error(_ text: String) -> DataFileError? {
    do throws(DataFileError) {
      _ = try StrictJSON.decode(Entry.self, from: BuiltInFile(name: "entry.json", text: text))
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "Every fault names its line and place",
    arguments: [
      (
        "{\n\"name\": \"a\",\n\"count\": \"b\"\n}",
        "entry.json:3:count: bad-value; expected a whole number"
      ),
      (
        "{\n\"name\": \" \" }",
        "entry.json:2:name: bad-value; expected a text that is not blank; found \" \""
      ),
      (
        "{ \"name\": \"a\", \"list\": [\n {\"name\": \"b\"},\n {} ] }",
        "entry.json:3:list[1]: missing-member; expected name"
      ),
      (
        "{ \"name\": \"a\",\n \"nested\": { \"name\": \"b\", \"size\": 1 } }",
        "entry.json:2:nested: unknown-member; expected name, count, nested, list; found size"
      ),
      (
        "{ \"name\": \"\\\"},{\\\\\", \"list\": [ 1, [2, {\"a\": \"]\"}],\n null] }",
        "entry.json:1:list[0]: bad-value; expected an object {…}"
      ),
    ])
  func places(text: String, expected: String) { #expect(error(text)?.description == expected) }

  @Test(
    "A member that stands twice in one object is an error with its second line",
    arguments: [
      ("{ \"name\": \"a\",\n \"name\": \"b\" }", 2, "name"),
      (
        "{ \"name\": \"a\", \"list\": [ { \"name\": \"b\" },\n { \"name\": \"c\", \"count\": 1,\n"
          + "\"count\": 1 } ] }", 3, "count"
      ),
      (
        "{ \"nested\": { \"name\": \"},{\\\"\" }, \"name\": \"a\",\n \"nested\": { \"name\": \"c\" } }",
        2, "nested"
      ),
    ])
  func repeated(text: String, line: Int, name: String) {
    #expect(error(text)?.description == "entry.json:\(line): repeated-member; found \(name)")
  }

  @Test("The same member in several objects, or as a value, is none")
  func notRepeated() {
    #expect(
      error("{ \"name\": \"name\", \"list\": [ { \"name\": \"name\" }, { \"name\": \"a\" } ] }")
        == nil)
  }

  @Test("The reader's own words for each fault are there in both languages")
  func messages() throws {
    let fault = try #require(error("{\n\"name\": 1 }"))
    #expect(fault.message.ja == "entry.json:2: name: 値が正しくありません。必要なもの: 文字列 \"…\"")
    #expect(
      fault.message.en == "entry.json:2: name: the value is not allowed; expected a text \"…\"")
    let codes: [DataFileError.Code] = [
      .missingFile, .brokenJSON, .missingMember, .unknownMember, .badValue, .duplicateID,
      .unknownReference, .missingFolder, .notAFolder,
    ]
    for code in codes { #expect(code.label.en != code.rawValue) }
  }

  @Test("Text that is no JSON is told, with the line where there is one")
  func broken() {
    #expect(error("{ \"name\": \"a\",\n\n ]")?.line == 3)
    #expect(error("")?.code == .brokenJSON)
    #expect(error("{ \"name\": \"a\" } }")?.code == .brokenJSON)
    #expect(error("{ \"name\": \"\\")?.code == .brokenJSON)
    #expect(error(String(repeating: "[", count: 100_000))?.code == .brokenJSON)
  }

  @Test(
    "What stands where a text stops being JSON, and what has to, in both languages",
    arguments: [
      ("{ \"name\": }", "a value; found }", "値。実際: }"),
      ("{ \"name\"", ": before the end of the file", "ファイルの終わりの前に:"),
      ("{ \"name\": \"a\"", ", or } before the end of the file", "ファイルの終わりの前に, か }"),
      (
        "{ \"name\": \"a\" \"list\": [] }", ", or }; found \"list\": [] }",
        ", か }。実際: \"list\": [] }"
      ),
      ("{ name: \"a\" }", "a member's name \"…\" or }; found name: \"a\" }", "項目の名前"),
      ("{ \"name\": \"\\x\" }", "a text that ends on its line and uses \\ rightly", "正しい文字列"),
      ("{ \"name\": \"a\" } x", "the end of the file; found x", "終わり。実際: x"),
      ("", "a value before the end of the file", "ファイルの終わりの前に値"),
    ])
  func words(text: String, en: String, ja: String) throws {
    let fault = try #require(error(text))
    #expect(fault.code == .brokenJSON)
    #expect(
      fault.message.en.contains("not readable as JSON; expected \(en)"), "\(fault.message.en)")
    #expect(fault.message.ja.contains(ja), "\(fault.message.ja)")
  }

  @Test(
    "The line where a text stops being JSON",
    arguments: [
      ("{\n\"a\" 1 }", 2), ("{\"a\": 1,\n}", 2), ("[1,\n2\n3]", 3), ("{\"a\": \"b\n\"}", 1),
      ("{}\n{}", 2), ("", 1), ("[\n", 2), ("[1}", 1), ("{\"a\": yes}", 1), ("\n// note\n{}", 2),
      ("{a: 1}", 1), ("[\"\\", 1),
    ])
  func faults(text: String, line: Int) { #expect(JSONFault.first(in: text)?.line == line) }

  @Test(
    "JSON has no fault",
    arguments: [
      "{}", "[]", " [1, -2.5e3, true, false, null, \"a\\\"b\"] ",
      "{\"a\": {\"b\": [[], {}]}, \"c\": 1}",
      "\u{FEFF}{}", "1",
    ])
  func noFault(text: String) { #expect(JSONFault.first(in: text)?.line == nil) }

  @Test("Lines are found or not found, on any text, without a trap")
  func anyText() {
    var random = SeededGenerator(seed: 66)
    let pieces = [
      "{", "}", "[", "]", "\"", "\\", ",", ":", "a", "1", "\n", " ", "\"a\":", "\u{FEFF}",
    ]
    var found = 0
    for _ in 0..<TestSize.of(5_000) {
      let text = (0..<Int.random(in: 0...14, using: &random)).compactMap { _ in
        pieces.randomElement(using: &random)
      }.joined()
      let path: [any CodingKey] = [Key(stringValue: "a"), Key(intValue: 1), Key(stringValue: "a")]
      let lines = 1 + text.utf8.count { $0 == 0x0A }
      if let line = JSONLines.line(of: path, in: text) {
        found += 1
        #expect(JSONFault.first(in: text).map { (1...lines).contains($0.line) } ?? true)
        #expect((1...lines).contains(line))
      }
    }
    #expect(found > 100)
  }

  private struct Key: CodingKey {
    let stringValue: String
    let intValue: Int?
    init(stringValue: String) {
      self.stringValue = stringValue
      intValue = nil
    }
    init(intValue: Int) {
      stringValue = "\(intValue)"
      self.intValue = intValue
    }
  }
}
