import MunicipalModel

/// The columns of a plain table of a population by age: ages down, and men and women across.
///
/// ```
/// age,male,female          年齢,男,女,計
/// 0-4,3717,3379            0～4歳,3717,3379,7096
/// ```
///
/// Years may stand across, and blocks of ages beside each other.
struct PlainAgeHeading {
  /// Ages down, and the columns of counts right of them.
  struct Block {
    /// The column of the ages.
    let age: Int
    /// The columns of counts.
    var counts: [Count] = []
  }

  /// A column of counts: whom it counts, and when, where its heading says so.
  struct Count {
    let column: Int
    let sex: Sex
    let period: Period?
  }

  /// One block, or several beside each other.
  private(set) var blocks: [Block]
  /// The columns of the municipality and of the time, where each row tells its own.
  let municipality: Int?
  let period: Int?
  /// The columns that are not read.
  let others: [Int]

  private static let ages: Set = [
    "age", "ages", "agegroup", "age_group", "年齢", "年齢階級", "年齢区分", "年齢別", "年齢5歳階級", "5歳階級", "各歳",
    "歳", "年齢階層", "年齢各歳", "年代", "年代別", "年齢層", "年齢階級別", "年齢5歳階級別", "5歳階級別", "階級", "5歳階級年齢",
    "年齢(5歳階級)", "年齢(各歳)", "年齢階級(5歳)",
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
  ///
  /// - Parameter upper: the line above, whose cells hold for those right of them too: years above men and women.
  init?(_ headings: [String], upper: [String] = []) {
    var blocks: [Block] = []
    var first: [Count] = []
    var municipality: Int?
    var period: Int?
    var others: [Int] = []
    let above = PopulationTable.carriedRight(upper)
    for (column, heading) in headings.enumerated() {
      let key = TextFolding.key(heading).lowercased()
      let group = above.indices.contains(column) ? above[column] : ""
      if Self.isAges(key), blocks.last?.counts.isEmpty != true {
        blocks.append(Block(age: column, counts: first))
        first = []
      } else if municipality == nil, Self.municipalities.contains(key) {
        municipality = column
      } else if period == nil, Self.periods.contains(key) {
        period = column
      } else if let count = Self.count(column, key, below: group) {
        // Of one block, the ages may stand right of counts.
        if blocks.isEmpty {
          first.append(count)
        } else {
          blocks[blocks.count - 1].counts.append(count)
        }
      } else {
        others.append(column)
      }
    }
    guard !blocks.isEmpty, blocks.allSatisfy({ !$0.counts.isEmpty }) else { return nil }
    self.blocks = blocks
    self.municipality = municipality
    self.period = period
    self.others = others
  }

  /// Whether a heading stands above ages.
  static func isAges(_ heading: String) -> Bool {
    let key = TextFolding.key(heading).lowercased()
    return ages.contains(key)
      || key.contains(word: "(歳)") && ages.contains(key.replacing("(歳)", with: ""))
  }

  /// A column of a sex below a year, of a year below a sex, or of a year that counts both.
  private static func count(_ column: Int, _ key: String, below group: String) -> Count? {
    if let sex = sex(key) { return Count(column: column, sex: sex, period: time(group)) }
    guard let period = time(key) else { return nil }
    let sex = group.isEmpty ? Sex.both : sex(TextFolding.key(group).lowercased())
    return sex.map { Count(column: column, sex: $0, period: period) }
  }

  private static func time(_ text: String) -> Period? {
    var reader = PopulationYearReader(bareYear: .calendar)
    guard let year = try? reader.read(text), year.basis == .observed else { return nil }
    if case .span = year.period { return nil }
    return year.period
  }

  /// All columns of counts.
  var counts: [Count] { blocks.flatMap(\.counts) }

  /// Whether the heading or a column says the time of all counts.
  var isDated: Bool { period != nil || counts.allSatisfy { $0.period != nil } }

  /// The sex of a column of counts: 男, 女性人口, 人口（女）, `population_male`, 総人口, `population`.
  private static func sex(_ key: String) -> Sex? {
    if let sex = Sex(printed: key) { return sex }
    guard !key.isEmpty else { return nil }
    var word = key
    for part in around where word.contains(word: part) { word = word.replacing(part, with: "") }
    if word.isEmpty || word == "総" { return .both }
    return Sex(printed: word)
  }

  /// A column that counts whom and when another of its block counts; `nil` if there is none.
  var repeatedColumn: Int? {
    for block in blocks {
      let repeated = block.counts.enumerated().first { index, count in
        block.counts[..<index].contains { $0.sex == count.sex && $0.period == count.period }
      }
      if let repeated { return repeated.element.column }
    }
    return nil
  }
}
