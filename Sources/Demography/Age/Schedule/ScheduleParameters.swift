#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The parameters of a schedule that are searched for: speeds, by their logarithms, and positions.
///
/// The heights and the constant are not: rates are proportional to them, and they follow from the others.
struct ScheduleParameters: Sendable {
  /// α₁, then α₂ μ₂ λ₂, and where they are wanted α₃ μ₃ λ₃ and α₄.
  var values: [Double]
  let shape: RogersCastroSchedule.Shape

  /// The names of the parameters in the order of the values.
  static func names(_ shape: RogersCastroSchedule.Shape) -> [String] {
    ["α₁", "α₂", "μ₂", "λ₂"] + (shape.hasRetirement ? ["α₃", "μ₃", "λ₃"] : [])
      + (shape.hasOldest ? ["α₄"] : [])
  }

  /// The bounds in the order of the values.
  static func bounds(_ shape: RogersCastroSchedule.Shape) -> [ClosedRange<Double>] {
    let descent = log(5e-3)...log(2)
    let ascent = log(2e-2)...log(3)
    return [log(1e-3)...log(2), descent, 10...45, ascent]
      + (shape.hasRetirement ? [descent, 50...80, ascent] : [])
      + (shape.hasOldest ? [log(1e-3)...log(0.5)] : [])
  }

  /// Keeps the parameters within their bounds.
  ///
  /// A wave that falls ten times as fast as it rises has its peak so far below its position that it is a
  /// second childhood; there its descent ends.
  mutating func clamp() {
    for (index, bound) in Self.bounds(shape).enumerated() {
      values[index] = min(max(values[index], bound.lowerBound), bound.upperBound)
    }
    for wave in shape.hasRetirement ? [1, 4] : [1] {
      values[wave] = min(values[wave], values[wave + 2] + log(10))
    }
  }

  /// The parts of the schedule in the order of their heights, the constant first.
  ///
  /// Each with the range of the values that it depends on.
  var parts: [(part: SchedulePart, values: Range<Int>)] {
    var parts: [(part: SchedulePart, values: Range<Int>)] = [
      (.constant, 0..<0), (.exponential(speed: -exp(values[0])), 0..<1), (wave(at: 1), 1..<4),
    ]
    if shape.hasRetirement { parts.append((wave(at: 4), 4..<7)) }
    if shape.hasOldest {
      let last = values.count - 1
      parts.append((.exponential(speed: exp(values[last])), last..<last + 1))
    }
    return parts
  }

  private func wave(at index: Int) -> SchedulePart {
    .wave(
      descent: exp(values[index]), position: values[index + 1], ascent: exp(values[index + 2]))
  }

  /// The schedule with heights in the order of the parts.
  func schedule(heights: [Double]) -> RogersCastroSchedule {
    func wave(_ index: Int, height: Double) -> RogersCastroSchedule.Wave {
      .init(
        height: height, descent: exp(values[index]), position: values[index + 1],
        ascent: exp(values[index + 2]))
    }
    let last = heights.count - 1
    return RogersCastroSchedule(
      childhood: .init(height: heights[1], speed: exp(values[0])),
      labourForce: wave(1, height: heights[2]),
      retirement: shape.hasRetirement ? wave(4, height: heights[3]) : nil,
      oldest: shape.hasOldest
        ? .init(height: heights[last], speed: exp(values[values.count - 1])) : nil,
      constant: heights[0])
  }
}

/// One part of a schedule, at height 1.
enum SchedulePart {
  case constant
  /// The speed is below zero for children.
  case exponential(speed: Double)
  case wave(descent: Double, position: Double, ascent: Double)

  /// The part at an exact age.
  func value(at age: Double) -> Double {
    switch self {
    case .constant: return 1
    case .exponential(let speed): return exp(speed * age)
    case .wave(let descent, let position, let ascent):
      let x = age - position
      return exp(-descent * x - exp(-ascent * x))
    }
  }

  /// Adds to `slopes` the derivatives by the logarithms of the speeds and by the position, times `weight`.
  func addSlopes(at age: Double, weight: Double, to slopes: inout [Double]) {
    switch self {
    case .constant: return
    case .exponential(let speed): slopes[0] += weight * speed * age * exp(speed * age)
    case .wave(let descent, let position, let ascent):
      let x = age - position
      let rise = exp(-ascent * x)
      let value = weight * exp(-descent * x - rise)
      guard value > 0 else { return }
      slopes[0] -= descent * x * value
      slopes[1] += (descent - ascent * rise) * value
      slopes[2] += ascent * x * rise * value
    }
  }
}
