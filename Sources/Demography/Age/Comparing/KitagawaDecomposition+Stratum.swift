public import MunicipalModel

extension KitagawaDecomposition {
  /// One stratum of a population, such as a sex and age, with its rate.
  public struct Stratum: Hashable, Sendable, Codable {
    /// What the stratum is called, such as 男 20～24歳.
    public let label: LocalizedText
    /// The population, in persons or person-years, or any unit that all strata share.
    public let population: Double
    /// The rate, on any scale that all strata share; `nil` of a stratum without people.
    public let rate: Double?

    /// Makes a stratum.
    public init(label: LocalizedText, population: Double, rate: Double?) {
      self.label = label
      self.population = population
      self.rate = rate
    }

    /// The rates of strata; where one has none, that of the other population, or 0 if it has none either.
    static func rates(of strata: [Self], orOf others: [Self]) -> [Double] {
      strata.enumerated().map { index, stratum in
        stratum.rate ?? (others.indices.contains(index) ? others[index].rate : nil) ?? 0
      }
    }

    /// Refuses strata of no population, below zero, not finite, or with people and no rate, naming the row.
    static func check(_ strata: [Self], subject: LocalizedText) throws(AgeMethodError) -> Double {
      for (index, stratum) in strata.enumerated() {
        let code: AgeMethodError.Code? =
          if !stratum.population.isFinite || stratum.rate?.isFinite == false {
            .notFinite
          } else if max(stratum.population, abs(stratum.rate ?? 0)) > AgeTable.largestCount {
            .tooLarge
          } else if stratum.population < 0 {
            .negativeCount
          } else if stratum.population > 0, stratum.rate == nil {
            .missingRate
          } else {
            nil
          }
        if let code {
          throw AgeMethodError(
            code: code, subject: subject, row: index + 1, text: stratum.label.en)
        }
      }
      let total = strata.reduce(0) { $0 + $1.population }
      guard total > 0 else {
        throw AgeMethodError(
          code: strata.isEmpty ? .noRows : .denominatorNotPositive, subject: subject)
      }
      return total
    }
  }
}
