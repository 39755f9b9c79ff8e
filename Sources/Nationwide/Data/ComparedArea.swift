package import Demography
public import MunicipalModel
import OpenData

/// What municipalities are shown beside: figures that take no part in their ranks.
public struct ComparedArea: Sendable {
  /// What may stand beside municipalities.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// The prefecture of each.
    case prefecture
    /// The nation (全国).
    case nation
    /// The municipalities that are most alike in size and ageing, taken together.
    case peers
  }

  /// What it is.
  public let kind: Kind
  /// A stable name: the code of the prefecture, `japan`, or `peers-` and the code of the municipality.
  public let id: String
  /// The name.
  public let label: LocalizedText
  /// Its years, the oldest first.
  public let accounts: [PopulationAccount]
  /// The municipalities that it is the sum of, the most alike first; empty unless it is of peers.
  public let members: [Municipality]
  /// The years of each of the members; empty unless it is of peers.
  let memberAccounts: [[PopulationAccount]]
}

extension ComparedArea {
  /// The middle half of the members by a rate of a year.
  package struct Spread {
    /// A quarter of them is below.
    package let lower: Double
    /// Half of them is below.
    package let median: Double
    /// Three quarters are below.
    package let upper: Double
  }

  /// The quartiles of the members' rates in a year, by straight line between them; `nil` of fewer than four rates.
  package func spread(
    of kind: CrudeRateKind, _ definition: RateDefinition, in period: Period
  ) -> Spread? {
    let rates = memberAccounts.compactMap { accounts in
      try? accounts.first { $0.period == period }?.crudeRate(of: kind, definition).value
    }.sorted()
    guard rates.count > 3 else { return nil }
    func quantile(_ share: Double) -> Double { StochasticProjection.quantile(rates, share) }
    return Spread(lower: quantile(0.25), median: quantile(0.5), upper: quantile(0.75))
  }
}

extension NationwideData {
  /// What some municipalities are shown beside, by the sheets of a series.
  ///
  /// Peers are found by the newest sheet of the series, and by the ageing rates of the folder's other files; see
  /// ``NationwideTable/peers(of:count:)``. Their line is the sum of their figures, of the years that all of them have.
  ///
  /// - Parameters:
  ///   - kinds: what is asked for.
  ///   - towns: the municipalities.
  ///   - series: the sheets.
  ///   - years: the years of the flows; `nil` for all.
  ///   - peers: how many municipalities make the peers of each.
  public func areas(
    beside towns: [MunicipalityData], _ kinds: Set<ComparedArea.Kind>, in series: RegistrySeries,
    years: ClosedRange<Int>? = nil, peers: Int = 10
  ) -> [ComparedArea] {
    var found: [ComparedArea] = []
    if kinds.contains(.peers) {
      found += towns.compactMap { self.peers(of: $0, in: series, years, count: peers) }
    }
    if kinds.contains(.prefecture) {
      let own = towns.filter { $0.area.kind != .prefecture }.compactMap(\.area.prefecture)
      for prefecture in own.uniqued {
        let accounts = series.accounts(years) { $0.prefecture(prefecture) }
        found.append(
          ComparedArea(
            kind: .prefecture, id: (prefecture.rawValue < 10 ? "0" : "") + "\(prefecture.rawValue)",
            label: prefecture.name,
            accounts: accounts, members: [], memberAccounts: []))
      }
    }
    if kinds.contains(.nation) {
      found.append(
        ComparedArea(
          kind: .nation, id: "japan", label: LocalizedText(ja: "全国", en: "Japan"),
          accounts: series.accounts(years, row: \.nation), members: [],
          memberAccounts: []))
    }
    return found.filter { !$0.accounts.isEmpty }
  }

  private func peers(
    of town: MunicipalityData, in series: RegistrySeries, _ years: ClosedRange<Int>?, count: Int
  ) -> ComparedArea? {
    guard let newest = series.sheets.last(where: { years?.contains($0.period.year) != false })
    else { return nil }
    let others = tables.map(\.table).filter { table in
      if case .registry = table { false } else { true }
    }
    let table = try? NationwideTable([.registry(newest)] + others)
    let found = table?.peers(of: town.municipality.code, count: count) ?? []
    let members = found.compactMap(\.member.area.romanized)
    guard !members.isEmpty else { return nil }
    let names = LocalizedText(
      ja: "\(town.municipality.name.ja)に似た\(members.count)市区町村の合計",
      en: "sum of \(members.count) peers of \(town.municipality.name.en)")
    let memberAccounts = members.map { member in series.accounts(years) { $0.row(member.code) } }
    let each = memberAccounts.map { accounts in
      Dictionary(accounts.map { ($0.period, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let accounts = series.sheets.map(\.period).compactMap { period -> PopulationAccount? in
      let year = each.compactMap { $0[period] }
      return year.count == members.count ? PopulationAccount(joining: year, names) : nil
    }
    return ComparedArea(
      kind: .peers, id: "peers-\(town.municipality.code.sixDigits)", label: names,
      accounts: accounts, members: members, memberAccounts: memberAccounts)
  }
}

extension RegistrySeries {
  /// The years of a row of each sheet from which rates are formed, the oldest first.
  fileprivate func accounts(
    _ years: ClosedRange<Int>?, row: (ResidentRegistry) -> ResidentRegistry.Row?
  ) -> [PopulationAccount] {
    sheets.filter { $0.withheldRates == nil && years?.contains($0.period.year) != false }
      .compactMap { sheet in row(sheet).map { account(of: $0, in: sheet) } }
  }
}
