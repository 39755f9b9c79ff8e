/// How alike two names are.
package enum NameSimilarity {
  /// The Dice coefficient of two names' pairs of neighbouring scalars, 0 to 1.
  ///
  /// Formula: 2 × shared pairs ÷ (pairs of one + pairs of the other). Source: Dice (1945).
  package static func dice(_ left: String, _ right: String) -> Double {
    Pairs(left).dice(Pairs(right))
  }

  /// The pairs of neighbouring scalars of a name, made once however many names it is compared with.
  package struct Pairs {
    private let text: String
    /// The pairs in ascending order.
    private let pairs: [UInt64]

    /// Takes a name apart.
    package init(_ text: String) {
      self.text = text
      var pairs: [UInt64] = []
      var previous: Unicode.Scalar?
      for scalar in text.unicodeScalars {
        if let previous { pairs.append(UInt64(previous.value) << 32 | UInt64(scalar.value)) }
        previous = scalar
      }
      self.pairs = pairs.sorted()
    }

    /// The Dice coefficient of two names' pairs.
    package func dice(_ other: Self) -> Double {
      let total = pairs.count + other.pairs.count
      guard total > 0 else { return text == other.text ? 1 : 0 }
      var (left, right, shared) = (0, 0, 0)
      while left < pairs.count, right < other.pairs.count {
        if pairs[left] == other.pairs[right] {
          shared += 1
          left += 1
          right += 1
        } else if pairs[left] < other.pairs[right] {
          left += 1
        } else {
          right += 1
        }
      }
      return 2 * Double(shared) / Double(total)
    }
  }

  /// The text with every `word` replaced.
  package static func replacing(_ word: String, with other: String, in text: String) -> String {
    let pattern = Array(word.unicodeScalars)
    let scalars = Array(text.unicodeScalars)
    guard !pattern.isEmpty else { return text }
    var result = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      if scalars[index...].starts(with: pattern) {
        result.append(contentsOf: other.unicodeScalars)
        index += pattern.count
      } else {
        result.append(scalars[index])
        index += 1
      }
    }
    return String(result)
  }
}
