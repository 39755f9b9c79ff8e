import DocumentReading
import MunicipalModel

/// One edition's goals while they are being read.
struct RevisionTree {
  let edition: Plan.Edition
  private(set) var goals: [PlanNode] = []
  /// The page-less entry of a project takes its measure from the entry above it.
  private(set) var lastReference: NodeReference?

  init(edition: Plan.Edition) { self.edition = edition }

  /// Adds an entry.
  ///
  /// - Parameter counterpart: the current edition, whose last project the superseded one replaces.
  mutating func add(
    _ block: RevisionBlock, projects: ProjectIndex, counterpart: RevisionTree?,
    in session: inout DocumentSession
  ) {
    switch block.kind {
    case .goal(let number, let title):
      session.headings = []
      for line in block.start..<block.line { session.keep(line) }
      let citation = session.cite(block.line)
      session.headings = ["基本目標\(number) \(title)"]
      var goal = PlanNode(level: .goal, number: number, title: title, citation: citation)
      goal.indicators = RevisionEntry.goalIndicators(in: block, edition: edition, session: &session)
      goals.append(goal)
    case .measure(let number, let title):
      for line in block.start..<block.line { session.keep(line) }
      let citation = session.cite(block.line)
      let newMark = newMarkLine(in: block, session: session)
      if let newMark { session.keep(newMark) }
      guard !goals.isEmpty else { return }
      session.headings = Array(session.headings.prefix(1)) + ["施策\(number) \(title)"]
      var node = PlanNode(
        level: .measure, number: String(number), title: title, citation: citation)
      node.lifecycle = newMark == nil ? [] : [.newMeasure]
      goals[goals.count - 1].children.append(node)
    case .projects:
      for var node in RevisionEntry.projects(in: block, edition: edition, session: &session) {
        place(&node, projects: projects, counterpart: counterpart)
        append(node, in: &session)
      }
    }
  }

  /// Finds the measure: by name in the progress report, or as the entry that this one is beside.
  private mutating func place(
    _ node: inout PlanNode, projects: ProjectIndex, counterpart: RevisionTree?
  ) {
    let goal = goals.last?.number ?? ""
    if edition == .superseded {
      node.measureReference =
        counterpart?.lastReference ?? projects.measure(of: node.title, goal: goal)
    } else {
      node.measureReference = projects.measure(of: node.title, goal: goal)
    }
    lastReference = node.measureReference
  }

  /// Puts a project below its measure where this document prints the measure, else below the goal.
  private mutating func append(_ node: PlanNode, in session: inout DocumentSession) {
    guard !goals.isEmpty else {
      session.note(
        .error, "project-without-goal", at: node.citation, ja: "基本目標の見出しより前に事業があります",
        en: "a project before any goal")
      return
    }
    let goal = goals.count - 1
    let number = node.measureReference?.number
    let printed = goals[goal].children.lastIndex { $0.level == .measure && $0.number == number }
    if let measure = printed {
      goals[goal].children[measure].children.append(node)
    } else {
      goals[goal].children.append(node)
    }
    if number == nil {
      session.note(
        .info, "project-without-measure", at: node.citation,
        ja: "進捗の資料に同名の事業がないため、どの施策の事業か分かりません",
        en: "no project of this name in the progress report tells the measure")
    }
  }

  /// ～施策の新規追加～ stands at the end of the document, after the measure's projects.
  private func newMarkLine(in block: RevisionBlock, session: DocumentSession) -> Int? {
    var line = block.line + 1
    while line <= session.document.lineCount {
      let key = session.key(line)
      if key.contains(word: "施策の新規追加") { return line }
      if key.begins(with: "施策"), key.unicodeScalars.dropFirst(2).first?.circledNumber != nil {
        return nil
      }
      line += 1
    }
    return nil
  }
}
