import MunicipalModel

/// Puts a table of movers together from its rows.
struct MoverRows: RowAssembly {
  let document: DocumentID
  var diagnostics: DiagnosticList
  private var header: [[String]] = []
  private var headerLine = 1
  private var columns: MoverColumns?
  private var headerFailed = false
  private var rows: [MoverTable.Row] = []
  private var seen: [Key: Seen] = [:]
  /// What the items met so far measure.
  private var measures: [String: AgeMeasure] = [:]

  private struct Key: Hashable {
    let area: String
    let item: String
    let nationality: MoverTable.Row.Nationality
    let period: Period?
  }

  /// The first row of an area, year and item.
  private struct Seen {
    let line: Int
    /// A hash of all its numbers, of which the row keeps but those that it gives.
    let numbers: Int
  }

  init(_ document: DocumentID) {
    self.document = document
    diagnostics = DiagnosticList(document)
  }

  mutating func add(_ row: inout CSVRow) {
    if row.isBlank || headerFailed { return }
    guard columns == nil else {
      if let columns { readRow(row, columns) }
      return
    }
    let texts = row.texts
    header.append(texts)
    headerLine = row.line
    let isNamed = texts.contains { TextFolding.key($0).hasPrefix("時間軸") }
    if isNamed {
      columns = MoverColumns(header)
      headerFailed = columns == nil
      for (column, name) in columns?.unknown ?? [] {
        diagnostics.add(
          .info, "unknown-column", line: row.line, cell: column + 1, printed: name,
          ja: "知らない列なので読みません", en: "a column that is not known and not read")
      }
      if let columns {
        diagnostics.addMissingAges(columns.missingAges, line: row.line)
        if columns.nationality == nil {
          diagnostics.add(
            .warning, "missing-column", line: row.line,
            ja: "国籍の列がないため、どの移動者か分かりません",
            en: "there is no column 国籍 that says which movers are counted")
        }
      }
    } else if header.count > 20 {
      headerFailed = true
    }
  }

  private mutating func readRow(_ row: CSVRow, _ columns: MoverColumns) {
    if row.count != columns.width {
      let rest = (columns.width..<max(columns.width, row.count)).allSatisfy { row[$0].isEmpty }
      if row.count < columns.width || !rest {
        diagnostics.addWrongCellCount(row, width: columns.width)
      }
      if row.hasQuoteIssue || !rest { return }
      // Its last cell may be cut, so that nothing is left of a row without a figure before it.
      if row.count < columns.width, row.count - 1 <= columns.firstFigure { return }
    }
    if columns.figures[columns.width - 1] != nil {
      diagnostics.addUnended(columns.width - 1, of: row)
    }
    func text(_ column: Int?) -> String { column.map { row.text($0) } ?? "" }
    let area: StatisticalArea
    do throws(MunicipalityCodeError) {
      area = try .classify(code: text(columns.areaCode), name: text(columns.area))
    } catch {
      if (0..<row.count).contains(where: { PrintedCount.decimal(row[$0]) != nil }) {
        diagnostics.add(
          .error, "unreadable-code", line: row.line, cell: (columns.areaCode ?? 0) + 1,
          printed: text(columns.areaCode),
          ja: "地域のコードが正しくありません（\(error.reason.ja)）。行を読みません",
          en: "not the code of an area (\(error.reason.en)); the row is left out")
      }
      return
    }
    let item = TextFolding.trimmed(text(columns.item))
    guard let measure = measures[item] ?? Self.measure(item) else {
      diagnostics.add(
        .info, "unknown-item", line: row.line, cell: (columns.item ?? 0) + 1, printed: item,
        ja: "転入者数でも転出者数でもない表章項目なので読みません",
        en: "neither in- nor out-migrants; the row is left out")
      return
    }
    measures[item] = measure
    let period = EStatTime.period(code: text(columns.timeCode), name: text(columns.time))
    if period == nil {
      diagnostics.add(
        .error, "unreadable-time", line: row.line,
        cell: (columns.timeCode ?? columns.time ?? 0) + 1,
        printed: text(columns.timeCode), ja: "時間軸のコードを読めません",
        en: "the code of the time cannot be read")
    }
    let nationality = columns.nationality.map { MoverTable.Row.Nationality(printed: row.text($0)) }
    let key = Key(
      area: area.code?.fiveDigits ?? area.name, item: item, nationality: nationality ?? .all,
      period: period)
    let (read, numbers) = figures(
      row, columns, area, measure, item, nationality ?? .other(""), period)
    if let first = seen[key] {
      diagnostics.addSecondRow(
        isSame: first.numbers == numbers, line: row.line, printed: area.name, first: first.line,
        what: LocalizedText(ja: "地域・年・項目", en: "area, year and item"))
      return
    }
    seen[key] = Seen(line: row.line, numbers: numbers)
    rows.append(read)
  }

  /// 転入超過数 before 転入者数: the one name holds the other.
  static func measure(_ item: String) -> AgeMeasure? {
    let key = TextFolding.key(item)
    if key.contains("転入超過") { return .netMigrants }
    if key.contains("転入") { return .inMigrants }
    return key.contains("転出") && !key.contains("転出超過") ? .outMigrants : nil
  }

  private mutating func figures(
    _ row: CSVRow, _ columns: MoverColumns, _ area: StatisticalArea, _ measure: AgeMeasure,
    _ item: String, _ nationality: MoverTable.Row.Nationality, _ period: Period?
  ) -> (row: MoverTable.Row, numbers: Int) {
    var numbers = Hasher()
    var figures = MoverFigures(
      groups: columns.groups, isComplete: columns.missingAges.isEmpty)
    let width = columns.width
    for (column, figure) in columns.ordered {
      guard let count = count(row, column, measure, width: width) else {
        if figure.age != .originNotReported { figures.isComplete = false }
        continue
      }
      numbers.combine(column)
      numbers.combine(count)
      figures.add(
        count, figure.sex, figure.age, cell: (row.line, column + 1, row.text(column)),
        citation: diagnostics.citation(row, column))
    }
    let read = figures.row(
      area: area, measure: measure, item: item, nationality: nationality, period: period,
      line: row.line, diagnostics: &diagnostics)
    return (read, numbers.finalize())
  }

  private mutating func count(
    _ row: CSVRow, _ column: Int, _ measure: AgeMeasure, width: Int
  ) -> Int? {
    // What lies beyond the end of the row is told by its number of cells.
    guard column < row.count else { return nil }
    if row.mayBeCut(column, width: width) {
      diagnostics.addCutCell(column, of: row)
      return nil
    }
    if let count = PrintedCount.digits(row[column]) { return count }
    let reading = PrintedCount.reading(row[column])
    if let count = reading.persons(isBalance: measure.isBalance) { return count }
    // A dash stands for no mover in the tables of 統計局.
    if reading == .missing(.notApplicable) { return 0 }
    let isMark = if case .missing(let reason) = reading { reason != .unreadable } else { false }
    diagnostics.add(
      isMark ? .info : .error, isMark ? "no-figure" : "unreadable-cell", line: row.line,
      cell: column + 1, printed: row.text(column),
      ja: isMark ? "値のないセルです" : "人数を読めません",
      en: isMark ? "the cell has no figure" : "not a number of persons")
    return nil
  }

  mutating func finish(
    decoder: TextDecoder, parser: CSVParser
  ) throws(OpenDataError) -> MoverTable {
    diagnostics.add(decoder, parser)
    guard let columns else {
      let hasArea = header.last?.contains { MoverColumns.isAreaName(TextFolding.key($0)) } == true
      throw OpenDataError(
        code: .missingColumn, document: document, line: hasArea ? headerLine : nil,
        expected: hasArea
          ? LocalizedText(
            ja: "市区町村のコードの列（名前だけの表ではなく、コードも出力したもの）と、男女・年齢の列",
            en: "a column of area codes, which an export of names alone lacks, "
              + "and columns of sex and age")
          : LocalizedText(
            ja: "時間軸、市区町村コード、男女と年齢の列", en: "columns of time, area code, sex and age"))
    }
    guard columns.item != nil else {
      throw OpenDataError(
        code: .missingColumn, document: document, line: headerLine, expected: LocalizedText("表章項目"))
    }
    guard !rows.isEmpty else { throw OpenDataError(code: .noRows, document: document) }
    return MoverTable(
      document: document, encoding: decoder.encoding ?? .utf8, diagnostics: diagnostics.all,
      rows: rows, sheet: diagnostics.sheet)
  }
}
