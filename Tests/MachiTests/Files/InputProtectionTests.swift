import Foundation
import MachiKurabe
import TestSupport
import Testing

@testable import machi

@Suite("What is read is not written over")
struct InputProtectionTests {
  @Test func `A file that the call names is refused, in both languages`() throws {
    try TemporaryFolder.use { folder in
      let path = folder.file("a.csv")
      try SystemFile.write(Array("text".utf8), to: path)
      for (language, words) in [("ja", "読み込むファイルには書き出せません"), ("en", "write to another")] {
        let result = SampleTool.run(["--language", language, "--output", path, path]) { call in
          try call.write("result")
        }
        #expect(result.status == 1)
        #expect(result.complaints.contains(words))
        #expect(try folder.text("a.csv") == "text")
      }
    }
  }

  @Test func `A file of a folder that is read is refused, behind a link too`() throws {
    try TemporaryFolder.use { folder in
      try FileSet.write(
        [FileSet.File(name: "Documents/municipality.json", bytes: Array("{}".utf8))],
        to: folder.file("city"))
      try FileManager.default.createSymbolicLink(
        atPath: folder.file("link"), withDestinationPath: "city/Documents/municipality.json")
      for path in ["city/Documents/municipality.json", "link"] {
        let result = SampleTool.run(
          ["--output", folder.file(path), folder.file("city/Documents/municipality.json")]
        ) { call in try call.write("result") }
        #expect(result.status == 1)
      }
      let result = SampleTool.run(
        ["--output", folder.file("city/Documents/municipality.json"), folder.file("city")]
      ) { call in try call.write("result") }
      #expect(result.status == 1)
      #expect(try folder.text("city/Documents/municipality.json") == "{}")
    }
  }

  @Test func `A new file beside an input is written`() throws {
    try TemporaryFolder.use { folder in
      try SystemFile.write(Array("text".utf8), to: folder.file("a.csv"))
      let result = SampleTool.run(
        ["--output", folder.file("b.txt"), folder.file("a.csv")]
      ) { call in try call.write("result") }
      #expect(result.status == 0)
      #expect(try folder.text("b.txt") == "result")
    }
  }
}
