package import MunicipalModel

/// A word that says what has changed: behind a heading's title, or alone on a line below.
package struct LayoutMark: Hashable, Sendable {
  /// The word, such as 新規登載.
  package let word: String
  /// What it means.
  package let mark: LifecycleMark
  /// The word of the document's legend that it stands for, if it is written otherwise.
  package internal(set) var legend: String? = nil

  /// Whether a folded line is nothing but the word.
  func isAlone(_ key: String) -> Bool { key == TextFolding.key(word) }

  /// The title without the word, if that stands behind it and a space.
  func title(before text: String) -> String? {
    guard text.hasSuffix(word) else { return nil }
    let rest = text.dropLast(word.count)
    guard let last = rest.last, last == " " || last == "\u{3000}" else { return nil }
    return TextFolding.trimmed(rest)
  }
}

extension LaidOutPlanReader {
  /// The title of a heading without the marks behind it.
  func takeMarks(
    from text: String, at citation: Citation, in session: inout DocumentSession
  ) -> (title: String, marks: [LifecycleMark]) {
    var title = text
    var marks: [LifecycleMark] = []
    for rule in layout.marks {
      guard let rest = rule.title(before: title) else { continue }
      title = rest
      marks.append(rule.mark)
      session.noteUnusual(rule, at: citation)
    }
    return (title, marks)
  }

  /// Reads a mark that stands alone on a line, below the heading that it belongs to.
  mutating func readMark(at line: Int, in session: inout DocumentSession) {
    guard tree.hasOpenNode, let rule = layout.marks.first(where: { $0.isAlone(session.key(line)) })
    else { return }
    session.noteUnusual(rule, at: session.cite(line))
    tree.add(rule.mark)
  }
}

extension DocumentSession {
  /// Notes a mark that the document's legend writes otherwise.
  fileprivate mutating func noteUnusual(_ rule: LayoutMark, at citation: Citation) {
    guard let legend = rule.legend else { return }
    note(
      .info, "unusual-mark", at: citation, ja: "「\(rule.word)」を凡例の「\(legend)」と読みました",
      en: "\"\(rule.word)\" is read as \"\(legend)\", which the legend explains")
  }
}
