#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
public import MunicipalModel

/// A Rogers–Castro schedule fitted to rates by age, with how well it fits (モデル移動スケジュールの当てはめ).
///
/// Unweighted least squares by Levenberg and Marquardt's method from a fixed set of starts; heights and
/// speeds stay positive, μ₂ within 10–45 and μ₃ within 50–80 years, c at or above 0. A group's rate is set
/// against the mean of m(x) over its single years. Source: Rogers and Castro (1981).
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

  /// R²: 1 − Σ (observed − fitted)² ÷ Σ (observed − mean)²; `nil` if all observed rates are equal.
  public var coefficientOfDetermination: Double? {
    let mean = observed.reduce(0, +) / Double(observed.count)
    let total = observed.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let rest = zip(observed, fitted).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    return total > 0 ? 1 - rest / total : nil
  }

  /// MAPE in percent: the mean of |observed − fitted| ÷ observed × 100 over rates above zero.
  public var meanAbsolutePercentageError: Double {
    let errors = zip(observed, fitted).filter { $0.0 > 0 }.map { abs($0 - $1) / $0 * 100 }
    return errors.reduce(0, +) / Double(max(errors.count, 1))
  }

  /// Fits a schedule to the rates of one sex; bands without people are left out.
  ///
  /// - Parameters:
  ///   - rates: rates of in- or out-migration.
  ///   - sex: the sex, or `both` of rates of both sexes together.
  ///   - shape: which parts the schedule has.
  /// - Throws: ``AgeMethodError`` with `missing-sex`, `negative-rate`, `too-few-rates` or `no-rows`.
  public init(
    _ rates: AgeSpecificRates, of sex: Sex, shape: RogersCastroShape = .sevenParameters
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
  ///   - ages: the groups; an open-ended one is left out.
  ///   - rates: the rates, at or above zero.
  ///   - shape: which parts the schedule has.
  /// - Throws: ``AgeMethodError`` with `different-tables` if there are not as many rates as groups,
  ///   `negative-rate` or `not-finite`, naming the row, `too-few-rates` if there are fewer than parameters,
  ///   or `no-rows` if all are zero.
  public init(
    ages: [AgeGroup], rates: [Double], shape: RogersCastroShape = .sevenParameters
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
    let schedule = best.parameters.schedule.scaled(by: mean)
    self.schedule = schedule
    self.ages = rows.map { ages[$0] }
    observed = rows.map { rates[$0] }
    fitted = rows.map { schedule.rate(of: ages[$0]) ?? 0 }
    hasConverged = best.hasConverged
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
