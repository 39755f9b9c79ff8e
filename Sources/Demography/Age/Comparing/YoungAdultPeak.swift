public import MunicipalModel

/// The peak of a schedule of rates among young adults (若年層の移動の山).
public struct YoungAdultPeak: Hashable, Sendable, Codable {
  /// The group with the highest rate.
  public let age: AgeGroup
  /// The middle of the group, in years; `nil` of an open-ended group.
  public let ageAtPeak: Double?
  /// The rate at the peak, on the scale of the rates.
  public let rateAtPeak: Double
  /// Whether it is a trough: the lowest of rates of net change, where people leave.
  public let isTrough: Bool
}

extension AgeSpecificRates {
  /// The peak of the rates of one sex among young adults; the youngest of equal ones.
  ///
  /// Bands without people have no rate and are passed over.
  ///
  /// - Parameters:
  ///   - sex: the sex, or `both` of rates of both sexes together.
  ///   - span: the ages to look at; 15–39 if `nil`.
  ///   - trough: whether to look for the lowest rate, as of net change where people leave.
  /// - Throws: ``AgeMethodError`` with `missing-sex`, `needs-splitting`, `not-covered`, or `no-rows` if no
  ///   band of the span has a rate.
  public func youngAdultPeak(
    of sex: Sex, within span: AgeGroup? = nil, trough: Bool = false
  ) throws(AgeMethodError) -> YoungAdultPeak {
    let subject = LocalizedText(ja: "若年層の移動の山", en: "young-adult peak")
    guard let rates = rates(of: sex) else {
      throw AgeMethodError(code: .missingSex, subject: subject, sex: sex)
    }
    guard let span = span ?? AgeGroup(15, through: 39) else {
      throw AgeMethodError(code: .parameterOutOfRange, subject: subject)
    }
    let rows = try AgeMethodError.wrapping(ages.indices(of: span), subject: subject)
    var best: (age: AgeGroup, rate: Double)?
    for row in rows {
      guard let rate = rates[row] else { continue }
      if let best, trough ? rate >= best.rate : rate <= best.rate { continue }
      best = (ages.groups[row], rate)
    }
    guard let best else {
      throw AgeMethodError(code: .noRows, subject: subject, sex: sex, age: span)
    }
    return YoungAdultPeak(
      age: best.age,
      ageAtPeak: best.age.width.map { Double(best.age.lowerAge) + Double($0) / 2 },
      rateAtPeak: best.rate, isTrough: trough)
  }
}
