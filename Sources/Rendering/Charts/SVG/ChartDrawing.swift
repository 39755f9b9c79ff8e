import MunicipalModel

/// A drawing in the making: what is drawn so far, and how far down it reaches.
struct ChartDrawing {
  let chart: ReportChart
  let words: SourceWords
  /// The first part of every identifier.
  let prefix: String
  var width: Double
  /// Where the next part begins.
  var y = 0.0
  var canvas = SVGCanvas()
  /// What the chart's table says of all its figures.
  var basis: [Citation] = []
  /// The patterns in use, by name.
  private var patterns: [String] = []

  let measure = TextMeasure(size: 12)
  /// From one line of a text to the next.
  let lineHeight = 16.0

  var language: Language { words.language }

  init(chart: ReportChart, words: SourceWords, width: Double, prefix: String) {
    self.chart = chart
    self.words = words
    self.width = width
    self.prefix = "c-" + (prefix + chart.key).identifier(hasCapitals: true)
  }

  mutating func draw(showsTitle: Bool) {
    if showsTitle { drawTitle() }
    if chart.values.isEmpty {
      y += 12
      drawLines([ChartWords.noData[language]], x: 4, "mu")
      y += 12
      return
    }
    switch chart.kind {
    case .line: drawLineChart()
    case .bar, .divergingBar: drawBars()
    case .pyramid: drawPyramid()
    case .heatMap: drawHeatMap()
    case .map: drawMap()
    }
    y += 4
    // A picture of its own says where its figures come from, where the documents are known by their titles.
    if showsTitle, !words.publications.isEmpty {
      let sources = words.short(chart, basis: basis)
      if !sources.isEmpty { drawNote("\(RenderingWords.sources[language]): \(sources)") }
      y += 4
    }
  }

  // MARK: Texts

  private mutating func drawTitle() {
    let title = FittedText(
      chart.heading[language], measure: TextMeasure(size: 15, isBold: true), limit: width - 4,
      most: 6)
    for line in title.lines {
      y += 20
      canvas.text(line, x: 2, baseline: y - 4, "tt")
    }
    y += 2
    if let subject = chart.subject { drawNote(subject[language]) }
  }

  /// A muted line about the drawing, such as what its values are.
  mutating func drawNote(_ text: String) {
    guard !text.isEmpty else { return }
    drawLines(FittedText(text, measure: measure, limit: width - 4, most: 3).lines, x: 2, "mu")
  }

  private mutating func drawLines(_ lines: [String], x: Double, _ classes: String) {
    for line in lines {
      y += lineHeight
      canvas.text(line, x: x, baseline: y - 4, classes)
    }
  }

  /// Draws a block of lines about a middle.
  mutating func drawBlock(
    _ block: FittedText, x: Double, middle: Double, anchor: SVGCanvas.Anchor, _ classes: String
  ) {
    var baseline = middle - Double(block.lines.count - 1) * lineHeight / 2 + measure.size * 0.35
    for line in block.lines {
      canvas.text(line, x: x, baseline: baseline, anchor: anchor, classes)
      baseline += lineHeight
    }
  }

  func fitted(_ text: String, limit: Double, most: Int = 1) -> FittedText {
    FittedText(text, measure: measure, limit: limit, most: most)
  }

  /// What is shown when the pointer rests on a point.
  func tooltip(_ series: ChartSeries, _ category: Int) -> String {
    let point = series.points[category]
    let label = chart.categories[category].label[language]
    let separator = language == .japanese ? "、" : ", "
    let head = [series.label[language], label].filter { !$0.isEmpty }.joined(separator: separator)
    return PointNote(point, words: words).text(head: head)
  }

  /// How a series looks: where the chart is about one municipality, all have its colour.
  func style(ofSeries index: Int) -> SeriesStyle {
    SeriesStyle(index: index, colour: chart.colour, isMuted: chart.series[index].isMuted)
  }

  // MARK: Patterns

  /// The identifier of the pattern of a bar; `nil` if its bars are plain.
  mutating func pattern(_ style: SeriesStyle) -> String? {
    guard let name = style.patternName, let number = style.pattern else { return nil }
    let id = "\(prefix)-\(name)"
    if !patterns.contains(where: { $0.contains("id=\"\(id)\"") }) {
      patterns.append(
        "<pattern id=\"\(id)\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
          + "<rect width=\"8\" height=\"8\" class=\"\(style.fill)\"/>"
          + "<path d=\"\(SeriesStyle.strokes(ofPattern: number))\" class=\"pt\"/></pattern>\n")
    }
    return id
  }

  var definitions: String {
    patterns.isEmpty ? "" : "<defs>\n" + patterns.joined() + "</defs>\n"
  }
}

/// The words that a drawing adds to its chart.
enum ChartWords {
  static let noData = LocalizedText(ja: "データがありません", en: "No data")
  static let startsAboveZero = LocalizedText(
    ja: "軸は0から始まっていません。", en: "The axis does not begin at 0.")
  /// That a drawing of many series names some of them.
  static func namesEnds(_ count: Int) -> LocalizedText {
    LocalizedText(
      ja: "名前は最も高い\(count)と最も低い\(count)だけ。ほかは印に触れるか表で見てください。",
      en:
        "Only the \(count) highest and the \(count) lowest are named; see the marks or the table for others."
    )
  }
  /// That some of what a map should show has no place on it.
  static func withoutPlace(_ count: Int) -> LocalizedText {
    LocalizedText(
      ja: "場所が分からない\(count)件は、地図にありません。", en: "\(count) without a known place are not on the map.")
  }
  static let noValue = LocalizedText(ja: "値なし", en: "no value")
}
