public import MunicipalModel

/// How long those live in a group of ages who die in it (nax, 死亡者の平均生存年数).
public enum AverageYearsLived: Hashable, Sendable {
  /// Half of the group: deaths are spread evenly.
  case midpoint
  /// Coale and Demeny's West formulas at ages 0 and 1–4, half of the group above.
  ///
  /// The formulas are of those two groups: a table that does not begin with them is refused, and takes
  /// ``midpoint`` or ``given(_:)``. Source: Preston, Heuveline and Guillot, Demography (2001), table 3.3. Women's figures stand for both.
  case coaleDemenyWest(Sex)
  /// Figures for each group, in years; one of the open-ended group is not used.
  case given([Double])

  /// Refuses ages that the formulas are not made for.
  func check(_ ages: AgeClassification, subject: LocalizedText) throws(AgeMethodError) {
    guard case .coaleDemenyWest = self else { return }
    let needed = [AgeGroup(singleYear: 0), AgeGroup(1, through: 4)]
    guard
      let row = needed.indices.first(where: {
        !ages.groups.indices.contains($0) || ages.groups[$0] != needed[$0]
      })
    else { return }
    let found = ages.groups.indices.contains(row) ? ages.groups[row] : nil
    throw AgeMethodError(
      AgeTableError(
        code: .unsupportedAges, row: row + 1, age: found, text: "coaleDemenyWest: 0, 1-4"),
      subject: subject)
  }

  /// nax of one group, in years.
  ///
  /// - Parameters:
  ///   - group: a closed group.
  ///   - row: its position.
  ///   - infant: m(0), or q(0) if `isProbability`.
  func years(
    in group: AgeGroup, width: Double, row: Int, infant: Double, isProbability: Bool
  ) -> Double? {
    switch self {
    case .midpoint: return width / 2
    case .given(let figures):
      guard row < figures.count, 0 <= figures[row], figures[row] <= width else { return nil }
      return figures[row]
    case .coaleDemenyWest(let sex):
      let isMale = sex == .male
      let isHigh = infant >= (isProbability ? 0.1 : 0.107)
      if group.lowerAge == 0, group.upperAge == 0 {
        if isHigh { return isMale ? 0.330 : 0.350 }
        return isProbability
          ? (isMale ? 0.0425 + 2.875 * infant : 0.050 + 3.000 * infant)
          : (isMale ? 0.045 + 2.684 * infant : 0.053 + 2.800 * infant)
      }
      if group.lowerAge == 1, group.upperAge == 4 {
        if isHigh { return isMale ? 1.352 : 1.361 }
        return isProbability
          ? (isMale ? 1.653 - 3.013 * infant : 1.524 - 1.627 * infant)
          : (isMale ? 1.651 - 2.816 * infant : 1.522 - 1.518 * infant)
      }
      return width / 2
    }
  }
}

/// How the open-ended group of a life table of probabilities is closed (開放区間の扱い).
///
/// A table of death rates needs no rule: its last rate m gives L = l ÷ m.
public enum OpenIntervalClosing: Hashable, Sendable {
  /// L = l ÷ m, with the death rate m of the open-ended group, per person-year.
  case deathRate(Double)
  /// L = l × e, with the years e that are left at its first age.
  case remainingLifeExpectancy(Double)
  /// L = l ÷ m with the force of mortality of the last closed group, m = −ln(1 − q) ÷ n, held for ever.
  case constantForceOfLastGroup
}
