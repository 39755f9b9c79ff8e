public import MunicipalModel

/// Which events or which balance a crude rate counts.
///
/// Source of the English terms: Preston, Heuveline and Guillot, Demography (2001), chapter 1.
public enum CrudeRateKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// 出生率
  case birth
  /// 死亡率
  case death
  /// 自然増減率
  case naturalChange = "natural_change"
  /// 転入率
  case inMigration = "in_migration"
  /// 転出率
  case outMigration = "out_migration"
  /// 社会増減率
  case socialChange = "social_change"
  /// 人口増減率
  case totalChange = "total_change"

  /// The name in the terms of the field.
  public var label: LocalizedText {
    switch self {
    case .birth: LocalizedText(ja: "出生率", en: "crude birth rate")
    case .death: LocalizedText(ja: "死亡率", en: "crude death rate")
    case .naturalChange: LocalizedText(ja: "自然増減率", en: "crude rate of natural change")
    case .inMigration: LocalizedText(ja: "転入率", en: "crude in-migration rate")
    case .outMigration: LocalizedText(ja: "転出率", en: "crude out-migration rate")
    case .socialChange: LocalizedText(ja: "社会増減率", en: "crude rate of social change")
    case .totalChange: LocalizedText(ja: "人口増減率", en: "crude rate of total change")
    }
  }

  /// The figure of the account that is divided.
  public var numerator: AccountItem {
    switch self {
    case .birth: .births
    case .death: .deaths
    case .naturalChange: .naturalChange
    case .inMigration: .inMigrants
    case .outMigration: .outMigrants
    case .socialChange: .socialChange
    case .totalChange: .totalChange
    }
  }

  /// Whether it is a balance, which can be below zero, rather than a count of events.
  public var isBalance: Bool { numerator.parts != nil }

  /// Whether it matters to the rate where other change (職権記載・消除など) is counted.
  ///
  /// Vital events are never other change, and total change always holds it. Only a table that counts
  /// other change inside the social change has it in its migration figures.
  public var dependsOnOtherChange: Bool {
    switch self {
    case .inMigration, .outMigration, .socialChange: true
    case .birth, .death, .naturalChange, .totalChange: false
    }
  }
}
