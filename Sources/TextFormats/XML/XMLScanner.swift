/// Goes through the XML that office programs write, one tag or run of text at a time.
///
/// It is no general parser: a document type is refused, no entity is defined, nothing is fetched,
/// and names are told by what stands behind their prefix. Nothing is allocated for an element; what
/// a reader does not ask for is passed over. Tags that do not close each other are an error.
struct XMLScanner {
  /// What comes next.
  enum Event {
    /// A tag that opens an element; one that also closes it is followed by ``end``.
    case start
    /// The end of an element.
    case end
    /// A run of text; an element may have several.
    case text
    /// The end of the part.
    case finished
  }

  /// The most elements within each other.
  static let maximumDepth = 256

  let bytes: ByteView
  private let part: XMLPart
  private var position = 0
  private var open: [Range<Int>] = []
  private var endsAtOnce = false
  /// The name of the element that has just begun or ended, without its prefix.
  private(set) var name = ByteView.empty
  /// Where the attributes of the element stand that has just begun.
  private(set) var attributes = 0..<0
  /// The text that was met last, as it is written.
  private(set) var textRange = 0..<0
  /// Whether that text is as it is (CDATA), without entities.
  private(set) var isVerbatim = false

  init(_ bytes: ByteView, part: XMLPart) {
    self.bytes = bytes
    self.part = part
  }

  /// How many elements are open, also the one that has just begun, no more the one that has ended.
  var depth: Int { open.count }

  /// Whether the element is of that name.
  func isAt(_ text: StaticString) -> Bool { name == text }

  /// The name as it stands in errors, cut short.
  var elementName: String { "<\(name[0..<40].text)>" }

  /// An error at a position, by default where the scanner stands.
  func error(
    _ code: FormError.Code = .brokenMarkup, at byte: Int? = nil, expected: LocalizedText? = nil,
    found: String = ""
  ) -> FormError {
    FormError(
      code: code, file: part.file, part: "\(part.name) (byte \(byte ?? position))",
      expected: expected ?? LocalizedText(""), found: found)
  }

  /// Goes on to what comes next.
  mutating func next() throws(FormError) -> Event {
    if endsAtOnce {
      endsAtOnce = false
      open.removeLast()
      return .end
    }
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else {
        let end = bytes.index(of: UInt8(ascii: "<"), from: position)
        textRange = position..<end
        isVerbatim = false
        position = end
        if open.isEmpty { continue }
        return .text
      }
      switch bytes[position + 1] {
      case UInt8(ascii: "/"):
        try readEndTag()
        return .end
      case UInt8(ascii: "?"): try skip(2, to: "?>")
      case UInt8(ascii: "!"):
        if bytes.has("<!--", at: position) {
          try skip(4, to: "-->")
        } else if bytes.has("<![CDATA[", at: position), !open.isEmpty {
          let start = position + 9
          try skip(9, to: "]]>")
          textRange = start..<position - 3
          isVerbatim = true
          return .text
        } else {
          // A document type could define entities that grow without end, or name files.
          throw error()
        }
      default:
        try readStartTag()
        return .start
      }
    }
    guard open.isEmpty else { throw error() }
    return .finished
  }

  /// Goes behind a mark; what opens is so long and shares no bytes with it, for `<!-->` is no comment.
  private mutating func skip(_ opening: Int, to mark: StaticString) throws(FormError) {
    let start = position
    let last = mark.utf8Start[mark.utf8CodeUnitCount - 1]
    var end = bytes.index(of: last, from: position + opening + mark.utf8CodeUnitCount - 1)
    while end < bytes.count, !bytes.has(mark, at: end - mark.utf8CodeUnitCount + 1) {
      end = bytes.index(of: last, from: end + 1)
    }
    guard end < bytes.count else { throw error(at: start) }
    position = end + 1
  }

  private mutating func readStartTag() throws(FormError) {
    let start = position
    let nameEnd = endOfName(from: start + 1)
    guard nameEnd > start + 1 else { throw error(at: start) }
    var end = nameEnd
    var quote: UInt8 = 0
    while true {
      guard end < bytes.count else { throw error(at: start) }
      let byte = bytes[end]
      if byte == UInt8(ascii: "<") { throw error(at: start) }
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      }
      end += 1
    }
    endsAtOnce = bytes[end - 1] == UInt8(ascii: "/")
    attributes = nameEnd..<(endsAtOnce ? end - 1 : end)
    guard open.count < Self.maximumDepth else {
      throw error(.tooLarge, at: start, expected: .atMost(Self.maximumDepth))
    }
    open.append(start + 1..<nameEnd)
    name = localName(start + 1..<nameEnd)
    position = end + 1
  }

  private mutating func readEndTag() throws(FormError) {
    let start = position
    let nameEnd = endOfName(from: start + 2)
    var end = nameEnd
    while Self.isSpace(bytes[end]) { end += 1 }
    guard bytes[end] == UInt8(ascii: ">"), let own = open.popLast(),
      bytes[own] == bytes[start + 2..<nameEnd]
    else { throw error(at: start) }
    name = localName(own)
    position = end + 1
  }

  private func endOfName(from start: Int) -> Int {
    var end = start
    while end < bytes.count {
      switch bytes[end] {
      case 0x00...0x20, UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "<"),
        UInt8(ascii: "="):
        return end
      default: end += 1
      }
    }
    return end
  }

  /// A name without its prefix.
  func localName(_ range: Range<Int>) -> ByteView {
    let colon = bytes[range].index(of: UInt8(ascii: ":"), from: 0)
    return colon < range.count
      ? bytes[range.lowerBound + colon + 1..<range.upperBound] : bytes[range]
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}
