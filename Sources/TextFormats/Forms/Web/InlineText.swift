/// A line of a page as it is displayed: a run of white space is one space.
struct InlineText {
  /// What stands between the last character and the next.
  private enum Gap { case none, space, lineBreak }

  private(set) var bytes: [UInt8] = []
  private var gap = Gap.none
  /// What is written before the first character, such as the number of an item.
  var prefix = ""
  /// Whether the next character is raised.
  private var isRaised = false

  /// Whether nothing stands in the line.
  var isEmpty: Bool { bytes.isEmpty }

  /// Adds text in UTF-8.
  mutating func append(_ text: some Sequence<UInt8>) {
    for byte in text { append(byte) }
  }

  /// Adds white space as it is, in a line that keeps it.
  mutating func appendKept(_ byte: UInt8) {
    begin()
    bytes.append(byte)
  }

  /// Says that what follows is raised: behind a digit it is the mark of a note and none of its digits.
  mutating func raise() { isRaised = true }

  /// Says that nothing is raised any more.
  mutating func lower() { isRaised = false }

  /// The line; it is empty then.
  mutating func take() -> String {
    defer {
      bytes.removeAll(keepingCapacity: true)
      gap = .none
      isRaised = false
    }
    return TextFolding.trimmed(String(decoding: bytes, as: UTF8.self))
  }

  private mutating func append(_ byte: UInt8) {
    if MarkupScanner.isSpace(byte) {
      if byte == 0x0A || byte == 0x0D { gap = .lineBreak } else if gap == .none { gap = .space }
      return
    }
    if bytes.isEmpty {
      begin()
    } else if isRaised, endsWithDigit, Self.mayBeDigit(byte) {
      bytes += "※".utf8
    } else if gap == .space || gap == .lineBreak && !(Self.isIdeographic(byte) && endsIdeographic) {
      bytes.append(0x20)
    }
    gap = .none
    isRaised = false
    bytes.append(byte)
  }

  private mutating func begin() {
    guard bytes.isEmpty, !prefix.isEmpty else { return }
    bytes += prefix.utf8
    prefix = ""
  }

  /// Whether a byte leads a kana, an ideograph or one of their marks. A line break between two of them
  /// is none of the text.
  private static func isIdeographic(_ byte: UInt8) -> Bool { (0xE3...0xE9).contains(byte) }

  private var endsIdeographic: Bool { bytes.suffix(3).first.map(Self.isIdeographic) ?? false }

  /// Whether the line ends with a digit of half or full width.
  private var endsWithDigit: Bool {
    guard let last = bytes.last else { return false }
    if (0x30...0x39).contains(last) { return true }
    return (0x90...0x99).contains(last) && bytes.dropLast().suffix(2).elementsEqual([0xEF, 0xBC])
  }

  private static func mayBeDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || MarkupScanner.isLetter(byte) || byte == 0xEF
  }
}
