import MunicipalModel

/// Puts a result table of 日本の地域別将来推計人口 together from its rows.
struct RegionalProjectionRows: RowAssembly {
  let document: DocumentID
  var diagnostics: DiagnosticList
  private var header: [[String]] = []
  private var layout: Layout?
  private var headerFailed = false
  private var rows: [RegionalProjection.Row] = []
  private var seen: [MunicipalityCode: RegionalProjection.Row] = [:]

  /// Which column is which.
  private struct Layout {
    let code: Int
    let kind: Int
    let prefecture: Int?
    let name: Int?
    let ages: AgeGroup?
    let columns: [RegionalProjection.Column]
  }

  init(_ document: DocumentID) {
    self.document = document
    diagnostics = DiagnosticList(document)
  }

  mutating func add(_ row: inout CSVRow) {
    if row.isBlank || headerFailed { return }
    if layout == nil {
      guard let kind = Self.kindColumn(header), Self.kinds.contains(TextFolding.key(row.text(kind)))
      else {
        header.append(row.texts.map { TextFolding.trimmed($0) })
        headerFailed = header.count > 20
        return
      }
      layout = Self.layout(header, kind: kind)
      headerFailed = layout == nil
    }
    if let layout { read(row, layout) }
  }

  // MARK: The header

  /// 市などの別: a prefecture, a ward, a designated city, a city, a town or village, 浜通り.
  private static let kinds: Set<String> = ["a", "0", "1", "2", "3", "9"]

  /// The column of 市などの別 (識別).
  static func kindColumn(_ header: [[String]]) -> Int? {
    header.lazy.compactMap { line in
      line.firstIndex { ["市などの別", "識別"].contains(TextFolding.key($0)) }
    }.first
  }

  /// Whether some lines have the columns of such a table.
  static func isHeader(_ lines: [[String]]) -> Bool {
    kindColumn(lines) != nil && lines.contains { line in line.compactMap(year).count > 2 }
  }

  /// 2020年, 2020.
  private static func year(_ cell: String) -> Int? {
    let key = TextFolding.key(cell)
    guard let year = Int(key.hasSuffix("年") ? key.dropLast() : key[...]),
      (1980...2200).contains(year)
    else { return nil }
    return year
  }

  private static func layout(_ header: [[String]], kind: Int) -> Layout? {
    func column(_ names: Set<String>) -> Int? {
      header.lazy.compactMap { $0.firstIndex { names.contains(TextFolding.key($0)) } }.first
    }
    guard let code = column(["コード", "市区町村コード", "団体コード", "地域コード"]),
      let position = header.lastIndex(where: { $0.compactMap(year).count > 2 })
    else { return nil }
    // The label of a group stands over its first column; behind the populations come their indices.
    var group = ""
    var label = ""
    var columns: [RegionalProjection.Column] = []
    for (index, cell) in header[position].enumerated() {
      if position > 0, header[position - 1].indices.contains(index),
        !header[position - 1][index].isEmpty
      {
        group = TextFolding.key(header[position - 1][index])
      }
      guard let year = year(cell), group.contains("人口"), !group.contains("指数"),
        !columns.contains(where: { $0.year == year })
      else { continue }
      label = group
      columns.append(RegionalProjection.Column(year: year, cell: index + 1))
    }
    guard columns.count > 1, let end = label.firstRange(of: "人口")?.lowerBound else { return nil }
    let isWhole = label.hasPrefix("総人口")
    let ages = AgeGroup(printed: String(label[..<end]))
    guard isWhole || ages != nil else { return nil }
    return Layout(
      code: code, kind: kind, prefecture: column(["都道府県", "都道府県名"]),
      name: column(["市区町村", "市区町村名"]), ages: isWhole ? nil : ages, columns: columns)
  }

  // MARK: The rows

  private mutating func read(_ row: CSVRow, _ layout: Layout) {
    let kind = TextFolding.key(row.text(layout.kind))
    // Remarks below the table have no mark of a kind.
    guard Self.kinds.contains(kind) else { return }
    guard let area = area(row, layout, isRegion: kind == "9") else { return }
    let cells = layout.columns.map { column -> RegionalProjection.Cell in
      let index = column.cell - 1
      let printed = row.text(index)
      let reading = index < row.count ? PrintedCount.reading(row[index]) : .missing(.blank)
      if reading.persons() == nil {
        diagnostics.add(
          .error, "unreadable-cell", line: row.line, cell: column.cell, printed: printed,
          ja: "人数を読めません", en: "not a number of persons")
      }
      return RegionalProjection.Cell(printed: printed, reading: reading)
    }
    let read = RegionalProjection.Row(area: area, line: row.line, cells: cells)
    if let code = area.code {
      if let first = seen[code] {
        diagnostics.addSecondRow(
          isSame: first.cells == cells, line: row.line, printed: area.name, first: first.line,
          what: LocalizedText(ja: "地域", en: "area"))
        return
      }
      seen[code] = read
    }
    rows.append(read)
  }

  private mutating func area(
    _ row: CSVRow, _ layout: Layout, isRegion: Bool
  ) -> StatisticalArea? {
    let prefecture = layout.prefecture.map { row.text($0) } ?? ""
    let name = layout.name.map { row.text($0) } ?? ""
    if isRegion {
      return StatisticalArea(
        kind: .subtotal, code: nil, prefecture: StatisticalArea.prefecture(named: prefecture),
        name: TextFolding.trimmed(name))
    }
    do throws(MunicipalityCodeError) {
      return try .classify(code: row.text(layout.code), prefecture: prefecture, name: name)
    } catch {
      diagnostics.add(
        .error, "unreadable-code", line: row.line, cell: layout.code + 1,
        printed: row.text(layout.code),
        ja: "団体コードが正しくありません（\(error.reason.ja)）。行を読みません",
        en: "not the code of a local government (\(error.reason.en)); the row is left out")
      return nil
    }
  }

  mutating func finish(
    decoder: TextDecoder, parser: CSVParser
  ) throws(OpenDataError) -> RegionalProjection {
    diagnostics.add(decoder, parser)
    guard let layout else {
      throw OpenDataError(
        code: Self.isHeader(header) && !headerFailed ? .noRows : .missingColumn, document: document,
        expected: LocalizedText(
          ja: "コード、市などの別と、年ごとの人口の列",
          en: "columns コード and 市などの別, and a population for each year"))
    }
    guard !rows.isEmpty else { throw OpenDataError(code: .noRows, document: document) }
    return RegionalProjection(
      document: document, encoding: decoder.encoding ?? .utf8, diagnostics: diagnostics.all,
      title: header.first?.first { !$0.isEmpty } ?? "", ages: layout.ages, rows: rows,
      columns: layout.columns, sheet: diagnostics.sheet)
  }
}
