internal import MunicipalModel

/// Makes any text safe to show on one line of a terminal.
package enum PlainText {
  /// The text with line breaks and tabs as spaces, and every other control as U+FFFD.
  ///
  /// A document's text could otherwise hold sequences that steer the terminal.
  package static func line(_ text: some StringProtocol) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return String(text) }
    var view = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar == "\n", previous == "\r" {
        // One line break is one space.
      } else if isSpace(scalar) {
        view.append(" ")
      } else {
        view.append(isControl(scalar) ? "\u{FFFD}" : scalar)
      }
      previous = scalar
    }
    return String(view)
  }

  /// A text that no spreadsheet program takes for a formula.
  static func unformulated(_ text: String) -> String {
    guard let first = text.utf8.first, "=+-@".utf8.contains(first), Double(text) == nil else {
      return text
    }
    return "'" + text
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\t", "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  /// Controls, line separators, and the marks that turn the direction of what follows.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    isSpace(scalar) || UnsafeCharacters.contains(scalar)
  }
}
