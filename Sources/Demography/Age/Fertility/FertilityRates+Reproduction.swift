public import MunicipalModel

extension FertilityRates {
  /// Makes rates that were published as rates, such as births per 1,000 women of the age and year.
  ///
  /// ``births`` are then those of as many women as the rates are stated for, in each group.
  ///
  /// - Parameters:
  ///   - ages: the mothers' groups of ages; none is open-ended.
  ///   - rates: births of boys and girls for each `scale` women and year.
  ///   - scale: how many women the rates are stated for: 1,000, or 1 of rates for each woman.
  /// - Throws: ``AgeMethodError`` with `different-tables` if there are not as many rates as groups,
  ///   `unsupported-ages` if the last group is open-ended, `parameter-out-of-range` if the scale is not above zero,
  ///   or `negative-rate`, `not-finite` or `too-large`, naming the group: more than one birth for each woman and
  ///   year is none, and rates that add up to a ten thousandth of a child are rates of another scale.
  public init(
    ages: AgeClassification, rates: [Double], per scale: Double = 1_000
  ) throws(AgeMethodError) {
    let subject = Self.subject
    guard rates.count == ages.count else {
      throw AgeMethodError(
        code: .differentTables, subject: subject,
        text: "\(rates.count) figures, \(ages.count) age groups")
    }
    if let open = ages.openGroup {
      throw AgeMethodError(
        AgeTableError(code: .unsupportedAges, row: ages.count, age: open), subject: subject)
    }
    guard scale > 0, scale.isFinite else {
      throw AgeMethodError(code: .parameterOutOfRange, subject: subject, text: "\(scale)")
    }
    let hint = LocalizedText(
      ja: "率は女性\(scale.countText)人・1年当たりです",
      en: "the rates are read as births for each \(scale.countText) women and year")
    for (row, rate) in rates.enumerated() {
      let code: AgeMethodError.Code? =
        !rate.isFinite
        ? .notFinite : rate < 0 ? .negativeRate : rate > scale ? .tooLarge : nil
      guard let code else { continue }
      throw AgeMethodError(
        code: code, subject: subject, row: row + 1, age: ages.groups[row], text: "\(rate)",
        hint: code == .tooLarge ? hint : LocalizedText(""))
    }
    self.init(
      ages: ages, births: rates, women: Array(repeating: scale, count: ages.count),
      rates: rates.map { $0 / scale })
    // 1.3 children by rates for each woman, taken per 1,000, would be 0.0013.
    guard totalFertilityRate == 0 || totalFertilityRate >= 0.05 else {
      throw AgeMethodError(
        code: .parameterOutOfRange, subject: subject, text: "\(totalFertilityRate)", hint: hint)
    }
  }

  /// 総再生産率 (GRR): the daughters of a woman who lives through these rates.
  ///
  /// Formula: total fertility rate × girls ÷ births. It lets nobody die before the end of childbearing.
  /// Source: Preston, Heuveline and Guillot, Demography (2001), section 5.3.
  ///
  /// - Parameter sexRatioAtBirth: males per female birth (出生性比), such as 1.05; the same at every age.
  /// - Throws: ``AgeMethodError`` with `parameter-out-of-range` for a ratio that is not 0.5 to 2.
  public func grossReproductionRate(sexRatioAtBirth: Double) throws(AgeMethodError) -> Double {
    try totalFertilityRate * girls(sexRatioAtBirth)
  }

  /// 純再生産率 (NRR): the daughters of a newborn girl by these rates and a life table.
  ///
  /// Formula: Σ rate × girls ÷ births × nLx ÷ l(0). 1 is replacement by the rates of this period, whatever the age
  /// structure; it counts no migrants. Source: Preston, Heuveline and Guillot (2001), section 5.3.
  ///
  /// - Parameters:
  ///   - women: the life table of women, from birth, in the mothers' ages or finer.
  ///   - sexRatioAtBirth: males per female birth, such as 1.05.
  /// - Throws: ``AgeMethodError`` as above, with `unsupported-ages` for a table that does not begin at birth, or
  ///   with `needs-splitting` or `not-covered` if it does not have the mothers' ages.
  public func netReproductionRate(
    _ women: LifeTable, sexRatioAtBirth: Double
  ) throws(AgeMethodError) -> Double {
    let subject = LocalizedText(ja: "純再生産率", en: "net reproduction rate")
    guard women.ages.lowerAge == 0 else {
      throw AgeMethodError(
        AgeTableError(code: .unsupportedAges, row: 1, age: women.ages.groups.first),
        subject: subject)
    }
    var children = 0.0
    for (age, rate) in zip(ages.groups, rates) {
      children += rate * (try women.personYears(in: age, subject: subject)) / women.radix
    }
    return try children * girls(sexRatioAtBirth)
  }

  /// 人口置換水準: the total fertility rate at which these rates would give a net reproduction rate of 1.
  ///
  /// Formula: total fertility rate ÷ net reproduction rate.
  ///
  /// - Returns: `nil` without births.
  /// - Throws: ``AgeMethodError``, as `netReproductionRate(_:sexRatioAtBirth:)` does.
  public func replacementFertility(
    _ women: LifeTable, sexRatioAtBirth: Double
  ) throws(AgeMethodError) -> Double? {
    let net = try netReproductionRate(women, sexRatioAtBirth: sexRatioAtBirth)
    return net > 0 ? totalFertilityRate / net : nil
  }

  /// Girls ÷ births.
  private func girls(_ sexRatioAtBirth: Double) throws(AgeMethodError) -> Double {
    guard (0.5...2).contains(sexRatioAtBirth) else {
      throw AgeMethodError(
        code: .parameterOutOfRange, subject: LocalizedText(ja: "出生性比", en: "sex ratio at birth"),
        text: "\(sexRatioAtBirth)",
        hint: LocalizedText(
          ja: "女児1人当たりの男児です（105ではなく1.05）", en: "it is males per female birth, 1.05 and not 105"))
    }
    return 1 / (1 + sexRatioAtBirth)
  }
}
