import MunicipalModel
import OpenData

/// What the sums and the wards of two sheets hold, to tell a change of members from one of people.
///
/// The stock of the year before is that of the same area if the population less its change leads back to it.
struct RegistryMembers {
  private let current: ResidentRegistry
  private let before: Rows
  private let now: Rows
  /// The wards of cities whose wards were drawn anew.
  private let redrawn: Set<MunicipalityCode>

  init(_ previous: ResidentRegistry, _ current: ResidentRegistry) {
    self.current = current
    before = Rows(previous)
    now = Rows(current)
    var seen: Set<MunicipalityCode> = []
    var redrawn: Set<MunicipalityCode> = []
    for ward in current.rows where ward.area.kind == .ward {
      guard let code = ward.area.code, !seen.contains(code) else { continue }
      let own = now.wards(beside: ward)
      let codes = [code] + own.compactMap(\.area.code)
      seen.formUnion(codes)
      if Self.areRedrawn(own, from: before.wards(beside: ward), current) {
        redrawn.formUnion(codes)
      }
    }
    self.redrawn = redrawn
  }

  /// Whether the sheet before has no sum of the name or the code.
  func isNew(_ row: ResidentRegistry.Row) -> Bool { before.sums(like: row).isEmpty }

  /// The population of a 郡 or another sum in the sheet before, if it holds the same municipalities.
  ///
  /// Hokkaido has 郡 of one name in several 振興局: of these it is the one from which the change leads here.
  func opening(ofSum row: ResidentRegistry.Row) -> TracedNumber? {
    let found = before.sums(like: row).compactMap { $0.traced(.population) }
    guard let own = current.account(of: row).openingStock?.value else {
      return found.count == 1 && !hasOtherMembers(row) ? found[0] : nil
    }
    if let same = found.first(where: { $0.value == own }) { return same }
    // With the same members another stock is a difference of the figures; without a code it may be another sum.
    let isSame = row.area.code != nil && found.count == 1 && !hasOtherMembers(row)
    return isSame ? found[0] : nil
  }

  /// Whether a sum holds other municipalities than before: those named after the 郡, else those of its prefecture.
  private func hasOtherMembers(_ row: ResidentRegistry.Row) -> Bool {
    let lists = [before.members(of: row), now.members(of: row)]
    if lists.contains(where: { !$0.isEmpty }) { return lists[0] != lists[1] }
    return before.municipalities(of: row) != now.municipalities(of: row)
  }

  /// Whether the wards of a ward's city were drawn anew.
  func hasOtherWards(_ row: ResidentRegistry.Row) -> Bool {
    row.area.code.map(redrawn.contains) ?? false
  }

  /// Whether the wards of a city were drawn anew.
  ///
  /// They were if other wards are there than before, or if people changed wards and not the city: the opening
  /// stocks of at least two are not those of the sheet before, but add up to the same.
  private static func areRedrawn(
    _ own: [ResidentRegistry.Row], from old: [ResidentRegistry.Row], _ current: ResidentRegistry
  ) -> Bool {
    guard !old.isEmpty else { return false }
    guard Set(own.map(\.area.code)) == Set(old.map(\.area.code)) else { return true }
    let stocks = Dictionary(
      old.map { ($0.area.code, $0.count(.population)) }, uniquingKeysWith: { first, _ in first })
    var differing = 0
    var balance = 0
    for ward in own {
      guard let stock = stocks[ward.area.code] ?? nil,
        let opening = current.account(of: ward).openingStock?.value
      else { return false }
      if stock != opening { differing += 1 }
      balance += opening - stock
    }
    return differing > 1 && balance == 0
  }

  /// The rows of one sheet by what they belong to.
  private struct Rows {
    private let sums: [String: [ResidentRegistry.Row]]
    private let municipalities: [Prefecture?: [ResidentRegistry.Row]]
    private let wards: [Prefecture?: [ResidentRegistry.Row]]
    private let cities: [Prefecture?: [ResidentRegistry.Row]]

    init(_ registry: ResidentRegistry) {
      sums = Dictionary(grouping: registry.rows.filter { $0.area.kind == .subtotal }) {
        Self.key($0)
      }
      municipalities = Dictionary(grouping: registry.municipalities, by: \.area.prefecture)
      wards = Dictionary(
        grouping: registry.rows.filter { $0.area.kind == .ward }, by: \.area.prefecture)
      cities = Dictionary(
        grouping: registry.rows.filter { $0.area.kind == .designatedCity },
        by: \.area.prefecture)
    }

    /// The code, else the prefecture and the name, which may stand twice.
    private static func key(_ row: ResidentRegistry.Row) -> String {
      row.area.code?.fiveDigits ?? "\(row.area.prefecture?.rawValue ?? 0)/\(row.area.name)"
    }

    func sums(like row: ResidentRegistry.Row) -> [ResidentRegistry.Row] {
      sums[Self.key(row)] ?? []
    }

    func municipalities(of row: ResidentRegistry.Row) -> Set<MunicipalityCode> {
      Set((municipalities[row.area.prefecture] ?? []).compactMap(\.area.code))
    }

    /// The municipalities whose names begin with that of a 郡.
    func members(of row: ResidentRegistry.Row) -> Set<MunicipalityCode> {
      let name = row.area.name
      guard name.hasSuffix("郡") else { return [] }
      return Set(
        (municipalities[row.area.prefecture] ?? []).filter { $0.area.name.hasPrefix(name) }
          .compactMap(\.area.code))
    }

    /// The wards of a ward's city, itself among them.
    func wards(beside row: ResidentRegistry.Row) -> [ResidentRegistry.Row] {
      let all = wards[row.area.prefecture] ?? []
      if let end = row.area.name.firstIndex(of: "市") {
        let city = row.area.name[...end]
        return all.filter { $0.area.name.hasPrefix(city) }
      }
      let city = cities[row.area.prefecture]?.first {
        RegistrySumCheck.isWard(row.area, of: $0.area)
      }
      guard let city else { return [] }
      return all.filter { RegistrySumCheck.isWard($0.area, of: city.area) }
    }
  }
}
