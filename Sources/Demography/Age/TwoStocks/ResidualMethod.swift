public import MunicipalModel

/// How net migration by cohort is found as a residual of two stocks (残差法).
public enum ResidualMethod: String, Hashable, Sendable, Codable, CaseIterable {
  /// 動態統計法: change less natural change, from registered births and deaths.
  case vitalStatistics = "vital_statistics"
  /// 生残率法（前進）: movers counted at the end of the period.
  case forward
  /// 生残率法（逆進）: movers counted at its start.
  case reverse
  /// 生残率法（平均）: the mean of forward and reverse.
  case average

  /// The name in the terms of the field.
  public var label: LocalizedText {
    switch self {
    case .vitalStatistics:
      LocalizedText(ja: "動態統計法", en: "vital statistics residual method")
    case .forward: LocalizedText(ja: "前進生残率法", en: "forward survival ratio method")
    case .reverse: LocalizedText(ja: "逆進生残率法", en: "reverse survival ratio method")
    case .average: LocalizedText(ja: "平均生残率法", en: "average survival ratio method")
    }
  }

  /// The formula, with P the population, S the survival ratio, B births and D deaths.
  public var formula: String {
    switch self {
    case .vitalStatistics: "P(x+n, t+n) − P(x, t) + D"
    case .forward: "P(x+n, t+n) − S × P(x, t)"
    case .reverse: "P(x+n, t+n) ÷ S − P(x, t)"
    case .average: "[(1 + S) ÷ 2S] × [P(x+n, t+n) − S × P(x, t)]"
    }
  }
}
