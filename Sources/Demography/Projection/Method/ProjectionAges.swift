import MunicipalModel

/// The ages of a projection: groups of one width from 0, and an open-ended one; the step is as long.
struct ProjectionAges: Hashable, Sendable {
  let classification: AgeClassification
  let sexes: [Sex]
  let count: Int
  /// The years of a step.
  let step: Int

  /// The row of the open-ended group.
  var last: Int { count - 1 }
  var groups: [AgeGroup] { classification.groups }
  /// How many figures a table has.
  var size: Int { count * sexes.count }

  init(_ base: AgeTable) throws(ProjectionError) {
    let groups = base.ages.groups
    guard groups.count >= 2, base.ages.lowerAge == 0, let width = groups[0].width,
      base.ages.openGroup != nil
    else { throw ProjectionError(code: .unsupportedAges, age: groups.last) }
    if let other = groups.dropLast().first(where: { $0.width != width }) {
      throw ProjectionError(code: .unsupportedAges, age: other)
    }
    // Men first, in whatever order the base has them.
    let base = base.ordered(as: [.male, .female])
    guard base.sexes == [.male, .female] || base.sexes == [.female] else {
      throw ProjectionError(
        code: .differentAges, sex: base.sexes.first,
        text: base.sexes.map(\.rawValue).joined(separator: ", "))
    }
    guard base.measure == .population else {
      throw ProjectionError(code: .notComparable, text: base.measure.rawValue)
    }
    if let column = base.notReported.firstIndex(where: { $0 != 0 }) {
      throw ProjectionError(
        code: .ageNotReportedLeft, sex: base.sexes[column], text: "\(base.notReported[column])")
    }
    classification = base.ages
    sexes = base.sexes
    count = groups.count
    step = width
  }
}
