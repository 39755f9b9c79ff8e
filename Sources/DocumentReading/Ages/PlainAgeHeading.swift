import MunicipalModel

/// The columns of a plain table of a population by age: ages down, and men and women across.
///
/// ```
/// age,male,female          年齢,男,女,計
/// 0-4,3717,3379            0～4歳,3717,3379,7096
/// ```
struct PlainAgeHeading {
  /// The column of the ages.
  let age: Int
  /// The columns of counts, by sex.
  let counts: [(column: Int, sex: Sex)]
  /// The columns of the municipality and of the time, where each row tells its own.
  let municipality: Int?
  let period: Int?
  /// The columns that are not read.
  let others: [Int]

  private static let ages: Set = [
    "age", "ages", "agegroup", "age_group", "年齢", "年齢階級", "年齢区分", "年齢別", "年齢5歳階級", "5歳階級", "各歳",
    "歳",
  ]
  private static let municipalities: Set = [
    "municipality_code", "municipality", "code", "団体コード", "市区町村コード", "市町村コード", "全国地方公共団体コード",
  ]
  private static let periods: Set = [
    "period", "year", "date", "年", "年次", "時点", "調査年", "調査時点", "年月日", "年度",
  ]
  /// Words that a heading may have beside the sex.
  private static let around = ["population", "persons", "人口", "人数", "総数", "(", ")", "_", "人"]

  /// Finds the columns; `nil` if the heading is not of this form.
  init?(_ headings: [String]) {
    var age: Int?
    var counts: [(column: Int, sex: Sex)] = []
    var municipality: Int?
    var period: Int?
    var others: [Int] = []
    for (column, heading) in headings.enumerated() {
      let key = TextFolding.key(heading).lowercased()
      if age == nil, Self.ages.contains(key.replacing("(歳)", with: "")) {
        age = column
      } else if municipality == nil, Self.municipalities.contains(key) {
        municipality = column
      } else if period == nil, Self.periods.contains(key) {
        period = column
      } else if let sex = Self.sex(key) {
        counts.append((column, sex))
      } else {
        others.append(column)
      }
    }
    guard let age, !counts.isEmpty else { return nil }
    self.age = age
    self.counts = counts
    self.municipality = municipality
    self.period = period
    self.others = others
  }

  /// The sex of a column of counts: 男, 女性人口, 人口（女）, `population_male`, 総人口, `population`.
  private static func sex(_ key: String) -> Sex? {
    if let sex = Sex(printed: key) { return sex }
    var word = key
    for part in around { word = word.replacing(part, with: "") }
    if word.isEmpty || word == "総" { return .both }
    return Sex(printed: word)
  }

  /// A sex that two columns count; `nil` if there is none.
  var repeatedSex: (column: Int, sex: Sex)? {
    counts.enumerated().first { index, column in
      counts[..<index].contains { $0.sex == column.sex }
    }?.element
  }
}
