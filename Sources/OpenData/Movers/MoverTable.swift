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
    let row = found.count > 1 ? found.first { $0.item.contains("他市区町村") } : found.first
    guard let row else {
      throw OpenDataError(
        code: .notInFile, document: document,
        expected: LocalizedText(
          ja: "\(code) \(measure.label.ja) \(period?.label.ja ?? "")",
          en: "\(code), \(measure.label.en), \(period?.label.en ?? "")"),
        found: LocalizedText(found.map(\.item).joined(separator: ", ")))
    }
    return row
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
  /// - Throws: ``OpenDataError`` with `not-in-file`, `different-definition` or `no-age-table`.
  public static func registeredYear(
    of code: MunicipalityCode, inMigrants: MoverTable, outMigrants: MoverTable,
    nationality: MoverRow.Nationality, period: Period? = nil, stock: AgeTable,
    residents: PopulationDefinition.ForeignResidents
  ) throws(OpenDataError) -> RegisteredYear {
    let arrivals = try inMigrants.row(code, .inMigrants, nationality: nationality, in: period)
    let departures = try outMigrants.row(
      code, .outMigrants, nationality: nationality, in: period ?? arrivals.period)
    guard residents == nationality.foreignResidents else {
      throw OpenDataError(
        code: .differentDefinition, document: inMigrants.document,
        expected: LocalizedText(
          ja: "外国人住民: \(nationality.foreignResidents.rawValue)",
          en: "foreign residents \(nationality.foreignResidents.rawValue)"),
        found: LocalizedText(
          ja: "外国人住民: \(residents.rawValue)", en: "foreign residents \(residents.rawValue)"))
    }
    guard let arriving = arrivals.ages, let leaving = departures.ages else {
      throw OpenDataError(
        code: .noAgeTable, document: inMigrants.document,
        line: arrivals.ages == nil ? arrivals.line : departures.line)
    }
    do {
      let common = try AgeClassification.common([arriving.ages, leaving.ages, stock.ages])
      let tables = try [arriving, leaving, stock].map {
        try $0.resolvingAgeNotReported(.proportionalWithinSex).regrouped(to: common)
      }
      return try RegisteredYear(
        inMigrants: tables[0], outMigrants: tables[1], exposure: .previousYearEnd(tables[2]))
    } catch {
      throw OpenDataError(
        code: .noAgeTable, document: inMigrants.document, found: LocalizedText("\(error)"))
    }
  }
}

extension AgeClassification {
  /// The finest groups that all of some classifications can be brought to without splitting.
  ///
  /// - Throws: `AgeTableError` with `no-rows` if there is none.
  public static func common(
    _ classifications: [AgeClassification]
  ) throws(AgeTableError) -> AgeClassification {
    guard let first = classifications.first else { throw AgeTableError(code: .noRows) }
    let starts = classifications.dropFirst().reduce(Set(first.groups.map(\.lowerAge))) {
      $0.intersection($1.groups.map(\.lowerAge))
    }.sorted()
    let isOpen = classifications.allSatisfy { $0.openGroup != nil }
    let last = classifications.compactMap { $0.groups.last?.upperAge }.min()
    var groups: [AgeGroup] = []
    for (index, start) in starts.enumerated() {
      if index + 1 < starts.count {
        if let group = AgeGroup(start, through: starts[index + 1] - 1) { groups.append(group) }
      } else if isOpen {
        if let group = AgeGroup(andOver: start) { groups.append(group) }
      } else if let last, let group = AgeGroup(start, through: last) {
        groups.append(group)
      }
    }
    return try AgeClassification(groups)
  }
}
