import MunicipalModel

/// Rows that are the difference of others of their table: 確保方策－量の見込み, 差（②－①）, 差引, 過不足.
///
/// They are no indicators. A name with a dash alone, such as B-1グランプリ, is none of them.
struct DerivedRows {
  /// The folded names of all rows.
  private let names: [String]

  /// - Parameter names: the texts of the cells that name rows.
  init(names: [String]) { self.names = Array(Set(names.map { TextFolding.key($0) })) }

  /// Whether a row of these names, the outer ones first, is a difference.
  func contain(_ parts: [String]) -> Bool {
    parts.contains { part in
      let key = TextFolding.key(part)
      return Self.words.contains(Self.plain(key)) || isFormula(key) || namesDifference(key)
    }
  }

  private static let words: Set<String> = [
    "差", "差分", "差額", "差引", "差引き", "差し引き", "差引計", "過不足", "過不足数", "過不足分", "過不足量",
  ]

  /// A name without a number in a circle before it and brackets behind it.
  private static func plain(_ key: String) -> String {
    let start = key.unicodeScalars.drop { $0.circledNumber != nil }
    return TableColumn.name(String(Substring(start)))
  }

  /// ②－①, or B－A where rows are named so.
  private func isFormula(_ key: String) -> Bool {
    let scalars = Array(key.unicodeScalars)
    return scalars.indices.dropFirst().dropLast().contains { index in
      let (left, right) = (scalars[index - 1], scalars[index + 1])
      guard Self.isMinus(scalars[index]) else { return false }
      if left.circledNumber != nil, right.circledNumber != nil { return true }
      return isAlone(index - 1, in: scalars) && isAlone(index + 1, in: scalars)
        && isLabel(left) && isLabel(right)
    }
  }

  private func isAlone(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard scalars[index].properties.isUppercase else { return false }
    return [index - 1, index + 1].allSatisfy { next in
      !scalars.indices.contains(next) || !scalars[next].properties.isAlphabetic
    }
  }

  /// Whether another row has the letter for its label: A 量の見込み, 量の見込み（A）.
  private func isLabel(_ letter: Unicode.Scalar) -> Bool {
    names.contains { name in
      let rest = name.unicodeScalars.dropFirst()
      let begins =
        name.unicodeScalars.first == letter
        && rest.first.map { !$0.isASCII || !$0.properties.isAlphabetic && !Self.isMinus($0) }
          ?? true
      return begins || name.contains(word: "(\(letter))")
    }
  }

  /// 確保方策－量の見込み and 量の見込みと確保方策の差, where other rows have both names.
  private func namesDifference(_ key: String) -> Bool {
    let plain = Self.plain(key)
    let parts = plain.unicodeScalars.split(omittingEmptySubsequences: false) { Self.isMinus($0) }
      .map { String(Substring($0)) }
    if parts.count == 2, parts.allSatisfy({ $0.unicodeScalars.count > 1 }) {
      return parts.allSatisfy { part in isNamed(besides: key) { $0.contains(word: part) } }
    }
    guard plain.hasSuffix("の差") || plain.hasSuffix("との差引") else { return false }
    return isNamed(besides: key) {
      $0.unicodeScalars.count > 2 && plain.contains(word: Self.plain($0))
    }
  }

  /// Whether another row has such a name. A difference stands in a table that a person wrote: beyond 2,000 names
  /// none is looked for, so that no list takes the square of its length.
  private func isNamed(besides key: String, by fits: (String) -> Bool) -> Bool {
    names.count <= 2000 && names.contains { fits($0) && $0 != key }
  }

  private static func isMinus(_ scalar: Unicode.Scalar) -> Bool {
    "-‐–−".unicodeScalars.contains(scalar)
  }
}
