import Foundation
import MachiKurabe
import TestSupport
import Testing

@Suite("A folder of documents")
struct DocumentFolderTests {
  private func text(_ id: DocumentID) throws -> String {
    let adapter = try #require(BuiltInMunicipalities.adapter(for: id))
    return try #require(adapter.builtInFiles.first { $0.name == "\(id).txt" }).text
  }

  private func write(_ text: String, to name: String, in folder: TemporaryFolder) throws {
    try Data(text.utf8).write(to: URL(filePath: folder.file(name)))
  }

  @Test func `Files of the known names give what is built in`() throws {
    try TemporaryFolder.use { folder in
      for adapter in BuiltInMunicipalities.adapters {
        for file in adapter.builtInFiles where file.name.hasSuffix(".txt") {
          try write(file.text, to: file.name, in: folder)
        }
      }
      let read = try DocumentFolder(path: folder.path)
      #expect(read.unrecognizedFiles == [])
      #expect(read.records == (try MunicipalityRecord.builtIn()))
    }
  }

  @Test func `Renamed files are recognised by their headings`() throws {
    try TemporaryFolder.use { folder in
      try write(try text("iwamizawa-progress"), to: "001_5a75.txt", in: folder)
      try write(try text("tomakomai-pledges"), to: "002_koyaku.txt", in: folder)
      let read = try DocumentFolder(path: folder.path)
      #expect(read.records.map(\.municipality.code.sixDigits) == ["012106", "012131"])
      #expect(
        read.records.flatMap(\.documents).map(\.document)
          == ["iwamizawa-progress", "tomakomai-pledges"])
      #expect(read.records.first == (try MunicipalityRecord.builtIn().first))
    }
  }

  @Test func `A text of no known kind is told, and other files are left alone`() throws {
    try TemporaryFolder.use { folder in
      try write(try text("iwamizawa-progress"), to: "report.txt", in: folder)
      try write("議事録\n", to: "minutes.txt", in: folder)
      try write("%PDF", to: "report.pdf", in: folder)
      let read = try DocumentFolder(path: folder.path)
      #expect(read.unrecognizedFiles == ["minutes.txt"])
      #expect(read.records.count == 1)
    }
  }

  @Test func `Two files of one kind are refused by name`() throws {
    try TemporaryFolder.use { folder in
      try write(try text("iwamizawa-progress"), to: "a.txt", in: folder)
      try write(try text("iwamizawa-progress"), to: "b.txt", in: folder)
      let error = try #require(throws: DocumentError.self) {
        try DocumentFolder(path: folder.path)
      }
      #expect(error.code == .duplicateDocument)
      #expect(error.message.ja.contains("b.txt"))
    }
  }

  @Test func `A file of a known name with another document in it is refused`() throws {
    try TemporaryFolder.use { folder in
      try write(try text("tomakomai-progress"), to: "iwamizawa-progress.txt", in: folder)
      let error = try #require(throws: DocumentError.self) {
        try DocumentFolder(path: folder.path)
      }
      #expect(error.code == .wrongKind)
      #expect(error.document == "iwamizawa-progress")
    }
  }

  @Test func `Own corrections replace the built-in ones, and damaged ones are refused`() throws {
    try TemporaryFolder.use { folder in
      try write(try text("tomakomai-outline"), to: "outline.txt", in: folder)
      let builtIn = try DocumentFolder(path: folder.path)
      #expect(builtIn.records.first?.corrections.count == 6)
      let headings = "document\tline\tcell\tprinted\tused\treason_ja\treason_en\n"
      try write(headings, to: "corrections.tsv", in: folder)
      #expect(try DocumentFolder(path: folder.path).records.first?.corrections == [])
      try Data([0x64, 0xFF, 0x0A]).write(to: URL(filePath: folder.file("corrections.tsv")))
      let error = try #require(throws: DocumentError.self) {
        try DocumentFolder(path: folder.path)
      }
      #expect(error.code == .notText)
      #expect(error.document == "corrections.tsv")
    }
  }

  @Test func `A folder that is not there says so without the system's own words`() throws {
    let error = try #require(throws: DocumentError.self) {
      try DocumentFolder(path: "/no/such/folder")
    }
    #expect(error.code == .notFound)
    #expect(
      error.message.en
        == "/no/such/folder: not found, or cannot be opened; expected a folder of documents")
    #expect(error.message.ja == "/no/such/folder: 見つからないか、開けません。必要なもの: 資料のフォルダー")
  }
}
