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
  ///   - deathRates: nmx of each group, deaths per person-year; that of the open-ended group may be left out
  ///     where it is closed otherwise.
  ///   - averageYearsLived: nax.
  ///   - closing: how the open-ended group is closed; by its death rate if `nil`.
  ///   - highRates: what is done where nobody would be left before the end of a group.
  ///   - radix: see ``radix``.
  /// - Throws: ``AgeMethodError`` with `impossible-life-table`, naming the row, and saying which nax is too high
  ///   for its rate, `open-group-mismatch`, or `unsupported-ages` if nax has no formula for them.
  public init(
    ages: AgeClassification, deathRates: [Double],
    averageYearsLived: LifeTable.AverageYearsLived = .midpoint,
    closing: LifeTable.OpenIntervalClosing? = nil,
    highRates: LifeTable.HighDeathRateRule = .refused, radix: Double = 100_000
  ) throws(AgeMethodError) {
    guard let last = deathRates.last,
      deathRates.count == ages.count || closing != nil && deathRates.count == ages.count - 1
    else {
      throw AgeMethodError(
        code: .impossibleLifeTable, subject: Self.subject,
        text: "\(deathRates.count) figures, \(ages.count) age groups")
    }
    try self.init(
      ages: ages, figures: .rates(deathRates), averageYearsLived: averageYearsLived, radix: radix,
      closing: closing ?? .deathRate(last)
    ) { (row, width, years) throws(AgeMethodError) in
      let rate = deathRates[row]
      guard rate >= 0 else { return nil }
      let dying = width * rate / (1 + (width - years) * rate)
      guard dying > 1, rate.isFinite else { return (probability: dying, years: years) }
      if highRates == .everybodyDies { return (probability: 1, years: 1 / rate) }
      let most = "\((100 / rate).rounded(.down) / 100)"
      throw AgeMethodError(
        code: .impossibleLifeTable, subject: Self.subject, row: row + 1, age: ages.groups[row],
        text: "m \(rate), nax \(years)",
        hint: LocalizedText(
          ja: "naxが死亡率に対して大きすぎます（1÷m、およそ\(most)年まで）。naxを小さくするか、constantForceか、"
            + "死亡確率を1とするeverybodyDiesを使います",
          en:
            "nax is too high for the rate (at most 1 ÷ m, some \(most) years): give a lower nax, or take "
            + "constantForce, or everybodyDies, by which the probability is 1"))
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
    closing: LifeTable.OpenIntervalClosing,
    averageYearsLived: LifeTable.AverageYearsLived = .midpoint,
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
      ages: ages, figures: .probabilities(Array(probabilities.prefix(ages.count - 1))),
      averageYearsLived: averageYearsLived, radix: radix, closing: closing
    ) { (row, _, years) in (probability: probabilities[row], years: years) }
  }

  /// Makes a table from survivors (lx, 生存数).
  ///
  /// Formula: q = 1 − l(x+n) ÷ l(x); then as from probabilities.
  ///
  /// - Parameters:
  ///   - ages: the groups of ages; the last is open-ended.
  ///   - survivors: those alive at the first age of each group, the open-ended one's too; the first is the radix.
  ///   - closing: how the open-ended group is closed.
  ///   - averageYearsLived: nax.
  /// - Throws: ``AgeMethodError`` with `impossible-life-table`, naming the row if more are alive than before,
  ///   `open-group-mismatch`, or `unsupported-ages` if nax has no formula for them.
  public init(
    ages: AgeClassification, survivors: [Double], closing: LifeTable.OpenIntervalClosing,
    averageYearsLived: LifeTable.AverageYearsLived = .midpoint
  ) throws(AgeMethodError) {
    guard survivors.count == ages.count, let radix = survivors.first else {
      throw AgeMethodError(
        code: .impossibleLifeTable, subject: Self.subject,
        text: "\(survivors.count) figures, \(ages.count) age groups")
    }
    var probabilities: [Double] = []
    for (row, (alive, later)) in zip(survivors, survivors.dropFirst()).enumerated() {
      guard later >= 0, later <= alive else {
        throw AgeMethodError(
          code: .impossibleLifeTable, subject: Self.subject, row: row + 2,
          age: ages.groups[row + 1], text: "\(later)")
      }
      probabilities.append(alive > 0 ? 1 - later / alive : 1)
    }
    try self.init(
      ages: ages, probabilitiesOfDying: probabilities, closing: closing,
      averageYearsLived: averageYearsLived, radix: radix)
  }

  /// - Parameter dying: nqx of the closed group at a row with its nax, from its width and the rule's nax.
  private init(
    ages: AgeClassification, figures: MortalityFigures,
    averageYearsLived: LifeTable.AverageYearsLived,
    radix: Double, closing: LifeTable.OpenIntervalClosing,
    dying: (Int, Double, Double) throws(AgeMethodError) -> (probability: Double, years: Double)?
  ) throws(AgeMethodError) {
    guard let open = ages.openGroup else {
      throw AgeMethodError(
        code: .openGroupMismatch, subject: Self.subject, row: ages.count, age: ages.groups.last)
    }
    let years = try averageYearsLived.years(in: ages, figures, subject: Self.subject)
    var survivors = [radix]
    var personYears: [Double] = []
    var lastForce = 0.0
    for (row, group) in ages.groups.dropLast().enumerated() {
      let width = Double(group.width ?? 0)
      guard let lived = years[row], let (probability, own) = try dying(row, width, lived),
        (0...1).contains(probability)
      else {
        throw AgeMethodError(
          code: .impossibleLifeTable, subject: Self.subject, row: row + 1, age: group)
      }
      let alive = survivors[row]
      survivors.append(alive * (1 - probability))
      personYears.append(width * survivors[row + 1] + own * (alive - survivors[row + 1]))
      lastForce = -log(1 - probability) / width
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
