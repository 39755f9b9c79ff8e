#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The starts of the search: a least-squares search can end in a minimum that is not the least.
struct ScheduleStarts {
  let observations: [(ages: ClosedRange<Int>, rate: Double)]

  /// The best result of all starts; those with more parts start from the seven parameters' result.
  func best(_ shape: RogersCastroShape) -> LeastSquaresSearch.Result? {
    let search = LeastSquaresSearch(observations: observations)
    let seven = simple.map { search.search(from: ScheduleParameters($0, .sevenParameters)) }
      .filter(\.sumOfSquares.isFinite).sorted { $0.sumOfSquares < $1.sumOfSquares }
    guard shape != .sevenParameters else { return seven.first }
    return seven.prefix(3).flatMap { extended($0.parameters.schedule, shape) }
      .map { search.search(from: ScheduleParameters($0, shape)) }
      .filter(\.sumOfSquares.isFinite).min { $0.sumOfSquares < $1.sumOfSquares }
  }

  /// Schedules of seven parameters around the highest rate of young adults.
  private var simple: [RogersCastroSchedule] {
    let adults = observations.filter { 14...45 ~= $0.ages.lowerBound }
    let peak = adults.max { $0.rate < $1.rate } ?? (20...24, 1)
    let peakAge = Double(peak.ages.lowerBound + peak.ages.upperBound) / 2
    let lowest = observations.map(\.rate).min() ?? 0
    let first = observations.first?.rate ?? 1
    var starts: [RogersCastroSchedule] = []
    for ascent in [0.15, 0.4, 1.0] {
      for descent in [0.05, 0.12, 0.3] {
        // The wave is highest at μ − ln(α ÷ λ) ÷ λ.
        let position = peakAge + log(descent / ascent) / ascent
        var wave = RogersCastroSchedule.Wave(
          height: 1, descent: descent, position: position, ascent: ascent)
        wave.height = max(peak.rate - lowest, 0.1) / wave.value(at: peakAge)
        starts.append(
          RogersCastroSchedule(
            childhood: .init(height: max(first - lowest, 0.1), speed: 0.1), labourForce: wave,
            constant: lowest * 0.9))
      }
    }
    return starts
  }

  private func extended(
    _ schedule: RogersCastroSchedule, _ shape: RogersCastroShape
  ) -> [RogersCastroSchedule] {
    let waves: [RogersCastroSchedule.Wave?] =
      shape.hasRetirement
      ? [60.0, 65, 72].map { .init(height: 0.3, descent: 0.4, position: $0, ascent: 0.4) }
      : [nil]
    let ends: [RogersCastroSchedule.Exponential?] =
      shape.hasOldest
      ? [(1e-4, 0.1), (1e-2, 0.04)].map { .init(height: $0, speed: $1) }
      : [nil]
    return waves.flatMap { wave in
      ends.map { end in
        var start = schedule
        start.retirement = wave
        start.oldest = end
        return start
      }
    }
  }
}
