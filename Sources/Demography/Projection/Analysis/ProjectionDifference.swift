package import MunicipalModel

/// What of a projection makes the difference to another: base, survival, births or migration.
package enum ProjectionComponent: String, Hashable, Sendable, Codable, CaseIterable {
  /// 基準人口
  case base
  /// 死亡（生残率）
  case survival
  /// 出生
  case births
  /// 移動
  case migration

  /// The name in the terms of the field.
  package var label: LocalizedText {
    switch self {
    case .base: LocalizedText(ja: "基準人口", en: "base population")
    case .survival: LocalizedText(ja: "死亡", en: "mortality")
    case .births: LocalizedText(ja: "出生", en: "fertility")
    case .migration: LocalizedText(ja: "移動", en: "migration")
    }
  }
}

/// The difference between two projections in a year by component and age (シナリオ間の差の要因分解).
///
/// A component's effect is the mean, over all orders in which the components can be replaced one after
/// the other, of the change that its replacement makes (Shapley value). So the effects add up to the
/// difference at every age, and no order is preferred. Source: Das Gupta, Standardization and
/// Decomposition of Rates (1993), which takes the same mean.
package struct ProjectionDifference: Hashable, Sendable {
  /// The year.
  package let year: Int
  /// The groups of ages.
  package let ages: AgeClassification
  /// The sexes.
  package let sexes: [Sex]
  /// The effects in persons, all ages of the first sex, then of the second.
  private let effects: [ProjectionComponent: [Double]]
  private let differences: [Double]

  /// Decomposes the difference of the second plan's people less the first plan's.
  ///
  /// Cohort changes of a published projection are taken as the net migration rates that they imply.
  ///
  /// - Parameters:
  ///   - first: the plan to start from.
  ///   - second: the plan that its parts are replaced from; of the same ages, years and steps.
  ///   - year: a year of both.
  /// - Throws: ``ProjectionError`` with `not-comparable` or `missing-year`, or as the projections throw.
  package init(
    from first: ProjectionPlan, to second: ProjectionPlan, in year: Int
  ) throws(ProjectionError) {
    var (first, second) = (first, second)
    first.base = first.base.ordered(as: [.male, .female])
    second.base = second.base.ordered(as: [.male, .female])
    guard first.startYear == second.startYear, first.steps.count == second.steps.count,
      first.base.ages == second.base.ages, first.base.sexes == second.base.sexes
    else { throw ProjectionError(code: .notComparable, year: year) }
    let one = try first.withMigrationRates()
    let two = try second.withMigrationRates()
    let moved = ProjectionComponent.allCases.filter { !one.agrees(with: two, in: $0) }
    var people: [[Double]] = []
    for set in 0..<1 << moved.count {
      var mixed = one
      for (bit, component) in moved.enumerated() where set & 1 << bit != 0 {
        mixed.take(component, from: two)
      }
      guard let table = try mixed.projection().population(in: year) else {
        throw ProjectionError(code: .missingYear, year: year)
      }
      people.append(table.counts)
    }
    let size = people[0].count
    var effects: [ProjectionComponent: [Double]] = [:]
    for component in ProjectionComponent.allCases {
      effects[component] = .init(repeating: 0, count: size)
    }
    for (bit, component) in moved.enumerated() {
      var effect = [Double](repeating: 0, count: size)
      for set in people.indices where set & 1 << bit == 0 {
        let weight = Self.weight(of: set.nonzeroBitCount, among: moved.count)
        for index in 0..<size {
          effect[index] += weight * (people[set | 1 << bit][index] - people[set][index])
        }
      }
      effects[component] = effect
    }
    self.year = year
    ages = first.base.ages
    sexes = first.base.sexes
    self.effects = effects
    differences = zip(people[people.count - 1], people[0]).map(-)
  }

  /// The part of the orders in which exactly these components come before: k! (n − k − 1)! ÷ n!.
  private static func weight(of before: Int, among count: Int) -> Double {
    func factorial(_ number: Int) -> Double { (0..<number).reduce(1) { $0 * Double($1 + 1) } }
    return factorial(before) * factorial(count - before - 1) / factorial(count)
  }

  /// The difference in persons.
  ///
  /// - Parameters:
  ///   - sex: one sex; both if `nil`.
  ///   - span: ages in whole groups; all if `nil`.
  /// - Throws: ``ProjectionError`` with the codes of `AgeTableError` if the ages are none of the groups.
  package func difference(of sex: Sex? = nil, at span: AgeGroup? = nil) throws(ProjectionError)
    -> Double
  {
    try sum(differences, sex, span)
  }

  /// The effect of a component in persons.
  ///
  /// - Throws: ``ProjectionError``, as ``difference(of:at:)`` does.
  package func effect(
    of component: ProjectionComponent, sex: Sex? = nil, at span: AgeGroup? = nil
  ) throws(ProjectionError) -> Double {
    try sum(effects[component] ?? [], sex, span)
  }

  private func sum(_ values: [Double], _ sex: Sex?, _ span: AgeGroup?) throws(ProjectionError)
    -> Double
  {
    var rows = 0..<ages.count
    if let span {
      rows = try ProjectionError.wrapping(table: ages.indices(of: span), year: year)
    }
    var sum = 0.0
    for (column, own) in sexes.enumerated() where sex == nil || sex == .both || sex == own {
      for row in rows { sum += values[column * ages.count + row] }
    }
    return sum
  }
}

extension ProjectionPlan {
  /// The plan with net migration rates in place of cohort changes; it gives the same people.
  func withMigrationRates() throws(ProjectionError) -> Self {
    guard steps.contains(where: { $0.migration.change != nil }) else { return self }
    var plan = self
    for (index, step) in try projection().steps.enumerated() {
      guard steps[index].migration.change != nil else { continue }
      plan.steps[index].migration = .rates(step.netMigrationRates)
    }
    return plan
  }

  func agrees(with other: Self, in component: ProjectionComponent) -> Bool {
    switch component {
    case .base: base.counts == other.base.counts
    case .survival: zip(steps, other.steps).allSatisfy { $0.survival == $1.survival }
    case .births: zip(steps, other.steps).allSatisfy { $0.births == $1.births }
    case .migration: zip(steps, other.steps).allSatisfy { $0.migration == $1.migration }
    }
  }

  mutating func take(_ component: ProjectionComponent, from other: Self) {
    if component == .base { base = other.base }
    for index in steps.indices {
      switch component {
      case .base: break
      case .survival: steps[index].survival = other.steps[index].survival
      case .births: steps[index].births = other.steps[index].births
      case .migration: steps[index].migration = other.steps[index].migration
      }
    }
  }
}
