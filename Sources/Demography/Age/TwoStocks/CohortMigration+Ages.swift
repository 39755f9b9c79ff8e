public import MunicipalModel

extension CohortMigration {
  /// At which end of the period ages are told.
  public enum AgeReference: String, Hashable, Sendable, Codable, CaseIterable {
    /// 期首年齢: age at the start of the period.
    case start
    /// 期末年齢: age at the end of the period.
    case end
  }

  /// The cohorts whose ages make up a span.
  ///
  /// - Parameters:
  ///   - span: the ages, such as 20–39.
  ///   - reference: whether they are the ages at the start or at the end.
  ///   - sex: one sex; all if `nil`.
  /// - Throws: ``AgeMethodError`` with `missing-sex`, `needs-splitting` or `not-covered`.
  public func rows(
    of span: AgeGroup, at reference: AgeReference, sex: Sex? = nil
  ) throws(AgeMethodError) -> [Row] {
    func age(_ row: Row) -> AgeGroup? { reference == .start ? row.ageAtStart : row.ageAtEnd }
    let own = rows.filter { sex == nil || $0.sex == sex }
    guard let first = own.first else {
      throw AgeMethodError(code: .missingSex, subject: IntercensalPair.subject, sex: sex)
    }
    let groups = own.filter { $0.sex == first.sex }.compactMap(age)
    _ = try AgeMethodError.wrapping(
      AgeClassification(groups).indices(of: span), subject: IntercensalPair.subject)
    return own.filter { age($0).map(span.contains) ?? false }
  }

  /// Net migrants of a span of ages, in persons.
  ///
  /// - Throws: ``AgeMethodError``, as ``rows(of:at:sex:)`` does.
  public func netMigrants(
    of span: AgeGroup, at reference: AgeReference, sex: Sex? = nil
  ) throws(AgeMethodError) -> Double {
    try rows(of: span, at: reference, sex: sex).reduce(0) { $0 + $1.netMigrants }
  }

  /// The net migration rate of a span of ages, as a ratio; × 100 for percent.
  ///
  /// Formula: Σ net migrants ÷ Σ cohorts at the start. Of the forward method it is 社人研's 純移動率 of
  /// the span. It matters which ages are meant: people of 20–39 at the end were 15–34 at the start.
  ///
  /// - Throws: ``AgeMethodError``, as ``rows(of:at:sex:)`` does, and with `denominator-not-positive`.
  public func netMigrationRate(
    of span: AgeGroup, at reference: AgeReference, sex: Sex? = nil
  ) throws(AgeMethodError) -> Double {
    let rows = try rows(of: span, at: reference, sex: sex)
    let population = rows.reduce(0) { $0 + $1.populationAtStart }
    guard population > 0 else {
      throw AgeMethodError(
        code: .denominatorNotPositive, subject: IntercensalPair.subject, sex: sex, age: span)
    }
    return rows.reduce(0) { $0 + $1.netMigrants } / population
  }
}
