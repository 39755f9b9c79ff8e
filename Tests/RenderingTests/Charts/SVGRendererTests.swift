import MunicipalModel
import Testing

@testable import Rendering

struct SVGRendererTests {
  private static let charts = SampleCharts.ordinary + SampleCharts.extreme

  private func document(
    _ chart: ReportChart, _ language: Language = .english, width: Int = 420
  ) throws -> SVGDocument {
    try #require(SVGDocument(SVGRenderer(language: language, width: width).file(chart)))
  }

  @Test(arguments: Language.allCases, [240, 420, 640])
  func textsStandApartAndInside(_ language: Language, _ width: Int) throws {
    for chart in Self.charts {
      let document = try document(chart, language, width: width)
      let boxes = document.boxes.sorted { $0.top < $1.top }
      for (index, box) in boxes.enumerated() {
        #expect(box.left > -0.5 && box.right < document.width + 0.5, "\(chart.kind) \(box)")
        #expect(box.top > -0.5 && box.bottom < document.height + 0.5, "\(chart.kind) \(box)")
        for other in boxes[(index + 1)...].prefix(while: { $0.top < box.bottom }) {
          #expect(!box.overlaps(other), "\(chart.kind) \(width): \(box.text) \(other.text)")
        }
      }
    }
  }

  @Test func hasTitleAndDescriptionAndNoScript() throws {
    for chart in Self.charts {
      let document = try document(chart)
      let root = try #require(document.elements.first)
      #expect(root.attributes["role"] == "img")
      let ids = try #require(root.attributes["aria-labelledby"]).split(separator: " ")
      let named = ids.map { id in
        document.elements.first { $0.attributes["id"] == String(id) }?.text
      }
      #expect(named == ["A sample", "What it shows"])
      #expect(document.all("script").isEmpty && document.all("image").isEmpty)
    }
  }

  @Test func escapesWhatTheTextsHold() throws {
    let nasty = LocalizedText("<script>\"&'\u{1}]]>\u{FFFF}\n</svg>")
    let chart = ReportChart(
      key: nasty.en, kind: .bar, title: nasty, summary: nasty, categoryLabel: nasty,
      valueLabel: nasty, categories: [ChartCategory(nasty)],
      series: [
        ChartSeries(nasty, points: [ChartPoint(1, text: nasty, formula: nasty)]),
        ChartSeries(nasty, points: [ChartPoint(2, text: nasty)]),
      ])
    let document = try document(chart, width: 2_000)
    #expect(document.all("script").isEmpty)
    #expect(document.all("title").first?.text == "<script>\"&'\u{FFFD}]]>\u{FFFD} </svg>")
  }

  @Test func barsBeginAtZero() throws {
    let values: [Double?] = [40, 80, -20, nil, 0]
    let chart = SampleCharts.chart(
      .bar, categories: [],
      series: [ChartSeries(LocalizedText("a"), points: SampleCharts.points(values))])
    let bars = try document(chart).all("rect").filter { $0.classes.contains("f0") }
    #expect(bars.count == 4)
    let zero = bars[0].number("x")
    #expect(bars[1].number("x") == zero)
    #expect(bars[2].number("x") + bars[2].number("width") == zero)
    #expect(abs(bars[1].number("width") / bars[0].number("width") - 2) < 0.01)
    #expect(abs(bars[0].number("width") / bars[2].number("width") - 2) < 0.01)
  }

  @Test func missingValuesLeaveGaps() throws {
    let chart = SampleCharts.chart(
      .line, categories: SampleCharts.years,
      series: [
        ChartSeries(LocalizedText("a"), points: SampleCharts.points([1, 2, nil, 3, nil, nil, 4]))
      ])
    let document = try document(chart)
    let line = try #require(document.all("path").first { $0.classes.contains("sl") })
    #expect(line.attributes["d"]?.filter { $0 == "M" }.count == 3)
    #expect(document.all("path").filter { $0.classes.contains("f0") }.count == 4)
  }

  @Test func pointsThatAreNotJoinedAreHollowMarks() throws {
    let chart = SampleCharts.chart(
      .line, categories: SampleCharts.years,
      series: [
        ChartSeries(LocalizedText("a"), points: SampleCharts.points([1, 2, 3])),
        ChartSeries(
          LocalizedText("printed"), points: SampleCharts.points([nil, 2, 3]), isJoined: false),
      ])
    let paths = try document(chart).all("path")
    #expect(paths.filter { $0.classes.contains("sl") }.count == 1)
    #expect(paths.filter { $0.classes == ["hm"] }.count == 2)
  }

  @Test func endsOfDifferentYearsSayWhich() throws {
    func ends(_ lists: [[Double?]]) throws -> [String] {
      let chart = SampleCharts.chart(
        .line, categories: SampleCharts.years,
        series: zip(["a", "b"], lists).map {
          ChartSeries(LocalizedText($0), points: SampleCharts.points($1))
        })
      return try document(chart).all("text").map(\.text).filter { "ab".contains($0.prefix(1)) }
    }
    #expect(try ends([[1, 2, 3], [2, 3, 4]]) == ["a 3.0%", "b 4.0%"])
    #expect(try ends([[1, 2, 3], [2, 4]]) == ["a 3.0% (2017)", "b 4.0% (2016)"])
  }

  @Test func mutedLinesAreGrey() throws {
    let chart = SampleCharts.chart(
      .line, categories: SampleCharts.years,
      series: [
        ChartSeries(LocalizedText("a"), points: SampleCharts.points([1, 2])),
        ChartSeries(LocalizedText("b"), points: SampleCharts.points([2, 3]), isMuted: true),
      ])
    let lines = try document(chart).all("path").filter { $0.classes.contains("sl") }
    #expect(lines.map(\.classes) == [["sl", "l0", "d0"], ["sl", "sk", "d1"]])
  }

  @Test func pyramidHasAKeyAYear() throws {
    let chart = SampleCharts.chart(
      .pyramid, categories: SampleCharts.ages,
      series: ["men 2015", "women 2015", "men 2005", "women 2005"].map {
        ChartSeries(LocalizedText($0), points: SampleCharts.points((1...18).map(Double.init)))
      })
    let texts = try document(chart).all("text").map(\.text)
    for word in ["men", "women", "2015", "2005"] {
      #expect(texts.count { $0 == word } == 1, "\(word)")
    }
  }

  @Test func namesOfLinesAreBrokenNotCut() throws {
    let names = ["Simulation 2 (and balanced migration)", "シミュレーション2（出生率の上昇と移動均衡）"]
    let chart = SampleCharts.chart(
      .line, categories: SampleCharts.years,
      series: names.map {
        ChartSeries(LocalizedText($0), points: SampleCharts.points([100_000, 140_481]))
      })
    let texts = try document(chart, width: 360).all("text").map(\.text)
    #expect(!texts.contains { $0.hasSuffix("…") })
    #expect(texts.joined(separator: " ").contains("migration) 140,481"))
  }

  @Test func yearsStandAsFarApartAsTheyAre() throws {
    let chart = SampleCharts.chart(
      .line, categories: [2000, 2005, 2020].map { ChartCategory(Period.calendarYear($0)) },
      series: [ChartSeries(LocalizedText("a"), points: SampleCharts.points([1, 2, 3]))])
    let line = try #require(try document(chart).all("path").first { $0.classes.contains("sl") })
    let data = try #require(line.attributes["d"])
    let places = data.split(whereSeparator: { "ML".contains($0) })
      .compactMap { $0.split(separator: " ").first.flatMap { Double($0) } }
    try #require(places.count == 3)
    #expect(abs((places[2] - places[1]) / (places[1] - places[0]) - 3) < 0.02)
  }

  @Test func saysWhenTheAxisDoesNotBeginAtZero() throws {
    func note(_ values: [Double?]) throws -> Bool {
      let chart = SampleCharts.chart(
        .line, categories: SampleCharts.years,
        series: [ChartSeries(LocalizedText("a"), points: SampleCharts.points(values))])
      return try document(chart).all("text").contains { $0.text.hasSuffix("begin at 0.") }
    }
    #expect(try note([79_352, 80_100]))
    #expect(try !note([10, 80]))
    #expect(try !note([-1, 80]))
  }

  @Test func pyramidGrowsOutwardsWithTheYoungestBelow() throws {
    let chart = SampleCharts.chart(
      .pyramid, categories: SampleCharts.ages,
      series: [
        ChartSeries(LocalizedText("men"), points: SampleCharts.points((1...18).map(Double.init))),
        ChartSeries(LocalizedText("women"), points: SampleCharts.points((1...18).map(Double.init))),
      ])
    let document = try document(chart)
    // Both sides have one colour; the side tells them apart. The first two are those of the key.
    let bars = document.all("rect").filter { $0.classes == ["f0"] }.dropFirst(2)
    let men = bars.filter { $0.number("x") < document.width / 2 }
    let women = bars.filter { $0.number("x") > document.width / 2 }
    #expect(men.count == 18 && women.count == 18)
    let first = try #require(men.first)
    let last = try #require(men.last)
    #expect(first.number("y") > last.number("y"))
    #expect(
      abs(first.number("x") + first.number("width") - last.number("x") - last.number("width"))
        < 0.11)
    #expect(last.number("x") < first.number("x"))
  }

  @Test func tooltipNamesFormulaAndCells() throws {
    let cell = Citation(document: "plan", line: 12, printed: "▲349")
    let chart = SampleCharts.chart(
      .bar, categories: [ChartCategory("2021")],
      series: [
        ChartSeries(
          LocalizedText("city"),
          points: [
            ChartPoint(
              -349, text: LocalizedText("-349"), sources: [cell, cell],
              formula: LocalizedText("in − out"))
          ])
      ])
    let titles = try document(chart).all("title").map(\.text)
    #expect(titles.last == "city, 2021: -349 | in − out | plan:12 \"▲349\"")
  }

  @Test func widthIsKeptWithinBounds() {
    #expect(SVGRenderer(language: .english, width: -1).width == 240)
    #expect(SVGRenderer(language: .english, width: .max).width == 4_000)
  }
}
