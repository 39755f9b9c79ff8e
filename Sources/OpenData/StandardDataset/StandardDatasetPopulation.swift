public import MunicipalModel

/// 地域・年齢別人口 of 自治体標準オープンデータセット (推奨データセット), in any of its variants.
///
/// Columns are known by their names: the groups of ages up to 85歳以上 or 100歳以上, with 年齢不詳 or 不詳者
/// or without, one code column or several.
/// Source: デジタル庁, 自治体標準オープンデータセット.
public struct StandardDatasetPopulation: OpenDataFile, Hashable {
  /// The format.
  public static let formats: [OpenDataFormat] = [.standardDataset]

  /// The name of the file.
  public let document: DocumentID
  /// The encoding that the text was read in.
  public let encoding: TextEncoding
  /// What was noticed.
  public internal(set) var diagnostics: [Diagnostic]
  /// The rows in the order of the file.
  package let rows: [StandardDatasetRow]
  /// The sheet of a workbook; `nil` of a text.
  let sheet: String?

  /// What the figures count. The data set does not say whether foreign residents are among them.
  public var definition: PopulationDefinition {
    PopulationDefinition(
      stockDate: dates.last.map { String($0.description.dropFirst(5)) } ?? "",
      foreignResidents: .notStated, otherChange: .notStated, source: "地域・年齢別人口")
  }

  /// The days of the counts, the oldest first.
  public var dates: [CalendarDate] { Set(rows.compactMap(\.date)).sorted() }

  /// A reader that takes the file chunk by chunk.
  public static func reader(
    document: DocumentID, encoding: TextEncoding?
  ) -> OpenDataReader<Self> {
    OpenDataReader(TableAssembly(StandardRows(document), encoding: encoding))
  }

  /// The days that there are rows of a municipality of, the oldest first.
  ///
  /// - Parameter code: the municipality; `nil` for all.
  public func dates(of code: MunicipalityCode?) -> [CalendarDate] {
    Set(rows.filter { code == nil || municipalities.isEmpty || $0.code == code }.compactMap(\.date))
      .sorted()
  }

  /// The municipalities that the file names, in the order of their codes.
  public var municipalities: [MunicipalityCode] { Set(rows.compactMap(\.code)).sorted() }

  /// The municipalities with their names, each once.
  package var areas: [StatisticalArea] {
    var seen: Set<MunicipalityCode> = []
    return rows.compactMap { row in
      guard let code = row.code, seen.insert(code).inserted else { return nil }
      return try? .classify(code: code.sixDigits, name: row.name)
    }
  }

  /// The population of a whole municipality by age and sex on a day.
  ///
  /// The row of the whole is taken if there is one, known by its name or its figures, else the sum of
  /// its districts; never both.
  ///
  /// - Parameters:
  ///   - code: the municipality; `nil` if the file has one only.
  ///   - date: the day; `nil` for the newest.
  /// - Throws: ``OpenDataError`` with `not-in-file`, or with `no-age-table` if a district's ages cannot be
  ///   read, for then the sum would lack people, or if
  ///   nothing tells whether a row is the whole or a district, for then it might count people twice.
  public func population(
    of code: MunicipalityCode? = nil, on date: CalendarDate? = nil
  ) throws(OpenDataError) -> AgeTable {
    try sum(of: parts(of: code, on: date)).table
  }

  /// The population of a whole municipality by age and sex on a day, every count with its cells.
  ///
  /// Of a sum of districts every count has the cell of each district.
  ///
  /// - Parameters:
  ///   - code: the municipality; `nil` if the file has one only. If the file has no column of codes, its
  ///     rows are taken to be of this municipality.
  ///   - date: the day; `nil` for the newest.
  /// - Throws: ``OpenDataError``, as ``population(of:on:)`` does, also if no code is known.
  public func ages(
    of code: MunicipalityCode? = nil, on date: CalendarDate? = nil
  ) throws(OpenDataError) -> CitedAgeTable {
    let parts = try parts(of: code, on: date)
    let (sum, rows) = try sum(of: parts)
    let cells = rows.map { ages, row in
      ages.citations(
        document: document, sheet: sheet,
        headings: [row.name, row.district].filter { !$0.isEmpty })
    }
    guard let municipality = code ?? parts.first?.code,
      let table = CitedAgeTable(
        municipality: municipality, statistic: .standardDataset, table: sum,
        citations: cells.flatMap(\.counts), notReportedCitations: cells.flatMap(\.notReported))
    else { throw needsCode }
    return table
  }

  private var needsCode: OpenDataError {
    OpenDataError(
      code: .notInFile, document: document,
      expected: LocalizedText(ja: "団体コードの指定", en: "the code of a municipality"),
      found: LocalizedText(municipalities.map(\.sixDigits).prefix(5).joined(separator: ", ")))
  }

  /// The row of the whole, or the rows of all districts.
  private func parts(
    of code: MunicipalityCode?, on date: CalendarDate?
  ) throws(OpenDataError) -> [StandardDatasetRow] {
    let codes = municipalities
    guard !dates.isEmpty else {
      throw OpenDataError(
        code: .missingPeriod, document: document, expected: LocalizedText("調査年月日"),
        diagnostics: diagnostics)
    }
    guard let date = date ?? dates.last, code != nil || codes.count <= 1 else { throw needsCode }
    let own = rows.filter {
      $0.date == date && (code == nil || codes.isEmpty || $0.code == code)
    }
    let wholes = own.filter { $0.scope == .municipality && $0.ages != nil }
    if let whole = wholes.first {
      if let other = wholes.first(where: { $0.ages?.counts != whole.ages?.counts }) {
        throw isUnclear(other)
      }
      return [whole]
    }
    let districts = own.filter { $0.scope == .district }
    if districts.isEmpty, let whole = own.first(where: { $0.scope == .municipality }) {
      let reasons = diagnostics.reasons(atLine: whole.line)
      throw OpenDataError(
        code: .noAgeTable, document: document, line: whole.line,
        found: reasons.first?.message ?? LocalizedText(whole.name), diagnostics: reasons)
    }
    guard !districts.isEmpty else {
      throw OpenDataError(
        code: .notInFile, document: document, found: LocalizedText(date.description))
    }
    // A sum that may count the whole beside its parts would count people twice.
    let sums = DistrictSums(districts)
    if districts.count > 1, let row = districts.first(where: { $0.isUnnamed || sums.areTwice($0) })
    {
      throw isUnclear(row)
    }
    return districts
  }

  private func isUnclear(_ row: StandardDatasetRow) -> OpenDataError {
    OpenDataError(
      code: .noAgeTable, document: document, line: row.line,
      found: LocalizedText(
        ja: "全体の行か地域の行か分かりません", en: "a row of the whole or of a district; nothing tells which"))
  }

  private func sum(
    of parts: [StandardDatasetRow]
  ) throws(OpenDataError) -> (table: AgeTable, rows: [(PrintedAges, StandardDatasetRow)]) {
    var rows: [(ages: PrintedAges, row: StandardDatasetRow)] = []
    for part in parts {
      guard let ages = part.printedAges else {
        throw OpenDataError(
          code: .noAgeTable, document: document, line: part.line,
          found: LocalizedText(part.district), diagnostics: diagnostics.reasons(atLine: part.line))
      }
      rows.append((ages, part))
    }
    do throws(AgeTableError) {
      let table = try AgeTable.sum(
        of: rows.map(\.ages.table), period: parts.first?.date.map { .date($0) })
      return (table, rows)
    } catch {
      throw OpenDataError(
        code: .noAgeTable, document: document, found: error.message)
    }
  }
}
