/// Fits a text into a width: broken into lines, and cut with … only beyond the last of them.
package struct FittedText {
  /// The lines.
  package let lines: [String]
  /// Whether something was cut off.
  package let isCut: Bool

  /// Breaks a text.
  ///
  /// - Parameters:
  ///   - limit: the largest width of a line.
  ///   - most: the largest number of lines, at least 1.
  package init(_ text: String, measure: TextMeasure, limit: Double, most: Int) {
    if measure.width(text) <= limit {
      lines = [PlainText.line(text)]
      isCut = false
      return
    }
    let breaking = LineBreaking(width: DisplayWidth(ambiguousIsWide: true))
    var columns = max(2, Int(min(limit, 1e6) / (measure.size * 0.42)))
    let paragraphs = breaking.paragraphs(of: text)
    var broken = breaking.lines(paragraphs, limit: columns)
    while columns > 2, broken.contains(where: { measure.width($0) > limit }) {
      columns -= 1
      broken = breaking.lines(paragraphs, limit: columns)
    }
    isCut = broken.count > most || broken.contains { measure.width($0) > limit }
    var kept = Array(broken.prefix(most))
    if isCut, let last = kept.popLast() { kept.append(Self.cut(last, measure, limit)) }
    lines = kept
  }

  private static func cut(_ line: String, _ measure: TextMeasure, _ limit: Double) -> String {
    var line = line
    while !line.isEmpty, measure.width(line + "…") > limit { line.removeLast() }
    return line + "…"
  }

  /// The width of the widest line.
  package func width(_ measure: TextMeasure) -> Double { lines.map(measure.width).max() ?? 0 }
}
