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
            severity: .warning, code: code, file: file, line: line, cell: cell,
            message: LocalizedText(ja: ja, en: en), place: citation.place))
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
