#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Several files that are written into a folder as one: after a fault there are all of the old ones or all of the new.
package enum FileSet {
  /// A file of the set.
  package struct File: Sendable {
    /// Its path below the folder, with a slash behind each folder in it.
    package let name: String
    /// What it holds.
    package let bytes: [UInt8]

    /// Makes a file.
    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// Writes the files, and makes the folder and those that it is in.
  ///
  /// They are written beside their places first. A new folder takes its name at the end; in a folder that is there,
  /// each file takes the place of the old one, and all old ones come back if one cannot. A link is replaced and not
  /// followed. Other files of the folder stay.
  package static func write(_ files: [File], to folder: String) throws(FileError) {
    let folder = withoutEnd(folder)
    switch try SystemFile.kind(of: folder) {
    case .ordinary, .other: throw FileError(code: .notFolder, path: folder)
    case .folder: try replace(files, in: folder)
    case .nothing:
      let parent = SystemFile.folder(of: folder)
      try makeFolders(parent)
      let staged = SystemFile.temporary(in: parent)
      try stage(files, in: staged, for: folder)
      do throws(FileError) {
        try SystemFile.move(staged, to: folder)
      } catch {
        remove(files, in: staged)
        throw error
      }
    }
  }

  /// The path without `/` and `/.` at its end.
  private static func withoutEnd(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") || path.hasSuffix("/.") { path.removeLast() }
    return path
  }

  /// Makes a folder and those that it is in.
  package static func makeFolders(_ path: String) throws(FileError) {
    if path.isEmpty { throw FileError(code: .notFound, path: path) }
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
  }

  /// Writes all files into a new folder; none of it is left if one cannot be written.
  private static func stage(
    _ files: [File], in staged: String, for target: String
  ) throws(FileError) {
    try SystemFile.makeFolder(staged, shown: target)
    do throws(FileError) {
      for folder in folders(of: files) {
        try SystemFile.makeFolder("\(staged)/\(folder)", shown: "\(target)/\(folder)")
      }
      for file in files {
        let place = "\(target)/\(file.name)"
        try SystemFile.create(
          "\(staged)/\(file.name)", file.bytes, mode: SystemFile.ownMode(of: place), shown: place)
      }
    } catch {
      remove(files, in: staged)
      throw error
    }
  }

  /// Puts the files into the places of those of a folder that is there.
  private static func replace(_ files: [File], in folder: String) throws(FileError) {
    let lock = try SystemFile.lock(folder)
    defer { withExtendedLifetime(lock) {} }
    for name in folders(of: files) {
      // A link could lead out of the folder.
      if SystemFile.isLink("\(folder)/\(name)") {
        throw FileError(code: .isLink, path: "\(folder)/\(name)")
      }
      try makeFolders("\(folder)/\(name)")
    }
    for file in files { try SystemFile.checkReplaceable("\(folder)/\(file.name)") }
    let staged = SystemFile.temporary(in: folder)
    try stage(files, in: staged, for: folder)
    let old = files.enumerated().map { File(name: ".old-\($0.offset)", bytes: []) }
    var placed: [(place: String, old: String, wasThere: Bool)] = []
    defer { remove(files + old, in: staged) }
    do throws(FileError) {
      for (file, old) in zip(files, old) {
        let (place, old) = ("\(folder)/\(file.name)", "\(staged)/\(old.name)")
        let wasThere = try SystemFile.keep(place, as: old)
        do throws(FileError) {
          try SystemFile.move("\(staged)/\(file.name)", to: place)
        } catch {
          if wasThere { SystemFile.moveBack(old, to: place) }
          throw error
        }
        placed.append((place, old, wasThere))
      }
    } catch {
      for one in placed.reversed() {
        if one.wasThere {
          SystemFile.moveBack(one.old, to: one.place)
        } else {
          SystemFile.remove(one.place)
        }
      }
      throw error
    }
  }

  /// The folders below the folder that the files stand in, the outer ones first.
  private static func folders(of files: [File]) -> [String] {
    var found: Set<String> = []
    for file in files {
      let parts = file.name.split(separator: "/").dropLast()
      for count in parts.indices { found.insert(parts[...count].joined(separator: "/")) }
    }
    return found.sorted()
  }

  private static func remove(_ files: [File], in staged: String) {
    for file in files { SystemFile.remove("\(staged)/\(file.name)") }
    for folder in folders(of: files).reversed() { rmdir("\(staged)/\(folder)") }
    rmdir(staged)
  }
}
