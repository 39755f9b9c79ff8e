internal import DocumentReading
internal import MunicipalModel

extension MunicipalityCheck {
  /// What is odd in the rows of a document's tables, whatever they mean: rows that stand there twice, cells that
  /// were cut off where programs cut, years out of order.
  ///
  /// The names are those of the Frictionless tools: `duplicate-row`, `truncated-value`, `sequential-value`.
  static func rowFindings(in document: DocumentText, file: String) -> [Finding] {
    var findings: [Finding] = []
    var rows = TableRows()
    for line in 1...max(1, document.lineCount) {
      let cells = document.line(line).split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count > 1 else {
        rows = TableRows()
        continue
      }
      func note(_ code: String, cell: Int?, ja: String, en: String) {
        let citation = document.citation(line: line, cell: cell, printed: "")
        findings.append(
          Finding(
            .warning, code, file, line: line, cell: cell, place: citation.place, ja: ja, en: en))
      }
      if let first = rows.earlier(cells, line: line) {
        let place = document.citation(line: first, printed: "").place.map { "\($0)" } ?? "\(first)"
        note(
          "duplicate-row", cell: nil, ja: "\(place) の行と同じ行です",
          en: "the row of \(place) stands here again")
      }
      if let year = rows.yearOutOfOrder(cells.first ?? "") {
        note(
          "sequential-value", cell: 1, ja: "\(year.label.ja)の行が年の順ではありません",
          en: "the row of \(year.label.en) is not in the order of years")
      }
      for (index, cell) in cells.enumerated() {
        guard let bound = cutOff(cell) else { continue }
        note(
          "truncated-value", cell: index + 1, ja: "\(bound.ja)です。途中で切れた値かもしれません",
          en: "\(bound.en); it may have been cut off")
      }
    }
    return findings
  }

  /// The bound of some program that a cell exactly meets.
  private static func cutOff(_ cell: Substring) -> LocalizedText? {
    let bytes = cell.utf8.count
    if bytes >= 255, [255, 32_767].contains(cell.count) {
      return LocalizedText(ja: "ちょうど\(cell.count)字", en: "exactly \(cell.count) characters")
    }
    let digits = cell.filter { $0 != "," }
    guard (5...10).contains(digits.utf8.count),
      ["32767", "65535", "2147483647", "4294967295"].contains(String(digits))
    else { return nil }
    return LocalizedText(
      ja: "\(digits) はプログラムの整数の限度", en: "\(digits) is the bound of whole numbers in programs")
  }
}

/// The rows of one table so far.
private struct TableRows {
  private var lines: [[Substring]: Int] = [:]
  private var years: [Period] = []
  private var isRising: Bool?

  /// The line on which the same cells stood before, figures among them.
  mutating func earlier(_ cells: [Substring], line: Int) -> Int? {
    let filled = cells.filter { !$0.allSatisfy(\.isWhitespace) }
    guard filled.count > 2, filled.dropFirst().contains(where: { $0.contains(where: \.isNumber) })
    else { return nil }
    if let first = lines[cells] { return first }
    lines[cells] = line
    return nil
  }

  /// The year of a row that is neither in the rising nor in the falling order of the rows before.
  mutating func yearOutOfOrder(_ cell: Substring) -> Period? {
    guard let year = try? Period(parsing: String(cell)), year.isYear else { return nil }
    defer { years.append(year) }
    guard let last = years.last, last.isYear, last.year != year.year else { return nil }
    let rises = year.year > last.year
    guard let isRising else {
      isRising = rises
      return nil
    }
    return rises == isRising ? nil : year
  }
}

extension Period {
  fileprivate var isYear: Bool {
    switch self {
    case .calendarYear, .fiscalYear: true
    default: false
    }
  }
}

extension MunicipalityCheck {
  /// Years well after the plan's term whose figures were read as observed.
  ///
  /// The year after the term may have been counted where the plan is looked back on; a later one is
  /// likely projected.
  static func figuresAfterPlan(
    in contents: DocumentContents, of document: MunicipalityDescription.Document
  ) -> [Finding] {
    guard let end = document.term?.year else { return [] }
    let years = contents.populationFigures.filter {
      $0.basis == .observed && ($0.period?.year ?? end) > end + 1
    }
    guard let first = years.first, let period = first.period else { return [] }
    return [
      Finding(
        .warning, "observed-after-plan", document.fileName, line: first.citation.line,
        cell: first.citation.cell,
        ja:
          "計画期間より後の\(period.label.ja)の値を実績として読みました。推計なら population の projected_from に初めの年を書いてください",
        en:
          "figures of \(period.label.en), after the plan's term, are read as observed; if they are "
          + "projected, give the first such year in projected_from of population")
    ]
  }
}
