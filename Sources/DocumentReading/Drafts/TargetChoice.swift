package import MunicipalModel

/// Something that a document leaves open and that a person can tell.
package struct OpenChoice: Hashable, Sendable {
  /// What is asked.
  package let question: LocalizedText
  /// What it may be, as the document prints it.
  package let options: [String]
  /// What it is if it is none of these, which is answered by the number behind the last option; `nil` if it must
  /// be one of them.
  package let otherwise: LocalizedText?
  /// The place.
  package let citation: Citation
}

/// Which column of a table is the target, where its headings do not tell: years alone, or two targets.
struct TargetChoice {
  let choice: OpenChoice
  /// The columns that may be the target.
  private let columns: [TableColumn]
  /// Whether the others are figures of their years, rather than targets that do not count.
  private let othersAreActual: Bool

  /// Looks at the table whose heading ends at a line; `nil` if it leaves nothing open.
  init?(headingAt line: Int, in session: DocumentSession, rules: [ColumnRule]) {
    let heading = (0..<TableHeading.maximumLines).lazy.compactMap { above in
      TableHeading.find(at: line - above, in: session, rules: rules)
    }.first { $0.last == line }
    guard let heading else { return nil }
    let targets = heading.columns.filter { $0.figureRole == .target }
    let years = heading.columns.filter(\.isPeriodAlone)
    if targets.count > 1, Set(targets.map(\.period)).count < targets.count {
      columns = targets
      othersAreActual = false
    } else if targets.isEmpty, years.count > 1, Self.isOfPlan(heading.first, in: session) {
      columns = years
      othersAreActual = true
    } else {
      return nil
    }
    let keys = columns.map { TextFolding.key($0.heading) }
    guard Set(keys).count == keys.count, !keys.contains("") else { return nil }
    choice = OpenChoice(
      question: LocalizedText(
        ja: "どの列が計画の目標値ですか", en: "Which column holds the plan's targets?"),
      options: columns.map(\.heading),
      otherwise: othersAreActual
        ? LocalizedText(ja: "どれも実績値", en: "none: all are actual figures") : nil,
      citation: session.document.citation(line: line, printed: session.text(line)))
  }

  /// Whether the lines above a table, or the document's first, speak of aims; a table of statistics has none.
  private static func isOfPlan(_ line: Int, in session: DocumentSession) -> Bool {
    let lines = session.filledLines(above: line, count: 3) + [1, 2, 3]
    return lines.contains { line in
      ["目標", "指標", "計画", "戦略", "KPI", "ビジョン"].contains { session.key(line).contains(word: $0) }
    }
  }

  /// The rules of a layout that say which column is the target; the longer words first, which others contain.
  func rules(taking answer: Int) -> [ColumnRule] {
    columns.enumerated().filter { $0.offset == answer || !othersAreActual }
      .map { index, column in
        ColumnRule(.contains(column.heading), index == answer ? .figure(.target) : .prose)
      }
      .sorted { ($0.word ?? "").utf8.count > ($1.word ?? "").utf8.count }
  }

  /// Whether another table has the same headings.
  func isSame(as other: Self) -> Bool { choice.options == other.choice.options }
}
