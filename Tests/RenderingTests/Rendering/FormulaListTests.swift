import MunicipalModel
import Testing

@testable import Rendering

struct FormulaListTests {
  private func table(_ formulas: [[String?]], names: [String]) -> ReportTable {
    ReportTable(
      key: "t", caption: LocalizedText("t"),
      columns: [.key("city", LocalizedText("city"))]
        + (0..<(formulas.first?.count ?? 0)).map {
          .number("c\($0)", LocalizedText("\(2020 + $0)"))
        },
      rows: zip(names, formulas).map { name, formulas in
        ReportRow(
          [ReportCell(name)]
            + formulas.map { ReportCell(1, formula: $0.map { LocalizedText($0) }) })
      })
  }

  private func formulas(_ table: ReportTable, _ language: Language = .english) -> [String] {
    let text = TextRenderer(language: language, lineWidth: 200)
      .render(Report(title: LocalizedText("r"), key: "k", tables: [table]))
    return text.split(separator: "\n").filter { $0.hasPrefix("  - ") }.map {
      String($0.dropFirst(4))
    }
  }

  @Test func aFormulaOfAllRowsNamesItsColumnsOnly() {
    let table = table([["a ÷ b", "a ÷ b"], ["a ÷ b", "a ÷ b"]], names: ["A", "B"])
    #expect(formulas(table) == ["2020, 2021: a ÷ b"])
  }

  @Test func formulasOfOneColumnNameTheirRows() {
    let table = table([["a ÷ b", "a ÷ b"], ["a ÷ c", "a ÷ b"]], names: ["A", "B"])
    #expect(formulas(table) == ["A: 2020, 2021; B: 2021: a ÷ b", "B: 2020: a ÷ c"])
  }

  @Test func aFormulaOfOneRowAmongSeveralNamesIt() {
    let table = table([["a ÷ b"], [nil]], names: ["A", "B"])
    #expect(formulas(table) == ["A: 2020: a ÷ b"])
  }

  @Test func ofManyRowsTheFirstOnesAreNamed() {
    let rows = (0..<9).map { [$0 == 8 ? "other" : "same"] as [String?] }
    let table = table(rows, names: (0..<9).map { "T\($0)" })
    #expect(
      formulas(table) == ["T0; T1; T2; T3; T4; T5 and 2 more rows: 2020: same", "T8: 2020: other"])
    #expect(formulas(table, .japanese).first?.contains("ほか2行") == true)
  }
}
