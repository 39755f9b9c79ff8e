#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The starts of the search: a least-squares search can end in a minimum that is not the least.
///
/// A grid of speeds and positions is ranked by the sum of squares with the best heights; the search goes on
/// from the best, and from the results with fewer parts, so that more parts never fit worse.
struct ScheduleStarts {
  let search: ScheduleSearch
  private let rates: [Double]

  init(observations: [(ages: ClosedRange<Int>, rate: Double)]) {
    search = ScheduleSearch(observations: observations)
    rates = observations.map(\.rate)
  }

  /// The best result of all starts; `nil` if none is finite.
  func best(_ shape: RogersCastroSchedule.Shape) -> ScheduleSearch.Result? { results(shape).first }

  /// The results of the best starts, the best first.
  private func results(_ shape: RogersCastroSchedule.Shape) -> [ScheduleSearch.Result] {
    let starts: [ScheduleParameters] =
      switch shape {
      case .sevenParameters: grid(shape)
      case .nineParameters:
        grid(shape, lastParts: oldest) + extended(results(.sevenParameters), shape)
      case .elevenParameters:
        grid(shape, lastParts: retirements(positions: [54, 64, 76]))
          + extended(results(.sevenParameters), shape)
      case .thirteenParameters:
        extended(results(.nineParameters), shape) + extended(results(.elevenParameters), shape)
      }
    // Most starts show in a few steps that they lead nowhere.
    return best(starts.map { search.search(from: $0, maximumSteps: 25) }).prefix(2)
      .map { $0.hasConverged ? $0 : search.search(from: $0.parameters) }
      .sorted { $0.sumOfSquares < $1.sumOfSquares }
  }

  /// The results that are not the same minimum, the best first.
  private func best(_ results: [ScheduleSearch.Result]) -> [ScheduleSearch.Result] {
    var found: [ScheduleSearch.Result] = []
    for result in results.sorted(by: { $0.sumOfSquares < $1.sumOfSquares })
    where result.sumOfSquares.isFinite
      && result.sumOfSquares > (found.last?.sumOfSquares ?? -1) * (1 + 1e-6)
    {
      found.append(result)
    }
    return found
  }

  /// Waves of the labour force around the highest rate of young adults, as α, μ, λ to search in.
  private var labourForces: [[Double]] {
    let adults = search.observations.filter { 14...45 ~= $0.ages.lowerBound }
    let peak = adults.max { $0.rate < $1.rate }?.ages ?? 20...24
    let peakAge = Double(peak.lowerBound + peak.upperBound) / 2
    var waves: [[Double]] = []
    for ascent in [0.09, 0.25, 0.7] {
      for descent in [0.05, 0.12, 0.35] {
        for shift in [0.0, 5] {
          // The wave is highest at μ − ln(α ÷ λ) ÷ λ.
          let position = peakAge + shift + log(descent / ascent) / ascent
          waves.append([log(descent), min(max(position, 10), 45), log(ascent)])
        }
      }
    }
    return waves
  }

  /// Waves of retirement, broad and narrow, as α, μ, λ to search in.
  private func retirements(positions: [Double]) -> [[Double]] {
    [0.025, 0.09, 0.4, 2].flatMap { ascent in
      [0.008, 0.05, 0.25].flatMap { descent in
        positions.map { [log(descent), $0, log(ascent)] }
      }
    }
  }

  private var oldest: [[Double]] { [0.015, 0.06, 0.2].map { [log($0)] } }

  /// The best start of the grid for each last part, or for each labour force; the best four of them.
  private func grid(_ shape: RogersCastroSchedule.Shape, lastParts: [[Double]] = [])
    -> [ScheduleParameters]
  {
    let childhoods = [0.03, 0.1, 0.35].map { [log($0)] }
    let waves = labourForces
    var starts: [ScheduleParameters] = []
    for values in lastParts.isEmpty ? [[]] : lastParts {
      for wave in waves {
        for childhood in childhoods {
          starts.append(ScheduleParameters(values: childhood + wave + values, shape: shape))
        }
      }
    }
    let ranks = GridProducts(starts, search: search, rates: rates).sumsOfSquares(of: starts)
    let block = childhoods.count * (lastParts.isEmpty ? 1 : waves.count)
    func isBetter(_ one: Int, _ other: Int) -> Bool { ranks[one] < ranks[other] }
    let best = stride(from: 0, to: starts.count, by: block)
      .compactMap { first in (first..<first + block).min(by: isBetter) }
    return best.sorted(by: isBetter).prefix(4).map { starts[$0] }
  }

  /// The results with one more part, the best six starts of each.
  private func extended(
    _ results: [ScheduleSearch.Result], _ shape: RogersCastroSchedule.Shape
  ) -> [ScheduleParameters] {
    results.flatMap { result in
      let own = result.parameters
      let addsRetirement = shape.hasRetirement && !own.shape.hasRetirement
      return (addsRetirement ? retirements(positions: [52, 58, 64, 70, 76, 79.5]) : oldest)
        .map { part in
          var values = own.values
          values.insert(contentsOf: part, at: addsRetirement ? 4 : values.count)
          return search.evaluate(ScheduleParameters(values: values, shape: shape))
        }
        .sorted { $0.sumOfSquares < $1.sumOfSquares }.prefix(6).map(\.parameters)
    }
  }
}

/// The products of all columns of a grid, so that a start costs no exponential.
private struct GridProducts {
  private let search: ScheduleSearch
  private let squares: Double
  private var columns: [[Double]] = []
  private var indices: [[Double]: Int] = [:]
  private var products: [Double] = []
  private var observed: [Double] = []

  init(_ starts: [ScheduleParameters], search: ScheduleSearch, rates: [Double]) {
    self.search = search
    squares = ScheduleSearch.product(rates, rates)
    for start in starts {
      for (part, values) in start.parts {
        let key = Self.key(start, values)
        guard indices[key] == nil else { continue }
        let column = search.column(of: part)
        let norm = ScheduleSearch.product(column, column).squareRoot()
        indices[key] = columns.count
        columns.append(norm > 0 && norm.isFinite ? column.map { $0 / norm } : column.map { _ in 0 })
      }
    }
    products = columns.flatMap { one in columns.map { ScheduleSearch.product(one, $0) } }
    observed = columns.map { ScheduleSearch.product($0, rates) }
  }

  /// What a part is told by: where its values stand, and the values.
  private static func key(_ start: ScheduleParameters, _ values: Range<Int>) -> [Double] {
    [Double(values.lowerBound)] + start.values[values]
  }

  /// The sum of squares of each start with the heights that suit it best.
  func sumsOfSquares(of starts: [ScheduleParameters]) -> [Double] {
    starts.map { start in
      let own = start.parts.compactMap { indices[Self.key(start, $0.values)] }
      let right = own.map { observed[$0] }
      let heights = NonNegativeLeastSquares.coefficients(
        products: own.flatMap { row in own.map { products[row * columns.count + $0] } },
        observed: right)
      return squares - ScheduleSearch.product(heights, right)
    }
  }
}
