public import MunicipalModel

extension ResidentRegistry.Item {
  /// The name of the column.
  public var label: LocalizedText {
    switch self {
    case .male: LocalizedText(ja: "男", en: "males")
    case .female: LocalizedText(ja: "女", en: "females")
    case .population: LocalizedText(ja: "人口（計）", en: "residents (population)")
    case .households: LocalizedText(ja: "世帯数", en: "households")
    case .domesticInMigrants: LocalizedText(ja: "転入者数（国内）", en: "in-migrants from Japan")
    case .foreignInMigrants: LocalizedText(ja: "転入者数（国外）", en: "in-migrants from abroad")
    case .inMigrants: LocalizedText(ja: "転入者数（計）", en: "in-migrants")
    case .births: LocalizedText(ja: "出生者数", en: "births")
    case .naturalizations: LocalizedText(ja: "その他（帰化等）", en: "naturalizations")
    case .remainingOtherEntries:
      LocalizedText(ja: "住民票記載数のその他（その他）", en: "remaining other entries")
    case .otherEntries: LocalizedText(ja: "住民票記載数のその他（計）", en: "other entries")
    case .entries: LocalizedText(ja: "住民票記載数 計（Ａ）", en: "entries (A)")
    case .domesticOutMigrants: LocalizedText(ja: "転出者数（国内）", en: "out-migrants to Japan")
    case .foreignOutMigrants: LocalizedText(ja: "転出者数（国外）", en: "out-migrants to abroad")
    case .outMigrants: LocalizedText(ja: "転出者数（計）", en: "out-migrants")
    case .deaths: LocalizedText(ja: "死亡者数", en: "deaths")
    case .lossesOfNationality:
      LocalizedText(ja: "その他（国籍喪失）", en: "losses of nationality")
    case .remainingOtherRemovals:
      LocalizedText(ja: "住民票消除数のその他（その他）", en: "remaining other removals")
    case .otherRemovals: LocalizedText(ja: "住民票消除数のその他（計）", en: "other removals")
    case .removals: LocalizedText(ja: "住民票消除数 計（Ｂ）", en: "removals (B)")
    case .totalChange: LocalizedText(ja: "増減数", en: "total change")
    case .totalChangeRate: LocalizedText(ja: "増減率", en: "total change rate")
    case .naturalChange: LocalizedText(ja: "自然増減数", en: "natural change")
    case .naturalChangeRate: LocalizedText(ja: "自然増減率", en: "natural change rate")
    case .socialChange: LocalizedText(ja: "社会増減数", en: "social change")
    case .socialChangeRate: LocalizedText(ja: "社会増減率", en: "social change rate")
    }
  }
}
