import MunicipalModel

/// Puts 地域・年齢別人口 together from its rows.
struct StandardRows: RowAssembly {
  let document: DocumentID
  private var diagnostics: DiagnosticList
  private var columns: [StandardColumn?] = []
  private var positions: [StandardColumn: Int] = [:]
  private var headerFailed = false
  private var rows: [StandardDatasetRow] = []
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
    if row.isBlank || headerFailed { return }
    if columns.isEmpty {
      readHeader(row)
    } else {
      readRow(row)
    }
  }

  private mutating func readHeader(_ row: CSVRow) {
    let names = row.texts
    guard StandardColumn.isHeader(names) else {
      headerFailed = true
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
    for column in [StandardColumn.code, .total] where positions[column] == nil {
      diagnostics.add(
        .warning, "missing-column", line: row.line, printed: "\(column)",
        ja: "項目の列がありません", en: "there is no column of the item")
    }
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
    let scope = Self.scope(district, code: text(.districtCode, row))
    let municipality = text(.municipality, row)
    let read = StandardDatasetRow(
      scope: scope, code: code, name: municipality.isEmpty ? text(.prefecture, row) : municipality,
      districtCode: text(.districtCode, row), district: district, date: date,
      total: count(.total, row), male: count(.male, row), female: count(.female, row),
      households: count(.households, row), printedAges: ages(row, date),
      remark: text(.remark, row), line: row.line)
    let key = Key(
      code: code, date: date, districtCode: read.districtCode, district: read.district)
    if let first = seen[key] {
      let isSame =
        rows[first].total?.value == read.total?.value && rows[first].ages == read.ages
        && rows[first].households?.value == read.households?.value
      diagnostics.add(
        isSame ? .warning : .error, isSame ? "doubled-row" : "conflicting-row", line: row.line,
        printed: district,
        ja: "\(rows[first].line)行目と同じ地域・年月日の行です。初めの行を使います",
        en: "a second row of the area and day in line \(rows[first].line), whose figures are used")
      return
    }
    seen[key] = rows.count
    check(read)
    rows.append(read)
  }

  private mutating func readCode(_ row: CSVRow) -> MunicipalityCode? {
    guard let position = positions[.code], isWhole(position, row) else { return nil }
    do throws(MunicipalityCodeError) {
      return try StatisticalArea.classify(
        code: row.text(position), name: text(.municipality, row)
      ).code
    } catch {
      diagnostics.add(
        .error, "unreadable-code", line: row.line, cell: position + 1,
        printed: row.text(position),
        ja: "団体コードが正しくありません（\(error.code.rawValue)）",
        en: "not the code of a local government (\(error.code.rawValue))")
      return nil
    }
  }

  private mutating func readDate(_ row: CSVRow) -> CalendarDate? {
    guard let position = positions[.date], isWhole(position, row) else { return nil }
    let printed = row.text(position)
    if case .date(let date)? = try? Period(parsing: printed) { return date }
    let key = TextFolding.key(printed)
    if key.utf8.count == 8, let number = Int(key),
      let date = CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    {
      return date
    }
    diagnostics.add(
      .error, "unreadable-cell", line: row.line, cell: position + 1, printed: printed,
      ja: "調査年月日を読めません", en: "the day of the count cannot be read")
    return nil
  }

  /// 総数, 合計, 市全体 stand for the whole; …計 for a part.
  private static func scope(_ name: String, code: String) -> StandardDatasetRow.Scope {
    let key = TextFolding.key(name)
    let whole: Set<String> = [
      "", "総数", "合計", "総計", "計", "全市", "全体", "市全体", "全域", "市全域", "区全体", "町全体", "村全体", "市計",
      "区計", "町計", "村計", "全市計", "市合計", "市総数", "全町", "全村", "全区",
    ]
    if whole.contains(key) { return key.isEmpty && !code.isEmpty ? .district : .municipality }
    return key.hasSuffix("計") ? .subtotal : .district
  }

  private mutating func count(_ column: StandardColumn, _ row: CSVRow) -> TracedNumber? {
    guard let position = positions[column], isWhole(position, row) else { return nil }
    let reading = PrintedCount.reading(row[position])
    if let count = reading.wholeNumber, count >= 0 {
      return TracedNumber(
        count,
        sources: [
          Citation(
            document: document, line: row.line, cell: position + 1, printed: row.text(position))
        ])
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
    var ageRows: [AgeRow] = []
    var isComplete = true
    for (position, column) in columns.enumerated() {
      guard case .age(let sex, let age)? = column else { continue }
      guard isWhole(position, row) else {
        isComplete = false
        continue
      }
      let reading = PrintedCount.reading(row[position])
      if let count = reading.wholeNumber, count >= 0 {
        ageRows.append(AgeRow(sex, age, Double(count), row: position + 1))
      } else if age == .notReported, reading == .missing(.blank) {
        continue
      } else if case .missing(let reason) = reading, reason != .unreadable {
        if isComplete {
          diagnostics.add(
            .info, "ages-missing", line: row.line, cell: position + 1,
            printed: row.text(position),
            ja: "年齢別の値がないセルがあるため、年齢別の表にしません",
            en: "a cell by age has no figure, so the row makes no table by age")
        }
        isComplete = false
      } else {
        unreadable(position, row)
        isComplete = false
      }
    }
    guard isComplete, !ageRows.isEmpty else { return nil }
    do throws(AgeTableError) {
      return try PrintedAges(
        .population, period: date.map { .date($0) }, rows: ageRows, in: row)
    } catch {
      diagnostics.add(
        .error, "no-age-table", line: row.line, cell: error.row,
        ja: "年齢別の表になりません（\(error.description)）",
        en: "the cells make no table by age (\(error.description))")
      return nil
    }
  }

  /// Says where sums of a row differ.
  private mutating func check(_ row: StandardDatasetRow) {
    func check(_ whole: TracedNumber?, _ sum: Int?, ja: String, en: String) {
      guard let whole, let sum, whole.value != sum else { return }
      diagnostics.add(
        .warning, "sum-differs", line: row.line, cell: whole.sources.first?.cell,
        printed: whole.sources.first?.printed ?? "", ja: "\(ja)は\(sum)です",
        en: "\(en) is \(sum)")
    }
    if let male = row.male, let female = row.female {
      check(
        row.total, male.value + female.value, ja: "男性と女性の合計",
        en: "the sum of men and women")
    }
    guard let ages = row.ages else { return }
    for (sex, whole) in [(Sex.male, row.male), (.female, row.female)] {
      guard let column = ages.sexes.firstIndex(of: sex), let counts = ages.counts(of: sex) else {
        continue
      }
      check(
        whole, Int(counts.reduce(0, +) + ages.notReported[column]),
        ja: "\(sex.label.ja)の年齢別の合計", en: "the sum of the ages of \(sex.label.en)s")
    }
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
    checkWholes()
    return StandardDatasetPopulation(
      document: document, encoding: decoder.encoding ?? .utf8, diagnostics: diagnostics.all,
      rows: rows)
  }

  /// Says where the row of a whole municipality is not the sum of its districts.
  private mutating func checkWholes() {
    struct Day: Hashable {
      let code: MunicipalityCode?
      let date: CalendarDate?
    }
    let districts = Dictionary(grouping: rows.filter { $0.scope == .district }) {
      Day(code: $0.code, date: $0.date)
    }
    for whole in rows where whole.scope == .municipality {
      let parts = districts[Day(code: whole.code, date: whole.date)] ?? []
      let counts = parts.compactMap { $0.total?.value }
      guard !parts.isEmpty, counts.count == parts.count, let total = whole.total,
        counts.reduce(0, +) != total.value
      else { continue }
      diagnostics.add(
        .warning, "sum-differs", line: whole.line, cell: total.sources.first?.cell,
        printed: total.sources.first?.printed ?? "",
        ja: "地域の合計は\(counts.reduce(0, +))です",
        en: "the districts add up to \(counts.reduce(0, +))")
    }
  }
}
