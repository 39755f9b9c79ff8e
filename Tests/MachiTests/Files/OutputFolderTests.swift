import Foundation
import MachiKurabe
import TestSupport
import Testing

@testable import machi

@Suite("Writing several files into a folder")
struct OutputFolderTests {
  private func files() throws -> [RenderedFile] { try DataExport.files([], sources: []) }

  @Test(arguments: ["data", "a/b/c", "a//b/"])
  func `The folder is made with those it is in`(name: String) throws {
    try TemporaryFolder.use { folder in
      try OutputFolder.write(try files(), to: folder.file(name))
      #expect(
        try folder.text(name + "/observations.csv").hasPrefix("municipality_code,document,"))
      try OutputFolder.write(try files(), to: folder.file(name))
    }
  }

  @Test(arguments: ["file", "file/data"])
  func `A file where the folder is to be is named, and kept`(name: String) throws {
    try TemporaryFolder.use { folder in
      try SystemFile.write([0x61], to: folder.file("file"))
      let error = try #require(throws: FileError.self) {
        try OutputFolder.write(try files(), to: folder.file(name))
      }
      #expect(error.code == .notFolder)
      #expect(error.path == folder.file("file"))
      #expect(error.message.ja.hasSuffix("フォルダーではなくファイルです"))
      #expect(try folder.text("file") == "a")
    }
  }
}
