import MunicipalModel

/// Reads the CSV of getSimpleStatsData, with or without the header section before its VALUE line.
struct EStatRows: RowAssembly {
  let document: DocumentID
  private var builder: EStatBuilder
  var diagnostics: DiagnosticList {
    get { builder.diagnostics }
    set { builder.diagnostics = newValue }
  }
  private var columns: Columns?
  private var linesBefore = 0
  private var rowCount = 0
  private var countLine = 1
  private var failed = false
  private var status = 0
  private var statusMessage = ""
  private var codes: [UInt32] = []
  /// The lines above the columns of a wide table, and its rows.
  private var heading: [[String]] = []
  private var wide: EStatWideRows?

  private struct Columns {
    /// For each dimension the columns of its code and its name.
    var dimensions: [(code: Int, name: Int?)] = []
    var unit: Int?
    var value = 0
    var annotation: Int?
    var width = 0
  }

  init(_ document: DocumentID) {
    self.document = document
    builder = EStatBuilder(document)
  }

  mutating func add(_ row: inout CSVRow) {
    if row.isBlank || failed { return }
    if let columns {
      rowCount += 1
      readRow(row, columns)
    } else if wide != nil {
      wide?.add(row, to: &builder)
    } else if !heading.isEmpty || EStatWideColumns.isHeading(row.texts) {
      readWideHeading(row)
    } else if (0..<row.count).contains(where: { TextFolding.key(row.text($0)) == "value" }) {
      readHeader(row)
    } else {
      linesBefore += 1
      if linesBefore > 10_000 { failed = true }
      readInformation(row.texts, line: row.line)
    }
  }

  private mutating func readWideHeading(_ row: CSVRow) {
    heading.append(row.texts)
    failed = heading.count > 40
    guard EStatWideColumns.isLastHeading(row.texts) else { return }
    guard let columns = EStatWideColumns(heading), columns.keys.contains(where: { $0.id == "area" })
    else {
      failed = true
      return
    }
    wide = EStatWideRows(columns, line: row.line, to: &builder)
  }

  private mutating func readInformation(_ cells: [String], line: Int) {
    guard let key = cells.first, cells.count > 1 else { return }
    let text = cells[1]
    switch key {
    case "STATUS": status = Int(text) ?? 0
    case "ERROR_MSG": statusMessage = text
    case "TOTAL_NUMBER": builder.information.totalNumber = Int(text)
    case "FROM_NUMBER": builder.information.fromNumber = Int(text)
    case "TO_NUMBER":
      builder.information.toNumber = Int(text)
      countLine = line
    case "NEXT_KEY": builder.information.nextKey = Int(text)
    case "TABLE_INF": builder.information.tableID = text
    case "STAT_NAME": builder.information.statistic = cells.count > 2 ? cells[2] : text
    case "TITLE": builder.information.title = cells.last { !$0.isEmpty } ?? ""
    case "統計名：", "統計名:": builder.information.statistic = text
    case "表題：", "表題:", "統計表名：": builder.information.title = text
    // ***, - and X with what they mean, above a wide table.
    case _ where key.unicodeScalars.count <= 3 && cells.dropFirst(2).allSatisfy(\.isEmpty):
      builder.information.notes[key] = text
    case "NOTE": builder.information.notes[text] = cells.count > 2 ? cells[2] : ""
    default: break
    }
  }

  private mutating func readHeader(_ row: CSVRow) {
    var found = Columns()
    let names = row.texts.map { TextFolding.trimmed($0) }
    let keys = names.map { TextFolding.key($0) }
    found.width = names.count
    var nameColumns: Set<Int> = []
    for (column, key) in keys.enumerated() {
      switch key {
      case "value": found.value = column
      case "unit": found.unit = column
      case "annotation": found.annotation = column
      case _ where key.hasSuffix("_code"):
        let next = column + 1 < keys.count ? keys[column + 1] : nil
        let hasName =
          next.map { !$0.hasSuffix("_code") && !["value", "unit", "annotation"].contains($0) }
          ?? false
        if hasName { nameColumns.insert(column + 1) }
        let dimension = EStatDimension(
          id: String(key.dropLast("_code".count)), name: hasName ? names[column + 1] : "",
          classes: [])
        if builder.add(dimension, line: row.line, cell: column + 1) {
          found.dimensions.append((column, hasName ? column + 1 : nil))
        }
      case _ where nameColumns.contains(column): break
      default:
        builder.diagnostics.add(
          .info, "unknown-column", line: row.line, cell: column + 1, printed: names[column],
          ja: "知らない列なので読みません", en: "a column that is not known and not read")
      }
    }
    columns = found
    failed = found.dimensions.isEmpty
    codes = Array(repeating: 0, count: found.dimensions.count)
  }

  private mutating func readRow(_ row: CSVRow, _ columns: Columns) {
    if row.isBlank(beyond: columns.width) {
      builder.diagnostics.add(
        .warning, "wrong-cell-count", line: row.line, printed: "\(row.count)",
        ja: "行の終わりに空のセルが余っています（列数は\(columns.width)）",
        en: "empty cells beyond the last of the \(columns.width) columns")
    } else if row.count != columns.width {
      builder.diagnostics.add(
        .error, "wrong-cell-count", line: row.line, printed: "\(row.count)",
        ja: "セルの数が列数（\(columns.width)）と違うため、行を読みません",
        en: "not as many cells as there are columns (\(columns.width)); the row is left out")
      return
    }
    if columns.value == columns.width - 1 { builder.diagnostics.addUnended(columns.value, of: row) }
    for (dimension, column) in columns.dimensions.enumerated() {
      codes[dimension] = builder.position(of: row[column.code], in: dimension) {
        column.name.map { row.text($0) } ?? ""
      }
    }
    let unit = columns.unit.map { builder.unitIndex(row.text($0)) } ?? builder.unitIndex("")
    builder.add(
      codes, row[columns.value], unit: unit,
      annotation: columns.annotation.map { row.text($0) } ?? "", line: row.line,
      cell: columns.value + 1)
  }

  mutating func finish(
    decoder: TextDecoder, parser: CSVParser
  ) throws(OpenDataError) -> EStatTable {
    builder.diagnostics.add(decoder, parser)
    guard status == 0 else {
      throw OpenDataError(
        code: status == 1 ? .noRows : .serverError, document: document,
        found: LocalizedText("STATUS \(status) \(statusMessage)"))
    }
    guard columns != nil || wide != nil, !failed else {
      throw OpenDataError(
        code: .missingColumn, document: document,
        expected: heading.isEmpty
          ? LocalizedText("tab_code, area_code, time_code, value")
          : LocalizedText(
            ja: "地域のコードの列（名前だけの表ではなく、コードも出力したもの）",
            en: "a column of area codes, which an export of names alone lacks"))
    }
    if columns != nil { builder.checkCount(rowCount, line: countLine) }
    var table = builder.table(encoding: decoder.encoding ?? .utf8)
    table.form = wide == nil ? .estatCSV : .estatWide
    table.sheet = diagnostics.sheet
    guard table.count > 0 else { throw OpenDataError(code: .noRows, document: document) }
    return table
  }
}
