import MunicipalModel

/// What a text is written to: a terminal of so many columns, or a file, which is as wide as it has to be.
package struct TextScreen: Hashable, Sendable {
  /// The columns of a terminal; `nil` of a file or a pipe.
  package let columns: Int?
  /// Whether colours and bold letters are understood.
  package let isColoured: Bool

  /// A file or a pipe.
  package static let file = Self(columns: nil, isColoured: false)

  /// Makes a screen.
  package init(columns: Int?, isColoured: Bool) {
    self.columns = columns.map { max(Self.narrowest, $0) }
    self.isColoured = isColoured && columns != nil
  }

  /// A terminal that says it has fewer columns, or none, is written to as one of so many.
  private static let narrowest = 20
  /// Lines of prose are no longer than this on any terminal.
  private static let widestProse = 100

  /// Where paragraphs are broken; `nil` where the screen does not say.
  var proseWidth: Int? { columns.map { min($0, Self.widestProse) } }

  /// A text in an ink, where there are inks.
  func inked(_ text: String, _ ink: TextInk?) -> String {
    guard isColoured, let ink, !text.isEmpty else { return text }
    return "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m"
  }
}

/// The inks of a terminal. None is the only mark of anything: the words stand there too.
enum TextInk: Int {
  case bold = 1
  case good = 32
  case middling = 33
  case bad = 31
  /// Signs have colours of their own, for a loss is no fault and a gain no merit.
  case minus = 35
  case plus = 36

  /// The ink of a cell: that of its tone, or of its sign.
  init?(_ cell: ReportCell) {
    switch cell.tone {
    case .good: self = .good
    case .middling: self = .middling
    case .bad: self = .bad
    case nil:
      guard cell.value.isNumber, let text = cell.value.plainText else { return nil }
      if text.utf8.first == UInt8(ascii: "-") {
        self = .minus
      } else if cell.text.en.utf8.first == UInt8(ascii: "+") {
        self = .plus
      } else {
        return nil
      }
    }
  }
}
