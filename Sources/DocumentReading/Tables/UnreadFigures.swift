import MunicipalModel

/// Which figures of a document are accounted for: cited, told, or known and left out.
///
/// Each line of a table that is read, and each line that a figure was taken from, is looked at. What has
/// two or more groups of digits, one of them not accounted for, is told with its place.
struct UnreadFigures {
  private let cited: [Int: [Citation]]
  /// The lines that a figure was taken from.
  private let figureLines: Set<Int>
  private let toldLines: Set<Int>
  private let toldCells: Set<[Int]>

  /// - Parameters:
  ///   - figures: the citations of the figures that were read.
  ///   - names: the citations of everything else.
  init(_ figures: [Citation], names: [Citation], diagnostics: [Diagnostic]) {
    cited = Dictionary(grouping: figures + names, by: \.line)
    figureLines = Set(figures.map(\.line))
    let places = diagnostics.compactMap(\.citation)
    toldLines = Set(places.filter { $0.cell == nil }.map(\.line))
    toldCells = Set(places.compactMap { place in place.cell.map { [place.line, $0] } })
  }

  /// Tells what is not accounted for.
  func report(in session: inout DocumentSession) {
    var line = 1
    var texts: [Int: [String]] = [:]
    while line <= session.document.lineCount {
      guard !session.isBlank(line) else {
        line += 1
        continue
      }
      let first = line
      while line <= session.document.lineCount, !session.isBlank(line) {
        line = session.next(line)
      }
      let lines = (first..<line).filter { !session.document.continuedLines.contains($0) }
      reportBlock(lines, texts: &texts, in: &session)
    }
  }

  /// Looks at lines without a blank one between them.
  private func reportBlock(
    _ lines: [Int], texts: inout [Int: [String]], in session: inout DocumentSession
  ) {
    let isRead = lines.contains { session.isTableRow($0) && figureLines.contains($0) }
    for line in lines where !toldLines.contains(line) && session.passed[line]?.contains(0) != true {
      if session.isTableRow(line) {
        if isRead { reportRow(line, in: &session) }
      } else if figureLines.contains(line) {
        // A CSV's cells are those of its own reader, which tells what it leaves out, and a reader that
        // needs a part of a sentence has said so.
        guard cited[line]?.allSatisfy({ $0.cell == nil }) == true, !session.isFragment(line) else {
          continue
        }
        reportText(line, texts: &texts, in: &session)
      } else if isRead, !session.isKept(line),
        let lost = LostTabs(session.text(line), columns: 12, figures: 2)
      {
        session.noteLostTabs(lost, at: line)
      }
    }
  }

  private func reportRow(_ line: Int, in session: inout DocumentSession) {
    let cells = session.cells(line)
    guard cells.map(Self.groups).reduce(0, +) > 1 else { return }
    let unread = cells.indices.filter { index in
      Self.groups(cells[index]) > 0 && !session.isKept(line, cell: index + 1)
        && !toldCells.contains([line, index + 1])
        && session.passed[line]?.contains(index + 1) != true
    }
    guard let first = unread.first else { return }
    note(unread.map { cells[$0] }, at: session.place(line, cell: first + 1), in: &session)
  }

  /// Looks for figures of a line that are in no text cited from it or, where it is the rest of a line
  /// that was broken, from the lines above.
  ///
  /// - Parameter texts: what is cited from the lines that were looked at, as ``citedTexts(of:)`` gives it.
  private func reportText(
    _ line: Int, texts: inout [Int: [String]], in session: inout DocumentSession
  ) {
    guard Self.groups(session.text(line)) > 1 else { return }
    var key = Self.withoutPeriods(session.key(line))
    var near: [String] = []
    for line in max(1, line - 3)...line {
      let own = texts[line] ?? citedTexts(of: line)
      texts[line] = own
      near += own
    }
    for text in near.sorted(by: { $0.utf8.count > $1.utf8.count }) {
      if let range = key.range(ofFolded: text) {
        key.replaceSubrange(range, with: " ")
        continue
      }
      // A figure that goes on on the next line, or began on the line above.
      if let start = Self.overlap(of: key, with: text) {
        key = Substring(key.utf8.dropLast(start)) + " "
      } else if let rest = Self.overlap(of: text, with: key) {
        key = " " + Substring(key.utf8.dropFirst(rest))
      }
    }
    key = Self.withoutNumber(key)
    guard Self.groups(key) > 0 else { return }
    note([TextFolding.trimmed(key)], at: session.place(line), in: &session)
  }

  /// The texts without cells that are cited from a line, folded and without times.
  private func citedTexts(of line: Int) -> [String] {
    (cited[line] ?? []).filter { $0.cell == nil }
      .map { Self.withoutPeriods(TextFolding.key($0.printed)) }.filter { !$0.isEmpty }
  }

  private func note(
    _ texts: [String], at citation: Citation, in session: inout DocumentSession
  ) {
    let text = texts.joined(separator: "、")
    session.note(
      .warning, "unread-figures", at: citation, ja: "この行の値は読んでいません: \(text)",
      en: "figures of this line are not read: \(text)")
  }

  // MARK: Digits

  /// How many groups of digits a text has; the commas and points of a number do not part it.
  static func groups(_ text: String) -> Int {
    var count = 0
    var isInside = false
    for scalar in text.unicodeScalars {
      let folded = TextFolding.fold(scalar)
      if folded.decimalDigit != nil {
        if !isInside { count += 1 }
        isInside = true
      } else if folded != ",", folded != "." {
        isInside = false
      }
    }
    return count
  }

  /// A folded text without the number of a heading before it: 05 医療 and 1-1 企業, but not 46人.
  private static func withoutNumber(_ key: String) -> String {
    var scanner = TextScanner(key)
    scanner.skipSpaces()
    let start = scanner.position
    while scanner.number(maximumDigits: 2) != nil, scanner.skip("-") {}
    guard scanner.position > start, let next = scanner.current,
      next.properties.isAlphabetic || "「『".unicodeScalars.contains(next),
      !MeasureUnit.isCommon(String(next)), !MeasureUnit.isCommon(String(scanner.rest.prefix(2)))
    else { return key }
    return scanner.rest
  }

  /// A folded text without the times in it.
  private static func withoutPeriods(_ key: String) -> String {
    var scanner = TextScanner(key)
    var rest: [Unicode.Scalar] = []
    while let scalar = scanner.current {
      let start = scanner.position
      if scanner.peek(-1)?.decimalDigit == nil, (try? Period.scan(&scanner)) ?? nil != nil {
        continue
      }
      scanner.position = start + 1
      rest.append(scalar)
    }
    return String(scalars: rest)
  }

  /// How many bytes at the end of a text are the beginning of the next one.
  private static func overlap(of text: String, with next: String) -> Int? {
    let (end, beginning) = (Array(text.utf8), Array(next.utf8))
    return (0...min(end.count, beginning.count)).reversed().first { count in
      count > 0 && beginning[count - 1] == end.last
        && end.suffix(count).elementsEqual(beginning.prefix(count))
    }
  }
}

extension String {
  /// Where another text stands, compared by bytes.
  fileprivate func range(ofFolded text: String) -> Range<String.Index>? {
    guard let offset = firstOffset(of: text) else { return nil }
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: text.utf8.count)
  }
}

extension DocumentContents {
  /// The citations of the figures that were read.
  var figureCitations: [Citation] {
    let nodes = plans.flatMap(\.nodes).map(\.node)
    let figures = nodes.flatMap(\.indicators).flatMap(\.figures)
    return (nodes.flatMap(\.progress) + plans.flatMap(\.progress)).map(\.citation)
      + figures.map(\.citation) + populationFigures.map(\.citation)
      + surveyResults.map(\.share.citation) + budgetFigures.map(\.citation)
      + revisionStatements.map(\.count.citation)
  }

  /// The citations of the nodes and the indicators.
  var nameCitations: [Citation] {
    let nodes = plans.flatMap(\.nodes).map(\.node)
    return nodes.map(\.citation) + nodes.flatMap(\.indicators).map(\.citation)
  }
}
