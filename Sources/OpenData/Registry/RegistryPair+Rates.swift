public import Demography
import MunicipalModel

/// The published rates of a sheet, each formed again from the population of the year before.
public struct RegistryRateChecks: Sendable {
  /// One published rate.
  public struct Check: Sendable {
    /// The row.
    public let row: RegistryRow
    /// The column.
    public let item: RegistryItem
    /// The published rate against the re-derived one.
    public let result: PublishedRateCheck
  }

  /// The rates that could be formed again.
  public let checks: [Check]
  /// How many published rates could not be: the area is new, or nobody lived there.
  public let notComputable: Int

  /// How many rates agree.
  public var agreeing: Int { checks.count { $0.result.outcome == .agrees } }

  /// The rates that do not agree.
  public var differing: [Check] { checks.filter { $0.result.outcome != .agrees } }
}

extension RegistryItem {
  /// The rate columns with what they count.
  public static let rates: [(item: RegistryItem, kind: CrudeRateKind)] = [
    (.totalChangeRate, .totalChange), (.naturalChangeRate, .naturalChange),
    (.socialChangeRate, .socialChange),
  ]
}

extension RegistryPair {
  /// Forms every published rate again: balance ÷ population of the year before × 100, half up.
  ///
  /// The rates of all rows are checked, those of the nation, the prefectures and the wards too.
  public func rateChecks() -> RegistryRateChecks {
    var checks: [RegistryRateChecks.Check] = []
    var notComputable = 0
    for row in current.rows {
      let account = account(of: row)
      for (item, kind) in RegistryItem.rates {
        guard let published = row.rate(item) else { continue }
        // Candidates are left out: with three digits, another denominator often fits by chance.
        let definition = RateDefinition(
          denominator: .previousYearEnd, scale: .percent, decimals: published.scale)
        let result = try? PublishedRateCheck(
          published, citation: row.citation(item),
          against: account.crudeRate(of: kind, definition))
        if let result {
          checks.append(RegistryRateChecks.Check(row: row, item: item, result: result))
        } else {
          notComputable += 1
        }
      }
    }
    return RegistryRateChecks(checks: checks, notComputable: notComputable)
  }
}
