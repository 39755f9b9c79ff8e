import MunicipalModel
import PlanAnalysis
import Testing

@Suite("Crosswalk: themes")
struct CrosswalkThemeTests {
  let crosswalk: Crosswalk
  let themes: ThemeMap

  init() throws {
    crosswalk = try CrosswalkSample.builtIn()
    themes = ThemeMap(crosswalk)
  }

  @Test("Every goal and every vision of both cities has a theme, with a reason")
  func complete() {
    for entry in themes.entries {
      #expect(!entry.themes.isEmpty)
      #expect(!entry.reason.ja.isEmpty && !entry.reason.en.isEmpty)
    }
    func count(_ document: DocumentID, _ level: PlanLevel) -> Int {
      themes.entries.count { $0.document == document && $0.placed.node.level == level }
    }
    #expect(count("iwamizawa-progress", .goal) == 4)
    #expect(count("tomakomai-progress", .goal) == 4)
    #expect(count("tomakomai-outline", .goal) == 4)
    #expect(count("tomakomai-pledges", .vision) == 7)
  }

  @Test("The themes' counts add up to the plans")
  func sums() throws {
    for (code, document) in [
      (CrosswalkSample.iwamizawa, DocumentID("iwamizawa-progress")),
      (CrosswalkSample.tomakomai, "tomakomai-progress"),
    ] {
      let record = try #require(
        CrosswalkSample.records().first { $0.municipality.code == code })
      let plan = try #require(record.contents(of: document)?.plans.first)
      let summaries = crosswalk.taxonomy.themes.compactMap {
        themes.summary($0.id, of: code)
      }
      #expect(
        summaries.reduce(0) { $0 + $1.projects }
          == plan.nodes.count { $0.node.level == .project })
      #expect(summaries.reduce(0) { $0 + $1.indicators } == plan.indicators.count)
      for summary in summaries {
        #expect(summary.judged <= summary.indicators)
        #expect((summary.medianPace == nil) == (summary.judged == 0))
      }
    }
    let pledges = crosswalk.taxonomy.themes.compactMap {
      themes.summary($0.id, of: CrosswalkSample.tomakomai)?.pledges
    }
    #expect(pledges.reduce(0, +) == 34)
  }

  @Test(
    "What is named itself leaves the theme of the goal above",
    arguments: [
      ("tomakomai-progress", "防災体制の充実", "living"),
      ("tomakomai-progress", "国際リゾートの形成", "migration"),
      ("tomakomai-progress", "縁結びコーディネート機能の充実", "childcare"),
      ("iwamizawa-progress", "共生のまちづくり推進事業", "living"),
    ])
  func exceptions(document: String, title: String, theme: String) throws {
    let entry = try #require(
      themes.entries.first {
        $0.document.rawValue == document && $0.placed.node.title == title
      })
    #expect(entry.themes.first == theme)
  }

  /// Measure 18 without 国際リゾートの形成 (4), measure 19 (3), and 防災体制の充実: 8 projects of goal 4.
  @Test("A project counts for the nearest node that is named, not for the goal")
  func nearest() throws {
    let living = try #require(themes.summary("living", of: CrosswalkSample.tomakomai))
    #expect(living.projects == 8)
    // 防災備蓄; MaaS, two of 防災情報, スピーカー, ごみ; three of zero carbon.
    #expect(living.indicators == 9)
  }

  /// The pledges of vision 07: 46, 32, 51 and 40 (lines 1198, 1254, 1300, 1366); the median is 43.
  @Test("The pledges' progress is the median of what they print")
  func pledges() throws {
    let summary = try #require(
      themes.summary("administration", of: CrosswalkSample.tomakomai))
    #expect(summary.pledges == 4)
    #expect(summary.medianPledgeProgress == 43)
    #expect(summary.projects == 0)
    #expect(themes.summary("administration", of: CrosswalkSample.iwamizawa) == nil)
  }
}
