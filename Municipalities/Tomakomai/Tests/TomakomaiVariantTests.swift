import MachiKurabe
import TestSupport
import Testing
import Tomakomai

/// Next year's report, another order of columns, damage: tables written for these tests.
@Suite("Tomakomai: other documents of the same kind")
struct TomakomaiVariantTests {
  private func read(_ table: String, goals: String = "1 目標の名前") throws -> DocumentContents {
    let text = """
      苫小牧市総合戦略推進会議
      \(goals)
      現状と課題
      施策1 施策の名前

      \(table)
      """
    return try Tomakomai().read(DocumentText(id: "tomakomai-progress", text: text)).contents
  }

  private let heading = "事業名・事業の内容\t重要業績評価指標(KPI)\tH30基準\tR2実績\tR3実績\tR4実績\tR6目標\t達成状況"

  @Test("An added year is read by its heading, and the achievement belongs to it")
  func addedYear() throws {
    let contents = try read(
      """
      事業名・事業の内容\t重要業績評価指標(KPI)\tH30基準\tR2実績\tR3実績\tR4実績\tR5実績\tR6目標\t達成状況
      事業A\t内定者数(人)\t9\t累計0\t累計7\t累計19\t累計31\t累計40\t77.5%
      """)
    let indicator = try #require(contents.plans.first?.indicators.first?.indicator)
    #expect(
      indicator.actuals.compactMap(\.period?.code) == ["FY2020", "FY2021", "FY2022", "FY2023"])
    #expect(indicator.actuals.last?.reading.value == ExactDecimal(31))
    #expect(indicator.first(.achievement)?.period?.code == "FY2023")
  }

  @Test("Columns in another order keep their meaning")
  func otherOrder() throws {
    let contents = try read(
      """
      重要業績評価指標（KPI）\tR7目標\t達成状況\tR1基準\tR6実績\t事業名
      参加者数(人)\t100\t45.0%\t10\t45\t事業A
      """)
    let placed = try #require(contents.plans.first?.indicators.first)
    #expect(placed.node(.project)?.title == "事業A")
    #expect(placed.indicator.first(.target)?.period?.code == "FY2025")
    #expect(placed.indicator.first(.target)?.reading.value == ExactDecimal(100))
    #expect(placed.indicator.first(.baseline)?.period?.code == "FY2019")
    #expect(placed.indicator.first(.actual)?.reading.value == ExactDecimal(45))
  }

  @Test("A table goes on after a page break, with or without its heading again")
  func pageBreak() throws {
    let row = "\t参加者数(人)\t9\t1\t2\t3\t4\t75.0%"
    let contents = try read("\(heading)\n事業A\(row)\n\n12\n\n\(row)\n\n\(heading)\n事業B\(row)")
    let placed = try #require(contents.plans.first?.indicators)
    #expect(placed.compactMap { $0.node(.project)?.title } == ["事業A", "事業A", "事業B"])
  }

  @Test("A cell that is wrapped over two lines is joined")
  func wrappedCell() throws {
    let contents = try read("\(heading)\n事業A\t長い指標の\n名前(人)\t9\t1\t2\t3\t4\t75.0%")
    let indicator = try #require(contents.plans.first?.indicators.first?.indicator)
    #expect(indicator.name == "長い指標の名前")
    #expect(indicator.first(.target)?.reading.value == ExactDecimal(4))
    #expect(contents.diagnostics.filter { $0.severity == .error } == [])
  }

  @Test("A truncated row is an error with its line, and the good rows are kept")
  func truncatedRow() throws {
    let contents = try read(
      "\(heading)\n事業A\t人数(人)\t9\t1\t2\t3\t4\t75.0%\n事業B\t人数(人)\t9\t1")
    #expect(contents.plans.first?.indicators.count == 2)
    let note = try #require(contents.diagnostics.first { $0.code == "truncated-row" })
    #expect(note.severity == .error)
    #expect(note.citation.line == 8)
  }

  @Test(
    "An unreadable cell is an error with its line and cell, and no value",
    arguments: ["約束", "12人から15人", "1.2.3", String(repeating: "9", count: 40), "5-10"])
  func unreadableCell(cell: String) throws {
    let contents = try read("\(heading)\n事業A\t人数(人)\t9\t\(cell)\t2\t3\t4\t75.0%")
    let indicator = try #require(contents.plans.first?.indicators.first?.indicator)
    #expect(indicator.actuals.first?.reading == .missing(.unreadable))
    let note = try #require(contents.diagnostics.first { $0.severity == .error })
    #expect(note.citation.line == 7)
    #expect(note.citation.cell == 4)
    #expect(note.citation.printed == cell)
  }

  @Test("A negative count is a warning")
  func negativeCount() throws {
    let contents = try read("\(heading)\n事業A\t人数(人)\t9\t-5\t2\t3\t4\t75.0%")
    #expect(contents.diagnostics.map(\.code) == ["negative-figure", "no-population-table"])
  }

  @Test("A column that the reader does not know is said, and the others are read")
  func unknownColumn() throws {
    let contents = try read(
      """
      事業名\t重要業績評価指標(KPI)\tH30基準\t所管\tR6目標
      事業A\t人数(人)\t9\t商業振興課\t4
      """)
    #expect(contents.diagnostics.contains { $0.code == "unknown-column" })
    let indicator = try #require(contents.plans.first?.indicators.first?.indicator)
    #expect(indicator.first(.target)?.reading.value == ExactDecimal(4))
  }

  @Test("A population table with more years, fewer columns and another order is read by heading")
  func populationVariant() throws {
    let contents = try read(
      """
      年次\t自然動態\t\t\t人口\t
      \t死亡\t出生\t増減数\t増減数\t総人口
      令和5年（2023年）\t2,200\t900\t△1,300\t△1,400\t166,899
      令和6年（2024年）\t2,100\t-850\t△1,250\t△1,200\t165,699
      """)
    let accounts = contents.accounts
    #expect(accounts.map(\.period.year) == [2023, 2024])
    #expect(accounts.first?.births?.value == 900)
    #expect(accounts.first?.naturalChange?.value == -1300)
    #expect(accounts.first?.totalChange?.value == -1400)
    #expect(contents.diagnostics.contains { $0.code == "negative-count" && $0.severity == .error })
  }

  @Test("A year that no era has is an error, and the other years are kept")
  func impossibleYear() throws {
    let contents = try read(
      """
      年次\t自然動態\t
      \t出生\t死亡
      平成100年\t900\t2,200
      令和5年\t901\t2,201
      """)
    #expect(contents.accounts.map(\.period.year) == [2023])
    #expect(contents.diagnostics.contains { $0.code == "year-outside-era" })
  }

  @Test("Ten megabytes of one line are read without delay and without a figure")
  func hugeLine() throws {
    let contents = try read("\(heading)\n\n" + String(repeating: "あ", count: 3_500_000))
    #expect(contents.plans.first?.indicators.isEmpty == true)
    #expect(contents.diagnostics.contains { $0.code == "overlong-line" && $0.severity == .error })
  }

  @Test("A merged project goes on under the heading that is repeated on the next page")
  func mergedProjectOverPages() throws {
    let row = "参加者数(人)\t9\t1\t2\t3\t4\t75.0%"
    let contents = try read("\(heading)\n事業A\t\(row)\n\n- 12 -\n\n\(heading)\n\t\(row)")
    let placed = try #require(contents.plans.first?.indicators)
    #expect(placed.map { $0.node(.project)?.title } == ["事業A", "事業A"])
    #expect(contents.diagnostics.filter { $0.severity == .error } == [])
  }

  @Test("The first cell of a row is joined where it was wrapped, and the rows below are read")
  func wrappedFirstCell() throws {
    let row = "参加者数(人)\t9\t1\t2\t3\t4\t75.0%"
    let contents = try read("\(heading)\n長い\n事業A\t\(row)\n長い\n事業B\t\(row)\n事業C\t\(row)")
    let placed = try #require(contents.plans.first?.indicators)
    #expect(placed.map { $0.node(.project)?.title } == ["長い事業A", "長い事業B", "事業C"])
    #expect(contents.diagnostics.map(\.code) == ["no-population-table"])
  }

  @Test(
    "The last cell of a row is joined where it was wrapped",
    arguments: [("75.", "0%"), ("75.0", "%")])
  func wrappedLastCell(start: String, rest: String) throws {
    let contents = try read(
      "\(heading)\n事業A\t人数(人)\t9\t1\t2\t3\t4\t\(start)\n\(rest)\n事業B\t人数(人)\t9\t1\t2\t3\t4\t75.0%")
    let indicators = try #require(contents.plans.first?.indicators.map(\.indicator))
    #expect(indicators.count == 2)
    let achievement = try #require(indicators.first?.first(.achievement))
    #expect(achievement.reading.value == ExactDecimal("75.0"))
    #expect(achievement.citation.printed == "75.0%")
    #expect(achievement.citation.line == 7)
  }

  @Test("A figure that was wrapped is cited as a whole")
  func wrappedFigure() throws {
    let contents = try read("\(heading)\n事業A\t人数(人)\t9\t1,0\n80\t2\t3\t4\t75.0%")
    let indicator = try #require(contents.plans.first?.indicators.first?.indicator)
    #expect(indicator.actuals.first?.reading.value == ExactDecimal(1080))
    #expect(indicator.actuals.first?.citation.printed == "1,080")
  }

  @Test(
    "A heading that is wrapped over two lines is one heading",
    arguments: [
      "事業名・事業の内容\t重要業績評価指標\n(KPI)\tH30基準\tR4実績\tR6目標",
      "事業名・\n事業の内容\t重要業績評価指標(KPI)\tH30基準\tR4実績\tR6目標",
      "事業名・事業の内容\t重要業績評価指標(KPI)\tH30基準\tR4実\n績\tR6目標",
    ])
  func wrappedHeading(heading: String) throws {
    let contents = try read("\(heading)\n事業A\t人数(人)\t9\t3\t4\n事業B\t人数(人)\t19\t13\t14")
    let placed = try #require(contents.plans.first?.indicators)
    #expect(placed.map { $0.node(.project)?.title } == ["事業A", "事業B"])
    #expect(
      placed.map { $0.indicator.first(.actual)?.reading.value } == [3, 13].map(ExactDecimal.init))
    #expect(
      placed.map { $0.indicator.first(.target)?.reading.value } == [4, 14].map(ExactDecimal.init))
    #expect(contents.diagnostics.map(\.code) == ["no-population-table"])
  }

  @Test("Cells beyond the headings are an error, for a figure may be missing")
  func extraCells() throws {
    let contents = try read("\(heading)\n事業A\t人数(人)\t9\t1\t2\t3\t4\t75.0%\t99")
    #expect(contents.diagnostics.first { $0.code == "extra-cells" }?.severity == .error)
  }

  @Test(
    "A page break inside the population table loses no year and reads none twice",
    arguments: ["\n3\n\n", "\n\n", "\n- 3 -\n\n年次\t自然動態\t\n\t出生\t死亡\n"])
  func populationPageBreak(pageBreak: String) throws {
    let contents = try read(
      "年次\t自然動態\t\n\t出生\t死亡\n令和4年\t900\t2,200\n\(pageBreak)令和5年\t901\t2,201")
    #expect(contents.accounts.map(\.period.year) == [2022, 2023])
    #expect(contents.populationFigures.count == 4)
    #expect(contents.diagnostics.filter { $0.code == "unread-table" } == [])
  }
}
