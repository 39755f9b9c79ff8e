import MunicipalModel

/// The words and signs that make of a number a limit: 以上, 未満, 超, 最大, ≧.
enum FigureBounds {
  /// Reads such a word before a number; words other than 約 and signs are told as remarks.
  static func skip(
    before scanner: inout TextScanner
  ) -> (bound: Quantity.Bound, remark: String)? {
    guard let index = prefixWords.index(at: scanner.position, of: scanner.scalars) else {
      return nil
    }
    let (word, bound) = prefixes[index]
    scanner.position += word.unicodeScalars.count
    let isWord = bound != .about && word.unicodeScalars.count > 1 && !word.ends(with: "=")
    return (bound, isWord ? word : "")
  }

  /// Reads such a word behind a number and its unit.
  static func skip(behind scanner: inout TextScanner) -> Quantity.Bound? {
    let start = scanner.position
    scanner.skipSpaces()
    if let index = suffixWords.index(at: scanner.position, of: scanner.scalars) {
      let (word, bound) = suffixes[index]
      scanner.position += word.unicodeScalars.count
      if !short.contains(word) || mayEnd(scanner) { return bound }
    }
    scanner.position = start
    return nil
  }

  /// The limit that a text is the word of, as the bracket of 2,000人（以上）.
  static func bound(_ text: String) -> Quantity.Bound? {
    var scanner = TextScanner(text)
    guard let bound = skip(behind: &scanner) ?? skip(before: &scanner)?.bound else { return nil }
    return scanner.isAtEnd ? bound : nil
  }

  /// Whether such a word stands at the scanner.
  static func begin(at scanner: TextScanner) -> Bool {
    guard let first = scanner.current, firstScalars.contains(first) else { return false }
    var scanner = scanner
    return skip(behind: &scanner) != nil
  }

  /// Whether a single character can be the last of a figure, or stand before its unit, rather than be the
  /// first of a unit.
  private static func mayEnd(_ scanner: TextScanner) -> Bool {
    guard let next = scanner.current else { return true }
    return next.decimalDigit != nil || " ()※*/~見のを".unicodeScalars.contains(next)
      || MeasureUnit.isCommon(scanner.rest)
  }

  private static let prefixes: [(String, Quantity.Bound)] = [
    ("約", .about), ("およそ", .about), ("おおよそ", .about), ("概ね", .about), ("おおむね", .about),
    ("ほぼ", .about),
    ("少なくとも", .atLeast), ("最低でも", .atLeast), ("最低", .atLeast), ("最小", .atLeast), ("最少", .atLeast),
    ("下限", .atLeast), ("多くとも", .atMost), ("最大", .atMost), ("最高", .atMost), ("最多", .atMost),
    ("上限", .atMost), ("≧", .atLeast), ("≥", .atLeast), (">=", .atLeast), ("≦", .atMost),
    ("≤", .atMost), ("<=", .atMost), (">", .above), ("<", .below),
  ]

  private static let suffixes: [(String, Quantity.Bound)] = [
    ("以上", .atLeast), ("以下", .atMost), ("以内", .atMost), ("未満", .below), ("を超える", .above),
    ("を超え", .above),
    ("超え", .above), ("超", .above), ("を上回る", .above), ("を下回る", .below), ("に満たない", .below),
    ("程度", .about), ("前後", .about), ("内外", .about), ("ほど", .about), ("くらい", .about),
    ("ぐらい", .about),
    ("余り", .about), ("余", .about), ("強", .about), ("弱", .about),
    // 90%≦ says that what is meant is not below 90 %.
    ("≦", .atLeast), ("≤", .atLeast), ("<=", .atLeast), ("≧", .atMost), ("≥", .atMost),
    (">=", .atMost), ("<", .above), (">", .below),
  ]

  private static let prefixWords = WordList(prefixes.map(\.0))
  private static let suffixWords = WordList(suffixes.map(\.0))

  private static let short: Set<String> = ["超", "余", "強", "弱"]

  private static let firstScalars = Set(suffixes.compactMap { $0.0.unicodeScalars.first })
}
