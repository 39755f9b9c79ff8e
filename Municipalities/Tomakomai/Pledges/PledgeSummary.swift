import DocumentReading
import MunicipalModel

/// Reads 総括表: the visions and pledges again, each with its figure, and the figure of the whole.
///
/// The extraction set some figures letter by letter (4 9 is 49) and prints some of them twice.
struct PledgeSummary {
  struct Vision {
    var node: PlanNode
  }

  struct Pledge {
    let title: String
    let citation: Citation
    var progress: [CitedReading]
  }

  private(set) var visions: [Vision] = []
  private(set) var pledges: [String: Pledge] = [:]
  private(set) var total: [CitedReading] = []
  private var lastPledge: String?

  /// Whether the summary begins at a line.
  static func begins(at line: Int, in session: DocumentSession) -> Bool {
    let key = session.key(line)
    return (key.begins(with: "Ⅱ") || key.begins(with: "II")) && key.ends(with: "総括表")
      && isAfterBody(line, in: session)
  }

  /// The introduction names the summary too; the summary itself has no pledge heading after it.
  private static func isAfterBody(_ line: Int, in session: DocumentSession) -> Bool {
    guard line < session.document.lineCount else { return true }
    return !((line + 1)...session.document.lineCount).contains {
      PledgeBody.pledgeNumber(session.text($0)) != nil
    }
  }

  /// Reads the summary, if the document has one.
  init(in session: inout DocumentSession) {
    guard
      var line = (1...session.document.lineCount).first(where: {
        Self.begins(at: $0, in: session)
      })
    else {
      session.note(
        .warning, "no-summary", at: session.cite(1), ja: "総括表が見つかりません",
        en: "no summary was found")
      return
    }
    session.keep(line)
    session.headings = [session.text(line)]
    line += 1
    while line <= session.document.lineCount {
      read(line, in: &session)
      line += 1
    }
    useListedTitles(in: &session)
  }

  private mutating func read(_ line: Int, in session: inout DocumentSession) {
    guard !session.isBlank(line) else { return }
    if let vision = Self.vision(line, in: session) {
      addVision(vision, at: line, in: &session)
    } else if session.isTableRow(line) {
      readPledge(at: line, in: &session)
    } else if session.key(line) == "全体" {
      session.keep(line)
      lastPledge = nil
      if let next = session.nextLine(from: line + 1),
        let progress = Self.progress(session.text(next), at: next, in: &session)
      {
        total.append(progress)
      }
    } else if let progress = Self.progress(session.text(line), at: line, in: &session) {
      addRepeated(progress)
    }
  }

  // MARK: Visions

  /// 0 1 title, 05 title 44, or a row 07, title, 42.
  private static func vision(
    _ line: Int, in session: DocumentSession
  ) -> (number: String, title: String, figure: String)? {
    let cells = session.cells(line)
    var scanner = TextScanner(cells[0])
    guard scanner.skip("0") else { return nil }
    scanner.skipSpaces()
    guard let digit = scanner.number(maximumDigits: 1) else { return nil }
    if cells.count > 1 {
      guard scanner.isAtEnd, cells.count >= 2 else { return nil }
      return ("0\(digit)", cells[1], cells.count > 2 ? cells[2] : "")
    }
    guard scanner.current == " " else { return nil }
    let text = String(
      String.UnicodeScalarView(cells[0].unicodeScalars.dropFirst(scanner.position)))
    let title = TextFolding.trimmed(text)
    guard let space = title.unicodeScalars.lastIndex(of: " ") else {
      return ("0\(digit)", title, "")
    }
    let tail = String(title[title.unicodeScalars.index(after: space)...])
    return isFigure(tail)
      ? ("0\(digit)", TextFolding.trimmed(title[..<space]), tail) : ("0\(digit)", title, "")
  }

  private mutating func addVision(
    _ vision: (number: String, title: String, figure: String), at line: Int,
    in session: inout DocumentSession
  ) {
    lastPledge = nil
    let citation = session.cite(line)
    var node = PlanNode(
      level: .vision, number: vision.number, title: vision.title, citation: citation)
    if !vision.figure.isEmpty,
      let progress = Self.progress(vision.figure, at: line, in: &session)
    {
      node.progress.append(progress)
    }
    visions.append(Vision(node: node))
  }

  // MARK: Pledges

  /// A row of number, title and figure; the next row of dashes is the extraction's.
  private mutating func readPledge(at line: Int, in session: inout DocumentSession) {
    let cells = session.cells(line)
    guard cells.count >= 3, let number = Int(TextFolding.key(cells[0])),
      let vision = visions.last?.node.number,
      let figure = Self.figure(cells[2])
    else { return }
    let citation = session.cite(line, cell: 2)
    session.keep(line, cell: 1)
    let cited = session.cite(line, cell: 3)
    let reading = session.figure(figure + "%", at: cited).reading
    let key = "\(vision)-\(number)"
    pledges[key] = Pledge(
      title: cells[1], citation: citation,
      progress: [CitedReading(reading: reading, citation: cited)])
    lastPledge = key
  }

  /// A figure on a line of its own belongs to the pledge above, or to the vision above that has none.
  private mutating func addRepeated(_ progress: CitedReading) {
    if let lastPledge {
      pledges[lastPledge]?.progress.append(progress)
    } else if !visions.isEmpty, total.isEmpty {
      visions[visions.count - 1].node.progress.append(progress)
    }
  }

  // MARK: Figures

  private static func progress(
    _ text: String, at line: Int, in session: inout DocumentSession
  ) -> CitedReading? {
    guard let figure = figure(text) else { return nil }
    let citation = session.cite(line, printed: text)
    return CitedReading(
      reading: session.figure(figure + "%", at: citation).reading, citation: citation)
  }

  /// Digits with spaces between, at most 100, without the spaces.
  private static func figure(_ text: String) -> String? {
    let key = TextFolding.key(text)
    return isFigure(key) ? key : nil
  }

  private static func isFigure(_ text: String) -> Bool {
    guard let value = ExactDecimal(text) else { return false }
    return value <= ExactDecimal(100) && !(value < ExactDecimal(0))
  }

  // MARK: The list of visions

  /// Takes the titles from the list at the end (Vision01 : …), which has the titles whole.
  private mutating func useListedTitles(in session: inout DocumentSession) {
    for line in 1...session.document.lineCount {
      var scanner = TextScanner(session.text(line))
      _ = scanner.skip("-")
      scanner.skipSpaces()
      guard scanner.skip("Vision") else { continue }
      let number = scanner.read { $0.decimalDigit != nil }
      scanner.skipSpaces()
      guard scanner.skip(":"), let index = visions.firstIndex(where: { $0.node.number == number })
      else { continue }
      let text = session.text(line)
      let title = TextFolding.trimmed(
        String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(scanner.position))))
      let outer = session.headings
      session.headings = []
      let citation = session.cite(line, printed: title)
      session.headings = outer
      let old = visions[index].node
      if !TextFolding.key(title).begins(with: TextFolding.key(old.title)) {
        session.note(
          .warning, "title-differs", at: old.citation,
          ja: "ビジョン\(number)の名称が一覧の「\(title)」と違います",
          en: "the title of vision \(number) differs from \"\(title)\" in the list")
      }
      visions[index].node = PlanNode(
        level: .vision, number: old.number, title: title, citation: citation,
        progress: old.progress)
    }
  }
}
