#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The parameters of a schedule as a vector to search in: heights and speeds by their logarithms.
struct ScheduleParameters: Sendable {
  /// c, then a₁ α₁, a₂ α₂ μ₂ λ₂, and where they are wanted a₃ α₃ μ₃ λ₃ and a₄ α₄.
  var values: [Double]
  let shape: RogersCastroShape

  init(_ schedule: RogersCastroSchedule, _ shape: RogersCastroShape) {
    func positive(_ value: Double) -> Double { log(max(value, 1e-12)) }
    func vector(_ wave: RogersCastroSchedule.Wave) -> [Double] {
      [positive(wave.height), positive(wave.descent), wave.position, positive(wave.ascent)]
    }
    self.shape = shape
    values = [
      schedule.constant, positive(schedule.childhood.height), positive(schedule.childhood.speed),
    ]
    values += vector(schedule.labourForce)
    if let retirement = schedule.retirement { values += vector(retirement) }
    if let oldest = schedule.oldest {
      values += [positive(oldest.height), positive(oldest.speed)]
    }
    clamp()
  }

  var schedule: RogersCastroSchedule {
    let oldest = values.count - 2
    return RogersCastroSchedule(
      childhood: .init(height: exp(values[1]), speed: exp(values[2])), labourForce: wave(at: 3),
      retirement: shape.hasRetirement ? wave(at: 7) : nil,
      oldest: shape.hasOldest
        ? .init(height: exp(values[oldest]), speed: exp(values[oldest + 1])) : nil,
      constant: values[0])
  }

  private func wave(at index: Int) -> RogersCastroSchedule.Wave {
    .init(
      height: exp(values[index]), descent: exp(values[index + 1]), position: values[index + 2],
      ascent: exp(values[index + 3]))
  }

  /// The bounds, for rates whose mean is 1.
  ///
  /// Without them the labour force part can become a second childhood, and the constant negative.
  mutating func clamp() {
    func limit(_ index: Int, _ low: Double, _ high: Double) {
      values[index] = min(max(values[index], low), high)
    }
    limit(0, 0, 100)
    limit(1, log(1e-6), log(1e3))
    limit(2, log(1e-3), log(2))
    limitWave(3, position: 10...45)
    if shape.hasRetirement { limitWave(7, position: 50...80) }
    if shape.hasOldest {
      limit(values.count - 2, log(1e-12), log(1e2))
      limit(values.count - 1, log(1e-3), log(0.5))
    }
  }

  private mutating func limitWave(_ index: Int, position: ClosedRange<Double>) {
    let bounds = [
      log(1e-6)...log(1e3), log(5e-3)...log(2), position, log(2e-2)...log(3),
    ]
    for (offset, bound) in bounds.enumerated() {
      let value = values[index + offset]
      values[index + offset] = min(max(value, bound.lowerBound), bound.upperBound)
    }
  }

  /// Adds to `gradient` the derivatives of m(x), times `weight`; returns m(x) times `weight`.
  func add(at x: Double, weight: Double, to gradient: inout [Double]) -> Double {
    gradient[0] += weight
    let childhood = weight * exp(values[1] - exp(values[2]) * x)
    gradient[1] += childhood
    gradient[2] -= exp(values[2]) * x * childhood
    var sum = weight * values[0] + childhood
    sum += addWave(3, at: x, weight: weight, to: &gradient)
    if shape.hasRetirement { sum += addWave(7, at: x, weight: weight, to: &gradient) }
    if shape.hasOldest {
      let index = values.count - 2
      let oldest = weight * exp(values[index] + exp(values[index + 1]) * x)
      gradient[index] += oldest
      gradient[index + 1] += exp(values[index + 1]) * x * oldest
      sum += oldest
    }
    return sum
  }

  private func addWave(
    _ index: Int, at age: Double, weight: Double, to gradient: inout [Double]
  ) -> Double {
    let descent = exp(values[index + 1])
    let ascent = exp(values[index + 3])
    let x = age - values[index + 2]
    let rise = exp(-ascent * x)
    let value = weight * exp(values[index] - descent * x - rise)
    gradient[index] += value
    gradient[index + 1] -= descent * x * value
    gradient[index + 2] += (descent - ascent * rise) * value
    gradient[index + 3] += ascent * x * rise * value
    return value
  }
}
