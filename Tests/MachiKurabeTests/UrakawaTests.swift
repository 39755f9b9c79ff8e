import MachiKurabe
import TestSupport
import Testing

/// Urakawa (浦河町), an excerpt of its strategy of 2016, added by data alone.
@Suite("Urakawa, without Swift of its own")
struct UrakawaTests {
  private let path = RepositoryFolder.municipality("Urakawa")

  private func record() throws -> MunicipalityRecord {
    try MunicipalityFolder(path: path).municipality.record()
  }

  @Test("Every name and figure is cited, and what is malformed is known")
  func contract() throws {
    try checkAdapter(
      MunicipalityFolder(path: path).municipality, malformed: ["4億3,0000万円"])
  }

  /// The figures as the strategy prints them; 2億396万 = 20396万.
  @Test("The goals, the indicators and their figures are those of the document")
  func figures() throws {
    let record = try record()
    #expect(record.municipality.code.sixDigits == "016071")
    let plan = try #require(record.documents.first?.plans.first)
    #expect(
      plan.roots.map { "\($0.number) \($0.title)" } == [
        "1 競争力のある産業振興による活力あるまちづくり", "2 潜在価値と魅力を活かした選ばれるまちづくり",
      ])
    #expect(plan.roots.map(\.indicators.count) == [6, 3])
    let figures = plan.indicators.map { placed in
      let values = placed.indicator.figures.map {
        "\($0.role.rawValue) \($0.reading.quantity.map { "\($0.value)\($0.unit)" } ?? "-")"
      }
      return ([placed.indicator.name] + values).joined(separator: " ")
    }
    #expect(
      figures == [
        "いちご生産額 baseline 20396万円 target -", "新規雇用者数 baseline - target 50人",
        "新規創業件数 baseline - target 10件", "新規就農者数 baseline 1.4人/年 target 4組/年",
        "給食での地場産物利用率 baseline 33% target 38%", "商品開発数 baseline 1.2件/年 target 2件/年",
        "転入者数 baseline 715人 target 950人", "交流人口数 baseline 3324人 target 5000人",
        "移住者数 baseline 11.4人/年 target 17人/年",
      ])
    let values = plan.indicators.flatMap(\.indicator.figures).compactMap(\.reading.value)
    #expect(values.count == 15)
  }

  @Test("The malformed target has no value and is reported with its cell")
  func malformedTarget() throws {
    let note = try #require(
      record().documents.first?.diagnostics.first { $0.code == "malformed-number" })
    #expect(note.citation.line == 6 && note.citation.cell == 3)
    #expect(note.citation.printed == "4億3,0000万円")
  }

  @Test("A unit that changes from the baseline to the target is reported, not compared")
  func changedUnit() throws {
    let record = try record()
    let finding = try #require(
      DocumentAudit(record).findings.first { $0.code == .unitsDiffer })
    #expect(finding.citations.map(\.printed) == ["1.4人/年", "4組/年"])
    let plan = try #require(record.documents.first?.plans.first)
    let indicators = plan.indicators
    let farmers = try #require(indicators.first { $0.indicator.name == "新規就農者数" })
    let progress = IndicatorProgress(of: farmers, term: plan.term)
    #expect(progress.aim.kind == .unknown)
    #expect(throws: FigureGap.self) { try progress.start.get() }
    let movers = try #require(indicators.first { $0.indicator.name == "転入者数" })
    let comparable = IndicatorProgress(of: movers, term: plan.term)
    #expect(comparable.aim.kind == .improvement)
    #expect(try comparable.start.get().value == ExactDecimal(715))
  }

  @Test("The check finds what is odd, by file and line, and no error")
  func check() throws {
    let check = MunicipalityCheck(path: path)
    #expect(!check.hasErrors)
    #expect(
      check.findings.map { "\($0.severity.rawValue) \($0.code) \($0.file):\($0.line ?? 0)" }
        == [
          "warning no-term municipality.json:6",
          "warning malformed-number urakawa-strategy.txt:6",
          "warning units-differ urakawa-strategy.txt:11", "info excerpt urakawa-strategy.txt:1",
        ])
  }
}
