public import MunicipalModel

/// What a target aims at, seen from its baseline, and how that was found out.
public struct Aim: Hashable, Sendable {
  /// What the target asks for.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The target lies on the better side of the baseline: a rise or a reduction that is wanted.
    case improvement
    /// The target equals the baseline.
    case maintenance
    /// The target lies on the worse side of the baseline: less is expected than there was.
    case loweredExpectation = "lowered_expectation"
    /// There is no baseline to see it from, or the direction is not known.
    case unknown
  }

  /// Where the direction comes from.
  public enum Basis: String, Hashable, Sendable, CaseIterable {
    /// The caller says so.
    case stated
    /// The document prints it: 方向性, an arrow, or words of the target such as 以上, 以下 and 減少.
    case printed
    /// A word of the indicator's name tells, by the direction list.
    case word
    /// The target lies above or below the baseline.
    case inferred
    /// Nothing tells, and the indicator is not judged.
    case unknown
  }

  /// Which way is better; `nil` where nothing tells.
  public let direction: Direction?
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
  /// The caller's direction wins over what the document prints, that over the list, and the list over
  /// what baseline and target tell. None of them is a guess: where nothing tells, the direction is `nil`. A target that counts over the plan's years is set against the
  /// baseline of one year by its share of a year; as such a count only grows, no direction is inferred
  /// from it.
  ///
  /// - Parameters:
  ///   - indicator: its baseline and target decide where nothing else does.
  ///   - term: the plan's term.
  ///   - directions: words that tell the direction.
  ///   - stated: the direction that the caller states.
  package init(
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
    if let stated {
      (direction, basis) = (stated, .stated)
      reason = LocalizedText(ja: "利用者の指定", en: "stated by the caller")
    } else if let printed = Self.printed(in: indicator) ?? Self.bound(of: target) {
      (direction, reason) = printed
      basis = .printed
    } else if let rule {
      let listed = Self.listed(indicator, by: rule)
      (direction, reason) = listed
      basis = listed.0 == nil ? .unknown : .word
    } else if let comparison, comparison.allowsInference, comparison.order != 0 {
      direction = comparison.order > 0 ? .higher : .lower
      basis = .inferred
      reason =
        comparison.order > 0
        ? LocalizedText(ja: "目標値が基準値より大きい", en: "the target is above the baseline")
        : LocalizedText(ja: "目標値が基準値より小さい", en: "the target is below the baseline")
    } else {
      direction = nil
      basis = .unknown
      reason = LocalizedText(
        ja: "名称・目標・基準値のどれからも分からない", en: "neither name, target nor baseline tells")
    }
    switch (comparison?.order, direction) {
    case (nil, _): kind = .unknown
    case (0?, _): kind = .maintenance
    case (_?, nil): kind = .unknown
    case (let order?, let direction?):
      kind = (order > 0) == (direction == .higher) ? .improvement : .loweredExpectation
    }
  }

  /// The column 方向性, an arrow in the name, or the words that stand for the target or behind it.
  private static func printed(in indicator: Indicator) -> (Direction, LocalizedText)? {
    if let printed = indicator.printedDirection {
      let cell = printed.citation.printed
      return (printed.direction, LocalizedText(ja: "資料に「\(cell)」とある", en: "printed: \(cell)"))
    }
    if let arrow = Direction(arrowIn: indicator.name) {
      return (arrow, LocalizedText(ja: "名称に矢印がある", en: "an arrow in the name"))
    }
    guard let target = indicator.target else { return nil }
    let words: String =
      switch target.reading {
      case .label(let words): words
      case .missing(.inWords): target.citation.printed
      default: target.remark
      }
    guard !words.isEmpty, let told = Direction(endOf: words) ?? Direction(arrowIn: words) else {
      return nil
    }
    return (
      told, LocalizedText(ja: "目標に「\(words)」とある", en: "the target says: \(words)")
    )
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
  ) -> (Direction?, LocalizedText) {
    let reason = LocalizedText(
      ja: "「\(rule.word)」: \(rule.reason.ja)", en: "\(rule.word): \(rule.reason.en)")
    switch rule.sense {
    case .higher: return (.higher, reason)
    case .lower: return (.lower, reason)
    case .loss: return (indicator.isPrintedBelowZero ? .higher : .lower, reason)
    case .either, .growth, .decline: return (nil, reason)
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
      let start = try? IndicatorProgress.Start.value(of: baseline, unit: target.unit)
    else { return nil }
    let counts = indicator.countsOverPlan && !indicator.countsFromBaseline
    guard counts, !baseline.isCumulative(in: indicator) else {
      order = target.value == start ? 0 : target.value < start ? -1 : 1
      self.years = nil
      allowsInference = !counts
      return
    }
    // The baseline of a count over the plan is comparable only if it is known to be one year's.
    let years = PlanYears(term)
    guard let count = years.term?.count, let period = baseline.period,
      years.years(of: period).count == 1, let base = start.multiplied(by: count)
    else { return nil }
    order = target.value == base ? 0 : target.value < base ? -1 : 1
    self.years = count
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
      && !figures.contains { observation in
        guard observation.role == .baseline || observation.role == .actual else { return false }
        return observation.reading.quantities.contains { $0.isPrintedWithPlus || $0.value < .zero }
      }
  }

  /// Whether a figure of the indicator is printed below zero.
  var isPrintedBelowZero: Bool {
    figures.contains { ($0.reading.value ?? .zero) < .zero }
  }
}
