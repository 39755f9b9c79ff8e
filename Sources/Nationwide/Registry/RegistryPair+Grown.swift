import MunicipalModel
import OpenData

/// Areas that took in people of others, which the sheet before counts elsewhere.
extension RegistryPair {
  /// How many people each prefecture had in municipalities of which nothing tells what became of them.
  static func lost(
    _ previous: ResidentRegistry, _ changes: [MunicipalityChange]
  ) -> [Prefecture: Int] {
    changes.filter { $0.kind == .disappeared }.flatMap(\.predecessors).reduce(into: [:]) {
      $0[$1.code.prefecture, default: 0] += previous.row($1.code)?.count(.population) ?? 0
    }
  }

  /// How many people of others areas took in, as far as their own change tells: municipalities beside one of which
  /// nothing tells what became of it, and the wards of a city into which a town merged.
  ///
  /// No more than the others had: a damaged population is no such gain, unless it is as small.
  static func grown(
    _ previous: ResidentRegistry, _ current: ResidentRegistry, _ changes: [MunicipalityChange],
    _ lost: [Prefecture: Int]
  ) -> [MunicipalityCode: Int] {
    let known = changes.filter { $0.successor != nil && !$0.predecessors.isEmpty }
    guard !lost.isEmpty || !known.isEmpty else { return [:] }
    func gain(_ row: ResidentRegistry.Row, upTo most: Int) -> Int? {
      guard let before = row.area.code.flatMap({ previous.row($0)?.count(.population) }),
        let after = row.count(.population),
        let change = row.count(.totalChange) ?? row.change?.value
      else { return nil }
      let gain = after - change - before
      return 0 < gain && gain <= most ? gain : nil
    }
    var gains: [MunicipalityCode: Int] = [:]
    // What the cities may have taken in, for their wards.
    var cities: [(area: StatisticalArea, people: Int)] = []
    for change in known where change.kind != .recoding {
      guard let area = change.successor.flatMap({ current.row($0.code)?.area }) else { continue }
      let parts = change.predecessors.compactMap { previous.row($0.code)?.count(.population) }
      cities.append((area, parts.reduce(0, +)))
    }
    let explained = Set(known.compactMap(\.successor?.code))
    for row in current.municipalities where !lost.isEmpty {
      guard let code = row.area.code, !explained.contains(code),
        let most = lost[code.prefecture], let gain = gain(row, upTo: most)
      else { continue }
      gains[code] = gain
      cities.append((row.area, gain))
    }
    for ward in current.rows where ward.area.kind == .ward {
      guard let code = ward.area.code,
        let city = cities.first(where: { RegistrySumCheck.isWard(ward.area, of: $0.area) })
      else { continue }
      gains[code] = gain(ward, upTo: city.people)
    }
    return gains
  }

  /// Tells that the rates of an area divide by another stock than that of the sheet before.
  func diagnostic(ofGain gain: Int, _ row: ResidentRegistry.Row) -> Diagnostic? {
    guard let citation = row.citation(.population),
      let opening = current.account(of: row).openingStock?.value
    else { return nil }
    return Diagnostic(
      severity: .warning, code: "took-in-others",
      message: LocalizedText(
        ja: "人口から増減数を引いた\(opening)は、前年の人口\(opening - gain)より\(gain)多くなります。"
          + "なくなった市町村の住民を受け入れたものとして、率は\(opening)で割ります",
        en:
          "the population less its change, \(opening), is \(gain) above that of the year before, "
          + "\(opening - gain), which people of municipalities that are gone may have made; the rates divide "
          + "by \(opening)"),
      citation: citation)
  }
}
