import MachiKurabe
import Testing

@Suite("Report of projections")
struct ProjectionReportTests {
  static func study(
    _ code: String, others: [String] = ["ipss2018", "simulation-1", "simulation-2"]
  ) throws -> (study: ProjectionStudy, library: ProjectionLibrary) {
    let code = try MunicipalityCode(code)
    let library = try #require(try ProjectionLibrary.builtIn(for: code))
    let record = try #require(
      try MunicipalityRecord.builtIn().first { $0.municipality.code == code })
    let study = try ProjectionStudy(
      of: record, library: library, main: library.scenario("vision"),
      others: others.map { (id) throws in try library.scenario(id) }, to: 2060)
    return (study, library)
  }

  /// By hand: iwamizawa-progress prints 1.27, 1.25, 1.21, 1.26, 1.14, 1.18 for 2015–2020, in lines 177 and 202.
  /// Their mean is 7.31 ÷ 6 = 1.2183; squares add up to 0.0130833; √(0.0130833 ÷ 5) ÷ 1.2183 = 0.04199.
  /// With each year twice it would be 0.0400.
  @Test("A fertility that is printed twice counts once")
  func variation() throws {
    var (study, library) = try Self.study("012106")
    try study.draw(runs: 10, seed: 3, library: library)
    #expect(abs(try #require(study.variation).fertility - 0.04199) < 0.000005)
  }

  /// Men of Tomakomai of 20–24 in 2015, as in the tests of machi ages: −747.93 ÷ 4,419.139.
  @Test("Past migration rates are those of the censuses")
  func pastMigration() throws {
    let rates = try Self.study("012131").library.pastMigrationRates()
    #expect(rates.count == 2)
    let age = try #require(AgeGroup(20, through: 24))
    let value = try #require(rates.last?.value(of: .male, at: age))
    #expect(abs(value + 747.93 / 4_419.139) < 0.00001)
  }

  @Test("Without the schedule of the base's year the nearest is taken, the earlier of two")
  func schedule() throws {
    let code = try MunicipalityCode("012106")
    var library = try #require(try ProjectionLibrary.builtIn(for: code))
    let record = try #require(
      try MunicipalityRecord.builtIn().first { $0.municipality.code == code })
    let known = library.fertility
    let scenario = try ProjectionScenario(
      json: Array(
        """
        { "id": "own", "extends": "closed", "births": { "method": "total-fertility",
          "schedule": 2018, "sexRatioAtBirth": 1.05, "totalFertility": 1.4 } }
        """.utf8))
    for (years, expected) in [
      ([1998, 2003, 2018, 2023], 2018), ([2018, 2012, 2023], 2012), ([2018, 2023], 2018),
    ] {
      let spare = try #require(known[2018])
      library.fertility = Dictionary(
        uniqueKeysWithValues: years.map { year in
          // Each year's own shape, so that they can be told apart.
          (year, year == 2018 ? spare : (known[year] ?? known[2003] ?? spare))
        })
      let study = try ProjectionStudy(
        of: record, library: library, main: scenario, others: [], to: 2030)
      #expect(study.schedule == library.fertility[expected])
    }
  }

  @Test("The report has every section, and no figure that could not be computed")
  func sections() throws {
    var (study, library) = try Self.study("012106")
    try study.aim(at: 60_536, in: 2040)
    try study.draw(runs: 20, seed: 3, library: library)
    let report = ProjectionReport.report([study])
    #expect(
      report.sections.map(\.key) == [
        "projection_totals", "projection_ages", "projection_components", "projection_comparison",
        "projection_gap", "projection_target", "projection_uncertainty",
      ])
    for table in report.sections.flatMap(\.tables) {
      #expect(!table.rows.isEmpty, "\(table.key)")
      for cell in table.rows.flatMap(\.cells) {
        #expect(cell.status != "not_computable", "\(table.key)")
      }
    }
    for format in ReportFormat.allCases {
      for language in Language.allCases {
        #expect(!format.renderer(language: language).render(report).isEmpty)
      }
    }
    let both = ProjectionReport.report([study, try Self.study("012131").study])
    let keys = both.sections.map(\.key)
    #expect(Set(keys).count == keys.count)
  }

  @Test("Observed figures carry the cells of the documents")
  func sources() throws {
    let (study, _) = try Self.study("012131")
    let rows = study.gap.rows(of: .total)
    #expect(rows.map(\.period.year) == [2018, 2019, 2020, 2021, 2022, 2023])
    #expect(rows.last?.observed == 167_106)
    #expect(rows.allSatisfy { !$0.sources.isEmpty })
    let iwamizawa = try Self.study("012106").study.gap
    let last = try #require(iwamizawa.rows(of: .netOutMigrationPath).last)
    // iwamizawa-progress: 349 more left than came in 2021; the path stands at 550 − 275 × 7 ÷ 11 = 375.
    #expect(last.observed == 349)
    #expect(abs(last.projected - 375) < 1e-9)
    #expect(iwamizawa.rows(of: .total).last?.observed == 78_112)
    #expect(
      iwamizawa.rows(of: .totalFertility).map(\.period.year) == [2016, 2017, 2018, 2019, 2020])
  }

  @Test("The CSV is a file of counts by age that can be read again")
  func csv() throws {
    let (study, _) = try Self.study("012131", others: ["closed"])
    let file = try AgeFile(id: "projection", text: ProjectionReport.table([study]).csv)
    #expect(file.otherColumns == ["scenario"])
    let tables = try file.tables(of: .population)
    #expect(tables.count == 2 * 10)
    let last = try #require(tables.first { $0.period?.year == 2060 })
    let total = try #require(study.main.projection.total(in: 2060))
    #expect(abs(last.table.total - total) < 0.1)
  }

  @Test("The chart has the scenarios, the observed series and the printed vision")
  func charts() throws {
    let (study, _) = try Self.study("012131")
    let chart = ProjectionReport.chart(study)
    #expect(
      chart.series.map(\.key) == [
        "vision", "ipss2018", "simulation-1", "observed", "printed",
      ])
    #expect(chart.series.allSatisfy { $0.points.count == chart.categories.count })
    #expect(chart.series.map(\.isJoined) == [true, true, true, true, false])
    let printed = try #require(chart.series.last).points.compactMap(\.value)
    #expect(printed == [154_145, 133_338])
    let pyramid = try #require(ProjectionReport.pyramid(study))
    #expect(pyramid.series.count == 4)
    #expect(pyramid.categories.count == 19)
  }

  @Test("Age groups add up to the population, and components to its change")
  func components() throws {
    let (study, _) = try Self.study("012106")
    let projection = study.main.projection
    let groups = try #require(ProjectionReport.ageGroups(study))
    #expect(groups.series.map(\.key) == ["young", "working_age", "old"])
    for (index, year) in projection.years.enumerated() {
      let sum = groups.series.compactMap { $0.points[index].value }.reduce(0, +)
      #expect(abs(sum - (projection.total(in: year) ?? 0)) < 1e-6)
    }
    let changes = ProjectionReport.components(study)
    #expect(
      changes.series.map(\.key) == ["births", "deaths", "natural_change", "net_migrants"])
    #expect(changes.categories.map(\.label.en).first == "2015–2020")
    for (index, step) in projection.steps.enumerated() {
      let values = changes.series.compactMap { $0.points[index].value }
      try #require(values.count == 4)
      #expect(values[0] - values[1] == values[2])
      #expect(abs(values[2] + values[3] - step.change) < 1e-6)
    }
    // 84,499 people in 2015: the base of the published projection, as its file by age adds up.
    #expect(abs((projection.total(in: 2015) ?? 0) - 84_499) < 1)
  }

  @Test("Removing an assumption of the vision shows its effect alone")
  func removed() throws {
    let (study, _) = try Self.study(
      "012131", others: ["vision-without-fertility-rise", "vision-without-inflow"])
    let fertility = study.differences[0].difference
    #expect(try fertility.effect(of: .births) == fertility.difference())
    #expect(try fertility.difference() > 0)
    let inflow = study.differences[1].difference
    #expect(try inflow.effect(of: .migration) == inflow.difference())
    #expect(try inflow.effect(of: .births) == 0)
  }
}
