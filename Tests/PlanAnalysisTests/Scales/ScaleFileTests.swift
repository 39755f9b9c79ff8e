import MunicipalModel
import PlanAnalysis
import Testing

@Suite("Scales from a file")
struct ScaleFileTests {
  private static func read(_ json: String) throws(ScaleError) -> [JudgementScale] {
    try JudgementScale.scales(json: Array(json.utf8))
  }

  @Test("A name is one text, or one for each language; source may be left out")
  func reads() throws {
    let scales = try Self.read(
      """
      { "scales": [ { "id": "half", "name": "半分", "measure": "progress", "grades": [
        { "id": "over", "label": "半分以上", "from": 50 },
        { "id": "under", "label": { "ja": "半分未満", "en": "under half" }, "below": 50 } ] } ] }
      """)
    let scale = try #require(scales.first)
    #expect(scale.name == LocalizedText("半分"))
    #expect(scale.measure == .progress)
    #expect(scale.source == LocalizedText(""))
    #expect(scale.grades.map(\.label.en) == ["半分以上", "under half"])
    #expect(scale.grade(of: 50)?.id == "over")
  }

  @Test("A scale is found by its id, or the error names those there are")
  func find() throws {
    let scales = try JudgementScale.builtIn()
    #expect(try JudgementScale.find("eurostat", in: scales).id == "eurostat")
    let error = try #require(throws: ScaleError.self) {
      try JudgementScale.find("euro", in: scales)
    }
    #expect(error.code == .unknownScale && error.scale == "euro")
    #expect(error.message.en.contains("pro-rata, iwamizawa, four-grade, eurostat"))
  }

  /// 半 is 94 BC in CP932; 94 begins no character of UTF-8.
  @Test("A file in CP932 is refused by its line, not read with other characters")
  func notUTF8() throws {
    let bytes: [UInt8] =
      Array("{ \"scales\": [\n{ \"id\": \"half\", \"name\": \"".utf8) + [0x94, 0xBC]
      + Array("\", \"measure\": \"progress\", \"grades\": [] } ] }".utf8)
    let error = try #require(throws: ScaleError.self) { try JudgementScale.scales(json: bytes) }
    #expect(error.code == .unreadable)
    #expect(error.detail.en == "2: the file is not text in UTF-8; found 0x94", "\(error.detail)")
    #expect(error.detail.ja.contains("UTF-8の文字データではありません"))
  }

  @Test(
    "A file that is no list of scales is a typed error that says where",
    arguments: [
      ("", .unreadable, "JSON"), ("{", .unreadable, "JSON"), ("[1]", .unreadable, "object"),
      ("null", .unreadable, ""), ("{}", .unreadable, "1: a member is missing; expected scales"),
      (#"{"scales":3}"#, .unreadable, "scales: the value is not allowed; expected a list"),
      (#"{"scales":[]}"#, .noScales, "no scale"),
      (#"{"scales":[{"id":"x"}]}"#, .unreadable, "scales[0]: a member is missing; expected name"),
      (
        #"{"scales":[{"id":"x","name":{"ja":"x"},"measure":"pace","grades":[]}]}"#, .unreadable,
        "scales[0].name: a member is missing; expected en"
      ),
      (
        #"{"scales":[{"id":"x","name":"x","measure":"speed","grades":[]}]}"#, .unknownMeasure,
        "achievement, progress, pace, compound_growth"
      ),
      (#"{"scales":[{"id":"x","name":"x","measure":"pace","grades":[]}]}"#, .noGrades, "scale x"),
      (
        #"{"scales":[{"id":"x","name":"x","measure":"pace","grades":[{"id":"a","label":"a","from":"1"}]}]}"#,
        .unreadable, "scales[0].grades[0].from: the value is not allowed; expected a number"
      ),
      // A misspelt boundary is no boundary: the grade then overlaps with the other.
      (
        #"""
        {"scales":[{"id":"x","name":"x","measure":"pace","grades":[
          {"id":"a","label":"a","form":1},{"id":"b","label":"b","below":1}]}]}
        """#, .overlap, "scale x, grade a"
      ),
      (
        #"""
        {"scales":[{"id":"x","name":"x","measure":"pace","grades":[{"id":"a","label":"a"}]},
                   {"id":"x","name":"x","measure":"pace","grades":[{"id":"a","label":"a"}]}]}
        """#, .repeatedScale, "two scales"
      ),
    ] as [(String, ScaleError.Code, String)])
  func errors(json: String, code: ScaleError.Code, words: String) throws {
    let error = try #require(throws: ScaleError.self) { try Self.read(json) }
    #expect(error.code == code)
    #expect(words.isEmpty || error.message.en.contains(words), "\(error.message.en)")
    #expect(!error.message.ja.isEmpty)
  }

  @Test("Bytes that are no text are refused")
  func notText() {
    #expect(throws: ScaleError.self) {
      try JudgementScale.scales(json: [0xFF, 0xFE, 0x00, 0x7B, 0x80])
    }
  }
}
