import MunicipalModel
import Testing

@testable import Demography

@Suite("Projected and observed")
struct ProjectionGapTests {
  static func figure(
    _ item: PopulationItem, _ basis: PopulationFigure.Basis, _ year: Int, _ reading: Reading
  ) -> PopulationFigure {
    PopulationFigure(
      item: item, basis: basis, area: .municipality(name: "A"), period: .calendarYear(year),
      reading: reading,
      citation: Citation(document: "a", line: 1, cell: 1, headings: [], printed: ""))
  }

  static func record(_ figures: [PopulationFigure]) -> MunicipalityRecord {
    let contents = DocumentContents(
      document: "a", populationFigures: figures,
      populationDefinition: PopulationDefinition(
        stockDate: "12-31", foreignResidents: .included, otherChange: .apart, source: "住民基本台帳"))
    return MunicipalityRecord(
      municipality: Municipality(
        code: MunicipalityCode(.hokkaido, 213), name: LocalizedText(ja: "甲", en: "A")),
      documents: [contents])
  }

  static func persons(_ value: Int) throws -> Reading {
    .value(Quantity(try #require(ExactDecimal(exactly: value)), unit: "人"))
  }

  /// iwamizawa-progress:68: 550 in 2014, half of it in 2025, balanced from 2045. In 2021 the line stands at
  /// 550 − 275 × 7 ÷ 11 = 375.
  @Test("A path printed in words is followed")
  func printedPath() throws {
    let path = try PrintedMigrationPath(
      Self.record([
        Self.figure(.netOutMigration, .start, 2014, try Self.persons(550)),
        Self.figure(.netOutMigration, .assumption, 2025, .label("転出超過を2014年の1/2")),
        Self.figure(.netOutMigration, .assumption, 2045, .label("社会増減を均衡")),
      ]))
    let values = try #require(path?.path)
    #expect(try values.value(at: 2025) == 275)
    #expect(abs(try values.value(at: 2021) - 375) < 1e-9)
    #expect(try values.value(at: 2050) == 0)
    #expect(throws: ProjectionError.self) {
      try PrintedMigrationPath(
        Self.record([
          Self.figure(.netOutMigration, .start, 2014, try Self.persons(550)),
          Self.figure(.netOutMigration, .assumption, 2025, .label("大幅に縮小")),
        ]))
    }
    #expect(try PrintedMigrationPath(Self.record([])) == nil)
  }

  @Test("Stocks are compared on their own day, flows with a year's part of the step")
  func rows() throws {
    let projection = try ProjectionSamples.plan().projection()
    let gap = try ProjectionGap(
      of: Self.record([
        Self.figure(.yearEndPopulation, .observed, 2018, try Self.persons(170_000)),
        Self.figure(.births, .observed, 2018, try Self.persons(1_200)),
        Self.figure(
          .totalFertilityRate, .observed, 2018,
          .value(Quantity(try #require(ExactDecimal("1.40")), unit: ""))),
      ]), beside: projection, schedule: ProjectionSamples.schedule())
    let total = try #require(gap.rows(of: .total).first)
    // 31 December is 91 days after 1 October.
    let expected = try #require(projection.total(at: 2018 + 91 / 365.25))
    #expect(total.observed == 170_000)
    #expect(abs(total.projected - expected) < 1e-6)
    let births = try #require(gap.rows(of: .births).first)
    #expect(births.projected == projection.steps[0].births() / 5)
    #expect(births.gap == 1_200 - births.projected)
    let fertility = try #require(gap.rows(of: .totalFertility).first)
    #expect(abs(fertility.projected - 1.5) < 1e-9)
    #expect(gap.rows(of: .deaths).isEmpty)
  }
}
