public import MunicipalModel

extension IntercensalPair {
  /// Net migration of children who were born in the period, by the child–woman ratio.
  public struct ChildMigration: Hashable, Sendable {
    /// The ages at the end.
    public let ageAtEnd: AgeGroup
    /// Which part of the mothers' moves came after the birth, such as ¼.
    public let partMovedAfterBirth: Double
    /// Children ÷ women at the end.
    public let childWomanRatio: ChildWomanRatio
    /// Net migration of the women, in persons.
    public let netMigrantWomen: Double
    /// Net migration of the children of both sexes, in persons.
    public let netMigrants: Double

    /// Net migration of boys and girls in proportion to the children at the end, in persons.
    public var bySex: (boys: Double, girls: Double)? {
      childWomanRatio.boysShare.map { (netMigrants * $0, netMigrants * (1 - $0)) }
    }
  }
}

extension IntercensalPair {
  /// Net migration of children born in the period, from that of the women (子ども女性比による方法).
  ///
  /// Formula: part moved after birth × children ÷ women at the end × net migrant women. The part is the
  /// children's mean age ÷ years of the period: ¼ for 0–4 and ¾ for 5–9 over ten years, ½ for 0–4 over
  /// five. Source: UN Manual VI (1970), chapter II; Shryock and Siegel (1971), chapter 21.
  ///
  /// - Parameters:
  ///   - migration: net migration by cohort, of this pair, with both sexes.
  ///   - childAges: ages of the children at the end, all born in the period.
  ///   - womenAges: ages of the women at the end; the source takes 15–44 for 0–4, 20–49 for 5–9.
  /// - Throws: ``AgeMethodError`` with `period-does-not-match-age-step` if children of those ages were not
  ///   all born in the period, `different-tables` if the migration is that of another pair, naming the
  ///   cohort, and as the tables and the migration refuse sexes and ages.
  public func netMigrationOfChildren(
    by migration: CohortMigration, childAges: AgeGroup, womenAges: AgeGroup
  ) throws(AgeMethodError) -> IntercensalPair.ChildMigration {
    let subject = LocalizedText(ja: "子ども女性比による純移動", en: "children by child–woman ratio")
    guard let upper = childAges.upperAge, upper < years, migration.years == years else {
      throw AgeMethodError(
        code: .periodDoesNotMatchAgeStep, subject: subject, age: childAges,
        text: "\(years) years")
    }
    try check(migration, subject: subject)
    let ratio = try AgeMethodError.wrapping(
      end.childWomanRatio(childAges: childAges, womenAges: womenAges), subject: subject)
    let women = try migration.netMigrants(of: womenAges, at: .end, sex: .female)
    let part = Double(childAges.lowerAge + upper + 1) / 2 / Double(years)
    return IntercensalPair.ChildMigration(
      ageAtEnd: childAges, partMovedAfterBirth: part, childWomanRatio: ratio,
      netMigrantWomen: women, netMigrants: part * ratio.value * women)
  }
  /// Refuses net migration whose cohorts are not those of this pair.
  private func check(
    _ migration: CohortMigration, subject: LocalizedText
  ) throws(AgeMethodError) {
    for row in migration.rows {
      let atEnd = try? end.count(of: row.sex, at: row.ageAtEnd)
      let atStart = row.ageAtStart.map { try? start.count(of: row.sex, at: $0) }
      guard atEnd == row.populationAtEnd, atStart.map({ $0 == row.populationAtStart }) ?? true
      else {
        throw AgeMethodError(
          code: .differentTables, subject: subject, sex: row.sex, age: row.ageAtEnd,
          text: row.populationAtEnd.countText)
      }
    }
  }
}
