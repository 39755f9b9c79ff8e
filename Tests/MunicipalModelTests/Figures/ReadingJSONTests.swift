import Foundation
import MunicipalModel
import Testing

@Suite("Readings as JSON")
struct ReadingJSONTests {
  static let shapes: [(Reading, String)] = [
    (.value(Quantity(ExactDecimal(79), unit: "人")), #"{"unit":"人","value":"79"}"#),
    (.value(Quantity(ExactDecimal(3))), #"{"unit":"","value":"3"}"#),
    (
      .value(Quantity(ExactDecimal(2000), unit: "人", bound: .atLeast, isPrintedWithPlus: true)),
      #"{"bound":"at-least","plus":true,"unit":"人","value":"2000"}"#
    ),
    (
      .value(Quantity(ExactDecimal(125), unit: "人", isEstimate: true)),
      #"{"estimate":true,"unit":"人","value":"125"}"#
    ),
    (
      .several([Quantity(ExactDecimal(3), unit: "世帯"), Quantity(ExactDecimal(9), unit: "人")]),
      #"{"values":[{"unit":"世帯","value":"3"},{"unit":"人","value":"9"}]}"#
    ),
    (
      .reference(Quantity(ExactDecimal(79), unit: "歳")),
      #"{"reference":{"unit":"歳","value":"79"}}"#
    ),
    (.label("順調"), #"{"words":"順調"}"#),
    (.missing(.notApplicable), #"{"missing":"not_applicable"}"#),
    (.missing(.shared(with: "移住事業")), #"{"missing":"shared","with":"移住事業"}"#),
  ]

  @Test(arguments: shapes) func `A reading is one object that decodes back`(
    reading: Reading, json: String
  ) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(String(decoding: try encoder.encode(reading), as: UTF8.self) == json)
    #expect(try decoded(Reading.self, from: json) == reading)
  }

  @Test func `A number without a unit may leave it out`() throws {
    #expect(
      try decoded(Reading.self, from: #"{"value": "3"}"#) == .value(Quantity(ExactDecimal(3))))
  }

  static let faults: [(String, [String])] = [
    (#"{}"#, ["Index 0"]),
    (#"{"unit": "人"}"#, ["Index 0"]),
    (#"{"value": "3", "words": "順調"}"#, ["Index 0"]),
    (#"{"value": "3", "missing": "blank"}"#, ["Index 0"]),
    (#"{"value": 3}"#, ["Index 0", "value"]),
    (#"{"value": "1,498"}"#, ["Index 0", "value"]),
    (#"{"value": "3", "bound": "at_least"}"#, ["Index 0", "bound"]),
    (#"{"values": {"value": "3"}}"#, ["Index 0", "values"]),
    (#"{"values": [{"value": "3"}, {"value": "x"}]}"#, ["Index 0", "values", "Index 1", "value"]),
    (#"{"reference": "3"}"#, ["Index 0", "reference"]),
    (#"{"words": 3}"#, ["Index 0", "words"]),
    (#"{"missing": "lost"}"#, ["Index 0", "missing"]),
    (#"{"missing": "shared"}"#, ["Index 0", "missing"]),
    (#"{"missing": "blank", "with": "移住事業"}"#, ["Index 0", "with"]),
    (#"{"missing": {"blank": {}}}"#, ["Index 0", "missing"]),
    (#"{"value": {"_0": {"value": "3", "unit": "人"}}}"#, ["Index 0", "value"]),
  ]

  @Test(arguments: faults) func `Another shape is an error at its path`(
    json: String, path: [String]
  ) {
    let error = #expect(throws: DecodingError.self) { try decoded(Reading.self, from: json) }
    #expect(error.flatMap(Self.path) == path)
  }

  static func path(_ error: DecodingError) -> [String]? {
    switch error {
    case .dataCorrupted(let context), .keyNotFound(_, let context),
      .typeMismatch(_, let context), .valueNotFound(_, let context):
      context.codingPath.map(\.stringValue)
    @unknown default: nil
    }
  }
}

@Suite("Areas and tags as JSON")
struct TaggedJSONTests {
  static let areas: [(Area, String)] = [
    (.municipality(name: "苫小牧市"), #"{"kind":"municipality","name":"苫小牧市"}"#),
    (.prefecture(name: "北海道"), #"{"kind":"prefecture","name":"北海道"}"#),
    (.japan, #"{"kind":"japan"}"#),
  ]

  @Test(arguments: areas) func `An area says its kind`(area: Area, json: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(String(decoding: try encoder.encode(area), as: UTF8.self) == json)
    #expect(try throughJSON(area) == area)
  }

  @Test(
    arguments: [
      #"{}"#, #"{"kind": "municipality"}"#, #"{"kind": "island", "name": "沖"}"#,
      #"{"kind": "japan", "name": "日本"}"#, #"{"japan": {}}"#, #"{"municipality": {"name": "沖"}}"#,
    ])
  func `What is no area is an error`(json: String) {
    #expect(throws: DecodingError.self) { try decoded(Area.self, from: json) }
  }

  @Test func `A tag says who gave it, and decodes back`() throws {
    let citation = Citation(document: "d", line: 3, printed: "SDGs 8")
    for basis: SDGTag.Basis in [
      .published(citation), .assigned(rationale: LocalizedText(ja: "雇用", en: "jobs")),
    ] {
      let tag = try #require(SDGTag(goal: 8, basis: basis))
      #expect(try throughJSON(tag) == tag)
    }
    let tag = #"{"goal": 8, "basis": {"assigned": {"ja": "雇用", "en": "jobs"}}}"#
    #expect(try decoded(SDGTag.self, from: tag).goal == 8)
    for wrong in [
      tag.replacing("8", with: "18"), #"{"goal": 8, "basis": {}}"#,
      #"{"goal": 8, "basis": {"assigned": {"rationale": {"ja": "雇用", "en": "jobs"}}}}"#,
    ] {
      #expect(throws: DecodingError.self) { try decoded(SDGTag.self, from: wrong) }
    }
  }
}
