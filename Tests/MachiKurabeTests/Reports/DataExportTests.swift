import Foundation
import MachiKurabe
import Testing

@Suite("The exported files")
struct DataExportTests {
  private static let column = TidyTable.Column("name", .string, "A name.")

  @Test func `The files are named after the tables`() throws {
    let files = try DataExport.files([], sources: [])
    #expect(
      files.map(\.name) == [
        "observations.csv", "population.csv", "population-by-age.csv", "plans.csv",
        "diagnostics.csv", "corrections.csv", "datapackage.json", "municipalities.json",
      ])
    #expect(files.allSatisfy { $0.text.hasSuffix("\n") && !$0.text.utf8.contains(0x0D) })
    #expect(files[0].text.split(separator: "\n").count == 1)
  }

  /// RFC 4180: commas, quotes and line breaks are quoted, quotes doubled; an empty cell is nothing.
  @Test func `Cells are quoted as RFC 4180 says`() {
    let table = TidyTable(
      name: "made", description: "Made.",
      columns: [Self.column, .init("note", .string, "A note.")], key: ["name"],
      rows: [
        ["1,498千円", "say \"yes\""], ["two\nlines"], ["plain", " blank "], ["a", "b", "too many"],
      ])
    #expect(
      table.csv
        == "name,note\n\"1,498千円\",\"say \"\"yes\"\"\"\n\"two\nlines\",\nplain,\" blank \"\na,b\n")
  }

  @Test func `The description names every column with its type, and the sources`() throws {
    let files = try DataExport.files(
      try MunicipalityRecord.builtIn(), sources: BuiltInMunicipalities.documentTitles)
    let text = try #require(files.first { $0.name == "datapackage.json" }).text
    let package = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let resources = try #require(package["resources"] as? [[String: Any]])
    for resource in resources {
      let path = try #require(resource["path"] as? String)
      let file = try #require(files.first { $0.name == path })
      let schema = try #require(resource["schema"] as? [String: Any])
      let fields = try #require(schema["fields"] as? [[String: Any]])
      let names = fields.compactMap { $0["name"] as? String }
      #expect(file.text.hasPrefix(names.joined(separator: ",") + "\n"))
      #expect(fields.allSatisfy { ($0["description"] as? String)?.isEmpty == false })
      let types = fields.compactMap { $0["type"] as? String }
      #expect(types.count == names.count)
      #expect(Set(types).isSubset(of: ["string", "integer", "number"]))
      let key = try #require(schema["primaryKey"] as? [String])
      #expect(Set(key).isSubset(of: names))
    }
    let sources = try #require(package["sources"] as? [[String: Any]])
    #expect(
      sources.compactMap { $0["name"] as? String }
        == BuiltInMunicipalities.documentTitles.map(\.id.rawValue))
  }

  @Test func `The archive decodes to the same records and encodes to the same bytes`() throws {
    let records = try MunicipalityRecord.builtIn()
    let json = try RecordArchive.json(records)
    let decoded = try RecordArchive.records(fromJSON: Array(json.utf8))
    #expect(decoded == records)
    #expect(try RecordArchive.json(decoded) == json)
    // Equal decimals may have other trailing zeros; the printed digits must come back too.
    #expect(TidyTables(decoded) == TidyTables(records))
  }

  /// `{"_0": …}` and `{"blank": {}}` are what a compiler makes of an enumeration.
  @Test func `The archive has no names and objects that only a compiler would write`() throws {
    let json = try RecordArchive.json(try MunicipalityRecord.builtIn())
    #expect(json.contains(#"{"unit":"人","value":"148"}"#))
    #expect(json.contains(#""missing":"not_applicable""#))
    #expect(!json.contains(#""_"#))
    #expect(!json.contains("{}"))
  }

  @Test func `What the archive does not say rightly is told with its path`() throws {
    let json = try RecordArchive.json(try MunicipalityRecord.builtIn())
    let wrong = json.replacingOccurrences(
      of: #""missing":"not_applicable""#, with: #""missing":"not-applicable""#)
    #expect(wrong != json)
    let error = #expect(throws: DecodingError.self) {
      try RecordArchive.records(fromJSON: Array(wrong.utf8))
    }
    guard case .dataCorrupted(let context) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(context.codingPath.suffix(2).map(\.stringValue) == ["reading", "missing"])
    #expect(context.debugDescription.contains("not-applicable"))
  }

  @Test(arguments: ["", "{}", "[1]", "[{\"municipality\": {}}]", "nonsense"])
  func `What is no archive is refused`(text: String) {
    #expect(throws: (any Error).self) { try RecordArchive.records(fromJSON: Array(text.utf8)) }
  }
}
