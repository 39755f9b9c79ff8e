#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension String {
  /// Whether the text is the other, compared by bytes.
  package func isSame(as other: String) -> Bool {
    utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }

  /// Whether the text begins with `word`, compared by bytes.
  package func begins(with word: String) -> Bool {
    utf8.count >= word.utf8.count && utf8.starts(with: word.utf8)
  }

  /// Whether the text ends with `word`, compared by bytes.
  package func ends(with word: String) -> Bool {
    utf8.count >= word.utf8.count && utf8.suffix(word.utf8.count).elementsEqual(word.utf8)
  }

  /// Whether the text has `word` in it, compared by bytes.
  package func contains(word: String) -> Bool { firstOffset(of: word) != nil }

  /// The offset in bytes at which `word` begins, if the text has it.
  package func firstOffset(of word: String) -> Int? {
    var text = self
    var word = word
    return text.withUTF8 { bytes in
      word.withUTF8 { pattern in
        guard let first = pattern.first, let last = pattern.last, let base = bytes.baseAddress
        else { return nil }
        // Many Japanese characters begin with one byte; the last byte tells more of them apart.
        let end = pattern.count - 1
        var place = end
        while place < bytes.count,
          let found = memchr(base + place, Int32(last), bytes.count - place)
        {
          place = UnsafeRawPointer(found) - UnsafeRawPointer(base)
          let start = place - end
          if bytes[start] == first, bytes[start..<place].elementsEqual(pattern[..<end]) {
            return start
          }
          place += 1
        }
        return nil
      }
    }
  }
}
