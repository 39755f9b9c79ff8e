/// The search for the schedule with the least sum of squares, the same every time.
///
/// The heights and the constant are found exactly for each try of the speeds and positions (variable
/// projection), which are led on by Levenberg and Marquardt's steps within their bounds. Sources: Golub and
/// Pereyra, SIAM Journal on Numerical Analysis 10 (1973); Kaufman, BIT 15 (1975); Marquardt, Journal of the
/// Society for Industrial and Applied Mathematics 11 (1963).
struct ScheduleSearch {
  /// The single years of age of each group, and the rate that was observed.
  let observations: [(ages: ClosedRange<Int>, rate: Double)]

  /// A try: parameters with the heights that suit them best.
  struct Result {
    var parameters: ScheduleParameters
    /// The constant and the heights of the parts.
    var heights: [Double]
    /// The fitted rates less the observed ones.
    var residuals: [Double]
    var sumOfSquares: Double
    /// The values of each part by group, at height 1.
    var columns: [[Double]]
    var hasConverged = false

    var schedule: RogersCastroSchedule { parameters.schedule(heights: heights) }

    /// The names of the parameters on a bound, of parts that have a height.
    var parametersAtBounds: [String] {
      let names = ScheduleParameters.names(parameters.shape)
      let bounds = ScheduleParameters.bounds(parameters.shape)
      var found: [String] = []
      for ((_, values), height) in zip(parameters.parts, heights) where height > 0 {
        for index in values {
          let (value, bound) = (parameters.values[index], bounds[index])
          let margin = 1e-6 * (bound.upperBound - bound.lowerBound)
          if value <= bound.lowerBound + margin || value >= bound.upperBound - margin {
            found.append(names[index])
          }
        }
      }
      return found
    }
  }

  /// The means of a part over the single years of each group.
  func column(of part: SchedulePart) -> [Double] {
    observations.map { ages, _ in
      if ages.count == 1 { return part.value(at: Double(ages.lowerBound)) }
      var sum = 0.0
      for age in ages { sum += part.value(at: Double(age)) }
      return sum / Double(ages.count)
    }
  }

  /// The best heights for parameters.
  func evaluate(_ parameters: ScheduleParameters) -> Result {
    let columns = parameters.parts.map { column(of: $0.part) }
    let count = columns.count
    let scales = columns.map { column in
      let norm = Self.product(column, column).squareRoot()
      return norm > 0 && norm.isFinite ? 1 / norm : 0
    }
    var products = [Double](repeating: 0, count: count * count)
    for i in 0..<count where scales[i] > 0 {
      for j in 0...i where scales[j] > 0 {
        products[i * count + j] = Self.product(columns[i], columns[j]) * scales[i] * scales[j]
        products[j * count + i] = products[i * count + j]
      }
    }
    let rates = observations.map(\.rate)
    let observed = columns.indices.map {
      scales[$0] > 0 ? Self.product(columns[$0], rates) * scales[$0] : 0
    }
    let heights = zip(
      NonNegativeLeastSquares.coefficients(products: products, observed: observed), scales
    ).map { $0 * $1 }
    var residuals = rates.map { -$0 }
    for (column, height) in zip(columns, heights) where height > 0 {
      for row in residuals.indices { residuals[row] += height * column[row] }
    }
    return Result(
      parameters: parameters, heights: heights, residuals: residuals,
      sumOfSquares: Self.product(residuals, residuals), columns: columns)
  }

  /// The minimum that a start leads to.
  func search(from start: ScheduleParameters, maximumSteps: Int = 400) -> Result {
    let bounds = ScheduleParameters.bounds(start.shape)
    var result = evaluate(start)
    var slopes = slopes(of: result)
    var damping = 1e-3
    var smallGains = 0
    for _ in 0..<maximumSteps {
      guard damping < 1e10, smallGains < 3, result.sumOfSquares > 1e-24 else {
        result.hasConverged = true
        break
      }
      let step = step(slopes, result, bounds, damping: damping)
      var tried = result.parameters
      for index in step.indices { tried.values[index] -= step[index] }
      tried.clamp()
      let next = evaluate(tried)
      guard next.sumOfSquares.isFinite, next.sumOfSquares < result.sumOfSquares else {
        damping *= 4
        continue
      }
      let gain = 1 - next.sumOfSquares / result.sumOfSquares
      smallGains = gain < 1e-9 ? smallGains + 1 : 0
      result = next
      slopes = self.slopes(of: result)
      damping = max(damping / 6, 1e-12)
    }
    return result
  }

  /// The derivatives of the fitted rates by each parameter, less what the heights make up for.
  private func slopes(of result: Result) -> [[Double]] {
    var basis: [[Double]] = []
    for (column, height) in zip(result.columns, result.heights) where height > 0 {
      let rest = Self.without(basis, column)
      let norm = Self.product(rest, rest).squareRoot()
      guard norm > 1e-10 * Self.product(column, column).squareRoot() else { continue }
      basis.append(rest.map { $0 / norm })
    }
    var slopes = [[Double]](
      repeating: .init(repeating: 0, count: observations.count),
      count: result.parameters.values.count)
    for ((part, values), height) in zip(result.parameters.parts, result.heights) where height > 0 {
      var row = [Double](repeating: 0, count: values.count)
      for (group, observation) in observations.enumerated() {
        for index in row.indices { row[index] = 0 }
        let weight = height / Double(observation.ages.count)
        for age in observation.ages { part.addSlopes(at: Double(age), weight: weight, to: &row) }
        for (index, slope) in zip(values, row) { slopes[index][group] = slope }
      }
      for index in values { slopes[index] = Self.without(basis, slopes[index]) }
    }
    return slopes
  }

  /// Levenberg and Marquardt's step; zero for parameters on a bound that it would lead beyond.
  private func step(
    _ slopes: [[Double]], _ result: Result, _ bounds: [ClosedRange<Double>], damping: Double
  ) -> [Double] {
    let gradient = slopes.map { Self.product($0, result.residuals) }
    let free = slopes.indices.filter { index in
      let value = result.parameters.values[index]
      let isHeld =
        gradient[index] > 0
        ? value <= bounds[index].lowerBound : value >= bounds[index].upperBound
      return gradient[index] != 0 && !isHeld
    }
    let count = free.count
    var matrix = [Double](repeating: 0, count: count * count)
    for i in 0..<count {
      for j in 0...i {
        matrix[i * count + j] = Self.product(slopes[free[i]], slopes[free[j]])
        matrix[j * count + i] = matrix[i * count + j]
      }
    }
    for i in 0..<count { matrix[i * count + i] *= 1 + damping }
    var step = [Double](repeating: 0, count: slopes.count)
    for (index, value) in zip(free, Cholesky.solve(matrix, free.map { gradient[$0] }) ?? []) {
      step[index] = value
    }
    return step
  }

  static func product(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for index in 0..<min(left.count, right.count) { sum += left[index] * right[index] }
    return sum
  }

  /// A column without its part along an orthonormal basis.
  private static func without(_ basis: [[Double]], _ column: [Double]) -> [Double] {
    var rest = column
    for direction in basis {
      let length = product(direction, rest)
      for row in rest.indices { rest[row] -= length * direction[row] }
    }
    return rest
  }
}
