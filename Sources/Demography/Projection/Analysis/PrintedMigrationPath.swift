import MunicipalModel

/// The path of net out-migration that a document prints, such as 550 in 2014, half in 2025, none in 2045.
struct PrintedMigrationPath {
  let path: AssumptionPath
  let citations: [Citation]

  /// Reads the assumptions of a record; `nil` if it prints fewer than two.
  ///
  /// A point without a number says 2014年の1/2 (a part of another year's) or 均衡 (none).
  ///
  /// - Throws: ``ProjectionError`` with `bad-path` and the words that cannot be followed.
  init?(_ record: MunicipalityRecord) throws(ProjectionError) {
    let figures = record.populationFigures.filter {
      $0.item == .netOutMigration && ($0.basis == .start || $0.basis == .assumption)
    }
    var known: [Int: Double] = [:]
    for figure in figures {
      guard let year = figure.period?.year else { continue }
      if let value = figure.reading.value?.doubleValue {
        known[year] = value
      } else if case .label(let words) = figure.reading {
        known[year] = try Self.value(of: words, known)
      }
    }
    guard known.count >= 2 else { return nil }
    path = try AssumptionPath(
      .linear, known.sorted { $0.key < $1.key }.map { .init(Double($0.key), $0.value) },
      holdsAfter: true)
    citations = figures.map(\.citation).uniqued
  }

  private static func value(of words: String, _ known: [Int: Double]) throws(ProjectionError)
    -> Double
  {
    let text = TextFolding.key(words)
    if text.contains("均衡") { return 0 }
    let numbers = text.split { !$0.isNumber && $0 != "/" }.map(String.init)
    for (index, number) in numbers.enumerated() {
      let parts = number.split(separator: "/").compactMap { Double($0) }
      guard parts.count == 2, parts[1] > 0, index > 0, let year = Int(numbers[index - 1]),
        let value = known[year]
      else { continue }
      return value * parts[0] / parts[1]
    }
    throw ProjectionError(code: .badPath, text: words)
  }

  /// The yearly net out-migration of a record beside the path.
  func rows(of record: MunicipalityRecord) -> [ProjectionGap.Row] {
    record.accounts.compactMap { account in
      guard case .calendarYear(let year) = account.period,
        let change = try? account.figure(.socialChange), let aim = try? path.value(at: Double(year))
      else { return nil }
      return .init(
        item: .netOutMigrationPath, period: account.period, observed: -Double(change.value),
        projected: aim, sources: change.sources + citations)
    }
  }
}
