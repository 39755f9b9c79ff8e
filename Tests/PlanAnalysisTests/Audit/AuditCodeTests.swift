import MunicipalModel
import PlanAnalysis
import Testing

/// Findings about two documents of one indicator, and about a target that is already passed.
@Suite("Audit: two documents side by side")
struct AuditCodeTests {
  private func plan(_ document: DocumentID, _ indicators: [PlacedIndicator]) -> DocumentContents {
    let root = PlanNode(
      level: .plan, title: "計画",
      citation: Citation(document: document, line: 1, printed: "計画"),
      indicators: indicators.map(\.indicator))
    return DocumentContents(
      document: document,
      plans: [Plan(document: document, title: "計画", term: Sample.term, roots: [root])])
  }

  private func findings(
    _ left: [PlacedIndicator], _ right: [PlacedIndicator] = []
  ) throws -> [AuditFinding] {
    let documents = [plan("report", left)] + (right.isEmpty ? [] : [plan("revision", right)])
    return DocumentAudit(
      MunicipalityRecord(
        municipality: Municipality(
          code: try MunicipalityCode("012131"), name: LocalizedText(ja: "見本市", en: "Sample")),
        documents: documents)
    ).findings
  }

  @Test("The same figure, cumulative in one document only, is a warning with both cells")
  func accumulation() throws {
    let found = try findings(
      [Sample.indicator("起業件数", actual: [(2021, "累計12件")])],
      [Sample.indicator("起業件数", actual: [(2021, "12件")])])
    #expect(found.map(\.code) == [.accumulationDiffers])
    let finding = try #require(found.first)
    #expect(finding.severity == .warning)
    #expect(finding.citations.map(\.printed) == ["累計12件", "12件"])
    #expect(
      finding.message.en == "the actual figure of FY2021 is cumulative in one document only")
    let both = [Sample.indicator("起業件数", actual: [(2021, "累計12件")])]
    #expect(try findings(both, both).isEmpty)
  }

  @Test("Two reasons for no figure differ, which is told without blame")
  func reasons() throws {
    let found = try findings(
      [Sample.indicator("満足度", actual: [(2021, "調査なし")])],
      [Sample.indicator("満足度", actual: [(2021, "算定中")])])
    #expect(found.map(\.code) == [.reasonsDiffer])
    #expect(found.first?.severity == .info)
    #expect(found.first?.citations.map(\.printed) == ["調査なし", "算定中"])
  }

  @Test("Baselines of different years are told with both, those of one year are not")
  func periods() throws {
    func found(_ year: Int) throws -> [AuditFinding] {
      try findings(
        [Sample.indicator("起業件数", baseline: "5件", in: 2018)],
        [Sample.indicator("起業件数", baseline: "5件", in: year)])
    }
    #expect(try found(2018).isEmpty)
    #expect(try found(2019).map(\.code) == [.periodsDiffer])
    #expect(try found(2019).first?.message.en == "the baseline is of FY2018 and of FY2019")
  }

  @Test("An indicator that the other document lacks is named with its cell")
  func unmatched() throws {
    let found = try findings(
      [Sample.indicator("起業件数", target: "10件"), Sample.indicator("待機児童数", target: "0人")],
      [Sample.indicator("起業件数", target: "10件")])
    #expect(found.map(\.code) == [.unmatched])
    #expect(found.first?.severity == .info)
    #expect(found.first?.citations.map(\.printed) == ["待機児童数"])
  }

  @Test(
    "A target is passed by more than its figure, from the baseline's side",
    arguments: [
      ("12件", "10件", true), ("10件", "10件", false), ("8件", "10件", false), ("3件", "2件", false),
    ])
  func targetPassed(actual: String, target: String, isPassed: Bool) throws {
    let found = try findings([
      Sample.indicator("起業件数", baseline: "5件", actual: [(2021, actual)], target: target)
    ]).filter { $0.code == .targetPassed }
    #expect(found.isEmpty != isPassed)
    if let finding = found.first {
      #expect(finding.severity == .info)
      #expect(
        finding.message.en
          == "the actual figure of FY2021, 12, already meets the target of 10")
      #expect(finding.citations.map(\.printed) == ["12件", "10件"])
    }
  }
}
