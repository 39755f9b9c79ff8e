import Demography
import MunicipalModel

extension PopulationItem {
  /// The rate that the item is, if it is one of the population table's.
  var rateKind: CrudeRateKind? {
    switch self {
    case .naturalChangeRate: .naturalChange
    case .socialChangeRate: .socialChange
    default: nil
    }
  }

  /// The part of a yearly account that the item is.
  var accountItem: AccountItem? {
    switch self {
    case .births: .births
    case .deaths: .deaths
    case .naturalChange: .naturalChange
    case .inMigrants: .inMigrants
    case .outMigrants: .outMigrants
    case .socialChange: .socialChange
    case .totalChange: .totalChange
    case .yearEndPopulation: .closingStock
    case .elderlyPopulation: .elderlyPopulation
    default: nil
    }
  }

  /// The name of the item.
  var label: LocalizedText {
    switch self {
    case .youngPopulation: LocalizedText(ja: "年少人口", en: "population under 15")
    case .workingAgePopulation: LocalizedText(ja: "生産年齢人口", en: "population of 15–64")
    case .elderlyPopulation: LocalizedText(ja: "老年人口", en: "population of 65 and over")
    case .totalPopulation: LocalizedText(ja: "総人口", en: "total population")
    case .malePopulation: LocalizedText(ja: "男の人口", en: "male population")
    case .femalePopulation: LocalizedText(ja: "女の人口", en: "female population")
    default: accountItem?.label ?? LocalizedText(rawValue)
    }
  }
}
