public import MunicipalModel

/// Rates by age and sex with the populations that they belong to (年齢別率).
public struct AgeSpecificRates: Hashable, Sendable {
  static let subject = LocalizedText(ja: "年齢別率", en: "age-specific rates")

  /// What the events are.
  public let measure: AgeMeasure
  /// The groups of ages.
  public let ages: AgeClassification
  /// The sexes.
  public let sexes: [Sex]
  /// The populations: all ages of the first sex, then of the second.
  public let population: [Double]
  /// The events or balances in the same order.
  public let events: [Double]
  /// Per how many persons the rates are stated.
  public let scale: RateScale
  /// The rates in the same order: events ÷ population × 100, 1,000 or 100,000; `nil` of a band without people.
  public let rates: [Double?]

  /// Makes rates from a table of events and a population of the same ages and sexes, in the order of the events'.
  ///
  /// A band without people and events has no rate.
  ///
  /// - Throws: ``AgeMethodError`` with `wrong-measure`, `missing-sex`, `different-tables`,
  ///   `age-not-reported-left`, or `denominator-not-positive`, naming the row, if there are events
  ///   without people, or nobody at all, or `too-large`.
  public init(
    events: AgeTable, population: AgeTable, scale: RateScale = .perMille
  ) throws(AgeMethodError) {
    try events.check(
      [.births, .deaths, .inMigrants, .outMigrants, .netMigrants], subject: Self.subject)
    try population.check([.population], subject: Self.subject)
    let population = try population.aligned(with: events, subject: Self.subject)
    guard population.totalOfKnownAge > 0 else {
      throw AgeMethodError(code: .denominatorNotPositive, subject: Self.subject, text: "0")
    }
    self.init(
      measure: events.measure, ages: events.ages, sexes: events.sexes,
      population: population.counts, events: events.counts, scale: scale)
    for row in rates.indices {
      let isLost = rates[row] == nil && self.events[row] != 0
      guard isLost || rates[row]?.isFinite == false else { continue }
      throw AgeMethodError(
        code: isLost ? .denominatorNotPositive : .tooLarge, subject: Self.subject,
        row: row % ages.count + 1, sex: sexes[row / ages.count],
        age: ages.groups[row % ages.count], text: self.events[row].countText)
    }
  }

  init(
    measure: AgeMeasure, ages: AgeClassification, sexes: [Sex], population: [Double],
    events: [Double], scale: RateScale
  ) {
    self.measure = measure
    self.ages = ages
    self.sexes = sexes
    self.population = population
    self.events = events
    self.scale = scale
    rates = zip(events, population).map { $1 > 0 ? $0 * Double(scale.factor) / $1 : nil }
  }

  /// The crude rate: all events ÷ all people.
  public var crudeRate: Double {
    events.reduce(0, +) * Double(scale.factor) / population.reduce(0, +)
  }

  /// The rates of the sexes together: events and populations are added up first.
  public func bothSexes() -> Self {
    func sums(_ values: [Double]) -> [Double] {
      ages.groups.indices.map { row in
        sexes.indices.reduce(0) { $0 + values[$1 * ages.count + row] }
      }
    }
    return Self(
      measure: measure, ages: ages, sexes: [.both], population: sums(population),
      events: sums(events), scale: scale)
  }

  /// The rates of one sex in the order of the ages, or `nil` if the sex is not there.
  public func rates(of sex: Sex) -> [Double?]? {
    sexes.firstIndex(of: sex).map {
      Array(rates[$0 * ages.count..<($0 + 1) * ages.count])
    }
  }

  /// The rates of one sex with their people, such as women's to be standardised apart.
  ///
  /// - Throws: ``AgeMethodError`` with `missing-sex`.
  public func only(_ sex: Sex) throws(AgeMethodError) -> Self {
    try only([sex], subject: Self.subject)
  }

  /// The rates of some sexes, in their order.
  func only(_ sexes: [Sex], subject: LocalizedText) throws(AgeMethodError) -> Self {
    var rows: [Int] = []
    for sex in sexes {
      guard let column = self.sexes.firstIndex(of: sex) else {
        throw AgeMethodError(code: .missingSex, subject: subject, sex: sex)
      }
      rows += column * ages.count..<(column + 1) * ages.count
    }
    return Self(
      measure: measure, ages: ages, sexes: sexes, population: rows.map { population[$0] },
      events: rows.map { events[$0] }, scale: scale)
  }

  /// The rates as strata, to be decomposed: the men first, in whatever order the sexes stand.
  public var strata: [KitagawaDecomposition.Stratum] {
    let columns = Sex.allCases.compactMap { sexes.firstIndex(of: $0) }
    return columns.flatMap { $0 * ages.count..<($0 + 1) * ages.count }.map {
      let sex = sexes[$0 / ages.count].label
      let age = ages.groups[$0 % ages.count].label
      return KitagawaDecomposition.Stratum(
        label: LocalizedText(ja: "\(sex.ja) \(age.ja)", en: "\(sex.en) \(age.en)"),
        population: population[$0], rate: rates[$0])
    }
  }
}

extension RegisteredSocialChange {
  /// Which moves are counted.
  public enum Moves: String, Hashable, Sendable, Codable, CaseIterable {
    /// 転入
    case inMigration = "in_migration"
    /// 転出
    case outMigration = "out_migration"
    /// 社会増減
    case socialChange = "social_change"
  }

  /// The rates by age of one kind of moves, to be compared, standardised, decomposed or fitted.
  public func ageSpecificRates(_ moves: Moves) -> AgeSpecificRates {
    let (measure, events): (AgeMeasure, [Double]) =
      switch moves {
      case .inMigration: (.inMigrants, inMigrants)
      case .outMigration: (.outMigrants, outMigrants)
      case .socialChange: (.netMigrants, zip(inMigrants, outMigrants).map { $0 - $1 })
      }
    return AgeSpecificRates(
      measure: measure, ages: ages, sexes: sexes, population: population, events: events,
      scale: scale)
  }
}
