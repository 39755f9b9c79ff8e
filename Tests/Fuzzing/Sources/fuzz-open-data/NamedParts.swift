/// Several files in one input: a line `--- NAME` begins each.
enum NamedParts {
  static func of(_ bytes: [UInt8]) -> [(name: String, bytes: [UInt8])] {
    var parts: [(name: String, bytes: [UInt8])] = []
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.starts(with: Array("--- ".utf8)) {
        parts.append((String(decoding: line.dropFirst(4), as: UTF8.self), []))
      } else if !parts.isEmpty {
        parts[parts.count - 1].bytes += line + [0x0A]
      }
    }
    return parts.filter { (1..<1000).contains($0.name.utf8.count) }
  }
}
