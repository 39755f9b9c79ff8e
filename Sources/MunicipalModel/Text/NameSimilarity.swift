/// How alike two names are.
package enum NameSimilarity {
  /// The Dice coefficient of two names' pairs of neighbouring scalars, 0 to 1.
  ///
  /// Formula: 2 × shared pairs ÷ (pairs of one + pairs of the other). Source: Dice (1945).
  package static func dice(_ left: String, _ right: String) -> Double {
    let leftPairs = pairs(left)
    var rightPairs = pairs(right)
    let total = leftPairs.values.reduce(0, +) + rightPairs.values.reduce(0, +)
    guard total > 0 else { return left == right ? 1 : 0 }
    var shared = 0
    for (pair, count) in leftPairs {
      let common = min(count, rightPairs[pair] ?? 0)
      shared += common
      rightPairs[pair, default: 0] -= common
    }
    return 2 * Double(shared) / Double(total)
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

  private static func pairs(_ text: String) -> [UInt64: Int] {
    var counts: [UInt64: Int] = [:]
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if let previous {
        counts[UInt64(previous.value) << 32 | UInt64(scalar.value), default: 0] += 1
      }
      previous = scalar
    }
    return counts
  }
}
