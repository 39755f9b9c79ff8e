public import MunicipalModel

/// A population that the Hamilton–Perry method has projected, by year, sex and age.
public struct CohortChangeProjection: Hashable, Sendable {
  /// The ratios that it was made with.
  public let method: HamiltonPerry
  /// The year of the base.
  public let startYear: Int
  /// The populations, the base first, then one a step.
  public let populations: [AgeTable]

  /// The years that there are populations of.
  public var years: [Int] { populations.indices.map { startYear + $0 * method.years } }

  /// The last year.
  public var endYear: Int { startYear + (populations.count - 1) * method.years }

  /// The population of a year by sex and age, or `nil` if it is none of ``years``.
  public func population(in year: Int) -> AgeTable? {
    let (step, rest) = (year - startYear).quotientAndRemainder(dividingBy: method.years)
    return rest == 0 && populations.indices.contains(step) ? populations[step] : nil
  }

  /// All people of a year, in persons, or `nil` if it is none of ``years`` or the sex is not projected.
  ///
  /// - Parameter sex: one sex; all of them if `nil` or `both`.
  public func total(in year: Int, sex: Sex? = nil) -> Double? {
    guard let table = population(in: year) else { return nil }
    guard let sex, sex != .both else { return table.totalOfKnownAge }
    return table.counts(of: sex)?.reduce(0, +)
  }

  /// The change of all people since the base, in %, or `nil` if the year is none of ``years`` or nobody was there.
  package func change(in year: Int) -> Double? {
    guard let base = total(in: startYear), let total = total(in: year), base > 0 else { return nil }
    return (total - base) * 100 / base
  }
}

extension HamiltonPerry {
  /// Projects a population with these ratios held.
  ///
  /// - Parameters:
  ///   - base: the population at the start, of the ages and sexes of the ratios.
  ///   - startYear: its year.
  ///   - steps: how many steps of ``years``, 0 to 1,000.
  /// - Throws: ``AgeMethodError`` with `wrong-measure`, `age-not-reported-left`, `missing-sex` or `different-tables` if
  ///   the base does not fit, `parameter-out-of-range` for the steps, or `too-large` if growth leaves 1e15 people.
  public func projection(
    from base: AgeTable, startYear: Int, steps: Int
  ) throws(AgeMethodError) -> CohortChangeProjection {
    try base.check([.population], subject: Self.subject)
    if let sex = Set(sexes).symmetricDifference(base.sexes).first {
      throw AgeMethodError(code: .missingSex, subject: Self.subject, sex: sex)
    }
    guard base.ages == ages else {
      throw AgeMethodError(
        code: .differentTables, subject: Self.subject, age: base.ages.groups.last,
        hint: .regrouping(ages, base.ages))
    }
    guard (0...1_000).contains(steps) else {
      throw AgeMethodError(code: .parameterOutOfRange, subject: Self.subject, text: "\(steps)")
    }
    var populations = [
      AgeTable(
        measure: .population, period: base.period, ages: ages, sexes: sexes,
        counts: sexes.flatMap { Array(base.counts(of: $0) ?? []) },
        notReported: sexes.map { _ in 0 })
    ]
    for step in 0..<steps {
      populations.append(try next(populations[step], in: startYear + (step + 1) * years))
    }
    return CohortChangeProjection(method: self, startYear: startYear, populations: populations)
  }

  /// The population one step later.
  private func next(_ people: AgeTable, in year: Int) throws(AgeMethodError) -> AgeTable {
    var counts = [Double](repeating: 0, count: people.counts.count)
    func set(_ value: Double, _ ratio: Ratio) {
      guard let column = sexes.firstIndex(of: ratio.sex),
        let row = ages.row(of: ratio.ageAtEnd)
      else { return }
      counts[column * ages.count + row] = value
    }
    for ratio in ratios {
      guard let age = ratio.ageAtStart else { continue }
      set(try people.people(of: ratio.sex, at: age) * ratio.value, ratio)
    }
    let period = Period.calendarYear(year)
    // The women are those at the end, who were all alive at the start.
    let older = AgeTable(
      measure: .population, period: period, ages: ages, sexes: sexes, counts: counts,
      notReported: sexes.map { _ in 0 })
    let adults = sexes.contains(.female) ? Sex.female : sexes[0]
    for ratio in ratios {
      guard let women = ratio.womenAges else { continue }
      set(try older.people(of: adults, at: women) * ratio.value, ratio)
    }
    guard counts.allSatisfy({ $0 <= AgeTable.largestCount }) else {
      throw AgeMethodError(code: .tooLarge, subject: Self.subject, text: "\(year)")
    }
    return AgeTable(
      measure: .population, period: period, ages: ages, sexes: sexes, counts: counts,
      notReported: sexes.map { _ in 0 })
  }
}
