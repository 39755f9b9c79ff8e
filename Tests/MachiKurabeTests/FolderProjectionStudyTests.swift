import Foundation
import MachiKurabe
import TestSupport
import Testing

@Suite("Projections of a folder's municipality")
struct FolderProjectionStudyTests {
  private static func studies(_ files: [String: String]) throws -> ProjectionStudies {
    var studies = ProjectionStudies()
    try TemporaryFolder.use { path in
      try SampleTown.write(path, files)
      let folder = try MunicipalityFolder(path: path.path)
      let records = try RecordCollection(MunicipalityRecord.builtIn(), adding: [folder]).records
      studies = try ProjectionStudies(of: records, folders: [folder])
    }
    return studies
  }

  private static func stocks(_ days: [String]) -> [String: String] {
    ["town-population-by-age.csv": SampleTown.stocks(days)]
  }

  /// The scenario is the method of cohort change ratios, with deaths and moves told apart.
  @Test func `Ratios held give what the Hamilton–Perry method gives`() throws {
    let study = try #require(
      try Self.studies(Self.stocks(["2010-10-01", "2015-10-01"])).studies.last)
    #expect(study.main.scenario.id == "hamilton-perry" && study.endYear == 2060)
    let analysis = try #require(
      try HamiltonPerryAnalysis.members(of: study.record.stocksByAge, to: 2060).first)
    let own = try #require(study.main.projection.population(in: 2060))
    let other = try #require(analysis.projection.population(in: 2060))
    #expect(own.ages == other.ages && own.sexes == other.sexes)
    for (left, right) in zip(own.counts, other.counts) { #expect(abs(left - right) < 1e-6) }
    // By hand: boys of 5–9 in 2020 are those of 0–4 times 5–9 in 2015 over 0–4 in 2010.
    func men(_ group: Int, _ isNewer: Bool) -> Double {
      Double(SampleTown.people(group: group, isMale: true, isNewer: isNewer))
    }
    let boys = try #require(study.main.projection.population(in: 2020)?.counts(of: .male))
    #expect(abs(boys[1] - men(0, true) * men(1, true) / men(0, false)) < 1e-6)
    let closed = try #require(study.others.first { $0.scenario.id == "closed" }).projection
    #expect(closed.steps.allSatisfy { $0.netMigrants.totalOfKnownAge == 0 })
  }

  @Test func `A report has the same sections as of a built-in city`() throws {
    let projections = try Self.studies(Self.stocks(["2010-10-01", "2015-10-01"]))
    let report = try OverallReport.report(
      OverallReport.Input(
        records: projections.studies.map(\.record), conceptNotes: [],
        scale: #require(try JudgementScale.builtIn().first), documentTitles: [:],
        projections: projections))
    func tables(_ code: String) -> [String] {
      report.sections.first { $0.key == "projection_\(code)" }?.tables.map(\.key) ?? []
    }
    #expect(tables("016071").contains("projected_population"))
    #expect(Set(tables("016071")).isSubset(of: tables("012131")))
    // All have the censuses of 2010 and 2015.
    #expect(report.sections.count { $0.key == "basis" } == 1)
  }

  @Test func `Municipalities without common stocks each have their own section of ages`() throws {
    let projections = try Self.studies(Self.stocks(["2015-10-01", "2020-10-01"]))
    let report = try OverallReport.report(
      OverallReport.Input(
        records: projections.studies.map(\.record), conceptNotes: [],
        scale: #require(try JudgementScale.builtIn().first), documentTitles: [:]))
    let headings = report.sections.filter { $0.key.hasPrefix("basis") }
    #expect(headings.map(\.key) == ["basis_012106", "basis_016071"])
    #expect(headings.last?.heading?.ja.contains("浦河町") == true)
    #expect(headings.last?.heading?.en.contains("2015–2020") == true)
  }

  @Test func `Stocks that allow no projection are told, and the others are projected`() throws {
    let projections = try Self.studies(Self.stocks(["2015-10-01", "2018-10-01"]))
    #expect(projections.studies.map(\.record.municipality.name.ja) == ["岩見沢市", "苫小牧市"])
    let left = try #require(projections.leftOut.first)
    #expect(left.isOfFolder && left.error.code == .missingYear && left.error.year == 2013)
    #expect(left.message.ja == "浦河町の将来推計は、フォルダーの資料では計算できないため省いた。")
    #expect(
      left.message.en
        == "The projection of Urakawa is left out: what its folder holds does not allow it.")
  }

  @Test func `The check of a folder projects its scenarios`() throws {
    try TemporaryFolder.use { folder in
      try SampleTown.write(folder, Self.stocks(["2010-10-01", "2015-10-01"]))
      #expect(
        !MunicipalityCheck(path: folder.path).findings.contains { $0.code == "not-projected" })
      try SampleTown.write(
        folder, ["projection-scenarios.json": "{ \"id\": \"a\", \"extends\": \"nobody\" }"])
      let check = MunicipalityCheck(path: folder.path)
      let finding = try #require(check.findings.first { $0.code == "not-projected" })
      #expect(finding.severity == .error && finding.file == "projection-scenarios.json")
      #expect(finding.message.en.contains("nobody"))
    }
  }
}
