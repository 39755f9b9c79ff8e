import MunicipalModel
import Testing

@testable import Reports

/// Shares that stand beside each other are of one day and one statistic; the figures are invented.
@Suite("Shares of 65 and over beside each other")
struct ElderlyShareTests {
  private func record(
    _ code: String, _ statistic: PopulationStatistic, _ days: [String]
  ) throws -> MunicipalityRecord {
    let municipality = try MunicipalityCode(code)
    let tables = try days.map { day in
      let table = try AgeTable(
        .population, period: Period(code: day), ages: .fiveYearGroups(openFrom: 85),
        columns: [AgeTable.Column(.both, Array(repeating: 100, count: 18))])
      let cells = table.counts.map { _ in Citation(document: "ages", line: 1, printed: "100") }
      return try #require(
        CitedAgeTable(
          municipality: municipality, statistic: statistic, table: table, citations: cells,
          notReportedCitations: [nil]))
    }
    return MunicipalityRecord(
      municipality: Municipality(code: municipality, name: LocalizedText(code)), documents: [],
      populationsByAge: tables)
  }

  /// 5 of 18 groups are of 65 and over.
  @Test func `The newest day of one statistic is taken`() throws {
    let days = ["2020-10-01", "2021-10-01"]
    let shares = ElderlyShare.newest([
      try record("012025", .residentRegister, days),
      try record("012033", .residentRegister, days + ["2022-10-01"]),
    ])
    #expect(shares.values.map(\.period.code) == ["2021-10-01", "2021-10-01"])
    #expect(shares.values.allSatisfy { abs($0.value - 500.0 / 18) < 1e-9 })
  }

  @Test func `The census and the register of a day are not compared`() throws {
    let shares = ElderlyShare.newest([
      try record("012025", .census, ["2020-10-01"]),
      try record("012033", .residentRegister, ["2020-10-01"]),
    ])
    #expect(shares.isEmpty)
  }
}
