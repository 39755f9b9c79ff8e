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

  /// The residual method; `nil` of cohort change.
  public var residual: ResidualMethod? {
    switch self {
    case .forward: .forward
    case .reverse: .reverse
    case .average: .average
    case .vitalStatistics: .vitalStatistics
    case .cohortChange: nil
    }
  }

  /// Whether it needs survival ratios.
  public var needsSurvival: Bool { self == .forward || self == .reverse || self == .average }

  /// The name in the terms of the field.
  public var label: LocalizedText {
    residual?.label ?? LocalizedText(ja: "コーホート変化率法", en: "cohort change method")
  }

  /// The formula, with P the population, S the survival ratio and D deaths.
  public var formula: String { residual?.formula ?? "P(x+n, t+n) − P(x, t)" }

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
