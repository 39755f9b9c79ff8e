import MunicipalModel

/// Puts 地域・年齢別人口 together from its rows.
struct StandardRows: RowAssembly {
  let document: DocumentID
  var diagnostics: DiagnosticList
  var rows: [StandardDatasetRow] = []
  private var columns: [StandardColumn?] = []
  private var positions: [StandardColumn: Int] = [:]
  private var linesAbove = 0
  private var hasMissingAges = false
  private var seen: [Key: Int] = [:]

  private struct Key: Hashable {
    let code: MunicipalityCode?
    let date: CalendarDate?
    let districtCode: String
    let district: String
  }

  init(_ document: DocumentID) {
    self.document = document
    diagnostics = DiagnosticList(document)
  }

  mutating func add(_ row: inout CSVRow) {
    if row.isBlank || linesAbove > StandardColumn.mostLinesAbove { return }
    if columns.isEmpty {
      readHeader(row)
    } else {
      readRow(row)
    }
  }

  private mutating func readHeader(_ row: CSVRow) {
    let names = row.texts
    guard StandardColumn.isHeader(names) else {
      linesAbove += 1
      diagnostics.add(
        .info, "line-above-header", line: row.line, printed: names.joined(separator: ","),
        ja: "見出しの上の行なので読みません", en: "a line above the header, which is not read")
      return
    }
    for (index, name) in names.enumerated() {
      let column = StandardColumn(name: name)
      columns.append(column)
      guard let column else {
        if !TextFolding.isBlank(name) {
          diagnostics.add(
            .info, "unknown-column", line: row.line, cell: index + 1, printed: name,
            ja: "知らない列なので読みません", en: "a column that is not known and not read")
        }
        continue
      }
      if positions[column] == nil {
        positions[column] = index
      } else {
        columns[index] = nil
        diagnostics.add(
          .warning, "doubled-column", line: row.line, cell: index + 1, printed: name,
          ja: "同じ項目の列が二つあり、初めのものを読みます",
          en: "a second column of the same item; the first is read")
      }
    }
    for (column, name) in [(StandardColumn.code, "団体コード"), (.total, "総人口")]
    where positions[column] == nil {
      diagnostics.add(
        .warning, "missing-column", line: row.line,
        ja: "「\(name)」の列がありません", en: "there is no column \(name)")
    }
    let missing = AgeGroup.missing(
      from: positions.keys.compactMap {
        if case .age(_, .group(let group)) = $0 { group } else { nil }
      })
    hasMissingAges = !missing.isEmpty
    diagnostics.addMissingAges(missing, line: row.line)
  }

  private func text(_ column: StandardColumn, _ row: CSVRow) -> String {
    guard let position = positions[column], !row.mayBeCut(position, width: columns.count) else {
      return ""
    }
    return TextFolding.trimmed(row.text(position))
  }

  private mutating func readRow(_ row: CSVRow) {
    if row.count != columns.count {
      let rest = (columns.count..<max(columns.count, row.count)).allSatisfy { row[$0].isEmpty }
      if row.count < columns.count || !rest {
        diagnostics.addWrongCellCount(row, width: columns.count)
      }
      if row.hasQuoteIssue || !rest { return }
      // A row that ends before the figures has nothing to keep; its last key may be cut.
      let firstFigure = columns.firstIndex { $0?.isFigure == true } ?? columns.count
      if row.count < columns.count, row.count - 1 <= firstFigure { return }
    }
    if let last = columns.last, let last, last != .remark {
      diagnostics.addUnended(columns.count - 1, of: row)
    }
    let code = readCode(row)
    let date = readDate(row)
    let district = text(.district, row)
    let districtCode = text(.districtCode, row)
    let municipality = text(.municipality, row)
    let prefecture = text(.prefecture, row)
    var read = StandardDatasetRow(
      scope: StandardDatasetRow.Scope(
        district: district, code: districtCode, municipality: municipality, prefecture: prefecture),
      code: code, name: municipality.isEmpty ? prefecture : municipality,
      districtCode: districtCode, district: district, date: date,
      total: count(.total, row), male: count(.male, row), female: count(.female, row),
      households: count(.households, row), printedAges: ages(row, date),
      remark: text(.remark, row), line: row.line)
    let key = Key(code: code, date: date, districtCode: districtCode, district: district)
    if let first = seen[key] {
      let isSame =
        rows[first].total?.value == read.total?.value && rows[first].ages == read.ages
        && rows[first].households?.value == read.households?.value
      guard !isSame, read.isUnnamed else {
        diagnostics.addSecondRow(
          isSame: isSame, line: row.line, printed: district, first: rows[first].line,
          what: LocalizedText(ja: "地域・年月日", en: "area and day"))
        return
      }
      // Rows without a name that differ are districts; which one may be the whole, the figures tell.
      diagnostics.add(
        .error, "conflicting-row", line: row.line,
        ja: "\(rows[first].line)行目と同じく地域名も地域コードもない行で、値が違います",
        en:
          "has neither name nor code of a district, as line \(rows[first].line), but other figures")
      rows[first].scope = .district
      read.scope = .district
    } else {
      seen[key] = rows.count
    }
    check(read)
    rows.append(read)
  }

  private mutating func readCode(_ row: CSVRow) -> MunicipalityCode? {
    guard let position = positions[.code], isWhole(position, row) else { return nil }
    do throws(MunicipalityCodeError) {
      return try StatisticalArea.classify(
        code: row.text(position), prefecture: text(.prefecture, row),
        name: text(.municipality, row)
      ).code
    } catch {
      diagnostics.add(
        .error, "unreadable-code", line: row.line, cell: position + 1,
        printed: row.text(position),
        ja: "団体コードが正しくありません（\(error.reason.ja)）",
        en: "not the code of a local government (\(error.reason.en))")
      return nil
    }
  }

  private mutating func readDate(_ row: CSVRow) -> CalendarDate? {
    guard let position = positions[.date], isWhole(position, row) else { return nil }
    let printed = row.text(position)
    if let date = PrintedDate.date(printed) { return date }
    let isMonth = PrintedDate.isMonth(printed)
    diagnostics.add(
      .error, "unreadable-cell", line: row.line, cell: position + 1, printed: printed,
      ja: isMonth ? "調査年月日に日がないため、いつの人口か分かりません" : "調査年月日を読めません",
      en: isMonth
        ? "a month without a day; which day the count is of is not known"
        : "the day of the count cannot be read")
    return nil
  }

  private mutating func count(_ column: StandardColumn, _ row: CSVRow) -> TracedNumber? {
    guard let position = positions[column], isWhole(position, row) else { return nil }
    let reading = PrintedCount.reading(row[position])
    if let count = reading.persons() {
      return TracedNumber(
        count,
        sources: [diagnostics.citation(row, position)])
    }
    if case .missing(let reason) = reading, reason != .unreadable { return nil }
    unreadable(position, row)
    return nil
  }

  /// Whether a cell is there, and not the last one of a row that is too short, which is told.
  private mutating func isWhole(_ position: Int, _ row: CSVRow) -> Bool {
    if row.mayBeCut(position, width: columns.count) {
      diagnostics.addCutCell(position, of: row)
      return false
    }
    return position < row.count
  }

  private mutating func unreadable(_ position: Int, _ row: CSVRow) {
    diagnostics.add(
      .error, "unreadable-cell", line: row.line, cell: position + 1, printed: row.text(position),
      ja: "人数を読めません", en: "not a number of persons")
  }

  /// The table by age, or `nil` with a diagnostic if a cell of it says no number.
  private mutating func ages(_ row: CSVRow, _ date: CalendarDate?) -> PrintedAges? {
    if hasMissingAges { return nil }
    var ageRows: [AgeTable.Row] = []
    var isComplete = true
    var blanks: [(sex: Sex, position: Int)] = []
    for (position, column) in columns.enumerated() {
      guard case .age(let sex, let age)? = column else { continue }
      guard isWhole(position, row) else {
        isComplete = false
        continue
      }
      let reading = PrintedCount.reading(row[position])
      if let count = reading.persons() {
        ageRows.append(AgeTable.Row(sex, age, Double(count), row: position + 1))
      } else if age == .notReported, reading == .missing(.blank) {
        continue
      } else if case .missing(let reason) = reading, reason != .unreadable {
        blanks.append((sex, position))
        isComplete = false
      } else {
        unreadable(position, row)
        isComplete = false
      }
    }
    if let first = blanks.first { tellBlankAges(first, ageRows, row) }
    guard isComplete, !ageRows.isEmpty else { return nil }
    do throws(AgeTableError) {
      return try PrintedAges(
        .population, period: date.map { .date($0) }, rows: ageRows, in: row)
    } catch {
      diagnostics.addNoAgeTable(error, line: row.line)
      return nil
    }
  }

  /// Says which figures by age a row lacks: all those of one sex, or some.
  private mutating func tellBlankAges(
    _ first: (sex: Sex, position: Int), _ found: [AgeTable.Row], _ row: CSVRow
  ) {
    let lacksSex = !found.isEmpty && !found.contains { $0.sex == first.sex }
    diagnostics.add(
      .info, "ages-missing", line: row.line, cell: first.position + 1,
      printed: row.text(first.position),
      ja: lacksSex
        ? "\(first.sex.label.ja)性の年齢別の値がすべてないため、年齢別の表にしません" : "年齢別の値がないセルがあるため、年齢別の表にしません",
      en: lacksSex
        ? "no age of the \(first.sex.label.en)s has a figure, so the row makes no table by age"
        : "a cell by age has no figure, so the row makes no table by age")
  }

  mutating func finish(
    decoder: TextDecoder, parser: CSVParser
  ) throws(OpenDataError) -> StandardDatasetPopulation {
    diagnostics.add(decoder, parser)
    guard !columns.isEmpty else {
      throw OpenDataError(
        code: .missingColumn, document: document,
        expected: LocalizedText("調査年月日, 総人口"))
    }
    guard !rows.isEmpty else { throw OpenDataError(code: .noRows, document: document) }
    findWholes()
    checkWholes()
    return StandardDatasetPopulation(
      document: document, encoding: decoder.encoding ?? .utf8, diagnostics: diagnostics.all,
      rows: rows, sheet: diagnostics.sheet)
  }
}
