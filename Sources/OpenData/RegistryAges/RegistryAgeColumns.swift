import MunicipalModel

/// Which column of 住民基本台帳年齢階級別人口 is which, by its header.
struct RegistryAgeColumns {
  /// A column of a group of ages.
  struct Group: Hashable, Sendable {
    let age: AgeGroup
    let column: Int
  }

  let code: Int
  let prefecture: Int?
  let name: Int?
  let sex: Int
  private(set) var total: Int?
  /// The groups that follow each other without overlap, the finest ones.
  private(set) var groups: [Group] = []
  /// Broader groups beside them, such as 15歳～64歳.
  private(set) var broader: [Group] = []
  /// The columns of figures.
  private(set) var figures: [Int] = []
  private(set) var missingAges: [AgeGroup] = []
  let width: Int

  /// Finds the columns in the lines above the first row of figures.
  init?(_ header: [[String]], line: Int, diagnostics: inout DiagnosticList) {
    guard let keys = RegistryColumns.keys(header), let sex = Self.sexColumn(header) else {
      return nil
    }
    (code, prefecture, name) = keys
    self.sex = sex
    width = header.map(\.count).max() ?? 0
    let known = [keys.code, keys.prefecture, keys.name, sex]
    var all: [Group] = []
    for column in 0..<width where !known.contains(column) {
      let cells = header.compactMap { column < $0.count ? $0[column] : nil }
        .filter { !TextFolding.isBlank($0) }
      // What stands over the other columns is the title.
      let label = column > sex ? cells.lazy.compactMap { try? AgeLabel(printed: $0) }.first : nil
      switch label {
      case .allAges? where total == nil: total = column
      case .group(let age)? where !all.contains(where: { $0.age == age }):
        all.append(Group(age: age, column: column))
      default:
        guard let printed = cells.last, column > sex, !ResidentRegistry.Item.units.contains(printed)
        else {
          continue
        }
        diagnostics.add(
          .info, "unknown-column", line: line, cell: column + 1, printed: printed,
          ja: "知らない列なので読みません", en: "a column that is not known and not read")
      }
    }
    let finest = Set(AgeGroup.finest(all.map(\.age)))
    groups = all.filter { finest.contains($0.age) }.sorted { $0.age < $1.age }
    broader = all.filter { !finest.contains($0.age) }
    figures = (total.map { [$0] } ?? []) + (groups + broader).map(\.column)
    missingAges = AgeGroup.missing(from: all.map(\.age))
    guard groups.count > 1 else { return nil }
  }

  /// The column that says 男, 女 and 計 beside the areas.
  static func sexColumn(_ header: [[String]]) -> Int? {
    header.lazy.compactMap { line in
      line.firstIndex { ["性別", "男女別", "性"].contains(TextFolding.key($0)) }
    }.first
  }
}
