public import MunicipalModel

/// How the change of cohorts between two stocks is told: as net migration, or as a whole.
public enum CohortMethod: String, Hashable, Sendable, Codable, CaseIterable {
  /// 前進生残率法: net migration, movers counted at the end of the period.
  case forward
  /// 逆進生残率法: net migration, movers counted at its start.
  case reverse
  /// 平均生残率法: the mean of forward and reverse.
  case average
  /// コーホート変化: deaths and moves together, without survival ratios.
  case cohortChange = "cohort-change"
  /// 動態統計法: net migration from registered deaths by cohort.
  case vitalStatistics = "vital-statistics"

  /// Whether it needs survival ratios.
  public var needsSurvival: Bool { self == .forward || self == .reverse || self == .average }

  /// The name in the terms of the field.
  public var label: LocalizedText {
    switch self {
    case .forward: LocalizedText(ja: "前進生残率法", en: "forward survival ratio method")
    case .reverse: LocalizedText(ja: "逆進生残率法", en: "reverse survival ratio method")
    case .average: LocalizedText(ja: "平均生残率法", en: "average survival ratio method")
    case .cohortChange: LocalizedText(ja: "コーホート変化率法", en: "cohort change method")
    case .vitalStatistics:
      LocalizedText(ja: "動態統計法", en: "vital statistics residual method")
    }
  }

  /// The formula, with P the population, S the survival ratio and D deaths.
  public var formula: String {
    switch self {
    case .forward: "P(x+n, t+n) − S × P(x, t)"
    case .reverse: "P(x+n, t+n) ÷ S − P(x, t)"
    case .average: "[(1 + S) ÷ 2S] × [P(x+n, t+n) − S × P(x, t)]"
    case .cohortChange: "P(x+n, t+n) − P(x, t)"
    case .vitalStatistics: "P(x+n, t+n) − P(x, t) + D"
    }
  }

  /// What the method counts: net migrants, or the change of the cohort.
  public var counted: LocalizedText {
    self == .cohortChange
      ? LocalizedText(ja: "コーホート変化数", en: "cohort change")
      : LocalizedText(ja: "純移動数", en: "net migrants")
  }

  /// What the counted is divided by the cohort at the start called.
  public var rate: LocalizedText {
    self == .cohortChange
      ? LocalizedText(ja: "コーホート増減率", en: "rate of cohort change")
      : LocalizedText(ja: "純移動率", en: "net migration rate")
  }
}
