public import MunicipalModel
public import OpenData

/// The sheets of two consecutive years: the stock of the first is what the rates of the second divide by.
public struct RegistryPair: Sendable {
  /// The sheet of the year before.
  public let previous: ResidentRegistry
  /// The sheet of the year.
  public let current: ResidentRegistry
  /// Municipalities that merged, were renamed or got another code in between.
  public let changes: [MunicipalityChange]
  /// Whether the sheets count alike; if not, they were paired because it was asked for.
  public let countsAlike: Bool

  /// What was noticed of the two together: populations that are not the previous one and the change.
  public private(set) var diagnostics: [Diagnostic] = []

  /// The stocks of the year before that are not those of a row of the same code; `nil` where it is not certain.
  private let mergedStocks: [Int: TracedNumber?]
  private let members: RegistryMembers
  /// How many people of others the areas took in of which no sum of stocks tells it.
  private let grown: [MunicipalityCode: Int]

  /// Pairs two sheets.
  ///
  /// - Parameter allowingOtherDefinition: whether sheets may be paired that count other residents, such
  ///   as those before and after foreign residents entered the register in July 2012, or on another day
  ///   of the year, such as the last of 31 March and the first of 1 January.
  /// - Throws: ``OpenData/OpenDataError`` with `different-definition`, or with `not-consecutive` if the first stock
  ///   is not the beginning of the second sheet's year.
  public init(
    previous: ResidentRegistry, current: ResidentRegistry, allowingOtherDefinition: Bool = false
  ) throws(OpenDataError) {
    countsAlike = previous.definition == current.definition
    let years = current.stockDate.year - previous.stockDate.year
    if !countsAlike, !allowingOtherDefinition {
      throw OpenDataError(
        code: .differentDefinition, document: previous.document,
        expected: Self.describe(current), found: Self.describe(previous))
    }
    guard years == 1, previous.stockDate < current.stockDate else {
      throw OpenDataError(
        code: .notConsecutive, document: previous.document,
        expected: LocalizedText(
          ja: "\(current.stockDate)の1年前", en: "one year before \(current.stockDate)"),
        found: LocalizedText(previous.stockDate.description))
    }
    self.previous = previous
    self.current = current
    changes = MunicipalityChange.changes(
      from: previous.municipalities.compactMap { MunicipalityChange.Stock($0) },
      to: current.municipalities.compactMap { MunicipalityChange.Stock($0) })
    let lost = Self.lost(previous, changes)
    mergedStocks = Self.mergedStocks(previous, current, changes, lost)
    members = RegistryMembers(previous, current)
    grown = Self.grown(previous, current, changes, lost)
    if countsAlike { diagnostics = stockDiagnostics() }
  }

  private static func describe(_ registry: ResidentRegistry) -> LocalizedText {
    let words = registry.definition.foreignResidents.counted
    return LocalizedText(
      ja: "\(registry.stockDate) \(words.ja)", en: "\(registry.stockDate), \(words.en)")
  }

  /// The stock of the year before of municipalities that merged, by code: the sum of the parts.
  ///
  /// There is none where it is not certain what merged: the stock of a part alone would be too small. A municipality whose
  /// change is not known may have taken in one of its prefecture of which nothing tells what became of it.
  private static func mergedStocks(
    _ previous: ResidentRegistry, _ current: ResidentRegistry, _ changes: [MunicipalityChange],
    _ lost: [Prefecture: Int]
  ) -> [Int: TracedNumber?] {
    var stocks: [Int: TracedNumber?] = [:]
    func stock(_ code: MunicipalityCode) -> TracedNumber? {
      stocks[code.number] ?? previous.row(code)?.traced(.population)
    }
    for change in changes {
      guard let code = change.successor?.code else { continue }
      guard change.evidence == .populations else {
        stocks[code.number] = .some(nil)
        continue
      }
      let parts = change.predecessors.map { stock($0.code) }
      let own = change.kind == .absorption ? [stock(code)] : []
      let sum = TracedNumber.sum(own + parts, TracedNumber.mergedFormula)
      if let sum { stocks[code.number] = sum }
    }
    for row in current.rows where !lost.isEmpty && row.change == nil {
      if let code = row.area.municipality?.code, lost[code.prefecture] != nil {
        stocks[code.number] = .some(nil)
      }
    }
    return stocks
  }

  /// Whether an area is not the one that it was in the sheet before, though its own figures tell the year.
  package func isGrown(_ row: ResidentRegistry.Row) -> Bool { gain(of: row) != nil }

  private func gain(of row: ResidentRegistry.Row) -> Int? { row.area.code.flatMap { grown[$0] } }

  /// The year of an area as an account, with the population of the sheet before as opening stock.
  ///
  /// The opening stock is missing if the area has no row in that sheet.
  public func account(of row: ResidentRegistry.Row) -> PopulationAccount {
    current.account(of: row, opening: openingStock(of: row))
  }

  /// The year of an area as ``account(of:)`` has it; where the sheet before left the area out, or has it without what it
  /// took in since, the opening stock is the population less its change.
  func wholeAccount(of row: ResidentRegistry.Row) -> PopulationAccount {
    let account = account(of: row)
    return account.openingStock == nil && (isLeftOutBefore(row) || isGrown(row))
      ? current.account(of: row) : account
  }

  /// Whether the sheet before has no row of an area that was there: an excerpt, or a sheet without sums.
  ///
  /// A municipality whose code is new was there under it if none of its prefecture is gone that it could be made of.
  private func isLeftOutBefore(_ row: ResidentRegistry.Row) -> Bool {
    guard let prefecture = row.area.prefecture else {
      return row.area.kind == .nation && previous.nation == nil
    }
    switch row.area.kind {
    case .prefecture: return previous.prefecture(prefecture) == nil
    case .municipality, .designatedCity, .specialWard:
      return row.area.code.map { previous.row($0) == nil } ?? false
        && !changes.contains { $0.predecessors.contains { $0.code.prefecture == prefecture } }
    default: return false
    }
  }

  /// The population in the sheet before.
  public func openingStock(of row: ResidentRegistry.Row) -> TracedNumber? {
    opening(of: row)?.stock
  }

  /// The population in the sheet before, without its cells.
  func openingCount(of row: ResidentRegistry.Row) -> Int? { opening(of: row)?.count }

  /// The population of a row of the sheet before, or a sum.
  private enum Opening {
    case row(ResidentRegistry.Row)
    case sum(TracedNumber)

    var stock: TracedNumber? {
      switch self {
      case .row(let row): row.traced(.population)
      case .sum(let sum): sum
      }
    }

    var count: Int? {
      switch self {
      case .row(let row): row.count(.population)
      case .sum(let sum): sum.value
      }
    }
  }

  private func opening(of row: ResidentRegistry.Row) -> Opening? {
    switch row.area.kind {
    case .nation: previous.nation.map { .row($0) }
    case .prefecture:
      row.area.prefecture.flatMap { previous.prefecture($0) }.map { .row($0) }
    case .subtotal: members.opening(ofSum: row).map { .sum($0) }
    case .ward: members.hasOtherWards(row) ? nil : row.area.code.flatMap { opening(of: $0) }
    default: row.area.code.flatMap { opening(of: $0) }
    }
  }

  private func opening(of code: MunicipalityCode) -> Opening? {
    if grown[code] != nil { return nil }
    if let merged = mergedStocks[code.number] { return merged.map { .sum($0) } }
    return previous.row(code).map { .row($0) }
  }

  /// Why an area has no opening stock.
  func reasonWithoutOpening(_ row: ResidentRegistry.Row) -> RegistryRateChecks.Reason {
    if row.area.kind == .subtotal { return members.isNew(row) ? .newArea : .otherMembers }
    if row.area.kind == .ward, members.hasOtherWards(row) { return .otherWards }
    if isGrown(row) { return .uncertainMerger }
    let isUncertain = changes.contains {
      $0.successor?.code == row.area.code && $0.kind != .appeared && $0.evidence != .populations
    }
    return isUncertain ? .uncertainMerger : .newArea
  }

  /// Names the rows whose population is not that of the year before and the change.
  private func stockDiagnostics() -> [Diagnostic] {
    var leftOut = 0
    let differing = current.rows.compactMap { row -> Diagnostic? in
      if let gain = gain(of: row) { return diagnostic(ofGain: gain, row) }
      guard let before = opening(of: row)?.count else {
        if isLeftOutBefore(row) { leftOut += 1 }
        return nil
      }
      guard let after = row.count(.population), let change = row.count(.totalChange),
        let citation = row.citation(.population)
      else { return nil }
      let (expected, overflow) = before.addingReportingOverflow(change)
      guard overflow || expected != after else { return nil }
      return Diagnostic(
        severity: .warning, code: "stock-differs",
        message: LocalizedText(
          ja: "前年の人口\(before)に増減数\(change)を加えた値と違います",
          en: "not the population of the year before, \(before), and the change, \(change)"),
        citation: citation)
    }
    guard leftOut > 0 else { return differing }
    let excerpt = Diagnostic(
      severity: .warning, code: "sheet-before-incomplete",
      message: LocalizedText(
        ja: "\(current.document)の\(leftOut)地域の行がありません（抜粋のようです）。これらの率は、人口から増減数を引いた値で割ります",
        en:
          "\(leftOut) areas of \(current.document) have no row here, which seems to be an excerpt; their rates "
          + "divide by the population less its change"),
      citation: Citation(document: previous.document, line: 1, printed: previous.title))
    return [excerpt] + differing
  }
}
