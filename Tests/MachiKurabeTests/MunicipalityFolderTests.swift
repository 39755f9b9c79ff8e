import Foundation
import MachiKurabe
import TestSupport
import Testing

@Suite("The folder of a municipality")
struct MunicipalityFolderTests {
  private func findings(
    _ changes: [String: String?], bytes: [String: Data] = [:]
  ) throws -> [String] {
    var result: [String] = []
    try TemporaryFolder.use { folder in
      try SampleTown.write(folder, changes, bytes: bytes)
      result = MunicipalityCheck(path: folder.path).findings.map { finding in
        let line = finding.line.map { ":\($0)" } ?? ""
        let cell = finding.cell.map { ":\($0)" } ?? ""
        return "\(finding.severity.rawValue) \(finding.code) \(finding.file)\(line)\(cell)"
      }
    }
    return result
  }

  @Test("A whole folder has no findings, also where the files stand in Documents")
  func good() throws {
    #expect(try findings([:]) == [])
    try TemporaryFolder.use { folder in
      let inner = TemporaryFolder(path: folder.file("Documents"))
      try FileManager.default.createDirectory(
        atPath: inner.path, withIntermediateDirectories: false)
      try SampleTown.write(inner)
      let read = try MunicipalityFolder(path: folder.path)
      #expect(read.path == inner.path && read.unusedFiles == [])
      #expect(try read.municipality.record().documents.count == 2)
    }
  }

  @Test("A missing file, a path in a name, and a folder that is not there")
  func missing() throws {
    #expect(try findings(["municipality.json": nil]) == ["error missing-file municipality.json"])
    #expect(try findings(["plan.txt": nil]) == ["error missing-file plan.txt"])
    #expect(try findings(["plan.layout.json": nil]) == ["error missing-file plan.layout.json"])
    let outside = SampleTown.description.replacing("plan.layout.json", with: "../a.layout.json")
    #expect(try findings(["municipality.json": outside]) == ["error bad-value municipality.json:5"])
    let check = MunicipalityCheck(path: "/no/such/folder")
    #expect(check.findings.map(\.code) == ["missing-folder"] && check.record == nil)
    #expect(check.findings.map(\.file) == ["/no/such/folder"])
  }

  @Test("A file in place of a folder is told in both languages")
  func notAFolder() throws {
    try TemporaryFolder.use { folder in
      try SampleTown.write(folder)
      let finding = try #require(
        MunicipalityCheck(path: folder.file("plan.txt")).findings.first)
      #expect(finding.code == "not-a-folder" && finding.file == folder.file("plan.txt"))
      #expect(
        finding.message.en
          == "this is not a folder; expected a folder with a file municipality.json")
      #expect(finding.message.ja == "フォルダーではありません。必要なもの: municipality.json のあるフォルダー")
    }
  }

  @Test(
    "The day of the stock is a month and a day",
    arguments: ["1231", "12-32", "02-30", "13-01", "1-1", "12-31-", "年末", "-1-01", ""])
  func stockDate(day: String) throws {
    let changed = SampleTown.description.replacing("\"12-31\"", with: "\"\(day)\"")
    #expect(try findings(["municipality.json": changed]) == ["error bad-value municipality.json:8"])
  }

  @Test("A leap day may be the day of the stock")
  func leapDay() throws {
    let changed = SampleTown.description.replacing("\"12-31\"", with: "\"02-29\"")
    #expect(try findings(["municipality.json": changed]) == [])
  }

  /// 1,000 − 20 − 20 is 960.
  private static let people = """
    item,period,printed
    births,2019年,80
    deaths,2019年,100
    in_migrants,2019年,10
    out_migrants,2019年,30
    year_end_population,2018年,1000
    year_end_population,2019年,

    """

  private func findings(stock: Int, more: String = "", definition: String = "") throws -> [String] {
    try findings([
      "people.csv": Self.people.replacing("2019年,\n", with: "2019年,\(stock)\n") + more,
      "municipality.json": SampleTown.description.replacing(
        "\"12-31\",", with: "\"12-31\", \(definition)"),
    ])
  }

  @Test("Stocks and changes must balance, where other change is printed or is none")
  func balance() throws {
    let inside = "\"other_change\": \"inside_social_change\","
    let apart = "\"other_change\": \"apart\","
    #expect(try findings(stock: 960) == [])
    #expect(try findings(stock: 957) == ["info stocks-do-not-balance people.csv:7:3"])
    #expect(try findings(stock: 957, definition: apart) == [])
    // In- less out-migrants is no social change that holds other change.
    #expect(try findings(stock: 957, definition: inside) == [])
    let social = "social_change,2019年,-20\n"
    #expect(try findings(stock: 960, more: social, definition: inside) == [])
    #expect(
      try findings(stock: 957, more: social, definition: inside)
        == [
          // It holds the other change, so it follows from the stocks; here it does not.
          "error does-not-follow people.csv:8:3", "warning stocks-do-not-balance people.csv:7:3",
        ])
    let other = "other_change,2019年,-3\n"
    #expect(try findings(stock: 957, more: other) == [])
    #expect(
      try findings(stock: 950, more: other, definition: apart)
        == ["warning stocks-do-not-balance people.csv:7:3"])
  }

  @Test("A printed change that is not the difference of its parts is an error with its line")
  func parts() throws {
    let wrong = "natural_change,2019年,-21\nsocial_change,2019年,-19\n"
    #expect(
      try findings(stock: 960, more: wrong) == [
        "error does-not-follow people.csv:8:3", "error does-not-follow people.csv:9:3",
      ])
  }

  @Test("Damaged data files are told by line")
  func damaged() throws {
    let code = SampleTown.description.replacing("016071", with: "016079")
    #expect(try findings(["municipality.json": code]) == ["error bad-value municipality.json:2"])
    #expect(
      try findings(["plan.layout.json": "{\n \"heading\": [] }"])
        == ["error unknown-member plan.layout.json:1"])
    #expect(
      try findings([:], bytes: ["plan.txt": Data([0x0A, 0x95, 0xFF])])
        == ["error not-text plan.txt"])
    #expect(
      try findings(["concepts.json": "{ \"municipality\": \"012131\", \"indicators\": 1 }"])
        .first?.hasPrefix("error ") == true)
    #expect(
      try findings(["corrections.tsv": "document\tline\n"])
        == ["error damaged-resource corrections.tsv:1"])
  }

  @Test("One document that cannot be read does not hide the others")
  func oneBadDocument() throws {
    #expect(
      try findings(["plan.txt": "別の町\n", "people.csv": "item,printed\nbirths,1\n"])
        == ["error wrong-kind people.csv:1", "error wrong-kind plan.txt"])
    #expect(
      try findings(["plan.txt": "\n", "people.csv": "item,period,printed\nbirths,2019年,約束\n"])
        == ["error unreadable-figure people.csv:2:3", "error empty-document plan.txt"])
  }

  @Test("What is missing or odd in the documents is told by line and cell")
  func oddities() throws {
    #expect(
      try findings([
        "plan.txt": "浦河町\n目標1 しごと\n指標\t基準値（平成26年度）\t目標値（令和元年度）\t備考\n"
          + "転入者数\t715人\t約束\t\n目標2 くらし\n"
      ]) == [
        "error unreadable-figure plan.txt:4:3", "warning goal-without-indicator plan.txt:5",
        "info unknown-column plan.txt:3:4",
      ])
    #expect(
      try findings(["plan.txt": "浦河町\n目標1 しごと\n"]) == [
        "error no-indicators municipality.json:5", "warning goal-without-indicator plan.txt:2",
      ])
    #expect(
      try findings(["people.csv": "item,period,printed\n"])
        == ["error no-figures municipality.json:7"])
    #expect(
      try findings([
        "plan.layout.json":
          """
        { "headings": [ { "level": "goal", "pattern": "目標{number} {title}" },
          { "level": "measure", "pattern": "施策{number} {title}" } ],
          "population": [ { "heading": "年次", "years": "down", "items": [
            { "heading": "出生", "item": "brith" } ] } ] }
        """
      ]).sorted()
        == [
          "warning unknown-item plan.layout.json:4", "warning unused-rule plan.layout.json:2",
          "warning unused-rule plan.layout.json:3",
        ])
  }

  @Test("A term, a definition, a target that are missing; a unit that changes; another file")
  func hints() throws {
    let plain = SampleTown.description
      .replacing(", \"plan\": { \"term\": \"平成27年度～令和元年度\" }", with: "")
      .replacing(
        ",\n      \"population_definition\": { \"stock_date\": \"12-31\", \"source\": \"住民基本台帳\" }",
        with: "")
    #expect(
      try findings(["municipality.json": plain]) == [
        "warning no-term municipality.json:5",
        "warning no-population-definition municipality.json:7",
      ])
    #expect(
      try findings([
        "plan.txt": "浦河町\n目標1 しごと\n指標\t基準値（平成26年度）\t目標値（令和元年度）\n転入者数\t715人\t950組\n",
        "memo.docx": "x", "other.txt": "x",
      ]) == [
        "warning units-differ plan.txt:4:2", "info unused-file memo.docx",
        "info unused-file other.txt",
      ])
  }

  @Test("A file that nothing reads may be in any encoding")
  func unusedBytes() throws {
    #expect(
      try findings([:], bytes: ["old.txt": Data([0x95, 0xFF])]) == ["info unused-file old.txt"])
  }

  @Test("Corrections are used; one of an unknown document or of another text is told")
  func corrections() throws {
    let heading = "document\tline\tcell\tprinted\tused\treason_ja\treason_en\n"
    #expect(
      try findings([
        "corrections.tsv": heading + "plan\t4\t3\t950人\t960人\t理由\twhy\n\nplam\t4\t3\ta\tb\tc\td\n"
          + "plan\t4\t2\t1人\t2人\t理由\twhy\n"
      ]) == [
        "warning unknown-document corrections.tsv:4", "warning correction-not-matched plan.txt:4:2",
        "info correction-applied plan.txt:4:3",
      ])
  }
}
