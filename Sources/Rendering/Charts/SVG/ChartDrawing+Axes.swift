import MunicipalModel

/// What a key explains: how a series or a reference looks.
enum ChartKey {
  case bar(SeriesStyle)
  case outline(SeriesStyle)
  case dot(MapLevel)
  case reference
}

extension ChartDrawing {
  /// Draws keys in rows: a sample and what it stands for.
  mutating func drawKeys(_ keys: [(key: ChartKey, label: String)]) {
    guard !keys.isEmpty else { return }
    let sample = 24.0
    var x = 2.0
    y += lineHeight + 2
    for (key, label) in keys {
      let text = fitted(label, limit: width - sample - 8)
      let length = sample + text.width(measure) + 14
      if x > 2, x + length - 14 > width - 2 {
        x = 2
        y += lineHeight + 2
      }
      drawSample(key, x: x, middle: y - lineHeight / 2)
      drawBlock(text, x: x + sample, middle: y - lineHeight / 2, anchor: .start, "")
      x += length
    }
    y += 4
  }

  private mutating func drawSample(_ key: ChartKey, x: Double, middle: Double) {
    switch key {
    case .bar(let style):
      canvas.rectangle(
        x + 2, middle - 5, width: 16, height: 10, style.fill, fill: pattern(style))
    case .outline(let style): canvas.line(x, middle, x + 20, middle, "ol d\(style.index % 4)")
    case .dot(let level): canvas.path(level.mark(x: x + 12, y: middle, radius: 5), level.classes)
    case .reference: canvas.line(x, middle, x + 20, middle, "rf")
    }
  }

  /// The keys of the chart's references.
  var referenceKeys: [(key: ChartKey, label: String)] {
    chart.references.map { (.reference, $0.label[language]) }
  }

  /// An axis of values from left to right, from end to end of a range, with as many marks as have room.
  func horizontalScale(
    _ range: ClosedRange<Double>, from start: Double, to end: Double
  ) -> ValueScale {
    for count in (2...6).reversed() {
      let scale = horizontalScale(range, count: count, from: start, to: end)
      let boxes = zip(scale.ticks.values, scale.ticks.labels).map { value, label in
        (place: scale.place(value), half: measure.width(label) / 2)
      }.sorted { $0.place < $1.place }
      let fits = zip(boxes, boxes.dropFirst()).allSatisfy {
        $0.place + $0.half + 8 <= $1.place - $1.half
      }
      if fits { return scale }
    }
    return horizontalScale(range, count: 1, from: start, to: end)
  }

  private func horizontalScale(
    _ range: ClosedRange<Double>, count: Int, from start: Double, to end: Double
  ) -> ValueScale {
    let all = AxisTicks(enclosing: range, count: count, isWhole: chart.countsWholes)
    let ticks = all.within(range)
    // The axis ends with the longest bar, unless there are too few marks up to there.
    return ValueScale(ticks: ticks, range: ticks == all ? nil : range, start: start, end: end)
  }

  /// Draws the lines of an axis from left to right, and their labels below.
  mutating func drawHorizontalAxis(
    _ scale: ValueScale, top: Double, bottom: Double, placesLabels: Bool = true
  ) {
    for value in scale.ticks.values {
      let x = scale.place(value)
      canvas.line(x, top, x, bottom, value == 0 ? "ax" : "gr")
    }
    guard placesLabels else { return }
    drawLabels(
      zip(scale.ticks.values, scale.ticks.labels).map { (scale.place($0), $1) },
      baseline: bottom + 14)
  }

  /// Draws labels about their places in one row, leaving out those that would touch another.
  mutating func drawLabels(_ labels: [(x: Double, text: String)], baseline: Double) {
    let boxes = labels.map { label -> (left: Double, text: String, width: Double) in
      let text = fitted(label.text, limit: width / 2).lines.first ?? ""
      let length = measure.width(text)
      return (min(max(0, label.x - length / 2), width - length), text, length)
    }
    // The last label is always kept; of the others every first, second, third … from the end.
    for step in 1...max(1, boxes.count) {
      let kept = boxes.indices.filter { (boxes.count - 1 - $0) % step == 0 }
      let order = kept.sorted { boxes[$0].left < boxes[$1].left }
      let touches = zip(order, order.dropFirst()).contains {
        boxes[$0].left + boxes[$0].width + 5 > boxes[$1].left
      }
      guard !touches else { continue }
      for index in kept {
        let box = boxes[index]
        canvas.text(
          box.text, x: box.left + box.width / 2, baseline: baseline, anchor: .middle, "mu")
      }
      return
    }
  }

  /// The name of the axis of categories, below it at the right.
  mutating func drawCategoryLabel() {
    // Years and municipalities say themselves what they are.
    guard chart.kind != .line, chart.kind != .heatMap else { return }
    let text = fitted(chart.categoryLabel[language], limit: width - 8)
    guard text.lines != [""] else { return }
    y += lineHeight
    canvas.text(text.lines[0], x: width - 2, baseline: y - 4, anchor: .end, "mu")
  }
}
