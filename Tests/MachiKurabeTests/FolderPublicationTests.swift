import Foundation
import MachiKurabe
import TestSupport
import Testing

@Suite("Where the documents of a folder were published")
struct FolderPublicationTests {
  private static let description = SampleTown.description.replacing(
    "\"content\": \"population\",",
    with: """
      "content": "population",
      "publisher": "浦河町", "published": "2020年3月", "url": "https://example.jp/people.csv",
      """)

  private static func records() throws -> [MunicipalityRecord] {
    var records: [MunicipalityRecord] = []
    try TemporaryFolder.use { folder in
      try SampleTown.write(folder, ["municipality.json": description])
      records = try RecordCollection(
        MunicipalityRecord.builtIn(), adding: [MunicipalityFolder(path: folder.path)]
      ).records
    }
    return records
  }

  @Test(arguments: [
    (Language.japanese, "people: 人口（浦河町、2020年3月、https://example.jp/people.csv）"),
    (.english, "people: population (浦河町, 2020年3月, https://example.jp/people.csv)"),
  ])
  func `Every table that cites a document says what it is`(
    language: Language, line: String
  ) throws {
    let records = try Self.records()
    let report = ComparisonReport.report(records)
    let text = ReportFormat.text.renderer(language: language).render(report)
    #expect(text.contains(" \(line)\n"))
    let markdown = MarkdownRenderer(language: language).render(report)
    #expect(markdown.contains("- people: "))
    let page = HTMLRenderer(language: language).render(report)
    #expect(page.contains("<li data-source=\"people\">"))
    #expect(page.contains("<a href=\"https://example.jp/people.csv\">"))
    // Documents whose publication nobody has told stay as they were.
    #expect(!text.contains("tomakomai-progress: "))
    let json = ReportFormat.json.renderer(language: language).render(report)
    #expect(json.contains("\"url\": \"https://example.jp/people.csv\""))
    let builtIn = ComparisonReport.report(try MunicipalityRecord.builtIn())
    #expect(builtIn.publications.isEmpty)
    let plain = ReportFormat.json.renderer(language: language).render(builtIn)
    #expect(!plain.contains("\"documents\""))
  }

  @Test func `The description of exported data lists the folder's documents`() throws {
    let files = try DataExport.files(
      try Self.records(), sources: BuiltInMunicipalities.documentTitles)
    let package = try #require(files.first { $0.name == "datapackage.json" })
    let sources = try #require(
      (JSONSerialization.jsonObject(with: Data(package.text.utf8)) as? [String: Any])?["sources"]
        as? [[String: String]])
    #expect(
      sources.first { $0["name"] == "people" }
        == [
          "name": "people", "title": "人口（浦河町、2020年3月）", "path": "https://example.jp/people.csv",
        ])
    #expect(sources.first { $0["name"] == "plan" } == ["name": "plan", "title": "計画"])
    #expect(sources.contains { $0["name"] == "tomakomai-progress" && $0["path"] == nil })
    let archive = try #require(files.first { $0.name == "municipalities.json" })
    let read = try RecordArchive.records(fromJSON: Array(archive.text.utf8))
    #expect(
      read.flatMap(\.documents).first { $0.document == "people" }?.publication?.publisher == "浦河町")
  }
}
