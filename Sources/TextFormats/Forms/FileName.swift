/// The parts of a file's name.
struct FileName {
  /// The name without its folders and without its ending.
  let stem: String
  /// The ending in small letters, without the dot; empty if there is none.
  let ending: String

  init(_ name: String) {
    let name = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? name
    if let dot = name.lastIndex(of: "."), dot > name.startIndex {
      stem = String(name[..<dot])
      ending = name[name.index(after: dot)...].lowercased()
    } else {
      stem = name
      ending = ""
    }
  }
}
