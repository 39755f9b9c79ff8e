import DocumentReading
import MunicipalModel

/// Reads 総合戦略（骨子案）: one table of goals, directions, measures and example projects.
///
/// A cell that is empty belongs to the cell above. The number of a goal is not printed: it is the
/// first number of its directions.
struct StrategyOutlineReader {
  private var goals: [PlanNode] = []
  private var goalTitle: TableCell?

  /// Reads the whole document.
  static func contents(of session: inout DocumentSession) -> DocumentContents {
    var reader = StrategyOutlineReader()
    var title = "苫小牧市総合戦略（骨子案）"
    var line = 1
    reader.reportPrintedOrder(in: &session)
    while line <= session.document.lineCount {
      let text = session.text(line)
      if text.hasPrefix("# ") {
        session.keep(line)
        title = String(text.dropFirst(2))
      }
      if reader.isMainHeading(line, in: session) {
        line = reader.readMainTable(at: line, in: &session)
      } else if reader.isRelatedHeading(line, in: session) {
        line = reader.readRelatedProjects(at: line, in: &session)
      } else {
        line += 1
      }
    }
    if reader.goals.isEmpty {
      session.note(
        .error, "no-goals", at: session.cite(1), ja: "施策の表が見つかりません",
        en: "no table of measures was found")
    }
    session.reportUnreadTables(knownHeadings: [])
    let plan = Plan(document: session.document.id, title: title, roots: reader.goals)
    return DocumentContents(document: session.document.id, plans: [plan])
  }

  // MARK: The main table

  private func isMainHeading(_ line: Int, in session: DocumentSession) -> Bool {
    let key = session.key(line)
    return session.isTableRow(line) && key.contains(word: "施策の基本的方向")
      && key.contains(word: "具体的な施策")
  }

  /// The columns of goal, direction, measure and examples, by the words of the heading.
  private func columns(_ line: Int, in session: DocumentSession) -> [String: Int] {
    var columns: [String: Int] = [:]
    for (index, cell) in session.cells(line).enumerated() {
      for word in ["基本目標", "基本的方向", "具体的な施策", "事業例"]
      where TextFolding.key(cell).contains(word) {
        columns[word] = index
      }
    }
    return columns
  }

  private mutating func readMainTable(
    at headingLine: Int, in session: inout DocumentSession
  ) -> Int {
    session.keep(headingLine)
    let columns = columns(headingLine, in: session)
    var direction: (number: String, title: String, cell: TableCell)?
    var line = headingLine + 1
    while session.isTableRow(line) {
      let cells = session.cells(line)
      func cell(_ word: String) -> TableCell? {
        guard let index = columns[word], cells.indices.contains(index), !cells[index].isEmpty else {
          return nil
        }
        return TableCell(text: cells[index], line: line, cell: index + 1)
      }
      if let goal = cell("基本目標") { goalTitle = goal }
      if let found = cell("基本的方向") {
        let (number, title) = Self.numbered(found.text)
        direction = (number, title, found)
      }
      if let direction { openDirection(direction, in: &session) }
      if let measure = cell("具体的な施策") {
        readMeasure(measure, examples: cell("事業例"), in: &session)
      }
      line += 1
    }
    return line
  }

  /// Makes the goal and the direction unless they are there already.
  private mutating func openDirection(
    _ direction: (number: String, title: String, cell: TableCell),
    in session: inout DocumentSession
  ) {
    let goalNumber = String(direction.number.prefix { $0 != "-" })
    session.headings = []
    if goals.last?.number != goalNumber {
      guard let title = goalTitle, !goals.contains(where: { $0.number == goalNumber }) else {
        return
      }
      let citation = session.cite(title.line, cell: title.cell)
      goals.append(
        PlanNode(level: .goal, number: goalNumber, title: title.text, citation: citation))
    }
    guard let goal = goals.indices.last,
      !goals[goal].children.contains(where: { $0.number == direction.number })
    else {
      session.keep(direction.cell.line, cell: direction.cell.cell)
      return
    }
    session.headings = [goals[goal].title]
    let citation = session.cite(direction.cell.line, cell: direction.cell.cell)
    goals[goal].children.append(
      PlanNode(
        level: .direction, number: direction.number, title: direction.title, citation: citation))
  }

  private mutating func readMeasure(
    _ cell: TableCell, examples: TableCell?, in session: inout DocumentSession
  ) {
    guard let goal = goals.indices.last, let direction = goals[goal].children.indices.last else {
      session.note(
        .error, "measure-without-direction", at: session.cite(cell.line, cell: cell.cell),
        ja: "施策の基本的方向より前に施策があります", en: "a measure before any direction")
      return
    }
    session.headings = [goals[goal].title, goals[goal].children[direction].title]
    let number = cell.text.unicodeScalars.first?.circledNumber
    let title = number == nil ? cell.text : String(cell.text.dropFirst())
    var node = PlanNode(
      level: .measure, number: number.map(String.init) ?? "", title: title,
      citation: session.cite(cell.line, cell: cell.cell))
    if let examples {
      let citation = session.cite(examples.line, cell: examples.cell)
      node.children = items(of: examples, in: session).map {
        PlanNode(level: .exampleProject, title: $0, citation: citation.part($0))
      }
    }
    goals[goal].children[direction].children.append(node)
  }

  private func items(of cell: TableCell, in session: DocumentSession) -> [String] {
    let raw = session.document.line(cell.line)
      .split(separator: "\t", omittingEmptySubsequences: false)
    return raw.indices.contains(cell.cell - 1) ? CellMarkup.listItems(of: raw[cell.cell - 1]) : []
  }

  /// The number and the title of 1-1 市内在住若者の雇用機会の拡大.
  private static func numbered(_ text: String) -> (number: String, title: String) {
    let number = TextFolding.folded(text.prefix(8)).prefix { $0.decimalDigit != nil || $0 == "-" }
    let title = text.unicodeScalars.dropFirst(number.count)
    return (
      String(String.UnicodeScalarView(number)),
      TextFolding.trimmed(String(String.UnicodeScalarView(title)))
    )
  }

  // MARK: Related projects

  private func isRelatedHeading(_ line: Int, in session: DocumentSession) -> Bool {
    session.isTableRow(line) && session.cells(line).contains { $0.contains(word: "関連する事業") }
  }

  /// Pairs of goal and projects that existed before, two pairs a row.
  private mutating func readRelatedProjects(
    at headingLine: Int, in session: inout DocumentSession
  ) -> Int {
    session.keep(headingLine)
    session.headings = ["関連する既存事業"]
    let headings = session.cells(headingLine)
    var line = headingLine + 1
    while session.isTableRow(line) {
      let cells = session.cells(line)
      for index in headings.indices.dropFirst()
      where headings[index].contains(word: "関連する事業") && cells.indices.contains(index) {
        let title = TextFolding.key(cells[index - 1])
        session.keep(line, cell: index)
        let citation = session.cite(line, cell: index + 1)
        guard let goal = goals.firstIndex(where: { TextFolding.key($0.title) == title }) else {
          session.note(
            .warning, "unknown-goal", at: citation, ja: "上の表にない基本目標です",
            en: "a goal that the table above does not have")
          continue
        }
        let cell = TableCell(text: cells[index], line: line, cell: index + 1)
        goals[goal].children += items(of: cell, in: session).map {
          PlanNode(level: .existingProject, title: $0, citation: citation.part($0))
        }
      }
      line += 1
    }
    return line
  }

  // MARK: Checks

  /// Notes directions that are printed twice or out of order, before any repair.
  private func reportPrintedOrder(in session: inout DocumentSession) {
    var seen: [String] = []
    for line in 1...session.document.lineCount where session.isTableRow(line) {
      for (index, cell) in session.printedCells(line).enumerated() {
        let (number, title) = Self.numbered(cell)
        let parts = number.split(separator: "-")
        guard parts.count == 2, !title.isEmpty, seen.last != number else { continue }
        let citation = Citation(
          document: session.document.id, line: line, cell: index + 1, printed: cell)
        if seen.contains(number) {
          session.note(
            .warning, "direction-repeated", at: citation,
            ja: "施策の基本的方向\(number)が離れた行に二度あります",
            en: "direction \(number) stands in two places apart")
        }
        if let last = seen.last, number < last {
          session.note(
            .warning, "direction-out-of-order", at: citation,
            ja: "施策の基本的方向\(number)が\(last)の後にあります",
            en: "direction \(number) stands after \(last)")
        }
        seen.append(number)
      }
    }
  }
}

extension Citation {
  /// The citation of one item of a cell's list.
  fileprivate func part(_ text: String) -> Citation {
    Citation(document: document, line: line, cell: cell, headings: headings, printed: text)
  }
}
