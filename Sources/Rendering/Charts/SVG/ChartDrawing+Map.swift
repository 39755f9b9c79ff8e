import MunicipalModel

extension ChartDrawing {
  /// A dot with its place on the drawing.
  private struct Dot {
    let category: Int
    let x: Double
    let y: Double
  }

  mutating func drawMap() {
    drawNote(chart.valueLabel[language])
    let values = chart.series.first?.points.map(\.value) ?? []
    guard let levels = MapLevels(values.compactMap(\.self)) else { return }
    let positions = values.map { $0.map(levels.position) }
    let shown = Set(positions.compactMap(\.self)).sorted()
    if levels.count > 1 {
      drawKeys(shown.map { (.dot(levels.level($0)), levels.label($0)[language]) })
    }
    let dots = dots()
    let radius = dots.count > 300 ? 1.7 : 4.0
    // What is far from the middle lies above: it is what a map is searched for.
    let middle = Double(levels.count - 1) / 2
    for position in shown.sorted(by: {
      ((Double($0) - middle).magnitude, $0) < ((Double($1) - middle).magnitude, $1)
    }) {
      let level = levels.level(position)
      let marks = dots.filter { positions[$0.category] == position }
        .map { level.mark(x: $0.x, y: $0.y, radius: radius) }
      guard !marks.isEmpty else { continue }
      canvas.append(
        "<path d=\"\(marks.joined())\" class=\"\(level.classes)\" style=\"stroke-width:.4\"/>\n")
    }
    for series in chart.series.dropFirst() { drawMarks(series, dots) }
    let missing = values.indices.count {
      values[$0] != nil && chart.categories[$0].place == nil
    }
    if missing > 0 { drawNote(ChartWords.withoutPlace(missing)[language]) }
  }

  /// The categories with a place: degrees east and north in equal lengths at the middle of the map.
  private mutating func dots() -> [Dot] {
    let places = chart.categories.enumerated().compactMap { index, category in
      category.place.map { (index, $0) }
    }
    let latitudes = places.map(\.1.latitude)
    let longitudes = places.map(\.1.longitude)
    guard let south = latitudes.min(), let north = latitudes.max(), let west = longitudes.min(),
      let east = longitudes.max()
    else { return [] }
    let narrowing = GeographicPlace.cosine(ofDegrees: (south + north) / 2)
    let margin = 10.0
    let (across, up) = (max(0.01, (east - west) * narrowing), max(0.01, north - south))
    // A map that is high and narrow would fill a screen.
    let scale = min((width - 2 * margin) / across, 1.25 * width / up)
    let left = (width - across * scale) / 2
    let top = y + margin
    y = top + up * scale + margin
    return places.map { index, place in
      Dot(
        category: index, x: left + (place.longitude - west) * narrowing * scale,
        y: top + (north - place.latitude) * scale)
    }
  }

  /// Rings around the categories of a series, with its name and figure.
  private mutating func drawMarks(_ series: ChartSeries, _ dots: [Dot]) {
    for dot in dots where series.points[dot.category].value != nil {
      canvas.path(
        SeriesStyle(index: 0).mark(x: dot.x, y: dot.y, radius: 7), "hm",
        title: tooltip(series, dot.category))
      let text = "\(series.label[language]) \(series.points[dot.category].text[language])"
      let isRight = dot.x + 12 + measure.width(text) < width || dot.x < width / 2
      let label = fitted(text, limit: (isRight ? width - dot.x : dot.x) - 14)
      drawBlock(
        label, x: isRight ? dot.x + 11 : dot.x - 11, middle: dot.y,
        anchor: isRight ? .start : .end, "vl hd")
    }
  }
}

extension GeographicPlace {
  /// The cosine of an angle up to a right one, by its series, which needs no library of the system.
  static func cosine(ofDegrees degrees: Double) -> Double {
    let angle = degrees * Double.pi / 180
    let square = angle * angle
    var term = 1.0
    var sum = 1.0
    for step in stride(from: 1.0, through: 15, by: 2) {
      term *= -square / (step * (step + 1))
      sum += term
    }
    return sum
  }
}
