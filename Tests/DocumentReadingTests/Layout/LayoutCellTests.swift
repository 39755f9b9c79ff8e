import DocumentReading
import MunicipalModel
import Testing

@Suite("Cells that say more than their column's heading")
struct LayoutCellTests {
  private func read(_ rows: String) throws -> ([Indicator], [Diagnostic]) {
    let (roots, notes) = try LayoutSample.read(
      "指標\t基準値(R元)\t実績値(R4)\t目標値(R6)\n\(rows)", "{ }")
    let plan = Plan(document: "sample", title: "", roots: roots)
    return (plan.indicators.map(\.indicator), notes)
  }

  @Test("The period of a cell wins over that of the heading")
  func period() throws {
    let (found, diagnostics) = try read(
      """
      新規F\t12人（H27～R1）\t15人\t20人（R2～R6）
      人口A\t46,128人(2015)\t135人（R4.10.1）\t47,000人
      出生率\t1.17（H25～H29）\t1.20\t1.40
      """)
    #expect(
      found.map { $0.figures.map { $0.period?.code ?? "-" } } == [
        ["FY2015/FY2019", "FY2022", "FY2020/FY2024"], ["FY2015", "2022-10-01", "FY2024"],
        ["FY2013/FY2017", "FY2022", "FY2024"],
      ])
    #expect(
      found.map { $0.figures.map(\.accumulation) } == [
        [.cumulative, .single, .cumulative], [.single, .single, .single],
        [.single, .single, .single],
      ])
    #expect(found[0].figures.map(\.remark) == ["H27~R1", "", "R2~R6"])
    #expect(diagnostics.isEmpty)
  }

  @Test("The end of the heading's fiscal year is no other year")
  func endOfYear() throws {
    let (found, _) = try read("人数\t12人（R2.3.31）\t13人（R5.3.31現在）\t15人（R8.3.31）")
    #expect(
      found.first?.figures.map { $0.period?.code } == ["FY2019", "FY2022", "2026-03-31"])
  }

  @Test("The first day of the next fiscal year is that year, and so is a day before or long after")
  func dayOfAnotherYear() throws {
    let (found, _) = try read(
      "人数\t12人（R2.4.1）\t13人（R5.4.1）\t15人（R6.3.31）\n件数\t12件（H31.3.31）\t13件（R4.12.31）\t15件（R7.1.31）")
    #expect(
      found.map { $0.figures.map { $0.period?.code } } == [
        ["2020-04-01", "2023-04-01", "2024-03-31"], ["2019-03-31", "2022-12-31", "FY2024"],
      ])
  }

  @Test("A target with a plus sign may be an increase, and is told")
  func plus() throws {
    let (found, diagnostics) = try read(
      "新規就農者数\t12人\t13人\t+8人\n出生率\t1.40\t1.42\t＋0.1\n人数\t12人\t+13人\t20人")
    #expect(
      found.map { $0.figures.map { $0.reading.quantity?.isPrintedWithPlus } } == [
        [false, false, true], [false, false, true], [false, true, false],
      ])
    #expect(diagnostics.map(\.code) == ["figure-with-plus", "figure-with-plus"])
    #expect(diagnostics.map(\.severity) == [.warning, .warning])
    #expect(diagnostics.map(\.citation.line) == [2, 3])
    #expect(diagnostics.map(\.citation.cell) == [4, 4])
  }

  @Test("Among balances a plus sign is natural")
  func balance() throws {
    let (_, diagnostics) = try read("社会増減\t△120人\t△100人\t＋50人")
    #expect(diagnostics.map(\.code) == ["figure-with-plus"])
    #expect(diagnostics.map(\.severity) == [.info])
  }

  @Test("A target in words is no error")
  func words() throws {
    let (found, diagnostics) = try read("満足度\t55%\t54%\t現状維持\n人数\t12人\t13人\t20～30人")
    #expect(
      found.map { $0.figures.last?.reading } == [.missing(.inWords), .missing(.inWords)])
    #expect(diagnostics.map(\.code) == ["figure-in-words", "figure-range"])
  }
}
