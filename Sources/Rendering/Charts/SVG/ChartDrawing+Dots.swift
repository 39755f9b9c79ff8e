import MunicipalModel

extension ChartDrawing {
  mutating func drawDots() {
    drawNote(chart.valueLabel[language])
    drawKeys(
      chart.series.enumerated().map { (.mark(style(ofSeries: $0)), $1.label[language]) }
        + referenceKeys)
    let rows = rows(content: 18, gap: 4)
    let ends = chart.categories.indices.map(extremes)
    let labels = ends.flatMap { ends -> [Outside] in
      guard let (lowest, highest) = ends else { return [] }
      return [(lowest, true), (highest, false)].map { point, isLeft in
        (point.value ?? 0, measure.width(valueLabel(point)) + 9, isLeft)
      }
    }
    let field = field(rows: rows, labels: labels)
    let top = y + 4
    let bottom = top + rows.heights.reduce(0, +)
    drawHorizontalAxis(field.scale, top: top, bottom: bottom)
    drawReferences(field.scale, top: top, bottom: bottom)
    var edge = top
    for category in rows.order {
      let middle = edge + rows.heights[category] / 2
      edge += rows.heights[category]
      drawBlock(
        rows.labels[category], x: rows.labelWidth + 2, middle: middle, anchor: .end, "")
      guard let (lowest, highest) = ends[category] else { continue }
      let first = field.scale.place(lowest.value ?? 0)
      let last = field.scale.place(highest.value ?? 0)
      canvas.line(first, middle, last, middle, "ld")
      for (index, series) in chart.series.enumerated() {
        guard let value = series.points[category].value else { continue }
        let style = style(ofSeries: index)
        canvas.path(
          style.mark(x: field.scale.place(value), y: middle, radius: 5), "mk \(style.fill)",
          title: tooltip(series, category))
      }
      guard field.showsValues else { continue }
      let baseline = middle + measure.size * 0.35
      if last > first {
        canvas.text(valueLabel(lowest), x: first - 8, baseline: baseline, anchor: .end, "vl")
      }
      canvas.text(valueLabel(highest), x: last + 8, baseline: baseline, "vl")
    }
    finishRows(field.scale, bottom: bottom)
  }

  /// The points of a row with the lowest and the highest value.
  private func extremes(_ category: Int) -> (lowest: ChartPoint, highest: ChartPoint)? {
    let points = chart.series.map { $0.points[category] }.filter { $0.value != nil }
    guard let lowest = points.min(by: { ($0.value ?? 0) < ($1.value ?? 0) }),
      let highest = points.max(by: { ($0.value ?? 0) < ($1.value ?? 0) })
    else { return nil }
    return (lowest, highest)
  }
}
