/// Least squares whose coefficients are at or above zero, from the products of their columns.
///
/// Source: Lawson and Hanson, Solving Least Squares Problems (1974), chapter 23.
enum NonNegativeLeastSquares {
  /// The coefficients that make Σ (observed − Σ coefficient × column)² least.
  ///
  /// - Parameters:
  ///   - products: the products of the columns with each other, row after row.
  ///   - observed: the products of the columns with what is observed.
  static func coefficients(products: [Double], observed: [Double]) -> [Double] {
    let count = observed.count
    var coefficients = [Double](repeating: 0, count: count)
    var active: [Int] = []
    // Each round takes in one column; more rounds than this are rounding going to and fro.
    for _ in 0..<3 * count {
      var best: (index: Int, gain: Double)?
      for index in 0..<count where !active.contains(index) && products[index * count + index] > 0 {
        var slope = observed[index]
        for other in active { slope -= products[index * count + other] * coefficients[other] }
        slope /= products[index * count + index].squareRoot()
        if slope > 1e-13, slope > best?.gain ?? 0 { best = (index, slope) }
      }
      guard let best else { return coefficients }
      active.append(best.index)
      while true {
        guard let solution = solve(products, observed, active, count) else {
          active.removeAll { $0 == best.index }
          return coefficients
        }
        guard solution.contains(where: { $0 <= 0 }) else {
          for (index, value) in zip(active, solution) { coefficients[index] = value }
          break
        }
        // Back to the first coefficient that reaches zero on the way to the solution.
        var part = 1.0
        for (index, value) in zip(active, solution) where value <= 0 {
          let old = coefficients[index]
          part = min(part, old > 0 ? old / (old - value) : 0)
        }
        for (index, value) in zip(active, solution) {
          coefficients[index] += part * (value - coefficients[index])
        }
        active.removeAll { coefficients[$0] <= 1e-300 }
        for index in 0..<count where !active.contains(index) { coefficients[index] = 0 }
        if active.isEmpty { break }
      }
    }
    return coefficients
  }

  /// The coefficients of the active columns alone, by Cholesky; `nil` if the columns are not independent.
  private static func solve(
    _ products: [Double], _ observed: [Double], _ active: [Int], _ count: Int
  ) -> [Double]? {
    let size = active.count
    var matrix = [Double](repeating: 0, count: size * size)
    for (i, row) in active.enumerated() {
      for (j, column) in active.enumerated() {
        matrix[i * size + j] = products[row * count + column]
      }
    }
    return Cholesky.solve(matrix, active.map { observed[$0] })
  }
}

/// The solution of linear equations with a symmetric positive definite matrix.
enum Cholesky {
  /// Solves matrix × x = right; `nil` if the matrix is not positive definite.
  static func solve(_ matrix: [Double], _ right: [Double]) -> [Double]? {
    let size = right.count
    var factor = matrix
    var x = right
    for i in 0..<size {
      for j in 0...i {
        var sum = factor[i * size + j]
        for k in 0..<j { sum -= factor[i * size + k] * factor[j * size + k] }
        if i > j {
          factor[i * size + j] = sum / factor[j * size + j]
        } else {
          guard sum > 1e-14 * matrix[i * size + i], sum.isFinite else { return nil }
          factor[i * size + i] = sum.squareRoot()
        }
      }
    }
    for i in 0..<size {
      for k in 0..<i { x[i] -= factor[i * size + k] * x[k] }
      x[i] /= factor[i * size + i]
    }
    for i in (0..<size).reversed() {
      var k = i + 1
      while k < size {
        x[i] -= factor[k * size + i] * x[k]
        k += 1
      }
      x[i] /= factor[i * size + i]
    }
    return x
  }
}
