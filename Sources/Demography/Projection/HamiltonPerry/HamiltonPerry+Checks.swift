import MunicipalModel

extension HamiltonPerry {
  /// Refuses a period whose ages, sexes or years are not those of the first, at both ends.
  static func check(
    _ pair: IntercensalPair, row: Int, against first: IntercensalPair
  ) throws(AgeMethodError) {
    let ages = first.start.ages
    guard ages.lowerAge == 0 else {
      throw AgeMethodError(
        AgeTableError(code: .unsupportedAges, row: 1, age: ages.groups.first), subject: subject)
    }
    for table in [pair.start, pair.end] where table.ages != ages {
      throw AgeMethodError(
        code: .differentTables, subject: subject, row: row + 1, age: table.ages.groups.last,
        text: [ages, table.ages].compactMap { $0.groups.last?.description }.joined(separator: ", "),
        hint: .regrouping(ages, table.ages))
    }
    guard Set(pair.start.sexes) == Set(first.start.sexes), pair.years == first.years else {
      throw AgeMethodError(
        code: .differentTables, subject: subject, row: row + 1,
        text: pair.years == first.years ? nil : "\(first.years), \(pair.years)")
    }
  }

  /// Refuses limits that no ratio can be brought into.
  static func check(_ limits: [Limit], _ ages: AgeClassification) throws(AgeMethodError) {
    for (row, limit) in limits.enumerated() {
      guard limit.range.lowerBound >= 0, limit.range.upperBound.isFinite,
        limit.ages.map({ span in ages.groups.contains { span.contains($0) } }) ?? true
      else {
        throw AgeMethodError(
          code: .parameterOutOfRange, subject: subject, row: row + 1, sex: limit.sex,
          age: limit.ages, text: "\(limit.range)")
      }
    }
  }
}

extension AgeTable {
  /// The people of one sex in a span of ages, in the errors of a method.
  func people(of sex: Sex, at span: AgeGroup) throws(AgeMethodError) -> Double {
    do throws(AgeTableError) {
      return try count(of: sex, at: span)
    } catch {
      throw AgeMethodError(
        error, subject: HamiltonPerry.subject,
        hint: LocalizedText(
          ja: "女性の年齢（womenAges、--women）には人口の階級をいくつか合わせたものを指定します",
          en: "the women's ages (womenAges, --women) must be whole groups of the population"))
    }
  }
}
