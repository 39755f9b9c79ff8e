extension String {
  /// Whether the text has `word` in it, compared by bytes.
  package func contains(word: String) -> Bool { firstOffset(of: word) != nil }

  /// The offset in bytes at which `word` begins, if the text has it.
  package func firstOffset(of word: String) -> Int? {
    var text = self
    var word = word
    return text.withUTF8 { bytes in
      word.withUTF8 { pattern in
        guard let first = pattern.first, let last = pattern.last, bytes.count >= pattern.count
        else { return nil }
        // Many Japanese characters begin with one byte; the last byte tells more of them apart.
        let end = pattern.count - 1
        var start = 0
        while start <= bytes.count - pattern.count {
          if bytes[start + end] == last, bytes[start] == first {
            var length = 1
            while length < pattern.count, bytes[start + length] == pattern[length] { length += 1 }
            if length == pattern.count { return start }
          }
          start += 1
        }
        return nil
      }
    }
  }
}
