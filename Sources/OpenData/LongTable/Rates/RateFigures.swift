/// The sums that a rate is formed of; below zero, a figure is not given.
struct RateFigures {
  var inMigrants = 0
  var outMigrants = 0
  var previousPopulation = 0

  static let notGiven = Int.min

  /// Adds the figures of another age; a figure that is not given stays so.
  mutating func add(_ other: Self) {
    inMigrants = Self.sum(inMigrants, other.inMigrants)
    outMigrants = Self.sum(outMigrants, other.outMigrants)
    previousPopulation = Self.sum(previousPopulation, other.previousPopulation)
  }

  private static func sum(_ left: Int, _ right: Int) -> Int {
    left < 0 || right < 0 ? notGiven : left + right
  }

  /// The social change, or `nil` if movers are not given.
  var socialChange: Int? {
    inMigrants < 0 || outMigrants < 0 ? nil : inMigrants - outMigrants
  }

  /// The rate, or why there is none.
  func outcome(hasPreviousYear: Bool) -> SocialChangeOutcome {
    guard hasPreviousYear else { return .none(.noPreviousYear) }
    guard previousPopulation >= 0 else { return .none(.noPreviousPopulation) }
    guard let socialChange else { return .none(.noMovers) }
    return SocialChangeRate(socialChange: socialChange, previousPopulation: previousPopulation)
      .map { .rate($0) } ?? .none(.zeroPopulation)
  }
}

extension SocialChangeRates {
  /// The figures of one municipality, year and age.
  @inline(__always)
  func figures(_ municipality: Int, _ year: Int, _ age: Int) -> RateFigures {
    let grid = table.grid
    let shard = municipality / grid.shardLength
    return figures(
      grid.shards[shard], municipality &- shard &* grid.shardLength, year, age)
  }

  /// The figures of one municipality of a shard, year and age.
  @inline(__always)
  func figures(
    _ shard: ContiguousArray<Int32>, _ inShard: Int, _ year: Int, _ age: Int
  ) -> RateFigures {
    let position = table.grid.position(inShard, year, age, 0)
    var figures = RateFigures(
      inMigrants: bothSexes(shard, position &+ 1), outMigrants: bothSexes(shard, position &+ 2),
      previousPopulation: RateFigures.notGiven)
    if let previous = previousYears[year] {
      figures.previousPopulation = bothSexes(
        shard, table.grid.position(inShard, previous, age, 0))
    }
    return figures
  }

  /// A count of both sexes; `position` is that of the first sex.
  @inline(__always)
  private func bothSexes(_ shard: ContiguousArray<Int32>, _ position: Int) -> Int {
    if let male, let female {
      let first = shard[position &+ male &* 3]
      let second = shard[position &+ female &* 3]
      if first >= 0, second >= 0 { return Int(first) &+ Int(second) }
    }
    guard let both else { return RateFigures.notGiven }
    let count = shard[position &+ both &* 3]
    return count >= 0 ? Int(count) : RateFigures.notGiven
  }

  /// Whether there is a row, of any sex.
  func hasRow(_ municipality: Int, _ year: Int, _ age: Int) -> Bool {
    let shard = municipality / table.grid.shardLength
    return hasRow(
      table.grid.shards[shard], municipality - shard * table.grid.shardLength, year, age)
  }

  @inline(__always)
  func hasRow(_ shard: ContiguousArray<Int32>, _ inShard: Int, _ year: Int, _ age: Int) -> Bool {
    let position = table.grid.position(inShard, year, age, 0)
    for sex in 0..<table.grid.sexes where shard[position &+ sex &* 3] != Count.noRow {
      return true
    }
    return false
  }
}
