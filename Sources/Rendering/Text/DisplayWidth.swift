import TextFormats

/// Counts the columns that a text takes in a terminal.
///
/// Kana, ideographs, full-width forms, Japanese brackets and emoji take two columns, combining marks
/// none, everything else one. Scalars of *ambiguous* width, such as ① ※ ○ △ ⇒ “ ” …, take one: that
/// is what terminals do under a UTF-8 locale (glibc, VTE, xterm, Windows Terminal, tmux), whatever
/// the language of the text. For a terminal that is set to draw them wide, say so.
package struct DisplayWidth: Hashable, Sendable {
  /// Whether scalars of ambiguous width take two columns.
  package let ambiguousIsWide: Bool

  /// Makes a rule of counting.
  ///
  /// - Parameter ambiguousIsWide: `true` for a terminal set to draw ambiguous characters wide.
  package init(ambiguousIsWide: Bool = false) { self.ambiguousIsWide = ambiguousIsWide }

  /// The columns that a text of one line takes.
  package func columns(of text: String) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return measured(text.unicodeScalars).reduce(0) { $0 + $1.columns }
  }

  /// The text with spaces added up to a number of columns.
  package func padded(
    _ text: String, to width: Int, alignment: ReportColumn.Alignment = .leading
  ) -> String {
    let spaces = String(repeating: " ", count: max(0, width - columns(of: text)))
    return alignment == .leading ? text + spaces : spaces + text
  }

  /// A scalar, the columns it adds to what precedes it, and whether it is drawn onto that.
  struct MeasuredScalar {
    let scalar: Unicode.Scalar
    let columns: Int
    let isJoined: Bool
  }

  /// Measures scalar by scalar, as a terminal does, with emoji sequences taken as one emoji.
  func measured(_ scalars: some Sequence<Unicode.Scalar>) -> [MeasuredScalar] {
    var result: [MeasuredScalar] = []
    var previous: Unicode.Scalar?
    var previousColumns = 0
    var flagIsOpen = false
    for scalar in scalars {
      if previous != "\u{200D}", let columns = Self.plainColumns(of: scalar) {
        result.append(MeasuredScalar(scalar: scalar, columns: columns, isJoined: false))
        flagIsOpen = false
        previousColumns = columns
        previous = scalar
        continue
      }
      let isFlagLetter = (0x1F1E6...0x1F1FF).contains(scalar.value)
      let joins =
        previous == "\u{200D}" && scalar.properties.isEmoji
        || isFlagLetter && flagIsOpen
        || scalar.properties.isEmojiModifier && previous?.properties.isEmojiModifierBase == true
      let columns =
        if joins {
          0
        } else if scalar == "\u{FE0F}" {
          previousColumns == 1 && previous?.properties.isEmoji == true ? 1 : 0
        } else {
          isFlagLetter ? 2 : self.columns(of: scalar)
        }
      let isJoined = joins || scalar == "\u{FE0F}" || columns == 0 && previous != nil
      result.append(MeasuredScalar(scalar: scalar, columns: columns, isJoined: isJoined))
      flagIsOpen = isFlagLetter && !flagIsOpen
      previousColumns = columns
      previous = scalar
    }
    return result
  }

  /// The columns of a letter, a digit, a kana or an ideograph, which joins nothing; `nil` of others.
  private static func plainColumns(of scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x20..<0x7F: 1
    case 0x3041...0x3096, 0x30A1...0x30FE, 0x4E00...0x9FFF: 2
    default: nil
    }
  }

  /// The columns of a scalar that stands alone.
  private func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x20 { return 0 }
    if let columns = Self.plainColumns(of: scalar) { return columns }
    if isZeroWidth(scalar) { return 0 }
    if WidthRanges.contains(value, in: WidthRanges.wide) { return 2 }
    if ambiguousIsWide, WidthRanges.contains(value, in: WidthRanges.ambiguous) { return 2 }
    return 1
  }

  private func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD: false  // A soft hyphen is drawn.
    case 0x1160...0x11FF, 0xD7B0...0xD7FB: true  // The later letters of a Hangul syllable.
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator:
        true
      default: false
      }
    }
  }
}
