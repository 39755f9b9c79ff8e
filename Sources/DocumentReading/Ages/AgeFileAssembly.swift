import MunicipalModel

/// Makes the table of one municipality, period and statistic from its rows.
struct AgeFileAssembly {
  let file: DocumentID
  let measure: AgeMeasure
  let column: Int
  let municipality: MunicipalityCode
  let period: Period
  let statistic: String

  /// The assembly of the table that a row belongs to.
  init(file: DocumentID, measure: AgeMeasure, column: Int, of row: AgeFile.Row) {
    self.file = file
    self.measure = measure
    self.column = column
    municipality = row.municipality
    period = row.period
    statistic = row.statistic
  }

  func table(of rows: [AgeFile.Row]) throws(AgeFileError) -> CitedAgeTable {
    var counts: [AgeTable.Row] = []
    counts.reserveCapacity(rows.count)
    for row in rows {
      let cell = row.cells[row.countColumn ?? column]
      guard let count = ExactDecimal(countedBy: cell) else {
        throw AgeFileError(
          code: .unreadableCount, file: file, line: row.line, column: measure.rawValue,
          sex: row.sex, age: row.age.group, text: cell)
      }
      counts.append(AgeTable.Row(row.sex, row.age, count.doubleValue, row: row.line))
    }
    let isBySex = counts.contains { $0.sex != .both }
    let sexes: [Sex] = isBySex ? [.male, .female] : [.both]
    let table = try table(sexes, counts.filter { sexes.contains($0.sex) })
    if isBySex, counts.contains(where: { $0.sex == .both }) { try check(counts, against: table) }
    return try cited(table, rows)
  }

  private func table(_ sexes: [Sex], _ rows: [AgeTable.Row]) throws(AgeFileError) -> AgeTable {
    do throws(AgeTableError) {
      return try AgeTable(measure, period: period, sexes: sexes, rows: rows)
    } catch {
      throw AgeFileError(
        code: .init(rawValue: error.code.rawValue), file: file,
        line: error.row ?? rows.first?.row, column: measure.rawValue, municipality: municipality,
        period: period, sex: error.sex, age: error.age, text: error.text)
    }
  }

  /// A printed sum of the sexes must be their sum; it is not stored.
  private func check(_ rows: [AgeTable.Row], against table: AgeTable) throws(AgeFileError) {
    let sums = table.bothSexes()
    for row in rows where row.sex == .both {
      let sum: Double? =
        switch row.age {
        case .group(let group): try? sums.count(of: .both, at: group)
        case .notReported: sums.notReported[0]
        case .allAges: sums.total
        }
      guard let sum, abs(sum - row.count) <= 1e-9 * max(sum, 1) else {
        throw AgeFileError(
          code: .init(rawValue: AgeTableError.Code.totalDiffers.rawValue), file: file,
          line: row.row, column: measure.rawValue, municipality: municipality, period: period,
          sex: .both, age: row.age.group,
          text: row.count.countText + (sum.map { " ≠ \($0.countText)" } ?? ""))
      }
    }
  }

  private func cited(_ table: AgeTable, _ rows: [AgeFile.Row]) throws(AgeFileError) -> CitedAgeTable
  {
    struct Place: Hashable {
      let sex: Sex
      let age: AgeLabel
    }
    var citations: [Place: Citation] = [:]
    for row in rows {
      let column = row.countColumn ?? self.column
      citations[Place(sex: row.sex, age: row.age)] = Citation(
        document: file, line: row.line, cell: column + 1,
        headings: [statistic, period.code, row.sex.rawValue].filter { !$0.isEmpty },
        printed: row.cells[column])
    }
    let counted = table.sexes.flatMap { sex in
      table.ages.groups.compactMap { citations[Place(sex: sex, age: .group($0))] }
    }
    let cited = CitedAgeTable(
      municipality: municipality, statistic: PopulationStatistic(rawValue: statistic),
      table: table, citations: counted,
      notReportedCitations: table.sexes.map { citations[Place(sex: $0, age: .notReported)] })
    guard let cited else { throw AgeFileError(code: .noRows, file: file) }
    return cited
  }
}
