import Foundation
import TestSupport
import Testing

@testable import TextFormats

struct FileWritingTests {
  private let bytes = Array("苫小牧市\n".utf8)

  @Test(arguments: ["a.csv", "出力.csv", String(repeating: "長", count: 85), " ", "-x"])
  func aNewFileIsWritten(name: String) throws {
    try TemporaryFolder.use { folder in
      try SystemFile.write(bytes, to: folder.file(name))
      #expect(try folder.text(name) == "苫小牧市\n")
      #expect(try folder.names == [name])
    }
  }

  @Test func nothingIsAFileToo() throws {
    try TemporaryFolder.use { folder in
      try SystemFile.write([], to: folder.file("a"))
      #expect(try folder.text("a") == "")
    }
  }

  @Test func anOldFileIsReplacedAndKeepsItsMode() throws {
    try TemporaryFolder.use { folder in
      try Data("a longer text than the new one".utf8).write(to: URL(filePath: folder.file("a")))
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o640], ofItemAtPath: folder.file("a"))
      try SystemFile.write(bytes, to: folder.file("a"))
      #expect(try folder.text("a") == "苫小牧市\n")
      #expect(try folder.mode("a") == 0o640)
      #expect(try folder.names == ["a"])
    }
  }

  @Test func aLinkIsFollowed() throws {
    try TemporaryFolder.use { folder in
      try Data("old".utf8).write(to: URL(filePath: folder.file("a")))
      try FileManager.default.createSymbolicLink(
        atPath: folder.file("link"), withDestinationPath: "a")
      try SystemFile.write(bytes, to: folder.file("link"))
      #expect(try folder.text("a") == "苫小牧市\n")
      #expect(
        try FileManager.default.destinationOfSymbolicLink(atPath: folder.file("link")) == "a")
    }
  }

  @Test func aLinkOutOfItsFolderIsRefused() throws {
    try TemporaryFolder.use { folder in
      for name in ["in", "out"] {
        try FileManager.default.createDirectory(
          atPath: folder.file(name), withIntermediateDirectories: false)
      }
      try Data("old".utf8).write(to: URL(filePath: folder.file("out/a")))
      try FileManager.default.createSymbolicLink(
        atPath: folder.file("in/link"), withDestinationPath: "../out/a")
      let error = #expect(throws: FileError.self) {
        try SystemFile.write(bytes, to: folder.file("in/link"))
      }
      #expect(error?.code == .isLink)
      #expect(try folder.text("out/a") == "old")
    }
  }

  @Test func aDeviceStaysADevice() throws {
    try SystemFile.write(bytes, to: "/dev/null")
    let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type]
    #expect(type as? FileAttributeType == .typeCharacterSpecial)
  }

  @Test(
    arguments: [
      ("no/a", .noParentFolder), ("file/a", .noParentFolder), ("file/b/c", .noParentFolder),
      ("", .isFolder), ("sub", .isFolder), ("sub/", .isFolder),
    ] as [(String, FileError.Code)])
  func whatCannotBeWrittenIsNamed(name: String, code: FileError.Code) throws {
    try TemporaryFolder.use { folder in
      try Data().write(to: URL(filePath: folder.file("file")))
      try FileManager.default.createDirectory(
        atPath: folder.file("sub"), withIntermediateDirectories: false)
      let path = folder.file(name)
      let error = #expect(throws: FileError.self) { try SystemFile.write(bytes, to: path) }
      #expect(error?.code == code)
      #expect(error?.path == path)
      #expect(try folder.names == ["file", "sub"])
    }
  }

  @Test func aNameThatIsTooLongLeavesNothing() throws {
    try TemporaryFolder.use { folder in
      let path = folder.file(String(repeating: "x", count: 300))
      #expect(throws: FileError.self) { try SystemFile.write(bytes, to: path) }
      let names = try folder.names
      #expect(names.isEmpty)
    }
  }

  @Test func theEmptyPathIsNoFile() {
    #expect(throws: FileError.self) { try SystemFile.write(bytes, to: "") }
  }

  #if os(Linux)
    @Test func aFullDiskIsNamed() throws {
      let error = #expect(throws: FileError.self) { try SystemFile.write(bytes, to: "/dev/full") }
      #expect(error?.code == .noSpace)
    }
  #endif
}
