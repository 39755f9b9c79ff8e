/// The statistic that a table by age was published in, by the name that its file prints.
public struct PopulationStatistic: RawRepresentable, Hashable, Sendable, Codable {
  /// The name as printed, with who publishes it; empty if the file names none.
  public let rawValue: String
  /// Makes a statistic from its name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// 国勢調査, the census on 1 October of the years that end in 0 and 5.
  public static let census = Self(rawValue: "国勢調査（総務省統計局）")
  /// The base population of 社人研's regional projection of 2018: the census of 2015 with 年齢不詳 shared out.
  public static let projectionBase2018 = Self(
    rawValue: "日本の地域別将来推計人口（平成30（2018）年推計）の基準人口（国立社会保障・人口問題研究所）")
  /// 住民基本台帳人口移動報告: movers of every nationality between municipalities.
  public static let movers = Self(rawValue: "住民基本台帳人口移動報告（総務省統計局）移動者（外国人を含む）")
  /// 住民基本台帳人口移動報告: movers of Japanese nationality.
  public static let japaneseMovers = Self(rawValue: "住民基本台帳人口移動報告（総務省統計局）日本人移動者")
  /// 住民基本台帳人口移動報告: movers of other nationalities.
  public static let foreignMovers = Self(rawValue: "住民基本台帳人口移動報告（総務省統計局）外国人移動者")
  /// 住民基本台帳年齢階級別人口: all residents on 1 January.
  public static let residentRegister = Self(rawValue: "住民基本台帳年齢階級別人口（総務省）")
  /// 住民基本台帳年齢階級別人口: residents of Japanese nationality.
  public static let japaneseResidentRegister = Self(rawValue: "住民基本台帳年齢階級別人口（総務省）日本人住民")
  /// 住民基本台帳年齢階級別人口: residents of other nationalities.
  public static let foreignResidentRegister = Self(rawValue: "住民基本台帳年齢階級別人口（総務省）外国人住民")
  /// 地域・年齢別人口 of 自治体標準オープンデータセット, which does not say whether foreign residents are counted.
  public static let standardDataset = Self(rawValue: "自治体標準オープンデータセット 地域・年齢別人口")

  /// The name for a person to read.
  public var label: LocalizedText {
    switch self {
    case .census:
      LocalizedText(ja: rawValue, en: "population census (Statistics Bureau of Japan)")
    case .projectionBase2018:
      LocalizedText(
        ja: rawValue,
        en: "base population of the regional projection of 2018 (National Institute of Population "
          + "and Social Security Research)")
    case .movers:
      LocalizedText(
        ja: rawValue, en: "Report on Internal Migration (Statistics Bureau of Japan), all movers")
    case .japaneseMovers:
      LocalizedText(
        ja: rawValue,
        en: "Report on Internal Migration (Statistics Bureau of Japan), Japanese movers")
    case .foreignMovers:
      LocalizedText(
        ja: rawValue,
        en: "Report on Internal Migration (Statistics Bureau of Japan), foreign movers")
    case .residentRegister:
      LocalizedText(ja: rawValue, en: "population by age of the resident register (MIC)")
    case .japaneseResidentRegister:
      LocalizedText(
        ja: rawValue, en: "population by age of the resident register (MIC), Japanese residents")
    case .foreignResidentRegister:
      LocalizedText(
        ja: rawValue, en: "population by age of the resident register (MIC), foreign residents")
    case .standardDataset:
      LocalizedText(ja: rawValue, en: "Standard Open Data Set, population by district and age")
    default: LocalizedText(rawValue)
    }
  }
}
