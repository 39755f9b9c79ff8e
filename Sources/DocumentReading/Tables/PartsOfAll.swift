import MunicipalModel

/// Columns or rows that count all people or a part of them which is an item of its own, as those beside them tell:
/// 総人口 | 男 | 女 | うち65歳以上, or 男 | 女 | 計 | 世帯数.
struct PartsOfAll {
  private let table: PopulationTable
  /// The names of all columns or rows in their order, the nearest first.
  private let names: [[String]]
  /// The columns of men and of women alone, and the one of which they make up the numbers.
  private var sexes: [Int] = []
  private var sum: Int?

  /// How many numbers are looked at.
  private static let lookedAt = 40

  /// - Parameter cells: the printed figures below or beside each of the names.
  init(_ names: [[String]], cells: [[String]], of table: PopulationTable) {
    self.names = names
    self.table = table
    let men = names.indices.filter { isAlone($0, .malePopulation) }
    let women = names.indices.filter { isAlone($0, .femalePopulation) }
    guard let man = men.first, let woman = women.first, men.count == 1, women.count == 1 else {
      return
    }
    sexes = [man, woman]
    let (ofMen, ofWomen) = (Self.values(cells[man]), Self.values(cells[woman]))
    let sums = names.indices.filter { index in
      let isNamed =
        table.rule(of: names[index])?.item == .totalPopulation || isTotal(index)
      return isNamed && Self.isSum(Self.values(cells[index]), of: ofMen, ofWomen)
    }
    sum = sums.count == 1 ? sums[0] : nil
  }

  /// The rule of a part where all people stand beside it, or over it, and that of a sum of men and women.
  ///
  /// - Parameter own: the names of the column or row.
  func rule(of own: [String], at index: Int) -> PopulationItemRule? {
    guard let label = own.first.map({ TextFolding.key($0) }),
      table.captioned.map({ $0.item == .totalPopulation }) ?? true
    else { return nil }
    if index == sum, isTotal(index) { return Self.rule(label, .totalPopulation) }
    guard let item = Self.item(label) else { return nil }
    let groups = Self.groups(own)
    let isOfAll =
      groups.isEmpty
      ? isBesideAll(index)
      : groups.allSatisfy { table.rule(label: $0, group: "")?.item == .totalPopulation }
    return isOfAll ? Self.rule(label, item) : nil
  }

  private static func rule(_ label: String, _ item: PopulationItem) -> PopulationItemRule {
    var rule = PopulationItemRule(label, item)
    rule.isWhole = true
    return rule
  }

  // MARK: The whole

  private enum Neighbor {
    case all, other
    /// It says nothing of whom the part is of.
    case aside
  }

  /// Whether a part is of all people: they stand before it, men and women make them up, or, where the name says
  /// which ages, they are the nearest that counts people.
  private func isBesideAll(_ index: Int) -> Bool {
    let before = names[..<index].reversed().drop { Self.item($0) != nil }
    if let next = before.first, neighbor(next) == .all { return true }
    if Self.isSex(names[index]) { return sum != nil && sexes.contains(index) }
    return before.lazy.map(neighbor).first { $0 != .aside } == .all
  }

  private func neighbor(_ names: [String]) -> Neighbor {
    let key = TextFolding.key(names.first ?? "")
    if ["前月", "前年", "(増減)"].contains(where: key.contains) || Self.item(names) != nil {
      return .aside
    }
    guard let item = table.rule(of: names)?.item else { return key.isEmpty ? .aside : .other }
    if item == .totalPopulation { return .all }
    return item == .households || item.isRate ? .aside : .other
  }

  /// Whether a column is named a sum and nothing else, in a table of people and households.
  private func isTotal(_ index: Int) -> Bool {
    PopulationTable.isSum(TextFolding.key(names[index].first ?? ""))
      && Self.groups(names[index]).isEmpty
      && names.contains { table.rule(of: $0)?.item == .households }
  }

  private static func values(_ cells: [String]) -> [ExactDecimal?] {
    cells.prefix(lookedAt).map { PrintedFigure($0, grouping: .spaces).reading.quantity?.value }
  }

  /// Whether the numbers of two columns make up those of another one in all rows that have the three.
  private static func isSum(
    _ whole: [ExactDecimal?], of one: [ExactDecimal?], _ other: [ExactDecimal?]
  ) -> Bool {
    var isFound = false
    for (whole, (one, other)) in zip(whole, zip(one, other)) {
      guard let whole, let one, let other else { continue }
      guard one.adding(other) == whole else { return false }
      isFound = true
    }
    return isFound
  }

  // MARK: Changes

  /// The columns that repeat the name of the one before them and print its change: 総人口 over 4,964人 | +6.
  static func changes(_ names: [[String]], cells: [[String]]) -> Set<Int> {
    Set(
      names.indices.dropFirst().filter { index in
        guard names[index] == names[index - 1], !names[index].isEmpty else { return false }
        let filled = cells[index].filter { !$0.isEmpty }
        return filled.contains(where: isSigned) && !cells[index - 1].contains(where: isSigned)
          && filled.allSatisfy {
            isSigned($0) || PrintedFigure($0).reading.value == ExactDecimal(0)
          }
      })
  }

  private static func isSigned(_ cell: String) -> Bool {
    guard let first = TextFolding.key(cell).unicodeScalars.first, cell.utf8.count > 1 else {
      return false
    }
    return "+±△▲".unicodeScalars.contains(first) || FigureMarks.isDash(first)
  }

  // MARK: The part

  private static func groups(_ names: [String]) -> [String] {
    let keys = names.map { TextFolding.key($0) }
    return keys.filter { $0 != keys.first && !$0.isEmpty }
  }

  private func isAlone(_ index: Int, _ item: PopulationItem) -> Bool {
    Self.groups(names[index]).isEmpty && Self.item(names[index]) == item
  }

  private static func isSex(_ names: [String]) -> Bool {
    item(names).map { [.malePopulation, .femalePopulation].contains($0) } ?? false
  }

  private static func item(_ names: [String]) -> PopulationItem? {
    item(TextFolding.key(names.first ?? ""))
  }

  /// What a folded name counts of all people: 男性, 内65歳以上.
  private static func item(_ key: String) -> PopulationItem? {
    let name = key.replacing("(人)", with: "")
    if let sex = sexNames.first(where: { $0.names.contains(name) }) { return sex.item }
    var scanner = TextScanner(name)
    guard scanner.skip(anyOf: ["うち", "内"]) != nil else { return nil }
    let ages: [PopulationItem] = [.youngPopulation, .workingAgePopulation, .elderlyPopulation]
    return PopulationItemRule.common.first { $0.label == scanner.rest && ages.contains($0.item) }?
      .item
  }

  private static let sexNames: [(names: Set<String>, item: PopulationItem)] = [
    (["男", "男性", "男子", "男人口", "男性人口"], .malePopulation),
    (["女", "女性", "女子", "女人口", "女性人口"], .femalePopulation),
  ]
}
