#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
public import MunicipalModel

/// Rogers and Castro's model migration schedule (モデル移動スケジュール): migration rates by age.
///
/// Formula: m(x) = a₁ e^(−α₁x) + a₂ e^(−α₂(x−μ₂) − e^(−λ₂(x−μ₂))) [+ a₃ e^(−α₃(x−μ₃) − e^(−λ₃(x−μ₃)))]
/// [+ a₄ e^(α₄x)] + c, of childhood, labour force, retirement, the oldest, and a constant: 7 parameters
/// without the last two parts, 9 with the oldest, 11 with retirement, 13 with both.
/// Source: Rogers and Castro, Model Migration Schedules, IIASA RR-81-30 (1981).
public struct RogersCastroSchedule: Hashable, Sendable, Codable {
  /// A part that falls or rises with age at a constant speed.
  public struct Exponential: Hashable, Sendable, Codable {
    /// a: the height at age 0.
    public var height: Double
    /// α: the speed, per year of age; of descent for children, of ascent for the oldest.
    public var speed: Double

    /// Makes a part.
    public init(height: Double, speed: Double) {
      self.height = height
      self.speed = speed
    }
  }

  /// A part with a peak.
  public struct Wave: Hashable, Sendable, Codable {
    /// a: the height.
    public var height: Double
    /// α: the speed of descent after the peak, per year of age.
    public var descent: Double
    /// μ: the position, in years of age.
    public var position: Double
    /// λ: the speed of ascent before the peak, per year of age.
    public var ascent: Double

    /// Makes a part.
    public init(height: Double, descent: Double, position: Double, ascent: Double) {
      self.height = height
      self.descent = descent
      self.position = position
      self.ascent = ascent
    }
  }

  /// a₁, α₁: childhood, falling with age.
  public var childhood: Exponential
  /// a₂, α₂, μ₂, λ₂: the labour force.
  public var labourForce: Wave
  /// a₃, α₃, μ₃, λ₃: retirement.
  public var retirement: Wave?
  /// a₄, α₄: the oldest, rising with age.
  public var oldest: Exponential?
  /// c: the constant.
  public var constant: Double

  /// Makes a schedule; nothing is fitted.
  public init(
    childhood: Exponential, labourForce: Wave, retirement: Wave? = nil,
    oldest: Exponential? = nil, constant: Double
  ) {
    self.childhood = childhood
    self.labourForce = labourForce
    self.retirement = retirement
    self.oldest = oldest
    self.constant = constant
  }

  /// How many parameters there are: 7, 9, 11 or 13.
  public var parameterCount: Int { 7 + (oldest == nil ? 0 : 2) + (retirement == nil ? 0 : 4) }

  /// m(x): the rate at an exact age, in years, on the scale of the heights.
  public func rate(at age: Double) -> Double {
    var rate = childhood.height * exp(-childhood.speed * age) + labourForce.value(at: age)
    if let retirement { rate += retirement.value(at: age) }
    if let oldest { rate += oldest.height * exp(oldest.speed * age) }
    return rate + constant
  }

  /// The rate of a group: the mean of m(x) over its single years of age; `nil` of an open-ended one.
  public func rate(of group: AgeGroup) -> Double? {
    guard let upper = group.upperAge else { return nil }
    let sum = (group.lowerAge...upper).reduce(0) { $0 + rate(at: Double($1)) }
    return sum / Double(upper - group.lowerAge + 1)
  }
}

extension RogersCastroSchedule.Wave {
  /// The part's rate at an exact age.
  func value(at age: Double) -> Double {
    let x = age - position
    return height * exp(-descent * x - exp(-ascent * x))
  }
}

extension RogersCastroSchedule {
  /// Which parts a fitted schedule has.
  public enum Shape: Int, Hashable, Sendable, Codable, CaseIterable {
    /// Childhood, labour force and a constant.
    case sevenParameters = 7
    /// With a rise at the oldest ages.
    case nineParameters = 9
    /// With a peak of retirement.
    case elevenParameters = 11
    /// With a peak of retirement and a rise at the oldest ages.
    case thirteenParameters = 13

    var hasRetirement: Bool { self == .elevenParameters || self == .thirteenParameters }
    var hasOldest: Bool { self == .nineParameters || self == .thirteenParameters }
  }
}
