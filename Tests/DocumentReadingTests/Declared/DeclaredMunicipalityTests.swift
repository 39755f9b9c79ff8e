import DocumentReading
import MunicipalModel
import Testing

@Suite("A municipality by data alone")
struct DeclaredMunicipalityTests {
  private func files(_ others: [(String, String)], _ members: String) -> [BuiltInFile] {
    ([("municipality.json", DeclaredSample.description(members))] + others)
      .map { BuiltInFile(name: $0.0, text: $0.1) }
  }

  @Test(
    "A file that is named and not there is an error",
    arguments: [
      [("a.json", "{}")], [("sample.txt", "町")], [("a.json", "{}"), ("sample.csv", "町")],
    ])
  func missingFile(others: [(String, String)]) throws {
    let error = try #require(throws: DataFileError.self) {
      try DeclaredMunicipality(files: files(others, #""layout": "a.json""#))
    }
    #expect(error.code == .missingFile)
    #expect(error.file == (others.contains { $0.0 == "sample.txt" } ? "a.json" : "sample.txt"))
    #expect(
      throws: DataFileError.self, performing: { try DeclaredMunicipality(files: []) })
  }

  @Test(
    "A layout that is none is an error with its file",
    arguments: [
      ("見出し", "broken-json"), ("[]", "bad-value"), (#"{ "heading": [] }"#, "unknown-member"),
      (#"{ "headings": [ { "level": "goal", "pattern": "{title}" } ] }"#, "bad-value"),
      (#"{ "headings": [ { "pattern": "目標{number}" } ] }"#, "missing-member"),
      (
        #"{ "headings": [ { "level": "goal", "pattern": "目標", "effect": "hides" } ] }"#, "bad-value"
      ),
      (#"{ "columns": [ { "heading": "値", "means": "value" } ] }"#, "bad-value"),
      (#"{ "columns": [ { "begins": " ", "means": "target" } ] }"#, "bad-value"),
      (#"{ "columns": [ { "heading": "値", "begins": "値", "means": "target" } ] }"#, "bad-value"),
      (#"{ "columns": [ { "period": false, "means": "target" } ] }"#, "bad-value"),
      (#"{ "heading_lines": 4 }"#, "bad-value"),
      (#"{ "periods": { "goal": "令和6年度" } }"#, "unknown-member"),
      (#"{ "periods": { "target": "来年" } }"#, "bad-value"),
      (#"{ "accumulations": { "target": "all" } }"#, "bad-value"),
      (#"{ "level_of_tables": "goal" }"#, "unknown-reference"),
      (#"{ "population": [ { "heading": "年", "years": "up" } ] }"#, "bad-value"),
      (
        #"{ "population": [ { "heading": "年", "years": "down", "items": [ {} ] } ] }"#,
        "missing-member"
      ),
    ])
  func brokenLayout(text: String, code: String) throws {
    let error = try #require(throws: DataFileError.self) {
      try DeclaredMunicipality(
        files: files([("a.json", text), ("sample.txt", "町")], #""layout": "a.json""#))
    }
    #expect(error.file == "a.json")
    #expect(error.code.rawValue == code)
  }

  @Test("A text that stands beside a CSV of the same name is not read in its place")
  func textBesideCSV() throws {
    let municipality = try DeclaredMunicipality(
      files: files(
        [("sample.csv", "indicator,role,printed\n甲,target,1"), ("sample.txt", "町の戦略")],
        #""content": "indicators""#))
    #expect(try municipality.record().documents[0].plans[0].indicators.count == 1)
    #expect(!municipality.builtInFiles.contains { $0.name == "sample.txt" })
  }

  @Test("A text of another kind is refused; its words may be written in any width")
  func words() throws {
    func record(_ words: String) throws -> MunicipalityRecord {
      try DeclaredMunicipality(
        files: files(
          [("a.json", "{}"), ("sample.txt", "浦河町 総合戦略(案)")],
          #""layout": "a.json", "words": [["\#(words)"]]"#)
      ).record()
    }
    #expect(try record("総合戦略（案）").documents.count == 1)
    #expect(throws: DocumentError.self) { try record("人口ビジョン") }
  }

  @Test("The description's definition of the population holds for a text too")
  func populationDefinition() throws {
    let layout = """
      { "population": [ { "heading": "年次", "years": "down", "items": [
        { "heading": "出生", "item": "births" } ] } ] }
      """
    let record = try DeclaredMunicipality(
      files: files(
        [("a.json", layout), ("sample.txt", "年次\t出生\n2019年\t81")],
        """
        "layout": "a.json", "population_definition": { "stock_date": "12-31", "source": "住民基本台帳" }
        """)
    ).record()
    #expect(record.documents[0].populationFigures.compactMap(\.reading.value) == [ExactDecimal(81)])
    #expect(record.documents[0].populationDefinition?.stockDate == "12-31")
  }

  @Test("The rules of a layout that stand nowhere in the document are named")
  func unusedRules() throws {
    let layout = """
      {
        "headings": [ { "level": "goal", "pattern": "目標{number} {title}" },
          { "level": "measure", "pattern": "施策{number} {title}" } ],
        "columns": [ { "heading": "（現状）", "means": "baseline" }, { "begins": "めざす", "means": "target" },
          { "heading": "備考", "means": "ignored" } ],
        "population": [ { "heading": "年次", "years": "down", "items": [] } ]
      }
      """
    let municipality = try DeclaredMunicipality(
      files: files(
        [("a.json", layout), ("sample.txt", "目標1 題\n指標\t値(現状)\t目標")], #""layout": "a.json""#))
    let text = try #require(municipality.builtInLibrary().documents["sample"])
    #expect(
      municipality.unusedRules(of: municipality.description.documents[0], in: text)
        == ["施策{number} {title}", "めざす", "年次"])
  }

  @Test("A heading in cells of their own is there, and one that the file does not mark is not")
  func unusedHeadings() throws {
    let layout = """
      {
        "headings": [ { "level": "goal", "pattern": "基本目標{number} {title}" },
          { "level": "measure", "heading_level": 2 } ]
      }
      """
    let municipality = try DeclaredMunicipality(
      files: files(
        [("a.json", layout), ("sample.txt", "基本目標\tⅢ\t題\n\n指標\t現状値\t目標値\n件数\t1\t2")],
        #""layout": "a.json""#))
    let text = try #require(municipality.builtInLibrary().documents["sample"])
    let document = municipality.description.documents[0]
    #expect(municipality.unusedRules(of: document, in: text) == ["heading_level"])
  }
}
