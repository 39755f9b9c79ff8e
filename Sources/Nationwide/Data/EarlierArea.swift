public import MunicipalModel
import OpenData

/// What an area was made of on an earlier day, as the register proves it: the populations of the parts add up, year by year.
public struct EarlierArea: Hashable, Sendable {
  /// The earlier day.
  public let day: CalendarDate
  /// The municipalities that it was made of.
  public let parts: [Municipality]
  /// The mergers and new codes on the way, the newest first.
  public let changes: [MunicipalityChange]
  /// Where the sheets of the register print the area after each of them.
  public let sources: [Citation]

  /// One line for a person to read, without the municipality's name.
  public var message: LocalizedText {
    let places = sources.map(\.shortPlace).joined(separator: ", ")
    return LocalizedText(
      ja: "\(day)の年齢別人口は\(parts.map(\.name.ja).joined(separator: "と"))の"
        + (parts.count > 1 ? "合計です" : "ものです")
        + "（\(changes.map(\.message.ja).joined(separator: "、"))。\(places)）",
      en:
        "the population by age of \(day) is that of \(parts.map(\.name.en).joined(separator: " and ")) "
        + "(\(changes.map(\.message.en).joined(separator: "; ")); \(places))")
  }
}

extension RegistrySeries {
  /// What an area of a day was made of on an earlier one.
  ///
  /// - Returns: `nil` if a sheet between the days is missing, or if the population of one is not that of its parts and
  ///   the change.
  func earlierArea(
    of municipality: Municipality, on day: CalendarDate, from later: CalendarDate
  ) -> EarlierArea? {
    let between = sheets.filter { day < $0.stockDate && $0.stockDate <= later }
    guard let first = sheets.first(where: { $0.stockDate == day }),
      between.last?.stockDate == later, between.count == later.year - day.year
    else { return nil }
    var parts = [municipality]
    var changes: [MunicipalityChange] = []
    var sources: [Citation] = []
    for sheet in between.reversed() {
      guard let pair = pair(endingIn: sheet) else { return nil }
      var before: [Municipality] = []
      for part in parts {
        guard let row = sheet.row(part.code), pair.isProven(row) else { return nil }
        guard let change = pair.change(into: part.code.number) else {
          before.append(part)
          continue
        }
        changes.append(change)
        if let place = row.citation(.population) { sources.append(place) }
        before += (change.kind == .absorption ? [part] : []) + change.predecessors
      }
      parts = before
    }
    guard parts.allSatisfy({ first.row($0.code) != nil }) else { return nil }
    return EarlierArea(day: day, parts: parts, changes: changes, sources: sources)
  }
}

extension RegistryPair {
  /// Whether the population of a row is that of its parts in the sheet before and the printed change.
  fileprivate func isProven(_ row: ResidentRegistry.Row) -> Bool {
    guard let before = openingStock(of: row)?.value, let after = row.count(.population),
      let change = row.change?.value
    else { return false }
    let (sum, overflow) = before.addingReportingOverflow(change)
    return !overflow && sum == after
  }
}
