import DocumentReading
import MunicipalModel

/// Reads 総合戦略推進会議の資料: the strategy's goals, measures, projects and indicators.
///
/// A goal is a number and a title before 現状と課題; a measure is 施策N with its title on the same or
/// the next line. Tables are found by their headings.
struct ProgressReportReader {
  private var goals: [PlanNode] = []
  /// Where the next measure hangs: the direction printed last, if one was printed above the measure.
  private var direction: Int?
  private let mapper = IndicatorMapper()

  /// Reads the whole document.
  static func contents(of session: inout DocumentSession) -> DocumentContents {
    let goals = goals(in: &session)
    var population = PopulationSection()
    population.read(in: &session)
    session.headings = []
    let plan = Plan(
      document: session.document.id, title: PlanTerm.title(in: &session),
      term: PlanTerm.read(in: &session), roots: goals)
    session.reportUnreadTables(knownHeadings: ["会議の内容"])
    return DocumentContents(
      document: session.document.id, plans: [plan], populationFigures: population.figures,
      populationDefinition: population.definition, surveyResults: population.surveyResults)
  }

  /// Reads the goals, without the rest of the document.
  static func goals(in session: inout DocumentSession) -> [PlanNode] {
    var reader = ProgressReportReader()
    var line = 1
    while line <= session.document.lineCount { line = reader.read(line, in: &session) }
    reader.reportMissingParts(in: &session)
    return reader.goals
  }

  /// Reads what stands at a line; returns the next line to read.
  private mutating func read(_ line: Int, in session: inout DocumentSession) -> Int {
    if session.isBlank(line) { return line + 1 }
    if IndicatorTable.isHeading(line, in: session) { return readTable(at: line, in: &session) }
    if session.isTableRow(line) { return line + 1 }
    let key = session.key(line)
    if let goal = goalHeading(line, in: session) {
      session.headings = []
      direction = nil
      let citation = session.cite(line)
      keepNext(line, in: &session)
      goals.append(
        PlanNode(level: .goal, number: goal.number, title: goal.title, citation: citation))
      session.headings = [session.text(line)]
      return line + 1
    }
    guard !goals.isEmpty else { return line + 1 }
    if key.hasPrefix("施策の基本的方向") {
      return readDirectionHeading(at: line, key: key, in: &session)
    }
    if Self.isDirectionNumber(key) { return readDirection(at: line, number: key, in: &session) }
    if let measure = Self.measureNumber(session.text(line)) {
      return readMeasure(measure, at: line, in: &session)
    }
    return line + 1
  }

  // MARK: Headings

  /// A number, a space and a title, with 現状と課題 next.
  private func goalHeading(
    _ line: Int, in session: DocumentSession
  ) -> (number: String, title: String)? {
    var scanner = TextScanner(session.text(line))
    guard let number = scanner.number(maximumDigits: 2), scanner.current == " ",
      let next = session.nextLine(from: line + 1), session.key(next) == "現状と課題"
    else { return nil }
    let text = session.text(line)
    let digits = text.unicodeScalars.prefix { TextFolding.fold($0).decimalDigit != nil }.count
    let title = String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(digits)))
    return (String(number), TextFolding.trimmed(title))
  }

  private func keepNext(_ line: Int, in session: inout DocumentSession) {
    if let next = session.nextLine(from: line + 1) { session.keep(next) }
  }

  /// 施策の基本的方向 alone begins the list; with a number it says where the next measures belong.
  private mutating func readDirectionHeading(
    at line: Int, key: String, in session: inout DocumentSession
  ) -> Int {
    session.keep(line)
    let number = String(key.dropFirst("施策の基本的方向".count))
    guard Self.isDirectionNumber(number) else {
      direction = nil
      return line + 1
    }
    direction = goals[goals.count - 1].children.firstIndex {
      $0.level == .direction && $0.number == number
    }
    if direction == nil {
      session.note(
        .warning, "unknown-direction", at: session.cite(line),
        ja: "施策の基本的方向\(number)は基本目標の一覧にありません",
        en: "direction \(number) is not in the goal's list")
    }
    if let title = session.nextLine(from: line + 1) {
      session.keep(title)
      return title + 1
    }
    return line + 1
  }

  /// 1-1, with the title on the next line.
  private mutating func readDirection(
    at line: Int, number: String, in session: inout DocumentSession
  ) -> Int {
    guard let titleLine = session.nextLine(from: line + 1) else { return line + 1 }
    session.keep(line)
    let citation = session.cite(titleLine)
    goals[goals.count - 1].children.append(
      PlanNode(
        level: .direction, number: number, title: session.text(titleLine), citation: citation))
    return titleLine + 1
  }

  private mutating func readMeasure(
    _ measure: (number: Int, title: String), at line: Int, in session: inout DocumentSession
  ) -> Int {
    session.headings = Array(session.headings.prefix(1))
    var title = measure.title
    var titleLine = line
    if title.isEmpty, let next = session.nextLine(from: line + 1) {
      titleLine = next
      title = session.text(next)
    }
    session.keep(line)
    let citation = session.cite(titleLine)
    let node = PlanNode(
      level: .measure, number: String(measure.number), title: title, citation: citation)
    if let direction {
      goals[goals.count - 1].children[direction].children.append(node)
    } else {
      goals[goals.count - 1].children.append(node)
    }
    session.headings.append("施策\(measure.number) \(title)")
    return titleLine + 1
  }

  private static func isDirectionNumber(_ key: String) -> Bool {
    let parts = key.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }

  /// 施策6 子育て支援…, or 施策6 alone.
  private static func measureNumber(_ text: String) -> (number: Int, title: String)? {
    var scanner = TextScanner(text)
    guard scanner.skip("施策") else { return nil }
    scanner.skipSpaces()
    guard let number = scanner.number(maximumDigits: 3), scanner.isAtEnd || scanner.current == " "
    else { return nil }
    let title = text.unicodeScalars.dropFirst(scanner.position)
    return (number, TextFolding.trimmed(String(String.UnicodeScalarView(title))))
  }

  // MARK: Tables

  /// A table with a column of projects belongs to the measure, one without to the goal.
  private mutating func readTable(at line: Int, in session: inout DocumentSession) -> Int {
    let table = IndicatorTable(at: line, in: &session)
    guard !goals.isEmpty else {
      session.note(
        .error, "table-without-goal", at: session.cite(line),
        ja: "基本目標の見出しより前に指標の表があります", en: "a table of indicators before any goal")
      return max(table.endLine, line + 1)
    }
    for row in table.rows {
      let indicator = mapper.indicator(from: row, in: &session)
      if row.project == nil, table.columns.contains(where: { $0.role == .project }) {
        session.note(
          .error, "row-without-project", at: indicator.citation, ja: "事業名のない行です",
          en: "a row without a project")
      }
      guard let project = row.project else {
        goals[goals.count - 1].indicators.append(indicator)
        continue
      }
      add(indicator, to: project, in: &session)
    }
    return max(table.endLine, line + 1)
  }

  private mutating func add(
    _ indicator: Indicator, to project: TableCell, in session: inout DocumentSession
  ) {
    let citation = session.cite(project.line, cell: project.cell)
    let isMeasure: (PlanNode) -> Bool = { $0.level == .measure }
    func append(to measure: inout PlanNode) {
      if let last = measure.children.last, last.citation == citation {
        measure.children[measure.children.count - 1].indicators.append(indicator)
      } else {
        measure.children.append(
          PlanNode(
            level: .project, title: project.text, citation: citation, indicators: [indicator]))
      }
    }
    let goal = goals.count - 1
    if let direction,
      let last = goals[goal].children[direction].children.lastIndex(where: isMeasure)
    {
      append(to: &goals[goal].children[direction].children[last])
    } else if let last = goals[goal].children.lastIndex(where: isMeasure) {
      append(to: &goals[goal].children[last])
    } else {
      append(to: &goals[goal])
    }
  }

  // MARK: Checks

  private func reportMissingParts(in session: inout DocumentSession) {
    let citation = Citation(document: session.document.id, line: 1, printed: session.text(1))
    if goals.isEmpty {
      session.note(
        .error, "no-goals", at: citation, ja: "基本目標の見出しが見つかりません",
        en: "no heading of a goal was found")
    }
    let measures = goals.flatMap { goal in
      (goal.children + goal.children.flatMap(\.children)).filter { $0.level == .measure }
    }
    for measure in measures where measure.children.isEmpty {
      session.note(
        .warning, "measure-without-project", at: measure.citation,
        ja: "施策\(measure.number)の下に事業の表がありません",
        en: "no table of projects below measure \(measure.number)")
    }
    let numbers = measures.compactMap { Int($0.number) }
    for (previous, next) in zip(numbers, numbers.dropFirst()) where next != previous + 1 {
      session.note(
        .warning, "measure-out-of-order", at: citation,
        ja: "施策\(previous)の次が施策\(next)です", en: "measure \(previous) is followed by \(next)")
    }
  }
}
