import MunicipalModel

/// A value over the years as a scenario writes it: a number, dated values, or another scenario's.
struct ScenarioPath: Hashable, Sendable {
  enum Value: Hashable, Sendable {
    case number(Double)
    case scenario(String)
  }

  struct Point: Hashable, Sendable {
    let year: Double
    let value: Value
  }

  enum Form: Hashable, Sendable {
    case constant(Double)
    case points(AssumptionPath.Shape, [Point], holdsBefore: Bool, holdsAfter: Bool)
    case scenario(String)
  }

  let form: Form
  let reading: AssumptionPath.Reading
  /// The place in the scenario, for errors.
  let keyPath: String

  private enum Word: String, CaseIterable {
    case linear, steps, scenario
  }

  /// A figure that stays as it is.
  init(constant value: Double, at keyPath: String) {
    self.keyPath = keyPath
    form = .constant(value)
    reading = .middle
  }

  init(_ reader: ScenarioReader) throws(ProjectionError) {
    keyPath = reader.path
    if case .number = reader.node.value {
      form = .constant(try reader.number())
      reading = .middle
      return
    }
    try reader.requireObject(or: "a number")
    reading = try reader.optional("at")?.word(AssumptionPath.Reading.self) ?? .middle
    switch try reader.required("path").word(Word.self) {
    case .scenario:
      try reader.allow("path", "scenario")
      form = .scenario(try reader.required("scenario").text())
    case .linear:
      form = try Self.points(.linear, reader)
    case .steps:
      form = try Self.points(.steps, reader)
    }
  }

  private static func points(
    _ shape: AssumptionPath.Shape, _ reader: ScenarioReader
  ) throws(ProjectionError) -> Form {
    try reader.allow("path", "points", "before", "after", "at")
    var points: [Point] = []
    for entry in try reader.required("points").list() {
      try entry.allow("year", "value", "scenario")
      let year = try entry.required("year").number()
      if let name = try entry.optional("scenario") {
        guard try entry.optional("value") == nil else {
          throw entry.error(.unknownKey, at: "value", "value or scenario, not both")
        }
        points.append(Point(year: year, value: .scenario(try name.text())))
      } else {
        points.append(
          Point(year: year, value: .number(try entry.required("value").number())))
      }
    }
    let holdsBefore = try reader.holds("before")
    let holdsAfter = try reader.holds("after")
    // The years are checked now, the values when other scenarios are known.
    _ = try ProjectionError.placing(
      AssumptionPath(shape, points.map { AssumptionPath.Point($0.year, 0) }), keyPath: reader.path)
    return .points(shape, points, holdsBefore: holdsBefore, holdsAfter: holdsAfter)
  }

  /// The value of a step.
  ///
  /// - Parameter other: the value of another scenario in a year.
  func value(
    fromStep start: Int, years: Int,
    other: (String, Double) throws(ProjectionError) -> Double
  ) throws(ProjectionError) -> Double {
    do throws(ProjectionError) {
      switch form {
      case .constant(let value): return value
      case .scenario(let name): return try other(name, Double(start) + Double(years) / 2)
      case .points(let shape, let points, let holdsBefore, let holdsAfter):
        var known: [AssumptionPath.Point] = []
        for point in points {
          switch point.value {
          case .number(let value): known.append(.init(point.year, value))
          case .scenario(let name): known.append(.init(point.year, try other(name, point.year)))
          }
        }
        return try AssumptionPath(shape, known, holdsBefore: holdsBefore, holdsAfter: holdsAfter)
          .value(fromStep: start, years: years, reading)
      }
    } catch {
      throw error.keyPath == nil ? error.placed(keyPath: keyPath, year: start) : error
    }
  }
}
