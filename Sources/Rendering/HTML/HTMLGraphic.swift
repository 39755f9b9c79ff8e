/// Draws what a cell's text says. The drawing is hidden from those who hear the page.
enum HTMLGraphic {
  static func svg(_ graphic: CellGraphic) -> String {
    switch graphic {
    case .progress(let share, let elapsed, let beginsAtBaseline):
      progress(share, elapsed: elapsed, beginsAtBaseline: beginsAtBaseline)
    case .sparkline(let values): sparkline(values)
    case .diverging(let share): diverging(share)
    }
  }

  /// What the bars of a page share: the way, its ends with a baseline and without, a mark of time.
  ///
  /// A group of its own class is drawn alike by browsers that match classes within what is reused only.
  static func definitions(for sections: [ReportSection]) -> String {
    let cells = sections.lazy.flatMap(\.tables).flatMap(\.rows).flatMap(\.cells)
    let hasBars = cells.contains { cell in
      guard case .progress? = cell.graphic else { return false }
      return true
    }
    guard hasBars else { return "" }
    let target = "<path class=\"ax tg\" d=\"M100 0V16\"/></g>\n"
    return "<svg class=\"shared\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs>\n"
      + "<g id=\"gw\" class=\"chart\"><path class=\"gr\" d=\"M6 8H118\"/></g>\n"
      + "<g id=\"gb\" class=\"chart\"><path class=\"ax\" d=\"M30 0V16\"/>" + target
      + "<g id=\"gz\" class=\"chart\"><path class=\"ax\" d=\"M30 4V12\"/>" + target
      + "<g id=\"ge\" class=\"chart\"><path class=\"el\" d=\"M-3 0H3L0 4Z\"/></g>\n</defs></svg>\n"
  }

  private static func element(width: Int, height: Int, _ content: String) -> String {
    "<svg width=\"\(width)\" viewBox=\"0 0 \(width) \(height)\" aria-hidden=\"true\">"
      + "\(content)</svg>"
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
    let arrow = end == 118 ? "M118 3L124 8L118 13Z" : end == 6 ? "M6 3L0 8L6 13Z" : ""
    var content = "<use href=\"#gw\"/>"
    content += "<path d=\"M30 4H\(SVGCanvas.number(end))V12H30Z\(arrow)\""
    content += " class=\"pg\"/>"
    content += "<use href=\"#\(beginsAtBaseline ? "gb" : "gz")\"/>"
    if let elapsed, elapsed.isFinite {
      content += "<use href=\"#ge\" x=\"\(SVGCanvas.number(place(elapsed)))\"/>"
    }
    return element(width: 124, height: 16, content)
  }

  /// A bar from zero in the middle, as wide as every other of its kind.
  private static func diverging(_ share: Double) -> String {
    let end = share.isFinite ? 60 + 58 * min(1, max(-1, share)) : 60
    return element(
      width: 120, height: 14,
      "<path d=\"M60 2H\(SVGCanvas.number(end))V12H60Z\" class=\"pg\"/>"
        + "<path class=\"ax\" d=\"M60 0V14\"/>")
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
    let mark = SeriesStyle(index: 0).mark(x: last.x, y: last.y, radius: 2.5)
    return element(
      width: 80, height: 20,
      "<path d=\"\(path)\" class=\"sl sk\"/><path d=\"\(mark)\" class=\"pg\"/>")
  }
}
