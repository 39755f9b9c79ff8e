import MunicipalModel

/// Puts the municipal sheet together from its rows.
struct RegistryRows: RowAssembly {
  let document: DocumentID
  var diagnostics: DiagnosticList
  private var header = HeaderGrid()
  private var headerLines: [Int] = []
  private var columns: RegistryColumns?
  private(set) var rows: [ResidentRegistry.Row] = []
  /// The positions of the rows by the number of their code; of those without one, by kind and name.
  private var positions: [Int: Int] = [:]
  private var named: [String: Int] = [:]
  /// Whether a remark says that residents of blank sex are in the total only.
  var hasBlankSexNote = false
  /// How many header lines there were when the columns were sought last.
  private var soughtLines = 0
  /// The line of a second title or header, if there is one, and whether figures follow it.
  private var second: (line: Int, printed: String, hasRows: Bool)?

  private static let maximumHeaderLines = 20

  init(_ document: DocumentID) {
    self.document = document
    diagnostics = DiagnosticList(document)
  }

  mutating func add(_ row: inout CSVRow) {
    if row.isBlank { return }
    if columns == nil {
      noteRemark(row)
      guard isData(row) else {
        if header.lines.count < Self.maximumHeaderLines {
          header.add(row.texts.map { TextFolding.trimmed($0.filter { !$0.isNewline }) })
          headerLines.append(row.line)
        }
        return
      }
      guard header.lines.count > soughtLines else { return }
      soughtLines = header.lines.count
      columns = readHeader()
    }
    guard let columns else { return }
    readRow(row, columns)
  }

  /// Whether a row holds figures: at least four numbers, and more numbers than words, or a number beside an
  /// area below the names of the columns.
  private func isData(_ row: CSVRow) -> Bool {
    let filled = (0..<row.count).filter { !row[$0].isEmpty }
    let numbers = filled.filter { PrintedCount.isNumber(row[$0]) }
    if numbers.count >= 4, numbers.count * 2 > filled.count { return true }
    guard let keys = RegistryColumns.keys(header.lines),
      numbers.contains(where: { $0 != keys.code })
    else { return false }
    func text(_ column: Int?) -> String { column.map { row.text($0) } ?? "" }
    let area = try? StatisticalArea.classify(
      code: text(keys.code), prefecture: text(keys.prefecture), name: text(keys.name))
    return area?.code != nil || area?.kind == .nation
  }

  /// Takes up what a remark says of all rows: 性別が空欄の者は…総計においてのみ計上している.
  private mutating func noteRemark(_ row: CSVRow) {
    guard !hasBlankSexNote, row.count > 0 else { return }
    hasBlankSexNote = row.texts.contains { text in
      text.contains("性別") && ["空欄", "不詳", "不明", "記載のない"].contains { text.contains($0) }
    }
  }

  private mutating func readHeader() -> RegistryColumns? {
    RegistryColumns(header, line: headerLines.last ?? 1, diagnostics: &diagnostics)
  }

  private mutating func readRow(_ row: CSVRow, _ columns: RegistryColumns) {
    if isOfSecondSheet(row, columns) || columns.isBlank(row) { return }
    let codeText = row.text(columns.code)
    let prefecture = columns.prefecture.map { row.text($0) } ?? ""
    let name = columns.name.map { row.text($0) } ?? ""
    if row.count != columns.width {
      if row.count < columns.width, isFootnote(row) { return }
      diagnostics.add(
        row.count < columns.width ? .error : .warning, "wrong-cell-count", line: row.line,
        printed: "\(row.count)",
        ja: "セルの数が見出しの列数（\(columns.width)）と違います",
        en: "not as many cells as the header has columns (\(columns.width))")
      // With a damaged quote, or cells beyond the last column, it is unknown which cell is which.
      if row.hasQuoteIssue || row.count > columns.width, !row.isBlank(beyond: columns.width) {
        return
      }
    }
    // A code that may be cut is that of another area.
    if row.mayBeCut(columns.code, width: columns.width) { return }
    if row.count >= columns.width { diagnostics.addUnended(row.count - 1, of: row) }
    let area: StatisticalArea
    do throws(MunicipalityCodeError) {
      area = try .classify(code: codeText, prefecture: prefecture, name: name)
    } catch {
      if isFootnote(row) { return }
      diagnostics.add(
        .error, "unreadable-code", line: row.line, cell: columns.code + 1, printed: codeText,
        ja: "団体コードが正しくありません（\(error.reason.ja)）。行を読みません",
        en: "not the code of a local government (\(error.reason.en)); the row is left out")
      return
    }
    if area.kind == .unknown {
      if isFootnote(row) { return }
      diagnostics.add(
        .warning, "unknown-area", line: row.line, cell: (columns.name ?? 0) + 1,
        printed: prefecture + name, ja: "どの地域の行か分かりません",
        en: "it is not known what area the row is about")
    }
    var cells = ResidentRegistry.Item.allCases.map { item in
      columns[item].map { column in
        cell(row, column, item, width: columns.width)
      }
    }
    dropZeroPopulation(&cells, of: row)
    let read = ResidentRegistry.Row(
      area: area, document: document, sheet: diagnostics.sheet, line: row.line, cells: cells,
      texts: RowText(row, width: columns.width))
    if isDoubled(read) { return }
    checkPrefecture(read, prefecture, cell: (columns.prefecture ?? 0) + 1)
    checkIdentities(read)
    rows.append(read)
  }

  /// A remark below the table has no figures.
  private func isFootnote(_ row: CSVRow) -> Bool {
    !(0..<row.count).contains { PrintedCount.isNumber(row[$0]) }
  }

  /// Whether a row belongs to a second sheet below the first, which is of another year or other residents.
  ///
  /// A title or a header with nothing below it is a remark.
  private mutating func isOfSecondSheet(_ row: CSVRow, _ columns: RegistryColumns) -> Bool {
    guard isFootnote(row) else {
      guard let known = second else { return false }
      if !known.hasRows {
        second?.hasRows = true
        diagnostics.add(
          .error, "second-sheet", line: known.line, printed: known.printed,
          ja: "ここから別の表が始まるため、この行より下を読みません。表ごとにファイルを分けてください",
          en:
            "another sheet begins here; what is below is left out. Give each sheet a file of its own"
        )
      }
      return true
    }
    noteRemark(row)
    let title = row.texts.first { text in
      text.contains("住民基本台帳") && !RegistryTitle.dates(in: text).isEmpty
    }
    let code = row.text(columns.code)
    let heading = TextFolding.key(code).hasSuffix("コード") ? code : nil
    guard let printed = title ?? heading else { return second != nil }
    if second == nil { second = (row.line, printed, false) }
    return true
  }

  private mutating func cell(
    _ row: CSVRow, _ column: Int, _ item: ResidentRegistry.Item, width: Int
  ) -> ResidentRegistry.Row.Cell {
    // The row is named as too short; the last cell that it has may have been cut.
    if row.mayBeCut(column, width: width) { diagnostics.addCutCell(column, of: row) }
    if column >= row.count || row.mayBeCut(column, width: width) {
      return ResidentRegistry.Row.Cell(cell: column + 1, content: .unreadable)
    }
    if !item.isRate, let digits = PrintedCount.digits(row[column]),
      let count = ExactDecimal(exactly: digits)
    {
      return ResidentRegistry.Row.Cell(cell: column + 1, content: .number(count))
    }
    let reading =
      item.isRate
      ? PrintedCount.rate(row[column].withoutPercent) : PrintedCount.reading(row[column])
    if let value = reading.value, item.isRate || reading.persons(isBalance: item.isBalance) != nil {
      return ResidentRegistry.Row.Cell(cell: column + 1, content: .number(value))
    }
    if case .missing(let reason) = reading, reason != .unreadable {
      return ResidentRegistry.Row.Cell(cell: column + 1, content: .asPrinted)
    }
    diagnostics.add(
      .error, "unreadable-cell", line: row.line, cell: column + 1, printed: row.text(column),
      ja: "「\(item.label.ja)」の値を読めません", en: "the figure of the \(item.label.en) cannot be read")
    return ResidentRegistry.Row.Cell(cell: column + 1, content: .unreadable)
  }

  /// Whether the area has had a row before; what was printed first is kept.
  private mutating func isDoubled(_ row: ResidentRegistry.Row) -> Bool {
    let area = row.area
    let known: Int?
    if let number = area.code?.number {
      known = positions[number]
      if known == nil { positions[number] = rows.count }
    } else {
      let key = "\(area.kind.rawValue)/\(area.prefecture?.rawValue ?? 0)/\(area.name)"
      known = named[key]
      if known == nil { named[key] = rows.count }
    }
    guard let first = known else { return false }
    let isSame = zip(rows[first].cells, row.cells).allSatisfy { old, new in
      old.map { rows[first].printed($0) } == new.map { row.printed($0) }
    }
    // Hokkaido has 郡 of one name in several 振興局; they have no code to tell them apart.
    if area.kind == .subtotal, area.code == nil, !isSame { return false }
    diagnostics.add(
      isSame ? .warning : .error, isSame ? "doubled-row" : "conflicting-row", line: row.line,
      printed: area.name,
      ja: "\(rows[first].line)行目と同じ地域の行です。初めの行を使います",
      en: "a second row of the area in line \(rows[first].line), whose figures are used")
    return true
  }

  mutating func finish(
    decoder: TextDecoder, parser: CSVParser
  ) throws(OpenDataError) -> ResidentRegistry {
    diagnostics.add(decoder, parser)
    if columns == nil, header.lines.count > soughtLines { columns = readHeader() }
    guard let columns else {
      throw OpenDataError(
        code: .missingColumn, document: document,
        expected: LocalizedText("団体コード"))
    }
    guard columns[.population] != nil else {
      throw OpenDataError(
        code: .missingColumn, document: document,
        expected: LocalizedText(ja: "人口の計", en: "the population (計)"))
    }
    guard columns.confirmPopulation else {
      throw OpenDataError(
        code: .missingColumn, document: document,
        expected: LocalizedText(ja: "男、女", en: "the males and females"))
    }
    guard let title = RegistryTitle(header.lines) else {
      throw OpenDataError(
        code: .missingPeriod, document: document,
        expected: LocalizedText(
          ja: "「平成31年1月1日住民基本台帳人口…」のような表題",
          en: "a title such as 平成31年1月1日住民基本台帳人口…"))
    }
    try title.checkUnit(of: document)
    guard !rows.isEmpty else { throw OpenDataError(code: .noRows, document: document) }
    if title.definition.foreignResidents == .notStated {
      diagnostics.add(
        .warning, "residents-not-stated", line: headerLines.first ?? 1,
        ja: "総計か日本人住民かが表題にありません",
        en: "the title does not say whether foreign residents are counted")
    }
    if let year = title.otherYear {
      diagnostics.add(
        .warning, "other-year", line: headerLines.first ?? 1,
        printed: title.stockDate.description,
        ja: "表題の日付は\(title.stockDate)ですが、列の見出しの年は\(year)年です",
        en: "the title says \(title.stockDate), but the year over the columns is \(year)")
    }
    if let flows = title.otherFlows {
      diagnostics.add(
        .error, "other-year", line: headerLines.first ?? 1, printed: flows.label.ja,
        ja: "人口の日は\(title.stockDate)ですが、人口動態の列の見出しは\(flows.label.ja)で、その前の1年ではありません",
        en:
          "the stock is of \(title.stockDate), but the flows are headed \(flows.label.en), which is not the year before"
      )
    }
    checkSexes(isNoted: hasBlankSexNote || title.stockDate.year >= 2025)
    checkSums()
    let withheld = RateWithholding(rows, title)
    checkOtherChange(withheld, title, line: headerLines.first ?? 1)
    return ResidentRegistry(
      document: document, encoding: decoder.encoding ?? .utf8, diagnostics: diagnostics.all,
      title: title.text, stockDate: title.stockDate,
      period: title.period, definition: title.definition, rows: rows, withheldRates: withheld,
      positions: positions)
  }
}

extension ArraySlice<UInt8> {
  /// The bytes of a rate without the % or ％ behind it.
  var withoutPercent: Self {
    var text = self
    while text.last == 0x20 { text.removeLast() }
    if text.last == 0x25 { return text.dropLast() }
    let wide: [UInt8] = [0xEF, 0xBC, 0x85]
    return text.suffix(wide.count).elementsEqual(wide) ? text.dropLast(wide.count) : self
  }
}
