public import MunicipalModel

extension IndicatorProgress {
  /// A computed measure of progress with how it was computed and the cells it comes from.
  public struct Figure: Hashable, Sendable {
    /// The measure.
    public let value: Double
    /// How it was computed, with the figures themselves.
    public let formula: String
    /// The printed cells.
    public let sources: [Citation]

    init(_ value: Double, _ formula: String, sources: [Citation]) {
      self.value = value
      self.formula = formula
      self.sources = sources
    }
  }
}

extension IndicatorProgress.Figure: CustomStringConvertible {
  /// The formula and the measure, rounded to two decimals: `148 ÷ 230 × 100 = 64.35`.
  public var description: String {
    let hundredths = (value * 100).rounded()
    return "\(formula) = \(hundredths / 100)"
  }
}

/// A measure of progress, or why there is none.
public typealias ProgressResult = Result<IndicatorProgress.Figure, FigureGap>

extension Result where Failure == FigureGap {
  /// What was computed, if it is defined.
  public var defined: Success? {
    guard case .success(let success) = self else { return nil }
    return success
  }

  /// Why it is not defined, if it is not.
  public var gap: FigureGap? {
    guard case .failure(let gap) = self else { return nil }
    return gap
  }
}

extension IndicatorProgress {
  /// A measure of progress that a scale can judge.
  public enum Measure: String, Hashable, Sendable, CaseIterable {
    /// ``IndicatorProgress/achievement``, in percent.
    case achievement
    /// ``IndicatorProgress/progressFromBaseline``, in percent.
    case progress
    /// ``IndicatorProgress/pace``; 1 is exactly on schedule.
    case pace
    /// The ratio of ``IndicatorProgress/compoundGrowth``, in percent.
    case compoundGrowth = "compound_growth"

    /// The name of the measure.
    public var label: LocalizedText {
      switch self {
      case .achievement: LocalizedText(ja: "達成率", en: "achievement")
      case .progress: LocalizedText(ja: "基準値からの進捗", en: "progress from the baseline")
      case .pace: LocalizedText(ja: "ペース", en: "pace")
      case .compoundGrowth: LocalizedText(ja: "成長率の比", en: "ratio of growth rates")
      }
    }

    /// The unit of the measure: percent, or nothing for the pace.
    public var unit: String { self == .pace ? "" : "%" }
  }
}

extension IndicatorProgress {
  /// The measure that a scale judges.
  public func figure(for measure: IndicatorProgress.Measure) -> ProgressResult {
    switch measure {
    case .achievement: achievement
    case .progress: progressFromBaseline
    case .pace: pace
    case .compoundGrowth: compoundGrowth.map(\.ratio)
    }
  }
}
