public import MunicipalModel

/// A published rate, share, change or mean against the same figure computed from its parts.
///
/// Both are compared in the digits that were printed, so an agreement is exact.
public struct PublishedRateCheck: Hashable, Sendable {
  /// Whether the published figure follows from its parts.
  public enum Outcome: Hashable, Sendable {
    /// It does.
    case agrees
    /// It does not: published less expected, in the printed unit.
    case differs(by: ExactDecimal)
  }

  /// One way to compute the figure, and what it gives.
  public struct Recomputation: Hashable, Sendable {
    /// What is computed, with its time.
    public let label: LocalizedText
    /// How, in words.
    public let formula: LocalizedText
    /// The printed cells that it is computed from.
    public let sources: [Citation]
    /// The result under the rule of the check, with as many digits as were published.
    public let expected: ExactDecimal
    /// Every rule that turns the exact result into the published figure.
    public let reproducingRules: [RoundingRule]
  }

  /// The figure as published.
  public let published: ExactDecimal
  /// Where it was printed.
  public let citation: Citation?
  /// The unit of the figure.
  public let unit: LocalizedText
  /// The rule by which the figure is expected to be rounded.
  public let rule: RoundingRule
  /// The figure computed as it should be.
  public let recomputation: Recomputation
  /// Whether the published figure follows.
  public let outcome: Outcome
  /// Other inputs or methods that give exactly the published figure, if the right ones do not.
  ///
  /// A hint is no proof: with few digits, another input can hit the same figure by chance.
  public let hints: [Recomputation]

  /// Checks a published figure.
  ///
  /// - Parameters:
  ///   - published: the figure as printed, in the unit of `figure`; its digits are those compared.
  ///   - bound: whether the figure is a limit (100%超); it follows if the computed figure keeps to it.
  ///   - citation: where it was printed.
  ///   - figure: what it should be.
  ///   - rule: how it should be rounded.
  ///   - candidates: what it might be instead, such as the figure of another year.
  /// - Throws: ``DemographyError`` with `unsupported-decimals` if more than 9 decimals were printed, and
  ///   with `too-large` if a figure has more than 18 digits.
  package init(
    _ published: ExactDecimal, bound: Quantity.Bound? = nil, citation: Citation? = nil,
    against figure: any DerivedFigure,
    rule: RoundingRule = .halfUp, candidates: [any DerivedFigure] = []
  ) throws(DemographyError) {
    guard published.scale <= 9 else {
      throw DemographyError(code: .unsupportedDecimals, subject: figure.label)
    }
    guard let recomputation = Recomputation(figure, of: published, rule: rule),
      let difference = published.subtracting(recomputation.expected)
    else { throw DemographyError(code: .tooLarge, subject: figure.label) }
    self.published = published
    self.citation = citation
    unit = figure.unit
    self.rule = rule
    self.recomputation = recomputation
    let agrees =
      bound.flatMap { $0.holds(figure.value, against: published.doubleValue) } ?? difference.isZero
    outcome = agrees ? .agrees : .differs(by: difference)
    hints =
      agrees
      ? []
      : candidates.compactMap { Recomputation($0, of: published, rule: rule) }
        .filter { $0.expected == published }
  }

  /// What the figure should read under the rule of the check.
  public var expected: ExactDecimal { recomputation.expected }

  /// Every rule under which the right inputs give the published figure.
  public var reproducingRules: [RoundingRule] { recomputation.reproducingRules }
}

extension Quantity.Bound {
  /// Whether a figure keeps to a limit; `nil` if that is none.
  fileprivate func holds(_ value: Double, against limit: Double) -> Bool? {
    switch self {
    case .atLeast: value >= limit
    case .atMost: value <= limit
    case .above: value > limit
    case .below: value < limit
    case .about: nil
    }
  }
}

extension PublishedRateCheck.Recomputation {
  /// Computes a figure in the digits of the published one, or `nil` if it has more than 18 digits.
  fileprivate init?(_ figure: any DerivedFigure, of published: ExactDecimal, rule: RoundingRule) {
    guard let expected = figure.rounded(to: published.scale, rule: rule) else { return nil }
    self.expected = expected
    label = figure.label
    formula = figure.formula
    sources = figure.sources
    reproducingRules = RoundingRule.allCases.filter {
      figure.rounded(to: published.scale, rule: $0) == published
    }
  }
}
