import MunicipalModel
import PlanAnalysis
import Testing

@Suite("History of indicators in Tomakomai's revision")
struct RevisionHistoryTests {
  let record: MunicipalityRecord
  let history: RevisionHistory

  init() throws {
    record = try #require(
      Published.records().first { $0.municipality.name.en == "Tomakomai" })
    let contents = try #require(record.contents(of: "tomakomai-revision"))
    history = try #require(RevisionHistory(contents))
  }

  private func entry(superseded line: Int) -> IndicatorHistory? {
    history.indicators.first { $0.superseded?.indicator.citation.line == line }
  }

  @Test("All 95 indicators of the superseded edition have a successor or a fate")
  func everyIndicator() {
    let old = history.indicators.filter { $0.superseded != nil }
    #expect(old.count == 95)
    let fates = old.filter { $0.current == nil }
    #expect(fates.allSatisfy { $0.changes == [.replaced] || $0.changes == [.dropped] })
    #expect(history.indicators.filter { $0.current != nil }.count == 104)
  }

  @Test("Raised, lowered, renamed, replaced: by how much and by what")
  func changes() {
    // Line 199: 累計1,450人 → line 192: 累計890人.
    #expect(entry(superseded: 198)?.changes == [.targetLowered(by: ExactDecimal(560))])
    // Line 280: 870件 → line 272: 累計4,500件.
    #expect(
      entry(superseded: 279)?.changes
        == [.targetRaised(by: ExactDecimal(3630)), .accumulationChanged])
    // Line 388: 開設数 → line 378: 設置数.
    #expect(entry(superseded: 388)?.changes == [.renamed])
    // Lines 419 and 422: 登録児童数 and クラブ数 → line 412: 待機児童数.
    #expect(entry(superseded: 419)?.replacements.map(\.indicator.name) == ["待機児童数"])
    #expect(entry(superseded: 422)?.replacements.map(\.indicator.name) == ["待機児童数"])
    // Line 66: 新規創業割合 (%) → line 53: 新規創業件数 (件); the unit rules the similar name out.
    #expect(entry(superseded: 66)?.replacements.map(\.indicator.name) == ["新規創業件数"])
  }

  @Test("The revision's own counts agree, but for the KPIs: 32 stated, 27 marked")
  func statements() {
    // Lines 31–36.
    #expect(history.statements.map(\.stated) == [1, 5, 6, 2, 1, 32])
    #expect(history.statements.map(\.counted) == [1, 5, 6, 2, 1, 27])
  }

  @Test("The difference is listed, with the five new projects that would explain it")
  func differingCount() throws {
    let finding = try #require(
      DocumentAudit(record).findings.first { $0.code == .statedCountDiffers })
    #expect(finding.citations.first?.line == 36)
    #expect(finding.explanation?.en.hasPrefix("32 = 27 + 5") == true)
  }
}

@Suite("Progress of the mayor's pledges")
struct PledgeProgressTests {
  let progress: PledgeProgress

  init() throws {
    let record = try #require(
      Published.records().first { $0.municipality.name.en == "Tomakomai" })
    let plan = try #require(record.plans.first { $0.document == "tomakomai-pledges" })
    progress = try #require(PledgeProgress(plan))
  }

  @Test("Truncation gives every printed average, and the two that the text lacks")
  func visions() {
    // Lines 1439, 1468, 1511, 1521 and 1532 print 49, 31, 44, 47 and 42.
    let printed = progress.visions.map { $0.printed?.reading.value?.description }
    #expect(printed == ["49", "31", nil, nil, "44", "47", "42"])
    // 247÷5 = 49.4, 155÷5 = 31, 123÷5 = 24.6, 261÷5 = 52.2, 223÷5 = 44.6, 235÷5 = 47, 169÷4 = 42.25
    #expect(
      progress.visions.compactMap(\.derived?.description) == [
        "49", "31", "24", "52", "44", "47", "42",
      ])
  }

  @Test("41.2 is the mean of the truncated visions, truncated: 289 ÷ 7 = 41.28…")
  func overall() throws {
    let overall = try #require(progress.overall)
    #expect(overall.printed?.reading.value?.description == "41.2")  // line 1540
    #expect(overall.derived?.description == "41.2")
    #expect(overall.mean.rounded(to: 1, rule: .halfUp)?.description == "41.3")
  }

  @Test("Departments count their measures; each pledge counts once for a department")
  func departments() throws {
    let school = try #require(progress.departments.first { $0.name == "指導室" })
    // 04-1: three, 04-2: two, 04-5: three measures, lines 671–832.
    #expect(school.measures == 8)
    #expect(school.pledges.map(\.number) == ["04-1", "04-2", "04-5"])
    // (63 + 70 + 63) ÷ 3 = 65.33
    #expect(school.mean?.rounded(to: 2, rule: .halfUp)?.description == "65.33")
  }

  @Test("A plan without pledges has no such progress")
  func otherPlan() throws {
    let plan = Plan(document: "x", title: "", roots: [])
    #expect(PledgeProgress(plan) == nil)
  }
}
