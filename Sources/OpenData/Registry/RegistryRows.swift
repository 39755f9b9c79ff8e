import MunicipalModel

/// Puts the municipal sheet together from its rows.
struct RegistryRows: RowAssembly {
  let document: DocumentID
  private var diagnostics: DiagnosticList
  private var header = HeaderGrid()
  private var headerLines: [Int] = []
  private var columns: Columns?
  private var rows: [RegistryRow] = []
  private var seen: [String: Int] = [:]

  /// Which column is which.
  private struct Columns {
    var code = 0
    var prefecture: Int?
    var name: Int?
    var items: [Int?] = []
    var width = 0
  }

  private static let maximumHeaderLines = 20

  init(_ document: DocumentID) {
    self.document = document
    diagnostics = DiagnosticList(document)
  }

  mutating func add(_ row: inout CSVRow) {
    if row.isBlank { return }
    if columns == nil {
      guard isData(row) else {
        if header.lines.count < Self.maximumHeaderLines {
          header.add(row.texts.map { TextFolding.trimmed($0) })
          headerLines.append(row.line)
        }
        return
      }
      columns = readHeader()
    }
    guard let columns else { return }
    readRow(row, columns)
  }

  /// Whether a row holds figures: at least four numbers, and more numbers than words.
  private func isData(_ row: CSVRow) -> Bool {
    let filled = (0..<row.count).filter { !row[$0].isEmpty }
    let numbers = filled.count { PrintedCount.decimal(row[$0]) != nil }
    return numbers >= 4 && numbers * 2 > filled.count
  }

  private mutating func readHeader() -> Columns? {
    var columns = Columns()
    columns.width = header.width
    columns.items = Array(repeating: nil, count: RegistryItem.allCases.count)
    var code: Int?
    for column in 0..<header.width {
      // The title over the table is no heading of a column.
      let path = header.path(of: column)
      let own = header.lines.compactMap { column < $0.count ? TextFolding.key($0[column]) : nil }
      if own.contains(where: { $0.hasSuffix("コード") }) {
        code = code ?? column
      } else if own.contains("都道府県名") || own.contains("都道府県") {
        columns.prefecture = columns.prefecture ?? column
      } else if own.contains(where: { $0.hasPrefix("市区町村") || $0.hasPrefix("市町村") || $0 == "団体名" })
      {
        columns.name = columns.name ?? column
      } else if let item = RegistryItem(header: Self.withoutTitle(path)) {
        if columns.items[item.index] == nil {
          columns.items[item.index] = column
        } else {
          diagnostics.add(
            .warning, "doubled-column", line: headerLines.last ?? 1, cell: column + 1,
            printed: path.last ?? "", ja: "同じ項目の列が二つあり、初めのものを読みます",
            en: "a second column of the same item; the first is read")
        }
      } else if path.dropFirst().contains(where: { !$0.isEmpty }) || header.lines.count == 1 {
        diagnostics.add(
          .info, "unknown-column", line: headerLines.last ?? 1, cell: column + 1,
          printed: path.filter { !$0.isEmpty }.joined(separator: "/"),
          ja: "知らない列なので読みません", en: "a column that is not known and not read")
      }
    }
    guard let code else { return nil }
    columns.code = code
    for item in RegistryItem.allCases where columns.items[item.index] == nil {
      switch item {
      case .naturalizations, .lossesOfNationality, .remainingOtherEntries,
        .remainingOtherRemovals:
        continue
      default:
        diagnostics.add(
          .warning, "missing-column", line: headerLines.last ?? 1, printed: item.rawValue,
          ja: "項目の列がありません", en: "there is no column of the item")
      }
    }
    return columns
  }

  /// The path without the title and the years, which name no item.
  private static func withoutTitle(_ path: [String]) -> [String] {
    path.filter { !$0.contains("住民基本台帳") && !$0.contains("単位") }
  }

  private mutating func readRow(_ row: CSVRow, _ columns: Columns) {
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
      if row.hasQuoteIssue || row.count > columns.width, !trailingIsBlank(row, columns) { return }
    }
    let area: StatisticalArea
    do throws(MunicipalityCodeError) {
      area = try .classify(code: codeText, prefecture: prefecture, name: name)
    } catch {
      if isFootnote(row) { return }
      diagnostics.add(
        .error, "unreadable-code", line: row.line, cell: columns.code + 1, printed: codeText,
        ja: "団体コードが正しくありません（\(error.code.rawValue)）。行を読みません",
        en: "not the code of a local government (\(error.code.rawValue)); the row is left out")
      return
    }
    if area.kind == .unknown {
      if isFootnote(row) { return }
      diagnostics.add(
        .warning, "unknown-area", line: row.line, cell: (columns.name ?? 0) + 1,
        printed: prefecture + name, ja: "どの地域の行か分かりません",
        en: "it is not known what area the row is about")
    }
    let cells = RegistryItem.allCases.map { item in
      columns.items[item.index].map { column in
        // The last cell of a row that is too short may have been cut.
        cell(row, column, item, isCut: row.count < columns.width && column == row.count - 1)
      }
    }
    let read = RegistryRow(area: area, document: document, line: row.line, cells: cells)
    if isDoubled(read) { return }
    checkIdentities(read)
    rows.append(read)
  }

  private func trailingIsBlank(_ row: CSVRow, _ columns: Columns) -> Bool {
    !row.hasQuoteIssue
      && (columns.width..<max(columns.width, row.count)).allSatisfy { row[$0].isEmpty }
  }

  /// A remark below the table has no figures.
  private func isFootnote(_ row: CSVRow) -> Bool {
    !(0..<row.count).contains { PrintedCount.decimal(row[$0]) != nil }
  }

  private mutating func cell(
    _ row: CSVRow, _ column: Int, _ item: RegistryItem, isCut: Bool
  ) -> RegistryRow.Cell {
    let bytes = row[column]
    var reading =
      column < row.count && !isCut ? PrintedCount.reading(bytes) : .missing(.unreadable)
    if let value = reading.value, !item.isRate,
      value.scale > 0 || value.coefficient < 0 && !item.isBalance
    {
      reading = .missing(.unreadable)
    }
    let printed = row.text(column)
    if reading == .missing(.unreadable) {
      diagnostics.add(
        .error, "unreadable-cell", line: row.line, cell: column + 1, printed: printed,
        ja: "「\(item.rawValue)」の値を読めません", en: "the value of \(item.rawValue) cannot be read")
    }
    return RegistryRow.Cell(printed: printed, cell: column + 1, reading: reading)
  }

  /// Whether the area has had a row before; what was printed first is kept.
  private mutating func isDoubled(_ row: RegistryRow) -> Bool {
    let area = row.area
    let key =
      area.code?.sixDigits ?? "\(area.kind.rawValue)/\(area.prefecture?.rawValue ?? 0)/\(area.name)"
    guard let first = seen[key] else {
      seen[key] = rows.count
      return false
    }
    let isSame = zip(rows[first].cells, row.cells).allSatisfy { $0?.printed == $1?.printed }
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
    if columns == nil, !header.lines.isEmpty { columns = readHeader() }
    guard let columns else {
      throw OpenDataError(
        code: .missingColumn, document: document,
        expected: LocalizedText("団体コード"))
    }
    guard columns.items[RegistryItem.population.index] != nil else {
      throw OpenDataError(
        code: .missingColumn, document: document,
        expected: LocalizedText(ja: "人口の計", en: "the population (計)"))
    }
    guard let title = RegistryTitle(header.lines) else {
      throw OpenDataError(
        code: .missingPeriod, document: document,
        expected: LocalizedText(
          ja: "「平成31年1月1日住民基本台帳人口…」のような表題",
          en: "a title such as 平成31年1月1日住民基本台帳人口…"))
    }
    guard !rows.isEmpty else { throw OpenDataError(code: .noRows, document: document) }
    if title.definition.foreignResidents == .notStated {
      diagnostics.add(
        .warning, "residents-not-stated", line: headerLines.first ?? 1,
        ja: "総計か日本人住民かが表題にありません",
        en: "the title does not say whether foreign residents are counted")
    }
    checkSums()
    return ResidentRegistry(
      document: document, encoding: decoder.encoding ?? .utf8, diagnostics: diagnostics.all,
      title: header.lines.first?.first { !$0.isEmpty } ?? "", stockDate: title.stockDate,
      period: title.period, definition: title.definition, rows: rows)
  }
}

extension RegistryRows {
  /// Figures of one row that must add up, in the signs of the sheet.
  private static let identities: [(RegistryItem, [(RegistryItem, Int)])] = [
    (.population, [(.male, 1), (.female, 1)]),
    (.inMigrants, [(.domesticInMigrants, 1), (.foreignInMigrants, 1)]),
    (.outMigrants, [(.domesticOutMigrants, 1), (.foreignOutMigrants, 1)]),
    (.entries, [(.inMigrants, 1), (.births, 1), (.otherEntries, 1)]),
    (.removals, [(.outMigrants, 1), (.deaths, 1), (.otherRemovals, 1)]),
    (.totalChange, [(.entries, 1), (.removals, -1)]),
    (.naturalChange, [(.births, 1), (.deaths, -1)]),
    (
      .socialChange,
      [(.inMigrants, 1), (.otherEntries, 1), (.outMigrants, -1), (.otherRemovals, -1)]
    ),
  ]

  fileprivate mutating func checkIdentities(_ row: RegistryRow) {
    for (item, parts) in Self.identities {
      guard let whole = row.count(item) else { continue }
      var sum = 0
      var isComplete = true
      for (part, sign) in parts {
        guard let count = row.count(part) else {
          isComplete = false
          break
        }
        sum += sign * count
      }
      guard isComplete, sum != whole else { continue }
      diagnostics.add(
        .warning, "identity-differs", line: row.line, cell: row.citation(item)?.cell,
        printed: row.citation(item)?.printed ?? "",
        ja: "「\(item.rawValue)」は内訳から計算すると\(sum)です",
        en: "\(item.rawValue) should be \(sum) by its parts")
    }
  }

  /// Says where a row is not the sum of its parts.
  fileprivate mutating func checkSums() {
    for check in RegistrySumCheck.checks(of: rows) where check.outcome != .agrees {
      let items = check.differences.map(\.item.rawValue).joined(separator: ", ")
      let population = check.differences.first { $0.item == .population }
      if check.outcome == .incomplete {
        diagnostics.add(
          .info, "incomplete-sum", line: check.total.line, printed: check.total.area.name,
          ja: "内訳の行は\(check.memberCount)件で、人口の合計は\(population?.sum ?? 0)です（抜粋のようです）",
          en: "the rows of \(check.memberCount) parts add up to \(population?.sum ?? 0) persons; "
            + "the file seems to be an excerpt")
      } else {
        diagnostics.add(
          .warning, "sum-differs", line: check.total.line, printed: check.total.area.name,
          ja: "内訳の合計と違う項目: \(items)", en: "not the sum of its parts: \(items)")
      }
    }
  }
}
