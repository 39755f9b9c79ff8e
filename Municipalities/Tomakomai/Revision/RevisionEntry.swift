import DocumentReading
import MunicipalModel

/// Reads the inside of one entry: names, departments, marks and indicators.
enum RevisionEntry {
  private static let marks: [(word: String, mark: LifecycleMark)] = [
    ("新規施策", .newMeasure), ("新規事業", .newProject), ("事業内容変更", .contentChanged),
    ("取組終了", .ended), ("数値目標変更", .targetChanged), ("KPI変更", .indicatorChanged),
  ]

  // MARK: Goals

  /// The indicators of a goal: a name on one line, its figures on the next.
  static func goalIndicators(
    in block: RevisionBlock, edition: Plan.Edition, session: inout DocumentSession
  ) -> [Indicator] {
    var indicators: [Indicator] = []
    var nameLine: Int?
    var line = block.line + 1
    while line <= block.lines.upperBound {
      if session.isBlank(line) || session.key(line).begins(with: "■") {
        if session.key(line).begins(with: "■数値目標") { session.keep(line) }
        line += 1
        continue
      }
      if let figures = RevisionFigures(at: line, last: block.lines.upperBound, in: session) {
        if let name = nameLine {
          indicators.append(
            indicator(nameLine: name, prefix: "", figures: figures, edition: edition, &session))
        }
        nameLine = nil
        line = figures.endLine
      } else {
        nameLine = session.key(line).begins(with: "※") ? nameLine : line
        line += 1
      }
    }
    return indicators
  }

  // MARK: Projects

  /// The projects of an entry: one, or several that each begin with 事業名：.
  static func projects(
    in block: RevisionBlock, edition: Plan.Edition, session: inout DocumentSession
  ) -> [PlanNode] {
    for line in block.start...block.line { session.keep(line) }
    let starts = block.lines.filter { session.key($0).begins(with: "事業名:") }
    guard !starts.isEmpty else {
      guard let title = session.nextLine(from: block.line + 1), title <= block.lines.upperBound
      else { return [] }
      return [project(title...block.lines.upperBound, edition: edition, session: &session)]
    }
    let ends = starts.dropFirst().map { $0 - 1 } + [block.lines.upperBound]
    return zip(starts, ends).map { project($0...$1, edition: edition, session: &session) }
  }

  private static func project(
    _ lines: ClosedRange<Int>, edition: Plan.Edition, session: inout DocumentSession
  ) -> PlanNode {
    let titleLine = lines.lowerBound
    var title = title(of: session.text(titleLine))
    var line = titleLine + 1
    // The departments stand on the next line where the title is long.
    if title.departments.isEmpty, line <= lines.upperBound, session.text(line).begins(with: "【") {
      let next = Self.title(of: session.text(line))
      title.departments = next.departments
      title.marks += next.marks
      session.keep(line)
      line += 1
    }
    let citation = session.cite(titleLine)
    let outer = session.headings
    session.headings.append(title.name)
    defer { session.headings = outer }
    var node = PlanNode(
      level: .project, title: title.name, citation: citation, departments: title.departments,
      lifecycle: title.marks)
    while line <= lines.upperBound {
      let key = session.key(line)
      if key.begins(with: "■重要業績評価指標") { session.keep(line) }
      guard key.begins(with: "指標名:") else {
        line += 1
        continue
      }
      let nameLine = line
      line += 1
      guard let next = session.nextLine(from: line), next <= lines.upperBound,
        let figures = RevisionFigures(at: next, last: lines.upperBound, in: session)
      else {
        session.note(
          .error, "indicator-without-figures", at: session.cite(nameLine),
          ja: "指標の数値がありません", en: "an indicator without figures")
        continue
      }
      node.indicators.append(
        indicator(nameLine: nameLine, prefix: "指標名:", figures: figures, edition: edition, &session))
      line = figures.endLine
    }
    return node
  }

  /// Name, departments in 【】 and marks of a title line.
  private static func title(
    of text: String
  ) -> (name: String, departments: [String], marks: [LifecycleMark]) {
    var name = text
    if TextFolding.key(text).begins(with: "事業名:"), let colon = text.firstIndex(where: isColon) {
      name = String(text[text.index(after: colon)...])
    }
    var departments: [String] = []
    var marks: [LifecycleMark] = []
    let key = TextFolding.key(name)
    for (word, mark) in Self.marks where key.contains(word: word) { marks.append(mark) }
    if let open = name.firstIndex(of: "【"), let close = name.firstIndex(of: "】"), open < close {
      departments = name[name.index(after: open)..<close].split { $0 == "／" || $0 == "/" }
        .map { TextFolding.trimmed($0) }
      name = String(name[..<open])
    }
    return (TextFolding.trimmed(withoutMarks(name)), departments, marks)
  }

  private static func isColon(_ character: Character) -> Bool {
    character == "：" || character == ":"
  }

  /// Takes a mark off the end of a name: 豊かな自然環境…の充実　KPI変更.
  private static func withoutMarks(_ name: String) -> String {
    var parts = name.split { $0 == "\u{3000}" || $0 == " " }
    while let last = parts.last,
      marks.contains(where: { TextFolding.key(last) == $0.word }), parts.count > 1
    {
      parts.removeLast()
    }
    guard let end = parts.last?.endIndex else { return name }
    return String(name[..<end])
  }

  // MARK: Indicators

  private static func indicator(
    nameLine: Int, prefix: String, figures: RevisionFigures, edition: Plan.Edition,
    _ session: inout DocumentSession
  ) -> Indicator {
    var text = session.text(nameLine)
    if !prefix.isEmpty, let colon = text.firstIndex(where: isColon) {
      text = TextFolding.trimmed(text[text.index(after: colon)...])
    }
    let key = TextFolding.key(text)
    let lifecycle = marks.filter { key.contains(word: $0.word) }.map(\.mark)
    let name = IndicatorName(withoutMarks(text))
    let citation = session.cite(nameLine)
    let figures = figures.figures(unit: name.unit, edition: edition, in: &session)
    let printedUnit = figures.lazy.compactMap { $0.reading.quantity?.unit }
      .first { !$0.isEmpty }
    return Indicator(
      name: name.name, unit: name.unit.isEmpty ? printedUnit ?? "" : name.unit,
      citation: citation, lifecycle: lifecycle, figures: figures)
  }
}
