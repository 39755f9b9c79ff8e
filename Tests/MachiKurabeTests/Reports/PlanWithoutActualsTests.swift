import MachiKurabe
import TestSupport
import Testing

/// Urakawa's strategy prints baselines and targets, and no actual figure yet.
@Suite("A plan without actual figures")
struct PlanWithoutActualsTests {
  private func record() throws -> MunicipalityRecord {
    try MunicipalityFolder(path: RepositoryFolder.municipality("Urakawa")).municipality.record()
  }

  private func overall() throws -> Report {
    let record = try record()
    return try OverallReport.report(
      OverallReport.Input(
        records: [record], conceptNotes: [],
        scale: try #require(try JudgementScale.builtIn().first), documentTitles: [:]))
  }

  @Test("Its indicators stand in the report with baseline and target, and have no actual figure")
  func rows() throws {
    let section = try #require(
      overall().sections.first { $0.key == "progress_by_theme" })
    let rows = section.tables.flatMap(\.rows)
    #expect(rows.count == 9)
    let lunch = try #require(rows.first { $0.cells[1].text.ja == "給食での地場産物利用率" })
    #expect(lunch.cells[8].text.ja == "増（語）")
    #expect(lunch.cells[6].text.ja == "33%" && lunch.cells[5].text.ja == "38%")
    #expect(lunch.cells[4].status == "none")
    #expect(lunch.cells[2].text.ja.contains("実績"))
  }

  @Test("machi progress shows them too, without a table of outlooks that would be empty")
  func progress() throws {
    let scale = try #require(try JudgementScale.builtIn().first)
    let report = try ProgressReport.report(record(), scale: scale)
    let indicators = try #require(report.sections.first { $0.key == "indicators" })
    let status = try #require(indicators.tables.first { $0.key == "status" })
    #expect(status.rows.count { $0.kind != .group } == 9)
    #expect(indicators.tables.allSatisfy { !$0.rows.isEmpty })
    let summary = try #require(report.sections.first { $0.key == "summary" })
    #expect(summary.closing == [])
    #expect(summary.introduction.first?.en.contains("no figures") == true)
    let table = try ProgressReport.indicatorTable([record()], scale: scale)
    #expect(table.rows.count == 9)
  }

  @Test("Charts that draw nothing and tables that say nothing are left out")
  func empty() throws {
    let report = try overall()
    for section in report.sections {
      for table in section.tables {
        #expect(!table.rows.isEmpty, "\(section.key) \(table.key)")
        #expect(table.columns.contains { $0.role == .value }, "\(section.key) \(table.key)")
      }
      for chart in section.charts {
        let points = chart.series.flatMap(\.points)
        #expect(points.contains { $0.value != nil }, "\(chart.key)")
      }
    }
    #expect(!report.sections.contains { $0.key == "population" })
  }

  @Test("Without a file of concepts no theme has a count, but one row has all")
  func themes() throws {
    let section = try #require(overall().sections.first { $0.key == "themes" })
    let table = try #require(section.tables.first { $0.key == "themes" })
    #expect(table.rows.map { $0.cells[0].value } == [.text("none")])
    #expect(table.rows.map { $0.cells[4].text.en } == ["9"])
    #expect(table.rows[0].cells[0].text.ja == "テーマの割当なし")
  }

  @Test("A figure that is not put together as a number is a finding of the audit")
  func malformed() throws {
    let noticed = DocumentAudit(try record()).findings.filter { $0.code == .noticed }
    #expect(noticed.flatMap(\.citations).map(\.printed) == ["4億3,0000万円"])
    #expect(noticed.map(\.severity) == [.warning])
  }
}
