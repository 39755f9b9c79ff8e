import DocumentReading
import MunicipalModel

/// Reads 新旧対照表: the strategy's current edition and, below each entry, the superseded one.
///
/// An entry of the current edition begins with the number of a page; the entry of the superseded
/// edition follows without one. Where an entry prints a 基準値, it is of the current edition.
struct RevisionTableReader {
  private var editions: [Plan.Edition: RevisionTree] = [:]
  private let projects: ProjectIndex

  /// Reads the whole document.
  ///
  /// - Parameter projects: which measure each project belongs to, from the progress report.
  static func contents(
    of session: inout DocumentSession, projects: ProjectIndex
  ) -> DocumentContents {
    var reader = RevisionTableReader(projects: projects)
    reader.read(in: &session)
    session.headings = []
    let title = PlanTerm.title(in: &session)
    let term = PlanTerm.read(in: &session)
    let document = session.document.id
    let plans = [Plan.Edition.current, .superseded].compactMap { edition in
      reader.editions[edition].map {
        Plan(document: document, title: title, edition: edition, term: term, roots: $0.goals)
      }
    }
    if plans.isEmpty {
      session.note(
        .error, "no-goals", at: session.cite(1), ja: "基本目標の見出しが見つかりません",
        en: "no heading of a goal was found")
    }
    return DocumentContents(
      document: document, plans: plans, revisionStatements: statements(in: &session))
  }

  private static let statements: [(word: String, mark: LifecycleMark)] = [
    ("・新たな施策の追加", .newMeasure), ("・新たな事業の追加", .newProject),
    ("・事業内容の変更", .contentChanged), ("・事業の終了", .ended),
    ("・数値目標の変更", .targetChanged), ("・KPIの変更", .indicatorChanged),
  ]

  /// ・事業内容の変更　6項目: how many changes the revision says it makes.
  private static func statements(in session: inout DocumentSession) -> [RevisionStatement] {
    var result: [RevisionStatement] = []
    for line in 1...session.document.lineCount {
      let key = session.key(line)
      guard let (word, mark) = statements.first(where: { key.begins(with: $0.word) }) else {
        continue
      }
      var scanner = TextScanner(key)
      _ = scanner.skip(word)
      guard let count = scanner.number(), scanner.skip("項目") else { continue }
      session.keep(line, fragment: "\(word) \(count)項目")
      let citation = session.document.citation(line: line, printed: "\(count)項目")
      let reading = session.figure("\(count)項目", at: citation).reading
      result.append(
        RevisionStatement(mark: mark, count: CitedReading(reading: reading, citation: citation)))
    }
    return result
  }

  private init(projects: ProjectIndex) { self.projects = projects }

  private mutating func read(in session: inout DocumentSession) {
    var edition = Plan.Edition.current
    for block in RevisionBlock.blocks(in: session) {
      edition = block.edition(in: session, after: edition)
      var tree = editions[edition] ?? RevisionTree(edition: edition)
      tree.add(block, projects: projects, counterpart: editions[.current], in: &session)
      editions[edition] = tree
    }
  }
}
