import MunicipalModel

/// A value over the years, such as total fertility or a factor on migration rates (仮定値の推移).
package struct AssumptionPath: Hashable, Sendable {
  /// A dated value.
  package struct Point: Hashable, Sendable {
    /// The year, with a fraction if need be.
    package let year: Double
    /// The value.
    package let value: Double

    /// Makes a dated value.
    package init(_ year: Double, _ value: Double) {
      self.year = year
      self.value = value
    }
  }

  /// How the value goes from one point to the next.
  package enum Shape: String, Hashable, Sendable, Codable, CaseIterable {
    /// In a straight line.
    case linear
    /// It stays until the next point.
    case steps
  }

  /// Where in a step of the projection the path is read.
  package enum Reading: String, Hashable, Sendable, Codable, CaseIterable {
    /// At the year that the step begins with.
    case start
    /// In the middle of the step; of a straight line it is the mean over the step.
    case middle
    /// At the year that the step ends with.
    case end
  }

  /// The points, by year.
  package let points: [Point]
  /// How the value goes from one point to the next.
  package let shape: Shape
  /// Whether the first value also holds before its year.
  package let holdsBefore: Bool
  /// Whether the last value also holds after its year.
  package let holdsAfter: Bool

  /// Makes a path of dated values.
  ///
  /// - Parameters:
  ///   - points: at least one, with rising years.
  ///   - holdsBefore: whether the first value also holds before its year; else asking there is an error.
  ///   - holdsAfter: whether the last value also holds after its year; else asking there is an error.
  /// - Throws: ``ProjectionError`` with `bad-path` or `out-of-range`, and the point as its key path.
  package init(
    _ shape: Shape, _ points: [Point], holdsBefore: Bool = false, holdsAfter: Bool = false
  ) throws(ProjectionError) {
    guard !points.isEmpty else {
      throw ProjectionError(
        code: .badPath, keyPath: "points",
        hint: LocalizedText(ja: "点が一つは必要", en: "there must be a point"))
    }
    for (index, point) in points.enumerated() {
      guard point.year.isFinite, point.value.isFinite else {
        throw ProjectionError(code: .outOfRange, keyPath: "points[\(index)]")
      }
      guard index == 0 || points[index - 1].year < point.year else {
        throw ProjectionError(
          code: .badPath, keyPath: "points[\(index)].year",
          text: "\(points[index - 1].year), \(point.year)",
          hint: LocalizedText(ja: "年は前の点より後", en: "the years must rise"))
      }
    }
    self.points = points
    self.shape = shape
    self.holdsBefore = holdsBefore
    self.holdsAfter = holdsAfter
  }

  /// A value that never changes.
  package static func constant(_ value: Double) -> Self {
    Self(unchecked: [Point(0, value)])
  }

  private init(unchecked points: [Point]) {
    self.points = points
    shape = .steps
    holdsBefore = true
    holdsAfter = true
  }

  /// The value in a year.
  ///
  /// - Throws: ``ProjectionError`` with `path-begins-late` or `path-ends-early`, naming the year.
  package func value(at year: Double) throws(ProjectionError) -> Double {
    guard let first = points.first, let last = points.last else {
      throw ProjectionError(code: .badPath)
    }
    if year < first.year {
      guard holdsBefore else {
        throw ProjectionError(code: .pathBeginsLate, text: "\(year) < \(first.year)")
      }
      return first.value
    }
    if year > last.year {
      guard holdsAfter else {
        throw ProjectionError(code: .pathEndsEarly, text: "\(year) > \(last.year)")
      }
      return last.value
    }
    let next = points.firstIndex { $0.year > year } ?? points.count
    let before = points[next - 1]
    guard shape == .linear, next < points.count, before.year < year else { return before.value }
    let after = points[next]
    return before.value + (after.value - before.value) * (year - before.year)
      / (after.year - before.year)
  }

  /// The value of a step.
  ///
  /// - Throws: ``ProjectionError``, as ``value(at:)`` does.
  package func value(
    fromStep start: Int, years: Int, _ reading: Reading = .middle
  ) throws(ProjectionError) -> Double {
    switch reading {
    case .start: try value(at: Double(start))
    case .middle: try value(at: Double(start) + Double(years) / 2)
    case .end: try value(at: Double(start + years))
    }
  }
}
