import MunicipalModel
import OpenData

/// Looks for the changes of one prefecture.
struct ChangeSearch {
  typealias Stock = MunicipalityChange.Stock

  private var gone: [Stock]
  private var targets: [ChangeTarget]
  private var found: [MunicipalityChange] = []
  /// Why the rest is not explained, as far as the search knows.
  private var doubt = MunicipalityChange.Evidence.codes

  init(_ earlier: [Stock], _ later: [Stock]) {
    func byCode(_ list: [Stock]) -> [MunicipalityCode: Stock] {
      Dictionary(list.map { ($0.municipality.code, $0) }) { first, _ in first }
    }
    let before = byCode(earlier)
    let after = byCode(later).values.sorted { $0.municipality.code < $1.municipality.code }
    let remaining = Set(after.map(\.municipality.code))
    gone = before.values.filter { !remaining.contains($0.municipality.code) }
      .sorted { $0.municipality.code < $1.municipality.code }
    let smallest = gone.map(\.population).min()
    targets = after.compactMap { stock in
      guard let own = before[stock.municipality.code] else {
        return ChangeTarget(
          successor: stock.municipality, need: stock.opening ?? stock.population, isNew: true,
          isStated: stock.opening != nil)
      }
      // Without the change of the stock, what a municipality gained is not told from its own growth.
      guard let smallest, let opening = stock.opening else { return nil }
      let gain = opening.subtractingReportingOverflow(own.population)
      guard !gain.overflow, gain.partialValue > 0,
        gain.partialValue >= smallest - smallest / 100
      else { return nil }
      return ChangeTarget(
        successor: stock.municipality, need: gain.partialValue, isNew: false, isStated: true)
    }
  }

  mutating func run() -> [MunicipalityChange] {
    for isExact in [true, false] {
      // What is found leaves fewer groups for the rest.
      while explain(isExact: isExact), !gone.isEmpty {}
    }
    for target in targets where target.isNew {
      found.append(
        MunicipalityChange(
          kind: .appeared, successor: target.successor, predecessors: [], evidence: doubt))
    }
    if !gone.isEmpty {
      for target in targets where !target.isNew {
        found.append(
          MunicipalityChange(
            kind: .absorption, successor: target.successor, predecessors: [], evidence: doubt))
      }
    }
    for stock in gone {
      found.append(
        MunicipalityChange(
          kind: .disappeared, successor: nil, predecessors: [stock.municipality], evidence: doubt))
    }
    return found
  }

  /// Explains some of the targets; tells whether any could be.
  private mutating func explain(isExact: Bool) -> Bool {
    let open = targets.indices.filter { targets[$0].isStated || !isExact }
    guard !gone.isEmpty, !open.isEmpty else { return false }
    let groups = ChangeGroups(gone, open.map { targets[$0] }, isExact: isExact)
    let chosen = groups.chosen()
    if chosen.contains(where: { $0 != nil }) {
      doubt = .codes
    } else if !groups.isComplete {
      doubt = .searchGivenUp
    } else if groups.candidates.contains(where: { $0.count > 1 }), doubt == .codes {
      doubt = .ambiguous
    }
    for (position, choice) in zip(open, chosen) {
      guard let choice else { continue }
      let target = targets[position]
      let members = groups.members(choice.group)
      found.append(
        MunicipalityChange(
          kind: !target.isNew ? .absorption : members.count == 1 ? .recoding : .merger,
          successor: target.successor, predecessors: members.map(\.municipality),
          evidence: !isExact ? .nearPopulations : choice.isCertain ? .populations : .ambiguous))
      gone.removeAll { members.contains($0) }
    }
    let explained = Set(zip(open, chosen).compactMap { $1 == nil ? nil : $0 })
    targets = targets.enumerated().filter { !explained.contains($0.offset) }.map(\.element)
    return !explained.isEmpty
  }
}

/// A municipality of the later table that gone ones may have become a part of.
struct ChangeTarget {
  let successor: Municipality
  /// The population that the gone ones must add up to.
  let need: Int
  /// Whether its code is new.
  let isNew: Bool
  /// Whether the table tells the population of the year before.
  let isStated: Bool
}
