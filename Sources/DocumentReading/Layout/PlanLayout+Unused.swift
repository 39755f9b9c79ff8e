import MunicipalModel

extension PlanLayout {
  /// The words of the layout's own rules that stand nowhere in a document, as is likely of a slip.
  ///
  /// Columns that are ignored need not be there: a document's facts are without them.
  ///
  /// - Parameter document: the text that the layout explains.
  /// - Returns: the patterns of headings and titles, the words of columns and the headings of tables,
  ///   each as the layout writes it.
  package func unusedRules(in document: DocumentText) -> [String] {
    let session = DocumentSession(document)
    let lines = Array(1...document.lineCount)
    let cells = Set(
      lines.filter(session.isTableRow).flatMap { session.cells($0).map { TextFolding.key($0) } })
    var rest = headings
    for line in lines where !rest.isEmpty {
      if session.isLone(line) {
        let folded = TextScanner(session.text(line))
        rest.removeAll { $0.match(line, folded: folded, in: session) != nil }
      } else {
        let cells = session.cells(line)
        rest.removeAll { rule in cells.indices.contains { rule.match(cells, at: $0) != nil } }
      }
    }
    var unused = rest.map { $0.pattern == .whole ? "heading_level" : $0.pattern.text }
    // The lines that are no row of a table, which patterns stand for.
    let texts = lines.filter { !session.isTableRow($0) }.map(session.text)
    if let planTitle, !texts.contains(where: { planTitle.match($0) != nil }) {
      unused.append(planTitle.text)
    }
    let stated = self.lines.isEmpty ? [] : texts.compactMap(LineRule.Line.init)
    unused += self.lines.filter { rule in !stated.contains { rule.match($0) != nil } }.map(\.text)
    unused += periods.values.compactMap { $0.unusedText(in: texts) }.sorted()
    unused += marks.map(\.word).filter { word in !texts.contains { $0.hasSuffix(word) } }
    for table in treeTables { unused += table.unusedRules(in: session) }
    for rule in columns.dropLast(ColumnRule.common.count) where rule.role != .prose {
      switch rule.match {
      case .contains(let word) where !cells.contains { $0.contains(word: word) }:
        unused.append(word)
      case .whole(let word) where !cells.contains(where: { TableColumn.name($0) == word }):
        unused.append(word)
      case .prefix(let word) where !cells.contains { $0.hasPrefix(word) }: unused.append(word)
      default: break
      }
    }
    for table in population
    where !lines.contains(where: {
      session.isTableRow($0) && session.key($0).hasPrefix(TextFolding.key(table.heading))
    }) {
      unused.append(table.heading)
    }
    return unused + yearsDown.filter { !cells.contains(TextFolding.key($0)) }
  }
}
