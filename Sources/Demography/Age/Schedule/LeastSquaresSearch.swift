/// Levenberg and Marquardt's search for the least sum of squares, with bounds; the same every time.
///
/// Source: Marquardt, Journal of the Society for Industrial and Applied Mathematics 11 (1963).
struct LeastSquaresSearch {
  /// The single years of age of each group, and the rate that was observed.
  let observations: [(ages: ClosedRange<Int>, rate: Double)]

  struct Result {
    var parameters: ScheduleParameters
    var sumOfSquares: Double
    var steps: Int
    var hasConverged: Bool
  }

  func search(from start: ScheduleParameters, maximumSteps: Int = 500) -> Result {
    let count = start.values.count
    var result = Result(parameters: start, sumOfSquares: 0, steps: 0, hasConverged: false)
    var (normal, gradient) = (
      [Double](repeating: 0, count: count * count), [Double](repeating: 0, count: count)
    )
    result.sumOfSquares = evaluate(start, &normal, &gradient)
    var damping = 1e-3
    while result.steps < maximumSteps, damping < 1e12 {
      result.steps += 1
      var tried = result.parameters
      if let step = solve(normal, gradient, damping: damping) {
        for index in 0..<count { tried.values[index] -= step[index] }
        tried.clamp()
      }
      var (triedNormal, triedGradient) = (normal, gradient)
      let sum = evaluate(tried, &triedNormal, &triedGradient)
      guard sum.isFinite, sum < result.sumOfSquares else {
        damping *= 4
        continue
      }
      let gain = result.sumOfSquares - sum
      (result.parameters, result.sumOfSquares) = (tried, sum)
      (normal, gradient) = (triedNormal, triedGradient)
      damping = max(damping / 8, 1e-12)
      if gain < 1e-10 * sum || sum < 1e-24 { break }
    }
    // Where no step helps any more, or only by rounding, it is a minimum, perhaps on a bound.
    result.hasConverged = result.steps < maximumSteps
    return result
  }

  /// The sum of squared residuals; JᵀJ and Jᵀr are written over the arguments.
  private func evaluate(
    _ parameters: ScheduleParameters, _ normal: inout [Double], _ gradient: inout [Double]
  ) -> Double {
    let count = gradient.count
    for index in normal.indices { normal[index] = 0 }
    for index in gradient.indices { gradient[index] = 0 }
    var sum = 0.0
    var row = gradient
    for (ages, rate) in observations {
      for index in row.indices { row[index] = 0 }
      var residual = -rate
      for age in ages {
        residual += parameters.add(at: Double(age), weight: 1 / Double(ages.count), to: &row)
      }
      sum += residual * residual
      for i in 0..<count {
        gradient[i] += row[i] * residual
        for j in 0...i { normal[i * count + j] += row[i] * row[j] }
      }
    }
    return sum
  }

  /// The step that solves (JᵀJ + damping × its diagonal) step = Jᵀr, by Cholesky; `nil` if it cannot.
  private func solve(_ normal: [Double], _ gradient: [Double], damping: Double) -> [Double]? {
    let count = gradient.count
    var factor = normal
    for i in 0..<count { factor[i * count + i] += damping * max(factor[i * count + i], 1e-12) }
    for i in 0..<count {
      for j in 0...i {
        var sum = factor[i * count + j]
        for k in 0..<j { sum -= factor[i * count + k] * factor[j * count + k] }
        if i == j {
          guard sum > 0, sum.isFinite else { return nil }
          factor[i * count + i] = sum.squareRoot()
        } else {
          factor[i * count + j] = sum / factor[j * count + j]
        }
      }
    }
    var step = gradient
    for i in 0..<count {
      for k in 0..<i { step[i] -= factor[i * count + k] * step[k] }
      step[i] /= factor[i * count + i]
    }
    for i in (0..<count).reversed() {
      for k in (i + 1)..<max(count, i + 1) { step[i] -= factor[k * count + i] * step[k] }
      step[i] /= factor[i * count + i]
    }
    return step
  }
}
