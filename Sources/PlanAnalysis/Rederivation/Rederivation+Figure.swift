public import Demography
public import MunicipalModel

extension Rederivation {
  /// A published figure that follows from other published figures, computed again.
  public struct Figure: Hashable, Sendable {
    /// What kind of figure was computed again.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      /// 自然増減率, 社会増減率 of a year.
      case crudeRate = "crude_rate"
      /// 高齢化率
      case ageingRate = "ageing_rate"
      /// 自然増減, 社会増減, 人口増減 of a year.
      case balance
      /// The mean of several years.
      case average
      /// The change against a base year.
      case change
      /// 構成比
      case share
      /// 達成状況
      case achievement
      /// An indicator that repeats a rate of the population table, such as 転入率.
      case indicator
      /// The mean progress of pledges.
      case progress

      /// The name of the kind.
      public var label: LocalizedText {
        switch self {
        case .crudeRate: LocalizedText(ja: "自然増減率・社会増減率", en: "rates of natural and social change")
        case .ageingRate: LocalizedText(ja: "高齢化率", en: "ageing rate")
        case .balance: LocalizedText(ja: "増減数", en: "changes")
        case .average: LocalizedText(ja: "期間の平均", en: "means over years")
        case .change: LocalizedText(ja: "基準年比", en: "changes against a base year")
        case .share: LocalizedText(ja: "構成比", en: "shares")
        case .achievement: LocalizedText(ja: "達成状況", en: "achievement of targets")
        case .indicator: LocalizedText(ja: "人口の率であるKPI", en: "indicators that are population rates")
        case .progress: LocalizedText(ja: "進捗状況の平均", en: "mean progress")
        }
      }
    }

    /// What kind of figure it is.
    public let kind: Kind
    /// The published figure against the computed one.
    public let check: PublishedRateCheck

    init(_ kind: Kind, _ check: PublishedRateCheck) {
      self.kind = kind
      self.check = check
    }

    /// Whether the published figure follows from its parts.
    public var agrees: Bool { check.outcome == .agrees }
  }
}
