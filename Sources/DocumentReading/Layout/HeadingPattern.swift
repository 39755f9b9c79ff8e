import MunicipalModel

/// How a heading is written: `【基本目標{number}】{title}`.
///
/// `{number}` is up to three digits, ①, Ⅲ or 十二; several of them with text between are one number, as
/// 1-2 in `{number}-{number}`. `{1}`, `{①}`, `{Ⅰ}`, `{一}` and `{ア}` are numbers of one style alone. `{title}` is the rest of the line. A space stands for one or more
/// spaces; elsewhere spaces may be there or not. Widths are folded: 「（」 is 「(」, any dash is 「-」.
package struct HeadingPattern: Hashable, Sendable {
  /// What a heading says.
  package struct Match: Hashable, Sendable {
    /// The number with its width folded; empty if the pattern has none.
    package let number: String
    /// The title as printed; empty if the line has none.
    package let title: String
  }

  enum Part: Hashable, Sendable {
    case text(String)
    case space
    case number(HeadingNumber)
    case title

    var isNumber: Bool { if case .number = self { true } else { false } }
  }

  /// The pattern as it was written.
  package let text: String
  let parts: [Part]

  /// Whether the pattern has a `{title}`.
  package var hasTitle: Bool { parts.contains(.title) }
  /// Whether the pattern has a `{number}`.
  package var hasNumber: Bool { parts.contains(where: \.isNumber) }

  /// The word that the pattern begins with, folded; empty if it begins otherwise.
  var word: String {
    if case .text(let word)? = parts.first { TextFolding.key(word) } else { "" }
  }

  /// Whether the pattern has words or marks of its own.
  var hasText: Bool {
    parts.contains { if case .text = $0 { true } else { false } }
  }

  /// Any line at all, for headings that the file itself says are headings.
  package static let whole = Self(text: "{title}", parts: [.title])

  private init(text: String, parts: [Part]) {
    self.text = text
    self.parts = parts
  }

  /// Reads a pattern; `nil` if it has neither text nor `{number}`, an unknown `{…}`, or something
  /// after `{title}` that is not text.
  package init?(_ text: String) {
    var parts: [Part] = []
    var literal = ""
    func flush() {
      if !literal.isEmpty { parts.append(.text(literal)) }
      literal = ""
    }
    var scanner = TextScanner(text)
    while let scalar = scanner.current {
      if let style = HeadingNumber.allCases.first(where: { scanner.skip($0.rawValue) }) {
        flush()
        parts.append(.number(style))
      } else if scanner.skip("{title}") {
        flush()
        parts.append(.title)
      } else if scalar == " " {
        flush()
        scanner.skipSpaces()
        parts.append(.space)
      } else if scalar == "{" || scalar == "}" {
        return nil
      } else {
        literal.unicodeScalars.append(scalar)
        scanner.position += 1
      }
    }
    flush()
    if let title = parts.firstIndex(of: .title) {
      for part in parts[(title + 1)...] {
        guard case .text = part else { return nil }
      }
    }
    self.text = text
    self.parts = parts
    guard hasText || hasNumber else { return nil }
  }

  /// What a line says, if it is such a heading.
  ///
  /// A line that ends before `{title}` is one too: its title stands on the next line.
  package func match(_ line: String) -> Match? { match(TextScanner(line)) }

  /// The same of a line that is folded once for all patterns.
  func match(_ folded: TextScanner) -> Match? {
    var scanner = folded
    scanner.skipSpaces()
    var numbers: Range<Int>?
    for (index, part) in parts.enumerated() {
      let start = scanner.position
      scanner.skipSpaces()
      switch part {
      case .text(let word):
        guard Self.skip(word, in: &scanner) else { return nil }
      case .space:
        guard scanner.position > start || scanner.isAtEnd else { return nil }
      case .number(let style):
        let first = scanner.position
        guard style.skip(&scanner) else { return nil }
        numbers = (numbers?.lowerBound ?? first)..<scanner.position
      case .title:
        let rest = scanner.original(scanner.position..<scanner.scalars.count)
        guard let title = Self.title(rest, before: parts[(index + 1)...]) else { return nil }
        return Match(number: numbers.map { HeadingNumber.text($0, scanner) } ?? "", title: title)
      }
    }
    scanner.skipSpaces()
    guard scanner.isAtEnd else { return nil }
    return Match(number: numbers.map { HeadingNumber.text($0, scanner) } ?? "", title: "")
  }

  /// Reads a word that may be spaced out; any dash in it stands for any other.
  static func skip(_ word: String, in scanner: inout TextScanner) -> Bool {
    let start = scanner.position
    for scalar in word.unicodeScalars {
      scanner.skipSpaces()
      guard let found = scanner.current, plain(found) == plain(scalar) else {
        scanner.position = start
        return false
      }
      scanner.position += 1
    }
    return true
  }

  static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    FigureMarks.isDash(scalar) ? "-" : scalar
  }

  /// The title without the words that the pattern has behind it.
  private static func title(_ rest: String, before parts: ArraySlice<Part>) -> String? {
    var title = TextFolding.trimmed(rest)
    for part in parts.reversed() {
      guard case .text(let word) = part else { return nil }
      let folded = TextScanner(title)
      let count = word.unicodeScalars.count
      guard folded.scalars.count >= count,
        folded.scalars.suffix(count).elementsEqual(
          word.unicodeScalars, by: { plain($0) == plain($1) })
      else { return nil }
      title = TextFolding.trimmed(folded.original(0..<folded.scalars.count - count))
    }
    return title
  }
}
