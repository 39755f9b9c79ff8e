import MunicipalModel

/// A name in the forms that the rules compare, made once however many names it is set against.
struct ComparedName {
  /// The name as printed.
  let printed: String
  /// In half width, without spaces, brackets and quotation marks.
  let plain: String
  /// ``plain`` with known variants of spelling replaced.
  let unified: String
  /// ``unified``, without what stands in brackets.
  let withoutNotes: String
  /// The pairs of neighbouring characters of ``unified``.
  let pairs: NameSimilarity.Pairs

  init(_ name: String, variants: NameVariants = .builtIn) {
    printed = name
    plain = Self.plain(name)
    unified = variants.unified(plain)
    withoutNotes = variants.unified(Self.plain(Self.withoutNotes(name)))
    pairs = NameSimilarity.Pairs(unified)
  }

  /// The strictest rule by which two names are the same, with a score from 0 to 1.
  ///
  /// - Parameter leastSimilarity: the least share of common pairs of characters that counts as similar.
  func match(
    _ other: Self, leastSimilarity: Double = 0.6
  ) -> (rule: MatchRule, score: Double)? {
    if printed.isSame(as: other.printed) { return (.exact, 1) }
    if plain.isSame(as: other.plain) { return (.folded, 0.98) }
    if unified.isSame(as: other.unified) { return (.variant, 0.95) }
    if !withoutNotes.isEmpty, withoutNotes.isSame(as: other.withoutNotes) {
      return (.withoutNotes, 0.9)
    }
    let score = pairs.dice(other.pairs)
    return score >= leastSimilarity ? (.similar, score * 0.9) : nil
  }

  /// The name in half width, without spaces, brackets, quotation marks, middle dots and dashes.
  static func plain(_ name: String) -> String {
    String(scalars: TextFolding.key(name).unicodeScalars.filter { !isOrnament($0) })
  }

  /// The name without what stands in brackets.
  private static func withoutNotes(_ name: String) -> String {
    var rest: [Unicode.Scalar] = []
    var depth = 0
    for scalar in TextFolding.key(name).unicodeScalars {
      if opening.contains(scalar) { depth += 1 }
      if depth == 0 { rest.append(scalar) }
      if closing.contains(scalar) { depth = max(0, depth - 1) }
    }
    return String(scalars: rest)
  }

  private static func isOrnament(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "(", ")", "[", "]", "【", "】", "〔", "〕", "「", "」", "『", "』", "“", "”", "\"", "'", "・", "~",
      "-", "、", ",":
      true
    default: false
    }
  }

  private static let opening = Set("([【〔".unicodeScalars)
  private static let closing = Set(")]】〕".unicodeScalars)
}
