import MunicipalModel

extension SurvivalRatios {
  /// The ratios with an earlier open-ended group, for populations that end at 85 and over.
  ///
  /// The people of the new group are taken as spread over the ages as in the life table: its L follow
  /// from the ratios as L(x+n) = S × L(x), and of the last group T(90) = L(90–94) ÷ (1 − S). From a life
  /// table's ratios this is T(x+n) ÷ T(x) exactly.
  ///
  /// - Parameter age: the first age of the new open-ended group, one of the ratios'.
  /// - Throws: ``AgeMethodError`` with `missing-survival` if no group begins at that age, or the groups
  ///   from it on are not as wide as the ratios survive, and `survival-above-one` if nobody dies.
  public func pooled(from age: Int) throws(AgeMethodError) -> Self {
    let subject = Self.subject
    guard let open = ages.openGroup,
      let first = ages.groups.firstIndex(where: { $0.lowerAge == age }),
      let group = AgeGroup(andOver: age),
      ages.groups[first...].allSatisfy({ ($0.width ?? years) == years })
    else {
      throw AgeMethodError(
        code: .missingSurvival, subject: subject, age: AgeGroup(andOver: age))
    }
    guard group != open else { return self }
    var pooled: [Double] = []
    for (column, sex) in sexes.enumerated() {
      let own = Array(ratios[column * ages.count..<(column + 1) * ages.count])
      guard let last = own.last, last < 1 else {
        throw AgeMethodError(code: .survivalAboveOne, subject: subject, sex: sex, age: open)
      }
      var lived = 1.0
      var after = 0.0
      for row in first..<ages.count - 1 {
        lived *= own[row]
        after += row < ages.count - 2 ? lived : lived / (1 - last)
      }
      pooled += own[..<first] + [after / (1 + after)]
    }
    let groups = try AgeMethodError.wrapping(
      AgeClassification(Array(ages.groups[..<first]) + [group]), subject: subject)
    return Self(
      years: years, sexes: sexes, ages: groups, birthAges: birthAges, ratios: pooled,
      birthRatios: birthRatios, origin: origin)
  }
}
