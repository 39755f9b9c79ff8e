package import MunicipalModel

/// How a relative change is signed.
package enum ChangeConvention: String, Hashable, Sendable, CaseIterable {
  /// (now − base) ÷ base: for figures above zero. A loss that widens comes out positive.
  case plain
  /// (now − base) ÷ |base|: for balances. A loss that widens is negative, one that slows positive.
  ///
  /// Source: the note under Iwamizawa's table, which signs its changes in this way.
  case balance
}

/// The relative change of a figure against its base year (伸び率, 増減率).
///
/// Unit: percent of the base.
package struct ChangeAgainstBase: Hashable, Sendable {
  /// What changes.
  package let item: LocalizedText
  /// The figure of the base year; never zero.
  package let base: ExactDecimal
  /// The figure that is compared with it.
  package let now: ExactDecimal
  /// How the change is signed.
  package let convention: ChangeConvention
  /// The base year.
  package let basePeriod: Period
  /// The year that is compared with it.
  package let period: Period
  /// The printed cells of both figures.
  package let sources: [Citation]

  /// Makes a change.
  ///
  /// - Throws: ``DemographyError`` with `base-is-zero`.
  package init(
    of item: LocalizedText, from base: ExactDecimal, in basePeriod: Period,
    to now: ExactDecimal, in period: Period, convention: ChangeConvention = .plain,
    sources: [Citation] = []
  ) throws(DemographyError) {
    guard !base.isZero else {
      throw DemographyError(code: .baseIsZero, subject: item, period: basePeriod)
    }
    self.item = item
    self.base = base
    self.now = now
    self.convention = convention
    self.basePeriod = basePeriod
    self.period = period
    self.sources = sources
  }
}

extension ChangeAgainstBase: DerivedFigure {
  /// What changes, with both years.
  package var label: LocalizedText {
    LocalizedText(
      ja: "\(item.ja)の増減率（\(period.label.ja)、\(basePeriod.label.ja)比）",
      en: "change of \(item.en), \(period.label.en) against \(basePeriod.label.en)")
  }

  /// The unit: %.
  package var unit: LocalizedText { LocalizedText(RateScale.percent.symbol) }

  /// How it is computed, in words.
  package var formula: LocalizedText {
    let (now, base) = (period.label, basePeriod.label)
    let divisor = { convention == .plain ? $0 : "|\($0)|" }
    return LocalizedText(
      ja: "(\(now.ja) − \(base.ja)) ÷ \(divisor(base.ja)) × 100",
      en: "(\(now.en) − \(base.en)) ÷ \(divisor(base.en)) × 100")
  }

  /// The change in percent, unrounded.
  package var value: Double {
    (now.doubleValue - base.doubleValue) * 100 / divisor.doubleValue
  }

  /// The change in percent cut to `decimals` digits, computed in whole numbers.
  package func rounded(to decimals: Int, rule: RoundingRule) -> ExactDecimal? {
    guard let now = ExactFraction(now, over: divisor),
      let base = ExactFraction(base, over: divisor)
    else { return nil }
    return (now + -base).rounded(timesTenToThe: 2, decimals: decimals, rule: rule)
  }

  private var divisor: ExactDecimal {
    convention == .balance && base.coefficient < 0 ? -base : base
  }
}
