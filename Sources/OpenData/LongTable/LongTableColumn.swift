internal import MunicipalModel

/// A column of the long table, found by its name in the first line, in any order.
enum LongTableColumn: String, Hashable, Sendable, CaseIterable {
  /// 団体コード: five or six digits.
  case code = "municipality_code"
  /// 団体名; the column may be left out.
  case name
  /// 年: a calendar year, such as 2021, CY2021, 2021年 or 令和3年.
  case period
  /// 性別: male, female, or both together.
  case sex
  /// 年齢: a group such as 20-24, 100+ or 85歳以上; 年齢不詳; 総数; or its first age, beside ``lastAge``.
  case age = "age_from"
  /// The last age of the group, blank in an open-ended one; the column may be left out.
  case lastAge = "age_to"
  /// 人口: persons at the end of the year.
  case population
  /// 転入者数: persons who moved in during the year.
  case inMigrants = "in_migrants"
  /// 転出者数: persons who moved out during the year.
  case outMigrants = "out_migrants"

  /// Whether a table is of use without the column.
  var isOptional: Bool { self == .name || self == .lastAge }

  /// Reads a column's name, in English or Japanese, or `nil` for a column that is not used.
  init?(printed text: String) {
    switch String(TextFolding.key(text).lowercased().map { $0 == "-" ? "_" : $0 }) {
    case "code", "municipality_code", "団体コード", "市区町村コード", "地域コード", "全国地方公共団体コード":
      self = .code
    case "name", "municipality", "municipality_name", "団体名", "市区町村名", "地方公共団体名": self = .name
    case "period", "year", "年", "西暦", "年次": self = .period
    case "sex", "gender", "性別", "男女別", "性": self = .sex
    case "age_from", "age", "age_group", "年齢", "年齢階級", "年齢区分", "年齢別": self = .age
    case "age_to": self = .lastAge
    case "population", "人口", "総人口": self = .population
    case "in_migrants", "inmigrants", "in_migration", "転入", "転入者数", "転入者": self = .inMigrants
    case "out_migrants", "outmigrants", "out_migration", "転出", "転出者数", "転出者": self = .outMigrants
    default: return nil
    }
  }
}
