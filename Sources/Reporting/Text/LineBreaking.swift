/// Breaks texts into lines of a number of columns, in Japanese and in English.
///
/// A line ends at a space or beside a wide character. It never begins with 、。）and the like, nor ends
/// with an opening bracket (行頭・行末禁則). A word longer than a line is cut.
package struct LineBreaking {
  /// How columns are counted.
  package let width: DisplayWidth

  /// Makes a rule of breaking.
  package init(width: DisplayWidth = DisplayWidth()) { self.width = width }

  private static let neverFirst = Set(
    "、。，．・：；？！）」』】〉》］｝〕ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々%％‰)]},.:;!?".unicodeScalars)
  private static let neverLast = Set("（「『【〈《［｛〔([{".unicodeScalars)

  /// The lines of a text. Its own line breaks are kept; other controls are replaced.
  ///
  /// - Parameter limit: the most columns of a line, at least 2.
  package func lines(_ text: String, limit: Int) -> [String] {
    let paragraphs = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return paragraphs.flatMap { paragraph(PlainText.line($0), limit: max(2, limit)) }
  }

  private func paragraph(_ text: String, limit: Int) -> [String] {
    guard width.columns(of: text) > limit else { return [text] }
    let scalars = width.measured(text.unicodeScalars)
    var lines: [String] = []
    var start = 0
    var columns = 0
    var lastBreak: Int?
    var index = 0
    while index < scalars.count {
      if index > start, canBreak(scalars, before: index) { lastBreak = index }
      columns += scalars[index].columns
      if columns > limit, index > start, scalars[index].scalar != " ", !scalars[index].isJoined {
        let end = lastBreak ?? index
        lines.append(line(scalars[start..<end]))
        start = end
        columns = 0
        lastBreak = nil
        index = end
      } else {
        index += 1
      }
    }
    lines.append(line(scalars[start...]))
    return lines
  }

  private func canBreak(_ scalars: [DisplayWidth.MeasuredScalar], before index: Int) -> Bool {
    let left = scalars[index - 1]
    let right = scalars[index]
    if right.isJoined || right.scalar == " " { return false }
    if left.scalar == " " { return true }
    guard left.columns == 2 || right.columns == 2 else { return false }
    return !Self.neverFirst.contains(right.scalar) && !Self.neverLast.contains(left.scalar)
  }

  /// The scalars as a text without the spaces at its end.
  private func line(_ scalars: ArraySlice<DisplayWidth.MeasuredScalar>) -> String {
    var rest = scalars
    while rest.last?.scalar == " " { rest.removeLast() }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: rest.map(\.scalar))
    return String(view)
  }
}
