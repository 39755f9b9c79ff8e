public import MunicipalModel

/// Population and movers of many municipalities by year, sex and age, of one row each (縦持ちの表).
///
/// The columns are those of a tidy file of one municipality (`AgeFile`): `municipality_code`, `period`, `sex`, `age_from`,
/// `age_to`, `population`, `in_migrants`, `out_migrants` and perhaps `name`, in any order, separated by commas, tabs or
/// semicolons. `age` (年齢) may hold the whole group in place of two columns, and usual Japanese names are known;
/// other columns are passed over. Rows stand in any order.
///
/// An `AgeFile` keeps its cells; a table of the nation has a million rows and keeps three counts of each. A cell that
/// cannot be read is a diagnostic with its line, and never a zero. What is apart from other files of open data is
/// that rows whose cells stood in others before are known by their bytes (`CellMemo`), since all else is slower.
///
/// ```swift
/// let table = try LongTable.read(contentsOfFile: "movers.csv")
/// let ranking = try table.socialChangeRates.ranking(at: .ages(20...29), in: 2023)
/// ```
public struct LongTable: OpenDataFile, Hashable {
  /// No format of a publisher: the columns tell the table.
  public static let formats: [OpenDataFormat] = []

  /// The name of the document, for citations.
  public let document: DocumentID
  /// The encoding that the text was read in.
  public let encoding: TextEncoding
  /// What was noticed; of one kind the first hundred.
  public let diagnostics: [Diagnostic]
  /// The municipalities that rows have, with the names that the file first prints, in the order of their codes.
  public let municipalities: [Municipality]
  /// The calendar years that rows have, ascending; years between them can be missing.
  public let years: [Int]
  /// The ages that rows have, by lower age; 年齢不詳 and 総数 last.
  public let ages: [AgeLabel]
  /// The sexes that rows have.
  public let sexes: [Sex]
  /// How many rows were read.
  public let rowCount: Int

  /// The counts by municipality, year, age, sex and measure; below zero where there is none.
  package let counts: [Int32]

  /// What stands for a count where there is no row.
  package static let noRow: Int32 = -1
  /// What stands for a count where the cell is empty or holds something else.
  static let notGiven: Int32 = -2

  /// The counts of each cell of the table, in their order.
  static let measures: [AgeMeasure] = [.population, .inMigrants, .outMigrants]

  /// The name of the format.
  public var formatName: LocalizedText {
    LocalizedText(ja: "年齢別人口・移動者の縦持ちの表", en: "a long table of population and movers by age")
  }

  /// Makes a reader.
  public static func reader(
    document: DocumentID, encoding: TextEncoding?
  ) -> OpenDataReader<Self> {
    OpenDataReader(CSVAssembly(LongTableRows(document), encoding: encoding))
  }

  /// A printed count of persons, or `nil` if the row is not there or the cell holds no count.
  ///
  /// - Parameters:
  ///   - measure: population, in- or out-migrants; the table has no other.
  ///   - sex: as printed; no sum is formed here.
  public func count(
    _ measure: AgeMeasure, of code: MunicipalityCode, year: Int, sex: Sex, age: AgeLabel
  ) -> Int? {
    guard let municipality = index(of: code), let year = years.firstIndex(of: year),
      let age = ages.firstIndex(of: age), let sex = sexes.firstIndex(of: sex),
      let measure = Self.measures.firstIndex(of: measure)
    else { return nil }
    let count = counts[position(municipality, year, age) + sex * Self.measures.count + measure]
    return count < 0 ? nil : Int(count)
  }

  /// Where the counts of both sexes of a cell begin, those of the first sex first.
  package func position(_ municipality: Int, _ year: Int, _ age: Int) -> Int {
    ((municipality * years.count + year) * ages.count + age) * sexes.count * Self.measures.count
  }

  /// The position of a municipality.
  package func index(of code: MunicipalityCode) -> Int? {
    var lower = 0
    var upper = municipalities.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if municipalities[middle].code < code { lower = middle + 1 } else { upper = middle }
    }
    return lower < municipalities.count && municipalities[lower].code == code ? lower : nil
  }
}
