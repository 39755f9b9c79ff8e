public import MunicipalModel

/// Kitagawa's decomposition of the difference of two crude rates (率の差の要因分解).
///
/// With C the share of a stratum in its population and m its rate, the difference of Σ C m is the sum of
/// the composition effect Σ (C₂ − C₁) × (m₁ + m₂) ÷ 2 and the rate effect Σ (m₂ − m₁) × (C₁ + C₂) ÷ 2.
/// A stratum without people has no rate of its own: it is taken to have the other population's, so that
/// it adds to the composition effect alone. Source: Kitagawa, Journal of the American Statistical Association 50 (1955); Das Gupta,
/// Standardization and Decomposition of Rates (1993).
public struct KitagawaDecomposition: Hashable, Sendable {
  static let subject = LocalizedText(ja: "率の差の要因分解", en: "Kitagawa decomposition")

  /// What one stratum adds to the difference.
  public struct Effect: Hashable, Sendable {
    /// The stratum.
    public let label: LocalizedText
    /// 構成の効果: by its larger or smaller share, on the scale of the rates.
    public let composition: Double
    /// 率の効果: by its higher or lower rate, on the scale of the rates.
    public let rate: Double
  }

  /// The effects of the strata; all of them add up to ``difference`` exactly, in any order.
  public let effects: [Effect]
  /// The crude rate of the first population, Σ C₁ m₁.
  public let firstCrudeRate: Double
  /// The crude rate of the second population, Σ C₂ m₂.
  public let secondCrudeRate: Double
  /// The second crude rate − the first.
  public let difference: Double

  /// 人口構成の効果 of all strata.
  public var compositionEffect: Double { effects.reduce(0) { $0 + $1.composition } }
  /// 率の効果 of all strata.
  public var rateEffect: Double { effects.reduce(0) { $0 + $1.rate } }

  /// Decomposes the second crude rate − the first: two cities, or one city in two years.
  ///
  /// - Parameters:
  ///   - first: the strata of the first population, or of the earlier year.
  ///   - second: the same strata of the second population, or of the later year, in the same order.
  /// - Throws: ``AgeMethodError`` with `different-tables`, `negative-count`, `not-finite`, `too-large`,
  ///   `missing-rate`, `no-rows` or `denominator-not-positive`, naming the row.
  public init(
    from first: [KitagawaDecomposition.Stratum], to second: [KitagawaDecomposition.Stratum]
  ) throws(AgeMethodError) {
    let total1 = try KitagawaDecomposition.Stratum.check(first, subject: Self.subject)
    let total2 = try KitagawaDecomposition.Stratum.check(second, subject: Self.subject)
    let rates1 = KitagawaDecomposition.Stratum.rates(of: first, orOf: second)
    let rates2 = KitagawaDecomposition.Stratum.rates(of: second, orOf: first)
    func part(_ stratum: KitagawaDecomposition.Stratum, _ rate: Double, of total: Double) -> Part {
      Part(label: stratum.label, share: stratum.population / total, rate: rate)
    }
    try self.init(
      from: zip(first, rates1).map { part($0, $1, of: total1) },
      to: zip(second, rates2).map { part($0, $1, of: total2) },
      crudeRates: (
        zip(first, rates1).reduce(0) { $0 + $1.0.population * $1.1 } / total1,
        zip(second, rates2).reduce(0) { $0 + $1.0.population * $1.1 } / total2
      ))
  }

  /// A stratum as its share and rate, whose product is what it adds to the crude rate.
  struct Part {
    let label: LocalizedText
    let share: Double
    let rate: Double
    /// What it adds beside share × rate: all of it where there is nobody to have a rate.
    var rest = 0.0
  }

  /// Decomposes crude rates; shares need not add up to 1, as births are no part of the people.
  init(
    from first: [Part], to second: [Part], crudeRates: (Double, Double)
  ) throws(AgeMethodError) {
    if let row = zip(first, second).enumerated().first(where: { $1.0.label != $1.1.label })?.offset
      ?? (first.count == second.count ? nil : min(first.count, second.count))
    {
      throw AgeMethodError(code: .differentTables, subject: Self.subject, row: row + 1)
    }
    var parts: [Double] = []
    for (a, b) in zip(first, second) {
      parts.append((b.share - a.share) * (a.rate + b.rate) / 2)
      parts.append((b.rate - a.rate) * (a.share + b.share) / 2 + b.rest - a.rest)
    }
    let exact = ExactSum.quotients(of: parts, times: 1, over: 1)
    difference = exact.total
    effects = first.indices.map {
      Effect(
        label: first[$0].label, composition: exact.parts[2 * $0],
        rate: exact.parts[2 * $0 + 1])
    }
    (firstCrudeRate, secondCrudeRate) = crudeRates
  }
}
