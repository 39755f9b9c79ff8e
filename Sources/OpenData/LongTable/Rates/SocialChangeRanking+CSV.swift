internal import MunicipalModel

extension SocialChangeRanking {
  /// Writes one row for each year and ranked municipality, by year and rank.
  ///
  /// The columns are `year`, `rank`, `code` (six digits), `name`, `social_change`,
  /// `previous_population` and `rate_percent` (four digits after the point, half up). An existing file
  /// is replaced only when all is written.
  ///
  /// - Parameter path: the file; `/dev/stdout` is possible.
  /// - Throws: ``LongTableError`` if it cannot be written.
  public func writeCSV(to path: String) throws(LongTableError) {
    try OrderedOutput(path: path).write(pieces: years.count + 1, threads: 1) { index, block in
      guard index > 0 else {
        block.append(
          Array("year,rank,code,name,social_change,previous_population,rate_percent\n".utf8))
        return
      }
      let year = years[index - 1]
      for entry in year.entries {
        block.reserve(192)
        block.append(number: year.year)
        block.append(ByteWord.comma)
        block.append(number: entry.rank)
        block.append(ByteWord.comma)
        block.appendCell(entry.code.sixDigits)
        block.appendCell(entry.name)
        block.reserve(128)
        block.append(number: entry.rate.socialChange)
        block.append(ByteWord.comma)
        block.append(number: entry.rate.previousPopulation)
        block.append(ByteWord.comma)
        block.append(
          tenThousandths: SocialChangeRate.tenThousandths(
            change: entry.rate.socialChange, population: entry.rate.previousPopulation))
        block.append(ByteWord.newline)
      }
    }
  }
}
