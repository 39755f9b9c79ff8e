/// How fertility and migration have varied in the past (過去の変動), for stochastic projections.
package struct ProjectionVariation: Hashable, Sendable {
  /// The sample standard deviation of total fertility ÷ its mean.
  package let fertility: Double
  /// For each past period, the net migration rates less their mean over the periods.
  let migration: [AgeSchedule]

  /// Measures the variation of past figures.
  ///
  /// - Parameters:
  ///   - totalFertility: past total fertilities, such as yearly ones; at least two.
  ///   - migrationRates: net migration rates of past periods by age at the end; at least two periods.
  /// - Throws: ``ProjectionError`` with `too-few-figures`, `no-population` if mean fertility is zero, or
  ///   `different-ages`.
  package init(
    totalFertility: [Double], migrationRates: [AgeSchedule]
  ) throws(ProjectionError) {
    guard totalFertility.count >= 2, migrationRates.count >= 2, let first = migrationRates.first
    else {
      throw ProjectionError(
        code: .tooFewFigures,
        text: "\(totalFertility.count) fertilities, \(migrationRates.count) periods of migration")
    }
    let mean = totalFertility.reduce(0, +) / Double(totalFertility.count)
    guard mean > 0, mean.isFinite else { throw ProjectionError(code: .noPopulation) }
    let squares = totalFertility.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    fertility = (squares / Double(totalFertility.count - 1)).squareRoot() / mean
    var sum = first
    for rates in migrationRates.dropFirst() {
      sum = try AgeSchedule.sum(sum, rates) ?? sum
    }
    let average = sum.scaled(by: 1 / Double(migrationRates.count))
    var deviations: [AgeSchedule] = []
    for rates in migrationRates {
      deviations.append(try AgeSchedule.sum(rates, average.scaled(by: -1)) ?? rates)
    }
    migration = deviations
  }

  /// A draw of migration rates around zero with the sample covariance of the past periods.
  ///
  /// Formula: Σ z(k) × deviation(k) ÷ √(K − 1), the z(k) standard normal.
  func migration(drawing weights: [Double]) -> AgeSchedule {
    let scale = 1 / Double(migration.count - 1).squareRoot()
    var values = [Double](repeating: 0, count: migration[0].values.count)
    for (weight, deviation) in zip(weights, migration) {
      for index in values.indices { values[index] += weight * scale * deviation.values[index] }
    }
    return AgeSchedule(ages: migration[0].ages, sexes: migration[0].sexes, sound: values)
  }
}
