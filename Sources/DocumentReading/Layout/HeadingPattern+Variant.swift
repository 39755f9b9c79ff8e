import MunicipalModel

extension HeadingPattern {
  /// The most scalars that a line may have to be taken for a heading.
  private static let longestHeading = 60
  /// What may stand between the word and its number where the pattern has nothing there.
  private static let openingMarks = Set(" ([{「『【〔〈《:.".unicodeScalars)
  /// What stands behind a number in running text, not in a heading.
  private static let wordsOfSentences = Set("のにはをがとでへやもか等及並人件円社戸回年月日期個所位割%、,。".unicodeScalars)
  /// What ends the name of a section, behind which a heading may begin without a space.
  private static let sectionEndings = Set("章節編部項".unicodeScalars)

  /// The number that a line names with the pattern's own word, though the line does not fit the pattern.
  ///
  /// `基本目標{number} {title}` finds 2 in 「■基本目標２ ひと」, 「基本目標２：ひと」 and 「第4節　基本目標２　ひと」. The word must
  /// not go on from another one, and the line must be short and no sentence.
  ///
  /// - Returns: `nil` if there is no such number, the line fits, or the pattern has no word of two letters.
  func numberOfVariant(_ line: String) -> String? { numberOfVariant(TextScanner(line)) }

  /// The same of a line that is folded once for all patterns.
  func numberOfVariant(_ folded: TextScanner) -> String? {
    var scanner = folded
    let scalars = scanner.scalars
    guard scalars.count <= Self.longestHeading, !scalars.contains("。"),
      let last = scalars.last, last != "、", last != ",", let core = Core(parts),
      match(folded) == nil
    else { return nil }
    for start in scalars.indices {
      let before = start > 0 ? scalars[start - 1] : " "
      guard !Self.isWord(before) || Self.sectionEndings.contains(before) else { continue }
      scanner.position = start
      if let number = Self.number(of: core, in: &scanner) { return number }
    }
    return nil
  }

  /// Reads the word and its number where the scanner stands.
  private static func number(of core: Core, in scanner: inout TextScanner) -> String? {
    guard skip(core.word, in: &scanner) else { return nil }
    _ = scanner.read { openingMarks.contains($0) }
    let first = scanner.position
    let isCounted = scanner.current?.properties.isIdeographic == true
    for part in core.numbers {
      switch part {
      case .number(let style): guard style.skip(&scanner) else { return nil }
      case .text(let word): guard skip(word, in: &scanner) else { return nil }
      case .space, .title: scanner.skipSpaces()
      }
    }
    let range = first..<scanner.position
    guard skip(core.suffix, in: &scanner) else { return nil }
    if let next = scanner.current {
      // 一覧 is no number, and 1～3 and 1・2 are several.
      let isSeveral = !isWord(next) && scanner.peek(1)?.decimalDigit != nil
      guard !wordsOfSentences.contains(next), !isSeveral, next.decimalDigit == nil,
        !(isCounted && core.suffix.isEmpty && isWord(next))
      else { return nil }
    }
    return HeadingNumber.text(range, scanner)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// The word before the first number of a pattern, without marks, and what belongs to the number.
  private struct Core {
    let word: String
    let numbers: ArraySlice<Part>
    /// A word behind the number, such as 章.
    let suffix: String

    init?(_ parts: [Part]) {
      guard let first = parts.firstIndex(where: \.isNumber),
        let last = parts.lastIndex(where: \.isNumber),
        case .text(let before)? = parts[..<first].last(where: { $0 != .space })
      else { return nil }
      numbers = parts[first...last]
      word = Self.letters(before)
      if parts.indices.contains(last + 1), case .text(let behind) = parts[last + 1] {
        suffix = Self.letters(behind)
      } else {
        suffix = ""
      }
      guard !word.isEmpty, word.count + suffix.count > 1 else { return nil }
    }

    private static func letters(_ text: String) -> String {
      let scalars = text.unicodeScalars
      let letters = scalars.drop { !HeadingPattern.isWord($0) }
      var view = String.UnicodeScalarView(letters)
      while let last = view.last, !HeadingPattern.isWord(last) { view.removeLast() }
      return String(view)
    }
  }
}
