/// Words that are looked for at many places, which a ``TextScanner`` skips faster than one after the other.
package struct WordList: Sendable, ExpressibleByArrayLiteral {
  /// The words; the first that stands at a place is taken.
  package let words: [String]
  let scalars: [[Unicode.Scalar]]
  private let firsts: [Unicode.Scalar]

  /// Makes a list of words, none of them empty.
  package init(_ words: [String]) {
    self.words = words.filter { !$0.isEmpty }
    scalars = self.words.map { Array($0.unicodeScalars) }
    firsts = scalars.map { $0[0] }
  }

  /// Makes a list of words, none of them empty.
  package init(arrayLiteral words: String...) { self.init(words) }

  /// Which word stands at a place of folded scalars.
  package func index(at position: Int, of text: [Unicode.Scalar]) -> Int? {
    guard position < text.count else { return nil }
    let first = text[position]
    return firsts.indices.first { index in
      firsts[index] == first && text[position...].starts(with: scalars[index])
    }
  }
}
