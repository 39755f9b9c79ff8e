import Foundation
import Testing

@testable import TextFormats

struct JSONValueTests {
  @Test(arguments: [
    (JSONValue.null, "null\n"),
    (.number("50.0"), "50.0\n"),
    (.string("市"), "\"市\"\n"),
    (.array([]), "[]\n"),
    (.object([]), "{}\n"),
    (.array([.number("1"), .null]), "[1, null]\n"),
    (.object([("b", .number("1")), ("a", .string("x"))]), "{\"b\": 1, \"a\": \"x\"}\n"),
    (.array([.array([]), .number("1")]), "[\n  [],\n  1\n]\n"),
    (.object([("a", .array([.null]))]), "{\n  \"a\": [null]\n}\n"),
  ])
  func writtenInOrder(value: JSONValue, text: String) {
    #expect(value.text == text)
  }

  @Test(arguments: [
    "\"", "\\", "/", "\n\r\t", "\u{0}\u{1F}\u{10}", "\u{7F}", "\u{2028}", "苫小牧\u{E0100}😀",
    "</script>",
  ])
  func everyTextIsReadBack(text: String) throws {
    let json = JSONValue.object([(text, .array([.string(text)]))]).text
    let decoded = try JSONDecoder().decode([String: [String]].self, from: Data(json.utf8))
    #expect(decoded == [text: [text]])
  }

  @Test func slashesStayAsTheyAre() {
    #expect(JSONValue.string("人/年").text == "\"人/年\"\n")
  }
}
