internal import DocumentReading
import MunicipalModel

// What the rows make together.
extension LongTableRows {
  /// How many cells a table may have for each of its rows, beyond a million.
  private static let cellsPerRow = 32

  mutating func finish(
    decoder: TextDecoder, parser: CSVParser
  ) throws(OpenDataError) -> LongTable {
    // Bytes that are no text were told with their rows.
    diagnostics.add(parser)
    if let headingError { throw headingError }
    guard !columns.isEmpty else { throw OpenDataError(code: .empty, document: document) }
    guard !rows.isEmpty else { throw OpenDataError(code: .noRows, document: document) }
    let municipalities = used(codes) { $0.municipality }.sorted { $0.element < $1.element }
    let years = used(self.years) { $0.year }.sorted { $0.element < $1.element }
    let ages = used(self.ages) { $0.age }.sorted {
      $0.element.place.lexicographicallyPrecedes($1.element.place)
    }
    let found = rows.reduce(0) { $0 | 1 << $1.sex }
    let sexes = Sex.allCases.enumerated().filter { found & 1 << $0.offset != 0 }
    let (cells, overflow) = (municipalities.count * years.count).multipliedReportingOverflow(
      by: ages.count * sexes.count)
    guard !overflow, cells <= rows.count * Self.cellsPerRow + 1 << 20 else {
      throw OpenDataError(
        code: .tooSparse, document: document,
        found: LocalizedText(
          "\(rows.count) = \(municipalities.count) × \(years.count) × \(ages.count) × "
            + "\(sexes.count)"))
    }
    if sexes.map(\.element) == [.male] || sexes.map(\.element) == [.female] {
      diagnostics.add(
        .warning, "one-sex", line: 1, ja: "一方の性の行だけで、男女計の率は計算できません",
        en: "rows of one sex only: no rate of both sexes can be formed")
    }
    let counts = grid(
      cells, Self.places(municipalities.map(\.offset)), Self.places(years.map(\.offset)),
      (Self.places(ages.map(\.offset)), ages.count),
      (Self.places(sexes.map(\.offset)), sexes.count), years: years.count)
    return LongTable(
      document: document, encoding: decoder.encoding ?? .utf8, diagnostics: diagnostics.all,
      municipalities: municipalities.map { index, code in
        Municipality(
          code: code,
          name: LocalizedText(nameOfCode[index] < 0 ? "" : names[nameOfCode[index]]))
      },
      years: years.map(\.element), ages: ages.map(\.element), sexes: sexes.map(\.element),
      rowCount: rows.count, counts: counts)
  }

  /// The values that rows have, and where they stand in their list; a row that is left out may have had more.
  private func used<Value: Hashable>(
    _ list: KeyList<Value>, _ key: (Row) -> UInt16
  ) -> [(offset: Int, element: Value)] {
    var isUsed = [Bool](repeating: false, count: list.values.count)
    for row in rows { isUsed[Int(key(row))] = true }
    return list.values.enumerated().filter { isUsed[$0.offset] }
  }

  /// Where each of the values that came in some order stands when they are sorted.
  private static func places(_ sorted: [Int]) -> ContiguousArray<Int> {
    var places = ContiguousArray<Int>(repeating: 0, count: (sorted.max() ?? 0) + 1)
    for (place, index) in sorted.enumerated() { places[index] = place }
    return places
  }

  /// The counts in the order of municipality, year, age and sex; of two rows of the same the first counts.
  private mutating func grid(
    _ cells: Int, _ municipalities: ContiguousArray<Int>, _ yearPlaces: ContiguousArray<Int>,
    _ ages: (places: ContiguousArray<Int>, count: Int),
    _ sexes: (places: ContiguousArray<Int>, count: Int), years: Int
  ) -> [Int32] {
    var counts = [Int32](repeating: LongTable.noRow, count: 3 * cells)
    var again: [(row: Int, place: Int)] = []
    for index in rows.indices {
      let row = rows[index]
      let year = municipalities[Int(row.municipality)] &* years &+ yearPlaces[Int(row.year)]
      let age = year &* ages.count &+ ages.places[Int(row.age)]
      let place = 3 &* (age &* sexes.count &+ sexes.places[Int(row.sex)])
      if counts[place] == LongTable.noRow {
        counts[place] = row.population
        counts[place &+ 1] = row.inMigrants
        counts[place &+ 2] = row.outMigrants
      } else {
        again.append((index, place))
      }
    }
    for (index, place) in again {
      let row = rows[index]
      let isSame =
        counts[place...].prefix(3) == [row.population, row.inMigrants, row.outMigrants]
      diagnostics.add(
        isSame ? .warning : .error, isSame ? "doubled-row" : "conflicting-row",
        line: Int(row.line),
        ja: isSame ? "同じ内容の行が前にもあります" : "人数の違う行が前にあり、それを使います",
        en: isSame
          ? "the same row stands before" : "a row with other counts stands before and is used")
    }
    return counts
  }
}

extension AgeLabel {
  /// Sorts groups by their first and then by their last age; 年齢不詳 and 総数 come last.
  fileprivate var place: [Int] {
    switch self {
    case .group(let group): [group.lowerAge, group.upperAge ?? .max]
    case .notReported: [.max, 0]
    case .allAges: [.max, 1]
    }
  }
}
