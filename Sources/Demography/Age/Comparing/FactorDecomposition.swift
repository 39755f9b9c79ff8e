public import MunicipalModel

/// Das Gupta's decomposition of the difference of two rates by any number of factors (要因分解).
///
/// The rate is a function of the factors: by default the sum over the categories of their product, else
/// any function. A factor's effect is the change of the rate when this factor alone goes from the first
/// population to the second, averaged over all ways to have the others at the first or at the second:
/// Σ (rate with it at the second − at the first) × t! × (K − 1 − t)! ÷ K!, t of the K − 1 others being at the
/// second. Effects add up to the difference, no order is preferred, and from second to first the signs turn.
///
/// With two factors it is ``KitagawaDecomposition``. It does not part the structure of a population that is
/// classified by two variables into one factor each, does not keep effects of three or more populations consistent with
/// one another, and says nothing of causes.
/// Source: Das Gupta, Standardization and Decomposition of Rates: A User's Manual (1993), chapters 2 to 5.
public struct FactorDecomposition: Hashable, Sendable {
  static let subject = LocalizedText(ja: "要因分解", en: "decomposition by factors")

  /// The most factors that are taken: the rate is computed for each of 2ᴷ combinations.
  public static let maximumFactors = 12

  /// One factor with its values in both populations.
  public struct Factor: Hashable, Sendable {
    /// What the factor is called.
    public let label: LocalizedText
    /// Its values in the first population, or in the earlier year: one, or one a category.
    public let first: [Double]
    /// Its values in the second population, or in the later year.
    public let second: [Double]

    /// Makes a factor of one value, such as the share of women.
    public init(_ label: LocalizedText, _ first: Double, _ second: Double) {
      self.init(label, first: [first], second: [second])
    }

    /// Makes a factor with a value for each category, such as each age.
    public init(_ label: LocalizedText, first: [Double], second: [Double]) {
      self.label = label
      self.first = first
      self.second = second
    }
  }

  /// What one factor adds to the difference.
  public struct Effect: Hashable, Sendable {
    /// The factor.
    public let label: LocalizedText
    /// The rate of the first population with all other factors averaged (標準化率).
    public let firstStandardized: Double
    /// The rate of the second population with all other factors averaged.
    public let secondStandardized: Double

    /// 効果: the second standardised rate − the first.
    public var value: Double { secondStandardized - firstStandardized }
  }

  /// The effects in the order of the factors.
  public let effects: [Effect]
  /// The rate of the first population.
  public let firstRate: Double
  /// The rate of the second population.
  public let secondRate: Double

  /// The second rate − the first; the effects add up to it.
  public var difference: Double { secondRate - firstRate }

  /// Decomposes the difference of two rates that are the sum over the categories of the factors' product.
  ///
  /// - Parameter factors: one to ``maximumFactors``, all with as many values as categories.
  /// - Throws: ``AgeMethodError`` with `parameter-out-of-range`, `no-rows`, `different-tables`, naming the
  ///   factor by its row, or `not-finite`.
  public init(_ factors: [Factor]) throws(AgeMethodError) {
    if let first = factors.first,
      let row = factors.firstIndex(where: { $0.first.count != first.first.count })
    {
      throw AgeMethodError(
        code: .differentTables, subject: Self.subject, row: row + 1,
        text: "\(factors[row].first.count), \(first.first.count)")
    }
    try self.init(factors) { values in
      (values.first ?? []).indices.reduce(0) { sum, category in
        sum + values.reduce(1) { $0 * $1[category] }
      }
    }
  }

  /// Decomposes the difference of two rates that are any function of the factors.
  ///
  /// - Parameters:
  ///   - factors: one to ``maximumFactors``; they may have different numbers of values.
  ///   - rate: the rate from the values of the factors, in their order; finite for every combination.
  /// - Throws: ``AgeMethodError``, as above.
  public init(
    _ factors: [Factor], rate: (_ values: [[Double]]) -> Double
  ) throws(AgeMethodError) {
    guard (1...Self.maximumFactors).contains(factors.count) else {
      throw AgeMethodError(
        code: .parameterOutOfRange, subject: Self.subject, text: "\(factors.count)",
        hint: LocalizedText(
          ja: "要因は1～\(Self.maximumFactors)個です", en: "it takes 1 to \(Self.maximumFactors) factors"))
    }
    for (row, factor) in factors.enumerated() {
      guard !factor.first.isEmpty else {
        throw AgeMethodError(code: .noRows, subject: Self.subject, row: row + 1)
      }
      guard factor.first.count == factor.second.count else {
        throw AgeMethodError(
          code: .differentTables, subject: Self.subject, row: row + 1,
          text: "\(factor.first.count), \(factor.second.count)")
      }
      guard (factor.first + factor.second).allSatisfy(\.isFinite) else {
        throw AgeMethodError(code: .notFinite, subject: Self.subject, row: row + 1)
      }
    }
    // Bit k of a combination: whether factor k is at the second population.
    let rates = (0..<(1 << factors.count)).map { combination in
      rate(
        factors.enumerated().map { index, factor in
          combination >> index & 1 == 1 ? factor.second : factor.first
        })
    }
    guard let last = rates.last, rates.allSatisfy(\.isFinite) else {
      throw AgeMethodError(code: .notFinite, subject: Self.subject)
    }
    let weights = Self.weights(factors.count)
    effects = factors.indices.map { index in
      var standardized = (first: 0.0, second: 0.0)
      for (combination, rate) in rates.enumerated() {
        let isSecond = combination >> index & 1 == 1
        let others = combination.nonzeroBitCount - (isSecond ? 1 : 0)
        if isSecond {
          standardized.second += weights[others] * rate
        } else {
          standardized.first += weights[others] * rate
        }
      }
      return Effect(
        label: factors[index].label, firstStandardized: standardized.first,
        secondStandardized: standardized.second)
    }
    firstRate = rates[0]
    secondRate = last
  }

  /// t! × (K − 1 − t)! ÷ K! for t = 0 to K − 1.
  private static func weights(_ count: Int) -> [Double] {
    var weights = [1 / Double(count)]
    for others in 1..<max(count, 1) {
      weights.append(weights[others - 1] * Double(others) / Double(count - others))
    }
    return weights
  }
}
