public import Demography
public import MunicipalModel

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

  /// Why a published rate could not be formed again.
  public enum Reason: String, Hashable, Sendable, Codable, CaseIterable {
    /// The sheet of the year before has no population of the area.
    case newArea = "new_area"
    /// The area merged or took in others, and it is not certain which.
    case uncertainMerger = "uncertain_merger"
    /// A 郡 or another sum that held other municipalities the year before.
    case otherMembers = "other_members"
    /// Nobody lived there.
    case nobody
    /// A figure that the rate is formed from is not printed or cannot be read.
    case noFigure = "no_figure"

    /// The reason in a few words.
    public var label: LocalizedText {
      switch self {
      case .newArea: LocalizedText(ja: "前年の人口がない", en: "no population of the year before")
      case .uncertainMerger:
        LocalizedText(ja: "合併の内訳が確かでない", en: "not certain what merged")
      case .otherMembers:
        LocalizedText(
          ja: "郡などに含まれる市町村が前年と違う", en: "the sum holds other municipalities than before")
      case .nobody: LocalizedText(ja: "前年の人口が0", en: "nobody lived there")
      case .noFigure: LocalizedText(ja: "増減数がない", en: "the change is missing")
      }
    }
  }

  /// The rates that could be formed again.
  public let checks: [Check]
  /// How many published rates could not be, by the reason.
  public let reasons: [Reason: Int]

  /// How many published rates could not be formed again.
  public var notComputable: Int { reasons.values.reduce(0, +) }

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
    var reasons: [RegistryRateChecks.Reason: Int] = [:]
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
          let reason: RegistryRateChecks.Reason =
            switch account.openingStock?.value {
            case nil: reasonWithoutOpening(row)
            case 0: .nobody
            default: .noFigure
            }
          reasons[reason, default: 0] += 1
        }
      }
    }
    return RegistryRateChecks(checks: checks, reasons: reasons)
  }
}
