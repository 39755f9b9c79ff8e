import MachiKurabe
import Testing

@testable import Rendering
@testable import Reports

@Suite("The report of machi ages")
struct AgeSocialChangeReportTests {
  let records: [MunicipalityRecord]
  let analyses: [CohortAnalysis]

  init() throws {
    records = try MunicipalityRecord.builtIn()
    analyses = try CohortAnalysis.members(
      of: records.flatMap(\.censusPopulations), from: 2010, to: 2015, method: .forward)
  }

  private func section(_ key: String, detail: AgeSocialChangeReport.Detail = .overview) throws
    -> ReportSection
  {
    let report = try AgeSocialChangeReport.report(analyses, records: records, detail: detail)
    return try #require(report.sections.first { $0.key == key })
  }

  private func cells(_ table: ReportTable, _ keys: [String]) -> [ReportCell]? {
    table.rows.first { row in
      row.kind != .group && row.cells.prefix(keys.count).map(\.value) == keys.map { .text($0) }
    }?.cells
  }

  /// By hand from the census (国勢調査) and 完全生命表, men of Tomakomai of 15–19 in 2010:
  /// 4,417 × 84,687 ÷ 84,646 = 4,419.139; 3,640 × 84,605 ÷ 84,105 = 3,661.640; S = 0.997834.
  /// Net 3,661.640 − 4,409.567 = −747.93; ÷ 4,419.139 = −16.92 %; ÷ 173,320 = −0.43 points.
  @Test func `A row by hand`() throws {
    let table = try #require(try section("ages").tables.first { $0.key == "male" })
    let row = try #require(cells(table, ["20-24", "15-19"]))
    let columns = table.columns.map(\.key)
    func text(_ key: String) throws -> String {
      row[try #require(columns.firstIndex(of: key))].text.en
    }
    #expect(try text("net_012131") == "-748")
    #expect(try text("rate_012131") == "-16.92")
    #expect(try text("contribution_012131") == "-0.43")
  }

  /// tomakomai-progress, line 74 prints −0.02 %, of 20～30歳代; met within 0.01 points on one base only.
  @Test func `Both readings of the published rate, and the base that it has`() throws {
    let section = try section("young_adults")
    let table = try #require(section.tables.first)
    let census = try #require(cells(table, ["012131", "census"]))
    let base = try #require(cells(table, ["012131", "projection_base_2018"]))
    #expect(census[2...4].map(\.text.en) == ["-0.218", "+2.705", "-0.02"])
    #expect(base[2...4].map(\.text.en) == ["-0.026", "+2.848", "-0.02"])
    #expect(base[4].sources.map(\.description) == ["tomakomai-progress:74 \"-0.02%\""])
    let conclusion = try #require(section.closing.first)
    #expect(section.closing.count == 1)
    #expect(conclusion.en.contains("age at the end") && conclusion.en.contains("-0.026%"))
    #expect(conclusion.ja.contains("期末年齢") && conclusion.ja.contains("差 -0.006ポイント"))
  }

  /// Invented: 1,000 boys and 1,000 girls born in each city.
  @Test func `The difference of two cities has a row of those born in the period`() throws {
    let ages = try AgeClassification([#require(AgeGroup(0, through: 4))])
    let born = try AgeTable(
      .births, period: .span(.calendarYear(2010), .calendarYear(2015)), ages: ages,
      columns: [AgeTable.Column(.male, [1_000]), AgeTable.Column(.female, [1_000])])
    let births = try records.map { record in
      try #require(
        CitedAgeTable(
          municipality: record.municipality.code, statistic: .census, table: born,
          citations: [2, 3].map { Citation(document: "births", line: $0, printed: "1000") },
          notReportedCitations: [nil, nil]))
    }
    let own = try CohortAnalysis.members(
      of: records.flatMap(\.censusPopulations), from: 2010, to: 2015, method: .forward,
      births: births)
    let report = try AgeSocialChangeReport.report(own, records: records)
    let table = try #require(report.sections.first { $0.key == "difference" }?.tables.first)
    #expect(table.rows.first?.cells.first?.value == .text("birth"))
    let total = try #require(table.rows.last?.cells.last?.value)
    let difference = own[0].totalRate - own[1].totalRate
    #expect(total == .decimal(try #require(ExactDecimal(rounding: difference, to: 3))))
    let basis = try #require(report.sections.first { $0.key == "basis" }).introduction
    let told = try #require(basis.map(\.en).first { $0.hasPrefix("Births: 2010–2015, ") })
    #expect(told.hasSuffix(" (births:2-3)."))
  }

  @Test func `Contributions of a table add up to the total`() throws {
    for analysis in analyses {
      #expect(analysis.rows.reduce(0) { $0 + $1.contribution } == analysis.totalRate)
    }
    let table = try #require(try section("difference").tables.first)
    let total = try #require(cells(table, ["total"]))
    let expected = analyses[0].totalRate - analyses[1].totalRate
    #expect(total[3].value == ExactDecimal(rounding: expected, to: 3).map { .decimal($0) })
  }

  @Test(arguments: Language.allCases)
  func `Text has aligned bars in both languages`(language: Language) throws {
    let text = TextRenderer(language: language)
      .render(try AgeSocialChangeReport.report(analyses, records: records))
    let width = DisplayWidth()
    let lines = text.split(separator: "\n").filter { $0.contains("│") }
    #expect(lines.count == 3 * 18)
    let axes = Set(
      lines.map { line in
        width.columns(of: String(line[..<(line.firstIndex(of: "│") ?? line.endIndex)]))
      })
    // Each table has its own widths; the rows of one table share their axis.
    #expect(axes.count <= 3)
    #expect(!text.contains("nil") && !text.contains("nan"))
  }

  @Test func `Bars fill a side at the largest rate and keep their width`() {
    let bar = DivergingBar([-20, 10, 0.01, nil])
    #expect(bar.text(-20) == "████████│        ")
    #expect(bar.text(10) == "        │████    ")
    #expect(bar.text(-1.3) == "       ▐│        ")
    #expect(bar.text(1.3) == "        │▌       ")
    #expect(bar.text(nil) == "        │        ")
    #expect(bar.text(.infinity) == bar.text(0))
    #expect(DivergingBar([]).text(5) == bar.text(0))
  }

  @Test func `CSV has one row an age with stable codes and the cells`() throws {
    let table = AgeSocialChangeReport.table(analyses, records: records)
    #expect(
      table.columns.map(\.name) == [
        "municipality_code", "municipality", "method", "statistic", "period_start", "period_end",
        "age_not_reported", "life_tables", "sex", "age_at_start", "age_at_end",
        "population_at_start", "expected_survivors", "population_at_end", "net", "rate",
        "contribution", "cohort_change_ratio", "sources",
      ])
    #expect(table.rows.count == 2 * 3 * 18)
    let row = try #require(
      table.rows.first { $0[0] == "012131" && $0[8] == "male" && $0[10] == "20-24" })
    #expect(
      row[2...9] == [
        "forward", "国勢調査（総務省統計局）", "2010-10-01", "2015-10-01", "proportional_within_sex",
        "2010;2015",
        "male", "15-19",
      ])
    #expect(row[11] == "4419.139" && row[13] == "3661.64")
    #expect(
      row[18] == "tomakomai-population-by-age:47:6;tomakomai-population-by-age:90:6;"
        + "tomakomai-population-by-age:63:6;tomakomai-population-by-age:105:6;"
        + "japan-survival-ratios:6:6;japan-survival-ratios:46:6")
    let keys = Set(table.rows.map { [$0[0], $0[8], $0[10]] })
    #expect(keys.count == table.rows.count)
  }

  @Test func `JSON has the cells of every figure`() throws {
    let table = try #require(try section("cohorts", detail: .full).tables.first)
    let net = try #require(table.columns.firstIndex { $0.key == "net" })
    #expect(table.rows.allSatisfy { $0.cells[net].sources.count >= 4 })
  }

  @Test func `The chart says the same as the table`() throws {
    let chart = AgeSocialChangeReport.chart(analyses, records: records, sex: .male)
    #expect(chart.kind == .divergingBar && chart.startsAtBottom)
    #expect(chart.series.map(\.label.en) == ["Iwamizawa", "Tomakomai"])
    let index = try #require(chart.categories.firstIndex { $0.label.en == "20–24" })
    #expect(chart.series[1].points[index].text.en == "-16.92")
    #expect(chart.summary.en.contains("Tomakomai: lowest at 20–24, -16.92"))
  }

  @Test func `One municipality alone has no difference`() throws {
    let report = try AgeSocialChangeReport.report([analyses[0]], records: [], sexes: [.female])
    #expect(report.sections.map(\.key) == ["basis", "ages", "spans", "young_adults"])
    #expect(report.title.en.hasSuffix("012106"))
  }
}
