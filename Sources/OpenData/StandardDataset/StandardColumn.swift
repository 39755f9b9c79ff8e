import MunicipalModel

/// What a column of 地域・年齢別人口 holds, known by its name.
enum StandardColumn: Hashable {
  case code, prefecture, municipality, date, districtCode, district
  case total, male, female, households, remark
  case age(Sex, AgeLabel)

  /// The column that a name stands for, or `nil` if none is known.
  init?(name: String) {
    let key = TextFolding.key(name)
    switch key {
    case "都道府県コード又は市区町村コード", "全国地方公共団体コード", "市区町村コード", "団体コード": self = .code
    case "都道府県名": self = .prefecture
    case "市区町村名", "地方公共団体名", "団体名": self = .municipality
    case "調査年月日", "基準日", "基準年月日": self = .date
    case "地域コード", "町字ID", "町字id": self = .districtCode
    case "地域名", "町丁名", "町字": self = .district
    case "総人口", "人口", "総数": self = .total
    case "男性", "男", "男性人口", "総人口_男性": self = .male
    case "女性", "女", "女性人口", "総人口_女性": self = .female
    case "世帯数": self = .households
    case "備考": self = .remark
    default:
      guard let (sex, age) = Self.age(key) else { return nil }
      self = .age(sex, age)
    }
  }

  /// Whether the column counts people or households.
  var isFigure: Bool {
    switch self {
    case .total, .male, .female, .households, .age: true
    case .code, .prefecture, .municipality, .date, .districtCode, .district, .remark: false
    }
  }

  /// 0-4歳の男性, 85歳以上の女性, 年齢不詳の男性, 不詳者の女性; also 男性_0-4歳.
  private static func age(_ key: String) -> (Sex, AgeLabel)? {
    let sexes: [(String, Sex)] = [("男性", .male), ("女性", .female), ("男", .male), ("女", .female)]
    guard let (word, sex) = sexes.first(where: { key.hasSuffix($0.0) || key.hasPrefix($0.0) })
    else { return nil }
    var rest =
      key.hasSuffix(word) ? String(key.dropLast(word.count)) : String(key.dropFirst(word.count))
    let joints = ["の", "_", "(", ")", "-", "・"]
    while let joint = joints.first(where: { rest.hasSuffix($0) }) { rest.removeLast(joint.count) }
    while let joint = joints.first(where: { rest.hasPrefix($0) }) { rest.removeFirst(joint.count) }
    if ["不詳者", "不詳", "年齢不詳", "年齢不詳者"].contains(rest) { return (sex, .notReported) }
    guard let group = AgeGroup(printed: rest) else { return nil }
    return (sex, .group(group))
  }

  /// So many lines may stand above the header, such as a title.
  static let mostLinesAbove = 5

  /// Whether the names are those of this data set.
  static func isHeader(_ names: [String]) -> Bool {
    let columns = names.compactMap { StandardColumn(name: $0) }
    return columns.contains(.date)
      && (columns.contains(.total)
        || columns.contains { if case .age = $0 { true } else { false } })
  }
}
