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
      ("{\n\"name\": \"a\",\n\"count\": \"b\"\n}", "entry.json:3:count: bad-value; expected Int"),
      ("{\n\"name\": \" \" }", "entry.json:2:name: bad-value; expected a text; found a blank text"),
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
        "entry.json:1:list[0]: bad-value; expected Dictionary<String, Any>"
      ),
    ])
  func places(text: String, expected: String) { #expect(error(text)?.description == expected) }

  @Test("The reader's own words for each fault are there in both languages")
  func messages() throws {
    let fault = try #require(error("{\n\"name\": 1 }"))
    #expect(fault.message.ja == "entry.json:2: name: 値が正しくありません。必要なもの: String")
    #expect(fault.message.en == "entry.json:2: name: the value is not allowed; expected String")
    let codes: [DataFileError.Code] = [
      .missingFile, .brokenJSON, .missingMember, .unknownMember, .badValue, .duplicateID,
      .unknownReference,
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
    "The line where a text stops being JSON",
    arguments: [
      ("{\n\"a\" 1 }", 2), ("{\"a\": 1,\n}", 2), ("[1,\n2\n3]", 3), ("{\"a\": \"b\n\"}", 1),
      ("{}\n{}", 2), ("", 1), ("[\n", 2), ("[1}", 1), ("{\"a\": yes}", 1), ("\n// note\n{}", 2),
      ("{a: 1}", 1), ("[\"\\", 1),
    ])
  func faults(text: String, line: Int) { #expect(JSONFault.line(in: text) == line) }

  @Test(
    "JSON has no fault",
    arguments: [
      "{}", "[]", " [1, -2.5e3, true, false, null, \"a\\\"b\"] ",
      "{\"a\": {\"b\": [[], {}]}, \"c\": 1}",
      "\u{FEFF}{}", "1",
    ])
  func noFault(text: String) { #expect(JSONFault.line(in: text) == nil) }

  @Test("Lines are found or not found, on any text, without a trap")
  func anyText() {
    var random = SeededGenerator(seed: 66)
    let pieces = [
      "{", "}", "[", "]", "\"", "\\", ",", ":", "a", "1", "\n", " ", "\"a\":", "\u{FEFF}",
    ]
    var found = 0
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 0...14, using: &random)).compactMap { _ in
        pieces.randomElement(using: &random)
      }.joined()
      let path: [any CodingKey] = [Key(stringValue: "a"), Key(intValue: 1), Key(stringValue: "a")]
      let lines = 1 + text.utf8.count { $0 == 0x0A }
      if let line = JSONLines.line(of: path, in: text) {
        found += 1
        #expect(JSONFault.line(in: text).map { (1...lines).contains($0) } ?? true)
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
