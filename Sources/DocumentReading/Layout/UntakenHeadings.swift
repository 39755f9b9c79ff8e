import MunicipalModel

/// Lines that look like headings of a plan, written otherwise than the layout says.
///
/// What stands below such a line is taken for a part of the heading before it.
struct UntakenHeadings {
  private struct Place: Hashable {
    let level: PlanLevel
    let number: String
  }

  private struct Line {
    let place: Place
    let line: Int
    let text: String
  }

  private var lines: [Line] = []
  private var texts: Set<String> = []

  /// Looks at a line that no heading was found in.
  mutating func look(at line: Int, for rules: [HeadingRule], in session: DocumentSession) {
    guard !rules.isEmpty else { return }
    let text = session.text(line)
    let folded = TextScanner(text)
    guard !rules.contains(where: { $0.pattern.match(folded) != nil }) else { return }
    for rule in rules {
      guard let number = rule.pattern.numberOfVariant(folded) else { continue }
      // A running header stands on every page.
      if texts.insert(session.key(line)).inserted {
        lines.append(Line(place: Place(level: rule.level, number: number), line: line, text: text))
      }
      return
    }
  }

  /// Notes the lines whose number no node of a plan has.
  func report(notIn roots: [PlanNode], in session: inout DocumentSession) {
    let nodes = Plan(document: session.document.id, title: "", roots: roots).nodes.map(\.node)
    let taken = Set(nodes.map { Place(level: $0.level, number: $0.number) })
    for found in lines where !taken.contains(found.place) {
      let level = found.place.level.label
      let citation = session.document.citation(line: found.line, printed: found.text)
      session.note(
        .warning, "heading-not-taken", at: citation,
        ja: "「\(found.text)」は\(level.ja)\(found.place.number)の見出しのようですが、どの pattern にも"
          + "合いません。この下の表は前の見出しのものとして読みました",
        en:
          "\"\(found.text)\" looks like the heading of \(level.en) \(found.place.number) but fits no "
          + "pattern; a table below it is read as one of the heading before")
    }
  }
}
