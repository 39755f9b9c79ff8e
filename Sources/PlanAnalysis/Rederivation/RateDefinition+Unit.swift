import Demography

extension RateDefinition {
  /// The definition of a rate that cities print in this unit; `nil` if it is neither percent nor per mille.
  init?(unit: String?) {
    switch unit {
    case "%", "％": self = .percentOfPreviousYearEnd
    case "‰", "パーミル", "人口千対":
      self.init(denominator: .previousYearEnd, scale: .perMille, decimals: 2)
    default: return nil
    }
  }
}
