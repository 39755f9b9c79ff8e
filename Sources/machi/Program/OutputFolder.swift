import MachiKurabe

/// Writes several files into a folder, which is made if it is not there.
enum OutputFolder {
  /// Writes files as one: after a fault there are all of the old ones or all of the new.
  ///
  /// - Parameters:
  ///   - files: names, which may begin with those of folders, and texts.
  ///   - path: the folder.
  /// - Throws: ``FileError`` if the folder cannot be made or a file cannot be written.
  static func write(
    _ files: [RenderedFile], to path: String
  ) throws(FileError) {
    let set = files.map { FileSet.File(name: $0.name, bytes: Array($0.text.utf8)) }
    try System.holdingSignals { () throws(FileError) in try FileSet.write(set, to: path) }
  }

  /// Writes those of several files that are not in a folder yet.
  ///
  /// - Parameter kept: is told the name of a file that is there already.
  /// - Throws: ``FileError`` if the folder cannot be made or a file cannot be written.
  static func add(
    _ files: [(name: String, bytes: [UInt8])], to path: String, kept: (String) -> Void
  ) throws(FileError) {
    try FileSet.makeFolders(path)
    for file in files {
      guard case .nothing = try SystemFile.kind(of: "\(path)/\(file.name)") else {
        kept(file.name)
        continue
      }
      try SystemFile.write(file.bytes, to: "\(path)/\(file.name)")
    }
  }
}
