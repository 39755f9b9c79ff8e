import MunicipalModel

extension ResidentRegistry {
  /// A column of 住民基本台帳に基づく人口、人口動態及び世帯数.
  public enum Item: String, Hashable, Sendable, Codable, CaseIterable {
    /// 男
    case male
    /// 女
    case female
    /// 計, the population on the day of the stock.
    case population
    /// 世帯数
    case households
    /// 転入者数（国内）
    case domesticInMigrants = "domestic_in_migrants"
    /// 転入者数（国外）
    case foreignInMigrants = "foreign_in_migrants"
    /// 転入者数（計）
    case inMigrants = "in_migrants"
    /// 出生者数
    case births
    /// その他（帰化等）, printed for Japanese residents only.
    case naturalizations
    /// その他（その他） among the entries.
    case remainingOtherEntries = "remaining_other_entries"
    /// その他（計） among the entries: 職権記載, 帰化 and the like.
    case otherEntries = "other_entries"
    /// 計（Ａ）: all entries into the register.
    case entries
    /// 転出者数（国内）
    case domesticOutMigrants = "domestic_out_migrants"
    /// 転出者数（国外）
    case foreignOutMigrants = "foreign_out_migrants"
    /// 転出者数（計）
    case outMigrants = "out_migrants"
    /// 死亡者数
    case deaths
    /// その他（国籍喪失）, printed for Japanese residents only.
    case lossesOfNationality = "losses_of_nationality"
    /// その他（その他） among the removals.
    case remainingOtherRemovals = "remaining_other_removals"
    /// その他（計） among the removals: 職権消除, 国籍喪失 and the like.
    case otherRemovals = "other_removals"
    /// 計（Ｂ）: all removals from the register.
    case removals
    /// 増減数（Ａ）−（Ｂ）
    case totalChange = "total_change"
    /// 増減率, in % of the population of the year before.
    case totalChangeRate = "total_change_rate"
    /// 自然増減数
    case naturalChange = "natural_change"
    /// 自然増減率, in %.
    case naturalChangeRate = "natural_change_rate"
    /// 社会増減数, which holds その他 here.
    case socialChange = "social_change"
    /// 社会増減率, in %.
    case socialChangeRate = "social_change_rate"

    /// Whether the column holds a rate in %, not a count.
    public var isRate: Bool {
      switch self {
      case .totalChangeRate, .naturalChangeRate, .socialChangeRate: true
      default: false
      }
    }

    /// Whether a count may be below zero.
    var isBalance: Bool {
      switch self {
      case .totalChange, .naturalChange, .socialChange: true
      default: false
      }
    }

    /// The position in a row's cells.
    var index: Int {
      switch self {
      case .male: 0
      case .female: 1
      case .population: 2
      case .households: 3
      case .domesticInMigrants: 4
      case .foreignInMigrants: 5
      case .inMigrants: 6
      case .births: 7
      case .naturalizations: 8
      case .remainingOtherEntries: 9
      case .otherEntries: 10
      case .entries: 11
      case .domesticOutMigrants: 12
      case .foreignOutMigrants: 13
      case .outMigrants: 14
      case .deaths: 15
      case .lossesOfNationality: 16
      case .remainingOtherRemovals: 17
      case .otherRemovals: 18
      case .removals: 19
      case .totalChange: 20
      case .totalChangeRate: 21
      case .naturalChange: 22
      case .naturalChangeRate: 23
      case .socialChange: 24
      case .socialChangeRate: 25
      }
    }
  }
}
