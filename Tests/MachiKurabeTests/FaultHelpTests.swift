import Foundation
import MachiKurabe
import TestSupport
import Testing

@Suite("Help for likely faults of a folder")
struct FaultHelpTests {
  private func findings(
    _ changes: [String: String?], bytes: [String: Data] = [:]
  ) throws -> [MunicipalityCheck.Finding] {
    var result: [MunicipalityCheck.Finding] = []
    try TemporaryFolder.use { folder in
      try SampleTown.write(folder, changes, bytes: bytes)
      result = MunicipalityCheck(path: folder.path).findings
    }
    return result
  }

  /// The words of a plan in Shift_JIS and in UTF-16.
  @Test("Texts in other encodings are read", arguments: [String.Encoding.shiftJIS, .utf16])
  func encodings(encoding: String.Encoding) throws {
    let text = try #require(SampleTown.files["plan.txt"]?.data(using: encoding))
    #expect(try findings([:], bytes: ["plan.txt": text]) == findings([:]))
  }

  @Test("A picture is named, with what to do")
  func picture() throws {
    let finding = try #require(
      findings([:], bytes: ["plan.txt": Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A])]).first)
    #expect(finding.code == "unread-form" && finding.file == "plan.txt")
    for language in Language.allCases { #expect(finding.message[language].contains(".xlsx")) }
  }

  @Test("A table with a renamed column is told with its heading and the member that helps")
  func column() throws {
    let finding = try #require(
      findings(["plan.txt": "浦河町\n目標1 しごと\n指標\t基準値\t令和2年度\tゴール\n転入者数\t7人\t8人\t9人\n"])
        .first { $0.code == "unread-table" })
    for word in ["ゴール", "target", "columns"] {
      #expect(finding.message.ja.contains(word) && finding.message.en.contains(word))
    }
    let table = try #require(
      findings(["plan.txt": "浦河町\n目標1 しごと\nものさし\tいま\tこれから\n転入者数\t715人\t950人\n"])
        .first { $0.code == "unread-table" })
    #expect(table.message.ja.contains("ものさし | いま | これから"))
  }

  @Test("A column of a population table that is no year is told with the member that helps")
  func populationColumn() throws {
    let finding = try #require(
      findings([
        "plan.layout.json": """
        { "headings": [ { "level": "goal", "pattern": "目標{number} {title}" } ],
          "population": [ { "heading": "区分", "years": "across", "items": [
            { "heading": "出生", "item": "births" } ] } ] }
        """,
        "plan.txt": "浦河町\n目標1 しごと\n指標\t基準値\t目標値\n転入者数\t7人\t9人\n\n区分\t2019年\t備考\n出生\t81\t9\n",
      ]).first { $0.code == "unknown-column" })
    #expect(finding.line == 6 && finding.cell == 3)
    #expect(finding.message.ja.contains("population の items"))
    #expect(finding.message.en.contains("items of population of plan.layout.json"))
    #expect(!finding.message.en.contains("columns of plan.layout.json"))
  }

  /// The plan's term ends in fiscal 2019 (令和元年度); figures of 2020 may have been counted, those of
  /// 2030 hardly; those of 2040 are taken for projected.
  @Test("Figures read as observed well after the plan's term are told with the member that helps")
  func afterPlan() throws {
    let layout = """
      { "headings": [ { "level": "goal", "pattern": "目標{number} {title}" } ],
        "population": [ { "heading": "区分", "years": "across", "MORE" "items": [
          { "heading": "出生", "item": "births" } ] } ] }
      """
    func found(_ more: String, years: String) throws -> [MunicipalityCheck.Finding] {
      try findings([
        "plan.layout.json": layout.replacing("\"MORE\"", with: more),
        "plan.txt": "浦河町\n目標1 しごと\n指標\t基準値\t目標値\n転入者数\t7人\t9人\n\n区分\t\(years)\n出生\t81\t70\n",
      ]).filter { $0.code == "observed-after-plan" }
    }
    let finding = try #require(try found("", years: "2019年\t2030年").first)
    #expect(finding.severity == .warning && finding.line == 7 && finding.cell == 3)
    #expect(finding.message.en.contains("2030") && finding.message.en.contains("projected_from"))
    #expect(try found("", years: "2019年\t2020年") == [])
    #expect(try found("", years: "2019年\t2040年") == [])
    #expect(try found("\"projected_from\": \"2030年\",", years: "2019年\t2030年") == [])
  }

  @Test("Spaces for tabs, and words that the document does not have")
  func text() throws {
    let spaces = try #require(
      findings(["plan.txt": "浦河町\n目標1 しごと\n指標 基準値 目標値\n転入者数 715人 950人\n"])
        .first { $0.code == "no-indicators" })
    #expect(spaces.message.ja.contains("タブ") && spaces.message.en.contains("tabs"))
    #expect(spaces.file == "municipality.json" && spaces.line == 5)
    let words = SampleTown.description.replacing("[[\"浦河町\"]]", with: "[[\"函館市\"]]")
    let wrong = try #require(
      findings(["municipality.json": words]).first { $0.code == "wrong-kind" })
    #expect(wrong.message.en.contains("words in municipality.json"))
  }

  @Test("A misspelt level, a rule without a place and an item have a line")
  func layout() throws {
    let found = try findings([
      "plan.layout.json": """
      { "headings": [
        { "level": "goal", "pattern": "目標{number} {title}" },
        { "level": "measur", "pattern": "施策{number} {title}" } ],
        "population": [ { "heading": "年次", "years": "down", "items": [
          { "heading": "出生", "item": "brith" } ] } ] }
      """
    ])
    func line(_ code: String) -> Int? { found.first { $0.code == code }?.line }
    #expect(line("unused-rule") == 3 && line("unknown-item") == 5)
    let level = try #require(found.first { $0.code == "unknown-level" })
    #expect(level.severity == .info && level.line == 3)
    #expect(level.message.en.hasSuffix("near is measure"))
  }

  @Test("A prefecture is no municipality")
  func ranges() throws {
    let code = SampleTown.description.replacing("016071", with: "010006")
    #expect(
      try findings(["municipality.json": code]).map { "\($0.code) \($0.line ?? 0)" }
        == ["bad-value 2"])
  }

  @Test("What is wrong with concepts.json stands under its own name")
  func concepts() throws {
    #expect(
      try findings(["concepts.json": "{ \"indicators\": [] }"]).map(\.file) == ["concepts.json"])
  }

  @Test("A printed text that the message has is not said twice")
  func printedOnce() throws {
    let finding = try #require(
      findings(["plan.txt": "浦河町\n目標1 しごと\n指標\t基準値\t目標値\t計\n転入者数\t7人\t9人\t16人\n"])
        .first { $0.code == "unknown-column" })
    for language in Language.allCases {
      #expect(finding.message[language].components(separatedBy: "計").count == 2)
    }
  }
}
