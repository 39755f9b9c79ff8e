import MunicipalModel

/// A row against the sum of its parts: the nation, a prefecture, a designated city.
package struct RegistrySumCheck: Hashable, Sendable {
  /// What the comparison finds.
  package enum Outcome: String, Hashable, Sendable, Codable {
    /// Every item is the sum of its parts.
    case agrees
    /// An item differs although the parts seem to be all there.
    case differs
    /// The parts have fewer people than the whole: the file lacks some of them.
    case incomplete
  }

  /// An item whose sum differs.
  package struct Difference: Hashable, Sendable {
    /// The item.
    package let item: ResidentRegistry.Item
    /// The figure of the whole as printed.
    package let printed: Int
    /// The sum of its parts.
    package let sum: Int
  }

  /// The row of the whole.
  package let total: ResidentRegistry.Row
  /// How many parts have a row.
  package let memberCount: Int
  /// The items whose sum differs.
  package let differences: [Difference]
  /// What the comparison finds.
  package let outcome: Outcome

  init(_ total: ResidentRegistry.Row, _ members: [ResidentRegistry.Row]) {
    self.total = total
    memberCount = members.count
    var differences: [Difference] = []
    for item in ResidentRegistry.Item.allCases where !item.isRate {
      guard let printed = total.count(item) else { continue }
      let counts = members.compactMap { $0.count(item) }
      guard counts.count == members.count else { continue }
      let sum = counts.reduce(0, &+)
      if sum != printed { differences.append(Difference(item: item, printed: printed, sum: sum)) }
    }
    self.differences = differences
    outcome =
      differences.isEmpty ? .agrees : Self.lacksPersons(total, differences) ? .incomplete : .differs
  }

  /// Whether parts are missing: males, females and both are short by numbers that add up, and so are
  /// the households.
  ///
  /// Single damaged figures leave the others as they are.
  private static func lacksPersons(_ total: ResidentRegistry.Row, _ differences: [Difference])
    -> Bool
  {
    func lack(_ item: ResidentRegistry.Item) -> Int {
      differences.first { $0.item == item }.map { $0.printed &- $0.sum } ?? 0
    }
    guard lack(.population) > 0 else { return false }
    if total.count(.households) != nil, lack(.households) <= 0 { return false }
    guard total.count(.male) != nil, total.count(.female) != nil else { return true }
    // Residents of blank sex, since 2025, are in the total alone.
    let blank = lack(.population) &- lack(.male) &- lack(.female)
    let limit =
      (total.count(.population) ?? 0) - (total.count(.male) ?? 0) - (total.count(.female) ?? 0)
    return lack(.male) >= 0 && lack(.female) >= 0 && (0...max(0, limit)).contains(blank)
  }

  /// Compares every whole that has parts in the rows; subtotals are no parts.
  static func checks(of rows: [ResidentRegistry.Row]) -> [RegistrySumCheck] {
    var checks: [RegistrySumCheck] = []
    let prefectures = rows.filter { $0.area.kind == .prefecture }
    let members = Dictionary(grouping: rows.filter { $0.area.isMunicipality }) {
      $0.area.prefecture
    }
    let wards = Dictionary(grouping: rows.filter { $0.area.kind == .ward }) { $0.area.prefecture }
    if let nation = rows.first(where: { $0.area.kind == .nation }), !prefectures.isEmpty {
      checks.append(RegistrySumCheck(nation, prefectures))
    }
    for prefecture in prefectures {
      guard let parts = members[prefecture.area.prefecture] else { continue }
      checks.append(RegistrySumCheck(prefecture, parts))
    }
    for city in rows where city.area.kind == .designatedCity {
      let parts = (wards[city.area.prefecture] ?? []).filter { isWard($0.area, of: city.area) }
      if !parts.isEmpty { checks.append(RegistrySumCheck(city, parts)) }
    }
    return checks
  }

  /// By name, 札幌市中央区 of 札幌市; by code where wards are printed without their city.
  package static func isWard(_ ward: StatisticalArea, of city: StatisticalArea) -> Bool {
    if ward.name.contains("市") { return ward.name.hasPrefix(city.name) }
    guard let wardCode = ward.code?.number, let cityCode = city.code?.number else { return false }
    return (1..<(cityCode % 100 == 0 ? 30 : 20)).contains(wardCode - cityCode)
  }
}

extension ResidentRegistry {
  /// Every whole of the file against the sum of its parts.
  package var sumChecks: [RegistrySumCheck] { RegistrySumCheck.checks(of: rows) }
}
