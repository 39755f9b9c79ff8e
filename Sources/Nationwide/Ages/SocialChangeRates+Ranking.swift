package import Demography
package import MunicipalModel
internal import OpenData

extension SocialChangeRates {
  /// Ranks the municipalities of a year by the rate at some ages, such as `.ages(20...29)`.
  ///
  /// The figures of the groups that make up the ages are added up. If the table has both 20-29 and its
  /// five-year parts, the widest groups that a municipality gives are used. Who has no rate has no line;
  /// ``rate(of:year:age:)`` says why.
  ///
  /// - Parameters:
  ///   - ages: the group, which may be open-ended (65 and over).
  ///   - year: a year of the table.
  ///   - isIncluded: which codes to rank; without it, all but those of whole prefectures.
  /// - Throws: `OpenDataError` with `not-in-file` if the table has no such year, or no groups that make up the ages;
  ///   `RateComparisonError` if a rate is too large to compare.
  package func ranking(
    at ages: AgeGroup, in year: Int,
    including isIncluded: (MunicipalityCode) -> Bool = { !$0.isPrefecture }
  ) throws -> RateRanking {
    let tilings = tilings(of: ages)
    guard let position = table.years.firstIndex(of: year), !tilings.isEmpty else {
      throw OpenDataError(
        code: .notInFile, document: table.document,
        expected: LocalizedText(
          ja: "\(Period.calendarYear(year).label.ja)、\(ages.label.ja)",
          en: "\(Period.calendarYear(year).label.en), \(ages.label.en)"),
        found: LocalizedText(table.years.map { "\($0)" }.joined(separator: ", ")))
    }
    let rates = table.municipalities.enumerated().compactMap { index, municipality in
      isIncluded(municipality.code)
        ? rate(index, position, tilings).map { MunicipalRate(municipality: municipality, rate: $0) }
        : nil
    }
    return try RateRanking(rates)
  }

  /// The rate at groups of ages taken together, of the first way to do so that gives one.
  private func rate(_ municipality: Int, _ year: Int, _ tilings: [[Int]]) -> CrudeRate? {
    for tiling in tilings {
      var sum = Figures()
      for age in tiling { sum.add(figures(municipality, year, age)) }
      if let rate = try? rate(sum, year: year) { return rate }
    }
    return nil
  }

  /// The ways to make up a group of ages from the table's groups: the widest and the narrowest.
  private func tilings(of ages: AgeGroup) -> [[Int]] {
    let groups = table.ages.enumerated().compactMap { position, label in
      label.group.flatMap { ages.contains($0) ? (position, $0) : nil }
    }
    var result: [[Int]] = []
    for isWidest in [true, false] {
      var tiling: [Int] = []
      var next: Int? = ages.lowerAge
      while let lower = next {
        // Groups are sorted by their first and then by their last age.
        let candidates = groups.filter { $0.1.lowerAge == lower }
        guard let (position, group) = isWidest ? candidates.last : candidates.first else { break }
        tiling.append(position)
        next = group.upperAge.map { $0 + 1 }
        if group.upperAge == ages.upperAge {
          if !result.contains(tiling) { result.append(tiling) }
          break
        }
      }
    }
    return result
  }
}
