public import MunicipalModel

/// A Rogers–Castro schedule fitted to rates by age, with how well it fits (モデル移動スケジュールの当てはめ).
///
/// Unweighted least squares: heights and c, at or above 0, are found exactly for each try of the speeds and
/// positions, and these by Levenberg and Marquardt's steps from the best of a fixed grid. Within bounds: α₁ 0.001–2,
/// α₂ and α₃ 0.005–2 and at most 10 λ, λ₂ and λ₃ 0.02–3, μ₂ 10–45, μ₃ 50–80, α₄ 0.001–0.5. More parts never fit
/// worse than fewer. A group's rate is set against the mean of m(x) over its single years.
///
/// The rates tell the fitted curve and its peak well, but not always the parameters: different α₂, μ₂ and λ₂
/// make nearly the same curve, so μ₂ moves with small changes of the rates where
/// ``RogersCastroSchedule/labourForcePeak(within:)`` stays. Compare peaks, not μ₂; and do not read a parameter of
/// ``parametersAtBounds``. It is no smoothing with weights, and gives no intervals. Sources: Rogers and Castro
/// (1981); Golub and Pereyra, SIAM Journal on Numerical Analysis 10 (1973).
public struct RogersCastroFit: Hashable, Sendable {
  static let subject = LocalizedText(ja: "モデル移動スケジュール", en: "Rogers–Castro fit")

  /// The fitted schedule, on the scale of the rates.
  public let schedule: RogersCastroSchedule
  /// The groups that it was fitted to; an open-ended group is left out.
  public let ages: [AgeGroup]
  /// The observed rates of the groups.
  public let observed: [Double]
  /// The schedule's rates of the groups.
  public let fitted: [Double]
  /// Whether the search ended at a minimum rather than at its last step.
  public let hasConverged: Bool

  /// The parameters that ended on a bound of the search, such as `μ₃`: the rates do not tell them.
  public let parametersAtBounds: [String]

  /// Σ (observed − fitted)², on the scale of the rates squared.
  public var sumOfSquares: Double { Self.sumOfSquares(observed, fitted) }

  /// R²: 1 − Σ (observed − fitted)² ÷ Σ (observed − mean)²; `nil` if all observed rates are equal.
  public var coefficientOfDetermination: Double? {
    let mean = observed.reduce(0, +) / Double(observed.count)
    let total = Self.sumOfSquares(observed, observed.map { _ in mean })
    return total > 0 ? 1 - sumOfSquares / total : nil
  }

  private static func sumOfSquares(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for (one, other) in zip(left, right) { sum += (one - other) * (one - other) }
    return sum
  }

  /// MAPE in percent: the mean of |observed − fitted| ÷ observed × 100 over rates above zero.
  public var meanAbsolutePercentageError: Double {
    var sum = 0.0
    var count = 0
    for (observed, fitted) in zip(observed, fitted) where observed > 0 {
      sum += abs(observed - fitted) / observed * 100
      count += 1
    }
    return sum / Double(max(count, 1))
  }

  /// Fits a schedule to the rates of one sex; bands without people are left out.
  ///
  /// - Parameters:
  ///   - rates: rates of in- or out-migration.
  ///   - sex: the sex, or `both` of rates of both sexes together.
  ///   - shape: which parts the schedule has.
  /// - Throws: ``AgeMethodError`` with `missing-sex`, `negative-rate`, `too-few-rates` or `no-rows`.
  public init(
    _ rates: AgeSpecificRates, of sex: Sex, shape: RogersCastroSchedule.Shape = .sevenParameters
  ) throws(AgeMethodError) {
    guard let own = rates.rates(of: sex) else {
      throw AgeMethodError(code: .missingSex, subject: Self.subject, sex: sex)
    }
    let known = zip(rates.ages.groups, own).compactMap { age, rate in rate.map { (age, $0) } }
    try self.init(ages: known.map(\.0), rates: known.map(\.1), shape: shape)
  }

  /// Fits a schedule to rates by age.
  ///
  /// - Parameters:
  ///   - ages: the groups, in any order; an open-ended one is left out.
  ///   - rates: the rates, at or above zero.
  ///   - shape: which parts the schedule has.
  /// - Throws: ``AgeMethodError`` with `different-tables` if there are not as many rates as groups,
  ///   `negative-rate` or `not-finite`, naming the row, `overlapping-ages` if an age is in two groups,
  ///   `too-few-rates` if there are fewer than parameters, or `no-rows` if all are zero.
  public init(
    ages: [AgeGroup], rates: [Double], shape: RogersCastroSchedule.Shape = .sevenParameters
  ) throws(AgeMethodError) {
    guard ages.count == rates.count else {
      throw AgeMethodError(
        code: .differentTables, subject: Self.subject, row: min(ages.count, rates.count) + 1)
    }
    for (row, rate) in rates.enumerated() where !(rate >= 0 && rate.isFinite) {
      throw AgeMethodError(
        code: rate < 0 ? .negativeRate : .notFinite, subject: Self.subject, row: row + 1,
        age: ages[row], text: "\(rate)")
    }
    let order = ages.indices.sorted { (ages[$0], $0) < (ages[$1], $1) }
    for (before, row) in zip(order, order.dropFirst()) where ages[before].overlaps(ages[row]) {
      throw AgeMethodError(
        AgeTableError(
          code: .overlappingAges, row: row + 1, age: ages[row], text: ages[before].description),
        subject: Self.subject)
    }
    let rows = ages.indices.filter { !ages[$0].isOpen }
    guard rows.count >= shape.rawValue else {
      throw AgeMethodError(
        code: .tooFewRates, subject: Self.subject,
        text: "\(rows.count) rates, \(shape.rawValue) parameters")
    }
    let mean = rows.reduce(0) { $0 + rates[$1] } / Double(rows.count)
    guard mean > 0, mean.isFinite else {
      throw AgeMethodError(code: .noRows, subject: Self.subject, text: "all rates are 0")
    }
    let observations = rows.map { row in
      (
        ages: ages[row].lowerAge...(ages[row].upperAge ?? ages[row].lowerAge),
        rate: rates[row] / mean
      )
    }
    guard let best = ScheduleStarts(observations: observations).best(shape) else {
      throw AgeMethodError(code: .notFinite, subject: Self.subject)
    }
    let schedule = best.schedule.scaled(by: mean)
    self.schedule = schedule
    self.ages = rows.map { ages[$0] }
    observed = rows.map { rates[$0] }
    fitted = rows.map { schedule.rate(of: ages[$0]) ?? 0 }
    hasConverged = best.hasConverged
    parametersAtBounds = best.parametersAtBounds
  }
}

extension RogersCastroSchedule {
  /// The schedule with rates `factor` times as high.
  func scaled(by factor: Double) -> Self {
    var scaled = self
    scaled.childhood.height *= factor
    scaled.labourForce.height *= factor
    scaled.retirement?.height *= factor
    scaled.oldest?.height *= factor
    scaled.constant *= factor
    return scaled
  }
}
