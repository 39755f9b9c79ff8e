import Foundation
import MachiKurabe
import TestSupport
import Testing

@Suite("A folder's code, names and concepts")
struct IdentityCheckTests {
  private func findings(_ changes: [String: String?]) throws -> [MunicipalityCheck.Finding] {
    var result: [MunicipalityCheck.Finding] = []
    try TemporaryFolder.use { folder in
      try SampleTown.write(folder, changes)
      result = MunicipalityCheck(path: folder.path).findings
    }
    return result
  }

  private func codes(_ changes: [String: String?]) throws -> [String] {
    try findings(changes).map { finding in
      "\(finding.severity.rawValue) \(finding.code) \(finding.file):\(finding.line ?? 0)"
    }
  }

  @Test(
    "The code must fit the name",
    arguments: [
      ("016071", "浦河町", []), ("012131", "苫小牧市", ["info replaces-built-in"]),
      ("012131", "千歳市", ["warning replaces-built-in"]),
      ("131016", "千歳市", ["warning code-does-not-fit"]),
      ("012246", "浦河町", ["warning code-does-not-fit"]),
      ("012246", "東京都千歳市", ["warning code-does-not-fit"]), ("012246", "北海道千歳市", []),
      ("016071", "森町", ["warning code-does-not-fit"]), ("016071", "架空町", []),
      ("01607", "浦河町", ["info no-check-digit"]), ("131016", "千代田区", []),
    ])
  func code(code: String, name: String, expected: [String]) throws {
    let changed = SampleTown.description.replacing("016071", with: code)
      .replacing("\"ja\": \"浦河町\"", with: "\"ja\": \"\(name)\"")
    #expect(
      try codes(["municipality.json": changed]) == expected.map { "\($0) municipality.json:2" })
  }

  @Test("A member that stands twice is an error")
  func doubledMember() throws {
    let changed = SampleTown.description.replacing(
      "\"016071\",", with: "\"016071\",\n \"code\": \"012131\",")
    let found = try findings(["municipality.json": changed])
    #expect(found.map(\.code) == ["repeated-member"] && found.map(\.line) == [3])
    #expect(found.first?.message.ja == "同じ項目が二つあります。実際: code")
  }

  @Test("A document is not named as one of a built-in city")
  func builtInName() throws {
    let changed = SampleTown.description.replacing("\"plan\",", with: "\"iwamizawa-progress\",")
    #expect(
      try codes([
        "municipality.json": changed, "plan.txt": nil,
        "iwamizawa-progress.txt": SampleTown.files["plan.txt"],
      ]) == ["warning built-in-document-id municipality.json:5"])
  }

  /// The sample has goal 1 しごと and the indicator 転入者数, and the births of 2019, but no social change.
  @Test("Each entry of concepts.json that fits nothing is told by its line")
  func concepts() throws {
    let reason = "\"reason\": { \"ja\": \"理由\", \"en\": \"why\" }"
    let notes = """
      { "municipality": "016071",
        "indicators": [
          { "concept": "in_migration", "indicator": "転入者数" },
          { "concept": "tourist_arrivals", "indicator": "観光客数" },
          { "concept": "net_migration", "population_table": true } ],
        "not_paired": [
          { "indicator": "無い指標", \(reason) } ],
        "themes": [
          { "level": "goal", "number": "1", "themes": ["work"], \(reason) },
          { "level": "goal", "number": "9", "themes": ["work"], \(reason) },
          { "level": "gaol", "number": "1", "themes": ["work"], \(reason) },
          { "level": "goal", "number": "1", "documents": ["plam"], "themes": ["work"], \(reason) } ],
        "sdgs": [
          { "level": "goal", "title": "しごと", "goals": [8], \(reason) },
          { "level": "goal", "title": "くらし", "goals": [8], \(reason) } ] }
      """
    let found = try findings(["concepts.json": notes])
    #expect(
      found.map { "\($0.severity.rawValue) \($0.code) \($0.line ?? 0)" } == [
        "warning concept-note-without-match 4", "warning concept-note-without-match 5",
        "warning concept-note-without-match 7", "warning concept-note-without-match 10",
        "warning concept-note-without-match 11", "warning unknown-document 12",
        "warning concept-note-without-match 15",
      ])
    #expect(
      found.first?.message.en
        == "indicators[1]: The documents of Urakawa have no indicator \"観光客数\".")
  }
}
