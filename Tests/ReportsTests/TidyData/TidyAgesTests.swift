import MunicipalModel
import Rendering
import Reports
import Testing

/// Populations by age in the export, worked out by hand.
struct TidyAgesTests {
  private static let code = "012211"

  private func cited(_ printed: String, line: Int, cell: Int) -> Citation {
    Citation(document: "ages", line: line, cell: cell, printed: printed)
  }

  private func table(
    _ columns: [AgeTable.Column], citations: [Citation], unknown: [Citation?]
  ) throws -> CitedAgeTable {
    let groups = try [AgeGroup.ages(0...4), .ages(5...)]
    let ages = try AgeClassification(groups)
    let table = try AgeTable(
      .population, period: .calendarYear(2020), ages: ages, columns: columns)
    return try #require(
      CitedAgeTable(
        municipality: try MunicipalityCode(Self.code), statistic: PopulationStatistic(rawValue: ""),
        table: table, citations: citations, notReportedCitations: unknown))
  }

  private func rows(_ table: CitedAgeTable) throws -> [[String]] {
    let record = MunicipalityRecord(
      municipality: Municipality(
        code: try MunicipalityCode(Self.code), name: LocalizedText("名寄市")),
      documents: [], populationsByAge: [table])
    return TidyTables([record]).populationByAge.rows
  }

  @Test func `Each count of men and women has a row with its cell, those of unknown age too`()
    throws
  {
    let table = try table(
      [.init(.male, [1200, 3], notReported: 2), .init(.female, [5, 7])],
      citations: [
        cited("1,200", line: 3, cell: 2), cited("3", line: 4, cell: 2),
        cited("5", line: 3, cell: 3),
        cited("7", line: 4, cell: 3),
      ],
      unknown: [cited("2", line: 5, cell: 2), nil])
    let common = [Self.code, "ages", "", "population", "CY2020"]
    #expect(
      try rows(table) == [
        common + ["male", "0", "4", "1200", "人", "1,200", "3", ""],
        common + ["male", "5", "", "3", "人", "3", "4", ""],
        common + ["male", "not_reported", "", "2", "人", "2", "5", ""],
        common + ["female", "0", "4", "5", "人", "5", "3", ""],
        common + ["female", "5", "", "7", "人", "7", "4", ""],
      ])
  }

  /// 10 + 20 children and 30 + 40 others of two districts.
  @Test func `A count that sums two parts has one row with the first cell`() throws {
    let table = try table(
      [.init(.both, [30, 70])],
      citations: [
        cited("10", line: 2, cell: 2), cited("30", line: 3, cell: 2),
        cited("20", line: 12, cell: 2),
        cited("40", line: 13, cell: 2),
      ], unknown: [nil, nil])
    let rows = try rows(table)
    #expect(
      rows.map { $0[5...9] } == [["both", "0", "4", "30", "人"], ["both", "5", "", "70", "人"]])
    #expect(rows.map { $0[11] } == ["2", "3"])
  }
}
