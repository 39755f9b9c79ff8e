import DocumentReading
import MunicipalModel

/// One entry of the comparison: its heading and the lines below it.
struct RevisionBlock {
  /// What the heading announces.
  enum Kind {
    /// 基本目標1　title
    case goal(number: String, title: String)
    /// 施策②　title
    case measure(number: Int, title: String)
    /// ■事業名・事業の内容
    case projects
  }

  let kind: Kind
  /// The line of the heading.
  let line: Int
  /// The line of the heading, or of the page number on a line of its own above it.
  let start: Int
  /// Whether the number of a page stands before the heading.
  let hasPageNumber: Bool
  /// The lines of the entry, with the heading.
  let lines: ClosedRange<Int>

  /// Takes the document apart at its headings.
  static func blocks(in session: DocumentSession) -> [RevisionBlock] {
    var heads: [(kind: Kind, line: Int, start: Int, page: Bool)] = []
    // 77 ～ 78 on lines of their own above a heading.
    var pageLine: Int?
    for line in 1...session.document.lineCount where !session.isBlank(line) {
      let text = session.text(line)
      let (rest, page) = withoutPageNumber(text)
      if let kind = kind(of: rest) {
        heads.append((kind, line, pageLine ?? line, page || pageLine != nil))
        pageLine = nil
      } else if rest.isEmpty, page {
        pageLine = pageLine ?? line
      } else if TextFolding.key(text) != "~" {
        pageLine = nil
      }
    }
    return heads.indices.map { index in
      let end = index + 1 < heads.count ? heads[index + 1].start - 1 : session.document.lineCount
      return RevisionBlock(
        kind: heads[index].kind, line: heads[index].line, start: heads[index].start,
        hasPageNumber: heads[index].page, lines: heads[index].line...end)
    }
  }

  /// The edition that the entry belongs to.
  ///
  /// A measure's projects stay in the edition of the measure's heading where no other sign stands.
  func edition(in session: DocumentSession, after previous: Plan.Edition) -> Plan.Edition {
    let labels = lines.map { session.key($0) }
    if labels.contains(where: { $0.contains(word: "基準値(") || $0.contains(word: "基準値※") }) {
      return .current
    }
    if hasPageNumber { return .current }
    if labels.contains(where: { $0.contains(word: "実績値(") || $0.contains(word: "実績値※") }) {
      return .superseded
    }
    return previous == .current ? .superseded : previous
  }

  private static func kind(of text: String) -> Kind? {
    let key = TextFolding.key(text)
    if key.begins(with: "■事業名") { return .projects }
    var scanner = TextScanner(text)
    if scanner.skip("基本目標") {
      scanner.skipSpaces()
      guard let number = scanner.number(maximumDigits: 2), scanner.current == " " else {
        return nil
      }
      return .goal(number: String(number), title: rest(of: text, after: scanner))
    }
    if scanner.skip("施策"), let number = scanner.current?.circledNumber {
      scanner.position += 1
      guard scanner.current == " " else { return nil }
      return .measure(number: number, title: rest(of: text, after: scanner))
    }
    return nil
  }

  private static func rest(of text: String, after scanner: TextScanner) -> String {
    let scalars = text.unicodeScalars.dropFirst(scanner.position)
    return TextFolding.trimmed(String(String.UnicodeScalarView(scalars)))
  }

  /// Takes the number of a page off the beginning of a line.
  private static func withoutPageNumber(_ text: String) -> (rest: String, page: Bool) {
    let digits = text.unicodeScalars.prefix { TextFolding.fold($0).decimalDigit != nil }.count
    guard (1...3).contains(digits) else { return (text, false) }
    let rest = text.unicodeScalars.dropFirst(digits)
    guard rest.first.map({ TextFolding.fold($0) == " " }) ?? true else { return (text, false) }
    return (TextFolding.trimmed(String(String.UnicodeScalarView(rest))), true)
  }
}
