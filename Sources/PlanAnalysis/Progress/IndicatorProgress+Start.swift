public import MunicipalModel

extension IndicatorProgress {
  /// The figure that progress is measured from.
  public struct Start: Hashable, Sendable {
    /// Where the figure comes from.
    public enum Basis: String, Hashable, Sendable, CaseIterable {
      /// The printed baseline.
      case baseline
      /// Zero: what is counted over the plan's years starts with the plan.
      case countFromZero = "count_from_zero"
      /// Zero: the name says that something new is counted (新たな, 新規), and the baseline is a dash.
      case newFromZero = "new_from_zero"

      /// The basis in words.
      public var label: LocalizedText {
        switch self {
        case .baseline: LocalizedText(ja: "基準値", en: "baseline")
        case .countFromZero: LocalizedText(ja: "0（計画開始からの累計）", en: "zero (counted over the plan)")
        case .newFromZero: LocalizedText(ja: "0（名称が新規を示す）", en: "zero (the name says: new)")
        }
      }
    }

    /// The figure, in the printed unit.
    public let value: ExactDecimal
    /// Where it comes from.
    public let basis: Basis
    /// The cell of the baseline, also where it holds a dash.
    public let source: Citation?

    /// The starting point of an indicator.
    ///
    /// - A target that counts over the plan (累計, 5年間の合計) starts from zero, whatever the baseline, unless
    ///   that is the same running total (347 → 429 → 465), by ``Indicator/countsFromBaseline``.
    /// - Otherwise the printed baseline.
    /// - A dash is no zero. It is taken as one only if the name has a word such as 新たな, which the data
    ///   file `new-counts.tsv` lists.
    ///
    /// - Throws: ``FigureGap`` if there is no baseline, or it cannot be compared with the actual figure.
    init(of indicator: Indicator, unit: String, actual: IndicatorProgress.Actual?) throws(FigureGap)
    {
      let baseline = indicator.first(.baseline)
      source = baseline?.citation
      if indicator.countsOverPlan, !indicator.countsFromBaseline {
        value = .zero
        basis = .countFromZero
        return
      }
      guard let baseline else { throw .missingBaseline }
      if baseline.reading == .missing(.notApplicable), Self.isNew(indicator.name) {
        value = .zero
        basis = .newFromZero
        return
      }
      value = try Self.value(of: baseline, unit: unit)
      basis = .baseline
      let isCumulative = baseline.isCumulative(in: indicator)
      let mayDiffer = indicator.countsFromBaseline && indicator.runningTotals == .baseline
      if let actual, !mayDiffer, isCumulative != (actual.rule == .cumulative) {
        throw .accumulationsDiffer
      }
    }

    /// The printed baseline in the given unit, if it is a value of it.
    static func value(of baseline: IndicatorFigure, unit: String) throws(FigureGap) -> ExactDecimal
    {
      guard let quantity = baseline.reading.quantity else {
        throw baseline.reading.quantities.isEmpty ? .missingBaseline : .referenceOnly
      }
      guard quantity.bound == nil || quantity.bound == .about else { throw .notComparable }
      guard let value = MeasuredUnit.value(of: quantity, in: unit) else { throw .unitsDiffer }
      return value
    }

    private static func isNew(_ name: String) -> Bool {
      newWords.contains(where: name.contains(word:))
    }

    private static let newWords: [String] = BuiltInFiles.all.text("new-counts.tsv")
      .split(separator: "\n").dropFirst()
      .compactMap { $0.split(separator: "\t").first.map(String.init) }
  }
}

/// Units as far as figures of one indicator are compared.
package enum MeasuredUnit {
  /// Whether a figure's unit counts the same thing as another: 人/年 and 人, 箇所 and か所. A unit that is not printed
  /// agrees, but a bare number is not in thousands and more: 248,100 beside 25.1万人 counts something else.
  static func agree(_ unit: String, _ other: String) -> Bool {
    if other.isEmpty || unit == other { return true }
    if unit.isEmpty { return !["千", "万", "百万", "億"].contains(where: other.begins) }
    return base(unit) == base(other)
  }

  /// A number in a unit that counts the same thing: 4億円 is 40,000 in 万円, 20人/年 is 20 in 人; `nil` in
  /// any other.
  package static func value(of quantity: Quantity, in unit: String) -> ExactDecimal? {
    if agree(quantity.unit, unit) { return quantity.value }
    return Quantity(quantity.value, unit: base(quantity.unit)).number(of: base(unit))
  }

  /// The unit without 毎年 and in one spelling.
  private static func base(_ unit: String) -> String {
    CommonUnit.withoutPeriod(NameVariants.builtIn.unified(TextFolding.key(unit)))
  }
}
