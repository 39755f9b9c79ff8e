public import MunicipalModel

/// 住民基本台帳年齢階級別人口 (総務省): all municipalities by sex and five-year age on 1 January.
///
/// Each area has a row of both sexes, one of men and one of women.
/// Source: 総務省自治行政局住民制度課, 住民基本台帳年齢階級別人口（市区町村別）.
public struct RegistryAges: OpenDataFile, Hashable {
  /// The format.
  public static let formats: [OpenDataFormat] = [.registryAges]

  /// The name of the file.
  public let document: DocumentID
  /// The encoding that the text was read in.
  public let encoding: TextEncoding
  /// What was noticed.
  public internal(set) var diagnostics: [Diagnostic]
  /// The title of the sheet, as printed.
  public let title: String
  /// The day of the count.
  public let stockDate: CalendarDate
  /// What the figures count.
  public let definition: PopulationDefinition
  /// The areas in the order of the file: the nation, prefectures, sums, wards and municipalities.
  public let areas: [RegistryAges.Area]
  /// The sheet of a workbook; `nil` of a text.
  let sheet: String?
  /// The columns of the groups that follow each other, those of the ages of the tables.
  let groups: [RegistryAgeColumns.Group]
  /// The column of 総数, if there is one.
  let total: Int?
  /// The positions of the areas by the number of their code.
  let positions: [Int: Int]

  /// A reader that takes the file chunk by chunk.
  public static func reader(
    document: DocumentID, encoding: TextEncoding?
  ) -> OpenDataReader<Self> {
    OpenDataReader(TableAssembly(RegistryAgeRows(document), encoding: encoding))
  }

  /// The municipalities that the file has, each person being counted in one.
  public var municipalities: [Municipality] { areas.compactMap(\.area.municipality) }

  /// The statistic, with those whom it counts.
  public var statistic: PopulationStatistic {
    switch definition.foreignResidents {
    case .included, .notStated: .residentRegister
    case .excluded: .japaneseResidentRegister
    case .only: .foreignResidentRegister
    }
  }

  /// The population of an area by sex and age, every count with its cell.
  ///
  /// Where the ages of foreign residents are not published because there are so few, the total holds them, and they
  /// are taken as people of unknown age.
  ///
  /// - Parameter code: a municipality, a ward or a prefecture.
  /// - Throws: ``OpenDataError`` with `not-in-file`, or with `no-age-table` if a cell has no figure.
  public func ages(of code: MunicipalityCode) throws(OpenDataError) -> CitedAgeTable {
    guard let area = positions[code.number].map({ areas[$0] }) else {
      throw OpenDataError(
        code: .notInFile, document: document, expected: LocalizedText(code.sixDigits))
    }
    return try ages(of: area, code)
  }

  private func ages(
    of area: RegistryAges.Area, _ code: MunicipalityCode
  ) throws(OpenDataError) -> CitedAgeTable {
    let line = area[.both]?.line ?? area[.male]?.line
    func refused(_ found: LocalizedText) -> OpenDataError {
      OpenDataError(
        code: .noAgeTable, document: document, line: line, found: found,
        diagnostics: line.map { diagnostics.reasons(atLine: $0) } ?? [])
    }
    let unpublished = area.unpublished(self) ?? [:]
    var rows: [AgeTable.Row] = []
    for sex in [Sex.male, .female] {
      guard let own = area[sex] else {
        throw refused(
          LocalizedText(
            ja: "\(area.area.name)の\(sex.label.ja)の行がありません",
            en: "there is no row of the \(sex.label.en)s of \(area.area.name)"))
      }
      for group in groups {
        guard let count = own.count(group.column) else {
          throw refused(
            LocalizedText(
              ja: "\(area.area.name)、\(sex.label.ja)、\(group.age.label.ja): 値がありません",
              en: "\(area.area.name), \(sex.label.en), \(group.age.label.en): no figure"))
        }
        rows.append(AgeTable.Row(sex, .group(group.age), Double(count), row: own.line))
      }
      if let people = unpublished[sex], people > 0 {
        rows.append(AgeTable.Row(sex, .notReported, Double(people), row: own.line))
      }
    }
    let table: AgeTable
    do throws(AgeTableError) {
      table = try AgeTable(.population, period: .date(stockDate), rows: rows)
    } catch {
      throw refused(error.message)
    }
    let columns = table.ages.groups.compactMap { age in groups.first { $0.age == age }?.column }
    let cited = CitedAgeTable(
      municipality: code, statistic: statistic, table: table,
      citations: table.sexes.flatMap { sex in
        columns.compactMap { citation(area, sex, $0) }
      },
      notReportedCitations: table.sexes.map { sex in
        unpublished[sex, default: 0] > 0 ? total.flatMap { citation(area, sex, $0) } : nil
      })
    guard let cited else { throw refused(LocalizedText(area.area.name)) }
    return cited
  }

  /// Where a figure is printed; `nil` if the area has no such row.
  func citation(_ area: RegistryAges.Area, _ sex: Sex, _ column: Int) -> Citation? {
    area[sex].map { row in
      Citation(
        document, sheet: sheet, line: row.line, cell: column + 1,
        headings: [area.area.name, sex.label.ja], printed: row.printed(column))
    }
  }

  /// The printed total of an area, both sexes together, with its cell.
  public func population(of area: RegistryAges.Area) -> TracedNumber? {
    guard let total, let count = area[.both]?.count(total),
      let citation = citation(area, .both, total)
    else { return nil }
    return TracedNumber(count, sources: [citation])
  }

  /// The printed total of an area, both sexes together, with its cell; `nil` if the file has none.
  package func population(of code: MunicipalityCode) -> TracedNumber? {
    positions[code.number].flatMap { population(of: areas[$0]) }
  }

  /// The number of ``population(of:)`` alone.
  package func printedTotal(of code: MunicipalityCode) -> Int? {
    guard let total, let position = positions[code.number] else { return nil }
    return areas[position][.both]?.count(total)
  }
}
