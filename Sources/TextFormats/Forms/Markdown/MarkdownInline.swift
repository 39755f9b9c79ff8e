/// The marks within a line of Markdown, turned into markup of a page: emphasis and links lose their
/// marks, code is text, what is struck out is marked as such.
struct MarkdownInline {
  private let text: [UInt8]
  private var output: [UInt8] = []
  private var index = 0
  /// Where marks stand that close what was opened before.
  private var closing: [Int: Closing] = [:]
  /// The runs of marks, by mark and length, of which none follows that closes.
  private var unclosed: Set<[UInt8]> = []
  /// The bracket that closes each bracket.
  private let brackets: [Int: Int]

  private struct Closing {
    /// How many bytes are passed.
    let length: Int
    /// What is written in their place.
    let markup: String
  }

  /// The markup of a line.
  static func html(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var inline = Self(Array(text))
    inline.read()
    return inline.output
  }

  /// A byte as the text of a page.
  static func escaped(_ byte: UInt8) -> [UInt8] {
    switch byte {
    case UInt8(ascii: "<"): Array("&lt;".utf8)
    case UInt8(ascii: "&"): Array("&amp;".utf8)
    default: [byte]
    }
  }

  private init(_ text: [UInt8]) {
    self.text = text
    var open: [Int] = []
    var brackets: [Int: Int] = [:]
    for (index, byte) in text.enumerated() {
      if byte == UInt8(ascii: "[") { open.append(index) }
      if byte == UInt8(ascii: "]"), let start = open.popLast() { brackets[start] = index }
    }
    self.brackets = brackets
  }

  private mutating func read() {
    while index < text.count {
      if let closing = closing[index] {
        output += closing.markup.utf8
        index += closing.length
        continue
      }
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "\\") where index + 1 < text.count && Self.isMark(text[index + 1]):
        output += Self.escaped(text[index + 1])
        index += 2
      case UInt8(ascii: "`"): code()
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): emphasis(byte)
      case UInt8(ascii: "["): link()
      case UInt8(ascii: "!") where index + 1 < text.count && text[index + 1] == UInt8(ascii: "["):
        image()
      case UInt8(ascii: "<"): address()
      default:
        output.append(byte)
        index += 1
      }
    }
  }

  private func length(ofRunAt start: Int) -> Int {
    var end = start
    while end < text.count, text[end] == text[start] { end += 1 }
    return end - start
  }

  private mutating func code() {
    let length = length(ofRunAt: index)
    let mark = Array(text[index..<index + length])
    var end = index + length
    while !unclosed.contains(mark), end < text.count {
      if text[end] == mark[0] {
        let own = self.length(ofRunAt: end)
        if own == length {
          for byte in text[(index + length)..<end] { output += Self.escaped(byte) }
          index = end + length
          return
        }
        end += own
      } else {
        end += 1
      }
    }
    unclosed.insert(mark)
    output += mark
    index += length
  }

  /// Marks that emphasise or strike out what stands between two of them.
  private mutating func emphasis(_ byte: UInt8) {
    let length = length(ofRunAt: index)
    let mark = Array(text[index..<index + length])
    let isStruck = byte == UInt8(ascii: "~")
    if isStruck ? length == 2 : length <= 3, !unclosed.contains(mark), opens(mark, at: index) {
      var end = index + length
      while end < text.count {
        guard text[end] == byte else {
          end += 1
          continue
        }
        let own = self.length(ofRunAt: end)
        if own == length, closing[end] == nil, closes(mark, at: end) {
          closing[end] = Closing(length: length, markup: isStruck ? "</del>" : "")
          if isStruck { output += "<del>".utf8 }
          index += length
          return
        }
        end += own
      }
      unclosed.insert(mark)
    }
    output += mark
    index += length
  }

  private func opens(_ mark: [UInt8], at start: Int) -> Bool {
    let end = start + mark.count
    guard end < text.count, text[end] > 0x20 else { return false }
    if start > 0, Self.joins(mark, text[start - 1]) { return false }
    // A lone asterisk before a bracket or such opens nothing, unless a blank stands before it.
    return mark.count > 1 || !Self.isMark(text[end]) || start == 0 || !Self.isWord(text[start - 1])
  }

  private func closes(_ mark: [UInt8], at start: Int) -> Bool {
    guard text[start - 1] > 0x20 else { return false }
    let end = start + mark.count
    let next = end < text.count ? text[end] : 0x20
    if Self.joins(mark, next) { return false }
    return mark.count > 1 || !Self.isMark(text[start - 1]) || !Self.isWord(next)
  }

  /// Whether low lines are a part of the word that they stand beside: `snake_case`.
  private static func joins(_ mark: [UInt8], _ byte: UInt8) -> Bool {
    mark[0] == UInt8(ascii: "_") && isWord(byte) && (byte < 0x80 || mark.count == 1)
  }

  /// `[text](address)` and `[text][name]` are their text; `[^1]` is the mark of a note.
  private mutating func link() {
    if let end = brackets[index] {
      if index + 1 < end, text[index + 1] == UInt8(ascii: "^") {
        output += "<sup>".utf8 + text[(index + 2)..<end] + "</sup>".utf8
        index = end + 1
        return
      }
      if let length = length(ofTargetAt: end + 1) {
        closing[end] = Closing(length: 1 + length, markup: "")
        index += 1
        return
      }
    }
    output.append(text[index])
    index += 1
  }

  /// A picture is no text.
  private mutating func image() {
    if let end = brackets[index + 1], let length = length(ofTargetAt: end + 1) {
      index = end + 1 + length
    } else {
      output.append(text[index])
      index += 1
    }
  }

  /// How many bytes the target of a link takes.
  private mutating func length(ofTargetAt start: Int) -> Int? {
    guard start < text.count else { return nil }
    if text[start] == UInt8(ascii: "["), let end = brackets[start] { return end + 1 - start }
    let mark: [UInt8] = [UInt8(ascii: "(")]
    guard text[start] == mark[0], !unclosed.contains(mark) else { return nil }
    guard let end = text[start...].firstIndex(of: UInt8(ascii: ")")) else {
      unclosed.insert(mark)
      return nil
    }
    return end + 1 - start
  }

  /// `<https://…>` is its text; another `<` may begin a tag.
  private mutating func address() {
    let word = text[(index + 1)...].prefix { MarkupScanner.isLetter($0) }
    let next = word.endIndex < text.count ? text[word.endIndex] : 0
    output +=
      !word.isEmpty && (next == UInt8(ascii: ":") || next == UInt8(ascii: "@"))
      ? Array("&lt;".utf8) : [text[index]]
    index += 1
  }

  /// Whether a byte is a mark of ASCII.
  private static func isMark(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !MarkupScanner.isLetter(byte) && !(0x30...0x39).contains(byte)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || MarkupScanner.isLetter(byte) || (0x30...0x39).contains(byte)
  }
}
