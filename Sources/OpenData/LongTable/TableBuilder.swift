internal import MunicipalModel

/// Puts rows into the grid, finds doubled rows, and gathers names and diagnostics.
struct TableBuilder: Sendable {
  let document: DocumentID
  let header: HeaderReader.Header
  let outcome: TableReader.Outcome
  let options: LongTableOptions

  /// How many cells of the grid a table may have for each of its rows, beyond a million.
  static let cellsPerRow = 32

  /// The positions of keys in the table.
  private struct Keys: Sendable {
    var codes: ContiguousArray<UInt16> = []
    var years: ContiguousArray<UInt16> = []
    var ages: ContiguousArray<UInt16> = []
    var sexes: ContiguousArray<UInt8> = [0, 0, 0]
  }

  func build() throws(LongTableError) -> LongTable {
    let presence = outcome.presence
    let codes = presence.codes.found.sorted()
    let years = presence.years.found.sorted()
    let ages = presence.ages.found.sorted()
    let sexes = Sex.allCases.filter { presence.sexes & 1 << $0.key != 0 }
    let rows = outcome.segments.reduce(0) { $0 + $1.rows.count }
    let (product, overflow) = (codes.count * years.count).multipliedReportingOverflow(
      by: ages.count * sexes.count)
    guard !overflow, product <= rows * Self.cellsPerRow + 1 << 20 else {
      throw LongTableError(
        code: .tooSparse, document: document,
        detail:
          "\(rows) rows, \(codes.count) codes × \(years.count) years × \(ages.count) ages × "
          + "\(sexes.count) sexes")
    }
    var keys = Keys()
    keys.codes = Self.positions(of: codes, below: presence.codes.bound)
    keys.years = Self.positions(of: years, below: presence.years.bound)
    keys.ages = Self.positions(of: ages, below: presence.ages.bound)
    for (index, sex) in sexes.enumerated() { keys.sexes[Int(sex.key)] = UInt8(index) }

    let threads = min(options.threadCount, max(1, outcome.segments.count))
    var grid = CountGrid(
      municipalities: codes.count, years: years.count, ages: ages.count, sexes: sexes.count,
      shards: threads)
    let (shards, logs) = fill(grid, keys, count: threads)
    grid.shards = shards
    var log = outcome.log
    log.merge(logs)
    let names = names(positions: keys.codes, count: codes.count, log: &log)
    return LongTable(
      document: document,
      codes: codes.compactMap { number in
        Prefecture(rawValue: Int(number / 1000)).map { MunicipalityCode($0, number % 1000) }
      },
      years: years.map { Int($0) }, ages: ages.map { AgeKey(rawValue: $0).label }, sexes: sexes,
      rowCount: rows, diagnostics: diagnostics(log, sexes: sexes), names: names, grid: grid,
      threadCount: options.threadCount)
  }

  private static func positions(
    of keys: [UInt16], below bound: Int
  ) -> ContiguousArray<UInt16> {
    var positions = ContiguousArray<UInt16>(repeating: 0, count: bound)
    for (position, key) in keys.enumerated() { positions[Int(key)] = UInt16(position) }
    return positions
  }

  /// Fills the shards, one a thread; of doubled rows the first counts.
  private func fill(
    _ grid: CountGrid, _ keys: Keys, count: Int
  ) -> (shards: [ContiguousArray<Int32>], logs: [IssueLog]) {
    let results = Guarded([(shard: Int, numbers: ContiguousArray<Int32>, log: IssueLog)]())
    Threads.run(count) { shard in
      let first = min(shard * grid.shardLength, grid.municipalities)
      let end = min(first + grid.shardLength, grid.municipalities)
      var log = IssueLog(limit: options.diagnosticLimit)
      let numbers = fillShard(first..<end, grid, keys, &log)
      results.access { $0.append((shard, numbers, log)) }
    }
    let sorted = results.access { $0 }.sorted { $0.shard < $1.shard }
    return (sorted.map(\.numbers), sorted.map(\.log))
  }

  private func fillShard(
    _ municipalities: Range<Int>, _ grid: CountGrid, _ keys: Keys, _ log: inout IssueLog
  ) -> ContiguousArray<Int32> {
    var numbers = ContiguousArray(
      repeating: Count.noRow, count: municipalities.count * grid.stride)
    for segment in outcome.segments {
      for index in segment.rows.indices {
        let row = segment.rows[index]
        let municipality = Int(keys.codes[Int(row.code)])
        guard municipalities.contains(municipality) else { continue }
        let position = grid.position(
          municipality - municipalities.lowerBound, Int(keys.years[Int(row.year)]),
          Int(keys.ages[Int(row.age.rawValue)]), Int(keys.sexes[Int(row.sex)]))
        if numbers[position] == Count.noRow {
          numbers[position] = row.population
          numbers[position + 1] = row.inMigrants
          numbers[position + 2] = row.outMigrants
        } else {
          let isSame =
            numbers[position] == row.population && numbers[position + 1] == row.inMigrants
            && numbers[position + 2] == row.outMigrants
          log.note(
            isSame ? .duplicateRow : .conflictingRow, segment: segment.index,
            line: segment.line(ofRow: index))
        }
      }
    }
    return numbers
  }

  /// The first name of each code; another one is reported where it first stands.
  private func names(
    positions: ContiguousArray<UInt16>, count: Int, log: inout IssueLog
  ) -> [String] {
    var names = [String](repeating: "", count: count)
    var others: [UInt16: [String]] = [:]
    let cell = (header.layout.columns.firstIndex(of: .name) ?? -1) + 1
    var found = IssueLog(limit: options.diagnosticLimit)
    for entry in outcome.names {
      let position = Int(positions[Int(entry.code)])
      if names[position].isEmpty {
        names[position] = entry.name
      } else if names[position] != entry.name,
        others[entry.code, default: []].count < NameMemo.limit - 1,
        !others[entry.code, default: []].contains(entry.name)
      {
        others[entry.code, default: []].append(entry.name)
        found.note(
          .differentName, segment: entry.segment, line: entry.line, cell: cell,
          text: "\(entry.name) (\(names[position]))")
      }
    }
    log.merge([found])
    return names
  }

  private func diagnostics(_ log: IssueLog, sexes: [Sex]) -> LongTableDiagnostics {
    var firstLines: [Int: Int] = [:]
    var line = header.layout.firstLine
    for segment in outcome.segments {
      firstLines[segment.index] = line
      line += segment.lineCount
    }
    var kept = header.unknown.prefix(options.diagnosticLimit).map {
      diagnostic(.unknownColumn, line: 1, cell: $0.cell, text: $0.text)
    }
    var counts: [Diagnostic.Code: Int] = [:]
    if !header.unknown.isEmpty { counts[LongTableIssue.unknownColumn.code] = header.unknown.count }
    for (issue, isFound) in [
      (LongTableIssue.noRows, line == header.layout.firstLine),
      (.oneSex, sexes == [.male] || sexes == [.female]),
    ] where isFound {
      kept.append(diagnostic(issue, line: 1, cell: 0, text: ""))
      counts[issue.code] = 1
    }
    for entry in log.kept {
      kept.append(
        diagnostic(
          entry.issue, line: entry.line + (firstLines[entry.segment] ?? 0), cell: entry.cell,
          text: entry.text))
    }
    for issue in LongTableIssue.allCases where log.counts[Int(issue.rawValue)] > 0 {
      counts[issue.code, default: 0] += log.counts[Int(issue.rawValue)]
    }
    return LongTableDiagnostics(kept: kept, counts: counts)
  }

  private func diagnostic(
    _ issue: LongTableIssue, line: Int, cell: Int, text: String
  ) -> Diagnostic {
    Diagnostic(
      severity: issue.severity, code: issue.code, message: issue.message,
      citation: Citation(
        document: document, line: line, cell: cell > 0 ? cell : nil, printed: text))
  }
}
