/// The population that a crude rate divides by (率の分母).
public enum RateDenominator: String, Hashable, Sendable, Codable, CaseIterable {
  /// The population at the end of the year before (前年末人口).
  ///
  /// Source: the note under Iwamizawa's table, 「前年末人口に対する自然増減及び社会増減の割合」.
  case previousYearEnd = "previous_year_end"
  /// The population at the end of the year itself (年末人口).
  case yearEnd = "year_end"
  /// The mean of the opening and the closing stock, which stands for the mid-year population.
  ///
  /// It approximates the person-years lived in the year. Source: Preston, Heuveline and Guillot,
  /// Demography (2001), chapter 1.
  case midYear = "mid_year"
}
