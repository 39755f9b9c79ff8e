import MunicipalModel

extension ChartDrawing {
  /// The rows of a chart whose categories stand below each other: their labels and heights.
  struct Rows {
    let labels: [FittedText]
    let labelWidth: Double
    let heights: [Double]
    /// The category of each row from the top.
    let order: [Int]
  }

  /// Breaks the labels of the categories, and gives each row the height that it needs.
  func rows(content: Double, gap: Double) -> Rows {
    let labels = chart.categories.map {
      fitted($0.label[language], limit: width * 0.38, most: 4)
    }
    let order = Array(chart.categories.indices)
    return Rows(
      labels: labels, labelWidth: labels.map { $0.width(measure) }.max() ?? 0,
      heights: labels.map { max(content, Double($0.lines.count) * lineHeight) + gap },
      order: chart.startsAtBottom ? order.reversed() : order)
  }

  /// The room for values and their labels beside the labels of the rows.
  struct Field {
    let scale: ValueScale
    let showsValues: Bool
  }

  /// A label that stands outside a value, at its left or its right.
  typealias Outside = (value: Double, length: Double, isLeft: Bool)

  /// Leaves as much room at the ends of the axis as the labels beside the values need.
  func field(rows: Rows, labels: [Outside]) -> Field {
    let range = ValueScale.range(chart)
    let left = rows.labelWidth + 12
    var start = left
    var end = width - 10
    for _ in 0..<40 where end - start >= 90 {
      let scale = horizontalScale(range, from: start, to: end)
      let before = labels.filter(\.isLeft).map { left - scale.place($0.value) + $0.length }.max()
      let after = labels.filter { !$0.isLeft }
        .map { scale.place($0.value) + $0.length - width }.max()
      if before ?? 0 <= 0, after ?? 0 <= 0 { return Field(scale: scale, showsValues: true) }
      start += before.map { $0 > 0 ? min(8, $0 + 1) : 0 } ?? 0
      end -= after.map { $0 > 0 ? min(8, $0 + 1) : 0 } ?? 0
    }
    return Field(scale: horizontalScale(range, from: left, to: width - 10), showsValues: false)
  }

  /// Draws the references over rows.
  mutating func drawReferences(_ scale: ValueScale, top: Double, bottom: Double) {
    for reference in chart.references {
      drawReference(reference, scale, top: top, bottom: bottom)
    }
  }

  mutating func drawReference(
    _ reference: ChartReference, _ scale: ValueScale, top: Double, bottom: Double
  ) {
    let x = scale.place(reference.value)
    canvas.line(x, top, x, bottom, "rf")
  }

  /// Ends rows whose axis is drawn below `bottom`.
  mutating func finishRows(_ scale: ValueScale, bottom: Double) {
    y = bottom + 20
    if !scale.hasZero { drawNote(ChartWords.startsAboveZero[language]) }
  }

  /// The figure of a point as it stands beside its bar.
  func valueLabel(_ point: ChartPoint) -> String {
    let text = point.text[language]
    if point.value == nil { return text.isEmpty ? "–" : fitted(text, limit: width / 4).lines[0] }
    return fitted(text, limit: width / 4).lines[0]
  }
}
