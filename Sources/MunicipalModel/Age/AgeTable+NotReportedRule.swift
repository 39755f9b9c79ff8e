extension AgeTable {
  /// What is done with the people whose age is not known (年齢不詳).
  public enum NotReportedRule: String, Hashable, Sendable, Codable, CaseIterable {
    /// 年齢不詳按分: shared out over the ages of the same sex in proportion to the people of known age.
    case proportionalWithinSex = "proportional_within_sex"
    /// 年齢不詳を除く: left out, so that the total is smaller.
    case leftOut = "left_out"

    /// The name in the terms of the field.
    public var label: LocalizedText {
      switch self {
      case .proportionalWithinSex:
        LocalizedText(ja: "年齢不詳を男女別に按分", en: "age not reported shared out within sex")
      case .leftOut: LocalizedText(ja: "年齢不詳を除く", en: "age not reported left out")
      }
    }
  }
}

extension AgeTable {
  /// The table with nobody of unknown age.
  ///
  /// Formula of the proportional rule: count × (1 + not reported ÷ sum of known ages), for each sex.
  /// The result has fractions of persons; the total of each sex stays.
  ///
  /// - Parameter rule: what is done with the people of unknown age.
  /// - Throws: ``AgeTableError`` with `no-population` if a sex has people of unknown age only.
  public func resolvingAgeNotReported(
    _ rule: AgeTable.NotReportedRule
  ) throws(AgeTableError) -> Self {
    guard hasAgeNotReported else { return self }
    var counts = counts
    if rule == .proportionalWithinSex {
      for column in sexes.indices where notReported[column] != 0 {
        let known = sum(column: column, 0..<ages.count)
        guard known != 0 else { throw AgeTableError(code: .noPopulation, sex: sexes[column]) }
        for row in 0..<ages.count {
          counts[column * ages.count + row] *= 1 + notReported[column] / known
        }
      }
    }
    return Self(
      measure: measure, period: period, ages: ages, sexes: sexes, counts: counts,
      notReported: sexes.map { _ in 0 })
  }
}
