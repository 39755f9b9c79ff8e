import Foundation
import MachiKurabe
import TestSupport
import Testing

@testable import machi

/// What could not be read is told on standard error, once, by every command that takes a folder.
@Suite("Notices of what could not be read")
struct ReadingNoticesTests {
  private static let tool = SampleCommand(
    name: "sample", summary: LocalizedText(ja: "見本", en: "a sample"),
    options: [RecordSource.municipalities, RecordSource.documents, RecordSource.folders])

  private func complaints(_ arguments: [String]) -> [String] {
    let result = SampleTool.run(arguments + ["--language", "en"], of: Self.tool) { run in
      _ = try RecordSource.records(for: run)
    }
    #expect(result.status == 0, "\(result.complaints)")
    return result.complaints.split(separator: "\n").map(String.init)
  }

  /// A plan with cells that are no figures in so many rows.
  private func plan(broken rows: Int) -> String {
    let start = "浦河町\n目標1 しごと\n指標\t基準値（平成26年度）\t目標値（令和元年度）\n転入者数\t715人\t950人\n"
    return (0..<rows).reduce(start) { $0 + "指標\($1)\t4億3,0000万円\t9件\n" }
  }

  @Test func `A folder without faults, and the built-in documents, are read without a word`() throws
  {
    #expect(complaints([]) == [])
    try TemporaryFolder.use { folder in
      try SampleTown.write(folder)
      #expect(complaints(["--folder", folder.path]) == [])
    }
  }

  @Test func `A fault is told once with its file, line and cell, and how to see more`() throws {
    try TemporaryFolder.use { folder in
      try SampleTown.write(folder, ["plan.txt": plan(broken: 1)])
      let lines = complaints(["--folder", folder.path])
      #expect(lines.count == 2)
      #expect(
        lines.first
          == "machi sample: \(folder.path): reading the documents gave 0 errors and 1 warning "
          + "(see machi check \(folder.path))")
      #expect(lines.last?.hasPrefix("machi sample: \(folder.path)/plan.txt:5:2: warning: ") == true)
      #expect(lines.last?.contains("4億3,0000万円") == true)
    }
  }

  @Test func `Of many faults the first few are told, and how many there are`() throws {
    try TemporaryFolder.use { folder in
      try SampleTown.write(folder, ["plan.txt": plan(broken: 12)])
      let lines = complaints(["--folder", folder.path])
      #expect(lines.count == 6)
      #expect(lines.first?.contains("0 errors and 12 warnings; the first 5 follow") == true)
      #expect(lines.first?.contains("machi check") == true)
    }
  }

  @Test func `What was not asked for is not told`() throws {
    try TemporaryFolder.use { folder in
      try SampleTown.write(folder, ["plan.txt": plan(broken: 1)])
      #expect(complaints(["--folder", folder.path, "--municipality", "012131"]) == [])
    }
  }
}

@Suite("Files that never end, and texts that steer a terminal")
struct HostileFolderTests {
  @Test func `A link to a device and a pipe are no files of a folder`() throws {
    for name in ["plan.txt", "municipality.json"] {
      try TemporaryFolder.use { folder in
        try SampleTown.write(folder, [name: nil])
        try FileManager.default.createSymbolicLink(
          atPath: folder.file(name), withDestinationPath: "/dev/zero")
        let error = #expect(throws: DataFileError.self) {
          try MunicipalityFolder(path: folder.path)
        }
        #expect(error?.code == .notAFile && error?.file == name)
      }
    }
    try TemporaryFolder.use { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder.file("iwamizawa-progress.txt"), withDestinationPath: "/dev/zero")
      let error = #expect(throws: DocumentError.self) { try DocumentFolder(path: folder.path) }
      #expect(error?.code == .notReadable)
    }
  }

  @Test func `A file beyond the limit is refused before it is read`() throws {
    try TemporaryFolder.use { folder in
      try SampleTown.write(folder)
      let handle = try #require(FileHandle(forWritingAtPath: folder.file("plan.txt")))
      try handle.truncate(atOffset: (16 << 20) + 1)
      try handle.close()
      let error = #expect(throws: DataFileError.self) { try MunicipalityFolder(path: folder.path) }
      #expect(error?.code == .tooLarge && error?.expected.en == "16 MiB or less")
    }
  }

  @Test(arguments: ["text", "markdown", "csv", "json", "html"])
  func `Escape sequences of a folder's texts reach no output, and are told`(format: String) throws {
    let name = #""en": "Ura\u001b]0;pwn\u0007kawa\u009b31m\u202e""#
    let description = SampleTown.description.replacing(#""en": "Urakawa""#, with: name)
    let tool = SampleCommand(
      name: "sample", summary: LocalizedText(ja: "見本", en: "a sample"),
      options: [RecordSource.folders])
    try TemporaryFolder.use { folder in
      try SampleTown.write(folder, ["municipality.json": description])
      let arguments = ["--folder", folder.path, "--format", format, "--language", "en"]
      let result = SampleTool.run(arguments, of: tool) { run in
        try run.write(ComparisonReport.report(RecordSource.records(for: run)))
      }
      #expect(result.status == 0 && result.output.contains(format == "csv" ? "016071" : "Ura"))
      #expect(UnsafeCharacters.count(in: result.output) == 0)
      #expect(UnsafeCharacters.count(in: result.complaints) == 0)
      #expect(result.complaints.contains("U+FFFD") == (!["json", "csv"].contains(format)))
    }
  }
}
