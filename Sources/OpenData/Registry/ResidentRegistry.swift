public import MunicipalModel

/// 住民基本台帳に基づく人口、人口動態及び世帯数 (総務省), the municipal sheet as CSV.
///
/// The stock is that of 1 January, the flows are those of the calendar year before; up to 2012 they are
/// those of 31 March and the fiscal year. その他 is inside the social change.
/// Source: 総務省自治行政局住民制度課.
public struct ResidentRegistry: OpenDataFile, Hashable {
  /// The format.
  public static let formats: [OpenDataFormat] = [.residentRegistry]

  /// The name of the file.
  public let document: DocumentID
  /// The encoding that the text was read in.
  public let encoding: TextEncoding
  /// What was noticed.
  public internal(set) var diagnostics: [Diagnostic]
  /// The title of the sheet, as printed.
  public let title: String
  /// The day of the stock.
  public let stockDate: CalendarDate
  /// The year of the flows.
  public let period: Period
  /// What the figures count.
  public let definition: PopulationDefinition
  /// The rows in the order of the file: the nation, prefectures, sums, wards and municipalities.
  public let rows: [ResidentRegistry.Row]
  /// Why no rate should be formed of the sheet, if there is a reason.
  public let withheldRates: RateWithholding?
  /// The positions of the rows by the number of their code.
  let positions: [Int: Int]

  /// A reader that takes the file chunk by chunk.
  public static func reader(
    document: DocumentID, encoding: TextEncoding?
  ) -> OpenDataReader<Self> {
    OpenDataReader(TableAssembly(RegistryRows(document), encoding: encoding))
  }

  /// The rows of the 1,741 municipalities, each person being counted once.
  public var municipalities: [ResidentRegistry.Row] { rows.filter(\.area.isMunicipality) }

  /// The row of the nation, if there is one.
  public var nation: ResidentRegistry.Row? { rows.first { $0.area.kind == .nation } }

  /// The row of a prefecture, if there is one.
  public func prefecture(_ prefecture: Prefecture) -> ResidentRegistry.Row? {
    // By places: a search by rows would copy each.
    rows.indices.first {
      rows[$0].area.kind == .prefecture && rows[$0].area.prefecture == prefecture
    }.map { rows[$0] }
  }

  /// The row of a municipality or a ward, if there is one.
  public func row(_ code: MunicipalityCode) -> ResidentRegistry.Row? {
    positions[code.number].map { rows[$0] }
  }

  /// One year of an area as an account.
  ///
  /// The opening stock is the population less its change, as far as both are printed.
  public func account(of row: ResidentRegistry.Row) -> PopulationAccount {
    var opening: TracedNumber?
    if let closing = row.traced(.population), let change = row.change {
      opening = TracedNumber(
        closing.value - change.value, sources: closing.sources + change.sources,
        formula: LocalizedText(ja: "人口 − 増減数", en: "population − total change"))
    }
    return account(of: row, opening: opening)
  }

  package func account(of row: ResidentRegistry.Row, opening: TracedNumber?) -> PopulationAccount {
    // Beside a balance that cannot be read, births and deaths may be the figures of other columns.
    let hasNatural = !row.isUnreadable(.naturalChange)
    return PopulationAccount(
      period: period, definition: definition, openingStock: opening,
      closingStock: row.traced(.population), births: hasNatural ? row.traced(.births) : nil,
      deaths: hasNatural ? row.traced(.deaths) : nil, naturalChange: row.traced(.naturalChange),
      inMigrants: row.traced(.inMigrants), outMigrants: row.traced(.outMigrants),
      socialChange: row.socialChange, totalChange: row.traced(.totalChange))
  }
}
