public import Demography
public import MunicipalModel
public import OpenData

/// The published rates of a sheet, each formed again: balance ÷ population of the year before × 100, half up.
public struct RegistryRateChecks: Sendable {
  /// One published rate.
  public struct Check: Sendable {
    /// The row.
    public let row: ResidentRegistry.Row
    /// The column.
    public let item: ResidentRegistry.Item
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
    /// A ward of a city whose wards were drawn anew.
    case otherWards = "other_wards"
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
      case .otherWards: LocalizedText(ja: "区の再編", en: "the city's wards were drawn anew")
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

extension ResidentRegistry.Item {
  /// The rate columns with what they count.
  public static let rates: [(item: ResidentRegistry.Item, kind: CrudeRateKind)] = [
    (.totalChangeRate, .totalChange), (.naturalChangeRate, .naturalChange),
    (.socialChangeRate, .socialChange),
  ]
}

extension RegistryRateChecks {
  /// Forms the rates of some rows again.
  ///
  /// A rate of full precision is compared in the two decimals that sheets print. The rates of all rows are
  /// checked, those of the nation, the prefectures and the wards too.
  ///
  /// - Parameters:
  ///   - account: the year of a row, with the opening stock that its rates divide by.
  ///   - reasonWithoutOpening: why a row has no opening stock.
  init(
    _ rows: [ResidentRegistry.Row], account: (ResidentRegistry.Row) -> PopulationAccount,
    reasonWithoutOpening: (ResidentRegistry.Row) -> Reason
  ) {
    var checks: [Check] = []
    var reasons: [Reason: Int] = [:]
    for row in rows {
      let account = account(row)
      for (item, kind) in ResidentRegistry.Item.rates {
        guard let printed = row.rate(item) else { continue }
        let published = printed.rounded(to: 2)
        // Candidates are left out: with three digits, another denominator often fits by chance.
        let definition = RateDefinition(
          denominator: .previousYearEnd, scale: .percent, decimals: published.scale)
        let result = try? PublishedRateCheck(
          published, citation: row.citation(item),
          against: account.crudeRate(of: kind, definition))
        if let result {
          checks.append(Check(row: row, item: item, result: result))
        } else {
          let reason: Reason =
            switch account.openingStock?.value {
            case nil: reasonWithoutOpening(row)
            case 0: .nobody
            default: .noFigure
            }
          reasons[reason, default: 0] += 1
        }
      }
    }
    self.init(checks: checks, reasons: reasons)
  }
}

extension ResidentRegistry {
  /// Forms every published rate again from the sheet alone: its population less its change is the opening stock.
  public func rateChecks() -> RegistryRateChecks {
    RegistryRateChecks(rows, account: account(of:)) { _ in .noFigure }
  }
}

extension RegistryPair {
  /// Forms every published rate again from the population of the sheet before.
  public func rateChecks() -> RegistryRateChecks {
    RegistryRateChecks(
      current.rows, account: account(of:), reasonWithoutOpening: reasonWithoutOpening)
  }
}
