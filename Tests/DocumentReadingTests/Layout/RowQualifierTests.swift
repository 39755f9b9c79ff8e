import DocumentReading
import MunicipalModel
import Testing

/// Tables whose rows say of themselves whether they hold targets or actual figures, or of which year.
@Suite("Rows that say what they hold")
struct RowQualifierTests {
  private func read(_ table: String) throws -> (found: [Indicator], notes: [Diagnostic]) {
    let (roots, notes) = try LayoutSample.read("基本目標1 しごと\n\(table)")
    return (Plan(document: "sample", title: "", roots: roots).indicators.map(\.indicator), notes)
  }

  private func figures(_ indicator: Indicator, _ role: IndicatorFigure.Role) -> [String] {
    indicator.figures.filter { $0.role == role }.map {
      "\($0.period?.code ?? "-") \($0.reading.value?.description ?? "-") (\($0.citation.line):\($0.citation.cell ?? 0))"
    }
  }

  @Test(
    "目標 and 実績 below each other are one indicator, whether the name stands again or not",
    arguments: ["立地件数(社)", ""], ["区分", ""])
  func targetsAboveActuals(again: String, heading: String) throws {
    let (found, notes) = try read(
      """
      指標\t\(heading)\t基準値(R元)\tR2\tR3\tR6\t最終目標(R7)
      立地件数(社)\t計画\t4\t5\t6\t8\t9
      \(again)\t実績\t4\t7\t3\t\t
      雇用者数(人)\t目標\t－\t50\t100\t250\t300
      \t実績\t\t62\t\t\t
      """)
    #expect(found.map(\.name) == ["立地件数", "雇用者数"])
    let first = try #require(found.first)
    #expect(figures(first, .baseline) == ["FY2019 4 (3:3)"])
    #expect(
      figures(first, .target)
        == ["FY2020 5 (3:4)", "FY2021 6 (3:5)", "FY2024 8 (3:6)", "FY2025 9 (3:7)"])
    #expect(figures(first, .actual) == ["FY2020 7 (4:4)", "FY2021 3 (4:5)", "FY2024 - (4:6)"])
    #expect(first.target?.period == .fiscalYear(2025))
    #expect(notes == [])
  }

  @Test("Years alone are a table of indicators if the first row says that it holds targets")
  func withoutTargetColumn() throws {
    let (found, notes) = try read(
      "指標\t区分\t基準値\tR3\tR4\n入込客数(万人)\t目標\t489\t400\t450\n\t実績\t\t253\t376")
    let indicator = try #require(found.first)
    #expect(found.count == 1)
    #expect(figures(indicator, .target) == ["FY2021 400 (3:4)", "FY2022 450 (3:5)"])
    #expect(figures(indicator, .actual) == ["FY2021 253 (4:4)", "FY2022 376 (4:5)"])
    #expect(notes == [])
  }

  @Test("A second figure of one cell is told, and the first used")
  func contradiction() throws {
    let (found, notes) = try read(
      "指標\t区分\t基準値\tR3\t目標値\n人数(人)\t目標\t10\t11\t20\n人数(人)\t実績\t9\t12\t20")
    #expect(found.map { figures($0, .baseline) } == [["- 10 (3:3)"]])
    #expect(notes.map(\.code) == ["repeated-figure"])
    #expect(notes.first?.citation.line == 4 && notes.first?.citation.cell == 3)
  }

  @Test("A year a row: the figures of the rows are those of the years")
  func yearsDown() throws {
    let (found, notes) = try read(
      "指標\t年度\t基準値\t実績値\t目標値\n観光客数(人)\tR2\t100\t90\t120\n\tR3\t\t95\t\n\tR4\t\t110\t")
    let indicator = try #require(found.first)
    #expect(found.count == 1)
    #expect(
      figures(indicator, .actual) == ["FY2020 90 (3:4)", "FY2021 95 (4:4)", "FY2022 110 (5:4)"])
    #expect(figures(indicator, .target) == ["- 120 (3:5)"])
    #expect(notes == [])
  }

  @Test("Targets that differ from row to row are those of the years")
  func yearlyTargets() throws {
    let (found, notes) = try read(
      "年度\t指標\t目標\t実績\nR2\t観光客数(人)\t100\t90\nR3\t観光客数(人)\t110\t95\nR3\t宿泊者数(人)\t8\t9")
    #expect(found.map(\.name) == ["観光客数", "宿泊者数"])
    #expect(
      found.map { figures($0, .target) } == [
        ["FY2020 100 (3:3)", "FY2021 110 (4:3)"], ["FY2021 8 (5:3)"],
      ])
    #expect(
      found.map { figures($0, .actual) } == [
        ["FY2020 90 (3:4)", "FY2021 95 (4:4)"], ["FY2021 9 (5:4)"],
      ])
    #expect(notes == [])
  }

  @Test("A column of other words is no such column, and an unnamed row stays an error")
  func otherWords() throws {
    let (found, notes) = try read(
      "指標\t枠\t基準値\tR3\t目標値\n人数(人)\t新規\t10\t11\t20\n\t継続\t9\t12\t20")
    #expect(found.map { figures($0, .actual) } == [["FY2021 11 (3:4)"]])
    #expect(notes.map(\.code) == ["row-without-indicator", "unknown-column"])
  }

  @Test("The unit behind such a word is that of the row's figures")
  func unitsOfRoles() throws {
    let (found, notes) = try read(
      "指標\t区分\tR3\tR4\n生活介護\t見込量（人）\t10\t11\n\t実績値（人）\t9\t12")
    #expect(found.map { figures($0, .target) } == [["FY2021 10 (3:3)", "FY2022 11 (3:4)"]])
    #expect(found.map(\.unit) == ["人"])
    #expect(notes == [])
  }

  @Test("A unit in a column of its own is that of the row's figures")
  func unitColumn() throws {
    let (found, _) = try read(
      "指標\t単位\t基準値\tR3実績\t目標値\n総所得\t億円\t775\t780\t800\n人数(人)\t－\t9\t10\t20")
    #expect(found.map(\.unit) == ["億円", "人"])
    #expect(found.first?.target?.reading.quantity?.unit == "億円")
  }

  @Test("Sums and notes in a table are no indicators")
  func sumsAndNotes() throws {
    let (found, notes) = try read(
      "指標\t基準値\tR3実績\t目標値\n男(人)\t1\t2\t3\n合計\t1\t2\t3\n※出典: 国勢調査\t\t\t\n女(人)\t1\t2\t3")
    #expect(found.map(\.name) == ["男", "女"])
    #expect(notes.map(\.code) == ["sum-row"])
    #expect(notes.first?.citation.line == 4)
  }
}
