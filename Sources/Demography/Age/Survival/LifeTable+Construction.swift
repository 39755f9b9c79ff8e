#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
public import MunicipalModel

extension LifeTable {
  /// Makes a table from death rates (nmx, 死亡率).
  ///
  /// Formula: q = n m ÷ (1 + (n − a) m), L = n × l(x+n) + a × d, and l ÷ m in the open-ended group.
  /// Source: Preston, Heuveline and Guillot, Demography (2001), box 3.1.
  ///
  /// - Parameters:
  ///   - ages: the groups of ages; the last is open-ended.
  ///   - deathRates: nmx of each group, deaths per person-year.
  ///   - averageYearsLived: nax.
  ///   - radix: see ``radix``.
  /// - Throws: ``AgeMethodError`` with `impossible-life-table`, `open-group-mismatch`, or
  ///   `unsupported-ages` if nax has no formula for them.
  public init(
    ages: AgeClassification, deathRates: [Double],
    averageYearsLived: AverageYearsLived = .midpoint, radix: Double = 100_000
  ) throws(AgeMethodError) {
    guard deathRates.count == ages.count, let last = deathRates.last else {
      throw AgeMethodError(
        code: .impossibleLifeTable, subject: Self.subject,
        text: "\(deathRates.count) figures, \(ages.count) age groups")
    }
    try self.init(
      ages: ages, averageYearsLived: averageYearsLived, radix: radix,
      closing: .deathRate(last), infant: deathRates.first ?? 0, isProbability: false
    ) { row, width, years in
      deathRates[row] < 0
        ? nil : width * deathRates[row] / (1 + (width - years) * deathRates[row])
    }
  }

  /// Makes a table from probabilities of dying (nqx, 死亡確率).
  ///
  /// Formula: L = n × l(x+n) + a × d; the open-ended group by the named rule.
  /// Source: Preston, Heuveline and Guillot, Demography (2001), chapter 3.
  ///
  /// - Parameters:
  ///   - ages: the groups of ages; the last is open-ended.
  ///   - probabilities: nqx of each closed group, 0 to 1; a last one, of the open-ended group, is 1.
  ///   - closing: how the open-ended group is closed.
  ///   - averageYearsLived: nax.
  ///   - radix: see ``radix``.
  /// - Throws: ``AgeMethodError`` with `impossible-life-table`, `open-group-mismatch`, or
  ///   `unsupported-ages` if nax has no formula for them.
  public init(
    ages: AgeClassification, probabilitiesOfDying probabilities: [Double],
    closing: OpenIntervalClosing, averageYearsLived: AverageYearsLived = .midpoint,
    radix: Double = 100_000
  ) throws(AgeMethodError) {
    guard
      probabilities.count == ages.count - 1
        || probabilities.count == ages.count && probabilities.last == 1
    else {
      throw AgeMethodError(
        code: .impossibleLifeTable, subject: Self.subject, row: probabilities.count,
        text: "\(probabilities.count) figures, \(ages.count - 1) closed age groups")
    }
    try self.init(
      ages: ages, averageYearsLived: averageYearsLived, radix: radix, closing: closing,
      infant: probabilities.first ?? 0, isProbability: true
    ) { row, _, _ in probabilities[row] }
  }

  /// - Parameter probability: nqx of the closed group at a row, from its width and nax.
  private init(
    ages: AgeClassification, averageYearsLived: AverageYearsLived, radix: Double,
    closing: OpenIntervalClosing, infant: Double, isProbability: Bool,
    probability: (Int, Double, Double) -> Double?
  ) throws(AgeMethodError) {
    guard let open = ages.openGroup else {
      throw AgeMethodError(
        code: .openGroupMismatch, subject: Self.subject, row: ages.count, age: ages.groups.last)
    }
    try averageYearsLived.check(ages, subject: Self.subject)
    var survivors = [radix]
    var personYears: [Double] = []
    var lastForce = 0.0
    for (row, group) in ages.groups.dropLast().enumerated() {
      let width = Double(group.width ?? 0)
      guard
        let years = averageYearsLived.years(
          in: group, width: width, row: row, infant: infant, isProbability: isProbability),
        let dying = probability(row, width, years), (0...1).contains(dying)
      else {
        throw AgeMethodError(
          code: .impossibleLifeTable, subject: Self.subject, row: row + 1, age: group)
      }
      let alive = survivors[row]
      survivors.append(alive * (1 - dying))
      personYears.append(width * survivors[row + 1] + years * (alive - survivors[row + 1]))
      lastForce = -log(1 - dying) / width
    }
    let alive = survivors[ages.count - 1]
    let remaining =
      switch closing {
      case .deathRate(let rate): 1 / rate
      case .remainingLifeExpectancy(let years): years
      case .constantForceOfLastGroup: 1 / lastForce
      }
    guard alive == 0 || remaining >= 0 && remaining.isFinite else {
      throw AgeMethodError(
        code: .impossibleLifeTable, subject: Self.subject, row: ages.count, age: open,
        text: "\(remaining)")
    }
    personYears.append(alive == 0 ? 0 : alive * remaining)
    try self.init(
      ages: ages, personYearsLived: personYears, radix: radix, survivors: survivors)
  }
}
