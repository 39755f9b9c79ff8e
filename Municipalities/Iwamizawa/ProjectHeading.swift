import DocumentReading
import MunicipalModel

/// Reads ○ and the name of a project, with the mark 新規事業 or 新規登載 behind it.
enum ProjectHeading {
  private static let marks: [(word: String, mark: LifecycleMark)] = [
    ("新規事業", .newProject), ("新規登載", .newlyListed), ("新規登録", .newlyListed),
  ]

  /// Whether a table of indicators follows, and no other ○ before it.
  static func isProject(_ line: Int, in session: DocumentSession) -> Bool {
    var next = line + 1
    while next <= min(line + 12, session.document.lineCount) {
      if session.isTableRow(next) { return session.key(next).contains(word: "重要業績評価指標") }
      if session.text(next).hasPrefix("○") { return false }
      next += 1
    }
    return false
  }

  /// The mark that stands alone on a line, below the name.
  static func mark(alone key: String) -> LifecycleMark? {
    marks.first { $0.word == key }?.mark
  }

  /// The project of a heading.
  static func node(at line: Int, in session: inout DocumentSession) -> PlanNode {
    let citation = session.cite(line)
    var title = TextFolding.trimmed(session.text(line).dropFirst())
    var lifecycle: [LifecycleMark] = []
    for (word, mark) in marks where title.hasSuffix(word) {
      let rest = title.dropLast(word.count)
      guard let last = rest.last, last == " " || last == "\u{3000}" else { continue }
      title = TextFolding.trimmed(rest)
      lifecycle.append(mark)
      if word == "新規登録" {
        session.note(
          .info, "unusual-mark", at: citation, ja: "「新規登録」を凡例の「新規登載」と読みました",
          en: "\"新規登録\" is read as \"新規登載\", which the legend explains")
      }
    }
    return PlanNode(level: .project, title: title, citation: citation, lifecycle: lifecycle)
  }
}
