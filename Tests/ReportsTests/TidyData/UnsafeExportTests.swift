import MunicipalModel
import Rendering
import Reports
import Testing

/// Names of municipalities and plans as a malicious document could print them.
@Suite("Controls in names of the export")
struct UnsafeExportTests {
  private static let text = "浦\u{1B}]0;pwn\u{7}河\u{9B}31m町\u{202E}\u{200F}"

  @Test func `Neither do the exported files, and the archive keeps them`() throws {
    let record = MunicipalityRecord(
      municipality: Municipality(
        code: try MunicipalityCode("016071"), name: LocalizedText(Self.text)),
      documents: [
        DocumentContents(
          document: "plan",
          plans: [
            Plan(
              document: "plan", title: Self.text,
              roots: [
                PlanNode(
                  level: .goal, number: "1", title: Self.text,
                  citation: Citation(document: "plan", line: 1, printed: Self.text))
              ])
          ])
      ])
    let files = try DataExport.files([record], sources: [("plan", Self.text)])
    #expect(files.allSatisfy { UnsafeCharacters.count(in: $0.text) == 0 })
    let plans = try #require(files.first { $0.name == "plans.csv" })
    #expect(plans.text.contains("浦\u{FFFD}]0;pwn\u{FFFD}河\u{FFFD}31m町\u{FFFD}\u{FFFD}"))
    let archive = try #require(files.first { $0.name == "municipalities.json" })
    #expect(archive.text.contains(#"\u009b"#) && archive.text.contains(#"\u202e"#))
    #expect(try RecordArchive.records(fromJSON: Array(archive.text.utf8)) == [record])
  }
}
