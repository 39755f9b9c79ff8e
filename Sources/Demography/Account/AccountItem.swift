public import MunicipalModel

/// One figure of a population account.
public enum AccountItem: String, Hashable, Sendable, Codable, CaseIterable {
  /// 前年末人口
  case openingStock = "opening_stock"
  /// 年末人口
  case closingStock = "closing_stock"
  /// 出生
  case births
  /// 死亡
  case deaths
  /// 自然増減
  case naturalChange = "natural_change"
  /// 転入
  case inMigrants = "in_migrants"
  /// 転出
  case outMigrants = "out_migrants"
  /// 社会増減
  case socialChange = "social_change"
  /// 人口増減
  case totalChange = "total_change"
  /// 老年人口
  case elderlyPopulation = "elderly_population"

  /// The name in the terms of the field.
  public var label: LocalizedText {
    switch self {
    case .openingStock: LocalizedText(ja: "前年末人口", en: "previous year-end population")
    case .closingStock: LocalizedText(ja: "年末人口", en: "year-end population")
    case .births: LocalizedText(ja: "出生", en: "births")
    case .deaths: LocalizedText(ja: "死亡", en: "deaths")
    case .naturalChange: LocalizedText(ja: "自然増減", en: "natural change")
    case .inMigrants: LocalizedText(ja: "転入", en: "in-migrants")
    case .outMigrants: LocalizedText(ja: "転出", en: "out-migrants")
    case .socialChange: LocalizedText(ja: "社会増減", en: "social change")
    case .totalChange: LocalizedText(ja: "人口増減", en: "total change")
    case .elderlyPopulation: LocalizedText(ja: "老年人口", en: "population of 65 and over")
    }
  }

  /// The two figures that this one is the difference of, if it is a balance.
  public var parts: (gain: AccountItem, loss: AccountItem)? {
    switch self {
    case .naturalChange: (.births, .deaths)
    case .socialChange: (.inMigrants, .outMigrants)
    case .totalChange: (.closingStock, .openingStock)
    default: nil
    }
  }
}
