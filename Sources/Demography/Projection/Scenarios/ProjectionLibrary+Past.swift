import MunicipalModel

extension ProjectionLibrary {
  /// Net migration rates of past periods between the populations called `census`, the oldest first.
  ///
  /// By the survival ratio method (純移動率 as 社人研 defines it) with the national life tables; those born in
  /// the period have none.
  ///
  /// - Throws: ``ProjectionError`` with the codes of `AgeMethodError`.
  public func pastMigrationRates() throws(ProjectionError) -> [AgeSchedule] {
    let years = (populations["census"] ?? [:]).sorted { $0.key < $1.key }
    var rates: [AgeSchedule] = []
    for ((start, first), (end, last)) in zip(years, years.dropFirst()) {
      let ages = try ProjectionAges(first)
      guard end - start == ages.step else { continue }
      var values = [Double](repeating: 0, count: ages.size)
      do throws(AgeMethodError) {
        let survival = try CitedSurvivalRatios.japan(from: start, to: end).ratios
        for rate in try IntercensalPair(start: first, end: last).netMigrationRates(survival) {
          guard let column = ages.sexes.firstIndex(of: rate.sex),
            let row = ages.classification.row(of: rate.ageAtEnd)
          else { continue }
          values[column * ages.count + row] = try rate.known()
        }
      } catch {
        throw ProjectionError(error, year: start)
      }
      rates.append(
        try AgeSchedule(ages: ages.classification, sexes: ages.sexes, values: values))
    }
    return rates
  }

  /// Total fertility of the nation by year (全国の合計特殊出生率), from 人口動態統計.
  ///
  /// - Throws: ``ProjectionError`` if the built-in file is damaged.
  public static func nationalTotalFertility() throws(ProjectionError) -> [Int: Double] {
    try NationalProjectionFiles.totalFertility()
  }
}
