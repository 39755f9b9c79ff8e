public import MunicipalModel
public import OpenData

/// Which areas are ranked; each on its own, for a ward is a part of its city.
public enum RankedAreas: String, Hashable, Sendable, Codable, CaseIterable {
  /// 市区町村, each person being counted in one.
  case municipalities
  /// 政令指定都市の行政区
  case wards
  /// 都道府県
  case prefectures

  /// Whether an area is one of them.
  public func includes(_ area: StatisticalArea) -> Bool {
    switch self {
    case .municipalities: area.isMunicipality
    case .wards: area.kind == .ward
    case .prefectures: area.kind == .prefecture
    }
  }

  /// The name in the plural.
  public var label: LocalizedText {
    switch self {
    case .municipalities: LocalizedText(ja: "市区町村", en: "municipalities")
    case .wards: LocalizedText(ja: "政令指定都市の区", en: "wards")
    case .prefectures: LocalizedText(ja: "都道府県", en: "prefectures")
    }
  }

  /// So many of them: 179市区町村, 1 ward.
  public func counted(_ count: Int) -> LocalizedText {
    let one = String(label.en.dropLast(self == .municipalities ? 3 : 1))
    let singular = self == .municipalities ? one + "y" : one
    let ja = self == .wards ? "区" : label.ja
    let number = ThousandsSeparators.text("\(count)")
    return LocalizedText(
      ja: "\(number)\(ja)", en: "\(number) \(count == 1 ? singular : label.en)")
  }
}

extension NationwideTable {
  /// How several years make one figure.
  public enum YearCombination: String, Hashable, Sendable, Codable, CaseIterable {
    /// The sum of the flows in % of the population at the beginning of the first year.
    case sum
    /// The mean of the yearly rates, each year with the same weight.
    case mean
  }
}
