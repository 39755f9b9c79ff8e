import Foundation
import TestSupport
import Testing

@testable import TextFormats

struct FileSetTests {
  private let files = [
    FileSet.File(name: "a.csv", bytes: Array("new a\n".utf8)),
    FileSet.File(name: "charts/b.svg", bytes: Array("new b\n".utf8)),
    FileSet.File(name: "c.json", bytes: Array("new c\n".utf8)),
  ]

  /// What a folder holds: each file's path and text.
  private func contents(_ folder: TemporaryFolder, _ name: String) throws -> [String: String] {
    let root = folder.file(name)
    var found: [String: String] = [:]
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    for path in names {
      if SystemFile.isFile("\(root)/\(path)") { found[path] = try folder.text("\(name)/\(path)") }
    }
    return found
  }

  private let new = ["a.csv": "new a\n", "charts/b.svg": "new b\n", "c.json": "new c\n"]

  @Test(arguments: ["new", "outer/new", "outer/new/"])
  func aNewFolderHasAllFiles(name: String) throws {
    try TemporaryFolder.use { folder in
      try FileSet.write(files, to: folder.file(name))
      #expect(try contents(folder, name) == new)
      #expect(try folder.names == [name.hasPrefix("outer") ? "outer" : "new"])
    }
  }

  @Test func oldFilesAreReplacedAndOthersStay() throws {
    try TemporaryFolder.use { folder in
      try FileSet.write(
        [
          FileSet.File(name: "a.csv", bytes: Array("old".utf8)),
          FileSet.File(name: "notes.txt", bytes: Array("mine".utf8)),
        ], to: folder.file("x"))
      try FileSet.write(files, to: folder.file("x"))
      var expected = new
      expected["notes.txt"] = "mine"
      #expect(try contents(folder, "x") == expected)
    }
  }

  @Test func aReplacedFileKeepsItsMode() throws {
    try TemporaryFolder.use { folder in
      try FileSet.write(files, to: folder.file("x"))
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o600], ofItemAtPath: folder.file("x/a.csv"))
      try FileSet.write(files, to: folder.file("x"))
      #expect(try folder.mode("x/a.csv") == 0o600)
    }
  }

  @Test(arguments: ["x/", "x//", "x/.", "x/./"])
  func theEndOfAPathDoesNotMatter(name: String) throws {
    try TemporaryFolder.use { folder in
      try FileSet.write(files, to: folder.file(name))
      #expect(try contents(folder, "x") == new)
      #expect(try folder.names == ["x"])
    }
  }

  @Test func aLinkedFolderIsRefused() throws {
    try TemporaryFolder.use { folder in
      try SystemFile.makeFolder(folder.file("outside"), shown: "")
      try SystemFile.makeFolder(folder.file("x"), shown: "")
      try FileManager.default.createSymbolicLink(
        atPath: folder.file("x/charts"), withDestinationPath: folder.file("outside"))
      let error = try #require(throws: FileError.self) {
        try FileSet.write(files, to: folder.file("x"))
      }
      #expect(error.code == .isLink)
      #expect(try contents(folder, "outside").isEmpty)
      #expect(try contents(folder, "x").isEmpty)
    }
  }

  @Test func aLinkIsReplacedAndNotFollowed() throws {
    try TemporaryFolder.use { folder in
      try SystemFile.write(Array("outside".utf8), to: folder.file("outside"))
      try SystemFile.makeFolder(folder.file("x"), shown: "x")
      try FileManager.default.createSymbolicLink(
        atPath: folder.file("x/a.csv"), withDestinationPath: folder.file("outside"))
      try FileSet.write(files, to: folder.file("x"))
      #expect(try folder.text("outside") == "outside")
      #expect(try contents(folder, "x") == new)
    }
  }

  /// Lets the calls of the system fail one after another: each in turn, until none is left to fail.
  private func failInTurn(
    _ attempt: () throws -> Void, check: ((any Error)?, Int) throws -> Void
  ) throws -> Int {
    for turn in 1...200 {
      let counter = Counter(turn)
      var thrown: (any Error)?
      do {
        try SystemCall.$fault.withValue({ _ in counter.next() ? ENOSPC : nil }) { try attempt() }
      } catch {
        thrown = error
      }
      try check(thrown, turn)
      if !counter.hasFired { return turn - 1 }
    }
    Issue.record("more than 200 calls")
    return 200
  }

  @Test func afterAFaultANewFolderIsNotThere() throws {
    try TemporaryFolder.use { folder in
      let calls = try failInTurn {
        try FileSet.write(files, to: folder.file("x"))
      } check: { error, turn in
        let names = try folder.names
        #expect(error == nil ? names == ["x"] : names == [], "call \(turn): \(names)")
        if error == nil { #expect(try contents(folder, "x") == new) }
      }
      // Two folders, then three files opened and written, and one name given.
      #expect(calls == 2 + 3 * 2 + 1)
    }
  }

  @Test func afterAFaultAllOldFilesAreThere() throws {
    try TemporaryFolder.use { folder in
      let old = ["a.csv": "old a", "c.json": "old c", "mine": "my own"]
      for (name, text) in old {
        try FileSet.write(
          [FileSet.File(name: name, bytes: Array(text.utf8))], to: folder.file("x"))
      }
      let calls = try failInTurn {
        try FileSet.write(files, to: folder.file("x"))
      } check: { error, turn in
        let found = try contents(folder, "x")
        var all = new
        all["mine"] = "my own"
        #expect(found == (error == nil ? all : old), "call \(turn): \(found)")
      }
      #expect(calls > 12)
    }
  }

  @Test func anotherWriterIsRefused() throws {
    try TemporaryFolder.use { folder in
      try FileSet.write(files, to: folder.file("x"))
      let lock = try SystemFile.lock(folder.file("x"))
      let error = try #require(throws: FileError.self) {
        try FileSet.write(files, to: folder.file("x"))
      }
      #expect(error.code == .inUse)
      withExtendedLifetime(lock) {}
    }
  }

  @Test func aReadThatFailsIsAnErrorWithItsFile() throws {
    try TemporaryFolder.use { folder in
      try SystemFile.write(Array("text".utf8), to: folder.file("a"))
      let calls = try failInTurn {
        _ = try BoundedFile.bytes(of: folder.file("a"), name: "a.txt")
      } check: { error, _ in
        if let error {
          let error = try #require(error as? DataFileError)
          #expect(error.code == .notReadable && error.place?.source == "a.txt")
        }
      }
      #expect(calls == 3)  // It is opened, read, and read to its end.
    }
  }

  @Test func whatMayNotBeReadIsSaidToBeThat() throws {
    try TemporaryFolder.use { folder in
      try SystemFile.write(Array("text".utf8), to: folder.file("a"))
      let error = try #require(throws: DataFileError.self) {
        try SystemCall.$fault.withValue({ $0 == .open ? EACCES : nil }) {
          _ = try BoundedFile.bytes(of: folder.file("a"), name: "a.txt")
        }
      }
      #expect(error.message.ja == "a.txt: アクセスする権限がありません")
      #expect(error.message.en == "a.txt: permission denied")
    }
  }
}

/// Says once, at the call of a given number, that it is to fail.
private final class Counter: @unchecked Sendable {
  private let turn: Int
  private var count = 0

  init(_ turn: Int) { self.turn = turn }

  var hasFired: Bool { count >= turn }

  func next() -> Bool {
    count += 1
    return count == turn
  }
}
