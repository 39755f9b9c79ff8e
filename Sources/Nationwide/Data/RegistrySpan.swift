import Demography
public import MunicipalModel
public import OpenData

/// Consecutive years of a series of the register taken together, municipalities that merged as the one they became.
public struct RegistrySpan: Sendable {
  /// The series.
  public let series: RegistrySeries
  /// The sheets, the oldest first, one a year.
  public let sheets: [ResidentRegistry]
  /// The rows of each sheet by what tells areas apart.
  private let rows: [[Int: ResidentRegistry.Row]]

  /// Takes years of a series together.
  ///
  /// - Parameters:
  ///   - from: the first year of the flows; `nil` for the first of the series.
  ///   - to: the last year; `nil` for the last of the series.
  ///   - allowingWithheld: whether a sheet may be among them of which the ministry formed no rates.
  /// - Throws: ``OpenData/OpenDataError`` with `not-in-file` if a year has no sheet, or with `different-definition`.
  public init(
    _ series: RegistrySeries, from: Int? = nil, to: Int? = nil, allowingWithheld: Bool = false
  ) throws(OpenDataError) {
    self.series = series
    let first = from ?? series.years.first ?? 0
    let last = to ?? series.years.last ?? 0
    let sheets = series.sheets.filter { first <= $0.period.year && $0.period.year <= last }
    guard first <= last, sheets.count == last - first + 1 else {
      throw Self.noSheets(from: from, to: to, in: [series])
    }
    if let sheet = sheets.first(where: { $0.withheldRates != nil }), !allowingWithheld {
      throw OpenDataError(
        code: .differentDefinition, document: sheet.document,
        found: sheet.withheldRates?.message ?? LocalizedText(""))
    }
    self.sheets = sheets
    rows = sheets.map { sheet in
      Dictionary(
        sheet.rows.compactMap { row in row.area.number.map { ($0, row) } },
        uniquingKeysWith: { first, _ in first })
    }
  }

  /// Says that no series of a folder has all years of a span, and which years each has.
  static func noSheets(
    from: Int?, to: Int?, in all: [RegistrySeries], of source: DocumentID? = nil
  ) -> OpenDataError {
    let (first, last) = (from.map(String.init) ?? "", to.map(String.init) ?? "")
    let isAnySpan = from == nil && to == nil
    let found = all.map { series in
      let list = series.years.map(String.init).joined(separator: ", ")
      return (series.label, list)
    }
    return OpenDataError(
      code: .notInFile,
      document: source ?? all.first?.sheets.last?.document ?? DocumentID(rawValue: "open-data"),
      expected: LocalizedText(
        ja: isAnySpan
          ? "同じ数え方の表が初めから終わりまで毎年そろうこと" : "同じ数え方の表が\(first)～\(last)年のすべてにそろうこと",
        en: isAnySpan
          ? "sheets of one definition for every year from the first to the last"
          : "sheets of one definition for every year of \(first)–\(last)"),
      found: LocalizedText(
        ja: found.map { "\($0.0.ja): \($0.1)" }.joined(separator: "、"),
        en: found.map { "\($0.0.en): \($0.1)" }.joined(separator: "; ")))
  }

  /// The years, from first to last.
  public var period: Period? {
    guard let first = sheets.first?.period, let last = sheets.last?.period else { return nil }
    return first == last ? first : .span(first, last)
  }

  /// The years of an area of the last sheet, the oldest first, each of all the municipalities that it now is.
  ///
  /// People who moved between these count as having moved. There are none if it is not certain what merged, or if wards
  /// were drawn anew.
  public func accounts(of area: StatisticalArea) -> [PopulationAccount]? {
    guard let number = area.number else { return nil }
    var parts = [number]
    var accounts: [PopulationAccount] = []
    for index in sheets.indices.reversed() {
      let own = parts.compactMap { rows[index][$0] }
      guard own.count == parts.count else { return nil }
      let year = own.map { series.account(of: $0, in: sheets[index]) }
      let joined =
        year.count == 1 ? year[0] : PopulationAccount(joining: year, TracedNumber.mergedFormula)
      accounts.append(joined)
      guard index > sheets.startIndex else { break }
      // The population of the sheet before leads here, or the years are not of the same area.
      guard let pair = series.pair(endingIn: sheets[index]), joined.openingStock != nil,
        !own.contains(where: pair.isGrown)
      else { return nil }
      parts = parts.flatMap { pair.origins(of: $0) }
    }
    return accounts.reversed()
  }

  /// The years of an area of the last sheet taken together: the sums of their flows, the stocks at both ends.
  public func account(of area: StatisticalArea) -> PopulationAccount? {
    guard let accounts = accounts(of: area), let period else { return nil }
    return accounts.count == 1
      ? accounts[0] : PopulationAccount(following: accounts, period: period)
  }

  /// The mergers and other changes of municipalities between the sheets, the oldest first.
  public var changes: [MunicipalityChange] {
    sheets.dropFirst().flatMap { series.pair(endingIn: $0)?.changes ?? [] }
  }
}

extension RegistryPair {
  /// The areas of the sheet before that an area is made of, by what tells areas apart.
  fileprivate func origins(of number: Int) -> [Int] {
    guard let change = change(into: number) else { return [number] }
    return (change.kind == .absorption ? [number] : [])
      + change.predecessors.map(\.code.number)
  }

  /// The change that made an area what it is in the second sheet.
  func change(into number: Int) -> MunicipalityChange? {
    changes.first { $0.successor?.code.number == number }
  }
}
