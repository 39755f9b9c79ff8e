import MachiKurabe
import Testing

@Suite("Report of machi progress")
struct ProgressReportTests {
  private let records: [MunicipalityRecord]
  private let scale: JudgementScale

  init() throws {
    records = try MunicipalityRecord.builtIn()
    scale = try JudgementScale.builtIn("pro-rata")
  }

  private func tomakomai() throws -> MunicipalityRecord {
    try #require(records.first { $0.municipality.code.sixDigits == "012131" })
  }

  @Test("One row an indicator, 104 and 56, with unique lines and stable words")
  func table() throws {
    let table = try ProgressReport.indicatorTable(records, scale: scale)
    #expect(table.rows.count == 160)
    func column(_ name: String) throws -> [String] {
      let index = try #require(table.columns.firstIndex { $0.name == name })
      return table.rows.map { $0[index] }
    }
    #expect(Set(table.columns.map(\.name)).count == table.columns.count)
    let keys = zip(try column("document"), try column("line")).map { "\($0):\($1)" }
    #expect(Set(keys).count == 160)
    for (index, known) in table.columns.enumerated() where !known.choices.isEmpty {
      for row in table.rows where !row[index].isEmpty {
        #expect(known.choices.contains(row[index]), "\(known.name)")
      }
    }
    for (index, known) in table.columns.enumerated() where known.kind != .string {
      for row in table.rows where !row[index].isEmpty {
        #expect(ExactDecimal(row[index]) != nil, "\(known.name) \(row[index])")
      }
    }
  }

  @Test("A measure has a value or a reason, and a grade or a reason, never both")
  func valueOrReason() throws {
    let table = try ProgressReport.indicatorTable(records, scale: scale)
    func index(_ name: String) throws -> Int {
      try #require(table.columns.firstIndex { $0.name == name })
    }
    let pairs = [
      ("achievement", "achievement_gap"), ("progress", "progress_gap"), ("pace", "pace_gap"),
      ("required_per_year", "required_per_year_gap"), ("forecast", "forecast_gap"),
      ("growth_ratio", "growth_gap"), ("grade", "not_judged"),
    ]
    for (name, reason) in pairs {
      let (value, gap) = (try index(name), try index(reason))
      for row in table.rows {
        #expect(row[value].isEmpty != row[gap].isEmpty, "\(name) of \(row)")
      }
    }
  }

  /// 新規雇用創出数, line 212: 累計148人 of 累計230人 after three of five years; 148 ÷ 230 ÷ 0.6 = 1.0725.
  @Test("A measure says how it was computed")
  func description() throws {
    let plan = try #require(
      tomakomai().leadingPlan)
    let placed = try #require(plan.indicators.first)
    let pace = try #require(IndicatorProgress(of: placed, term: plan.term).pace.defined)
    #expect("\(pace)" == "148 ÷ 230 ÷ (3/5) = 1.07")
  }

  @Test("The document can be chosen; one that is not there gives no rows")
  func document() throws {
    let revision = try ProgressReport.indicatorTable(
      records, document: "tomakomai-revision", scale: scale)
    #expect(revision.rows.count == 104)
    let none = try ProgressReport.indicatorTable(records, document: "nowhere", scale: scale)
    #expect(none.rows.isEmpty)
    let report = try ProgressReport.report(records, document: "nowhere", scale: scale)
    #expect(
      report.sections.map(\.key) == ["summary", "indicators", "notes", "corrections", "pledges"])
  }

  @Test("The overview fits a wide terminal, and says what was judged", arguments: Language.allCases)
  func overview(language: Language) throws {
    let record = try tomakomai()
    let report = try ProgressReport.report(record, scale: scale)
    let text = ReportFormat.text.renderer(language: language).render(report)
    let width = DisplayWidth()
    let longest = text.split(separator: "\n").map { width.columns(of: String($0)) }.max() ?? 0
    #expect(longest <= 200)
    let status = report.sections.flatMap(\.tables).first { $0.key == "status" }
    let rows = try #require(status).rows.filter { $0.kind == .normal }
    #expect(rows.count == 104)
  }

  @Test("The full report has every measure with its formula and its cells")
  func full() throws {
    let record = try tomakomai()
    let report = try ProgressReport.report(record, scale: scale, detail: .full)
    let table = try #require(
      report.sections.flatMap(\.tables).first { $0.key == "progress" })
    let line = try #require(table.columns.firstIndex { $0.key == "line" })
    let pace = try #require(table.columns.firstIndex { $0.key == "pace" })
    let row = try #require(table.rows.first { $0.cells[line].value == .integer(212) })
    #expect(row.cells[pace].formula?.en == "148 ÷ 230 ÷ (3/5)")
    #expect(row.cells[pace].sources.map(\.printed).contains("累計148人"))
    #expect(ReportFormat.json.renderer(language: .japanese).render(report).hasPrefix("{"))
  }

  @Test("The three readings of the vacancies are in the report with their cells")
  func readings() throws {
    let record = try tomakomai()
    let report = try ProgressReport.report(record, scale: scale)
    let text = ReportFormat.text.renderer(language: .japanese).render(report)
    for words in ["23 + 14 + 24", "37 = 23 + 14", "61.0%", "tomakomai-revision:120"] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test("A user's scale is used throughout")
  func ownScale() throws {
    let own = try JudgementScale(
      id: "half", name: LocalizedText("half"), measure: .progress,
      grades: [
        JudgementScale.Grade(id: "over", label: LocalizedText("over"), from: 50),
        JudgementScale.Grade(id: "under", label: LocalizedText("under"), below: 50),
      ])
    let table = try ProgressReport.indicatorTable(records, scale: own)
    let grade = try #require(table.columns.firstIndex { $0.name == "grade" })
    #expect(Set(table.rows.map { $0[grade] }) == ["over", "under", ""])
  }
}
