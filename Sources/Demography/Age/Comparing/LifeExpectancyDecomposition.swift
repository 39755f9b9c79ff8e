public import MunicipalModel

/// Arriaga's decomposition of the difference of two life expectancies by age (平均寿命の差の年齢別分解).
///
/// With l the survivors, L the years lived in a group, T those lived from its first age on, 1 and 2 the two
/// tables: a group's direct effect is l₁ ÷ l₁(0) × (L₂ ÷ l₂ − L₁ ÷ l₁), its indirect effect with the
/// interaction T₂(x+n) ÷ l₁(0) × (l₁ ÷ l₂ − l₁(x+n) ÷ l₂(x+n)); the open-ended group has the direct one alone. All
/// of them add up to the difference.
///
/// The effects depend on which table is the first: from second to first they are not the same with the other
/// sign. ``Weighting/mean`` takes the mean of both directions. It parts the difference by age, not by cause, and
/// says nothing of sexes or places beyond their two tables.
/// Sources: Arriaga, Demography 21 (1984); Preston, Heuveline and Guillot, Demography (2001), box 4.3; Ponnapalli,
/// Demographic Research 12 (2005), who compares the directions.
public struct LifeExpectancyDecomposition: Hashable, Sendable {
  static let subject = LocalizedText(
    ja: "平均寿命の差の年齢別分解", en: "decomposition of life expectancy by age")

  /// Which table the changes are weighted with.
  public enum Weighting: String, Hashable, Sendable, Codable, CaseIterable {
    /// The survivors of the first table and the years of the second, as Arriaga writes it.
    case first
    /// The mean of that and of the same from the second table to the first.
    case mean
  }

  /// What one group of ages adds to the difference, in years.
  public struct Effect: Hashable, Sendable {
    /// The ages.
    public let age: AgeGroup
    /// 直接効果: years lived in the group itself.
    public let direct: Double
    /// 間接効果と交互作用: years that those lived later whom the group left alive.
    public let indirect: Double

    /// Both together.
    public var total: Double { direct + indirect }
  }

  /// The effects by age.
  public let effects: [Effect]
  /// Life expectancy at the first age of the first table, in years.
  public let firstLifeExpectancy: Double
  /// The same of the second table.
  public let secondLifeExpectancy: Double

  /// The second − the first, in years; the effects add up to it.
  public var difference: Double { secondLifeExpectancy - firstLifeExpectancy }

  /// Decomposes the life expectancy of the second table − that of the first.
  ///
  /// - Parameters:
  ///   - first: a table with survivors, such as the earlier one or that of men.
  ///   - second: a table of the same ages; its radix may be another.
  ///   - weighting: which table the changes are weighted with.
  /// - Throws: ``AgeMethodError`` with `different-tables`, `open-group-mismatch`, or
  ///   `impossible-life-table` for a table without survivors, or with none at the first age of a group.
  public init(
    from first: LifeTable, to second: LifeTable, weighting: Weighting = .first
  ) throws(AgeMethodError) {
    guard first.ages == second.ages else {
      throw AgeMethodError(
        code: .differentTables, subject: Self.subject,
        row: zip(
          first.ages.groups, second.ages.groups
        ).enumerated().first { $1.0 != $1.1 }.map { $0.offset + 1 })
    }
    try self.init(
      ages: first.ages, first: Columns(first), second: Columns(second), weighting: weighting)
  }

  /// A table for each born: survivors, and years lived in each group and from it on.
  struct Columns {
    let survivors: [Double]
    let lived: [Double]
    let livedOn: [Double]

    /// - Parameter expectancies: the years that are left at the first age of each group.
    init(survivors: [Double], expectancies: [Double]) {
      self.survivors = survivors
      livedOn = zip(survivors, expectancies).map { $0 * $1 } + [0]
      lived = zip(livedOn, livedOn.dropFirst()).map { $0 - $1 }
    }

    init(_ table: LifeTable) throws(AgeMethodError) {
      guard let survivors = table.survivors else {
        throw AgeMethodError(
          code: .impossibleLifeTable, subject: LifeExpectancyDecomposition.subject,
          hint: LocalizedText(
            ja: "定常人口だけの生命表ではなく、生存数のある生命表が必要です",
            en: "it takes a table with survivors, not one of nLx alone"))
      }
      self.survivors = survivors.map { $0 / table.radix }
      lived = table.personYearsLived.map { $0 / table.radix }
      var livedOn = [0.0]
      for years in lived.reversed() { livedOn.append((livedOn.last ?? 0) + years) }
      self.livedOn = livedOn.reversed()
    }
  }

  init(
    ages: AgeClassification, first: Columns, second: Columns, weighting: Weighting
  ) throws(AgeMethodError) {
    guard ages.openGroup != nil else {
      throw AgeMethodError(
        code: .openGroupMismatch, subject: Self.subject, row: ages.count, age: ages.groups.last)
    }
    for (row, age) in ages.groups.enumerated() {
      guard first.survivors[row] > 0, second.survivors[row] > 0 else {
        throw AgeMethodError(
          code: .impossibleLifeTable, subject: Self.subject, row: row + 1, age: age, text: "0")
      }
    }
    let there = Self.effects(first, second)
    let back = Self.effects(second, first)
    effects = ages.groups.indices.map { row in
      switch weighting {
      case .first: Effect(age: ages.groups[row], direct: there[row].0, indirect: there[row].1)
      case .mean:
        Effect(
          age: ages.groups[row], direct: (there[row].0 - back[row].0) / 2,
          indirect: (there[row].1 - back[row].1) / 2)
      }
    }
    firstLifeExpectancy = first.livedOn[0] / first.survivors[0]
    secondLifeExpectancy = second.livedOn[0] / second.survivors[0]
  }

  /// The direct and the indirect effect of each group.
  private static func effects(_ first: Columns, _ second: Columns) -> [(Double, Double)] {
    first.survivors.indices.map { row in
      let (alive1, alive2) = (first.survivors[row], second.survivors[row])
      let direct =
        alive1 / first.survivors[0] * (second.lived[row] / alive2 - first.lived[row] / alive1)
      guard row + 1 < first.survivors.count else { return (direct, 0) }
      let ratio = alive1 / alive2 - first.survivors[row + 1] / second.survivors[row + 1]
      return (direct, second.livedOn[row + 1] / first.survivors[0] * ratio)
    }
  }
}
