import MunicipalModel

extension ChartDrawing {
  mutating func drawSlopes() {
    drawNote(chart.valueLabel[language])
    let last = chart.categories.count - 1
    let shown = chart.series.indices.filter { index in
      chart.series[index].points[0].value != nil || chart.series[index].points[last].value != nil
    }
    let befores = shown.map { index in
      fitted(chart.series[index].points[0].text[language], limit: width * 0.2)
    }
    let afters = shown.map { index in
      let series = chart.series[index]
      let text = [series.points[last].text[language], series.label[language]]
      return fitted(
        text.filter { !$0.isEmpty }.joined(separator: " "), limit: width * 0.4, most: 3)
    }
    let heights = afters.map { Double($0.lines.count) * lineHeight + 3 }
    let height = max(190, heights.reduce(0, +))
    let left = (befores.map { $0.width(measure) }.max() ?? 0) + 26
    let right = width - (afters.map { $0.width(measure) }.max() ?? 0) - 26
    let top = y + lineHeight + 12
    let bottom = top + height
    let scale = ValueScale(
      ticks: AxisTicks(
        enclosing: ValueScale.range(chart), count: 5, isWhole: chart.countsWholes),
      start: bottom, end: top)
    for (x, category) in [(left, 0), (right, last)] {
      canvas.line(x, top - 4, x, bottom + 4, "gr")
      let label = fitted(chart.categories[category].label[language], limit: (right - left) / 2)
      let length = label.width(measure)
      let place = min(max(length / 2, x), width - length / 2)
      canvas.text(label.lines[0], x: place, baseline: top - 10, anchor: .middle, "hd")
    }
    func middles(_ category: Int, _ lengths: [Double]) -> [Double] {
      let labels = zip(shown, lengths).map { index, length in
        let value = chart.series[index].points[category].value
        return LabelSpreading.Label(
          wanted: scale.place(value ?? 0), length: value == nil && category == 0 ? 0 : length)
      }
      return LabelSpreading.places(labels, within: (top - 2)...(bottom + 2))
    }
    let starts = middles(0, befores.map { _ in lineHeight })
    let ends = middles(last, heights)
    for (row, index) in shown.enumerated() {
      drawSlope(index, last: last, left: left, right: right, scale: scale)
      let series = chart.series[index]
      if let value = series.points[0].value {
        canvas.line(left - 18, starts[row], left - 5, scale.place(value), "ld")
        drawBlock(befores[row], x: left - 21, middle: starts[row], anchor: .end, "")
      }
      let value = series.points[last].value
      if let value { canvas.line(right + 5, scale.place(value), right + 18, ends[row], "ld") }
      drawBlock(
        afters[row], x: right + 21, middle: ends[row], anchor: .start,
        style(ofSeries: index).text)
    }
    y = bottom + 14
    if !scale.hasZero { drawNote(ChartWords.startsAboveZero[language]) }
  }

  private mutating func drawSlope(
    _ index: Int, last: Int, left: Double, right: Double, scale: ValueScale
  ) {
    let series = chart.series[index]
    let style = style(ofSeries: index)
    let first = series.points[0].value
    let end = series.points[last].value
    if let first, let end, last > 0 {
      canvas.line(left, scale.place(first), right, scale.place(end), "sl \(style.line)")
    }
    if let first {
      canvas.path(
        style.mark(x: left, y: scale.place(first)), style.fill, title: tooltip(series, 0))
    }
    if let end, last > 0 {
      canvas.path(
        style.mark(x: right, y: scale.place(end)), style.fill, title: tooltip(series, last))
    }
  }
}
