/// The texts that the cells of a workbook share.
struct SharedStrings: Sendable {
  private var texts: [String] = []
  /// The texts of which a run that is struck through was left out.
  private var struck: Set<Int> = []

  /// The most texts.
  static let maximumCount = 5_000_000

  /// No texts.
  init() {}

  /// Reads the part of the shared strings.
  init(_ part: XMLPart) throws(FormError) {
    (texts, struck) = try part.read { xml throws(FormError) in
      var texts: [String] = []
      var struck: Set<Int> = []
      var text = RichText()
      while true {
        switch try xml.next() {
        case .finished: return (texts, struck)
        case .start where xml.isAt("si"):
          guard texts.count < Self.maximumCount else {
            throw xml.error(.tooLarge, expected: .atMost(Self.maximumCount))
          }
          try text.read(&xml)
          if text.hasStruckRun { struck.insert(texts.count) }
          texts.append(text.text)
        default: break
        }
      }
    }
  }

  /// The text of a number, and whether a struck run was left out of it; `nil` if there is none.
  subscript(_ index: Int) -> (text: String, hasStruckRun: Bool)? {
    guard texts.indices.contains(index) else { return nil }
    return (texts[index], struck.contains(index))
  }
}
