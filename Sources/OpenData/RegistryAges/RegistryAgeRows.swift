import MunicipalModel

/// Puts 住民基本台帳年齢階級別人口 together from its rows.
struct RegistryAgeRows: RowAssembly {
  let document: DocumentID
  var diagnostics: DiagnosticList
  var areas: [RegistryAges.Area] = []
  private(set) var columns: RegistryAgeColumns?
  private var header: [[String]] = []
  private var headerLine = 1
  private var headerFailed = false
  /// The positions of the areas by the number of their code; of those without one, by kind and name.
  private var positions: [Int: Int] = [:]
  private var named: [String: Int] = [:]
  private var last = AreaOfRow()
  /// What the words of sex met so far mean.
  private var sexes: [(word: [UInt8], sex: Sex)] = []

  init(_ document: DocumentID) {
    self.document = document
    diagnostics = DiagnosticList(document)
  }

  mutating func add(_ row: inout CSVRow) {
    if row.isBlank || headerFailed { return }
    if columns == nil {
      guard let sex = RegistryAgeColumns.sexColumn(header), Sex(printed: row.text(sex)) != nil
      else {
        header.append(row.texts.map { TextFolding.trimmed($0) })
        headerLine = row.line
        headerFailed = header.count > 20
        return
      }
      columns = RegistryAgeColumns(header, line: headerLine, diagnostics: &diagnostics)
      headerFailed = columns == nil
      if let columns { diagnostics.addMissingAges(columns.missingAges, line: headerLine) }
    }
    if let columns { readRow(row, columns) }
  }

  private mutating func readRow(_ row: CSVRow, _ columns: RegistryAgeColumns) {
    guard let sex = sex(row[columns.sex]) else {
      // A remark below the table has no figures.
      guard (0..<row.count).contains(where: { PrintedCount.isNumber(row[$0]) }) else { return }
      diagnostics.add(
        .error, "unreadable-sex", line: row.line, cell: columns.sex + 1,
        printed: row.text(columns.sex), ja: "性別（計、男、女）を読めません。行を読みません",
        en: "neither 計 nor 男 nor 女; the row is left out")
      return
    }
    if row.count != columns.width, !row.isBlank(beyond: columns.width) {
      diagnostics.addWrongCellCount(row, width: columns.width)
      if row.hasQuoteIssue || row.count > columns.width { return }
    }
    if row.mayBeCut(columns.code, width: columns.width) { return }
    if row.count >= columns.width { diagnostics.addUnended(columns.width - 1, of: row) }
    let area: StatisticalArea
    do throws(MunicipalityCodeError) {
      area = try last.area(
        code: row[columns.code], prefecture: columns.prefecture.map { row[$0] } ?? [],
        name: columns.name.map { row[$0] } ?? [])
    } catch {
      diagnostics.add(
        .error, "unreadable-code", line: row.line, cell: columns.code + 1,
        printed: row.text(columns.code),
        ja: "団体コードが正しくありません（\(error.reason.ja)）。行を読みません",
        en: "not the code of a local government (\(error.reason.en)); the row is left out")
      return
    }
    add(cells(row, columns), sex, area, columns)
  }

  /// The sex that a cell names; few words are ever met.
  private mutating func sex(_ cell: ArraySlice<UInt8>) -> Sex? {
    if let known = sexes.first(where: { $0.word.elementsEqual(cell) }) { return known.sex }
    guard let sex = Sex(printed: String(decoding: cell, as: UTF8.self)) else { return nil }
    if sexes.count < Sex.allCases.count { sexes.append((Array(cell), sex)) }
    return sex
  }

  /// The cells behind the key; those that cannot be read are named.
  private mutating func cells(
    _ row: CSVRow, _ columns: RegistryAgeColumns
  ) -> RegistryAges.Area.Row {
    let start = columns.sex + 1
    var counts = Array(repeating: -1, count: max(0, columns.width - start))
    var marked: Int?
    for column in columns.figures {
      if column >= row.count || row.mayBeCut(column, width: columns.width) {
        if column < row.count { diagnostics.addCutCell(column, of: row) }
        continue
      }
      if let count = PrintedCount.digits(row[column]) {
        counts[column - start] = count
        continue
      }
      let reading = PrintedCount.reading(row[column])
      if let count = reading.persons() {
        counts[column - start] = count
        continue
      }
      if case .missing(let reason) = reading, reason != .unreadable {
        marked = marked ?? column
      } else {
        diagnostics.add(
          .error, "unreadable-cell", line: row.line, cell: column + 1, printed: row.text(column),
          ja: "人数を読めません", en: "not a number of persons")
      }
    }
    if let marked {
      diagnostics.add(
        .info, "no-figure", line: row.line, cell: marked + 1, printed: row.text(marked),
        ja: "値のないセルがあるため、年齢別の表にしません", en: "a cell has no figure, so the row makes no table by age")
    }
    return RegistryAges.Area.Row(
      line: row.line, start: start, texts: RowText(row, from: start, width: columns.width),
      counts: counts)
  }

  private mutating func add(
    _ row: RegistryAges.Area.Row, _ sex: Sex, _ area: StatisticalArea, _ columns: RegistryAgeColumns
  ) {
    let position: Int
    if let number = area.code?.number {
      position = positions[number] ?? areas.count
      positions[number] = position
    } else {
      let key = "\(area.kind.rawValue)/\(area.prefecture?.rawValue ?? 0)/\(area.name)"
      position = named[key] ?? areas.count
      named[key] = position
    }
    if position == areas.count { areas.append(RegistryAges.Area(area)) }
    guard let first = areas[position][sex] else {
      areas[position][sex] = row
      return
    }
    // Sums without a code, such as 郡, may have one name in several places.
    if area.code == nil, area.kind == .subtotal { return }
    diagnostics.addSecondRow(
      isSame: first.texts == row.texts, line: row.line, cell: columns.code + 1, printed: area.name,
      first: first.line, what: LocalizedText(ja: "地域・性別", en: "area and sex"))
  }

  mutating func finish(
    decoder: TextDecoder, parser: CSVParser
  ) throws(OpenDataError) -> RegistryAges {
    diagnostics.add(decoder, parser)
    guard let columns else {
      throw OpenDataError(
        code: header.isEmpty || headerFailed || RegistryAgeColumns.sexColumn(header) == nil
          ? .missingColumn : .noRows,
        document: document,
        expected: LocalizedText(ja: "団体コード、性別、年齢階級の列", en: "columns 団体コード, 性別 and ages"))
    }
    guard let title = RegistryTitle(header) else {
      throw OpenDataError(
        code: .missingPeriod, document: document,
        expected: LocalizedText(
          ja: "「令和5年1月1日住民基本台帳年齢階級別人口…」のような表題",
          en: "a title such as 令和5年1月1日住民基本台帳年齢階級別人口…"))
    }
    try title.checkUnit(of: document)
    guard !areas.isEmpty else { throw OpenDataError(code: .noRows, document: document) }
    if title.definition.foreignResidents == .notStated {
      diagnostics.add(
        .warning, "residents-not-stated", line: 1, printed: title.text,
        ja: "総計か日本人住民かが表題にありません",
        en: "the title does not say whether foreign residents are counted")
    }
    check(columns, title.definition.foreignResidents, year: title.stockDate.year)
    return RegistryAges(
      document: document, encoding: decoder.encoding ?? .utf8, diagnostics: diagnostics.all,
      title: title.text, stockDate: title.stockDate,
      definition: PopulationDefinition(
        stockDate: title.definition.stockDate, foreignResidents: title.definition.foreignResidents,
        otherChange: .notStated, source: title.definition.source),
      areas: areas, sheet: diagnostics.sheet, groups: columns.groups, total: columns.total,
      positions: positions)
  }
}
