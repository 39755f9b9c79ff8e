import DocumentReading
import MunicipalModel
import Testing

@Suite("The description of a municipality")
struct MunicipalityDescriptionTests {
  private func error(_ json: String) -> String? {
    do throws(DataFileError) {
      _ = try MunicipalityDescription(BuiltInFile(name: "municipality.json", text: json))
      return nil
    } catch {
      return "\(error.line.map(String.init) ?? "-") \(error.path) \(error.code.rawValue)"
    }
  }

  @Test("The members, and what stands where one is left out")
  func members() throws {
    let description = try MunicipalityDescription(
      BuiltInFile(
        name: "municipality.json",
        text: DeclaredSample.description(
          """
          "layout": "a.json", "words": [["浦河町", "うらかわ"]], "excerpt": true,
          "plan": { "title": "戦略", "term": "平成27年度～令和元年度", "edition": "superseded" }
          """)))
    #expect(description.municipality.code.sixDigits == "016071")
    let document = try #require(description.documents.first)
    #expect(document.content == .text && document.isExcerpt)
    #expect(document.fileName == "sample.txt" && document.layout == "a.json")
    #expect(document.planTitle == "戦略" && document.edition == .superseded)
    #expect(document.term?.code == "FY2015/FY2019")
    #expect(description.fileNames == ["sample.txt", "a.json"])
    let short = try MunicipalityDescription(
      BuiltInFile(
        name: "municipality.json",
        text: DeclaredSample.description(#""content": "population""#)))
    #expect(short.documents[0].planTitle == nil && short.documents[0].term == nil)
    #expect(short.documents[0].words == [] && short.documents[0].edition == .current)
  }

  private static let good = #""layout": "a.json""#

  @Test(
    "An error names the line and the member",
    arguments: [
      ("016071", "016072", "2 code bad-value"), ("\"016071\"", "16071", "2 code bad-value"),
      ("\"code\": \"016071\",", "", "1  missing-member"),
      ("\"code\"", "\"kode\"", "1  unknown-member"),
      ("\"en\": \"Urakawa\"", "\"fr\": \"Urakawa\"", "3 name unknown-member"),
      ("\"Urakawa\"", "\" \"", "3 name.en bad-value"),
      ("\"sample\", ", "\"../sample\", ", "5 documents[0].id bad-value"),
      ("\"sample\", ", "\"a/b\", ", "5 documents[0].id bad-value"),
      ("\"sample\", ", "\"\", ", "5 documents[0].id bad-value"),
      ("\"sample\", ", "\"見本\", ", "5 documents[0].id bad-value"),
      ("\"layout\"", "\"content\": \"population\", \"layout\"", "5 documents[0].layout bad-value"),
      ("\"layout\"", "\"content\": \"pdf\", \"layout\"", "5 documents[0].content bad-value"),
      ("\"layout\"", "\"words\": [[]], \"layout\"", "5 documents[0].words bad-value"),
      ("\"layout\"", "\"words\": [[\"\"]], \"layout\"", "5 documents[0].words bad-value"),
      ("\"layout\"", "\"words\": [\"町\"], \"layout\"", "5 documents[0].words[0] bad-value"),
      ("\"layout\"", "\"excerpt\": \"yes\", \"layout\"", "5 documents[0].excerpt bad-value"),
      (
        "\"layout\"", "\"plan\": { \"term\": \"5年\" }, \"layout\"",
        "5 documents[0].plan.term bad-value"
      ),
      (
        "\"layout\"", "\"plan\": { \"start\": 1 }, \"layout\"", "5 documents[0].plan unknown-member"
      ),
      (
        "\"layout\"", "\"plan\": { \"edition\": \"old\" }, \"layout\"",
        "5 documents[0].plan.edition bad-value"
      ),
      (
        "\"layout\"", "\"population_definition\": { \"source\": \"台帳\" }, \"layout\"",
        "5 documents[0].population_definition missing-member"
      ),
    ])
  func errors(part: String, replacement: String, expected: String) {
    let good = DeclaredSample.description(Self.good)
    #expect(error(good) == nil)
    #expect(error(good.replacing(part, with: replacement)) == expected)
  }

  @Test(
    "What is no JSON object is an error",
    arguments: ["", "[]", "{", "null", "{ \"code\": }", "\u{0}", "Shift_JIS"])
  func noObject(text: String) { #expect(error(text) != nil) }

  @Test("Broken JSON is told with its line")
  func brokenLine() {
    let text = DeclaredSample.description("\"layout\" \"a.json\"")
    #expect(error(text) == "5  broken-json")
  }

  @Test("Two documents of one name, and no document at all")
  func documents() {
    let title = #""title": { "ja": "見本", "en": "sample" }, "layout": "a""#
    let start = #"{ "code": "016071", "name": { "ja": "浦河町", "en": "Urakawa" }, "documents": ["#
    #expect(
      error("\(start)\n{ \"id\": \"a\", \(title) },\n{ \"id\": \"a\", \(title) } ] }")
        == "1 documents duplicate-id")
    #expect(error("\(start) ] }") == "1 documents bad-value")
  }

  @Test("A byte order mark changes neither what is read nor the lines of errors")
  func byteOrderMark() {
    let text = DeclaredSample.description(Self.good)
    #expect(error("\u{FEFF}" + text) == nil)
    #expect(error("\u{FEFF}" + text.replacing("016071", with: "016072")) == "2 code bad-value")
  }

  @Test("A hundred thousand brackets are refused without a trap")
  func deep() {
    #expect(error(String(repeating: "[", count: 100_000)) != nil)
    #expect(error("{ \"code\": " + String(repeating: "{\"a\":", count: 100_000)) != nil)
  }
}
