extension BirthAssumption {
  /// Births by rates that were published as rates, at their own total fertility (母の年齢別出生率による出生).
  ///
  /// - Parameters:
  ///   - rates: births by age of mother, such as `FertilityRates(ages:rates:per:)` of births per 1,000 women.
  ///   - sexRatioAtBirth: males per female birth, such as 1.05.
  /// - Throws: ``ProjectionError`` with `empty-schedule` without births.
  public static func rates(
    _ rates: FertilityRates, sexRatioAtBirth: Double
  ) throws(ProjectionError) -> Self {
    .fertility(
      try rates.schedule(), totalFertility: rates.totalFertilityRate,
      sexRatioAtBirth: sexRatioAtBirth)
  }
}
