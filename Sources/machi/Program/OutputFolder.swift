import MachiKurabe

/// Writes several files into a folder, which is made if it is not there.
enum OutputFolder {
  /// Writes files.
  ///
  /// - Parameters:
  ///   - files: names and texts.
  ///   - path: the folder.
  /// - Throws: ``FileError`` if the folder cannot be made or a file cannot be written.
  static func write(
    _ files: [RenderedFile], to path: String
  ) throws(FileError) {
    try make(path)
    for file in files { try SystemFile.write(Array(file.text.utf8), to: "\(path)/\(file.name)") }
  }

  /// Writes those of several files that are not in a folder yet.
  ///
  /// - Parameter kept: is told the name of a file that is there already.
  /// - Throws: ``FileError`` if the folder cannot be made or a file cannot be written.
  static func add(
    _ files: [(name: String, bytes: [UInt8])], to path: String, kept: (String) -> Void
  ) throws(FileError) {
    try make(path)
    for file in files {
      guard case .nothing = try SystemFile.kind(of: "\(path)/\(file.name)") else {
        kept(file.name)
        continue
      }
      try SystemFile.write(file.bytes, to: "\(path)/\(file.name)")
    }
  }

  /// Makes a folder and the folders that it is in.
  private static func make(_ path: String) throws(FileError) {
    var end = path.startIndex
    while end < path.endIndex {
      end = path[end...].dropFirst().firstIndex(of: "/") ?? path.endIndex
      let part = String(path[..<end])
      switch try SystemFile.kind(of: part) {
      case .folder: continue
      case .ordinary, .other: throw FileError(code: .notFolder, path: part)
      case .nothing: try SystemFile.makeFolder(part, shown: path)
      }
    }
    if path.isEmpty { throw FileError(code: .notFound, path: path) }
  }
}
