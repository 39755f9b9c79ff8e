import MunicipalModel

extension ChartDrawing {
  mutating func drawBars() {
    drawNote(chart.valueLabel[language])
    let keys: [(key: ChartKey, label: String)] =
      chart.series.count == 1
      ? []
      : chart.series.enumerated().map { (.bar(style(ofSeries: $0)), $1.label[language]) }
    drawKeys(keys + referenceKeys)
    let isDense = chart.series.count * chart.categories.count > 200
    let thickness = isDense ? 5.0 : chart.series.count == 1 ? 16 : 14
    let rows = rows(
      content: Double(chart.series.count) * thickness, gap: chart.series.count == 1 ? 4 : 8)
    let labels: [Outside] =
      isDense
      ? []
      : chart.series.flatMap(\.points).map { point in
        (point.value ?? 0, measure.width(valueLabel(point)) + 5, (point.value ?? 0) < 0)
      }
    let field = field(rows: rows, labels: labels)
    let top = y + 4
    let bottom = top + rows.heights.reduce(0, +)
    drawHorizontalAxis(field.scale, top: top, bottom: bottom)
    // The middle of each category's row.
    var middles = Array(repeating: top, count: chart.categories.count)
    var edge = top
    for category in rows.order {
      middles[category] = edge + rows.heights[category] / 2
      edge += rows.heights[category]
      drawBlock(
        rows.labels[category], x: rows.labelWidth + 2, middle: middles[category], anchor: .end, "")
    }
    func barTop(_ index: Int, _ category: Int) -> Double {
      middles[category] + (Double(index) - Double(chart.series.count) / 2) * thickness
    }
    for index in chart.series.indices {
      for category in rows.order {
        drawBar(
          index, category, top: barTop(index, category), thickness: thickness, scale: field.scale)
      }
    }
    drawReferences(field.scale, top: top, bottom: bottom)
    if field.showsValues, !isDense {
      for index in chart.series.indices {
        for category in rows.order {
          drawValue(
            chart.series[index].points[category], scale: field.scale,
            middle: barTop(index, category) + thickness / 2)
        }
      }
    }
    finishRows(field.scale, bottom: bottom)
  }

  private mutating func drawBar(
    _ index: Int, _ category: Int, top: Double, thickness: Double, scale: ValueScale
  ) {
    let series = chart.series[index]
    guard let value = series.points[category].value else { return }
    let zero = scale.zero
    let end = scale.place(value)
    // Of one series, what is below zero differs from what is above it in its pattern.
    let marksSign = chart.kind == .divergingBar && chart.series.count == 1 && value < 0
    let style = SeriesStyle(index: marksSign ? 1 : index, colour: chart.colour ?? index)
    canvas.rectangle(
      min(zero, end), top + 1, width: (end - zero).magnitude, height: thickness - 2,
      style.fill, fill: pattern(style), title: tooltip(series, category))
  }

  private mutating func drawValue(_ point: ChartPoint, scale: ValueScale, middle: Double) {
    let value = point.value ?? 0
    let end = scale.place(value)
    canvas.text(
      valueLabel(point), x: value < 0 ? end - 4 : end + 4,
      baseline: middle + measure.size * 0.35, anchor: value < 0 ? .end : .start,
      point.value == nil ? "mu vl" : "vl")
  }
}
