import MunicipalModel
import Testing

@testable import Demography

@Suite("Rogers–Castro schedules")
struct RogersCastroTests {
  static let simple = RogersCastroSchedule(
    childhood: .init(height: 0.02, speed: 0.1),
    labourForce: .init(height: 0.06, descent: 0.1, position: 20, ascent: 0.4), constant: 0.003)

  /// With the example parameters of the rcbayes package (Yeung, Alexander and Riffe).
  static let retired = RogersCastroSchedule(
    childhood: .init(height: 0.09, speed: 0.1),
    labourForce: .init(height: 0.2, descent: 0.1, position: 21, ascent: 0.39),
    retirement: .init(height: 0.02, descent: 0.5, position: 67, ascent: 0.6), constant: 0.01)

  @Test(arguments: [(0.0, 0.0230, 0.000_05), (20, 0.02778, 0.000_005), (23, 0.03789, 0.000_005)])
  func `Rates of the seven parameters`(age: Double, rate: Double, tolerance: Double) {
    #expect(abs(Self.simple.rate(at: age) - rate) < tolerance)
    #expect(Self.simple.parameterCount == 7)
  }

  @Test func `Each part adds its own`() throws {
    var schedule = Self.simple
    schedule.oldest = .init(height: 0.0001, speed: 0.05)
    #expect(schedule.parameterCount == 9)
    #expect(abs(schedule.rate(at: 80) - Self.simple.rate(at: 80) - 0.0054598150033) < 1e-12)
    schedule.retirement = .init(height: 0.01, descent: 0.5, position: 65, ascent: 0.6)
    #expect(schedule.parameterCount == 13)
    // At x = μ a wave is a ÷ e.
    let added = schedule.rate(at: 65) - Self.simple.rate(at: 65) - 0.0001 * 25.790339917193
    #expect(abs(added - 0.01 / 2.718281828459045) < 1e-12)
    schedule.oldest = nil
    #expect(schedule.parameterCount == 11)
    let group = try #require(AgeGroup(20, through: 24))
    let mean = (20...24).reduce(0) { $0 + Self.simple.rate(at: Double($1)) } / 5
    #expect(Self.simple.rate(of: group).map { abs($0 - mean) < 1e-15 } == true)
    #expect(try Self.simple.rate(of: #require(AgeGroup(andOver: 85))) == nil)
  }

  @Test func `The peak of a schedule`() throws {
    let peak = try Self.simple.labourForcePeak()
    // Of the wave alone it is μ − ln(α ÷ λ) ÷ λ = 23.47; childhood pulls it down a little.
    #expect((23.2...23.47).contains(peak.ageAtPeak))
    #expect(peak.rateAtPeak >= Self.simple.rate(at: 23))
    #expect((10...18).contains(peak.lowAge) && peak.jump > 0.02)
    #expect(abs(peak.shift - (peak.ageAtPeak - peak.lowAge)) < 1e-12)
    var bad = Self.simple
    bad.constant = .nan
    #expect(throws: AgeMethodError.self) { try bad.labourForcePeak() }
  }

  static func rates(_ schedule: RogersCastroSchedule, _ groups: [AgeGroup]) -> [Double] {
    groups.map { schedule.rate(of: $0) ?? schedule.rate(at: Double($0.lowerAge)) }
  }

  @Test func `Parameters are found again`() throws {
    let ages = try AgeClassification.singleYears(openFrom: 90).groups
    let fit = try RogersCastroFit(ages: ages, rates: Self.rates(Self.simple, ages))
    #expect(fit.hasConverged && fit.ages.count == 90)
    #expect(try #require(fit.coefficientOfDetermination) > 0.999_999_99)
    #expect(fit.meanAbsolutePercentageError < 0.001)
    #expect(abs(fit.schedule.labourForce.position - 20) < 0.001)
    #expect(abs(fit.schedule.labourForce.ascent - 0.4) < 0.001)
    #expect(abs(fit.schedule.childhood.height - 0.02) < 0.000_01)
    #expect(abs(fit.schedule.constant - 0.003) < 0.000_01)
    let again = try RogersCastroFit(ages: ages, rates: Self.rates(Self.simple, ages))
    #expect(again == fit)
  }

  @Test func `Scaled rates give a scaled schedule`() throws {
    let ages = try AgeClassification.fiveYearGroups(openFrom: 85).groups
    let rates = Self.rates(Self.simple, ages)
    let fit = try RogersCastroFit(ages: ages, rates: rates)
    let percent = try RogersCastroFit(ages: ages, rates: rates.map { $0 * 100 })
    #expect(try #require(fit.coefficientOfDetermination) > 0.999_99)
    #expect(abs(percent.schedule.rate(at: 22) - 100 * fit.schedule.rate(at: 22)) < 1e-3)
  }

  @Test(arguments: [RogersCastroSchedule.Shape.elevenParameters, .thirteenParameters])
  func `A peak of retirement is found`(shape: RogersCastroSchedule.Shape) throws {
    let ages = try AgeClassification.singleYears(openFrom: 85).groups
    let rates = Self.rates(Self.retired, ages)
    let seven = try RogersCastroFit(ages: ages, rates: rates)
    let fit = try RogersCastroFit(ages: ages, rates: rates, shape: shape)
    let sevenFits = try #require(seven.coefficientOfDetermination)
    #expect(try #require(fit.coefficientOfDetermination) > max(sevenFits, 0.9999))
    #expect(fit.schedule.parameterCount == shape.rawValue)
  }

  @Test func `A rise at the oldest ages is found`() throws {
    var schedule = Self.simple
    schedule.oldest = .init(height: 0.0001, speed: 0.05)
    let ages = try AgeClassification.singleYears(openFrom: 95).groups
    let fit = try RogersCastroFit(
      ages: ages, rates: Self.rates(schedule, ages), shape: .nineParameters)
    #expect(try #require(fit.coefficientOfDetermination) > 0.9999)
  }

  /// The example rates of DemoTools' mig_estimate_rc (Riffe and others), ages 0–57.
  @Test func `Observed rates are fitted well`() throws {
    let observed = [
      0.1014, 0.0984, 0.0839, 0.0759, 0.0679, 0.0616, 0.055, 0.0518, 0.0438, 0.0399, 0.0363,
      0.0342, 0.0307, 0.0289, 0.0267, 0.0237, 0.0283, 0.0294, 0.0392, 0.0547, 0.068, 0.0933,
      0.1187, 0.1282, 0.1303, 0.1293, 0.1247, 0.1163, 0.1059, 0.0976, 0.09, 0.0817, 0.0749,
      0.0683, 0.0626, 0.058, 0.0536, 0.0493, 0.0459, 0.0418, 0.0393, 0.0358, 0.0343, 0.0322,
      0.0298, 0.0281, 0.0266, 0.0248, 0.0235, 0.0222, 0.0208, 0.0191, 0.0178, 0.0171, 0.0157,
      0.0149, 0.0139, 0.0132,
    ]
    let fit = try RogersCastroFit(
      ages: observed.indices.compactMap { AgeGroup(singleYear: $0) }, rates: observed)
    #expect(fit.hasConverged)
    #expect(try #require(fit.coefficientOfDetermination) > 0.99)
    #expect(fit.meanAbsolutePercentageError < 8)
    #expect((23...26).contains(try fit.schedule.labourForcePeak().ageAtPeak))
  }

  @Test func `Rates that cannot be fitted are refused`() throws {
    let ages = try AgeClassification.fiveYearGroups(openFrom: 50).groups
    func code(_ rates: [Double], _ shape: RogersCastroSchedule.Shape = .sevenParameters) throws
      -> (AgeMethodError.Code, Int?)
    {
      let error = try #require(throws: AgeMethodError.self) {
        try RogersCastroFit(ages: ages, rates: rates, shape: shape)
      }
      return (error.code, error.row)
    }
    let ones = [Double](repeating: 1, count: 11)
    #expect(try code([0.1]) == (.differentTables, 2))
    #expect(try code([1, -1] + ones.dropFirst(2)) == (.negativeRate, 2))
    #expect(try code([1, .nan] + ones.dropFirst(2)) == (.notFinite, 2))
    #expect(try code(ones, .thirteenParameters) == (.tooFewRates, nil))
    #expect(try code(ones.map { _ in 0 }) == (.noRows, nil))
    let flat = try RogersCastroFit(ages: ages, rates: ones)
    #expect(flat.coefficientOfDetermination == nil && flat.meanAbsolutePercentageError < 1)
  }

  @Test func `The peak of observed rates`() throws {
    let change = try RegisteredSocialChange(RegisteredSocialChangeTests.year())
    let span = try #require(AgeGroup(10, through: 29))
    let out = try change.ageSpecificRates(.outMigration).youngAdultPeak(of: .male, within: span)
    #expect(out.age.description == "20-29" && out.ageAtPeak == 25 && !out.isTrough)
    #expect(abs(out.rateAtPeak - 12300.0 / 900) < 1e-12)
    let loss = try change.ageSpecificRates(.socialChange).bothSexes()
      .youngAdultPeak(of: .both, within: span, trough: true)
    #expect(loss.age.description == "20-29" && loss.isTrough)
    #expect(abs(loss.rateAtPeak + 10600.0 / 1770) < 1e-12)
    let open = try change.ageSpecificRates(.inMigration)
      .youngAdultPeak(of: .male, within: AgeGroup(andOver: 30))
    // 41 of 3,000 men of 30 and over; nothing says where in the group the peak is.
    #expect(open.ageAtPeak == nil && abs(open.rateAtPeak - 4100.0 / 3000) < 1e-12)
    #expect(throws: AgeMethodError.self) {
      try change.ageSpecificRates(.outMigration).youngAdultPeak(of: .both)
    }
    #expect(throws: AgeMethodError.self) {
      try change.ageSpecificRates(.outMigration).youngAdultPeak(of: .male)
    }
  }
}
