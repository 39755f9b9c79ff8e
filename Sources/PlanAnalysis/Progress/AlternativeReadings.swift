package import MunicipalModel

/// An indicator that another document of the city counts in another way, read in each of the ways.
///
/// UIJターン求人掲載数: one document prints 23, 14, 24 for three years and divides the last by the target of
/// 100; the other prints 37 for the second year, which is 23 + 14. So the target may count over the plan,
/// and the achievement may be 61 rather than 24 %.
package struct AlternativeReadings: Hashable, Sendable {
  /// How the figures of the two documents are related.
  package enum Relation: String, Hashable, Sendable, CaseIterable {
    /// The other document's figure is the sum of this one's yearly figures: 37 = 23 + 14.
    case otherIsRunningSum = "other_is_running_sum"
    /// This document's figure is the sum of the other's yearly figures.
    case thisIsRunningSum = "this_is_running_sum"
    /// The other document's figure is one year of this one's cumulative figures: 45 = 79 − 34.
    case otherIsSingleYear = "other_is_single_year"
    /// This document's figure is one year of the other's cumulative figures.
    case thisIsSingleYear = "this_is_single_year"
    /// The figures are the same, and only the other document calls its own cumulative.
    case otherSaysCumulative = "other_says_cumulative"
    /// The figures are the same, and only this document calls its own cumulative.
    case thisSaysCumulative = "this_says_cumulative"

    /// The relation in words.
    package var label: LocalizedText {
      switch self {
      case .otherIsRunningSum:
        LocalizedText(ja: "他の資料の値は各年の合計", en: "the other figure is the sum of the years")
      case .thisIsRunningSum:
        LocalizedText(ja: "この資料の値は他の資料の各年の合計", en: "this figure is the sum of the other's years")
      case .otherIsSingleYear:
        LocalizedText(ja: "他の資料の値は累計の1年分", en: "the other figure is one year of the cumulative")
      case .thisIsSingleYear:
        LocalizedText(ja: "この資料の値は他の資料の累計の1年分", en: "this figure is one year of the cumulative")
      case .otherSaysCumulative:
        LocalizedText(ja: "同じ値を他の資料は累計とする", en: "same figure, cumulative in the other")
      case .thisSaysCumulative:
        LocalizedText(ja: "同じ値をこの資料だけが累計とする", en: "same figure, cumulative only here")
      }
    }
  }

  /// One way to read the indicator.
  package struct Reading: Hashable, Sendable {
    /// Which way it is.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
      /// The newest figure of this document as printed.
      case asPrinted = "as_printed"
      /// The sum of the yearly figures up to the newest one.
      case summed
      /// The cumulative figure for the year of which the other document prints the single year's.
      case cumulative
      /// The figure of the other document as printed.
      case otherDocument = "other_document"

      /// The way in words.
      package var label: LocalizedText {
        switch self {
        case .asPrinted: LocalizedText(ja: "記載どおり", en: "as printed")
        case .summed: LocalizedText(ja: "各年の合計", en: "summed")
        case .cumulative: LocalizedText(ja: "同じ年の累計", en: "cumulative of that year")
        case .otherDocument: LocalizedText(ja: "他の資料", en: "other document")
        }
      }
    }

    /// Which way it is.
    package let kind: Kind
    /// The figure, in the printed unit.
    package let value: ExactDecimal
    /// The year it reaches to.
    package let period: Period
    /// The figure ÷ the target × 100, in percent; `nil` if there is no target above zero.
    package let achievement: Double?
    /// How the figure was computed, with the printed figures themselves.
    package let formula: String
    /// The printed cells.
    package let sources: [Citation]
  }

  /// The indicator.
  package let placed: PlacedIndicator
  /// The year for which the relation was found.
  package let period: Period
  /// How the figures of the two documents are related.
  package let relation: Relation
  /// The relation with the figures themselves, such as `37 = 23 + 14`.
  package let evidence: String
  /// The ways to read it: as printed, as it follows from the yearly or the cumulative figures, and as
  /// the other document prints it.
  package let readings: [Reading]
}

extension MunicipalityRecord {
  /// The indicators of a plan that another document in force counts in another way.
  ///
  /// Indicators are matched by ``PlanAnalysis/IndicatorMatching``.
  package func alternativeReadings(in plan: Plan) -> [AlternativeReadings] {
    plansWithActualFigures.filter { $0.document != plan.document }.flatMap { other in
      IndicatorMatching(plan, other).matches.compactMap {
        AlternativeReadings(of: $0.left, beside: $0.right, term: plan.term)
      }
    }
  }
}
