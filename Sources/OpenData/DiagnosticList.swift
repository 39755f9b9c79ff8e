public import MunicipalModel

/// Gathers what a reader notices; of one kind only the first hundred are kept, and the rest counted.
package struct DiagnosticList {
  package let document: DocumentID
  /// The sheet of a workbook that the lines are the rows of; `nil` of a text.
  package var sheet: String?
  private var kept: [Diagnostic] = []
  private var counts: [Diagnostic.Code: Int] = [:]
  private var severities: [Diagnostic.Code: Diagnostic.Severity] = [:]

  private static let maximum = 100

  package init(_ document: DocumentID) { self.document = document }

  /// Whether anything of a kind was noticed.
  package func contains(_ code: Diagnostic.Code) -> Bool { counts[code] != nil }

  /// Adds what was noticed at a cell.
  package mutating func add(
    _ severity: Diagnostic.Severity, _ code: Diagnostic.Code, line: Int, cell: Int? = nil,
    printed: String = "", ja: String, en: String
  ) {
    add(
      severity, code,
      at: Citation(
        document, sheet: sheet, line: line, cell: cell, printed: String(printed.prefix(80))),
      ja: ja, en: en)
  }

  /// Adds what was noticed at a place, which may be in another file than the list's.
  package mutating func add(
    _ severity: Diagnostic.Severity, _ code: Diagnostic.Code, at citation: Citation, ja: String,
    en: String
  ) {
    counts[code, default: 0] += 1
    severities[code] = max(severities[code] ?? severity, severity)
    guard counts[code, default: 0] <= Self.maximum else { return }
    kept.append(
      Diagnostic(
        severity: severity, code: code, message: LocalizedText(ja: ja, en: en),
        citation: citation))
  }

  /// What was noticed, by line, and how much of each kind is left out.
  package var all: [Diagnostic] {
    let sorted = kept.enumerated().sorted {
      ($0.element.citation.line, $0.offset) < ($1.element.citation.line, $1.offset)
    }.map(\.element)
    let more = counts.filter { $0.value > Self.maximum }.sorted {
      $0.key.rawValue < $1.key.rawValue
    }
    return sorted
      + more.map { code, count in
        Diagnostic(
          severity: severities[code] ?? .info, code: Self.more,
          message: LocalizedText(
            ja: "同じ種類（\(code.rawValue)）がほかに\(count - Self.maximum)件あります",
            en: "\(count - Self.maximum) more of the kind \(code.rawValue)"),
          citation: Citation(
            document, sheet: sheet, line: 1, printed: "\(count - Self.maximum)"))
      }
  }

  /// The code of a diagnostic that stands for as many as its print says.
  package static let more: Diagnostic.Code = "more-of-the-same"
}

extension OpenDataFile {
  /// How much of a severity was noticed, with what is no diagnostic of its own because there is so much.
  public func diagnosticCount(_ severity: Diagnostic.Severity) -> Int {
    diagnostics.lazy.filter { $0.severity == severity }.reduce(0) { $0 + $1.caseCount }
  }
}

extension [Diagnostic] {
  /// Why a row makes no table: what was noticed in its line, else what was noticed of the columns.
  package func reasons(atLine line: Int) -> [Diagnostic] {
    let own = filter { $0.citation.line == line }
    return own.isEmpty
      ? filter { ["unknown-column", "no-age-table", "missing-column"].contains($0.code.rawValue) }
      : own
  }
}

extension Diagnostic {
  /// How many cases it stands for: 1, unless it says how many more there are of a kind.
  public var caseCount: Int {
    code == DiagnosticList.more ? Int(citation.printed) ?? 1 : 1
  }

  /// Whether who chose the files should know of it though all was read: an error, a warning, a column that
  /// is not read, a sum without some of its parts, people whom a part leaves out, or a last cell that may be cut.
  public var isWorthTelling: Bool {
    severity > .info
      || [
        "unknown-column", "incomplete-sum", "unended-row", "blank-sex", "unknown-ages",
      ].contains(code.rawValue)
  }
}

extension DiagnosticList {
  /// Adds that a row is too short or too long.
  mutating func addWrongCellCount(_ row: CSVRow, width: Int) {
    add(
      .error, "wrong-cell-count", line: row.line, printed: "\(row.count)",
      ja: "セルの数が列数（\(width)）と違います", en: "not as many cells as there are columns (\(width))")
  }

  /// Adds that a row is the second of what an earlier line is about, whose figures are used.
  ///
  /// - Parameters:
  ///   - isSame: whether both have the same figures.
  ///   - first: the line of the first row.
  ///   - what: what both rows are of, such as the area and day.
  package mutating func addSecondRow(
    isSame: Bool, line: Int, cell: Int? = nil, printed: String, first: Int, what: LocalizedText
  ) {
    add(
      isSame ? .warning : .error, isSame ? "doubled-row" : "conflicting-row", line: line,
      cell: cell, printed: printed,
      ja: "\(first)行目と同じ\(what.ja)の行です\(isSame ? "" : "が、値が違います")。初めの行を使います",
      en: "a second row of the \(what.en) in line \(first)"
        + (isSame
          ? ", whose figures are used" : ", with other figures; those of the first are used"))
  }

  /// Adds that the cells of a row make no table by age.
  package mutating func addNoAgeTable(_ error: AgeTableError, line: Int) {
    let reason = AgeTableError(code: error.code, sex: error.sex, age: error.age).message
    let place = LocalizedText(
      ja: error.row.map { "\($0)番目のセル、" } ?? "", en: error.row.map { "cell \($0), " } ?? "")
    add(
      .error, "no-age-table", line: line, cell: error.row,
      ja: "年齢別の表になりません（\(place.ja)\(reason.ja)）",
      en: "the cells make no table by age (\(place.en)\(reason.en))")
  }

  /// Adds that no column has some ages, so that no row makes a table by age.
  package mutating func addMissingAges(_ ages: [AgeGroup], line: Int) {
    guard !ages.isEmpty else { return }
    add(
      .error, "no-age-table", line: line,
      ja: "\(ages.map(\.label.ja).joined(separator: "、"))の列がないため、年齢別の表にしません",
      en: "no column has the ages \(ages.map(\.label.en).joined(separator: ", ")), so no row makes "
        + "a table by age")
  }

  /// Adds that the last figure of a row that is too short is not read.
  mutating func addCutCell(_ column: Int, of row: CSVRow) {
    add(
      .error, "unreadable-cell", line: row.line, cell: column + 1, printed: row.text(column),
      ja: "行がここで切れているため、値を読みません", en: "the row ends here; the figure may be cut and is not read")
  }

  /// Adds that the file ends in a cell that nothing tells to be whole.
  mutating func addUnended(_ column: Int, of row: CSVRow) {
    guard row.isUnended, row.count == column + 1 else { return }
    add(
      .info, "unended-row", line: row.line, cell: column + 1, printed: row.text(column),
      ja: "改行のないままファイルが終わっています。最後のセルが途中で切れているかもしれません",
      en: "the file ends without a line break; its last cell may be cut")
  }

  /// Adds the damaged characters and quotes of the text.
  mutating func add(_ decoder: TextDecoder, _ parser: CSVParser) {
    add(decoder)
    add(parser)
  }

  /// Adds the damaged quotes of the text.
  mutating func add(_ parser: CSVParser) {
    for issue in parser.issues {
      switch issue.kind {
      case .unclosedQuote:
        add(
          .warning, "unclosed-quote", line: issue.line, cell: issue.cell,
          ja: "引用符が閉じられていないため、文字として読みました",
          en: "the quote is not closed and was read as a part of the text")
      case .textAfterQuote:
        add(
          .warning, "text-after-quote", line: issue.line, cell: issue.cell,
          ja: "閉じる引用符の後に文字があります", en: "there is text behind the closing quote")
      }
    }
  }

  /// Adds the damaged characters of the text.
  mutating func add(_ decoder: TextDecoder) {
    for issue in decoder.issues {
      let bytes = issue.bytes.map { byte in
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.utf8.count < 2 ? "0" + digits : digits
      }.joined(separator: " ")
      switch issue.kind {
      case .unmappable:
        add(
          .warning, "unmappable-bytes", line: issue.line, printed: bytes,
          ja: "先頭から\(issue.offset)バイトの位置に文字にならないバイトがあります",
          en: "bytes that are no character, \(issue.offset) bytes from the beginning")
      case .userDefined:
        add(
          .warning, "user-defined-character", line: issue.line, printed: bytes,
          ja: "先頭から\(issue.offset)バイトの位置に外字があります",
          en: "a user-defined character, \(issue.offset) bytes from the beginning")
      }
    }
  }
}
