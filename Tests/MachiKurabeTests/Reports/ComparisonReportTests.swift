import MachiKurabe
import Testing

@Suite("The comparison of the cities")
struct ComparisonReportTests {
  let report: Report

  init() throws { report = ComparisonReport.report(try MunicipalityRecord.builtIn()) }

  private func table(_ key: String) throws -> ReportTable {
    try #require(report.sections.flatMap(\.tables).first { $0.key == key })
  }

  /// The texts of the first row whose first cells have some values.
  private func row(_ key: String, _ values: String...) throws -> [String] {
    let row = try #require(
      try table(key).rows.first { row in
        zip(row.cells, values).allSatisfy { $0.value == .text($1) }
      })
    return row.cells.dropFirst(values.count).map(\.text.en)
  }

  /// By hand: −733 ÷ 82,823 = −0.885 %; −616 ÷ (171,811 + 562) = −0.357 %; 188 ÷ 171,811 = 0.109 %;
  /// (78,112 − 79,352) ÷ 79,352 = −1.563 %; −677 ÷ 170,205 = −0.398 %; −0.8850 + 0.3574 = −0.5276.
  @Test func `Rates are those computed by hand`() throws {
    #expect(
      try row("rates", "natural_change", "012106") == ["-0.89", "-0.97", "-0.89", "-1.12"])
    #expect(
      try row("rates", "natural_change", "012131") == ["-0.36", "-0.45", "-0.48", "-0.54"])
    #expect(try row("rates", "social_change", "012106") == ["-0.38", "-0.70", "-0.42", "-0.44"])
    #expect(try row("rates", "social_change", "012131") == ["+0.03", "+0.11", "-0.13", "+0.14"])
    #expect(try row("rates", "total_change", "012106") == ["-1.26", "-1.67", "-1.32", "-1.56"])
    #expect(try row("rates", "total_change", "012131") == ["-0.33", "-0.33", "-0.61", "-0.40"])
    #expect(
      try row("rates", "natural_change", "012106-012131") == ["-0.53", "-0.52", "-0.41", "-0.59"])
  }

  /// 78,112 ÷ 81,778 = 95.5 %; 1,051 ÷ 1,243 = 84.6 %. Other change of Tomakomai is the document's.
  @Test func `Ranks, index numbers and other change`() throws {
    #expect(try row("ranks", "social_change", "012131") == ["1", "1", "1", "1"])
    #expect(try row("ranks", "social_change", "012106") == ["2", "2", "2", "2"])
    #expect(try row("indices", "closing_stock", "012106") == ["100.0", "98.3", "97.0", "95.5"])
    #expect(try row("indices", "births", "012131") == ["100.0", "92.2", "92.7", "84.6"])
    #expect(try row("counts", "other_change", "012131") == ["2", "24", "6", "0"])
    #expect(try row("counts", "deaths", "012106") == ["1,166", "1,169", "1,089", "1,220"])
  }

  @Test func `Fertility and ageing are as printed, and what is not printed says so`() throws {
    #expect(
      try row("total_fertility_rate", "岩見沢市")
        == ["1.27", "1.25", "1.21", "1.26", "1.14", "1.18", "being computed"])
    #expect(
      try row("total_fertility_rate", "全国")
        == ["1.45", "1.44", "1.43", "1.42", "1.36", "1.33", "not printed"])
    #expect(try row("ageing_rate", "012131").dropFirst().first == "28.29")
    #expect(try row("ageing_rate", "012106").first == "27.8")
    let none = try table("ageing_rate").rows.flatMap(\.cells).filter { $0.text.en == "not printed" }
    #expect(none.allSatisfy { $0.value == .none(reason: "not_printed") })
    #expect(none.count == 7)
  }

  @Test func `Goals, measures, projects and indicators are counted`() throws {
    #expect(
      try row("plan_counts", "012106", "iwamizawa-progress", "current")
        == ["FY2020–FY2024", "4", "0", "0", "0", "10", "29", "14", "42", "5"])
    #expect(
      try row("plan_counts", "012131", "tomakomai-revision", "superseded").suffix(3)
        == ["10", "85", "0"])
  }

  @Test func `Every figure has its sources or says how it was computed`() throws {
    var count = 0
    for table in report.sections.flatMap(\.tables) {
      for cell in table.rows.flatMap(\.cells) {
        switch cell.value {
        case .integer, .decimal:
          count += 1
          #expect(!cell.sources.isEmpty || cell.formula != nil, "\(table.key): \(cell.text.en)")
        case .text, .none: break
        }
      }
    }
    #expect(count > 250)
  }

  @Test func `English has no Japanese but names, and no text is without a translation`() throws {
    for table in report.sections.flatMap(\.tables) {
      for label in [table.caption] + table.columns.map(\.label) + table.notes {
        #expect(label.en.unicodeScalars.allSatisfy { $0.value < 0x3000 }, "\(label.en)")
        #expect(!label.ja.isEmpty && !label.en.isEmpty)
      }
    }
    for table in report.sections.flatMap(\.tables)
    where !["corrections", "diagnostics"].contains(table.key) {
      for cell in table.rows.flatMap(\.cells) {
        #expect(cell.text.en.unicodeScalars.allSatisfy { $0.value < 0x3000 }, "\(cell.text.en)")
      }
    }
  }

  @Test func `Both languages have the same rows`() {
    for format in [ReportFormat.text, .markdown] {
      let japanese = format.renderer(language: .japanese).render(report)
      let english = format.renderer(language: .english).render(report)
      func tables(_ text: String) -> Int {
        text.split(separator: "\n").count { $0.hasPrefix("|") || $0.hasPrefix("---") }
      }
      #expect(tables(japanese) == tables(english))
    }
    let csv = ReportFormat.csv
    #expect(
      csv.renderer(language: .japanese).render(report).split(separator: "\n").count
        == csv.renderer(language: .english).render(report).split(separator: "\n").count)
  }

  @Test func `One city alone, or none, gives a report that says there is nothing to compare`()
    throws
  {
    let records = try MunicipalityRecord.builtIn()
    for part in [Array(records.prefix(1)), []] {
      let report = ComparisonReport.report(part)
      let dynamics = try #require(report.sections.first)
      #expect(dynamics.tables.isEmpty)
      #expect(!dynamics.closing.isEmpty)
      #expect(!report.sections.flatMap(\.closing).contains { $0.en.contains("differ") })
    }
  }
}
