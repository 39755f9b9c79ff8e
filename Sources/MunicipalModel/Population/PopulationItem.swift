/// What a population figure counts or measures.
public struct PopulationItem: RawRepresentable, Hashable, Sendable, Codable {
  /// A stable name in snake case.
  public let rawValue: String
  /// Makes an item from its name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// 総人口 at another date than the end of a year.
  public static let totalPopulation = Self(rawValue: "total_population")
  /// 男の人口: the men of ``totalPopulation``.
  package static let malePopulation = Self(rawValue: "male_population")
  /// 女の人口: the women of ``totalPopulation``.
  package static let femalePopulation = Self(rawValue: "female_population")
  /// 年末人口: the population on 31 December.
  public static let yearEndPopulation = Self(rawValue: "year_end_population")
  /// 人口の増減数
  public static let totalChange = Self(rawValue: "total_change")
  /// 世帯数
  public static let households = Self(rawValue: "households")
  /// 出生
  public static let births = Self(rawValue: "births")
  /// 死亡
  public static let deaths = Self(rawValue: "deaths")
  /// 自然増減
  public static let naturalChange = Self(rawValue: "natural_change")
  /// 自然増減率
  public static let naturalChangeRate = Self(rawValue: "natural_change_rate")
  /// 転入
  public static let inMigrants = Self(rawValue: "in_migrants")
  /// 転出
  public static let outMigrants = Self(rawValue: "out_migrants")
  /// 社会増減
  public static let socialChange = Self(rawValue: "social_change")
  /// 社会増減率
  public static let socialChangeRate = Self(rawValue: "social_change_rate")
  /// 職権による増減など, the change that is neither natural nor social.
  public static let otherChange = Self(rawValue: "other_change")
  /// 転出超過
  public static let netOutMigration = Self(rawValue: "net_out_migration")
  /// 純移動率 of an age band over five years.
  public static let netMigrationRate = Self(rawValue: "net_migration_rate")
  /// 合計特殊出生率
  public static let totalFertilityRate = Self(rawValue: "total_fertility_rate")
  /// 年少人口, 0–14
  public static let youngPopulation = Self(rawValue: "young_population")
  /// 生産年齢人口, 15–64
  public static let workingAgePopulation = Self(rawValue: "working_age_population")
  /// 老年人口, 65 and over
  public static let elderlyPopulation = Self(rawValue: "elderly_population")
  /// 高齢化率
  public static let ageingRate = Self(rawValue: "ageing_rate")

  /// The unit of a count that prints none; empty for a rate.
  public var countedIn: String {
    switch self {
    case .households: "世帯"
    case .totalFertilityRate, .ageingRate, .naturalChangeRate, .socialChangeRate,
      .netMigrationRate:
      ""
    case _ where rawValue.hasSuffix("_share") || rawValue.hasSuffix("_rate"): ""
    default: "人"
    }
  }

  /// The item's share of the whole (構成比), such as `young_population_share`.
  public var share: Self { Self(rawValue: rawValue + "_share") }

  /// Whether it is one of the items above, or the share of one; any other name may be a slip.
  package var isNamed: Bool {
    let suffix = "_share"
    let base = rawValue.hasSuffix(suffix) ? String(rawValue.dropLast(suffix.count)) : rawValue
    return Self.named.contains(Self(rawValue: base))
  }

  private static let named: Set<Self> = [
    .totalPopulation, .malePopulation, .femalePopulation, .yearEndPopulation, .totalChange,
    .households, .births, .deaths,
    .naturalChange, .naturalChangeRate, .inMigrants, .outMigrants, .socialChange,
    .socialChangeRate, .otherChange, .netOutMigration, .netMigrationRate, .totalFertilityRate,
    .youngPopulation, .workingAgePopulation, .elderlyPopulation, .ageingRate,
  ]
}
