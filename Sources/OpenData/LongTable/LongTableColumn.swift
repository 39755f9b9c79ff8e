public import MunicipalModel

/// A column of the long table, found by its name in the first line, in any order.
public enum LongTableColumn: String, Hashable, Sendable, CaseIterable {
  /// 団体コード: five or six digits.
  case code
  /// 団体名; the column may be left out.
  case name
  /// 年: a calendar year, such as 2021, 2021年 or 令和3年.
  case year
  /// 性別: male, female, or both together.
  case sex
  /// 年齢: a group such as 20-24, 100+ or 85歳以上; 年齢不詳; 総数.
  case age
  /// 人口: persons at the end of the year.
  case population
  /// 転入者数: persons who moved in during the year.
  case inMigrants = "in_migrants"
  /// 転出者数: persons who moved out during the year.
  case outMigrants = "out_migrants"

  /// Whether a table is of use without the column.
  public var isOptional: Bool { self == .name }

  /// The name in the terms of the field.
  public var label: LocalizedText {
    switch self {
    case .code: LocalizedText(ja: "団体コード", en: "code")
    case .name: LocalizedText(ja: "団体名", en: "name")
    case .year: LocalizedText(ja: "年", en: "year")
    case .sex: LocalizedText(ja: "性別", en: "sex")
    case .age: LocalizedText(ja: "年齢", en: "age")
    case .population: LocalizedText(ja: "人口", en: "population")
    case .inMigrants: LocalizedText(ja: "転入者数", en: "in-migrants")
    case .outMigrants: LocalizedText(ja: "転出者数", en: "out-migrants")
    }
  }

  /// Reads a column's name, in English or Japanese, or `nil` for a column that is not used.
  init?(printed text: String) {
    switch TextFolding.key(text).lowercased().replacingDashes {
    case "code", "municipality_code", "団体コード", "市区町村コード", "地域コード", "全国地方公共団体コード":
      self = .code
    case "name", "municipality", "municipality_name", "団体名", "市区町村名", "地方公共団体名": self = .name
    case "year", "年", "西暦", "年次": self = .year
    case "sex", "gender", "性別", "男女別", "性": self = .sex
    case "age", "age_group", "年齢", "年齢階級", "年齢区分", "年齢別": self = .age
    case "population", "人口", "総人口": self = .population
    case "in_migrants", "inmigrants", "in_migration", "転入", "転入者数", "転入者": self = .inMigrants
    case "out_migrants", "outmigrants", "out_migration", "転出", "転出者数", "転出者": self = .outMigrants
    default: return nil
    }
  }
}

extension String {
  fileprivate var replacingDashes: String { String(map { $0 == "-" ? "_" : $0 }) }
}
