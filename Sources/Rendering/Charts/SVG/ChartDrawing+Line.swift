import MunicipalModel

extension ChartDrawing {
  /// The label at the end of a series: its name and its last figure.
  private struct EndLabel {
    let series: Int
    let last: Int
    let block: FittedText
  }

  mutating func drawLineChart() {
    drawNote(chart.valueLabel[language])
    drawKeys(referenceKeys)
    let labels = endLabels()
    let labelWidth = labels.map { $0.block.width(measure) }.max() ?? 0
    let ticks = AxisTicks(
      enclosing: ValueScale.range(chart), count: 5, isWhole: chart.countsWholes)
    let tickWidth = ticks.labels.map(measure.width).max() ?? 0
    let heights = labels.map { Double($0.block.lines.count) * lineHeight + 3 }
    let height = max(190, heights.reduce(0, +))
    let top = y + 10
    let bottom = top + height
    let left = min(width / 3, tickWidth + 8)
    let right = width - labelWidth - 14
    let scale = ValueScale(ticks: ticks, start: bottom, end: top)

    for (value, label) in zip(ticks.values, ticks.labels) {
      let place = scale.place(value)
      canvas.line(left, place, right, place, value == 0 ? "ax" : "gr")
      drawBlock(
        fitted(label, limit: left), x: left - 6, middle: place, anchor: .end, "mu")
    }
    for reference in chart.references {
      canvas.line(left, scale.place(reference.value), right, scale.place(reference.value), "rf")
    }
    let places = categoryPlaces(from: left + 8, to: right - 8)
    drawLabels(
      Self.evenYears(zip(places, chart.categories).map { ($0, $1.label[language]) }),
      baseline: bottom + 18)
    for index in chart.series.indices { drawBand(index, places: places, scale: scale) }
    for index in chart.series.indices { drawLine(index, places: places, scale: scale) }

    let wanted = labels.map { label in
      scale.place(chart.series[label.series].points[label.last].value ?? 0)
    }
    let middles = LabelSpreading.places(
      zip(wanted, heights).map { LabelSpreading.Label(wanted: $0, length: $1) },
      within: (top - 6)...(bottom + 6))
    for (index, label) in labels.enumerated() {
      let x = places[label.last]
      if (middles[index] - wanted[index]).magnitude > 3 || right - x > 12 {
        canvas.line(x + 5, wanted[index], right + 4, middles[index], "ld")
      }
      let isJoined = chart.series[label.series].isJoined
      drawBlock(
        label.block, x: right + 8, middle: middles[index], anchor: .start,
        isJoined ? style(ofSeries: label.series).text : "")
    }
    y = max(bottom + 24, (middles.last ?? 0) + 10)
    if chart.categories.contains(where: { $0.position == nil }) { drawCategoryLabel() }
    if !scale.hasZero { drawNote(ChartWords.startsAboveZero[language]) }
    if labels.count < chart.series.count, chart.series.count > Self.mostLabels {
      drawNote(ChartWords.namesEnds(Self.mostLabels / 2)[language])
    }
  }

  /// Of more series than these, the highest and the lowest are named.
  private static let mostLabels = 8

  /// The series that are named at their ends: all, or the highest and the lowest of very many.
  private var named: Set<Int> {
    let series = chart.series.indices
    guard series.count > Self.mostLabels else { return Set(series) }
    let ends = series.compactMap { index in
      chart.series[index].points.compactMap(\.value).last.map { (index: index, value: $0) }
    }.sorted { $0.value < $1.value }
    let half = Self.mostLabels / 2
    return Set((ends.prefix(half) + ends.suffix(half)).map(\.index))
  }

  /// The sign of figures that are per cent, which the label at a line's end has too.
  private var percent: String {
    guard chart.valueLabel.en.contains("%") else { return "" }
    return "%"
  }

  private func endLabels() -> [EndLabel] {
    let named = named
    let lasts = chart.series.map { $0.points.lastIndex { $0.value != nil } }
    // Figures of different years say which.
    let isOfOneYear = Set(named.compactMap { lasts[$0] }).count < 2
    return chart.series.enumerated().compactMap { index, series in
      guard named.contains(index), let last = lasts[index] else { return nil }
      var figure = series.points[last].text[language] + percent
      if !isOfOneYear {
        let year = chart.categories[last].label[language]
        figure += language == .japanese ? "（\(year)）" : " (\(year))"
      }
      let text = [series.label[language], figure].filter { !$0.isEmpty }.joined(separator: " ")
      return EndLabel(
        series: index, last: last, block: fitted(text, limit: width * 0.34, most: 6))
    }
  }

  /// Where the categories stand: by their positions if all have one and they ascend.
  private func categoryPlaces(from left: Double, to right: Double) -> [Double] {
    let positions = chart.categories.compactMap(\.position)
    let ascend = zip(positions, positions.dropFirst()).allSatisfy { $0 < $1 }
    if positions.count == chart.categories.count, ascend, let first = positions.first,
      let last = positions.last, last > first
    {
      return positions.map { left + ($0 - first) / (last - first) * (right - left) }
    }
    let count = chart.categories.count
    if count == 1 { return [(left + right) / 2] }
    return (0..<count).map { left + Double($0) / Double(count - 1) * (right - left) }
  }

  /// What lies between a series and the one that it is filled to, wherever both have values.
  private mutating func drawBand(_ index: Int, places: [Double], scale: ValueScale) {
    let series = chart.series[index]
    guard let other = chart.series.first(where: { $0.key == series.fillsTo }) else { return }
    func corner(_ place: Double, _ value: Double) -> String {
      "\(SVGCanvas.number(place)) \(SVGCanvas.number(scale.place(value)))"
    }
    let corners = zip(places, zip(series.points, other.points)).map { place, points in
      points.0.value.flatMap { upper in
        points.1.value.map { (corner(place, upper), corner(place, $0)) }
      }
    }
    for run in corners.split(whereSeparator: { $0 == nil }) where run.count > 1 {
      let both = run.compactMap(\.self)
      let outline = both.map(\.0) + both.reversed().map(\.1)
      canvas.append(
        "<path d=\"M\(outline.joined(separator: "L"))Z\" class=\"pg\" style=\"fill-opacity:.2\"/>\n"
      )
    }
  }

  /// Whether a series is an edge of a band, whose points are no municipality's.
  private func isEdge(_ series: ChartSeries) -> Bool {
    series.fillsTo != nil || chart.series.contains { $0.fillsTo == series.key }
  }

  /// A line with gaps where values are missing, unless it spans them, and a mark at each value; of a series that is not
  /// joined, hollow marks alone.
  private mutating func drawLine(_ index: Int, places: [Double], scale: ValueScale) {
    let series = chart.series[index]
    let style = style(ofSeries: index)
    var path = ""
    var isOpen = false
    for (place, point) in zip(places, series.points) {
      guard let value = point.value else {
        isOpen = isOpen && series.spansGaps
        continue
      }
      let command = isOpen ? "L" : "M"
      path += "\(command)\(SVGCanvas.number(place)) \(SVGCanvas.number(scale.place(value)))"
      isOpen = true
    }
    if series.isJoined { canvas.path(path, "sl \(style.line)") }
    for (category, place) in places.enumerated() {
      guard let value = series.points[category].value else { continue }
      canvas.path(
        style.mark(
          x: place, y: scale.place(value), radius: isEdge(series) ? 2 : series.isJoined ? 4 : 6),
        series.isJoined ? style.fill : "hm", title: tooltip(series, category))
    }
  }

  /// The labels of every fifth or tenth year, where many years stand at uneven distances.
  private static func evenYears(
    _ labels: [(x: Double, text: String)]
  ) -> [(x: Double, text: String)] {
    let years = labels.map { Int($0.text.filter(\.isASCII).filter(\.isNumber)) }
    guard labels.count > 8, let first = years.compactMap(\.self).first,
      let last = years.compactMap(\.self).last, !years.contains(nil), last - first >= labels.count
    else { return labels }
    let step = last - first > 25 ? 10 : 5
    let kept = zip(labels, years).filter { ($1 ?? 1) % step == 0 }.map(\.0)
    return kept.count < 2 ? labels : kept
  }
}
