import MunicipalModel

extension RogersCastroSchedule {
  /// The low point, the peak and what lies between them (Rogers and Castro's measures).
  public struct LabourForcePeak: Hashable, Sendable, Codable {
    /// x_l: the age of the lowest rate before the peak, in years.
    public let lowAge: Double
    /// x_h: the age at the peak, in years.
    public let ageAtPeak: Double
    /// m(x_l), on the scale of the schedule.
    public let lowRate: Double
    /// m(x_h), on the scale of the schedule.
    public let rateAtPeak: Double

    /// The labour force shift X = x_h − x_l, in years.
    public var shift: Double { ageAtPeak - lowAge }
    /// The jump B = m(x_h) − m(x_l).
    public var jump: Double { rateAtPeak - lowRate }
  }

  /// The young-adult peak of the schedule, on a grid of hundredths of a year.
  ///
  /// Source: Rogers and Castro (1981), section 2.
  ///
  /// - Parameter ages: where the peak is looked for; the low point lies between 0 and the peak.
  /// - Throws: ``AgeMethodError`` with `not-finite` if the parameters give no rates.
  public func labourForcePeak(
    within ages: ClosedRange<Int> = 10...50
  ) throws(AgeMethodError) -> LabourForcePeak {
    let first = min(max(ages.lowerBound, 0), AgeGroup.highestAge)
    let last = min(max(ages.upperBound, first), AgeGroup.highestAge)
    func rate(_ step: Int) -> Double { self.rate(at: Double(step) / 100) }
    var peak = first * 100
    for step in peak...(last * 100) where rate(step) > rate(peak) { peak = step }
    var low = 0
    for step in 0...peak where rate(step) < rate(low) { low = step }
    guard rate(peak).isFinite, rate(low).isFinite else {
      throw AgeMethodError(
        code: .notFinite, subject: LocalizedText(ja: "移動の山", en: "labour force peak"))
    }
    return LabourForcePeak(
      lowAge: Double(low) / 100, ageAtPeak: Double(peak) / 100, lowRate: rate(low),
      rateAtPeak: rate(peak))
  }
}
