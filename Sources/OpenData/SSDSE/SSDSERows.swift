import MunicipalModel

/// Puts SSDSE together from its rows.
struct SSDSERows: RowAssembly {
  let document: DocumentID
  var diagnostics: DiagnosticList
  private var codes: [String] = []
  private var years: [String] = []
  private var names: [String] = []
  private var columns: [SSDSETable.Column] = []
  private var rows: [SSDSETable.Row] = []
  private var seen: [String: Int] = [:]
  private var headerLines = 0
  private var yearLine = 1
  private var failed = false
  /// Whether the code of the area stands in another column than the first, as in SSDSE-D, or behind the year.
  private var hasOtherLayout = false
  /// The column of the code: the second behind the year in SSDSE-B, else the first.
  private var codeColumn = 0

  /// The columns before the first item: code, prefecture, and in SSDSE-A the municipality.
  private var keyColumns = 3

  /// The items of the census, which are of the same year.
  private static let census: Set<SocialIndicator> = [.population, .young, .workingAge, .elderly]

  /// The items that count people or events; some others, such as temperatures, may be below zero.
  private static let counts = census.union([
    .births, .deaths, .japaneseInMigrants, .japaneseOutMigrants, .inMigrants, .outMigrants,
  ])

  init(_ document: DocumentID) {
    self.document = document
    diagnostics = DiagnosticList(document)
  }

  mutating func add(_ row: inout CSVRow) {
    if row.isBlank || failed { return }
    if codes.isEmpty {
      codes = row.texts.map { TextFolding.trimmed($0) }
      while codes.last?.isEmpty == true { codes.removeLast() }
      failed = !SSDSEEdition.isHeader(codes.map { TextFolding.key($0) })
      headerLines = row.line
      keyColumns = codes.firstIndex { SSDSEEdition.isItemCode($0) } ?? codes.count
      hasOtherLayout = codes.dropFirst().contains { $0.lowercased() == "code" }
      if codes.count > 1, codes[1].lowercased() == "code" { codeColumn = 1 }
      return
    }
    if columns.isEmpty {
      readHeader(row)
    } else {
      readRow(row)
    }
  }

  /// The row of years says 年度 or 年; the row of names comes last. Either may be absent.
  private mutating func readHeader(_ row: CSVRow) {
    let texts = row.texts.map { TextFolding.trimmed($0) }
    if codeColumn == 1, ["年度", "年", "Year"].contains(texts.first) {
      hasOtherLayout = false
      readColumns(texts)
      return
    }
    if years.isEmpty, texts.contains(where: { $0 == "年度" || $0 == "年" || $0 == "Year" }) {
      years = texts
      yearLine = row.line
      return
    }
    let isArea = (try? StatisticalArea.classify(code: texts.first ?? "", name: "")) ?? nil
    let isData = isArea?.code != nil
    if texts.dropFirst().contains("地域コード") { hasOtherLayout = true }
    readColumns(isData ? [] : texts)
    if isData { readRow(row) }
  }

  private mutating func readColumns(_ texts: [String]) {
    names = texts
    for (index, code) in codes.enumerated() where index >= keyColumns {
      func cell(_ list: [String]) -> String { index < list.count ? list[index] : "" }
      columns.append(
        SSDSETable.Column(
          code: code, name: cell(names), year: Self.year(cell(years)),
          cell: index + 1))
      if !years.isEmpty, columns.last?.year == nil {
        diagnostics.add(
          .warning, "missing-year", line: yearLine, cell: index + 1, printed: cell(years),
          ja: "列の年を読めません", en: "the year of the column cannot be read")
      }
      if !SSDSEEdition.isItemCode(code) {
        diagnostics.add(
          .info, "unknown-column", line: headerLines, cell: index + 1, printed: code,
          ja: "項目コードの形でない列です", en: "the heading is not the code of an item")
      }
    }
    if columns.isEmpty { failed = true }
    checkYears()
  }

  /// 2020, 2020年 or 2020年度.
  private static func year(_ printed: String) -> Int? {
    let key = TextFolding.key(printed)
    let word = ["年度", "年"].first { key.hasSuffix($0) } ?? ""
    return Int(key.dropLast(word.count))
  }

  /// Says where the population and its ages, all of one census, are of different years.
  private mutating func checkYears() {
    let census = columns.filter {
      Self.census.contains(SocialIndicator(rawValue: $0.code)) && $0.year != nil
    }
    guard let first = census.first else { return }
    for column in census where column.year != first.year {
      diagnostics.add(
        .warning, "years-differ", line: yearLine, cell: column.cell,
        printed: column.year.map { "\($0)" } ?? "",
        ja: "\(column.code)の年が\(first.code)の年（\(first.year.map { "\($0)" } ?? "")）と違うため、割合を求められません",
        en: "\(column.code) is of another year than \(first.code) "
          + "(\(first.year.map { "\($0)" } ?? "")); no rate can be formed of them")
    }
  }

  private mutating func readRow(_ row: CSVRow) {
    let rest = (codes.count..<max(codes.count, row.count)).allSatisfy {
      TextFolding.isBlank(row.text($0))
    }
    if hasOtherLayout { return }
    guard row.count >= codes.count, rest else {
      diagnostics.add(
        .error, "wrong-cell-count", line: row.line, printed: "\(row.count)",
        ja: "セルの数が列数（\(codes.count)）と違うため、行を読みません",
        en: "not as many cells as there are columns (\(codes.count)); the row is left out")
      return
    }
    diagnostics.addUnended(codes.count - 1, of: row)
    let area: StatisticalArea
    do throws(MunicipalityCodeError) {
      area = try .classify(
        code: row.text(codeColumn), prefecture: row.text(codeColumn + 1),
        name: keyColumns > codeColumn + 2 ? row.text(codeColumn + 2) : "")
    } catch {
      diagnostics.add(
        .error, "unreadable-code", line: row.line, cell: codeColumn + 1,
        printed: row.text(codeColumn),
        ja: "地域コードが正しくありません（\(error.reason.ja)）。行を読みません",
        en: "not the code of an area (\(error.reason.en)); the row is left out")
      return
    }
    let year = codeColumn == 1 ? Self.year(row.text(0)) : nil
    if codeColumn == 1, year == nil {
      diagnostics.add(
        .error, "missing-year", line: row.line, cell: 1, printed: row.text(0),
        ja: "行の年を読めません。行を読みません",
        en: "the year of the row cannot be read; the row is left out")
      return
    }
    var readings = columns.map { reading($0, row) }
    dropZeroPopulation(&readings, row)
    let read = SSDSETable.Row(area: area, readings: readings, line: row.line, year: year)
    let key = (area.code?.fiveDigits ?? area.name) + (year.map { "/\($0)" } ?? "")
    if let first = seen[key] {
      diagnostics.addSecondRow(
        isSame: rows[first].readings == read.readings, line: row.line, cell: 1, printed: area.name,
        first: rows[first].line,
        what: year == nil
          ? LocalizedText(ja: "地域", en: "area") : LocalizedText(ja: "地域と年", en: "area and year"))
      return
    }
    seen[key] = rows.count
    rows.append(read)
  }

  /// What a cell says; of the items known to count people, nothing that is no number of persons.
  private mutating func reading(_ column: SSDSETable.Column, _ row: CSVRow) -> Reading {
    let reading = PrintedCount.reading(row[column.cell - 1])
    let isNoCount =
      reading.wholeNumber != nil && reading.persons() == nil
      && Self.counts.contains(SocialIndicator(rawValue: column.code))
    guard isNoCount || reading == .missing(.unreadable) else { return reading }
    diagnostics.add(
      .error, "unreadable-cell", line: row.line, cell: column.cell,
      printed: row.text(column.cell - 1),
      ja: isNoCount ? "「\(column.code)」の値は人数ではありえません" : "「\(column.code)」の値を読めません",
      en: isNoCount
        ? "the value of \(column.code) can be no number of persons"
        : "the value of \(column.code) cannot be read")
    return .missing(.unreadable)
  }

  /// Takes a population of zero beside households or people of some age as unknown.
  ///
  /// Births and deaths beside it prove nothing: those of an evacuated town are registered there.
  private mutating func dropZeroPopulation(_ readings: inout [Reading], _ row: CSVRow) {
    let others = Self.census.subtracting([.population]).union([.households, .privateHouseholds])
    guard
      let index = columns.firstIndex(where: { $0.code == SocialIndicator.population.rawValue }),
      readings[index].wholeNumber == 0,
      let other = columns.indices.first(where: {
        others.contains(SocialIndicator(rawValue: columns[$0].code))
          && readings[$0].wholeNumber ?? 0 > 0
      })
    else { return }
    diagnostics.add(
      .warning, "zero-population", line: row.line, cell: columns[index].cell,
      printed: row.text(columns[index].cell - 1),
      ja: "人口が0ですが、\(columns[other].code)（\(columns[other].name)）は0ではありません。人口は不明とします",
      en:
        "the population is 0 beside \(columns[other].code) (\(columns[other].name)), which is not; it "
        + "is taken as unknown")
    readings[index] = .missing(.notAvailable)
  }

  mutating func finish(
    decoder: TextDecoder, parser: CSVParser
  ) throws(OpenDataError) -> SSDSETable {
    diagnostics.add(decoder, parser)
    guard !hasOtherLayout else {
      throw OpenDataError(
        code: .wrongFormat, document: document,
        expected: LocalizedText(
          ja: "1列目が地域コードの SSDSE（SSDSE-A など）",
          en: "SSDSE with the code of the area in the first column, such as SSDSE-A"),
        found: SSDSEEdition(codes.first ?? "").name)
    }
    guard !failed, !columns.isEmpty else {
      throw OpenDataError(
        code: .missingColumn, document: document,
        expected: LocalizedText("SSDSE-A-… | Code, Prefecture, Municipality, A1101"))
    }
    guard !rows.isEmpty else { throw OpenDataError(code: .noRows, document: document) }
    return SSDSETable(
      document: document, encoding: decoder.encoding ?? .utf8, diagnostics: diagnostics.all,
      edition: SSDSEEdition(codes.first ?? "").text, columns: columns, rows: rows,
      sheet: diagnostics.sheet)
  }
}
