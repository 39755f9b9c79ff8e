import MunicipalModel
import Testing

@testable import Rendering

struct ChartTests {
  @Test func seriesAndCategoriesAreFilledUp() {
    let chart = SampleCharts.chart(
      .line, categories: [ChartCategory("2020")],
      series: [
        ChartSeries(LocalizedText("a"), points: SampleCharts.points([1, 2, 3])),
        ChartSeries(LocalizedText("b"), points: []),
      ])
    #expect(chart.categories.map(\.label.en) == ["2020", "2", "3"])
    #expect(chart.series.map(\.points.count) == [3, 3])
    #expect(chart.series[1].points.allSatisfy { $0.value == nil })
  }

  @Test(
    arguments: [
      (Double.nan, nil), (.infinity, nil), (-.infinity, nil), (1e101, nil), (1e-101, 0),
      (-2.5, -2.5),
    ] as [(Double, Double?)])
  func valuesThatCannotBeDrawnAreGaps(_ value: Double, _ drawn: Double?) {
    #expect(ChartPoint(value, text: LocalizedText("")).value == drawn)
    #expect(ChartReference(LocalizedText(""), value: value)?.value == drawn)
  }

  @Test func pointsOfCellsKeepTextSourcesAndFormula() {
    let source = Citation(document: "plan", line: 3, printed: "▲5")
    let cell = ReportCell(-5, sources: [source], formula: LocalizedText("a − b"))
    let point = ChartPoint(cell)
    #expect(point.value == -5 && point.text == LocalizedText("-5"))
    #expect(point.sources == [source] && point.formula == LocalizedText("a − b"))
    let missing = ChartPoint(ReportCell(missing: .notSurveyed))
    #expect(missing.value == nil && missing.text.ja == "調査なし")
    #expect(ChartPoint(ReportCell("A")).value == nil)
  }

  @Test func onlyThePyramidBeginsAtTheBottom() {
    for chart in SampleCharts.ordinary {
      #expect(chart.startsAtBottom == (chart.kind == .pyramid))
    }
  }
}
