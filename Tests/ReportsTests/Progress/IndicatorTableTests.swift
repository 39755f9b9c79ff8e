import MunicipalModel
import PlanAnalysis
import Rendering
import Reports
import Testing

/// The row of an indicator in the wide table. The figures are made for these tests.
struct IndicatorTableTests {
  private static func figure(
    _ role: IndicatorFigure.Role, _ year: Int, _ value: Int32, _ unit: String
  ) -> IndicatorFigure {
    IndicatorFigure(
      role: role, period: .fiscalYear(year),
      reading: .value(Quantity(ExactDecimal(value), unit: unit)),
      citation: Citation(document: "sample", line: 1, cell: year - 2000, printed: "\(value)\(unit)")
    )
  }

  private func row(_ figures: [IndicatorFigure]) throws -> (_ column: String) -> String {
    let indicator = Indicator(
      name: "観光消費額", unit: "万円", citation: Citation(document: "sample", line: 1, printed: "観光消費額"),
      figures: figures)
    let record = MunicipalityRecord(
      municipality: Municipality(
        code: try MunicipalityCode("016071"), name: LocalizedText(ja: "浦河町", en: "Urakawa")),
      documents: [
        DocumentContents(
          document: "sample",
          plans: [
            Plan(
              document: "sample", title: "", term: .span(.fiscalYear(2020), .fiscalYear(2024)),
              roots: [
                PlanNode(
                  level: .goal, number: "1", title: "目標",
                  citation: Citation(document: "sample", line: 1, printed: ""),
                  indicators: [indicator])
              ])
          ])
      ])
    let scale = try #require(try JudgementScale.builtIn().first)
    let table = try ProgressReport.indicatorTable([record], scale: scale)
    let cells = try #require(table.rows.first)
    return { key in
      table.columns.firstIndex { $0.name == key }.map { cells[$0] } ?? "no column"
    }
  }

  @Test func `The published rate and grade are those of the year of the actual figure`() throws {
    func figures(_ years: [Int]) -> [IndicatorFigure] {
      years.map { Self.figure(.actual, $0, Int32($0 - 2000), "万円") }
        + (2021...2023).map { Self.figure(.achievement, $0, Int32($0 - 1930), "%") }
        + [Self.figure(.target, 2024, 30, "万円")]
    }
    #expect(try row(figures([2021, 2022, 2023]))("published_achievement") == "93")
    #expect(try row(figures([2021, 2022]))("published_achievement") == "92")
    // No rate of the year: the newest.
    #expect(try row(figures([2020]))("published_achievement") == "93")
  }

  @Test func `Baseline and target have their values in the unit of the row`() throws {
    let row = try row([
      Self.figure(.baseline, 2019, 85, "億円"), Self.figure(.actual, 2023, 789_000, "万円"),
      Self.figure(.target, 2024, 100, "億円"),
    ])
    #expect(row("unit") == "万円")
    // 85億円 = 850,000万円, 100億円 = 1,000,000万円
    #expect(row("baseline") == "850000" && row("target") == "1000000")
    #expect(row("actual") == "789000")
  }
}
