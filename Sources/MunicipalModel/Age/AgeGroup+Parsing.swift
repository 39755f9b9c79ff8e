extension AgeGroup {
  /// Reads a printed group: 0～4歳, 85歳以上, 20歳代, 20～30代, 15歳未満, `0-4`, `100+`; else `nil`.
  ///
  /// Full-width digits, any kind of dash, 歳, 才 and `years` are read alike. 20代 is 20–29; 20～30代 is
  /// 20–39; a dash after the last number (85～) leaves the group open.
  public init?(printed text: some StringProtocol) {
    var scanner = TextScanner(TextFolding.key(text).lowercased())
    let group = scanner.prefixedAgeGroup() ?? scanner.ageGroup()
    guard let group, scanner.isAtEnd else { return nil }
    self = group
  }
}

extension TextScanner {
  private static let dashes = ["~", "-", "\u{2010}", "\u{2011}", "–", "—", "―", "ー", "to", "から"]
  private static let years = ["歳", "才", "yearsold", "years", "year", "yrs"]
  private static let over = ["以上", "+", "andover", "andolder", "andabove", "orolder", "orover"]

  /// `under 15`.
  fileprivate mutating func prefixedAgeGroup() -> AgeGroup? {
    guard skip(anyOf: ["under", "below"]) != nil, let age = number(maximumDigits: 3) else {
      return nil
    }
    _ = skip(anyOf: Self.years)
    return AgeGroup(0, through: age - 1)
  }

  fileprivate mutating func ageGroup() -> AgeGroup? {
    _ = skip("満") || skip("aged")
    guard let first = number(maximumDigits: 3) else { return nil }
    let hasUnit = skip(anyOf: Self.years) != nil
    if skip("代") {
      guard skip(anyOf: Self.dashes) != nil else { return decades(from: first, through: first) }
      return upperBound(from: first, inDecades: true)
    }
    if skip(anyOf: Self.over) != nil {
      _ = skip(anyOf: Self.years)
      return isAtEnd ? AgeGroup(andOver: first) : exclusiveUpperBound(from: first)
    }
    if skip("未満") { return AgeGroup(0, through: first - 1) }
    if skip("以下") { return AgeGroup(0, through: first) }
    if skip(anyOf: Self.dashes) != nil {
      if isAtEnd { return AgeGroup(andOver: first) }
      return upperBound(from: first)
    }
    return isAtEnd || hasUnit ? AgeGroup(singleYear: first) : nil
  }

  /// 4歳, 30代 after 0～, 20～.
  private mutating func upperBound(from first: Int, inDecades: Bool = false) -> AgeGroup? {
    guard let last = number(maximumDigits: 3) else { return nil }
    _ = skip(anyOf: Self.years)
    if skip("代") { return decades(from: first, through: last) }
    if inDecades { return nil }
    if skip("未満") { return AgeGroup(first, through: last - 1) }
    return AgeGroup(first, through: last)
  }

  /// 75歳未満 after 65歳以上.
  private mutating func exclusiveUpperBound(from first: Int) -> AgeGroup? {
    guard let last = number(maximumDigits: 3) else { return nil }
    _ = skip(anyOf: Self.years)
    guard skip("未満") else { return nil }
    return AgeGroup(first, through: last - 1)
  }

  /// The whole decades, which begin at a full ten.
  private func decades(from first: Int, through last: Int) -> AgeGroup? {
    first % 10 == 0 && last % 10 == 0 ? AgeGroup(first, through: last + 9) : nil
  }
}
