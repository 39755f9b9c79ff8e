import MachiKurabe
import Testing

@Suite("Audit: periods and units that differ")
struct SmallFindingTests {
  private func audit(
    _ placed: PlacedIndicator, figures: [PopulationFigure] = []
  ) throws -> [AuditFinding] {
    let roots = [
      PlanNode(
        level: .plan, title: "計画",
        citation: Citation(document: "sample", line: 1, printed: "計画"),
        indicators: [placed.indicator])
    ]
    let contents = DocumentContents(
      document: "sample",
      plans: [Plan(document: "sample", title: "計画", term: Sample.term, roots: roots)],
      populationFigures: figures)
    return try DocumentAudit(
      MunicipalityRecord(
        municipality: Municipality(
          code: MunicipalityCode("012131"), name: LocalizedText(ja: "見本市", en: "Sample")),
        documents: [contents])
    ).findings
  }

  private func movers(_ period: Period, _ printed: String) -> PopulationFigure {
    PopulationFigure(
      item: .inMigrants, basis: .observed, area: .municipality(name: "見本市"), period: period,
      reading: PrintedFigure(printed).reading,
      citation: Citation(document: "sample", line: 9, cell: 2, printed: printed))
  }

  @Test("A fiscal year against a calendar year is a warning with both, of one kind an error")
  func kindsOfYear() throws {
    let indicator = Sample.indicator("転入者数", actual: [(2020, "300人")])
    let other = try #require(
      audit(indicator, figures: [movers(.calendarYear(2020), "280")])
        .first { $0.code == .contradictsPopulation })
    #expect(other.severity == .warning)
    #expect(other.message.ja.contains("2020年度の値300") && other.message.ja.contains("2020年の280"))
    let both = [movers(.calendarYear(2020), "300"), movers(.fiscalYear(2020), "280")]
    let same = try #require(
      audit(indicator, figures: both).first { $0.code == .contradictsPopulation })
    #expect(same.severity == .error)
  }

  @Test("A unit that changes at an actual figure is told as one at the baseline is")
  func units() throws {
    let finding = try #require(
      audit(
        Sample.indicator(
          baseline: "10人", actual: [(2020, "12人"), (2021, "15件")], target: "20人")
      ).first { $0.code == .unitsDiffer })
    #expect(finding.citations.map(\.printed) == ["15件", "20人"])
    #expect(finding.message.en.contains("at the actual figure of FY2021"))
  }
}
