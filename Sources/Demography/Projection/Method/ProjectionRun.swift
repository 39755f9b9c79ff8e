import MunicipalModel

/// A projection on its way: the people so far, and what happened to them.
struct ProjectionRun {
  let ages: ProjectionAges
  let grid: ExactGrid
  private let startYear: Int
  private var counts: [Double]
  private var deaths: [Double] = []
  private var migrants: [Double] = []
  private var births: [Double] = []
  private var motherBirths: [PopulationProjection.MotherBirths] = []
  private var stepsDone = 0

  /// The year that the next step begins with.
  var year: Int { startYear + stepsDone * ages.step }

  init(_ plan: ProjectionPlan) throws(ProjectionError) {
    ages = try ProjectionAges(plan.base)
    guard plan.base.totalOfKnownAge <= 1e15 else {
      throw ProjectionError(code: .outOfRange, text: "\(plan.base.totalOfKnownAge) persons")
    }
    let grid = ExactGrid(people: plan.base.totalOfKnownAge)
    self.grid = grid
    startYear = plan.startYear
    counts = plan.base.ordered(as: ages.sexes).counts.map { grid.snapped($0) }
    counts.reserveCapacity(counts.count * (plan.steps.count + 1))
    deaths.reserveCapacity(ages.size * plan.steps.count)
    migrants.reserveCapacity(ages.size * plan.steps.count)
  }

  var result: PopulationProjection {
    PopulationProjection(
      startYear: startYear, ages: ages, counts: counts, deathCounts: deaths,
      migrantCounts: migrants, birthCounts: births, motherBirths: motherBirths)
  }

  mutating func advance(_ step: ProjectionPlan.Step) throws(ProjectionError) {
    let survival = try AlignedSurvival(step.survival, ages)
    let moves = try AlignedMigration(step.migration, ages)
    let from = stepsDone * ages.size
    let to = counts.count
    counts.append(contentsOf: repeatElement(0, count: ages.size))
    deaths.append(contentsOf: repeatElement(0, count: ages.size))
    migrants.append(contentsOf: repeatElement(0, count: ages.size))
    for column in ages.sexes.indices {
      let first = column * ages.count
      for row in 1..<ages.count {
        let index = first + row
        var cohort = counts[from + index - 1]
        var arrived = moves.atStart.isEmpty ? 0 : grid.snapped(moves.atStart[index - 1])
        var alive = grid.snapped((cohort + arrived) * survival.ratios[index - 1])
        if row == ages.last {
          let older = counts[from + index]
          let olderArrived = moves.atStart.isEmpty ? 0 : grid.snapped(moves.atStart[index])
          cohort += older
          arrived += olderArrived
          alive += grid.snapped((older + olderArrived) * survival.ratios[index])
        }
        guard cohort + arrived >= 0 else {
          throw shortfall(cohort + arrived, column, row)
        }
        var net = moves.rates.isEmpty ? 0 : moves.rates[index] * cohort
        if !moves.atEnd.isEmpty { net += moves.atEnd[index] }
        net = grid.snapped(net)
        if let change = moves.change, change.before[index] > 0 {
          net += grid.snapped(cohort * change.after[index] / change.before[index]) - alive
        }
        try record(net, arrived, alive, column, row, at: to, of: cohort)
      }
    }
    try addBirths(step.births, survival, moves, from: from, to: to)
    stepsDone += 1
  }

  private mutating func record(
    _ net: Double, _ arrived: Double, _ alive: Double, _ column: Int, _ row: Int, at to: Int,
    of cohort: Double
  ) throws(ProjectionError) {
    let index = column * ages.count + row
    var net = net
    var end = alive + net
    // Those alive and those who leave are rounded apart; an emptied cohort may miss zero by a step of the grid.
    if end < 0, end > -1e-6 {
      end = 0
      net = -alive
    }
    guard end >= 0 else { throw shortfall(end, column, row) }
    guard end <= grid.limit, abs(net) <= grid.limit, abs(arrived) <= grid.limit else {
      throw ProjectionError(
        code: .outOfRange, sex: ages.sexes[column], age: ages.groups[row], text: "\(end)")
    }
    counts[to + index] = end
    migrants[migrants.count - ages.size + index] = net + arrived
    deaths[deaths.count - ages.size + index] = cohort + arrived - alive
  }

  private func shortfall(_ people: Double, _ column: Int, _ row: Int) -> ProjectionError {
    ProjectionError(
      code: people < 0 ? .negativePopulation : .outOfRange, sex: ages.sexes[column],
      age: ages.groups[row], text: "\(people)")
  }

  // MARK: Births

  private mutating func addBirths(
    _ assumption: ProjectionPlan.Births, _ survival: AlignedSurvival, _ moves: AlignedMigration,
    from: Int, to: Int
  ) throws(ProjectionError) {
    guard let female = ages.sexes.firstIndex(of: .female) else { return }
    let women = female * ages.count
    // Women who come at the end of the step bear no children in it.
    let atEnd = (0..<ages.count).map { row in
      counts[to + women + row]
        - (moves.lateOnly.isEmpty ? 0 : grid.snapped(moves.lateOnly[women + row]))
    }
    let mothers = (0..<ages.count).map { row in
      counts[from + women + row] + atEnd[row]
        + (moves.atStart.isEmpty ? 0 : moves.atStart[women + row])
    }
    var born = [Double](repeating: 0, count: ages.sexes.count)
    switch assumption {
    case .fertility(let schedule, let total, let sexRatio):
      // Children per woman, not per 100; males per female, not per 100.
      guard total >= 0, total <= 15 else {
        throw ProjectionError(
          code: total < 0 ? .negative : .outOfRange, text: "total fertility \(total)")
      }
      guard sexRatio >= 0, sexRatio <= 2 else {
        throw ProjectionError(
          code: sexRatio < 0 ? .negative : .outOfRange, text: "sex ratio at birth \(sexRatio)")
      }
      var all = 0.0
      var byMother: [Double] = []
      for (group, share) in zip(schedule.ages.groups, schedule.shares) {
        guard let row = ages.classification.row(of: group) else {
          throw ProjectionError(code: .differentAges, age: group, text: "fertility")
        }
        // n ÷ 2 × total × share ÷ width, and n is the width.
        let births = grid.snapped(mothers[row] * (total * share / 2))
        byMother.append(births)
        all += births
      }
      let boys = grid.snapped(all * sexRatio / (1 + sexRatio))
      for (column, sex) in ages.sexes.enumerated() {
        born[column] = sex == .male ? boys : all - boys
      }
      motherBirths.append(
        .init(
          schedule: schedule, totalFertility: total, mothers: mothers, counts: byMother,
          total: all))
    case .childrenPerWoman(let ratio):
      let range = try ProjectionError.wrapping(
        table: ages.classification.indices(of: ratio.womenAges))
      let women = range.reduce(0) { $0 + atEnd[$1] }
      for (column, sex) in ages.sexes.enumerated() {
        guard survival.fromBirth[column] > 0 else {
          throw ProjectionError(code: .survivalNotPositive, sex: sex, age: ages.groups[0])
        }
        let children = women * (sex == .male ? ratio.boys : ratio.girls) / ratio.women
        born[column] = grid.snapped(children / survival.fromBirth[column])
        counts[to + column * ages.count] = grid.snapped(children)
      }
      motherBirths.append(
        .init(schedule: nil, totalFertility: nil, mothers: mothers, counts: [], total: nil))
    }
    births += born
    for (column, count) in born.enumerated() {
      let index = column * ages.count
      var alive = grid.snapped(count * survival.fromBirth[column])
      if case .childrenPerWoman = assumption { alive = counts[to + index] }
      var net = moves.rates.isEmpty ? 0 : moves.rates[index] * count
      if !moves.atEnd.isEmpty { net += moves.atEnd[index] }
      try record(grid.snapped(net), 0, alive, column, 0, at: to, of: count)
    }
  }
}

/// Migration in the order of a projection's ages; an empty list is zero everywhere.
struct AlignedMigration {
  let rates: [Double]
  /// All who come at the end, by age at the end.
  let atEnd: [Double]
  /// Those of them who come at the end alone, not as the second half of migrants spread over the step.
  let lateOnly: [Double]
  let atStart: [Double]
  let change: CohortChange?

  init(_ migration: ProjectionPlan.Migration, _ ages: ProjectionAges) throws(ProjectionError) {
    func values(_ schedule: AgeSchedule?) throws(ProjectionError) -> [Double] {
      guard let schedule = schedule?.ordered(as: ages.sexes) else { return [] }
      guard schedule.ages == ages.classification, schedule.sexes == ages.sexes else {
        throw ProjectionError(code: .differentAges, text: "migration")
      }
      return schedule.values
    }
    rates = try values(migration.rates)
    let atBothEnds = try values(migration.numbersAtBothEnds)
    func adding(_ numbers: [Double]) -> [Double] {
      if atBothEnds.isEmpty { return numbers }
      return numbers.isEmpty ? atBothEnds : zip(numbers, atBothEnds).map(+)
    }
    lateOnly = try values(migration.numbersAtEnd)
    atEnd = adding(lateOnly)
    atStart = adding(try values(migration.numbersAtStart))
    change = migration.change
    if let change, change.ages != ages.classification || change.sexes != ages.sexes {
      throw ProjectionError(code: .differentAges, text: "cohort change")
    }
  }
}
