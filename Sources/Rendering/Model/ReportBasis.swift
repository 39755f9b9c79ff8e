public import MunicipalModel

/// What the figures of a whole table come from, where their cells do not cite anything themselves.
///
/// A table of counts or of projected people says once what was counted or computed, and from which
/// printed cells, instead of at every figure.
public struct ReportBasis: Hashable, Sendable {
  /// How the figures were computed, or what was counted.
  public let formula: LocalizedText
  /// The printed cells that they were computed from.
  public let sources: [Citation]

  /// Makes a basis; a cell that is cited several times is kept once.
  public init(formula: LocalizedText, sources: [Citation]) {
    self.formula = formula
    self.sources = sources.uniqued
  }
}
