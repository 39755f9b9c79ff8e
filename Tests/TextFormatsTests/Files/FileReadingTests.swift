import Foundation
import TestSupport
import Testing

@testable import TextFormats

struct FileReadingTests {
  @Test(arguments: [0, 1, 65535, 65536, 65537, 300_000])
  func everyByteIsRead(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try TemporaryFolder.use { folder in
      try Data(bytes).write(to: URL(filePath: folder.file("a")))
      #expect(try SystemFile.bytes(of: folder.file("a")) == bytes)
    }
  }

  /// A device that never ends, and files at the limit.
  @Test func noMoreThanTheLimitIsRead() throws {
    let error = #expect(throws: FileError.self) {
      try SystemFile.bytes(of: "/dev/zero", upTo: 1 << 20)
    }
    #expect(error?.code == .tooLarge && error?.path == "/dev/zero" && error?.limit == 1 << 20)
    #expect(error?.message.en == "/dev/zero: too large (up to 1 MiB are read)")
    try TemporaryFolder.use { folder in
      for (count, isRead) in [(99_999, true), (100_000, true), (100_001, false)] {
        try Data(count: count).write(to: URL(filePath: folder.file("a")))
        let bytes = try? SystemFile.bytes(of: folder.file("a"), upTo: 100_000)
        #expect((bytes?.count == count) == isRead)
      }
    }
  }

  #if os(Linux)
    @Test func aFileWithoutASizeIsReadToItsEnd() throws {
      let status = try SystemFile.bytes(of: "/proc/self/status")
      #expect(!status.isEmpty)
      #expect(try SystemFile.bytes(of: "/dev/null") == [])
    }
  #endif

  @Test(
    arguments: [
      ("/no/such/file", .notFound), ("", .notFound), ("/dev/null/x", .notFound), ("/", .isFolder),
      ("/dev/null\u{0}x", .notFound),
    ] as [(String, FileError.Code)])
  func whatCannotBeReadIsNamed(path: String, code: FileError.Code) {
    let error = #expect(throws: FileError.self) { try SystemFile.bytes(of: path) }
    #expect(error?.code == code)
    #expect(error?.path == path)
  }

  @Test(
    arguments: [
      (.notFound, "x: ファイルがありません", "x: no such file"),
      (.noParentFolder, "x: 書き込み先のフォルダーがありません", "x: the folder to write into does not exist"),
      (.isFolder, "x: ファイルではなくフォルダーです", "x: this is a folder, not a file"),
      (.notPermitted, "x: アクセスする権限がありません", "x: permission denied"),
      (.noSpace, "x: 空き容量が足りません", "x: no space left"),
      (.failed, "x: 読み書きできません（Input/output error）", "x: Input/output error"),
    ] as [(FileError.Code, String, String)])
  func theMessageNamesThePath(code: FileError.Code, ja: String, en: String) {
    let message = FileError(code: code, path: "x", words: "Input/output error").message
    #expect(message.ja == ja)
    #expect(message.en == en)
  }
}
