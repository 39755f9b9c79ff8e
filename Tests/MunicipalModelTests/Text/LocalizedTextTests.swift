import MunicipalModel
import Testing

@Suite struct LocalizedTextTests {
  @Test("A text answers in the language that is asked for")
  func languages() throws {
    let text = LocalizedText(ja: "人口", en: "population")
    #expect(text[.japanese] == "人口" && text[.english] == "population")
    #expect(LocalizedText("46") == LocalizedText(ja: "46", en: "46"))
    #expect(try throughJSON(text) == text)
    #expect(Language(rawValue: "ja") == .japanese)
  }
}
