public import MunicipalModel
public import OpenData

/// Sheets of the register of one definition over the years: the same people, counted on the same day of the year.
public struct RegistrySeries: Sendable {
  /// What all of them count.
  public let definition: PopulationDefinition
  /// The sheets, the oldest first.
  public let sheets: [ResidentRegistry]
  /// The sheets of consecutive years: the stock of one is what the rates of the next divide by.
  private let pairs: [CalendarDate: RegistryPair]

  /// What was noticed of sheets beside those of the year before.
  public var diagnostics: [Diagnostic] { sheets.flatMap { pairs[$0.stockDate]?.diagnostics ?? [] } }

  /// Sorts sheets by what they count.
  ///
  /// - Returns: the series, and what to tell of sheets of the same definition and day.
  static func series(
    of registries: [ResidentRegistry]
  ) -> (series: [RegistrySeries], doubled: [Diagnostic]) {
    var doubled: [Diagnostic] = []
    var groups: [PopulationDefinition: [ResidentRegistry]] = [:]
    // Of a sheet of the whole nation and one of prefectures or an excerpt, the whole one counts.
    for registry in registries.sorted(by: {
      ($1.rows.count, $0.document.rawValue) < ($0.rows.count, $1.document.rawValue)
    }) {
      let known = groups[registry.definition, default: []].first {
        $0.stockDate == registry.stockDate
      }
      guard let known else {
        groups[registry.definition, default: []].append(registry)
        continue
      }
      doubled.append(Self.doubled(registry, of: known))
    }
    let series = groups.map { definition, sheets in
      RegistrySeries(definition, sheets.sorted { $0.stockDate < $1.stockDate })
    }
    return (series.sorted { $0.comes(before: $1) }, doubled)
  }

  private static func doubled(
    _ registry: ResidentRegistry, of known: ResidentRegistry
  ) -> Diagnostic {
    // Some files hold rows of the whole nation and others an excerpt; both are right.
    let isSame = registry.rows.allSatisfy { row in
      row.area.code.flatMap { known.row($0) }.map { other in
        ResidentRegistry.Item.allCases.allSatisfy { row[$0]?.value == other[$0]?.value }
      } ?? true
    }
    return .doubledSheet(
      registry.document, registry.title, of: known.document, isSame: isSame)
  }

  private init(_ definition: PopulationDefinition, _ sheets: [ResidentRegistry]) {
    self.definition = definition
    self.sheets = sheets
    let pairs = ConcurrentWork.map(Array(zip(sheets, sheets.dropFirst()))) { before, sheet in
      try? RegistryPair(previous: before, current: sheet)
    }
    self.pairs = Dictionary(
      pairs.compactMap(\.self).map { ($0.current.stockDate, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// All residents first; then what has the newest sheet.
  private func comes(before other: Self) -> Bool {
    func key(_ series: Self) -> (Int, Int, String) {
      let order: [PopulationDefinition.ForeignResidents] = [
        .included, .excluded, .only, .notStated,
      ]
      return (
        order.firstIndex(of: series.definition.foreignResidents) ?? order.count,
        -(series.sheets.last?.stockDate.year ?? 0), series.definition.stockDate
      )
    }
    return key(self) < key(other)
  }

  /// The accounts of an area, the oldest first; none of a year in which it has no row.
  ///
  /// The opening stock is the population of the sheet before, of a municipality that merged the sum of its parts; where
  /// that sheet is not there, population less total change.
  public func accounts(of code: MunicipalityCode) -> [PopulationAccount] {
    sheets.compactMap { sheet in sheet.row(code).map { account(of: $0, in: sheet) } }
  }

  /// The year of a row of a sheet as an account, as ``accounts(of:)`` has it.
  func account(of row: ResidentRegistry.Row, in sheet: ResidentRegistry) -> PopulationAccount {
    pairs[sheet.stockDate]?.wholeAccount(of: row) ?? sheet.account(of: row)
  }

  /// The years of the flows, the oldest first.
  public var years: [Int] { sheets.map(\.period.year) }

  /// The sheet of a year with that of the year before, if both are there.
  public func pair(endingIn sheet: ResidentRegistry) -> RegistryPair? { pairs[sheet.stockDate] }

  /// The years between the first and the last sheet that have none, by the day of the stock.
  public var missingYears: [Int] { sheets.map(\.stockDate.year).gaps }

  /// The years of the flows that are asked for: those from the first sheet to the last, or those of a range.
  ///
  /// - Parameter years: the range; `nil` for all. An end more than 50 years from the sheets is none that was asked for.
  package func wantedYears(_ years: ClosedRange<Int>?) -> [Int] {
    guard let first = self.years.first, let last = self.years.last else { return [] }
    guard let years else { return Array(first...last) }
    let from = years.lowerBound < first - 50 ? first : years.lowerBound
    let to = years.upperBound > last + 50 ? last : years.upperBound
    return from <= to ? Array(from...to) : []
  }
}

extension [Int] {
  /// The numbers between the least and the largest that are not among them.
  package var gaps: [Int] {
    guard let first = self.min(), let last = self.max() else { return [] }
    let own = Set(self)
    return (first...last).filter { !own.contains($0) }
  }
}

extension Diagnostic {
  /// Tells that a sheet is not used because another one of the same day and definition is.
  static func doubledSheet(
    _ document: DocumentID, _ title: String, of known: DocumentID, isSame: Bool
  ) -> Self {
    Diagnostic(
      severity: isSame ? .warning : .error, code: isSame ? "doubled-sheet" : "conflicting-sheet",
      message: LocalizedText(
        ja: "\(known)と同じ日、同じ数え方の表です\(isSame ? "" : "が、値が違います")。使いません",
        en: "of the same day and definition as \(known)"
          + (isSame ? "; it is not used" : ", with other figures; it is not used")),
      citation: Citation(document: document, line: 1, printed: title))
  }
}
