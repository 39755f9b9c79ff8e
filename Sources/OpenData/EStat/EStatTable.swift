public import MunicipalModel

/// A table of e-Stat, as its API gives it in JSON (getStatsData) or CSV (getSimpleStatsData), or as its pages do
/// with items or years side by side.
///
/// A million values are held in columns of numbers: a code is a position in its dimension's classes.
/// Source: 政府統計の総合窓口 (e-Stat), API 機能 仕様 3.0.
public struct EStatTable: OpenDataFile, Hashable {
  /// The formats.
  public static let formats: [OpenDataFormat] = [.estatJSON, .estatCSV, .estatWide]

  /// The name of the file.
  public let document: DocumentID
  /// The encoding that the text was read in.
  public internal(set) var encoding: TextEncoding
  /// What was noticed.
  public package(set) var diagnostics: [Diagnostic]
  /// What the table is, and which part of it this page holds.
  package internal(set) var information: EStatInformation
  /// The dimensions in the order of the values' codes.
  package internal(set) var dimensions: [EStatDimension]
  var columns: EStatColumns
  /// Which of the two forms the file has.
  var form = OpenDataFormat.estatJSON
  /// The sheet of a workbook; `nil` of a text.
  var sheet: String?

  /// The name of the form that the file has.
  public var formatName: LocalizedText { form.name }

  /// A reader that takes the file chunk by chunk; a CSV is not held in memory as a whole.
  public static func reader(
    document: DocumentID, encoding: TextEncoding?
  ) -> OpenDataReader<Self> {
    OpenDataReader(EStatAssembly(document, encoding))
  }

  /// How many values the page has.
  public var count: Int { columns.values.count }

  /// A value of the page.
  ///
  /// - Parameter index: 0 to ``count`` − 1.
  package func value(at index: Int) -> EStatValue? {
    guard columns.values.indices.contains(index) else { return nil }
    let codes = dimensions.indices.map { code(at: index, of: $0) }
    let reading: Reading =
      columns.exceptions[index]
      ?? .value(Quantity(columns.values[index], unit: columns.unit(at: index)))
    return EStatValue(
      codes: Dictionary(zip(dimensions.map(\.id), codes)) { first, _ in first },
      reading: reading, annotation: columns.annotations[index] ?? "",
      citation: Citation(
        columns.document(of: index) ?? document, sheet: sheet, line: columns.lines[index],
        cell: columns.cells[index], headings: codes, printed: columns.printed(at: index)))
  }

  /// All values in the order of the page.
  package var values: some Sequence<EStatValue> {
    columns.values.indices.lazy.compactMap { value(at: $0) }
  }

  func code(at index: Int, of dimension: Int) -> String {
    let position = columns.codes[dimension][index]
    let classes = dimensions[dimension].classes
    return position < classes.count ? classes[Int(position)].code : ""
  }

  /// The dimension of an id, such as `area`.
  package func dimension(_ id: String) -> EStatDimension? { dimensions.first { $0.id == id } }
}

/// What a table of e-Stat is, and which part of it a page holds.
package struct EStatInformation: Hashable, Sendable, Codable {
  /// 統計表ID, such as `0000020201`; empty if the page does not say.
  package var tableID = ""
  /// 政府統計名
  package var statistic = ""
  /// 統計表の題名
  package var title = ""
  /// How many values the whole table has; `nil` if the page does not say.
  package var totalNumber: Int?
  /// The number of the page's first value, from 1; `nil` if the page does not say.
  package var fromNumber: Int?
  /// The number of the page's last value; `nil` if the page does not say.
  package var toNumber: Int?
  /// Where the next page begins (NEXT_KEY); `nil` on the last one.
  package var nextKey: Int?
  /// What the marks in place of figures mean (NOTE), such as `***`.
  package var notes: [String: String] = [:]

  /// Makes information that says nothing.
  package init() {}
}

/// One value of a table of e-Stat.
package struct EStatValue: Hashable, Sendable {
  /// The codes by the id of their dimension.
  package let codes: [String: String]
  /// What is printed: a number with its unit, or why there is none.
  package let reading: Reading
  /// 注釈; empty for none.
  package let annotation: String
  /// Where it stands: the line and, in JSON, the number of the value in it, for most answers have one line.
  package let citation: Citation
}

/// The values of a page in columns.
struct EStatColumns: Hashable, Sendable {
  /// For each dimension the position of the class, value after value.
  var codes: [[UInt32]] = []
  /// The figures; zero where there is an exception.
  var values: [ExactDecimal] = []
  var units: [String] = []
  var unitIndices: [UInt16] = []
  /// What is printed in place of a figure.
  var exceptions: [Int: Reading] = [:]
  var marks: [Int: String] = [:]
  var annotations: [Int: String] = [:]
  /// The lines of the file.
  var lines: [Int] = []
  /// The cells in the lines of a CSV; in JSON the numbers of the values in their lines.
  var cells: [Int] = []
  /// The pages that were put together, each with the position of its first value.
  var pages: [Page] = []

  struct Page: Hashable, Sendable {
    let first: Int
    let document: DocumentID
  }

  /// The file of a value; `nil` if the table is not put together from pages.
  func document(of index: Int) -> DocumentID? { pages.last { $0.first <= index }?.document }

  func unit(at index: Int) -> String {
    let position = Int(unitIndices[index])
    return position < units.count ? units[position] : ""
  }

  func printed(at index: Int) -> String { marks[index] ?? values[index].description }

  mutating func unitIndex(_ unit: String) -> UInt16 {
    if let position = units.firstIndex(of: unit) { return UInt16(position) }
    guard units.count < 60_000 else { return 0 }
    units.append(unit)
    return UInt16(units.count - 1)
  }
}
