import MachiKurabe
import Testing

struct OverallReportTests {
  private static func input(
    _ records: [MunicipalityRecord], projections: ProjectionStudies = ProjectionStudies()
  ) throws -> OverallReport.Input {
    OverallReport.Input(
      records: records, conceptNotes: try ConceptNotes.builtIn(),
      scale: try #require(try JudgementScale.builtIn().first), documentTitles: [:],
      projections: projections)
  }

  private static let report = Result {
    try OverallReport.report(input(MunicipalityRecord.builtIn()))
  }

  private static let reportWithProjections = Result {
    let records = try MunicipalityRecord.builtIn()
    return try OverallReport.report(
      input(records, projections: ProjectionStudies(of: records)))
  }

  @Test func answersWhoLosesPeopleByMoving() throws {
    let report = try Self.report.get()
    let overview = try #require(report.sections.first)
    // Iwamizawa prints a loss in every year from 2015 to 2021, Tomakomai in 2020 and 2022.
    #expect(overview.introduction.first?.en.hasPrefix("In 2021 Iwamizawa lost the most") == true)
    let rows = try #require(overview.tables.first { $0.key == "overview" }).rows
    #expect(
      rows.map { $0.cells[5].text.en } == [
        "every year since the data begin (2015–2021)", "2020, 2022 (of 2018–2022)",
      ])
    #expect(rows.allSatisfy { !$0.cells[5].sources.isEmpty })
  }

  /// The first screen answers in sentences; each of them has its cells.
  @Test func answersTheQuestionsOfAReader() throws {
    let overview = try #require(try Self.report.get().sections.first)
    let table = try #require(overview.tables.first)
    #expect(table.key == "answers")
    let groups = table.rows.filter { $0.kind == .group }.map { $0.cells[0].value }
    #expect(groups == ["moving", "ages", "behind", "contradictions"].map { .text($0) })
    let answers = table.rows.filter { $0.kind != .group }.map { $0.cells[1] }
    #expect(answers.count == 8)
    #expect(answers.allSatisfy { !$0.sources.isEmpty })
    // iwamizawa-progress:183: ▲349 in 2021, of 79,352 at the end of 2020 (line 185).
    #expect(
      answers[0].text.en
        == "In 2021 349 more moved out than in, 0.44% of the population. "
        + "Years of loss by moving: every year since the data begin (2015–2021).")
    #expect(answers[0].sources.contains { $0.line == 183 && $0.printed == "▲349" })
    #expect(
      answers[2].text.en.hasPrefix("Net migrants 2010–2015, by age at the end: -1,019 of 20–24"))
    #expect(
      answers[4].text.en.hasPrefix(
        "Of 56 indicators: 16 steady, 9 mostly steady, 17 needs improvement"))
    // 利用者数 of what? tomakomai-progress:654 names the project. −243 % is the slowest that is not extreme:
    // 登録会員数 is at −451 %.
    #expect(answers[5].text.ja.contains("「サロン利用者数（外国人相談窓口設置）」"))
    #expect(!answers[5].text.ja.contains("登録会員数"))
    // The one figure of Iwamizawa that does not follow: ▲6.4 % at line 185.
    #expect(answers[6].text.en.hasPrefix("1 error, 0 warnings. "))
    #expect(answers[6].text.en.contains("published -6.4, computed -7.9"))
    #expect(answers[6].text.en.hasSuffix("(iwamizawa-progress:185)."))
  }

  /// One sentence a question; the mean of -1.26, -1.67, -1.32, -1.56 is -1.45, that of -0.33, -0.33, -0.61,
  /// -0.40 is -0.42 (iwamizawa-progress:185, tomakomai-progress:103–106).
  @Test func theFirstChapterComparesInSentences() throws {
    let report = try Self.reportWithProjections.get()
    let first = try #require(report.chapters.first)
    #expect(
      first.answers.first?.text.ja == "年平均で、岩見沢市は人口の約1.5%の減、苫小牧市は人口の約0.4%の減（2018～2021年）。")
    #expect(
      first.answers.map(\.chapter) == [
        "population", "population", "population", "ages", "progress", "contradictions", "shared",
      ])
    #expect(first.answers.dropLast().allSatisfy { !$0.sources.isEmpty })
    let keys = Set(report.chapters.map(\.key))
    #expect(first.answers.allSatisfy { $0.chapter.map(keys.contains) ?? false })
    // iwamizawa-progress:179 and 183–185 and tomakomai-progress:106 print the figures of 2021.
    let cards = try #require(first.cards)
    #expect(
      cards.rows.map { $0.cells.map(\.text.ja)[1...4].joined(separator: " ") } == [
        "78,112人 -1,240人（-1.56%） -891人（-1.12%） -349人（-0.44%）",
        "169,528人 -677人（-0.40%） -911人（-0.54%） +234人（+0.14%）",
      ])
    #expect(first.chart?.key == "rate_total_change")
    #expect(report.chapters.flatMap { $0.parts.map(\.section) } == report.sections)
  }

  /// Every line of a chart is drawn in the colour of its town, and a projection has four lines at most.
  @Test func chartsSayWhatTheyFound() throws {
    let report = try Self.reportWithProjections.get()
    let charts = report.sections.flatMap(\.charts)
    #expect(charts.count { $0.finding != nil } > 15)
    for chart in charts where chart.kind == .line {
      #expect(chart.series.count { $0.isJoined } <= 4, "\(chart.key)")
    }
    for chart in charts where chart.key.hasSuffix("012131") && chart.kind != .heatMap {
      #expect(chart.colour == 1, "\(chart.key)")
    }
  }

  /// A number is cited by itself, by its row, or by its whole table; the table's basis says how it came.
  @Test func everyFigureIsCited() throws {
    let report = try Self.reportWithProjections.get()
    var figures = 0
    for table in report.sections.flatMap(\.tables) {
      if let basis = table.basis {
        #expect(!basis.formula.ja.isEmpty && !basis.sources.isEmpty, "\(table.key)")
      }
      for row in table.rows {
        let isCited = table.basis != nil || row.cells.contains { !$0.sources.isEmpty }
        for cell in row.cells {
          switch cell.value {
          case .integer, .decimal:
            figures += 1
            #expect(isCited, "\(table.key): \(cell.text.en)")
          case .text, .none: break
          }
        }
      }
    }
    #expect(figures > 3000)
  }

  /// iwamizawa-progress:92 and tomakomai-progress:90 print the totals of the visions.
  @Test func projectedTotalsStandBesideThePublishedOnes() throws {
    let records = try MunicipalityRecord.builtIn()
    let expected = [
      "012106": [("year_2040", "60,536", "-116")],
      "012131": [("year_2040", "154,145", "+17"), ("year_2060", "133,338", "-11")],
    ]
    let studies = try ProjectionStudies(of: records).studies
    #expect(studies.map(\.record.municipality.code.sixDigits).sorted() == expected.keys.sorted())
    for study in studies {
      let code = study.record.municipality.code.sixDigits
      let table = try #require(
        ProjectionReport.sections(study, isOneOfMany: false).flatMap(\.tables)
          .first { $0.key == "projected_population" })
      let printed = try #require(
        table.rows.first { $0.cells[0].value == .text("published_vision") })
      let difference = try #require(
        table.rows.first { $0.cells[0].value == .text("difference_from_published") })
      for (column, figure, distance) in try #require(expected[code]) {
        let index = try #require(table.columns.firstIndex { $0.key == column })
        #expect(printed.cells[index].text.en == figure)
        #expect(printed.cells[index].sources.count == 1)
        #expect(difference.cells[index].text.en == distance)
      }
    }
  }

  @Test func projectionsShowAgesComponentsAndPyramids() throws {
    let report = try Self.reportWithProjections.get()
    for code in ["012106", "012131"] {
      let section = try #require(report.sections.first { $0.key == "projection_\(code)" })
      #expect(
        section.charts.map(\.key) == [
          "projection_\(code)", "projected_age_groups_\(code)", "pyramid_\(code)",
          "projected_components_\(code)",
        ])
      #expect(
        section.tables.map(\.key) == [
          "projected_population", "scenarios", "projected_age_groups", "projected_components",
          "projection_gap",
        ])
    }
    for language in Language.allCases {
      for chart in report.sections.flatMap(\.charts) {
        let svg = SVGRenderer(language: language, width: 360).file(chart)
        #expect(!svg.contains("…</text>"), "\(chart.key)")
      }
    }
  }

  @Test func chartsOfRatesHaveOneScale() throws {
    let report = try Self.report.get()
    let charts = report.sections.flatMap(\.charts).filter { $0.key.hasPrefix("rate_") }
    #expect(charts.count == 3)
    #expect(Set(charts.map(\.axisReaches)).count == 1)
  }

  @Test func everyChartPointStandsInATableOfItsSection() throws {
    let sections = try Self.report.get().sections.filter { $0.key == "population" }
    let points = sections.flatMap(\.charts).flatMap { $0.series.flatMap(\.points) }
    #expect(sections.count == 1)
    // Two cities, three rates and the population, from 2015 on.
    #expect(points.count { $0.value != nil } > 40)
    for section in sections {
      let cells = Set(section.tables.flatMap { $0.rows.flatMap { $0.cells.map(\.text) } })
      for point in section.charts.flatMap({ $0.series.flatMap(\.points) }) where point.value != nil
      {
        #expect(cells.contains(point.text))
        #expect(!point.sources.isEmpty)
      }
    }
  }

  @Test func everyIndicatorStandsInOneTheme() throws {
    let records = try MunicipalityRecord.builtIn()
    let section = try #require(
      try Self.report.get().sections.first { $0.key == "progress_by_theme" })
    let cited = section.tables.flatMap { $0.rows.compactMap { $0.cells[1].sources.first } }
    let judged = records.compactMap { $0.leadingPlan }
      .flatMap { $0.indicators.map(\.indicator.citation) }
    #expect(cited.count == judged.count)
    #expect(Set(cited) == Set(judged))
  }

  @Test func oneMunicipalityOrNoneIsAReport() throws {
    for record in try MunicipalityRecord.builtIn() {
      let report = try OverallReport.report(Self.input([record]))
      #expect(report.sections.count > 5)
    }
    let empty = try OverallReport.report(Self.input([]))
    #expect(HTMLRenderer(language: .japanese).render(empty).contains("</html>"))
  }

  @Test func chartFilesAreNamedOnce() throws {
    let report = try Self.report.get()
    let files = ChartFiles.files(report, language: .english)
    #expect(files.count == 3 * report.sections.flatMap(\.charts).count)
    #expect(Set(files.map(\.name)).count == files.count)
    let markdown = MarkdownRenderer(language: .english, chartFolder: "charts").render(report)
    for file in files where file.name.hasSuffix(".svg") {
      #expect(markdown.contains("](charts/\(file.name))"))
    }
  }
}
