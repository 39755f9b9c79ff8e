import OpenData

/// Reads bytes as one kind of file, and ends the program if the reader breaks a promise.
///
/// Whatever the bytes: no trap in reading or in use; the same result whole and in chunks; diagnostics cite
/// lines that are there.
enum FileFuzz<File: OpenDataFile & Equatable> {
  static func read(_ bytes: [UInt8], use: (File) -> Void) {
    // The first bytes of an input say where it is cut, so that a saved input fails again.
    let step = 1 + bytes.prefix(2).reduce(0) { $0 * 256 + Int($1) } % 4096
    let whole = result { try File.read(bytes, document: "fuzz") }
    let encoding = TextEncoding.detect(bytes)
    let forced = result { try File.read(bytes, document: "fuzz", encoding: encoding) }
    let chunked = result {
      var reader = File.reader(document: "fuzz", encoding: encoding)
      var start = 0
      while start < bytes.count {
        reader.append(Array(bytes[start..<min(bytes.count, start + step)]))
        start += step
      }
      return try reader.finish()
    }
    guard forced == chunked else {
      fatalError("chunks of \(step) bytes give another result:\n\(forced)\n\(chunked)")
    }
    guard case .success(let file) = whole else { return }
    let lines = 1 + bytes.count { $0 == 0x0A || $0 == 0x0D }
    for diagnostic in file.diagnostics where !(1...lines).contains(diagnostic.citation.line) {
      fatalError("line \(diagnostic.citation.line) of \(lines): \(diagnostic)")
    }
    use(file)
  }

  private static func result(_ body: () throws -> File) -> Result<File, OpenDataError> {
    do {
      return .success(try body())
    } catch let error as OpenDataError {
      return .failure(error)
    } catch {
      fatalError("an error of another type: \(error)")
    }
  }
}
