public import MunicipalModel

/// SSDSE (教育用標準データセット, 統計センター): one row an area, one column an item of one year.
///
/// A row of codes, a row of years, a row of names, then the rows. The columns of one file are of different
/// years, and the population is that of the census, so no rate is formed of them unasked.
/// Source: 独立行政法人統計センター, SSDSE-A（市区町村）.
public struct SSDSETable: OpenDataFile, Hashable {
  /// The format.
  public static let formats: [OpenDataFormat] = [.ssdse]

  /// One column of figures.
  public struct Column: Hashable, Sendable, Codable {
    /// The code of the item, such as `A1101`.
    public let code: String
    /// The name, such as 総人口.
    public let name: String
    /// The year over the column, which the file calls 年度 for all; `nil` if there is none.
    public let year: Int?
    /// The position in the line, from 1.
    public let cell: Int
  }

  /// One area.
  public struct Row: Hashable, Sendable {
    /// The area.
    public let area: StatisticalArea
    /// What the cells say, in the order of the columns.
    public let readings: [Reading]
    /// The line, from 1.
    public let line: Int
  }

  /// The name of the file.
  public let document: DocumentID
  /// The encoding that the text was read in.
  public let encoding: TextEncoding
  /// What was noticed.
  public let diagnostics: [Diagnostic]
  /// The name of the edition, such as `SSDSE-A-2026`.
  public let edition: String
  /// The columns of figures.
  public let columns: [Column]
  /// The rows in the order of the file.
  public let rows: [Row]

  /// A reader that takes the file chunk by chunk.
  public static func reader(
    document: DocumentID, encoding: TextEncoding?
  ) -> OpenDataReader<Self> {
    OpenDataReader(CSVAssembly(SSDSERows(document), encoding: encoding))
  }

  /// The figures of an item for every area; empty if the file has no such column.
  public func figures(_ item: SocialIndicator) -> [AreaFigure] {
    guard let index = columns.firstIndex(where: { $0.code == item.rawValue }) else { return [] }
    let column = columns[index]
    return rows.map { row in
      AreaFigure(
        area: row.area, period: column.year.map { .fiscalYear($0) },
        reading: row.readings[index],
        citation: Citation(
          document: document, line: row.line, cell: column.cell, headings: [row.area.name],
          printed: row.readings[index].value?.description ?? ""))
    }
  }
}

/// Puts SSDSE together from its rows.
struct SSDSERows: RowAssembly {
  let document: DocumentID
  private var diagnostics: DiagnosticList
  private var codes: [String] = []
  private var years: [String] = []
  private var names: [String] = []
  private var columns: [SSDSETable.Column] = []
  private var rows: [SSDSETable.Row] = []
  private var seen: [String: Int] = [:]
  private var headerLines = 0
  private var failed = false

  /// The columns before the first item: code, prefecture, and in SSDSE-A the municipality.
  private var keyColumns = 3

  init(_ document: DocumentID) {
    self.document = document
    diagnostics = DiagnosticList(document)
  }

  mutating func add(_ row: inout CSVRow) {
    if row.isBlank || failed { return }
    if codes.isEmpty {
      codes = row.texts.map { TextFolding.trimmed($0) }
      failed = codes.first?.hasPrefix("SSDSE") != true
      headerLines = row.line
      keyColumns = codes.firstIndex { Self.isItemCode($0) } ?? codes.count
      return
    }
    if columns.isEmpty {
      readHeader(row)
    } else {
      readRow(row)
    }
  }

  /// A letter and digits, such as A1101 or I510120.
  private static func isItemCode(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count >= 4, let first = bytes.first, (0x41...0x5A).contains(first) else {
      return false
    }
    return bytes.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
  }

  /// The row of years says 年度 or 年; the row of names comes last. Either may be absent.
  private mutating func readHeader(_ row: CSVRow) {
    let texts = row.texts.map { TextFolding.trimmed($0) }
    if years.isEmpty, texts.contains(where: { $0 == "年度" || $0 == "年" || $0 == "Year" }) {
      years = texts
      return
    }
    let isArea = (try? StatisticalArea.classify(code: texts.first ?? "", name: "")) ?? nil
    let isData = isArea?.code != nil
    if !isData { names = texts }
    for (index, code) in codes.enumerated() where index >= keyColumns {
      func cell(_ list: [String]) -> String { index < list.count ? list[index] : "" }
      columns.append(
        SSDSETable.Column(
          code: code, name: cell(names), year: Int(TextFolding.key(cell(years))),
          cell: index + 1))
      if !years.isEmpty, columns.last?.year == nil {
        diagnostics.add(
          .warning, "missing-year", line: row.line, cell: index + 1, printed: cell(years),
          ja: "列の年を読めません", en: "the year of the column cannot be read")
      }
      if !Self.isItemCode(code) {
        diagnostics.add(
          .info, "unknown-column", line: headerLines, cell: index + 1, printed: code,
          ja: "項目コードの形でない列です", en: "the heading is not the code of an item")
      }
    }
    if columns.isEmpty { failed = true }
    if isData { readRow(row) }
  }

  private mutating func readRow(_ row: CSVRow) {
    guard row.count == codes.count else {
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
        code: row.text(0), prefecture: row.text(1), name: keyColumns > 2 ? row.text(2) : "")
    } catch {
      diagnostics.add(
        .error, "unreadable-code", line: row.line, cell: 1, printed: row.text(0),
        ja: "地域コードが正しくありません（\(error.code.rawValue)）。行を読みません",
        en: "not the code of an area (\(error.code.rawValue)); the row is left out")
      return
    }
    let key = area.code?.fiveDigits ?? area.name
    if let first = seen[key] {
      diagnostics.add(
        .warning, "doubled-row", line: row.line, cell: 1, printed: area.name,
        ja: "\(first)行目と同じ地域の行です。初めの行を使います",
        en: "a second row of the area in line \(first), whose figures are used")
      return
    }
    seen[key] = row.line
    let readings = columns.map { column in
      let reading = PrintedCount.reading(row[column.cell - 1])
      if reading == .missing(.unreadable) {
        diagnostics.add(
          .error, "unreadable-cell", line: row.line, cell: column.cell,
          printed: row.text(column.cell - 1), ja: "「\(column.code)」の値を読めません",
          en: "the value of \(column.code) cannot be read")
      }
      return reading
    }
    rows.append(SSDSETable.Row(area: area, readings: readings, line: row.line))
  }

  mutating func finish(
    decoder: TextDecoder, parser: CSVParser
  ) throws(OpenDataError) -> SSDSETable {
    diagnostics.add(decoder, parser)
    guard !failed, !columns.isEmpty else {
      throw OpenDataError(
        code: .missingColumn, document: document,
        expected: LocalizedText("SSDSE-A-…, Prefecture, Municipality, A1101"))
    }
    guard !rows.isEmpty else { throw OpenDataError(code: .noRows, document: document) }
    return SSDSETable(
      document: document, encoding: decoder.encoding ?? .utf8, diagnostics: diagnostics.all,
      edition: codes.first ?? "", columns: columns, rows: rows)
  }
}
