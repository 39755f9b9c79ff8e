public import MunicipalModel
public import OpenData

extension MigrationFlows {
  /// An area that people moved from to a municipality, and to from it, in a year.
  public struct Partner: Hashable, Sendable {
    /// The other area.
    public let area: StatisticalArea
    /// Those who came from it; `nil` if the table does not list the pair.
    public let arrivals: TracedNumber?
    /// Those who went to it; `nil` as above.
    public let departures: TracedNumber?

    /// Arrivals less departures; `nil` if one is not listed.
    public var balance: TracedNumber? {
      guard let arrivals, let departures else { return nil }
      return TracedNumber(
        arrivals.value - departures.value, sources: arrivals.sources + departures.sources,
        formula: LocalizedText(ja: "転入 − 転出", en: "arrivals − departures"))
    }
  }
}

/// Where the movers of a municipality came from and went in one year.
public struct MigrationFlows: Hashable, Sendable {
  /// The year.
  public let period: Period
  /// Which movers are counted.
  public let nationality: MoverTable.Row.Nationality
  /// The other areas: municipalities, prefectures and others, the largest balance in size first; those without a
  /// balance by their movers.
  public let partners: [MigrationFlows.Partner]

  /// The partners of some areas only.
  public func partners(_ areas: RankedAreas) -> [MigrationFlows.Partner] {
    partners.filter { areas.includes($0.area) }
  }
}

extension MunicipalityData {
  /// Where people came from and went, the newest year first; of all movers where the files have them.
  ///
  /// The files are 移動前の住所地別転入者数 of e-Stat.
  public var flows: [MigrationFlows] {
    let code = municipality.code
    let all = data.tables.flatMap { table -> [MigrationFlow] in
      if case .estat(let file) = table.table { file.flows(of: code) } else { [] }
    }
    let order: [MoverTable.Row.Nationality] = [.all, .japanese, .foreign]
    let byYear = Dictionary(grouping: all) { $0.period }
    return byYear.keys.compactMap(\.self).sorted(by: >).compactMap { period in
      let own = byYear[period] ?? []
      let nationality =
        order.first { wanted in own.contains { $0.nationality == wanted } }
        ?? own.first?.nationality
      return nationality.map { wanted in
        MigrationFlows(
          period: period, nationality: wanted,
          partners: Self.partners(own.filter { $0.nationality == wanted }, of: code))
      }
    }
  }

  private static func partners(
    _ flows: [MigrationFlow], of code: MunicipalityCode
  ) -> [MigrationFlows.Partner] {
    var areas: [StatisticalArea] = []
    var arrivals: [String: TracedNumber] = [:]
    var departures: [String: TracedNumber] = [:]
    func key(_ area: StatisticalArea) -> String { area.code?.fiveDigits ?? area.name }
    var seen: Set<String> = []
    for flow in flows {
      let isArrival = flow.destination.code == code
      let other = isArrival ? flow.origin : flow.destination
      if other.code == code { continue }
      if seen.insert(key(other)).inserted { areas.append(other) }
      if isArrival {
        arrivals[key(other)] = arrivals[key(other)] ?? flow.people
      } else {
        departures[key(other)] = departures[key(other)] ?? flow.people
      }
    }
    return areas.map { area in
      MigrationFlows.Partner(
        area: area, arrivals: arrivals[key(area)], departures: departures[key(area)])
    }.sorted { left, right in
      func size(_ partner: MigrationFlows.Partner) -> (Int, Int) {
        (
          partner.balance.map { abs($0.value) } ?? -1,
          (partner.arrivals?.value ?? 0) + (partner.departures?.value ?? 0)
        )
      }
      let (first, second) = (size(left), size(right))
      guard first == second else { return first > second }
      return (left.area.code?.number ?? 0) < (right.area.code?.number ?? 0)
    }
  }
}

extension NationwideData {
  /// Which movers of which years the files tell the flows of.
  package var flowTimes: [(who: MoverTable.Row.Nationality, period: Period?)] {
    tables.flatMap { table -> [(who: MoverTable.Row.Nationality, period: Period?)] in
      if case .estat(let file) = table.table { file.flowTimes } else { [] }
    }
  }
}
