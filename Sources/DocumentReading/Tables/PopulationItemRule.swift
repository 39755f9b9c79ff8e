package import MunicipalModel

/// Says which item a row or column of a population table holds, by its heading and group.
package struct PopulationItemRule: Hashable, Sendable {
  let group: String
  let label: String
  let item: PopulationItem
  let basis: PopulationFigure.Basis
  /// Whom the figures are about, if not the municipality.
  var area: Area?
  /// Whether the heading must be the word itself, with no more than brackets behind it.
  var isWhole = false

  /// Makes a rule; the first rule whose words are in the group and the heading decides.
  ///
  /// - Parameters:
  ///   - label: a word of the heading, such as 増減数; empty for any.
  ///   - group: a word of the heading that spans several, such as 自然動態; empty for any.
  ///   - basis: what the figures are, if they were not observed.
  package init(
    _ label: String, in group: String = "", _ item: PopulationItem,
    basis: PopulationFigure.Basis = .observed
  ) {
    self.group = TextFolding.key(group)
    self.label = TextFolding.key(label)
    self.item = item
    self.basis = basis
  }
}

extension PopulationItemRule {
  /// Whether the words of the rule are in a folded heading below a folded group.
  ///
  /// 人口増減 and 転入超過数 are no 人口 and no 転入, unless the rule says so.
  func fits(label: String, group: String) -> Bool {
    if isWhole, Self.bareName(label) != self.label { return false }
    return (self.label.isEmpty || label.contains(word: self.label) && !turns(Self.name(label)))
      && (self.group.isEmpty || group.contains(word: self.group))
  }

  /// Whether a name makes a change, a rate or a balance of the count that the rule names.
  private func turns(_ name: String) -> Bool {
    item.isCount
      && ["増減", "超過", "率", "割合", "構成比", "前年比", "密度", "当たり", "当り"].contains {
        name.contains(word: $0) && !label.contains(word: $0)
      }
  }

  /// A folded heading without brackets behind it and without a mark or a number in brackets before it.
  private static func bareName(_ label: String) -> String {
    var scanner = TextScanner(label)
    while let first = scanner.current, !first.properties.isAlphabetic, first.decimalDigit == nil {
      scanner.position += 1
    }
    var bare = name(scanner.rest)
    while let last = bare.last, "%‰".contains(last) { bare.removeLast() }
    // 出生 A beside 死亡 B and A-B=C.
    let letters = bare.unicodeScalars
    if letters.count > 2, let last = letters.last, ("A"..."H").contains(last),
      letters.dropLast().last?.isASCII == false
    {
      bare.removeLast()
    }
    return bare
  }

  /// A folded heading without what stands in brackets behind it.
  static func name(_ label: String) -> String { String(label.prefix { !"([【〔".contains($0) }) }

  /// Whether a folded heading names a part of a whole: うち外国人, (うち男), 内訳, 再掲.
  static func isPart(_ heading: String) -> Bool {
    var scanner = TextScanner(heading)
    _ = scanner.read { "([【〔・※*○".unicodeScalars.contains($0) || FigureMarks.isDash($0) }
    return scanner.skip(anyOf: ["うち", "内", "再掲"]) != nil
  }

  /// What the figures are in a year: what the rule says, or else what the year says.
  func basis(in year: PopulationYear) -> PopulationFigure.Basis {
    switch year.basis {
    case .projection where basis != .observed: basis
    case .observed: basis
    default: year.basis
    }
  }
}
