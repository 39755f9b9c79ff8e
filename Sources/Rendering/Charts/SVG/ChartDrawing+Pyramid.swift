import MunicipalModel

extension ChartDrawing {
  /// The two halves of a pyramid: their axes run outwards from the ages between them.
  private struct Halves {
    let left: ValueScale
    let right: ValueScale

    func scale(_ side: ChartSeries.Side) -> ValueScale { side == .left ? left : right }
  }

  /// Which pair a series belongs to: the series of a pair look alike.
  private func pair(_ index: Int) -> Int {
    chart.series.indices.prefix(index).count { chart.side($0) == chart.side(index) }
  }

  /// Both sides of the filled pair look alike, as they stand apart; the pairs over it have a dash each.
  private func style(_ index: Int) -> SeriesStyle {
    SeriesStyle(index: pair(index), colour: chart.colour ?? 0)
  }

  mutating func drawPyramid() {
    drawNote(chart.valueLabel[language])
    let words = pairWords
    drawKeys(pyramidKeys(words) + referenceKeys)
    let ages = chart.categories.map { fitted($0.label[language], limit: width * 0.25) }
    let gutter = (ages.map { $0.width(measure) }.max() ?? 0) + 14
    let half = (width - gutter) / 2
    // A count of persons is never below zero; what is, is not drawn.
    let highest = ValueScale.range(chart).upperBound
    let halves = Halves(
      left: horizontalScale(0...highest, from: half, to: 16),
      right: horizontalScale(0...highest, from: half + gutter, to: width - 16))
    if let words {
      y += lineHeight
      for (side, x) in [(ChartSeries.Side.left, half / 2), (.right, width - half / 2)] {
        drawBlock(
          fitted(words.sides[side] ?? "", limit: half), x: x, middle: y - lineHeight / 2,
          anchor: .middle, "hd")
      }
    }
    let step = chart.categories.count > 30 ? 6.0 : 16
    let top = y + 4
    let bottom = top + step * Double(chart.categories.count)
    drawHorizontalAxis(halves.left, top: top, bottom: bottom, placesLabels: false)
    drawHorizontalAxis(halves.right, top: top, bottom: bottom, placesLabels: false)
    drawLabels(
      [halves.left, halves.right].flatMap { scale in
        zip(scale.ticks.values, scale.ticks.labels).map { (scale.place($0), $1) }
          .sorted { $0.0 < $1.0 }
      }, baseline: bottom + 14)
    let every = max(1, Int((lineHeight / step).rounded(.up)))
    for (category, age) in ages.enumerated() where category.isMultiple(of: every) {
      drawBlock(
        age, x: width / 2, middle: rowMiddle(category, top: top, step: step), anchor: .middle, "")
    }
    for index in chart.series.indices where chart.isFilled(index) {
      drawHalf(index, halves.scale(chart.side(index)), top: top, step: step)
    }
    for index in chart.series.indices where !chart.isFilled(index) {
      drawOutline(index, halves.scale(chart.side(index)), top: top, step: step)
    }
    for reference in chart.references {
      for scale in [halves.left, halves.right] {
        drawReference(reference, scale, top: top, bottom: bottom)
      }
    }
    y = bottom + 20
  }

  /// What the labels of each side begin with, such as 男, and what each pair goes on with, such as 2015年; `nil`
  /// unless the labels of both sides go on alike.
  private var pairWords: (sides: [ChartSeries.Side: String], pairs: [String])? {
    var sides: [ChartSeries.Side: String] = [:]
    var pairs: [String] = []
    for index in chart.series.indices {
      let parts = chart.series[index].label[language].split(separator: " ", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      let word = String(parts[0].filter { $0 != "," })
      if pair(index) == pairs.count { pairs.append(String(parts[1])) }
      guard sides[chart.side(index), default: word] == word, pair(index) < pairs.count,
        pairs[pair(index)] == parts[1]
      else { return nil }
      sides[chart.side(index)] = word
    }
    return (sides, pairs)
  }

  /// A key for each pair where the halves say whose they are, or for each series.
  private func pyramidKeys(
    _ words: (sides: [ChartSeries.Side: String], pairs: [String])?
  ) -> [(key: ChartKey, label: String)] {
    chart.series.indices.filter { words == nil || chart.side($0) == chart.side(0) }.map { index in
      let style = style(index)
      return (
        chart.isFilled(index) ? .bar(style) : .outline(style),
        words.map { $0.pairs[pair(index)] } ?? chart.series[index].label[language]
      )
    }
  }

  private func rowMiddle(_ category: Int, top: Double, step: Double) -> Double {
    let row = chart.startsAtBottom ? chart.categories.count - 1 - category : category
    return top + (Double(row) + 0.5) * step
  }

  private mutating func drawHalf(_ index: Int, _ scale: ValueScale, top: Double, step: Double) {
    let series = chart.series[index]
    let style = style(index)
    let fill = pattern(style)
    for (category, point) in series.points.enumerated() {
      guard let value = point.value else { continue }
      let end = scale.place(value)
      let gap = step > 8 ? 1.0 : 0.5
      canvas.rectangle(
        min(scale.start, end), rowMiddle(category, top: top, step: step) - step / 2 + gap,
        width: (end - scale.start).magnitude, height: step - 2 * gap, style.fill, fill: fill,
        title: tooltip(series, category))
    }
  }

  /// The outline of a series as steps, with gaps where values are missing.
  private mutating func drawOutline(
    _ index: Int, _ scale: ValueScale, top: Double, step: Double
  ) {
    let series = chart.series[index]
    let order =
      chart.startsAtBottom
      ? Array(series.points.indices.reversed()) : Array(series.points.indices)
    var path = ""
    var isOpen = false
    for category in order {
      guard let value = series.points[category].value else {
        isOpen = false
        continue
      }
      let x = SVGCanvas.number(scale.place(value))
      let middle = rowMiddle(category, top: top, step: step)
      let first = SVGCanvas.number(middle - step / 2)
      path += isOpen ? "H\(x)" : "M\(x) \(first)"
      path += "V\(SVGCanvas.number(middle + step / 2))"
      isOpen = true
    }
    // On the bars, too, the outline is seen: it has a wider line of the ground's colour below it.
    canvas.path(path, "oc")
    canvas.path(path, "ol d\(pair(index))", title: series.label[language])
  }
}
