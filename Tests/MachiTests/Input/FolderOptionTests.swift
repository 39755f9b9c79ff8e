import MachiKurabe
import TestSupport
import Testing

@testable import machi

@Suite("Folders that options name")
struct FolderOptionTests {
  @Test("--folder adds a municipality, and replaces one of the same code")
  func folderOption() throws {
    try TemporaryFolder.use { folder in
      try SampleTown.write(folder)
      let tool = SampleCommand(
        name: "sample", summary: LocalizedText("."),
        options: [RecordSource.documents, RecordSource.folders, RecordSource.municipalities])
      var codes: [String] = []
      let result = SampleTool.run(["--folder", folder.path, "--folder", folder.path], of: tool) {
        codes = try RecordSource.records(for: $0).map(\.municipality.code.sixDigits)
      }
      #expect(result.status == 0)
      #expect(codes == ["012106", "012131", "016071"])
      let bad = SampleTool.run(["--folder", "/no/such", "--language", "en"], of: tool) {
        _ = try RecordSource.records(for: $0)
      }
      #expect(bad.status == 1)
      #expect(bad.complaints.contains("/no/such: there is no such folder"))
    }
  }

  @Test("A folder without a description is named")
  func namedFolder() throws {
    let tool = SampleCommand(
      name: "sample", summary: LocalizedText(ja: "見本", en: "A sample."),
      options: [RecordSource.folders])
    try TemporaryFolder.use { folder in
      let run = SampleTool.run(["--folder", folder.path, "--language", "en"], of: tool) {
        _ = try RecordSource.records(for: $0)
      }
      #expect(run.status != 0)
      #expect(run.complaints.contains("\(folder.path)/municipality.json"))
    }
  }

  @Test("The title of a document is that of municipality.json")
  func titles() throws {
    let tool = SampleCommand(
      name: "sample", summary: LocalizedText(ja: "見本", en: "A sample."),
      options: [RecordSource.folders])
    try TemporaryFolder.use { folder in
      try SampleTown.write(folder)
      var titles: [DocumentID: Publication?] = [:]
      let run = SampleTool.run(["--folder", folder.path, "--language", "ja"], of: tool) {
        for document in try RecordSource.records(for: $0).flatMap(\.documents) {
          titles[document.document] = document.publication
        }
      }
      #expect(run.complaints == "")
      #expect(titles["plan"]??.title.ja == "計画" && titles["people"]??.label.en == "population")
      // A built-in document has what it prints of its time.
      #expect(titles["tomakomai-progress"]??.published == "令和5年10月末現在")
    }
  }

  @Test func `A command ends with status 1 where a folder has no documents`() throws {
    try TemporaryFolder.use { folder in
      let tool = SampleCommand(
        name: "sample", summary: LocalizedText("."), options: [RecordSource.documents])
      let result = SampleTool.run(["--documents", folder.path], of: tool) { run in
        _ = try RecordSource.records(for: run)
      }
      #expect(result.0 == 1)
      #expect(result.2.contains("iwamizawa-progress.txt"))
    }
  }
}
