import MachiKurabe

/// Which stocks `machi ages` sets against each other where folders bring some of them: those of one statistic, of two
/// years that all municipalities have.
///
/// A built-in municipality that nobody named is left out where it has no such stocks.
struct ComparedStocks {
  /// The populations of the statistic, of the municipalities that have both years.
  let populations: [CitedAgeTable]
  /// The years; `nil` if the municipalities that were asked for have none in common.
  let years: ClosedRange<Int>?
  /// What is left out, and why; `nil` if nothing is.
  let notice: LocalizedText?

  /// Finds them.
  ///
  /// - Parameters:
  ///   - populations: the stocks of the municipalities that the call could mean.
  ///   - source: where they are from.
  ///   - named: the municipalities that the call names.
  ///   - period: the years that it names.
  /// - Throws: ``UsageError`` if a folder has fewer than two stocks.
  init(
    _ populations: [CitedAgeTable], of source: RecordSource, named: [MunicipalityCode],
    period: ClosedRange<Int>?
  ) throws(UsageError) {
    try source.requireStocks(
      of: source.all.filter { named.isEmpty || named.contains($0.municipality.code) })
    let codes = populations.map(\.municipality).uniqued
    let meant = codes.filter { named.contains($0) || source.folder(of: $0) != nil }
    for members in [codes, meant] {
      guard let (statistic, years) = Self.common(populations, of: members, period) else { continue }
      let left = codes.filter { !members.contains($0) }
      self.populations = populations.filter {
        members.contains($0.municipality) && $0.statistic == statistic
      }
      self.years = years
      notice = left.isEmpty ? nil : Self.leftOut(left, of: source, statistic, years)
      return
    }
    self.populations = populations.filter { meant.contains($0.municipality) }
    years = period
    notice = nil
  }

  /// The statistic and the years that some municipalities have in common, the newest.
  private static func common(
    _ populations: [CitedAgeTable], of codes: [MunicipalityCode], _ period: ClosedRange<Int>?
  ) -> (PopulationStatistic, ClosedRange<Int>)? {
    let own = populations.filter { codes.contains($0.municipality) }
    let found = own.map(\.statistic).uniqued.compactMap { statistic in
      var years =
        codes.reduce(nil as Set<Int>?) { common, code in
          let own = Set(
            Self.years(of: own.filter { $0.municipality == code && $0.statistic == statistic }))
          return common?.intersection(own) ?? own
        } ?? []
      if let period { years.formIntersection([period.lowerBound, period.upperBound]) }
      let last = years.sorted().suffix(2)
      return last.count == 2 ? (statistic, last[last.startIndex]...last[last.endIndex - 1]) : nil
    }
    return found.max { $0.1.upperBound < $1.1.upperBound }
  }

  private static func years(of populations: [CitedAgeTable]) -> [Int] {
    populations.compactMap(\.period?.year).uniqued.sorted()
  }

  private static func leftOut(
    _ codes: [MunicipalityCode], of source: RecordSource, _ statistic: PopulationStatistic,
    _ years: ClosedRange<Int>
  ) -> LocalizedText {
    let names = source.all.map(\.municipality).filter { codes.contains($0.code) }.map(\.name)
    let (first, last) = (years.lowerBound, years.upperBound)
    let label = statistic.label
    return LocalizedText(
      ja: names.map(\.ja).joined(separator: "、") + "は、\(first)年と\(last)年の人口"
        + (label.ja.isEmpty ? "" : "（\(label.ja)）") + "がないため省きます",
      en: names.map(\.en).joined(separator: ", ") + " left out: no populations of \(first) and "
        + "\(last)" + (label.en.isEmpty ? "" : " (\(label.en))"))
  }
}
