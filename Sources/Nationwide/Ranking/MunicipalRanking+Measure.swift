public import Demography
public import MunicipalModel
import OpenData

extension MunicipalRanking {
  /// What municipalities are ranked by.
  public enum Measure: String, Hashable, Sendable, Codable, CaseIterable {
    /// 社会増減率
    case socialChangeRate = "social-change-rate"
    /// 自然増減率
    case naturalChangeRate = "natural-change-rate"
    /// 人口増減率
    case totalChangeRate = "total-change-rate"
    /// 出生率
    case birthRate = "birth-rate"
    /// 死亡率
    case deathRate = "death-rate"
    /// 転入率
    case inMigrationRate = "in-migration-rate"
    /// 転出率
    case outMigrationRate = "out-migration-rate"
    /// 人口
    case population
    /// 高齢化率
    case ageingRate = "ageing-rate"

    /// The crude rate that it is, if it is one.
    public var kind: CrudeRateKind? {
      switch self {
      case .socialChangeRate: .socialChange
      case .naturalChangeRate: .naturalChange
      case .totalChangeRate: .totalChange
      case .birthRate: .birth
      case .deathRate: .death
      case .inMigrationRate: .inMigration
      case .outMigrationRate: .outMigration
      case .population, .ageingRate: nil
      }
    }

    /// The name in the terms of the field.
    public var label: LocalizedText {
      switch self {
      case .population: LocalizedText(ja: "人口", en: "population")
      case .ageingRate: LocalizedText(ja: "高齢化率", en: "ageing rate")
      default: kind?.label ?? LocalizedText(rawValue)
      }
    }
  }
}

extension MunicipalRanking {
  /// The figure that a municipality is ranked by.
  public enum Figure: Hashable, Sendable {
    /// A crude rate.
    case rate(CrudeRate)
    /// The mean of crude rates of several years.
    case mean(MeanOfYearlyRates)
    /// A share, such as the ageing rate.
    case share(PopulationShare)
    /// A number of persons.
    case count(TracedNumber)

    /// The figure as a floating-point number.
    public var value: Double {
      switch self {
      case .rate(let rate): rate.value
      case .mean(let mean): mean.value
      case .share(let share): share.value
      case .count(let count): Double(count.value)
      }
    }

    /// Whether the figure is exactly the same as, below or above another of its kind.
    func comparison(with other: MunicipalRanking.Figure) -> Int {
      switch (self, other) {
      case (.share(let left), .share(let right)):
        let a = left.part.value.multipliedFullWidth(by: right.whole.value)
        let b = right.part.value.multipliedFullWidth(by: left.whole.value)
        return (a.high, a.low) < (b.high, b.low) ? -1 : a == b ? 0 : 1
      case (.count(let left), .count(let right)):
        return left.value < right.value ? -1 : left.value == right.value ? 0 : 1
      case (.mean(let left), .mean(let right)):
        // Far apart, the approximate values tell; else the exact ones, whose digits are many.
        if abs(left.value - right.value) < 1e-9, let first = left.fraction,
          let second = right.fraction
        {
          return first < second ? -1 : first == second ? 0 : 1
        }
      default: break
      }
      return value < other.value ? -1 : value == other.value ? 0 : 1
    }
  }
}

extension NationwideTable.Member {
  /// The figure of a measure.
  ///
  /// - Throws: `DemographyError` if a rate cannot be formed, such as where nobody lived.
  public func figure(_ measure: MunicipalRanking.Measure) throws(DemographyError)
    -> MunicipalRanking.Figure
  {
    func missing() -> DemographyError {
      DemographyError(code: .missingInput, subject: measure.label, period: account?.period)
    }
    switch measure {
    case .population:
      guard let population else { throw missing() }
      return .count(population)
    case .ageingRate:
      guard let ageing else { throw missing() }
      return .share(ageing)
    default:
      guard let kind = measure.kind else { throw missing() }
      if !years.isEmpty {
        return .mean(try years.meanOfYearlyRates(of: kind, NationwideTable.rateDefinition))
      }
      guard let account else { throw missing() }
      return .rate(try account.crudeRate(of: kind, NationwideTable.rateDefinition))
    }
  }
}
