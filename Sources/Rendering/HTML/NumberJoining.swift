import TextFormats

/// Keeps a browser from breaking lines inside numbers.
///
/// A list of lines, `document:103-105,110,212`, is one word to a browser, which is cut anywhere where it is
/// too long; it gets a space to break at behind each comma. Full-width digits may be parted like other
/// Japanese characters; a number of them is held together.
enum NumberJoining {
  /// The markup of a text with places to break and with numbers that hold together.
  ///
  /// - Parameter content: a text as ``MarkupText/content(_:)`` escapes it.
  static func markup(_ content: String) -> String {
    guard isWorthALook(content.utf8) else { return content }
    let scalars = Array(content.unicodeScalars)
    var result: [Unicode.Scalar] = []
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == ":" {
        let end = endOfList(scalars, from: index + 1)
        for scalar in scalars[index..<end] {
          result.append(scalar)
          if scalar == "," { result.append(" ") }
        }
        index = end
      } else if isWideDigit(scalar) {
        let end = scalars[index...].firstIndex { !isWideDigit($0) && !isWideSeparator($0) }
        let number = scalars[index..<(end ?? scalars.count)]
        let isLong = number.count > 1
        if isLong { result.append(contentsOf: "<span class=\"nb\">".unicodeScalars) }
        result.append(contentsOf: number)
        if isLong { result.append(contentsOf: "</span>".unicodeScalars) }
        index += number.count
      } else {
        result.append(scalar)
        index += 1
      }
    }
    return String(scalars: result)
  }

  /// Where a list of lines and of ranges of them ends, which has at least one comma between digits.
  private static func endOfList(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    var end = start
    while end < scalars.count {
      let isDigit = ("0"..."9").contains(scalars[end])
      let isJoint =
        (scalars[end] == "," || scalars[end] == "-") && end > start && end + 1 < scalars.count
        && ("0"..."9").contains(scalars[end + 1])
      guard isDigit || isJoint else { break }
      end += 1
    }
    return end
  }

  private static func isWideDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("０"..."９").contains(scalar)
  }

  private static func isWideSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "，" || scalar == "．"
  }

  /// Whether there is a colon, or what may be a full-width digit.
  private static func isWorthALook(_ bytes: String.UTF8View) -> Bool {
    bytes.contains { $0 == UInt8(ascii: ":") || $0 == 0xEF }
  }
}
