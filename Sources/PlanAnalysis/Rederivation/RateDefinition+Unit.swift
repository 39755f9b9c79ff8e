import Demography
import MunicipalModel

extension RateDefinition {
  /// The definition of a rate that cities print in this unit; `nil` if it is neither percent nor per mille.
  init?(unit: String?) {
    switch unit {
    case "%", "％": self = .percentOfPreviousYearEnd
    case "‰", "パーミル", "人口千対", "人口千人当たり", "千人当たり", "人口千人あたり", "人口1000人当たり":
      self.init(denominator: .previousYearEnd, scale: .perMille, decimals: 2)
    default: return nil
    }
  }

  /// The definition with the denominator that a document declares, if it declares one.
  func declared(_ denominator: RateDenominator?) -> Self {
    Self(
      denominator: denominator ?? self.denominator, scale: scale, decimals: decimals,
      rounding: rounding)
  }

  /// The definition with another rule of rounding.
  func rounded(by rule: RoundingRule) -> Self {
    Self(denominator: denominator, scale: scale, decimals: decimals, rounding: rule)
  }
}
