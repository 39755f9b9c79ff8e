public import MunicipalModel

/// Population and movers of many municipalities by year, sex and age, from a CSV file of one row each
/// (縦持ちの表).
///
/// The first line names the columns of ``LongTableColumn``, in any order; other columns are passed
/// over. Rows stand in any order. A cell that cannot be read is a diagnostic with its line, and never
/// a zero.
///
/// ```swift
/// let table = try LongTable.read(contentsOfFile: "movers.csv")
/// let rates = table.socialChangeRates()
/// let ranking = try rates.ranked(at: 20..<30)
/// try ranking.writeCSV(to: "ranking.csv")
/// ```
public struct LongTable: Sendable {
  /// The name of the document, for citations.
  public let document: DocumentID
  /// The codes that rows have, ascending.
  public let codes: [MunicipalityCode]
  /// The calendar years that rows have, ascending; years between them can be missing.
  public let years: [Int]
  /// The ages that rows have, by lower age; 年齢不詳 and 総数 last.
  public let ages: [AgeLabel]
  /// The sexes that rows have.
  public let sexes: [Sex]
  /// How many rows were read.
  public let rowCount: Int
  /// What was noticed.
  public let diagnostics: LongTableDiagnostics

  let names: [String]
  let grid: CountGrid
  let threadCount: Int

  /// The name of a municipality as the file first prints it; `nil` without one.
  public func name(of code: MunicipalityCode) -> String? {
    guard let index = index(of: code), !names[index].isEmpty else { return nil }
    return names[index]
  }

  /// A printed count of persons, or `nil` if the row is not there or the cell holds no count.
  ///
  /// - Parameters:
  ///   - column: ``LongTableColumn/population``, ``LongTableColumn/inMigrants`` or
  ///     ``LongTableColumn/outMigrants``; other columns have no counts.
  ///   - sex: as printed; no sum is formed here.
  public func count(
    _ column: LongTableColumn, of code: MunicipalityCode, year: Int, sex: Sex, age: AgeLabel
  ) -> Int? {
    guard let municipality = index(of: code), let year = years.firstIndex(of: year),
      let age = ages.firstIndex(of: age), let sex = sexes.firstIndex(of: sex)
    else { return nil }
    let cell = grid[municipality, year, age, sex]
    let value: Int32
    switch column {
    case .population: value = cell.population
    case .inMigrants: value = cell.inMigrants
    case .outMigrants: value = cell.outMigrants
    default: return nil
    }
    return value < 0 ? nil : Int(value)
  }

  /// The position of a code.
  func index(of code: MunicipalityCode) -> Int? {
    var lower = 0
    var upper = codes.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if codes[middle] < code { lower = middle + 1 } else { upper = middle }
    }
    return lower < codes.count && codes[lower] == code ? lower : nil
  }
}
