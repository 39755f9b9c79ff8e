public import MunicipalModel

/// What a target aims at, seen from its baseline, and how that was found out.
public struct Aim: Hashable, Sendable, Codable {
  /// Which way is better.
  public enum Direction: String, Hashable, Sendable, Codable, CaseIterable {
    /// More is better.
    case higher
    /// Less is better.
    case lower
  }

  /// What the target asks for.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// The target lies on the better side of the baseline: a rise or a reduction that is wanted.
    case improvement
    /// The target equals the baseline.
    case maintenance
    /// The target lies on the worse side of the baseline: less is expected than there was.
    case loweredExpectation = "lowered_expectation"
    /// There is no baseline to see it from.
    case unknown
  }

  /// Where the direction comes from.
  public enum Basis: String, Hashable, Sendable, Codable, CaseIterable {
    /// The caller, a word of the direction list, or 以上 / 以下 in the target.
    case stated
    /// The target lies above or below the baseline.
    case inferred
    /// Neither: more is taken to be better.
    case assumed
  }

  /// Which way is better.
  public let direction: Direction
  /// What the target asks for.
  public let kind: Kind
  /// Where the direction comes from.
  public let basis: Basis
  /// Why, in words.
  public let reason: LocalizedText
  /// The years of the plan by which a target that counts over the plan was divided, to set it against a
  /// baseline of one year; `nil` if both were compared as printed.
  public let comparedPerYearOf: Int?

  /// The aim of an indicator.
  ///
  /// The caller's direction wins over 以上 and 以下 in the target, that over the list, and the list over
  /// what baseline and target tell. A target that counts over the plan's years is set against the
  /// baseline of one year by its share of a year; as such a count only grows, no direction is inferred
  /// from it.
  ///
  /// - Parameters:
  ///   - indicator: its baseline and target decide where nothing else does.
  ///   - term: the plan's term.
  ///   - directions: words that tell the direction.
  ///   - stated: the direction that the caller states.
  public init(
    of indicator: Indicator, term: Period? = nil, directions: DirectionList = .builtIn,
    stated: Direction? = nil
  ) {
    self.init(
      of: indicator, term: term, rule: directions.rule(for: indicator.name), stated: stated)
  }

  /// The aim of an indicator whose rule in the list is known.
  init(of indicator: Indicator, term: Period?, rule: DirectionRule?, stated: Direction?) {
    let target = indicator.targetMayBeIncrease ? nil : indicator.target?.reading.quantity
    let comparison = target.flatMap { Comparison(of: indicator, target: $0, term: term) }
    comparedPerYearOf = comparison?.years
    let known =
      stated.map { ($0, LocalizedText(ja: "利用者の指定", en: "stated by the caller")) }
      ?? Self.bound(of: target) ?? rule.map { Self.listed(indicator, by: $0) }
    if let known {
      (direction, reason) = known
      basis = .stated
    } else if let comparison, comparison.allowsInference, comparison.order != 0 {
      direction = comparison.order > 0 ? .higher : .lower
      basis = .inferred
      reason =
        comparison.order > 0
        ? LocalizedText(ja: "目標値が基準値より大きい", en: "the target is above the baseline")
        : LocalizedText(ja: "目標値が基準値より小さい", en: "the target is below the baseline")
    } else {
      direction = .higher
      basis = .assumed
      reason = LocalizedText(
        ja: "手がかりがないため増加が望ましいとみなす", en: "nothing tells, so more is taken to be better")
    }
    switch comparison?.order {
    case nil: kind = .unknown
    case 0?: kind = .maintenance
    case let order?:
      kind = (order > 0) == (direction == .higher) ? .improvement : .loweredExpectation
    }
  }

  private static func bound(of target: Quantity?) -> (Direction, LocalizedText)? {
    switch target?.bound {
    case .atLeast, .above:
      (.higher, LocalizedText(ja: "目標値に「以上」とある", en: "the target says: at least"))
    case .atMost, .below:
      (.lower, LocalizedText(ja: "目標値に「以下」とある", en: "the target says: at most"))
    case .about, nil: nil
    }
  }

  private static func listed(
    _ indicator: Indicator, by rule: DirectionRule
  ) -> (Direction, LocalizedText) {
    let reason = LocalizedText(
      ja: "「\(rule.word)」: \(rule.reason.ja)", en: "\(rule.word): \(rule.reason.en)")
    switch rule.sense {
    case .higher: return (.higher, reason)
    case .lower: return (.lower, reason)
    case .loss: return (indicator.isPrintedBelowZero ? .higher : .lower, reason)
    }
  }
}

/// A target against its baseline.
private struct Comparison {
  /// Above zero if the target is larger than the baseline, below if it is smaller.
  let order: Int
  /// The years by which the target was divided.
  let years: Int?
  /// Whether the order tells the direction.
  let allowsInference: Bool

  init?(of indicator: Indicator, target: Quantity, term: Period?) {
    guard let baseline = indicator.first(.baseline),
      let start = try? StartingPoint.value(of: baseline, unit: target.unit)
    else { return nil }
    let counts = indicator.countsOverPlan
    guard counts, !baseline.isCumulative(in: indicator) else {
      order = target.value == start ? 0 : target.value < start ? -1 : 1
      years = nil
      allowsInference = !counts
      return
    }
    // The baseline of a count over the plan is comparable only if it is known to be one year's.
    guard let term, case let count = term.years.count, baseline.period?.years.count == 1,
      let base = start.multiplied(by: count)
    else { return nil }
    order = target.value == base ? 0 : target.value < base ? -1 : 1
    years = count
    allowsInference = false
  }
}

extension Indicator {
  /// Whether the target counts over the plan's years: 累計, 5年間の合計, or the name says 累計.
  public var countsOverPlan: Bool {
    target?.accumulation == .cumulative || name.contains(word: "累計")
  }

  /// Whether the indicator's target is to be met in each year (毎年度実績) or by their mean (5年間の平均).
  var appliesEachYear: Bool {
    guard !countsOverPlan, let target else { return false }
    return target.accumulation == .yearly || target.accumulation == .average
  }

  /// Whether the target has a plus sign and no other figure a sign, as those of a balance have: +8人.
  var targetMayBeIncrease: Bool {
    target?.reading.quantity?.isPrintedWithPlus == true
      && !observations.contains { observation in
        guard observation.role == .baseline || observation.role == .actual else { return false }
        return observation.reading.quantities.contains { $0.isPrintedWithPlus || $0.value < .zero }
      }
  }

  /// Whether a figure of the indicator is printed below zero.
  var isPrintedBelowZero: Bool {
    observations.contains { ($0.reading.value ?? .zero) < .zero }
  }
}
