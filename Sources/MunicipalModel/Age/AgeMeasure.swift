/// What a table by age counts.
public enum AgeMeasure: String, Hashable, Sendable, Codable, CaseIterable {
  /// 人口: residents on a day, or person-years.
  case population
  /// 転入者
  case inMigrants = "in_migrants"
  /// 転出者
  case outMigrants = "out_migrants"
  /// 転入超過: in-migrants − out-migrants, which can be below zero.
  case netMigrants = "net_migrants"
  /// 出生: by the mother's age, or without age.
  case births
  /// 死亡
  case deaths

  /// The name in the terms of the field.
  public var label: LocalizedText {
    switch self {
    case .population: LocalizedText(ja: "人口", en: "population")
    case .inMigrants: LocalizedText(ja: "転入者数", en: "in-migrants")
    case .outMigrants: LocalizedText(ja: "転出者数", en: "out-migrants")
    case .netMigrants: LocalizedText(ja: "転入超過数", en: "net migrants")
    case .births: LocalizedText(ja: "出生数", en: "births")
    case .deaths: LocalizedText(ja: "死亡数", en: "deaths")
    }
  }

  /// Whether a count can be below zero.
  public var isBalance: Bool { self == .netMigrants }
}
