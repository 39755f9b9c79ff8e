import MunicipalModel

extension LaidOutPlanReader {
  func reportMissingParts(of roots: [PlanNode], in session: inout DocumentSession) {
    guard let outermost = layout.levels.first else { return }
    let top = session.document.citation(line: 1, printed: session.text(1))
    if roots.isEmpty {
      session.note(
        .error, Diagnostic.Code(rawValue: "no-\(outermost.rawValue)s"), at: top,
        ja: "計画の見出しが見つかりません", en: "no heading of the plan was found")
    }
    // The nodes of a table are a list, which no table of indicators need follow.
    guard let innermost = layout.headingLevels.last else { return }
    let nodes = Plan(document: session.document.id, title: "", roots: roots).nodes
      .filter { $0.node.level == innermost }
      .sorted { $0.node.citation.line < $1.node.citation.line }
    let child = hasProjects ? "project" : "indicator"
    for placed in nodes where placed.node.children.isEmpty && placed.node.indicators.isEmpty {
      session.note(
        .warning, Diagnostic.Code(rawValue: "\(innermost.rawValue)-without-\(child)"),
        at: placed.node.citation, ja: "「\(placed.node.title)」の下に指標の表がありません",
        en: "no table of indicators below \"\(placed.node.title)\"")
    }
    for (previous, next) in zip(nodes, nodes.dropFirst()) {
      guard let before = Int(previous.node.number), let after = Int(next.node.number),
        after != before + 1, after != 1 || previous.path.last == next.path.last
      else { continue }
      session.note(
        .warning, Diagnostic.Code(rawValue: "\(innermost.rawValue)-out-of-order"),
        at: next.node.citation, ja: "\(before)の次が\(after)です",
        en: "\(before) is followed by \(after)")
    }
  }
}
