/// Draws what a cell's text says. The drawing is hidden from those who hear the page.
enum HTMLGraphic {
  static func svg(_ graphic: CellGraphic) -> String {
    switch graphic {
    case .progress(let share, let elapsed, let beginsAtBaseline):
      progress(share, elapsed: elapsed, beginsAtBaseline: beginsAtBaseline)
    case .sparkline(let values): sparkline(values)
    }
  }

  private static func element(width: Int, height: Int, _ content: String) -> String {
    "<svg class=\"chart mini\" width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) "
      + "\(height)\" aria-hidden=\"true\">\(content)</svg>"
  }

  /// A bar from the start (at 30) to the target (at 100); what is beyond the ends gets an arrow.
  private static func progress(
    _ share: Double, elapsed: Double?, beginsAtBaseline: Bool
  ) -> String {
    let start = 30.0
    let target = 100.0
    func place(_ share: Double) -> Double {
      min(118, max(6, start + share * (target - start)))
    }
    guard share.isFinite else { return "" }
    let end = place(share)
    var canvas = SVGCanvas()
    canvas.line(6, 8, 118, 8, "gr")
    canvas.rectangle(
      min(start, end), 4, width: (end - start).magnitude, height: 8, share < 0 ? "f1" : "f0")
    if end == 118 { canvas.path("M118 3L124 8L118 13Z", "f0") }
    if end == 6 { canvas.path("M6 3L0 8L6 13Z", "f1") }
    canvas.line(start, beginsAtBaseline ? 0 : 4, start, beginsAtBaseline ? 16 : 12, "ax")
    canvas.line(target, 0, target, 16, "ax tg")
    if let elapsed, elapsed.isFinite {
      let x = place(elapsed)
      canvas.path(
        "M\(SVGCanvas.number(x - 3)) 0H\(SVGCanvas.number(x + 3))L\(SVGCanvas.number(x)) 4Z", "el")
    }
    return element(width: 124, height: 16, String(decoding: canvas.bytes, as: UTF8.self))
  }

  private static func sparkline(_ values: [Double?]) -> String {
    let known = values.compactMap { $0.flatMap(ChartPoint.drawable) }
    guard let lowest = known.min(), let highest = known.max(), known.count > 1 else { return "" }
    let range = highest - lowest
    var path = ""
    var isOpen = false
    var last = (x: 0.0, y: 0.0)
    for (index, value) in values.enumerated() {
      guard let value = value.flatMap(ChartPoint.drawable) else {
        isOpen = false
        continue
      }
      let x = 4 + 72 * Double(index) / Double(max(1, values.count - 1))
      let y = range > 0 ? 17 - 14 * ((value - lowest) / range) : 10
      path += "\(isOpen ? "L" : "M")\(SVGCanvas.number(x)) \(SVGCanvas.number(y))"
      isOpen = true
      last = (x, y)
    }
    var canvas = SVGCanvas()
    canvas.path(path, "sl l0")
    canvas.path(SeriesStyle(index: 0).mark(x: last.x, y: last.y, radius: 2.5), "f0")
    return element(width: 80, height: 20, String(decoding: canvas.bytes, as: UTF8.self))
  }
}
