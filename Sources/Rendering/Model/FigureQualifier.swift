package import MunicipalModel

/// What has to be read with a figure, because without it the number says something else: 累計, 以上, 見込み.
///
/// This is the one place that writes figures with their qualifiers; the stable words stand in exported files.
package enum FigureQualifier: String, Hashable, Sendable, CaseIterable {
  /// 累計: a running total.
  case cumulative
  /// 計: the sum of yearly figures.
  case sum
  /// 差: a running total less that of the year before.
  case difference
  /// 平均: a mean of years.
  case average
  /// 毎年: a figure of each year.
  case yearly
  /// 以上
  case atLeast = "at-least"
  /// 以下
  case atMost = "at-most"
  /// 未満
  case below
  /// 超
  case above
  /// 約, 程度
  case about
  /// 見込み: not final.
  case estimate
  /// 展望: what a population vision aims at.
  case vision

  /// The words, and on which side of the figure they stand.
  private var words: (ja: String, en: String, isBefore: (ja: Bool, en: Bool)) {
    switch self {
    case .cumulative: ("累計", "cum. ", (true, true))
    case .sum: ("計", "sum ", (true, true))
    case .difference: ("差", "diff. ", (true, true))
    case .average: ("平均", "mean ", (true, true))
    case .yearly: ("毎年", "yearly ", (true, true))
    case .atLeast: ("以上", "at least ", (false, true))
    case .atMost: ("以下", "at most ", (false, true))
    case .below: ("未満", "below ", (false, true))
    case .above: ("超", "above ", (false, true))
    case .about: ("約", "about ", (true, true))
    case .estimate: ("（見込み）", " (estimate)", (false, false))
    case .vision: ("（展望）", " (vision)", (false, false))
    }
  }

  /// The words as they stand at a figure, such as 累計 and `cum. `.
  package var label: LocalizedText { LocalizedText(ja: words.ja, en: words.en) }

  /// A figure between its words; the last qualifier stands outermost.
  package static func text(_ figure: LocalizedText, _ qualifiers: [Self]) -> LocalizedText {
    qualifiers.reduce(figure) { text, qualifier in
      let words = qualifier.words
      return LocalizedText(
        ja: words.isBefore.ja ? words.ja + text.ja : text.ja + words.ja,
        en: words.isBefore.en ? words.en + text.en : text.en + words.en)
    }
  }
}

extension FigureQualifier {
  /// What is to be read with a quantity and with how it counts, from the number outwards.
  package static func all(
    of quantity: Quantity, _ accumulation: Accumulation = .single
  ) -> [FigureQualifier] {
    [Self(quantity.bound), quantity.isEstimate ? .estimate : nil, Self(accumulation)]
      .compactMap(\.self)
  }

  package init?(_ bound: Quantity.Bound?) {
    switch bound {
    case nil: return nil
    case .atLeast: self = .atLeast
    case .atMost: self = .atMost
    case .below: self = .below
    case .above: self = .above
    case .about: self = .about
    }
  }

  /// `nil` of a figure of its own time alone.
  package init?(_ accumulation: Accumulation) {
    switch accumulation {
    case .cumulative: self = .cumulative
    case .average: self = .average
    case .yearly: self = .yearly
    case .single, .atPlanEnd, .latest: return nil
    }
  }
}
