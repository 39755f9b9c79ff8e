import Foundation
import MunicipalModel
import TestSupport
import Testing

@testable import OpenData

@Suite("Open data read from disk")
struct OpenDataFilePathTests {
  private func temporary(_ text: String) throws -> String {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("open-data-\(UUID().uuidString).csv")
    try Data(text.utf8).write(to: file)
    return file.path
  }

  @Test func `A path gives what the bytes give, and its name stands in citations`() throws {
    // More than a piece of 1 MB: the rows of the sheet many times, each after the first a doubled one.
    let rows = Array(repeating: Fixture.wholeSheet(Fixture.rows2020), count: 40)
    let text = Fixture.sheet(rows.flatMap(\.self)) + String(repeating: " \n", count: 600_000)
    let path = try temporary(text)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let name = try #require(path.split(separator: "/").last.map(String.init))
    let read = try ResidentRegistry.read(contentsOfFile: path)
    let same = try ResidentRegistry.read(Array(text.utf8), document: DocumentID(rawValue: name))
    #expect(text.utf8.count > 1 << 20)
    #expect(read.rows == same.rows)
    #expect(read.diagnostics == same.diagnostics)
    #expect(read.document.rawValue == name)
  }

  @Test func `What cannot be opened is told with its name and the reason`() throws {
    let missing = #expect(throws: OpenDataError.self) {
      try SSDSETable.read(contentsOfFile: "/nowhere/ssdse.csv")
    }
    #expect(missing?.code == .unreadableFile)
    #expect(missing?.message.en.hasPrefix("ssdse.csv: ") == true)
    #expect(missing?.message.en.contains("no such file") == true)
    #expect(missing?.message.ja.contains("ファイルがありません") == true)
    let folder = #expect(throws: OpenDataError.self) {
      try SSDSETable.read(contentsOfFile: FileManager.default.temporaryDirectory.path)
    }
    #expect(folder?.code == .unreadableFile)
    #expect(folder?.message.en.contains("folder") == true)
    #expect(throws: OpenDataError.self) { try SSDSETable.read(contentsOfFile: "") }
  }

  @Test func `An empty file is empty, as empty bytes are`() throws {
    let path = try temporary("")
    defer { try? FileManager.default.removeItem(atPath: path) }
    let error = #expect(throws: OpenDataError.self) {
      try StandardDatasetPopulation.read(contentsOfFile: path)
    }
    #expect(error?.code == .empty)
  }
}
