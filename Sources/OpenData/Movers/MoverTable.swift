public import Demography
public import MunicipalModel

/// 住民基本台帳人口移動報告 as exported from e-Stat: movers by sex and five-year age for each area.
///
/// In-migrants and out-migrants are two files with different columns.
/// Source: 総務省統計局, 住民基本台帳人口移動報告.
public struct MoverTable: OpenDataFile, Hashable {
  /// The format.
  public static let formats: [OpenDataFormat] = [.movers]

  /// The name of the file.
  public let document: DocumentID
  /// The encoding that the text was read in.
  public let encoding: TextEncoding
  /// What was noticed.
  public let diagnostics: [Diagnostic]
  /// The rows in the order of the file.
  public let rows: [MoverRow]

  /// A reader that takes the file chunk by chunk.
  public static func reader(
    document: DocumentID, encoding: TextEncoding?
  ) -> OpenDataReader<Self> {
    OpenDataReader(CSVAssembly(MoverRows(document), encoding: encoding))
  }

  /// The years, the oldest first.
  public var periods: [Period] { Set(rows.compactMap(\.period)).sorted() }

  /// The row of a municipality, a ward or a prefecture.
  ///
  /// - Parameters:
  ///   - code: the area.
  ///   - measure: in- or out-migrants.
  ///   - nationality: which movers.
  ///   - period: the year; `nil` for the newest.
  ///   - item: what the table calls the figures, if it has several of the measure; by default the movers
  ///     from and to other municipalities (他市区町村).
  /// - Throws: ``OpenDataError`` with `not-in-file`, also if it is not clear which item is meant.
  public func row(
    _ code: MunicipalityCode, _ measure: AgeMeasure, nationality: MoverRow.Nationality,
    in period: Period? = nil, item: String? = nil
  ) throws(OpenDataError) -> MoverRow {
    let period = period ?? periods.last
    let found = rows.filter {
      $0.area.code == code && $0.measure == measure && $0.nationality == nationality
        && $0.period == period && (item == nil || $0.item == item)
    }
    guard let row = Self.meant(of: found) else {
      throw notInFile(code, measure, nationality, period?.label, found)
    }
    return row
  }

  /// Of several items of a measure, the movers from and to other municipalities; a lone one is taken.
  static func meant(of found: [MoverRow]) -> MoverRow? {
    found.count > 1 ? found.first { $0.item.contains("他市区町村") } : found.first
  }

  /// Says which row is not there, and which items of the municipality or the file there are.
  func notInFile(
    _ code: MunicipalityCode, _ measure: AgeMeasure, _ nationality: MoverRow.Nationality,
    _ period: LocalizedText?, _ found: [MoverRow]
  ) -> OpenDataError {
    let who = nationality.label
    let own = rows.filter { $0.area.code == code }
    var items: [String] = []
    for row in found.isEmpty ? (own.isEmpty ? rows : own) : found {
      let item = "\(row.item) \(row.period?.code ?? "")"
      if items.count < 4, !items.contains(item) { items.append(item) }
    }
    return OpenDataError(
      code: .notInFile, document: document,
      expected: LocalizedText(
        ja: [code.sixDigits, measure.label.ja, who.ja, period?.ja].compactMap(\.self)
          .joined(separator: " "),
        en: [code.sixDigits, measure.label.en, who.en, period?.en].compactMap(\.self)
          .joined(separator: ", ")),
      found: LocalizedText(items.joined(separator: ", ")))
  }

  /// The registered movers of a municipality with the population that they are set against.
  ///
  /// The ages are brought to the groups that the movers and the population have in common. People of
  /// unknown age are shared out within their sex.
  ///
  /// - Parameters:
  ///   - inMigrants: the table of in-migrants.
  ///   - outMigrants: the table of out-migrants.
  ///   - stock: the population by age and sex at the end of the year before.
  ///   - residents: whether the stock counts foreign residents; it must count those whom the movers
  ///     count, or rates would divide some people by others.
  /// - Throws: ``OpenDataError`` with `not-in-file`, `different-items` if the files count movers from and to
  ///   different places, `different-definition`, `wrong-day` if the stock is told
  ///   to be of another day than the last of the year before or the first of the year, or `no-age-table`.
  public static func registeredYear(
    of code: MunicipalityCode, inMigrants: MoverTable, outMigrants: MoverTable,
    nationality: MoverRow.Nationality, period: Period? = nil, stock: AgeTable,
    residents: PopulationDefinition.ForeignResidents
  ) throws(OpenDataError) -> RegisteredYear {
    let arrivals = try inMigrants.row(code, .inMigrants, nationality: nationality, in: period)
    let departures = try outMigrants.row(
      code, .outMigrants, nationality: nationality, in: period ?? arrivals.period)
    try inMigrants.check([arrivals], against: [departures], of: outMigrants.document)
    try nationality.check(residents, in: inMigrants.document)
    try checkDay(of: stock, for: arrivals, in: inMigrants.document)
    guard let arriving = arrivals.ages, let leaving = departures.ages else {
      throw OpenDataError(
        code: .noAgeTable, document: inMigrants.document,
        line: arrivals.ages == nil ? arrivals.line : departures.line)
    }
    func refused(
      _ reason: LocalizedText, _ code: OpenDataError.Code = .noAgeTable
    ) -> OpenDataError {
      OpenDataError(
        code: code, document: inMigrants.document, line: arrivals.line, found: reason)
    }
    var tables: [AgeTable] = []
    do throws(AgeTableError) {
      let common = try AgeClassification.common([arriving.ages, leaving.ages, stock.ages])
      for table in [arriving, leaving, stock] {
        tables.append(
          try table.resolvingAgeNotReported(.proportionalWithinSex).regrouped(to: common))
      }
    } catch {
      throw refused(error.message)
    }
    do throws(AgeMethodError) {
      return try RegisteredYear(
        inMigrants: tables[0], outMigrants: tables[1], exposure: .previousYearEnd(tables[2]))
    } catch {
      throw refused(error.message, error.code == .missingPopulation ? .wrongDay : .noAgeTable)
    }
  }

  /// Refuses a stock that is not that of the end of the year before.
  private static func checkDay(
    of stock: AgeTable, for movers: MoverRow, in document: DocumentID
  ) throws(OpenDataError) {
    guard case .date(let day)? = stock.period, case .calendarYear(let year)? = movers.period,
      let first = CalendarDate(year: year, month: 1, day: 1),
      let last = CalendarDate(year: year - 1, month: 12, day: 31)
    else { return }
    guard day == first || day == last else {
      throw OpenDataError(
        code: .wrongDay, document: document,
        expected: LocalizedText(ja: "\(last) か \(first) の人口", en: "a stock of \(last) or \(first)"),
        found: LocalizedText(day.description))
    }
  }
}
