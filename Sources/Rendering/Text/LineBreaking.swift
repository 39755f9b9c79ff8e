import TextFormats

/// Breaks texts into lines of a number of columns, in Japanese and in English.
///
/// A line ends at a space or beside a wide character. It never begins with 、。）and the like, nor ends
/// with an opening bracket (行頭・行末禁則), and a number stays whole with its sign. A word longer than a
/// line, such as a list of lines, is cut behind a comma, or else anywhere but within a number; only a
/// number longer than a line is cut itself.
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
    lines(paragraphs(of: text), limit: limit)
  }

  /// A text without line breaks, measured once for all limits.
  struct Paragraph {
    let text: String
    let scalars: [DisplayWidth.MeasuredScalar]
    let columns: Int
  }

  /// The paragraphs of a text.
  func paragraphs(of text: String) -> [Paragraph] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { part in
      let text = PlainText.line(part)
      let scalars = width.measured(text.unicodeScalars)
      return Paragraph(
        text: text, scalars: scalars, columns: scalars.reduce(0) { $0 + $1.columns })
    }
  }

  /// The lines of paragraphs, as of their text.
  func lines(_ paragraphs: [Paragraph], limit: Int) -> [String] {
    paragraphs.flatMap { lines(of: $0, limit: max(2, limit)) }
  }

  private func lines(of paragraph: Paragraph, limit: Int) -> [String] {
    guard paragraph.columns > limit else { return [paragraph.text] }
    let scalars = paragraph.scalars
    var lines: [String] = []
    var start = 0
    var columns = 0
    var lastBreak: Int?
    /// Whether a colon stands before in the same word.
    var isInList = false
    var index = 0
    while index < scalars.count {
      if index > start, canBreak(scalars, before: index) { lastBreak = index }
      columns += scalars[index].columns
      if columns > limit, index > start, scalars[index].scalar != " ", !scalars[index].isJoined {
        let end = lastBreak ?? cut(scalars, from: start, before: index, isInList: isInList)
        lines.append(line(scalars[start..<end]))
        start = end
        columns = 0
        lastBreak = nil
        index = end
      } else {
        isInList = scalars[index].scalar == ":" || (isInList && scalars[index].scalar != " ")
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
    if isInNumber(scalars, before: index) { return false }
    return !Self.neverFirst.contains(right.scalar) && !Self.neverLast.contains(left.scalar)
  }

  /// Where a word that is longer than a line is cut: behind the last comma, or else outside of numbers.
  private func cut(
    _ scalars: [DisplayWidth.MeasuredScalar], from start: Int, before end: Int, isInList: Bool
  ) -> Int {
    let places = ((start + 1)..<max(start + 2, end + 1)).reversed().filter {
      $0 < scalars.count && !scalars[$0].isJoined
    }
    // A comma parts the lines of `document:103,110`, but not the thousands of 1,234.
    let behindComma = places.first { isInList && scalars[$0 - 1].scalar == "," }
    return behindComma ?? places.first { !isInNumber(scalars, before: $0) } ?? end
  }

  /// Whether a break would part the digits of a number, its sign from it, or its separator.
  private func isInNumber(
    _ scalars: [DisplayWidth.MeasuredScalar], before index: Int
  ) -> Bool {
    let (left, right) = (scalars[index - 1].scalar, scalars[index].scalar)
    if Self.isDigit(right) {
      if Self.isDigit(left) { return true }
      // The hyphen of 103-105 is no sign.
      if Self.signs.contains(left), index < 2 || !Self.isDigit(scalars[index - 2].scalar) {
        return true
      }
      return Self.separators.contains(left) && index > 1 && Self.isDigit(scalars[index - 2].scalar)
    }
    return Self.isDigit(left) && Self.separators.contains(right)
  }

  private static let signs = Set("▲△▼+-−－＋±".unicodeScalars)
  private static let separators = Set(",.，．".unicodeScalars)

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar)
  }

  /// The scalars as a text without the spaces at its end.
  private func line(_ scalars: ArraySlice<DisplayWidth.MeasuredScalar>) -> String {
    var rest = scalars
    while rest.last?.scalar == " " { rest.removeLast() }
    return String(scalars: rest.map(\.scalar))
  }
}
