public import Demography
public import MunicipalModel
public import OpenData

extension MoverTable {
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
  /// - Throws: ``OpenData/OpenDataError`` with `not-in-file`, `different-items` if the files count movers from and to
  ///   different places, `different-definition`, `wrong-day` if the stock is told
  ///   to be of another day than the last of the year before or the first of the year, or `no-age-table`.
  public static func registeredYear(
    of code: MunicipalityCode, inMigrants: MoverTable, outMigrants: MoverTable,
    nationality: MoverTable.Row.Nationality, period: Period? = nil, stock: AgeTable,
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
    of stock: AgeTable, for movers: MoverTable.Row, in document: DocumentID
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
