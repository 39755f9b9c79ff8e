import DocumentReading
import MunicipalModel

/// Reads the body of the report: each pledge, its progress, its measures and their departments.
struct PledgeBody {
  private var pledges: [PlanNode] = []
  /// The lines of a measure's title that have been read, before its table begins.
  private var titleLines: [Int] = []
  /// Whether a measure's table is open: its text is left out until the departments.
  private var isInsideMeasure = false

  /// Reads all pledges up to the summary.
  static func pledges(in session: inout DocumentSession) -> [PlanNode] {
    var body = PledgeBody()
    var line = 1
    while line <= session.document.lineCount, !PledgeSummary.begins(at: line, in: session) {
      line = body.read(line, in: &session)
    }
    body.reportUnfinished(in: &session)
    return body.pledges
  }

  private mutating func read(_ line: Int, in session: inout DocumentSession) -> Int {
    guard !session.isBlank(line) else { return line + 1 }
    let text = session.text(line)
    if let number = Self.pledgeNumber(text) {
      return readPledge(number, at: line, in: &session)
    }
    guard !pledges.isEmpty else { return line + 1 }
    let key = session.key(line)
    if key.begins(with: "担当部署:") {
      readDepartments(at: line, in: &session)
    } else if key.begins(with: "取組事業内容") {
      finishTitle(at: line, in: &session)
    } else if !isInsideMeasure {
      titleLines.append(line)
    }
    return line + 1
  }

  /// 01-1 and its title, then 01-1 進捗状況 95%.
  private mutating func readPledge(
    _ number: String, at line: Int, in session: inout DocumentSession
  ) -> Int {
    reportUnfinished(in: &session)
    isInsideMeasure = false
    var titleParts = [Self.rest(of: session.text(line))].filter { !$0.isEmpty }
    var titleLine = titleParts.isEmpty ? nil : line
    session.keep(line)
    var next = line + 1
    // The title goes on until the number stands again, alone.
    while next <= session.document.lineCount, Self.pledgeNumber(session.text(next)) != number,
      next - line < 12
    {
      if !session.isBlank(next) {
        titleParts.append(session.text(next))
        titleLine = titleLine ?? next
        session.keep(next)
      }
      next += 1
    }
    session.headings = []
    let title = titleParts.joined()
    let citation = session.cite(titleLine ?? line, printed: title)
    session.headings = ["\(number) \(title)"]
    var node = PlanNode(level: .pledge, number: number, title: title, citation: citation)
    session.keep(next)
    next += 1
    let end = readProgress(of: &node, from: next, in: &session)
    pledges.append(node)
    return end
  }

  /// 進捗状況 and a percentage on the same or on one of the next lines.
  private func readProgress(
    of node: inout PlanNode, from line: Int, in session: inout DocumentSession
  ) -> Int {
    guard let heading = session.nextLine(from: line), session.key(heading).begins(with: "進捗状況")
    else {
      session.note(
        .error, "pledge-without-progress", at: node.citation, ja: "進捗状況がありません",
        en: "no progress is printed")
      return line
    }
    session.keep(heading)
    var figureLine = heading
    var printed = TextFolding.trimmed(session.text(heading).dropFirst("進捗状況".count))
    if printed.isEmpty, let next = session.nextLine(from: heading + 1) {
      figureLine = next
      printed = session.text(next)
    }
    let citation = session.cite(figureLine, printed: printed)
    let figure = session.figure(printed, at: citation)
    node.progress.append(CitedReading(reading: figure.reading, citation: citation))
    return figureLine + 1
  }

  /// The lines before 取組事業内容 are the measure's title; a long one is broken in several lines.
  private mutating func finishTitle(at line: Int, in session: inout DocumentSession) {
    session.keep(line, fragment: "取組事業内容")
    isInsideMeasure = true
    guard let first = titleLines.first else { return }
    let title = titleLines.map { session.text($0) }.joined()
    for titleLine in titleLines { session.keep(titleLine) }
    titleLines = []
    let pledge = pledges.count - 1
    let number = "\(pledges[pledge].number)-\(pledges[pledge].children.count + 1)"
    let citation = session.cite(first, printed: title)
    pledges[pledge].children.append(
      PlanNode(level: .measure, number: number, title: title, citation: citation))
  }

  private mutating func readDepartments(at line: Int, in session: inout DocumentSession) {
    let pledge = pledges.count - 1
    guard isInsideMeasure, let measure = pledges[pledge].children.indices.last else {
      session.note(
        .warning, "departments-without-measure", at: session.cite(line),
        ja: "施策の前に担当部署があります", en: "departments before any measure")
      return
    }
    isInsideMeasure = false
    session.keep(line)
    let text = session.text(line)
    guard let colon = text.firstIndex(where: { $0 == "：" || $0 == ":" }) else { return }
    pledges[pledge].children[measure].departments =
      text[text.index(after: colon)...].split(separator: "、").map { TextFolding.trimmed($0) }
  }

  private mutating func reportUnfinished(in session: inout DocumentSession) {
    if isInsideMeasure, let measure = pledges.last?.children.last {
      session.note(
        .warning, "measure-without-department", at: measure.citation, ja: "担当部署がありません",
        en: "no department is printed")
    }
    titleLines = []
  }

  /// 01-1 at the beginning of a line, alone or before a space.
  static func pledgeNumber(_ text: String) -> String? {
    let scalars = TextFolding.folded(text.unicodeScalars.prefix(6).map(String.init).joined())
    guard scalars.count >= 4, scalars[0].decimalDigit != nil, scalars[1].decimalDigit != nil,
      scalars[2] == "-", scalars[3].decimalDigit != nil,
      scalars.count == 4 || scalars[4] == " "
    else { return nil }
    return String(String.UnicodeScalarView(scalars.prefix(4)))
  }

  private static func rest(of text: String) -> String {
    TextFolding.trimmed(String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(4))))
  }
}
