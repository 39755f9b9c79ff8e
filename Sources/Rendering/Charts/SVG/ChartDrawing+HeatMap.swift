import MunicipalModel

extension ChartDrawing {
  /// The number of colours from low to high.
  private static let classes = 7

  mutating func drawHeatMap() {
    drawNote(chart.valueLabel[language])
    let values = chart.values
    let lowest = values.min() ?? 0
    let highest = values.max() ?? 0
    let isDiverging = lowest < 0 && highest > 0
    let largest = max(lowest.magnitude, highest.magnitude)
    let ticks = AxisTicks(
      enclosing: isDiverging ? -largest...largest : min(0, lowest)...max(0, highest), count: 7)
    let colours = isDiverging ? "v" : "q"
    drawHeatKey(ticks, colours)

    let rowLabels = chart.series.map { fitted($0.label[language], limit: width * 0.34, most: 3) }
    let left = (rowLabels.map { $0.width(measure) }.max() ?? 0) + 10
    let count = Double(chart.categories.count)
    let texts = chart.series.map { series in
      // Why there is no value stands in the tooltip, so that it does not widen the cells.
      series.points.map { point in
        point.value == nil ? "–" : fitted(point.text[language], limit: 90).lines[0]
      }
    }
    let widest = texts.joined().map { measure.width($0) + 6 }.max() ?? 0
    let words = chart.categories.map { category in
      category.label[language].split(separator: " ").map { measure.width(String($0)) }.max() ?? 0
    }
    let needed = max(22, max(widest, min(64, (words.max() ?? 0) + 4)))
    let cell = max(needed, min(120, (width - left - 2) / count))
    width = max(width, left + cell * count + 2)
    let columnLabels = chart.categories.map {
      fitted($0.label[language], limit: cell - 4, most: 4)
    }
    let headLines = columnLabels.map(\.lines.count).max() ?? 0
    let head = Double(headLines) * lineHeight
    y += 4
    for (index, label) in columnLabels.enumerated() {
      let height = Double(label.lines.count) * lineHeight
      drawBlock(
        label, x: left + (Double(index) + 0.5) * cell, middle: y + head - height / 2,
        anchor: .middle, "mu")
    }
    y += head + 3
    for (index, series) in chart.series.enumerated() {
      let height = max(22, Double(rowLabels[index].lines.count) * lineHeight + 4)
      let middle = y + height / 2
      drawBlock(rowLabels[index], x: left - 6, middle: middle, anchor: .end, "")
      for (category, point) in series.points.enumerated() {
        let level = point.value.map { Self.level($0, in: ticks.range) }
        let x = left + Double(category) * cell
        canvas.rectangle(
          x + 0.5, y + 0.5, width: cell - 1, height: height - 1,
          level.map { "\(colours)\($0)" } ?? "no", title: tooltip(series, category))
        canvas.text(
          texts[index][category], x: x + cell / 2, baseline: middle + measure.size * 0.35,
          anchor: .middle, level.map { "\(colours)t\($0)" } ?? "mu")
      }
      y += height
    }
    drawCategoryLabel()
  }

  /// The colours from the lowest to the highest value.
  private mutating func drawHeatKey(_ ticks: AxisTicks, _ colours: String) {
    guard let low = ticks.labels.first, let high = ticks.labels.last else { return }
    y += lineHeight + 4
    let middle = y - lineHeight / 2
    var x = 2.0
    canvas.text(low, x: x, baseline: middle + measure.size * 0.35, "mu")
    x += measure.width(low) + 6
    for level in 0..<Self.classes {
      canvas.rectangle(x, middle - 6, width: 18, height: 12, "\(colours)\(level)")
      x += 18
    }
    canvas.text(high, x: x + 6, baseline: middle + measure.size * 0.35, "mu")
    y += 4
  }

  private static func level(_ value: Double, in range: ClosedRange<Double>) -> Int {
    let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    return min(classes - 1, max(0, Int(share * Double(classes))))
  }
}
