import MunicipalModel

extension ProjectionPlan {
  /// The assumptions of one step (仮定値): survival, births, net migration.
  public struct Step: Hashable, Sendable {
    /// 生残率, of as many years as the step.
    public var survival: SurvivalRatios
    /// How the births are found.
    public var births: ProjectionPlan.Births
    /// 純移動
    public var migration: ProjectionPlan.Migration

    /// Makes the assumptions of a step.
    public init(
      survival: SurvivalRatios, births: ProjectionPlan.Births,
      migration: ProjectionPlan.Migration = .none
    ) {
      self.survival = survival
      self.births = births
      self.migration = migration
    }
  }
}

/// Survival ratios in the order of a projection's ages.
struct AlignedSurvival {
  /// By age at the start.
  let ratios: [Double]
  /// From birth to the youngest group, one a sex.
  let fromBirth: [Double]

  init(_ survival: SurvivalRatios, _ ages: ProjectionAges) throws(ProjectionError) {
    guard survival.years == ages.step else {
      throw ProjectionError(
        code: .yearsDoNotFitSteps, text: "survival over \(survival.years) years, step \(ages.step)")
    }
    guard let birthAges = survival.birthAges, birthAges.groups == [ages.groups[0]] else {
      throw ProjectionError(code: .missingSurvivalFromBirth, age: ages.groups[0])
    }
    // Deaths below zero are none: a census ratio above 1 tells of the counts, not of survival.
    if survival.origin == .census,
      let ratio = (survival.ratios + survival.birthRatios).first(where: { $0 > 1 })
    {
      throw ProjectionError(code: .survivalAboveOne, text: "\(ratio), census")
    }
    if survival.ages == ages.classification, survival.sexes == ages.sexes {
      ratios = survival.ratios
      fromBirth = survival.birthRatios
      return
    }
    var ratios: [Double] = []
    var fromBirth: [Double] = []
    for sex in ages.sexes {
      guard let column = survival.sexes.firstIndex(of: sex) else {
        throw ProjectionError(code: .differentAges, sex: sex, text: "survival")
      }
      fromBirth.append(survival.birthRatios[column])
      for age in ages.groups {
        let pooled = survival.ages.openGroup.flatMap {
          $0.contains(age) ? survival.ages.count - 1 : nil
        }
        guard let row = survival.ages.row(of: age) ?? pooled else {
          throw ProjectionError(code: .missingAges, sex: sex, age: age, text: "survival")
        }
        ratios.append(survival.ratios[column * survival.ages.count + row])
      }
    }
    self.ratios = ratios
    self.fromBirth = fromBirth
  }
}
