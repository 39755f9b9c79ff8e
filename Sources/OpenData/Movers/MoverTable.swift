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
  public internal(set) var diagnostics: [Diagnostic]
  /// The rows in the order of the file.
  public let rows: [MoverTable.Row]
  /// The sheet of a workbook; `nil` of a text.
  let sheet: String?

  /// A reader that takes the file chunk by chunk.
  public static func reader(
    document: DocumentID, encoding: TextEncoding?
  ) -> OpenDataReader<Self> {
    OpenDataReader(TableAssembly(MoverRows(document), encoding: encoding))
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
    _ code: MunicipalityCode, _ measure: AgeMeasure, nationality: MoverTable.Row.Nationality,
    in period: Period? = nil, item: String? = nil
  ) throws(OpenDataError) -> MoverTable.Row {
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
  static func meant(of found: [MoverTable.Row]) -> MoverTable.Row? {
    found.count > 1 ? found.first { $0.item.contains("他市区町村") } : found.first
  }

  /// Says which row is not there, and which items of the municipality or the file there are.
  func notInFile(
    _ code: MunicipalityCode, _ measure: AgeMeasure, _ nationality: MoverTable.Row.Nationality,
    _ period: LocalizedText?, _ found: [MoverTable.Row]
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
}
