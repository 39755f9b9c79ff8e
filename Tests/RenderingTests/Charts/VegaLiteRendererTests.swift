import Foundation
import MunicipalModel
import Testing

@testable import Rendering

struct VegaLiteRendererTests {
  @Test func pointsThatAreNotJoinedHaveALayerOfTheirOwn() {
    let joined = ChartSeries(LocalizedText("a"), points: SampleCharts.points([1, 2]))
    let single = ChartSeries(
      LocalizedText("b"), points: SampleCharts.points([nil, 2]), isJoined: false)
    func text(_ series: [ChartSeries]) -> String {
      VegaLiteRenderer(language: .english).render(
        SampleCharts.chart(.line, categories: SampleCharts.years, series: series))
    }
    #expect(text([joined, single]).contains("\"filter\": \"!datum.joined\""))
    #expect(!text([joined]).contains("\"filter\""))
  }

  private func specification(
    _ chart: ReportChart, _ language: Language = .english
  ) throws -> [String: Any] {
    let text = VegaLiteRenderer(language: language).render(chart)
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(object as? [String: Any])
  }

  private func rows(_ chart: ReportChart) throws -> [[String: Any]] {
    let data = try #require(try specification(chart)["data"] as? [String: Any])
    return try #require(data["values"] as? [[String: Any]])
  }

  @Test func everyChartIsJSONWithItsSchema() throws {
    for chart in SampleCharts.ordinary + SampleCharts.extreme {
      for language in Language.allCases {
        let specification = try specification(chart, language)
        #expect(specification["$schema"] as? String == VegaLiteRenderer.schema)
        #expect(specification["description"] as? String == chart.summary[language])
        #expect((specification["layer"] as? [Any])?.isEmpty == false)
      }
    }
  }

  @Test func holdsEveryPointOnceWithItsGaps() throws {
    for chart in SampleCharts.ordinary where chart.kind != .map {
      let rows = try rows(chart)
      let points = chart.series.flatMap(\.points)
      #expect(rows.map { $0["value"] as? Double } == points.map(\.value))
      #expect(rows.map { $0["text"] as? String } == points.map(\.text.en))
    }
  }

  @Test func leftSideOfAPyramidIsBelowZero() throws {
    let chart = try #require(SampleCharts.ordinary.first { $0.kind == .pyramid })
    for row in try rows(chart) {
      let value = try #require(row["value"] as? Double)
      let isLeft = (row["series"] as? String)?.hasPrefix("men") == true
      #expect(row["signed"] as? Double == (isLeft ? -value : value))
    }
  }

  @Test func namesThatComeTwiceStayApart() throws {
    let name = LocalizedText("same")
    let chart = SampleCharts.chart(
      .bar, categories: [ChartCategory(name), ChartCategory(name)],
      series: [
        ChartSeries(name, points: SampleCharts.points([1, 2])),
        ChartSeries(name, points: SampleCharts.points([3, 4])),
      ])
    let names = try rows(chart).map { "\($0["series"] ?? "") / \($0["category"] ?? "")" }
    #expect(Set(names).count == 4)
  }
}
