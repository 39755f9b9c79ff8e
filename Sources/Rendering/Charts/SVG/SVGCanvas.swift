/// Writes the elements of a drawing, with every text escaped and every place to a tenth of a unit.
struct SVGCanvas {
  /// At which side of its place a text stands.
  enum Anchor: String {
    case start
    case middle
    case end
  }

  private(set) var bytes: [UInt8] = []

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ classes: String) {
    append("<line x1=\"\(Self.number(x1))\" y1=\"\(Self.number(y1))\" x2=\"\(Self.number(x2))\"")
    append(" y2=\"\(Self.number(y2))\" class=\"\(classes)\"/>\n")
  }

  /// - Parameters:
  ///   - fill: the identifier of a pattern that fills the rectangle; by default its class does.
  ///   - title: what is shown when the pointer rests on it.
  mutating func rectangle(
    _ x: Double, _ y: Double, width: Double, height: Double, _ classes: String,
    fill: String? = nil, title: String = ""
  ) {
    append("<rect x=\"\(Self.number(x))\" y=\"\(Self.number(y))\"")
    append(" width=\"\(Self.number(max(0, width)))\" height=\"\(Self.number(max(0, height)))\"")
    append(" class=\"\(classes)\"")
    if let fill { append(" style=\"fill:url(#\(fill))\"") }
    close("rect", title: title)
  }

  mutating func path(_ data: String, _ classes: String, title: String = "") {
    guard !data.isEmpty else { return }
    append("<path d=\"\(data)\" class=\"\(classes)\"")
    close("path", title: title)
  }

  /// A text of one line whose letters stand on `baseline`.
  mutating func text(
    _ text: String, x: Double, baseline: Double, anchor: Anchor = .start, _ classes: String
  ) {
    guard !text.isEmpty else { return }
    append("<text x=\"\(Self.number(x))\" y=\"\(Self.number(baseline))\"")
    if anchor != .start { append(" text-anchor=\"\(anchor.rawValue)\"") }
    append(" class=\"\(classes)\">\(MarkupText.content(text))</text>\n")
  }

  /// Markup that is finished.
  mutating func append(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  private mutating func close(_ element: String, title: String) {
    append(
      title.isEmpty
        ? "/>\n" : "><title>\(MarkupText.content(title))</title></\(element)>\n")
  }

  /// A place to a tenth, without a useless `.0`.
  static func number(_ value: Double) -> String {
    guard value.magnitude < 1e9 else { return value > 0 ? "1000000000" : "-1000000000" }
    let tenths = Int((value * 10).rounded())
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    let sign = tenths < 0 ? "-" : ""
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
  }
}
