import MunicipalModel

/// Gathers the bad rows of a file, so that all of them are named at once.
struct AgeFileFaults {
  private var found: [AgeFileError] = []
  private var count = 0

  /// So many are kept; the rest is counted.
  private static let maximum = 1000

  mutating func add(_ error: AgeFileError) {
    count += 1
    if found.count < Self.maximum { found.append(error) }
  }

  /// What a reading gives, or `nil` if it fails, which is kept.
  mutating func attempt<Value>(_ read: () throws(AgeFileError) -> Value) -> Value? {
    do throws(AgeFileError) {
      return try read()
    } catch {
      add(error)
      return nil
    }
  }

  /// All of them as one error, by line; `nil` if there is none.
  var error: AgeFileError? {
    let sorted = found.enumerated().sorted {
      ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset)
    }.map(\.element)
    return sorted.first?.with(
      others: Array(sorted.dropFirst().prefix(AgeFileError.maximumListed - 1)), count: count)
  }
}

extension AgeFileFaults {
  /// Adds the rows that stand for the same sex and ages as a row before.
  mutating func addDoubled(_ rows: [AgeFile.Row], in file: DocumentID) {
    struct Key: Hashable {
      let municipality: MunicipalityCode
      let period: Period
      let statistic: String
      let sex: Sex
      let age: AgeLabel
    }
    var seen: [Key: Int] = [:]
    for row in rows {
      let key = Key(
        municipality: row.municipality, period: row.period, statistic: row.statistic,
        sex: row.sex, age: row.age)
      guard let first = seen[key] else {
        seen[key] = row.line
        continue
      }
      add(
        AgeFileError(
          code: .duplicateRow, file: file, line: row.line, municipality: row.municipality,
          period: row.period, sex: row.sex, age: row.age.group, text: "\(file):\(first)"))
    }
  }

  /// Adds the cells of a measure that are no count.
  mutating func addCounts(
    of measure: AgeMeasure, in column: Int, of rows: [AgeFile.Row], in file: DocumentID
  ) {
    for row in rows {
      let cell = row.cells[row.countColumn ?? column]
      let count = ExactDecimal(countedBy: cell)
      if let count, count.coefficient >= 0 || measure.isBalance { continue }
      add(
        AgeFileError(
          code: count == nil ? .unreadableCount : .negativeCount, file: file, line: row.line,
          column: measure.rawValue, sex: row.sex, age: row.age.group, text: cell))
    }
  }
}
