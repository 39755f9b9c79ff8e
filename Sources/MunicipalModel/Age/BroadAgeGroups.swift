/// The three broad age groups (年齢3区分) and the ratios between them, in percent.
///
/// Source: Preston, Heuveline and Guillot, Demography (2001); 総務省統計局, 国勢調査 用語の解説.
public struct BroadAgeGroups: Hashable, Sendable, Codable {
  /// 年少人口: 0–14, in persons.
  public let young: Double
  /// 生産年齢人口: 15–64, in persons; above zero.
  public let workingAge: Double
  /// 老年人口: 65 and over, in persons.
  public let old: Double
  /// 年齢不詳, in persons; no ratio counts them.
  public let notReported: Double

  /// The people of known age.
  public var total: Double { young + workingAge + old }

  /// 年少人口割合: 0–14 ÷ all of known age × 100.
  public var youngShare: Double { young / total * 100 }

  /// 生産年齢人口割合: 15–64 ÷ all of known age × 100.
  public var workingAgeShare: Double { workingAge / total * 100 }

  /// 高齢化率: 65 and over ÷ all of known age × 100.
  public var ageingRate: Double { old / total * 100 }

  /// 年少従属人口指数: 0–14 ÷ 15–64 × 100.
  public var youngDependencyRatio: Double { young / workingAge * 100 }

  /// 老年従属人口指数: 65 and over ÷ 15–64 × 100.
  public var oldAgeDependencyRatio: Double { old / workingAge * 100 }

  /// 従属人口指数: (0–14 and 65 and over) ÷ 15–64 × 100.
  public var totalDependencyRatio: Double { (young + old) / workingAge * 100 }
}

extension AgeTable {
  /// The three broad groups of all sexes of the table.
  ///
  /// - Throws: ``AgeTableError`` with `needs-splitting` if a group reaches over 15 or 65, `not-covered`
  ///   if the table does not begin at 0 and end open, or `no-population` if nobody is of working age.
  public func broadAgeGroups() throws(AgeTableError) -> BroadAgeGroups {
    var sums: [Double] = []
    for group in AgeClassification.broadGroups.groups { sums.append(try count(at: group)) }
    guard sums.count == 3, sums[1] > 0 else {
      throw AgeTableError(code: .noPopulation, age: AgeGroup(15, through: 64))
    }
    return BroadAgeGroups(
      young: sums[0], workingAge: sums[1], old: sums[2], notReported: notReported.reduce(0, +))
  }
}
