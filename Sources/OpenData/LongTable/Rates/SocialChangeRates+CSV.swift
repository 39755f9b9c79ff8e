internal import MunicipalModel

extension SocialChangeRates {
  /// Writes one row for each municipality, year and age that has a row in the table.
  ///
  /// The columns are `code` (six digits), `name`, `year`, `age`, `social_change`,
  /// `previous_population`, `rate_percent` (four digits after the point, half up) and `note`, which says
  /// why there is no rate. The order is that of codes, years and ages. An existing file is replaced
  /// only when all is written.
  ///
  /// - Parameter path: the file; `/dev/stdout` is possible.
  /// - Throws: ``LongTableError`` if it cannot be written.
  public func writeCSV(to path: String) throws(LongTableError) {
    let ages = table.ages.map { AgeKey($0).cell }
    let perMunicipality = max(1, table.years.count * table.ages.count * 48)
    let batch = max(1, (1 << 16) / perMunicipality)
    let pieces = max(1, (table.codes.count + batch - 1) / batch)
    try OrderedOutput(path: path).write(pieces: pieces, threads: table.threadCount) {
      index, block in
      if index == 0 {
        block.append(
          Array(
            "code,name,year,age,social_change,previous_population,rate_percent,note\n".utf8))
      }
      let first = index * batch
      for municipality in first..<min(first + batch, table.codes.count) {
        appendRows(of: municipality, ages, to: &block)
      }
    }
  }

  private func appendRows(
    of municipality: Int, _ ages: [(word: UInt64, length: Int)], to block: inout ByteBlock
  ) {
    let grid = table.grid
    let shardIndex = municipality / grid.shardLength
    let shard = grid.shards[shardIndex]
    let inShard = municipality - shardIndex * grid.shardLength
    var start = ByteBlock(capacity: 64)
    start.appendCell(table.codes[municipality].sixDigits)
    start.appendCell(table.names[municipality])
    for (position, year) in table.years.enumerated() {
      var beginning = start.bytes(0..<start.count)
      beginning += "\(year),".utf8
      let hasPrevious = previousYears[position] != nil
      block.reserve(ages.count * (beginning.count + 128))
      for (age, cell) in ages.enumerated() where hasRow(shard, inShard, position, age) {
        block.append(beginning)
        block.append(word: cell.word, length: cell.length)
        appendFigures(
          figures(shard, inShard, position, age), hasPrevious: hasPrevious, to: &block)
      }
    }
  }

  @inline(__always)
  private func appendFigures(
    _ figures: RateFigures, hasPrevious: Bool, to block: inout ByteBlock
  ) {
    let population = figures.previousPopulation
    let hasMovers = figures.inMigrants >= 0 && figures.outMigrants >= 0
    let change = hasMovers ? figures.inMigrants &- figures.outMigrants : 0
    if hasMovers { block.append(number: change) }
    block.append(ByteWord.comma)
    if population >= 0 { block.append(number: population) }
    block.append(ByteWord.comma)
    if hasMovers, population > 0 {
      block.append(
        tenThousandths: SocialChangeRate.tenThousandths(change: change, population: population))
      block.append(ByteWord.comma)
    } else {
      block.append(ByteWord.comma)
      if case .none(let reason) = figures.outcome(hasPreviousYear: hasPrevious) {
        block.append(Array(reason.rawValue.utf8))
      }
    }
    block.append(ByteWord.newline)
  }
}
