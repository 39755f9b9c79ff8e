public import MunicipalModel

/// 日本の地域別将来推計人口 (国立社会保障・人口問題研究所), a result table: a population by municipality and year.
///
/// One table has all people (結果表1), others those under 15, of 15–64, of 65 and over and of 75 and over (結果表2). The first
/// year is the census that the projection starts from. The thirteen municipalities of 浜通り in Fukushima are projected as
/// one area without a code.
/// Source: 国立社会保障・人口問題研究所, 日本の地域別将来推計人口（令和5（2023）年推計）, and the edition of 2018.
public struct RegionalProjection: OpenDataFile, Hashable {
  /// The format.
  public static let formats: [OpenDataFormat] = [.regionalProjection]

  /// One area.
  public struct Row: Hashable, Sendable {
    /// The area.
    public let area: StatisticalArea
    /// The line, from 1; of a sheet, the row.
    public let line: Int
    /// What the cells say, in the order of the years.
    let cells: [Cell]
  }

  /// One printed cell.
  struct Cell: Hashable, Sendable {
    let printed: String
    let reading: Reading
  }

  /// A column of populations.
  struct Column: Hashable, Sendable {
    let year: Int
    /// The position in the line, from 1.
    let cell: Int
  }

  /// The name of the file.
  public let document: DocumentID
  /// The encoding that the text was read in.
  public let encoding: TextEncoding
  /// What was noticed.
  public internal(set) var diagnostics: [Diagnostic]
  /// The title of the table, as printed.
  public let title: String
  /// The ages that are counted; `nil` for all people.
  public let ages: AgeGroup?
  /// The rows in the order of the file.
  public let rows: [Row]
  /// The columns of populations.
  let columns: [Column]
  /// The sheet of a workbook; `nil` of a text.
  let sheet: String?

  /// A reader that takes the file chunk by chunk.
  public static func reader(
    document: DocumentID, encoding: TextEncoding?
  ) -> OpenDataReader<Self> {
    OpenDataReader(TableAssembly(RegionalProjectionRows(document), encoding: encoding))
  }

  /// The years, the census first.
  public var years: [Int] { columns.map(\.year) }

  /// The population of an area by year, on 1 October, with its cells; empty if it has no row.
  public func figures(of code: MunicipalityCode) -> [AreaFigure] {
    guard let row = rows.first(where: { $0.area.code == code }) else { return [] }
    return zip(columns, row.cells).map { column, cell in
      AreaFigure(
        area: row.area,
        period: CalendarDate(year: column.year, month: 10, day: 1).map { .date($0) },
        reading: cell.reading,
        citation: Citation(
          document, sheet: sheet, line: row.line, cell: column.cell,
          headings: [row.area.name, "\(column.year)年"], printed: cell.printed))
    }
  }
}
