package import MunicipalModel

/// Many projections with fertility and migration drawn from their past variation (確率推計).
///
/// A run draws deviations for each step: total fertility × (1 + σ z), and net migration rates plus a draw
/// with the sample covariance by age of the past periods. Deviations of successive steps follow
/// e(t) = ρ e(t−1) + √(1 − ρ²) z(t), so that their spread is the same in every step. Survival does not vary,
/// and the assumptions themselves are not doubted: the intervals are narrower than the truth.
package struct StochasticProjection: Hashable, Sendable {
  /// What is counted.
  package enum Measure: Hashable, Sendable {
    /// 総人口
    case total
    /// The people of a span of ages, of both sexes.
    case ages(AgeGroup)
  }

  /// An interval of the runs, in persons.
  package struct Interval: Hashable, Sendable, Codable {
    /// The lower end.
    package let lower: Double
    /// The middle: half of the runs are below.
    package let median: Double
    /// The upper end.
    package let upper: Double
  }

  /// The number that the draws start from; the same seed gives the same runs.
  package let seed: UInt64
  /// The correlation ρ of the deviations of successive steps.
  package let persistence: Double
  /// How many runs were drawn again because more people left than were there.
  package let redrawn: Int
  /// The projections.
  package let runs: [PopulationProjection]

  /// Draws the runs.
  ///
  /// - Parameters:
  ///   - plan: the assumptions that the runs lie around.
  ///   - variation: how fertility and migration have varied.
  ///   - count: how many runs, 10 to 100,000.
  ///   - seed: the number that the draws start from.
  ///   - persistence: ρ, 0 (each step anew) to 1 (a run keeps its deviation).
  /// - Throws: ``ProjectionError`` with `out-of-range`, `different-ages`, `negative-population` if as many
  ///   runs fail as are wanted, or as the plan throws.
  package init(
    of plan: ProjectionPlan, variation: ProjectionVariation, runs count: Int = 1_000,
    seed: UInt64 = 1, persistence: Double = 0.5
  ) throws(ProjectionError) {
    guard (10...100_000).contains(count), (0...1).contains(persistence) else {
      throw ProjectionError(code: .outOfRange, text: "\(count) runs, persistence \(persistence)")
    }
    let plan = try plan.withMigrationRates()
    _ = try plan.projection()
    var generator = NormalGenerator(seed: seed)
    var runs: [PopulationProjection] = []
    var redrawn = 0
    while runs.count < count {
      let drawn = try plan.drawn(variation, persistence, from: &generator)
      do throws(ProjectionError) {
        runs.append(try drawn.projection())
      } catch {
        redrawn += 1
        guard error.code == .negativePopulation, redrawn < count else { throw error }
      }
    }
    self.seed = seed
    self.persistence = persistence
    self.redrawn = redrawn
    self.runs = runs
  }

  /// The interval that holds a share of the runs, as many above as below it.
  ///
  /// - Parameters:
  ///   - measure: what is counted.
  ///   - year: a year of the projection.
  ///   - share: 0 to 1, such as 0.8.
  /// - Throws: ``ProjectionError`` with `missing-year`, `out-of-range`, or a code of `AgeTableError`.
  package func interval(
    of measure: Measure, in year: Int, share: Double = 0.8
  ) throws(ProjectionError) -> Interval {
    guard (0...1).contains(share) else {
      throw ProjectionError(code: .outOfRange, text: "share \(share)")
    }
    var values: [Double] = []
    for run in runs {
      switch measure {
      case .total:
        guard let total = run.total(in: year) else {
          throw ProjectionError(code: .missingYear, year: year)
        }
        values.append(total)
      case .ages(let span):
        guard let table = run.population(in: year) else {
          throw ProjectionError(code: .missingYear, year: year)
        }
        values.append(try ProjectionError.wrapping(table: table.count(at: span), year: year))
      }
    }
    values.sort()
    return Interval(
      lower: Self.quantile(values, (1 - share) / 2), median: Self.quantile(values, 0.5),
      upper: Self.quantile(values, (1 + share) / 2))
  }

  /// The quantile by straight line between the order statistics (type 7 of Hyndman and Fan, 1996).
  package static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = min(max(Int(place), 0), sorted.count - 1)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
  }
}

extension ProjectionPlan {
  fileprivate func drawn(
    _ variation: ProjectionVariation, _ persistence: Double, from generator: inout NormalGenerator
  ) throws(ProjectionError) -> Self {
    var plan = self
    var fertility = generator.next()
    var weights = variation.migration.map { _ in generator.next() }
    let fresh = (1 - persistence * persistence).squareRoot()
    for index in steps.indices {
      if index > 0 {
        fertility = persistence * fertility + fresh * generator.next()
        weights = weights.map { persistence * $0 + fresh * generator.next() }
      }
      plan.steps[index].births = try steps[index].births
        .scaled(by: max(0, 1 + variation.fertility * fertility))
      plan.steps[index].migration = try steps[index].migration
        .adding(.rates(variation.migration(drawing: weights)))
    }
    return plan
  }
}

extension ProjectionPlan.Births {
  /// The same with births multiplied.
  func scaled(by factor: Double) throws(ProjectionError) -> Self {
    switch self {
    case .fertility(let schedule, let total, let ratio):
      return .fertility(schedule, totalFertility: total * factor, sexRatioAtBirth: ratio)
    case .childrenPerWoman(let children):
      return .childrenPerWoman(
        try ChildrenPerWoman(
          boys: children.boys * factor, girls: children.girls * factor, women: children.women,
          womenAges: children.womenAges))
    }
  }
}
