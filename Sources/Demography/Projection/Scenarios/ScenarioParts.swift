import MunicipalModel

/// The population that a scenario starts from.
enum BaseSource: Hashable, Sendable {
  case named(String, year: Int)
  case given(ages: [AgeGroup], male: [Double]?, female: [Double], year: Int)

  /// Whether its counts stand in the scenario.
  var isGiven: Bool { if case .given = self { true } else { false } }

  /// The year that the projection starts in.
  var year: Int {
    switch self {
    case .named(_, let year), .given(_, _, _, let year): year
    }
  }

  init(_ reader: ScenarioReader) throws(ProjectionError) {
    if let name = try reader.optional("population") {
      try reader.allow("population", "year")
      self = .named(try name.text(), year: try reader.required("year").year())
      return
    }
    try reader.allow("year", "ages", "male", "female")
    var ages: [AgeGroup] = []
    for entry in try reader.required("ages").list() { ages.append(try entry.age()) }
    self = .given(
      ages: ages, male: try reader.optional("male")?.numbers(),
      female: try reader.required("female").numbers(), year: try reader.required("year").year())
  }
}

/// Where survival comes from.
enum SurvivalSource: Hashable, Sendable {
  case series(String, holdsLast: Bool)
  case given(GivenAges, birth: [Sex: Double])

  init(_ reader: ScenarioReader) throws(ProjectionError) {
    if let name = try reader.optional("series") {
      try reader.allow("series", "after")
      self = .series(try name.text(), holdsLast: try reader.holds("after"))
      return
    }
    try reader.allow("male", "female", "birth")
    let birth = try reader.required("birth")
    try birth.allow("male", "female")
    var ratios: [Sex: Double] = [:]
    for sex in [Sex.male, .female] {
      ratios[sex] = try birth.optional(sex.rawValue)?.ratio()
    }
    let given = try GivenAges(reader)
    for (sex, values) in given.values {
      for (index, value) in values.enumerated() where !(0...1).contains(value) {
        throw reader.error(
          value > 1 ? .survivalAboveOne : .survivalNotPositive, at: "\(sex.rawValue)[\(index)]",
          "\(value)")
      }
    }
    self = .given(given, birth: ratios)
  }
}

/// Figures by sex that a scenario gives itself, in the order of the base's ages.
struct GivenAges: Hashable, Sendable {
  let values: [Sex: [Double]]

  init(_ reader: ScenarioReader) throws(ProjectionError) {
    var values: [Sex: [Double]] = [:]
    for sex in [Sex.male, .female] {
      values[sex] = try reader.optional(sex.rawValue)?.numbers()
    }
    guard values[.female] != nil else { throw reader.error(.missingKey, at: "female") }
    self.values = values
  }

  /// The figures as a schedule of the projection's ages.
  func schedule(_ ages: ProjectionAges) throws(ProjectionError) -> AgeSchedule {
    var all: [Double] = []
    for sex in ages.sexes {
      guard let own = values[sex] else {
        throw ProjectionError(code: .missingKey, keyPath: sex.rawValue)
      }
      guard own.count == ages.count else {
        throw ProjectionError(
          code: .missingAges, keyPath: sex.rawValue,
          text: "\(own.count) figures, \(ages.count) age groups")
      }
      all += own
    }
    return try AgeSchedule(ages: ages.classification, sexes: ages.sexes, values: all)
  }
}

/// Where the births come from.
enum BirthSource: Hashable, Sendable {
  case totalFertility(ScheduleSource, ScenarioPath, SexRatioSource)
  case childrenPerWoman(population: String, womenAges: AgeGroup, holdsLast: Bool)

  private enum Method: String, CaseIterable {
    case totalFertility = "total-fertility"
    case childrenPerWoman = "children-per-woman"
  }

  init(_ reader: ScenarioReader) throws(ProjectionError) {
    switch try reader.required("method").word(Method.self) {
    case .totalFertility:
      try reader.allow("method", "schedule", "totalFertility", "sexRatioAtBirth")
      let schedule = try ScheduleSource(reader.required("schedule"))
      let total: ScenarioPath
      if let given = try reader.optional("totalFertility") {
        total = try ScenarioPath(given)
      } else if let own = schedule.totalFertility {
        // Rates tell their own total fertility.
        total = ScenarioPath(constant: own, at: reader.path + ".schedule.rates")
      } else {
        throw reader.error(.missingKey, at: "totalFertility")
      }
      self = .totalFertility(
        schedule, total,
        try SexRatioSource(reader.required("sexRatioAtBirth")))
    case .childrenPerWoman:
      try reader.allow("method", "population", "womenAges", "after")
      self = .childrenPerWoman(
        population: try reader.required("population").text(),
        womenAges: try reader.required("womenAges").age(), holdsLast: try reader.holds("after"))
    }
  }
}

/// Fertility by age: that of a year of the national statistics, or the scenario's own.
enum ScheduleSource: Hashable, Sendable {
  case national(year: Int)
  case given(FertilitySchedule)
  case rates(FertilityRates, FertilitySchedule)

  /// The total fertility of rates.
  var totalFertility: Double? {
    if case .rates(let rates, _) = self { rates.totalFertilityRate } else { nil }
  }

  init(_ reader: ScenarioReader) throws(ProjectionError) {
    if case .number = reader.node.value {
      self = .national(year: try reader.year())
      return
    }
    try reader.requireObject(or: "a year")
    try reader.allow("ages", "weights", "rates")
    var ages: [AgeGroup] = []
    for entry in try reader.required("ages").list() { ages.append(try entry.age()) }
    let classification = try ProjectionError.wrapping(
      table: AgeClassification(ages), keyPath: reader.path + ".ages")
    if let given = try reader.optional("rates") {
      self = try Self.rates(given, classification, reader)
      return
    }
    let weights = try reader.required("weights").numbers()
    self = .given(
      try ProjectionError.placing(
        FertilitySchedule(ages: classification, weights: weights),
        keyPath: reader.path + ".weights"))
  }

  /// Births per 1,000 women of the age and year.
  private static func rates(
    _ given: ScenarioReader, _ ages: AgeClassification, _ reader: ScenarioReader
  ) throws(ProjectionError) -> Self {
    guard try reader.optional("weights") == nil else {
      throw reader.error(.unknownKey, at: "weights", "weights or rates, not both")
    }
    let values = try given.numbers()
    guard values.count == ages.count else {
      throw reader.error(
        .missingAges, at: "rates", "\(values.count) figures, \(ages.count) age groups")
    }
    let rates = try ProjectionError.wrapping(
      method: FertilityRates(ages: ages, rates: values), keyPath: given.path)
    return .rates(
      rates, try ProjectionError.placing(rates.schedule(), keyPath: reader.path + ".rates"))
  }
}

/// Males per female birth: a built-in series, or a number.
enum SexRatioSource: Hashable, Sendable {
  case series(String)
  case value(Double)

  /// As many males are born for each female one in any population, with much room.
  private static let possible = 0.5...2

  init(_ reader: ScenarioReader) throws(ProjectionError) {
    if case .string(let name) = reader.node.value {
      self = .series(name)
      return
    }
    let value = try reader.number(or: "the name of a series")
    guard Self.possible.contains(value) else {
      let bounds = "from \(Self.possible.lowerBound) to \(Self.possible.upperBound)"
      throw reader.error(.outOfRange, at: "", "\(value); \(bounds) males per female birth")
    }
    self = .value(value)
  }
}

extension ScenarioReader {
  /// Whether a value holds beyond the figures: the word `hold`, or nothing.
  func holds(_ key: String) throws(ProjectionError) -> Bool {
    guard let value = try optional(key) else { return false }
    let word = try value.text()
    guard word == "hold" else {
      throw value.error(.unknownWord, at: "", "\(word); there are: hold")
    }
    return true
  }

  /// A survival ratio.
  fileprivate func ratio() throws(ProjectionError) -> Double {
    let value = try number()
    guard (0...1).contains(value) else {
      throw error(value > 1 ? .survivalAboveOne : .survivalNotPositive, at: "", "\(value)")
    }
    return value
  }
}
