/// Writes bytes to files and descriptors.
enum OutputFile {
  /// Writes a file as a whole: whoever reads it sees the old content or the new, never a part.
  ///
  /// The bytes go to a new file in the same folder, which then takes the name. A link is followed,
  /// and what is no ordinary file, such as `/dev/null` or a pipe, is written to directly.
  static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let target = System.realPath(path) ?? path
    let existing = try System.status(of: target)
    switch existing?.kind {
    case .folder: throw FileError(code: .isFolder, path: path)
    case .other:
      let descriptor = try System.open(target, for: .writing)
      defer { System.close(descriptor) }
      try write(bytes, to: descriptor, named: path)
      return
    case .file:
      if !System.isWritable(target) { throw FileError(code: .notPermitted, path: path) }
    case nil: break
    }

    let folder = folder(of: target)
    guard try System.status(of: folder)?.kind == .folder else {
      throw FileError(code: .noParentFolder, path: path)
    }
    let suffix = String(UInt32.random(in: 0 ... .max), radix: 36)
    let temporary = "\(folder)/.machikurabe-\(System.processID)-\(suffix)"
    let descriptor = try System.open(temporary, for: .creating(mode: existing?.mode), named: path)
    do throws(FileError) {
      defer { System.close(descriptor) }
      try write(bytes, to: descriptor, named: path)
    } catch {
      System.remove(temporary)
      throw error
    }
    do throws(FileError) {
      try System.rename(temporary, to: target, named: path)
    } catch {
      System.remove(temporary)
      throw error
    }
  }

  /// Writes all bytes to an open descriptor.
  static func write(
    _ bytes: [UInt8], to descriptor: Int32, named path: String
  ) throws(FileError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      rest = rest.dropFirst(try System.write(descriptor, rest, path: path))
    }
  }

  /// The folder that a path is in.
  private static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
