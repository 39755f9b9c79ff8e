public import MunicipalModel

extension ProjectionPlan {
  /// How the births of a step are found.
  public enum Births: Hashable, Sendable {
    /// 年齢別出生率: rates by age scaled to a total fertility, averaged over the step.
    ///
    /// Formula: births = n ÷ 2 × Σ f(x) × [women(x, t) + women(x, t+n)]; males per female birth split them.
    /// Women who come at the start of the step are counted at both ends, those who come at its end at none.
    /// Source: Preston, Heuveline and Guillot, Demography (2001), section 6.3.
    case fertility(FertilitySchedule, totalFertility: Double, sexRatioAtBirth: Double)
    /// 子ども女性比と0～4歳性比: the youngest at the end for each woman at the end.
    ///
    /// Women who come by ``ProjectionPlan/Migration/Timing/end`` are not counted: their children come with them.
    ///
    /// Source: 国立社会保障・人口問題研究所, 日本の地域別将来推計人口（平成30（2018）年推計）.
    case childrenPerWoman(ChildrenPerWoman)
  }
}

/// The youngest group for each woman, by sex (子ども女性比 with 0～4歳性比).
///
/// Kept as two counts rather than their quotient, so that a projection that it was taken from comes back
/// exactly.
public struct ChildrenPerWoman: Hashable, Sendable {
  /// Boys of the youngest group.
  public let boys: Double
  /// Girls of the youngest group.
  public let girls: Double
  /// The women that they are counted for; above zero.
  public let women: Double
  /// The ages of these women.
  public let womenAges: AgeGroup

  /// Makes a ratio, such as 250 children for 1,000 women.
  ///
  /// - Throws: ``ProjectionError`` with `negative`, `out-of-range`, or `no-population` without women.
  public init(
    boys: Double, girls: Double, women: Double, womenAges: AgeGroup
  ) throws(ProjectionError) {
    for (count, sex) in [(boys, Sex.male), (girls, .female), (women, .female)]
    where !(count >= 0 && count.isFinite) {
      throw ProjectionError(code: count < 0 ? .negative : .outOfRange, sex: sex, text: "\(count)")
    }
    guard women > 0 else {
      throw ProjectionError(code: .noPopulation, sex: .female, age: womenAges)
    }
    self.boys = boys
    self.girls = girls
    self.women = women
    self.womenAges = womenAges
  }

  /// The ratio of a population by sex.
  ///
  /// - Throws: ``ProjectionError`` with the codes of `AgeTableError`, or `no-population`.
  public init(of table: AgeTable, womenAges: AgeGroup) throws(ProjectionError) {
    do throws(AgeTableError) {
      guard let youngest = table.ages.groups.first else { throw AgeTableError(code: .noRows) }
      boys = try table.count(of: .male, at: youngest)
      girls = try table.count(of: .female, at: youngest)
      women = try table.count(of: .female, at: womenAges)
      self.womenAges = womenAges
    } catch {
      throw ProjectionError(error)
    }
    guard women > 0 else {
      throw ProjectionError(code: .noPopulation, sex: .female, age: womenAges)
    }
  }

  /// Children of both sexes for each woman.
  public var value: Double { (boys + girls) / women }
}

extension ProjectionPlan.Births {
  /// Births by rates that were published as rates, at their own total fertility (母の年齢別出生率による出生).
  ///
  /// - Parameters:
  ///   - rates: births by age of mother, such as `FertilityRates(ages:rates:per:)` of births per 1,000 women.
  ///   - sexRatioAtBirth: males per female birth, such as 1.05.
  /// - Throws: ``ProjectionError`` with `empty-schedule` without births.
  public static func rates(
    _ rates: FertilityRates, sexRatioAtBirth: Double
  ) throws(ProjectionError) -> Self {
    .fertility(
      try rates.schedule(), totalFertility: rates.totalFertilityRate,
      sexRatioAtBirth: sexRatioAtBirth)
  }
}
