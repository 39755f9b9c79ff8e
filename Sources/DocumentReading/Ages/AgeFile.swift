public import MunicipalModel

/// A tidy file of counts by sex and age: one row a municipality, period, sex and group of ages.
///
/// Columns, found by name in any order; other columns are left out and named in ``otherColumns``:
/// - `municipality_code`: 全国地方公共団体コード of 5 or 6 digits.
/// - `period`: a day (`2010-10-01`), a year (`2010`, `CY2010`, 平成22年) or a fiscal year (`FY2010`, 平成22年度).
/// - `sex`: `male`, `female` or `both` (男, 女, 男女計).
/// - `age_from`, `age_to`: completed years; `age_to` is blank in an open-ended group, or `age_from` holds
///   the whole group (0～4歳), `not_reported` (年齢不詳) or `total` (総数), which must be the sum.
/// - one column a measure, named as `AgeMeasure`: `population`, `in_migrants`, `out_migrants`, `births`,
///   `deaths`, `net_migrants`; in persons.
/// - `statistic`: the name of the statistic; the column may be missing.
///
/// A plain table of a population is taken too: a column of ages (`age`, 年齢: single years, or groups such as `0-4`, 85歳以上)
/// and columns of men and women (`male`, `female`; 男, 女), of both together (計), or all three; perhaps with a column
/// of the year or of the municipality. What no column tells is said with the file.
///
/// UTF-8 with or without a byte order mark; LF, CRLF or CR; commas or tabs; quoted fields.
public struct AgeFile: Sendable {
  /// The name of the file, which errors and citations tell.
  public let id: DocumentID
  /// The columns that are not read.
  public let otherColumns: [String]
  private let rows: [Row]
  private let columns: [String]
  /// Whether it is a plain table, which counts a population.
  private let isPlain: Bool
  /// The rows whose keys cannot be read.
  private let faults: AgeFileFaults

  /// A row whose keys have been read.
  struct Row {
    let line: Int
    let municipality: MunicipalityCode
    let period: Period
    let sex: Sex
    let age: AgeLabel
    let statistic: String
    let cells: [String]
    /// The column of the count where it is not that of the measure, as in a plain table.
    var countColumn: Int?
  }

  private static let keys = ["municipality_code", "period", "sex", "age_from", "age_to"]
  private static let known = Set(keys + ["statistic"] + AgeMeasure.allCases.map(\.rawValue))

  /// Reads the keys of all rows.
  ///
  /// Rows that cannot be read are told by `tables(of:)`, all of them together.
  ///
  /// - Parameters:
  ///   - id: the name of the file.
  ///   - bytes: its bytes.
  ///   - municipality: the municipality of a plain table without a column of it.
  ///   - period: the time of a plain table without a column of it.
  /// - Throws: ``AgeFileError``, naming the line, if the file is no text, or its heading or its quotes are
  ///   damaged, or with `missing-municipality` or `missing-period` if nothing tells them.
  public init(
    id: DocumentID, bytes: [UInt8], municipality: MunicipalityCode? = nil, period: Period? = nil
  ) throws(AgeFileError) {
    let rows = try Self.table(id, bytes)
    guard let heading = rows.first else { throw AgeFileError(code: .empty, file: id) }
    if !heading.cells.contains(where: { Self.keys.contains(TextFolding.trimmed($0).lowercased()) }),
      let plain = PlainAgeHeading(heading.cells)
    {
      try self.init(
        id, plain: plain, heading: heading, rows: Array(rows.dropFirst()),
        municipality: municipality, period: period)
      return
    }
    let columns = heading.cells.map { TextFolding.trimmed($0).lowercased() }
    for (index, column) in columns.enumerated()
    where Self.known.contains(column) && columns[..<index].contains(column) {
      throw AgeFileError(code: .repeatedColumn, file: id, line: heading.line, column: column)
    }
    var positions: [Int] = []
    for key in Self.keys {
      guard let position = columns.firstIndex(of: key) else {
        throw AgeFileError(
          code: .missingColumn, file: id, line: heading.line, column: key,
          text: columns.joined(separator: ", "))
      }
      positions.append(position)
    }
    guard rows.count > 1 else { throw AgeFileError(code: .noRows, file: id) }
    let statistic = columns.firstIndex(of: "statistic")
    var read: [Row] = []
    var faults = AgeFileFaults()
    read.reserveCapacity(rows.count - 1)
    for row in rows.dropFirst() {
      guard row.cells.count == columns.count else {
        faults.add(
          AgeFileError(
            code: .wrongCellCount, file: id, line: row.line,
            text: "\(row.cells.count), \(columns.count)"))
        continue
      }
      let reader = AgeFileRow(file: id, line: row.line, cells: positions.map { row.cells[$0] })
      let municipality = faults.attempt(reader.municipality)
      let period = faults.attempt(reader.period)
      let sex = faults.attempt(reader.sex)
      let age = faults.attempt(reader.age)
      guard let municipality, let period, let sex, let age else { continue }
      read.append(
        Row(
          line: row.line, municipality: municipality, period: period, sex: sex, age: age,
          statistic: statistic.map { TextFolding.trimmed(row.cells[$0]) } ?? "",
          cells: row.cells))
    }
    self.init(
      id: id, otherColumns: columns.filter { !Self.known.contains($0) }, rows: read,
      columns: columns, isPlain: false, faults: faults)
  }

  private init(
    id: DocumentID, otherColumns: [String], rows: [Row], columns: [String], isPlain: Bool,
    faults: AgeFileFaults
  ) {
    self.id = id
    self.otherColumns = otherColumns
    self.rows = rows
    self.columns = columns
    self.isPlain = isPlain
    self.faults = faults
  }

  /// Reads a text that is already in memory.
  ///
  /// - Throws: ``AgeFileError``, as of bytes.
  public init(
    id: DocumentID, text: String, municipality: MunicipalityCode? = nil, period: Period? = nil
  ) throws(AgeFileError) {
    try self.init(
      id: id, bytes: Array(text.utf8), municipality: municipality, period: period)
  }

  /// Reads a plain table.
  init(
    _ id: DocumentID, plain: PlainAgeHeading, heading: DelimitedText.Row,
    rows: [DelimitedText.Row], municipality: MunicipalityCode?, period: Period?
  ) throws(AgeFileError) {
    func fault(_ code: AgeFileError.Code, _ column: String? = nil) -> AgeFileError {
      AgeFileError(code: code, file: id, line: heading.line, column: column)
    }
    if let repeated = plain.repeatedColumn {
      throw fault(.repeatedColumn, heading.cells[repeated])
    }
    guard plain.municipality != nil || municipality != nil else {
      throw fault(.missingMunicipality)
    }
    guard plain.isDated || period != nil else { throw fault(.missingPeriod) }
    guard !rows.isEmpty else { throw AgeFileError(code: .noRows, file: id) }
    var faults = AgeFileFaults()
    let read = PlainAgeRows(
      file: id, heading: plain, headings: heading.cells, municipality: municipality, period: period
    ).read(rows, &faults)
    self.init(
      id: id, otherColumns: plain.others.map { TextFolding.trimmed(heading.cells[$0]) }, rows: read,
      columns: heading.cells, isPlain: true, faults: faults)
  }

  private static func table(
    _ id: DocumentID, _ bytes: [UInt8]
  ) throws(AgeFileError) -> [DelimitedText.Row] {
    do throws(DocumentError) {
      try DocumentText.check(bytes, of: id)
    } catch {
      throw AgeFileError(
        code: error.code == .empty ? .empty : .notText, file: id, line: error.line,
        text: error.found.en.isEmpty ? nil : error.found.en)
    }
    do throws(CSVIssue) {
      return try DelimitedText(bytes).rows
    } catch {
      throw AgeFileError(
        code: .init(rawValue: error.kind.rawValue), file: id, line: error.line)
    }
  }

  /// Whether the file has the column of a measure.
  public func has(_ measure: AgeMeasure) -> Bool { column(of: measure) != nil }

  /// The column of a measure; of a plain table any, for each row knows its own.
  private func column(of measure: AgeMeasure) -> Int? {
    isPlain ? (measure == .population ? 0 : nil) : columns.firstIndex(of: measure.rawValue)
  }

  /// The tables of one measure, one for each municipality, period and statistic, as they first appear.
  ///
  /// A table has men and women, or both sexes together; where it has all three, they must agree and the
  /// sum is left out.
  ///
  /// - Throws: ``AgeFileError``, naming the lines of the rows that are unreadable, given twice, overlap,
  ///   leave a gap, lack a sex or are below zero.
  public func tables(of measure: AgeMeasure) throws(AgeFileError) -> [CitedAgeTable] {
    try tables(of: [measure])[0]
  }

  /// The tables of some measures, as `tables(of:)` gives those of one.
  ///
  /// - Throws: ``AgeFileError``, naming the bad rows of all measures together.
  public func tables(of measures: [AgeMeasure]) throws(AgeFileError) -> [[CitedAgeTable]] {
    var found: [(measure: AgeMeasure, column: Int)] = []
    for measure in measures {
      guard let column = column(of: measure) else {
        throw AgeFileError(
          code: .missingColumn, file: id, line: 1, column: measure.rawValue,
          text: columns.joined(separator: ", "))
      }
      found.append((measure, column))
    }
    var faults = self.faults
    faults.addDoubled(rows, in: id)
    for (measure, column) in found { faults.addCounts(of: measure, in: column, of: rows, in: id) }
    // A table that lacks a bad row would only seem to have a gap.
    if let error = faults.error { throw error }
    let groups = self.groups
    var tables: [[CitedAgeTable]] = []
    for (measure, column) in found {
      tables.append(
        groups.compactMap { rows in
          faults.attempt { () throws(AgeFileError) in
            try AgeFileAssembly(file: id, measure: measure, column: column, of: rows[0])
              .table(of: rows)
          }
        })
    }
    if let error = faults.error { throw error }
    return tables
  }

  /// The rows of each municipality, period and statistic, as they first appear.
  private var groups: [[Row]] {
    struct Key: Hashable {
      let municipality: MunicipalityCode
      let period: Period
      let statistic: String
    }
    var order: [Key] = []
    var groups: [Key: [Row]] = [:]
    for row in rows {
      let key = Key(municipality: row.municipality, period: row.period, statistic: row.statistic)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(row)
    }
    return order.compactMap { groups[$0] }
  }
}
