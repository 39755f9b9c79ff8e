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
    // Line 92 of the built-in document prints 令和5年10月末現在.
    #expect(
      text.contains(
        language == .japanese
          // The line is broken at its width.
          ? " tomakomai-progress: 苫小牧市総合戦略推進会議資料（苫小牧市、令和5年10月末"
          : " tomakomai-progress: Tomakomai's strategy progress report (苫小牧市,\n    2023-10-31)"))
    let json = ReportFormat.json.renderer(language: language).render(report)
    #expect(json.contains("\"url\": \"https://example.jp/people.csv\""))
  }

  /// What the built-in documents are said to print of their time stands in them.
  @Test func `The times of the built-in documents are printed in them`() throws {
    let documents = try MunicipalityRecord.builtIn().flatMap(\.documents)
    let times = documents.compactMap { contents in
      contents.publication?.published.map { (contents.document, $0) }
    }
    #expect(times.count == 4)
    for (document, time) in times {
      let adapter = try #require(BuiltInMunicipalities.adapter(for: document))
      let text = try #require(adapter.builtInFiles.first { $0.name == "\(document).txt" }?.text)
      #expect(text.contains(time), "\(document)")
    }
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
