public import MunicipalModel

/// Healthy life expectancy by Sullivan's method (健康寿命, サリバン法), at the first age of each group.
///
/// Formula: Σ share of the healthy × nLx, over the ages from x on, ÷ l(x). The years in ill health are the rest
/// of the life expectancy. The shares are those of people now living, from a survey or a register: 日常生活に
/// 制限のない者の割合, or 1 − the share of those in need of care (要介護2～5).
///
/// It tells what the shares and death rates of one time make together, not how many healthy years anybody now
/// living has left; people in institutions count only as far as the shares hold them. The standard
/// error is that of the shares alone; that of the death rates is not in it.
/// Sources: Sullivan, HSMHA Health Reports 86 (1971); Jagger et al., Health Expectancy Calculation by the
/// Sullivan Method: A Practical Guide (EHEMU, 2006); 厚生労働科学研究班, 健康寿命の算定方法の指針 (2012).
public struct HealthyLifeExpectancy: Hashable, Sendable {
  static let subject = LocalizedText(ja: "健康寿命", en: "healthy life expectancy")

  /// The figures at the first age of a group, in years.
  public struct Row: Hashable, Sendable {
    /// The ages.
    public let age: AgeGroup
    /// The share of the healthy in the group, 0 to 1.
    public let healthyShare: Double
    /// 平均余命 at the first age.
    public let lifeExpectancy: Double
    /// 健康な期間の平均: the years of it in good health.
    public let healthy: Double
    /// The standard error of ``healthy`` by the sampling of the shares; `nil` without sample sizes.
    public let standardError: Double?

    /// 不健康な期間の平均: the years in ill health.
    public var unhealthy: Double { lifeExpectancy - healthy }

    /// The interval that holds the true value with 95 % by the sampling of the shares; `nil` as above.
    public var confidenceInterval: ClosedRange<Double>? {
      standardError.map { healthy - 1.959_964 * $0...healthy + 1.959_964 * $0 }
    }
  }

  /// The groups, the youngest first.
  public let rows: [Row]

  /// 健康寿命 at the first age of the table.
  public var value: Double { rows.first?.healthy ?? 0 }

  /// Computes healthy life expectancy.
  ///
  /// - Parameters:
  ///   - table: a life table that has survivors.
  ///   - healthyShares: the share of the healthy in each group of its ages, 0 to 1.
  ///   - sampleSizes: how many people each share is from, above zero; `nil` for no standard errors.
  /// - Throws: ``AgeMethodError`` with `different-tables` if there are not as many figures as groups,
  ///   `parameter-out-of-range` naming the group, or `impossible-life-table` without survivors.
  public init(
    _ table: LifeTable, healthyShares: [Double], sampleSizes: [Double]? = nil
  ) throws(AgeMethodError) {
    guard let survivors = table.survivors else {
      throw AgeMethodError(
        code: .impossibleLifeTable, subject: Self.subject,
        hint: LocalizedText(
          ja: "定常人口だけの生命表ではなく、生存数のある生命表が必要です",
          en: "it takes a table with survivors, not one of nLx alone"))
    }
    for counts in [healthyShares, sampleSizes ?? healthyShares]
    where counts.count != table.ages.count {
      throw AgeMethodError(
        code: .differentTables, subject: Self.subject,
        text: "\(counts.count) figures, \(table.ages.count) age groups")
    }
    for (row, age) in table.ages.groups.enumerated() {
      let size = sampleSizes?[row] ?? 1
      guard (0...1).contains(healthyShares[row]), size > 0, size.isFinite else {
        let isShare = !(0...1).contains(healthyShares[row])
        throw AgeMethodError(
          code: .parameterOutOfRange, subject: Self.subject, row: row + 1, age: age,
          text: "\(isShare ? healthyShares[row] : size)",
          hint: isShare
            ? LocalizedText(ja: "割合は0～1です（85%は0.85）", en: "a share is 0 to 1; 85% is 0.85")
            : LocalizedText(""))
      }
      guard survivors[row] > 0 else {
        throw AgeMethodError(
          code: .impossibleLifeTable, subject: Self.subject, row: row + 1, age: age, text: "0")
      }
    }
    var all = 0.0
    var healthy = 0.0
    var variance = 0.0
    var rows: [Row] = []
    for row in table.ages.groups.indices.reversed() {
      let (years, share) = (table.personYearsLived[row], healthyShares[row])
      all += years
      healthy += years * share
      if let sampleSizes { variance += years * years * share * (1 - share) / sampleSizes[row] }
      rows.append(
        Row(
          age: table.ages.groups[row], healthyShare: share,
          lifeExpectancy: all / survivors[row], healthy: healthy / survivors[row],
          standardError: sampleSizes.map { _ in variance.squareRoot() / survivors[row] }))
    }
    self.rows = rows.reversed()
  }
}
