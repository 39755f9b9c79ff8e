public import MunicipalModel

/// Says which item a row or column of a population table holds, by its heading and group.
public struct PopulationItemRule: Hashable, Sendable {
  let group: String
  let label: String
  let item: PopulationItem
  let basis: PopulationFigure.Basis

  /// Makes a rule; the first rule whose words are in the group and the heading decides.
  ///
  /// - Parameters:
  ///   - label: a word of the heading, such as 増減数; empty for any.
  ///   - group: a word of the heading that spans several, such as 自然動態; empty for any.
  ///   - basis: what the figures are, if they were not observed.
  public init(
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
  func fits(label: String, group: String) -> Bool {
    (self.label.isEmpty || label.contains(word: self.label))
      && (self.group.isEmpty || group.contains(word: self.group))
  }

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
