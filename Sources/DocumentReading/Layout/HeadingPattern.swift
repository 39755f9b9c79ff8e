import MunicipalModel

/// How a heading is written: `【基本目標{number}】{title}`.
///
/// `{number}` is digits, ① or Ⅲ; several of them with text between are one number, as 1-2 in
/// `{number}-{number}`. `{title}` is the rest of the line. A space stands for one or more spaces;
/// elsewhere spaces may be there or not. Widths are folded: 「（」 is 「(」.
public struct HeadingPattern: Hashable, Sendable {
  /// What a heading says.
  public struct Match: Hashable, Sendable {
    /// The number with its width folded; empty if the pattern has none.
    public let number: String
    /// The title as printed; empty if the line has none.
    public let title: String
  }

  private enum Part: Hashable, Sendable {
    case text(String)
    case space
    case number
    case title
  }

  /// The pattern as it was written.
  public let text: String
  private let parts: [Part]

  /// Whether the pattern has a `{title}`.
  public var hasTitle: Bool { parts.contains(.title) }
  /// Whether the pattern has a `{number}`.
  public var hasNumber: Bool { parts.contains(.number) }

  /// Reads a pattern; `nil` if it is empty, has an unknown `{…}`, or something after `{title}` that
  /// is not text.
  public init?(_ text: String) {
    var parts: [Part] = []
    var literal = ""
    func flush() {
      if !literal.isEmpty { parts.append(.text(literal)) }
      literal = ""
    }
    var scanner = TextScanner(text)
    while let scalar = scanner.current {
      if scanner.skip("{number}") {
        flush()
        parts.append(.number)
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
    guard !parts.isEmpty else { return nil }
    self.text = text
    self.parts = parts
  }

  /// What a line says, if it is such a heading.
  ///
  /// A line that ends before `{title}` is one too: its title stands on the next line.
  public func match(_ line: String) -> Match? {
    var scanner = TextScanner(line)
    scanner.skipSpaces()
    var numbers: Range<Int>?
    for (index, part) in parts.enumerated() {
      let start = scanner.position
      scanner.skipSpaces()
      switch part {
      case .text(let word):
        guard scanner.skip(word) else { return nil }
      case .space:
        guard scanner.position > start || scanner.isAtEnd else { return nil }
      case .number:
        let first = scanner.position
        guard Self.skipNumber(&scanner) else { return nil }
        numbers = (numbers?.lowerBound ?? first)..<scanner.position
      case .title:
        let rest = scanner.original(scanner.position..<scanner.scalars.count)
        guard let title = Self.title(rest, before: parts[(index + 1)...]) else { return nil }
        return Match(number: numbers.map { Self.number($0, scanner) } ?? "", title: title)
      }
    }
    scanner.skipSpaces()
    guard scanner.isAtEnd else { return nil }
    return Match(number: numbers.map { Self.number($0, scanner) } ?? "", title: "")
  }

  private static func skipNumber(_ scanner: inout TextScanner) -> Bool {
    if scanner.number(maximumDigits: 3) != nil { return true }
    // A number of four digits is a year or a code, not the number of a heading.
    guard let scalar = scanner.current, scalar.decimalDigit == nil,
      scalar.properties.numericType == .numeric || scalar.properties.numericType == .digit
    else { return false }
    scanner.position += 1
    return true
  }

  private static func number(_ range: Range<Int>, _ scanner: TextScanner) -> String {
    var view = String.UnicodeScalarView()
    for scalar in scanner.scalars[range] where scalar != " " {
      if scalar.decimalDigit == nil, let value = scalar.properties.numericValue {
        view.append(contentsOf: "\(Int(value))".unicodeScalars)
      } else {
        view.append(scalar)
      }
    }
    return String(view)
  }

  /// The title without the words that the pattern has behind it.
  private static func title(_ rest: String, before parts: ArraySlice<Part>) -> String? {
    var title = TextFolding.trimmed(rest)
    for part in parts.reversed() {
      guard case .text(let word) = part else { return nil }
      let folded = TextScanner(title)
      let count = word.unicodeScalars.count
      guard folded.scalars.count >= count,
        folded.scalars.suffix(count).elementsEqual(word.unicodeScalars)
      else { return nil }
      title = TextFolding.trimmed(folded.original(0..<folded.scalars.count - count))
    }
    return title
  }
}
