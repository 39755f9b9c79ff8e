import MachiKurabe
import Testing

struct OverallReportTests {
  private static func input(_ records: [MunicipalityRecord]) throws -> OverallReport.Input {
    OverallReport.Input(
      records: records, conceptNotes: try MachiKurabe.conceptNotes(),
      scale: try #require(try JudgementScale.builtIn().first), documentTitles: [:])
  }

  private static let report = Result {
    try OverallReport.report(input(MachiKurabe.records()))
  }

  @Test func answersWhoLosesPeopleByMoving() throws {
    let report = try Self.report.get()
    let overview = try #require(report.sections.first)
    // Iwamizawa prints a loss in every year from 2015 to 2021, Tomakomai in 2020 and 2022.
    #expect(overview.introduction.first?.en.hasPrefix("In 2021 Iwamizawa lost the most") == true)
    let rows = try #require(overview.tables.first).rows
    #expect(
      rows.map { $0.cells[5].text.en } == ["every year, 2015–2021", "2020, 2022 (of 2018–2022)"])
    #expect(rows.allSatisfy { !$0.cells[5].sources.isEmpty })
  }

  @Test func chartsOfRatesHaveOneScale() throws {
    let report = try Self.report.get()
    let charts = report.sections.flatMap(\.charts).filter { $0.key.hasPrefix("rate_") }
    #expect(charts.count == 3)
    #expect(Set(charts.map(\.axisReaches)).count == 1)
  }

  @Test func everyChartPointStandsInATableOfItsSection() throws {
    for section in try Self.report.get().sections where section.key == "population" {
      let cells = Set(section.tables.flatMap { $0.rows.flatMap { $0.cells.map(\.text) } })
      for point in section.charts.flatMap({ $0.series.flatMap(\.points) }) where point.value != nil
      {
        #expect(cells.contains(point.text))
        #expect(!point.sources.isEmpty)
      }
    }
  }

  @Test func everyIndicatorStandsInOneTheme() throws {
    let records = try MachiKurabe.records()
    let section = try #require(
      try Self.report.get().sections.first { $0.key == "progress_by_theme" })
    let cited = section.tables.flatMap { $0.rows.compactMap { $0.cells[1].sources.first } }
    let judged = records.compactMap { $0.plansWithActualFigures.first }
      .flatMap { $0.indicators.map(\.indicator.citation) }
    #expect(cited.count == judged.count)
    #expect(Set(cited) == Set(judged))
  }

  @Test func oneMunicipalityOrNoneIsAReport() throws {
    for record in try MachiKurabe.records() {
      let report = try OverallReport.report(Self.input([record]))
      #expect(report.sections.count > 5)
    }
    let empty = try OverallReport.report(Self.input([]))
    #expect(HTMLRenderer(language: .japanese).render(empty).contains("</html>"))
  }

  @Test func chartFilesAreNamedOnce() throws {
    let report = try Self.report.get()
    let files = ChartFiles.files(report, language: .english)
    #expect(files.count == 2 * report.sections.flatMap(\.charts).count)
    #expect(Set(files.map(\.name)).count == files.count)
    let markdown = MarkdownRenderer(language: .english, chartFolder: "charts").render(report)
    for file in files where file.name.hasSuffix(".svg") {
      #expect(markdown.contains("](charts/\(file.name))"))
    }
  }
}
