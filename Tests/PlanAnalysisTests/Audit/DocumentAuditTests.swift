import DocumentReading
import MunicipalModel
import PlanAnalysis
import TestSupport
import Testing

@Suite("Audit of Tomakomai's documents")
struct DocumentAuditTests {
  let record: MunicipalityRecord
  let audit: DocumentAudit

  init() throws {
    record = try #require(
      Published.records().first { $0.municipality.name.en == "Tomakomai" })
    audit = DocumentAudit(record)
  }

  private func plan(_ document: DocumentID) throws -> Plan {
    try #require(record.plans.first { $0.document == document && $0.edition == .current })
  }

  @Test("All 104 indicators of the report match the revision, and none is forced")
  func matches() throws {
    let pair = try #require(audit.matchings.first)
    #expect(pair.matching.matches.count == 104)
    #expect(pair.matching.unmatchedLeft.isEmpty && pair.matching.unmatchedRight.isEmpty)
    #expect(pair.matching.matches.allSatisfy { $0.score > 0.5 && $0.score <= 1 })
    func rule(_ line: Int) -> MatchRule? {
      pair.matching.matches.first { $0.left.indicator.citation.line == line }?.rule
    }
    #expect(rule(212) == .exact)
    #expect(rule(311) == .folded)  // 業務削減時間(年間) / 業務削減時間（年間）
    #expect(rule(495) == .variant)  // Facebook / フェイスブック
    #expect(rule(512) == .variant)  // 支援者数 / 支給者数
    #expect(rule(651) == .variant)  // 出店 / 出展
    #expect(rule(673) == .variant)  // 外資 / 外貿
    #expect(rule(456) == .withoutNotes)  // 観光入込客数（交流人口数）
  }

  /// The indicators are paired here by their order, which is the same in both documents, and every
  /// cell is compared afresh.
  @Test("Every cell that differs between the two documents has a finding that cites both cells")
  func everyDifferenceIsFound() throws {
    let left = try plan("tomakomai-progress").indicators.map(\.indicator)
      .sorted { $0.citation.line < $1.citation.line }
    let right = try plan("tomakomai-revision").indicators.map(\.indicator)
      .sorted { $0.citation.line < $1.citation.line }
    try #require(left.count == right.count)
    var differing = 0
    for (first, second) in zip(left, right) {
      for role in [IndicatorFigure.Role.baseline, .actual, .target] {
        for one in first.figures where one.role == role {
          guard
            let other = second.figures.first(where: {
              $0.role == role && (role != .actual || $0.period == one.period)
            })
          else { continue }
          let isSame = one.reading.value == other.reading.value
          guard !isSame else { continue }
          differing += 1
          let found = audit.findings.contains {
            $0.citations.contains(one.citation) && $0.citations.contains(other.citation)
          }
          #expect(found, "\(one.citation) against \(other.citation)")
        }
      }
    }
    #expect(differing > 0)
  }

  @Test("No finding about a pair of cells is made where the cells agree")
  func noFalseFinding() {
    let codes: [AuditFinding.Code] = [.figuresDiffer, .roundingDiffers, .missingInOne]
    for finding in audit.findings where codes.contains(finding.code) {
      let values = finding.citations.map {
        PrintedFigure($0.printed).reading.value?.description ?? "none"
      }
      #expect(Set(values).count > 1, "\(finding.citations)")
    }
  }

  @Test("One reading explains the other where it can")
  func explanations() throws {
    func finding(_ line: Int, _ code: AuditFinding.Code) -> AuditFinding? {
      audit.findings.first { $0.code == code && $0.citations.contains { $0.line == line } }
    }
    // 累計79人 (line 212) against 累計45人, with 累計34人 the year before.
    #expect(finding(212, .figuresDiffer)?.explanation?.en.hasPrefix("45 = 79 − 34") == true)
    #expect(finding(212, .figuresDiffer)?.severity == .error)
    // 14 (line 257) against 37, with 23 the year before: two ways of counting.
    #expect(finding(257, .figuresDiffer)?.explanation?.en.hasPrefix("37 = 23 + 14") == true)
    #expect(finding(257, .figuresDiffer)?.severity == .warning)
    // 累計3 (line 613) against 17: nothing explains it.
    let plants = try #require(finding(613, .figuresDiffer))
    #expect(plants.explanation == nil)
    // 32 (line 546) is what the superseded edition prints as 累計32組 (revision, line 878).
    #expect(
      finding(546, .figuresDiffer)?.explanation?.en.contains("line 878 \"累計32組\"") == true)
    // 累計3, 累計0, 累計9 (line 546).
    #expect(finding(546, .cumulativeFalls)?.severity == .error)
  }

  @Test("A year without activity is a blank in one document and 0 in the other")
  func cancelledYears() {
    let cancelled = audit.findings.filter { $0.code == .blankAgainstZero && $0.severity == .info }
    // Revision, lines 206, 612, 667, 978, 1022 (中止) and 1200 (運休).
    #expect(
      Set(cancelled.flatMap(\.citations).filter { $0.document == "tomakomai-revision" }.map(\.line))
        == [206, 612, 667, 978, 1022, 1200])
  }

  @Test("An indicator that repeats the population table does so exactly: 6,122 … 6,006")
  func population() {
    let repeats = audit.findings.filter { $0.code == .repeatsPopulation }
    let lines = repeats.flatMap(\.citations).filter { $0.document == "tomakomai-progress" }
    #expect(Set(lines.map(\.line)).isSuperset(of: [103, 105, 106, 107, 455]))
    #expect(!audit.findings.contains { $0.code == .contradictsPopulation })
  }

  @Test("The worst findings stand first, and strict mode sees errors")
  func order() {
    #expect(audit.findings == audit.findings.sorted())
    #expect(audit.findings.first?.severity == .error)
    #expect(audit.hasFindings(from: .error))
  }

  @Test("Iwamizawa's ▲6.4% of line 185 does not follow, and is the figure of 2020")
  func iwamizawa() throws {
    let other = try #require(
      Published.records().first { $0.municipality.name.en == "Iwamizawa" })
    let errors = DocumentAudit(other).findings.filter { $0.severity == .error }
    #expect(errors.map(\.code) == [.doesNotFollow])
    #expect(errors.first?.citations.first?.printed == "▲6.4%")
    #expect(errors.first?.explanation?.en.contains("2020") == true)
  }
}
