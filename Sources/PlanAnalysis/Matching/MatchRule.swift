public import MunicipalModel

/// By what two names were taken for the same, the strictest rule first.
public enum MatchRule: String, Hashable, Sendable, Codable, CaseIterable {
  /// The names are the same to the letter.
  case exact
  /// They are the same in half width and without spaces, brackets and quotation marks.
  case folded
  /// They are the same with known variants of spelling replaced.
  case variant
  /// They are the same without what stands in brackets.
  case withoutNotes = "without_notes"
  /// They share most pairs of neighbouring characters.
  case similar
  /// Nothing else is left in two entries that belong together, and the unit is the same.
  case onlyOneLeft = "only_one_left"

  /// The rule in words.
  public var label: LocalizedText {
    switch self {
    case .exact: LocalizedText(ja: "完全一致", en: "same to the letter")
    case .folded: LocalizedText(ja: "全角・括弧の違い", en: "same but for width and brackets")
    case .variant: LocalizedText(ja: "表記の違い", en: "same but for spelling")
    case .withoutNotes: LocalizedText(ja: "注記の違い", en: "same but for notes")
    case .similar: LocalizedText(ja: "似た名称", en: "similar name")
    case .onlyOneLeft: LocalizedText(ja: "残る一つ", en: "the only one left")
    }
  }
}

/// Compares names by the rules, from the strictest on.
struct NameMatcher {
  var variants = NameVariants.builtIn
  /// The least share of common pairs of characters that counts as similar.
  var leastSimilarity = 0.6

  /// The strictest rule by which two names are the same, with a score from 0 to 1.
  func match(_ left: String, _ right: String) -> (rule: MatchRule, score: Double)? {
    if left == right { return (.exact, 1) }
    let (plainLeft, plainRight) = (Self.plain(left), Self.plain(right))
    if plainLeft == plainRight { return (.folded, 0.98) }
    let (unifiedLeft, unifiedRight) = (variants.unified(plainLeft), variants.unified(plainRight))
    if unifiedLeft == unifiedRight { return (.variant, 0.95) }
    let withoutLeft = variants.unified(Self.plain(Self.withoutNotes(left)))
    let withoutRight = variants.unified(Self.plain(Self.withoutNotes(right)))
    if !withoutLeft.isEmpty, withoutLeft == withoutRight { return (.withoutNotes, 0.9) }
    let score = NameSimilarity.dice(unifiedLeft, unifiedRight)
    return score >= leastSimilarity ? (.similar, score * 0.9) : nil
  }

  /// The name in half width, without spaces, brackets, quotation marks, middle dots and dashes.
  static func plain(_ name: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in TextFolding.key(name).unicodeScalars where !isOrnament(scalar) {
      view.append(scalar)
    }
    return String(view)
  }

  /// The name without what stands in brackets.
  static func withoutNotes(_ name: String) -> String {
    var view = String.UnicodeScalarView()
    var depth = 0
    for scalar in TextFolding.key(name).unicodeScalars {
      if "([【〔".unicodeScalars.contains(scalar) { depth += 1 }
      if depth == 0 { view.append(scalar) }
      if ")]】〕".unicodeScalars.contains(scalar) { depth = max(0, depth - 1) }
    }
    return String(view)
  }

  private static func isOrnament(_ scalar: Unicode.Scalar) -> Bool {
    "()[]【】〔〕「」『』“”\"'・~-、,".unicodeScalars.contains(scalar)
  }
}
