public import MunicipalModel

/// SSDSE (教育用標準データセット, 統計センター): one row an area, one column an item of one year.
///
/// A row of codes, a row of years, a row of names, then the rows. The columns of one file are of different
/// years, and the population is that of the census, so no rate is formed of them unasked. SSDSE-B has no row of years
/// but a column of them: a row an area and year.
/// Source: 独立行政法人統計センター, SSDSE-A（市区町村）, -B（県別推移）, -E（基本素材）.
public struct SSDSETable: OpenDataFile, Hashable {
  /// The format.
  public static let formats: [OpenDataFormat] = [.ssdse]

  /// One column of figures.
  public struct Column: Hashable, Sendable, Codable {
    /// The code of the item, such as `A1101`.
    public let code: String
    /// The name, such as 総人口.
    public let name: String
    /// The year over the column, which the file calls 年度 for all; `nil` if there is none.
    public let year: Int?
    /// The position in the line, from 1.
    public let cell: Int
  }

  /// One area.
  public struct Row: Hashable, Sendable {
    /// The area.
    public let area: StatisticalArea
    /// What the cells say, in the order of the columns.
    public let readings: [Reading]
    /// The line, from 1.
    public let line: Int
    /// The year of the row, of SSDSE-B, which has a row a year; `nil` where the columns have theirs.
    public let year: Int?
  }

  /// The name of the file.
  public let document: DocumentID
  /// The encoding that the text was read in.
  public let encoding: TextEncoding
  /// What was noticed.
  public package(set) var diagnostics: [Diagnostic]
  /// The name of the edition, such as `SSDSE-A-2026`; `SSDSE-A` for those up to 2020, which do not say.
  public let edition: String
  /// The columns of figures.
  public let columns: [Column]
  /// The rows in the order of the file.
  public let rows: [Row]
  /// The sheet of a workbook; `nil` of a text.
  let sheet: String?

  /// A reader that takes the file chunk by chunk.
  public static func reader(
    document: DocumentID, encoding: TextEncoding?
  ) -> OpenDataReader<Self> {
    OpenDataReader(TableAssembly(SSDSERows(document), encoding: encoding))
  }

  /// Which of the SSDSE it is, and what it holds.
  public var formatName: LocalizedText { SSDSEEdition(edition).name }

  /// The figures of an item for every area; empty if the file has no such column.
  public func figures(_ item: SocialIndicator) -> [AreaFigure] {
    guard let index = columns.firstIndex(where: { $0.code == item.rawValue }) else { return [] }
    let column = columns[index]
    return rows.map { row in
      AreaFigure(
        area: row.area, period: (row.year ?? column.year).map { .fiscalYear($0) },
        reading: row.readings[index],
        citation: Citation(
          document, sheet: sheet, line: row.line, cell: column.cell, headings: [row.area.name],
          printed: row.readings[index].value?.description ?? ""))
    }
  }
}
