public import MunicipalModel

/// 地域・年齢別人口 of 自治体標準オープンデータセット (推奨データセット), in any of its variants.
///
/// Columns are known by their names: the groups of ages up to 85歳以上 or 100歳以上, with 年齢不詳 or 不詳者
/// or without, one code column or several.
/// Source: デジタル庁, 自治体標準オープンデータセット.
public struct StandardPopulation: OpenDataFile, Hashable {
  /// The format.
  public static let formats: [OpenDataFormat] = [.standardDataset]

  /// The name of the file.
  public let document: DocumentID
  /// The encoding that the text was read in.
  public let encoding: TextEncoding
  /// What was noticed.
  public let diagnostics: [Diagnostic]
  /// The rows in the order of the file.
  public let rows: [StandardPopulationRow]

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
    OpenDataReader(CSVAssembly(StandardRows(document), encoding: encoding))
  }

  /// The population of a whole municipality by age and sex on a day.
  ///
  /// The row of the whole is taken if there is one, else the sum of its districts; never both.
  ///
  /// - Parameters:
  ///   - code: the municipality; `nil` if the file has one only.
  ///   - date: the day; `nil` for the newest.
  /// - Throws: ``OpenDataError`` with `not-in-file`, or with `no-age-table` if a district's ages cannot be
  ///   read, for then the sum would lack people.
  public func population(
    of code: MunicipalityCode? = nil, on date: CalendarDate? = nil
  ) throws(OpenDataError) -> AgeTable {
    let codes = Set(rows.compactMap(\.code))
    guard let date = date ?? dates.last, code != nil || codes.count <= 1 else {
      throw OpenDataError(
        code: .notInFile, document: document,
        expected: LocalizedText(ja: "団体コードの指定", en: "the code of a municipality"),
        found: LocalizedText(codes.sorted().map(\.sixDigits).prefix(5).joined(separator: ", ")))
    }
    let own = rows.filter { $0.date == date && (code == nil || $0.code == code) }
    if let whole = own.first(where: { $0.scope == .municipality }), let ages = whole.ages {
      return ages
    }
    let districts = own.filter { $0.scope == .district }
    guard !districts.isEmpty else {
      throw OpenDataError(
        code: .notInFile, document: document, found: LocalizedText(date.description))
    }
    var tables: [AgeTable] = []
    for district in districts {
      guard let ages = district.ages else {
        throw OpenDataError(
          code: .noAgeTable, document: document, line: district.line,
          found: LocalizedText(district.district))
      }
      tables.append(ages)
    }
    do throws(AgeTableError) {
      return try AgeTable.sum(of: tables, period: .date(date))
    } catch {
      throw OpenDataError(
        code: .noAgeTable, document: document, found: LocalizedText(error.description))
    }
  }
}
