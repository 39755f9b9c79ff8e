public import MunicipalModel

extension ProjectionLibrary {
  /// The built-in national figures and the scenarios that suit any municipality.
  ///
  /// - `survival`: `ipss2018`, 2015–20 to 2055–60, consistent with the regional projection of 2018; `national`,
  ///   2010–15 to 2060–65, 完全生命表 and United Nations.
  /// - `fertility`: 人口動態統計 by five-year age of mother, of every fifth year from 1993, and 2015.
  /// - `sexRatiosAtBirth`: `wpp2022`, 2000–2060, held after.
  /// - `scenarios`: `ipss2018`, `simulation-1`, `simulation-2`, `closed`. They need the published projection
  ///   under the name `ipss2018` among the ``populations``.
  ///
  /// - Throws: ``ProjectionError`` if a built-in file is damaged.
  public static func national() throws(ProjectionError) -> Self {
    var library = Self()
    library.survival = try NationalProjectionFiles.survival()
    library.fertility = try NationalProjectionFiles.fertility()
    library.sexRatiosAtBirth = ["wpp2022": try NationalProjectionFiles.sexRatioAtBirth()]
    library.scenarios = try ProjectionScenario.scenarios(
      json: Array(BuiltInFiles.all.text("projection-scenarios.json").utf8))
    return library
  }

  /// The national figures with the populations of a municipality.
  ///
  /// - Parameters:
  ///   - record: its census populations, known as `census` with 年齢不詳 shared out within each sex, and the
  ///     base of the projection of 2018.
  ///   - projection: the published projection by year, known as `ipss2018` with its base.
  ///   - scenarios: the municipality's own. The national ones are only there to be extended where the
  ///     projection of 2018 is not given.
  /// - Throws: ``ProjectionError``, if a built-in file is damaged or a sex has people of unknown age only.
  public static func municipality(
    _ record: MunicipalityRecord, projection: [AgeTable], scenarios: [ProjectionScenario]
  ) throws(ProjectionError) -> Self {
    var library = try national()
    library.municipality = record.municipality.code
    for table in record.censusPopulations.map(\.table) {
      guard let year = table.period?.year else { continue }
      library.populations["census", default: [:]][year] = try ProjectionError.wrapping(
        table: table.resolvingAgeNotReported(.proportionalWithinSex), keyPath: "census", year: year)
    }
    let base = record.populationsByAge.filter { $0.statistic == .projectionBase2018 }.map(\.table)
    for table in base + projection {
      guard let year = table.period?.year else { continue }
      library.populations["ipss2018", default: [:]][year] = table
    }
    if library.populations["ipss2018"] == nil { library.outlineScenarios() }
    library.add(scenarios)
    return library
  }
}

/// The built-in files of national figures that projections use.
enum NationalProjectionFiles {
  private static let fertilityByAge = "japan-fertility-by-age.csv"

  /// The rows of a file below its heading, each with its number of cells.
  private static func rows(_ name: String, cells: Int) throws(ProjectionError) -> [DelimitedText
    .Row]
  {
    guard let rows = try? DelimitedText(Array(BuiltInFiles.all.text(name).utf8)).rows,
      rows.count > 1,
      let odd = rows.first(where: { $0.cells.count != cells }) ?? rows.first
    else { throw ProjectionError(code: .unreadable, keyPath: name) }
    guard odd.cells.count == cells else { throw fault(name, odd.line) }
    return Array(rows.dropFirst())
  }

  private static func fault(_ name: String, _ line: Int) -> ProjectionError {
    ProjectionError(code: .unreadable, keyPath: name, text: "line \(line)")
  }

  /// Columns: series, period_start, period_end, sex, age_from, age_to, survival_ratio, statistic.
  static func survival() throws(ProjectionError) -> [String: SurvivalSeries] {
    let name = "japan-survival-projections.csv"
    var periods: [String: [Int: [SurvivalRatios.Row]]] = [:]
    for row in try rows(name, cells: 8) {
      guard let start = Int(row.cells[1]), let end = Int(row.cells[2]), end == start + 5,
        let sex = Sex(rawValue: row.cells[3]),
        let age = AgeGroup.builtIn(from: row.cells[4], to: row.cells[5]),
        let ratio = ExactDecimal(row.cells[6])
      else { throw fault(name, row.line) }
      periods[row.cells[0], default: [:]][start, default: []].append(
        SurvivalRatios.Row(
          sex, age, ratio.doubleValue, isFromBirth: row.cells[4] == "birth", row: row.line))
    }
    var series: [String: SurvivalSeries] = [:]
    for (key, rows) in periods {
      var ratios: [Int: SurvivalRatios] = [:]
      for (start, rows) in rows {
        ratios[start] = try ProjectionError.wrapping(
          method: SurvivalRatios(years: 5, rows: rows), keyPath: name, year: start)
      }
      series[key] = try SurvivalSeries(ratios)
    }
    return series
  }

  /// Columns: year, age_from, age_to, contribution_to_total_fertility, statistic.
  private static func contributions() throws(ProjectionError) -> [Int: [(AgeGroup, Double)]] {
    var years: [Int: [(AgeGroup, Double)]] = [:]
    for row in try rows(fertilityByAge, cells: 5) {
      guard let year = Int(row.cells[0]),
        let age = AgeGroup.builtIn(from: row.cells[1], to: row.cells[2]),
        let part = ExactDecimal(row.cells[3])
      else { throw fault(fertilityByAge, row.line) }
      years[year, default: []].append((age, part.doubleValue))
    }
    return years
  }

  static func fertility() throws(ProjectionError) -> [Int: FertilitySchedule] {
    var schedules: [Int: FertilitySchedule] = [:]
    for (year, parts) in try contributions() {
      let ages = try ProjectionError.wrapping(
        table: AgeClassification(parts.map(\.0)), keyPath: fertilityByAge, year: year)
      schedules[year] = try FertilitySchedule(ages: ages, weights: parts.map(\.1))
    }
    return schedules
  }

  /// Total fertility of the nation by year: the sum of the contributions by age.
  static func totalFertility() throws(ProjectionError) -> [Int: Double] {
    try contributions().mapValues { parts in parts.reduce(0) { $0 + $1.1 } }
  }

  /// Columns: year, males_per_female_birth, statistic.
  static func sexRatioAtBirth() throws(ProjectionError) -> AssumptionPath {
    let name = "japan-sex-ratio-at-birth.csv"
    var points: [AssumptionPath.Point] = []
    for row in try rows(name, cells: 3) {
      guard let year = Int(row.cells[0]), let ratio = ExactDecimal(row.cells[1]) else {
        throw fault(name, row.line)
      }
      points.append(.init(Double(year), ratio.doubleValue))
    }
    return try AssumptionPath(.linear, points, holdsAfter: true)
  }
}
