package import MunicipalModel

/// A chart as values: categories, series of points, and what they mean. It holds nothing of a drawing.
///
/// A renderer draws it: `SVGRenderer` as a picture, `VegaLiteRenderer` as a Vega-Lite specification.
package struct ReportChart: Hashable, Sendable {
  /// How the points are drawn.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// One line a series over the categories, such as years (折れ線グラフ).
    case line
    /// Horizontal bars from zero, one a category and series (棒グラフ).
    case bar
    /// Horizontal bars to both sides of zero (増減の棒グラフ).
    case divergingBar = "diverging_bar"
    /// Bars to the left and to the right of the ages, the youngest at the bottom (人口ピラミッド).
    ///
    /// The first pair of series is filled, and further pairs are outlines over it.
    case pyramid
    /// One cell a series and category, coloured and labelled by its value (ヒートマップ).
    case heatMap = "heat_map"
    /// One dot a category at its place, coloured by the value of the first series (点の地図).
    ///
    /// The categories of which further series have a value are marked with the names of these.
    case map
  }

  /// A stable name in snake case. It becomes the prefix of the drawing's identifiers.
  package let key: String
  /// How the points are drawn.
  package let kind: Kind
  /// The title.
  package let title: LocalizedText
  /// The finding in a sentence, which stands as the heading; `nil` if the title does.
  package var finding: LocalizedText?
  /// What the chart rests on beside the cells that its points cite, as it is to be cited.
  package var credit: LocalizedText?
  /// The place of the municipality that all series are about, whose colour they have; `nil` where each
  /// series is a municipality.
  package var colour: Int?
  /// What the chart shows, for those who cannot see it.
  package let summary: LocalizedText
  /// What the categories are, such as year.
  package let categoryLabel: LocalizedText
  /// What the values are, with their unit.
  package let valueLabel: LocalizedText
  /// The categories in reading order; of a pyramid and of ages, the youngest first.
  package let categories: [ChartCategory]
  /// The series. Each has one point a category.
  package let series: [ChartSeries]
  /// Values that the reader should compare with, such as a target.
  package let references: [ChartReference]
  /// Whether the first category stands at the bottom, as the youngest age does.
  package let startsAtBottom: Bool
  /// Values that the axis has to reach, so that charts side by side have one scale.
  package let axisReaches: [Double]

  /// Makes a chart. Series and categories are filled up to the same length; no point is lost.
  ///
  /// - Parameters:
  ///   - startsAtBottom: by default `true` for a pyramid only.
  ///   - axisReaches: values that the axis has to reach, such as those of the charts beside this one.
  package init(
    key: String, kind: Kind, title: LocalizedText, summary: LocalizedText,
    categoryLabel: LocalizedText, valueLabel: LocalizedText, categories: [ChartCategory],
    series: [ChartSeries], references: [ChartReference] = [], startsAtBottom: Bool? = nil,
    axisReaches: [Double] = []
  ) {
    let count = max(categories.count, series.map(\.points.count).max() ?? 0)
    let further = (categories.count..<count).map { ChartCategory("\($0 + 1)") }
    self.key = key
    self.kind = kind
    self.title = title
    self.summary = summary
    self.categoryLabel = categoryLabel
    self.valueLabel = valueLabel
    self.categories = categories + further
    self.series = series.map { $0.filled(to: count) }
    self.references = references
    self.startsAtBottom = startsAtBottom ?? (kind == .pyramid)
    self.axisReaches = axisReaches.compactMap(ChartPoint.drawable)
  }

  /// What stands above the chart: the finding, or the title.
  package var heading: LocalizedText { finding ?? title }

  /// What is measured, where and when, below the finding; `nil` if the title is the heading.
  package var subject: LocalizedText? {
    guard finding != nil else { return nil }
    guard let first = categories.first, let last = categories.last, first != last,
      first.position != nil
    else { return title }
    return LocalizedText(
      ja: "\(title.ja)、\(first.label.ja)～\(last.label.ja)",
      en: "\(title.en), \(first.label.en)–\(last.label.en)")
  }

  /// The chart with a finding, and the colour of the one municipality that it is about.
  package func found(_ finding: LocalizedText?, colour: Int? = nil) -> Self {
    var chart = self
    chart.finding = finding
    if let colour { chart.colour = colour }
    return chart
  }

  /// The side of a series of a pyramid; without one, series take the left and the right side in turn.
  func side(_ index: Int) -> ChartSeries.Side {
    series[index].side ?? (index.isMultiple(of: 2) ? .left : .right)
  }

  /// Whether a series of a pyramid is filled: the first of each side is.
  func isFilled(_ index: Int) -> Bool {
    series.indices.first { side($0) == side(index) } == index
  }

  /// Whether every value is a whole number, as counts are.
  package var countsWholes: Bool {
    (values + references.map(\.value) + axisReaches).allSatisfy { $0 == $0.rounded() }
  }

  /// All values that can be drawn.
  package var values: [Double] { series.flatMap { $0.points.compactMap(\.value) } }
}
