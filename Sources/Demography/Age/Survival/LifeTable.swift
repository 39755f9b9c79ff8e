public import MunicipalModel

/// The person-years column of a period life table (生命表) of one sex, abridged or complete.
///
/// Source: Preston, Heuveline and Guillot, Demography (2001), chapter 3; 厚生労働省, 完全生命表.
public struct LifeTable: Hashable, Sendable {
  static let subject = LocalizedText(ja: "生命表", en: "life table")

  /// The groups of ages, such as 0, 1–4, 5–9, …, 85+, or single years.
  public let ages: AgeClassification
  /// 生存数 l(x) at the first age of the table; in one from 0, the births that it follows, such as 100,000.
  public let radix: Double
  /// 定常人口 nLx: the years lived in each group.
  public let personYearsLived: [Double]
  /// 生存数 l(x) at the first age of each group; `nil` of a table that was given by nLx alone.
  public let survivors: [Double]?

  /// Makes a table from its nLx (定常人口).
  ///
  /// The figures and the radix must be of one scale: no group lives more years a head than its width, and
  /// a first group that lives less than a tenth of them is taken for figures of another radix.
  ///
  /// - Parameters:
  ///   - ages: the groups of ages.
  ///   - personYearsLived: nLx of each group, in years, on the scale of the radix.
  ///   - radix: see ``radix``; above zero, 1 of figures per birth. 100,000 if `nil`, which a table from 0
  ///     alone may leave out.
  /// - Throws: ``AgeMethodError`` with `impossible-life-table` naming the row if there are not as many
  ///   figures as groups, or a figure is below zero, or the people alive grow with age, or the radix is
  ///   not that of the figures, or those alive at a first age above 0 are not given.
  public init(
    ages: AgeClassification, personYearsLived: [Double], radix: Double? = nil
  ) throws(AgeMethodError) {
    guard let radix = radix ?? (ages.lowerAge == 0 ? 100_000 : nil) else {
      throw AgeMethodError(
        code: .impossibleLifeTable, subject: Self.subject, row: 1, age: ages.groups.first,
        text: "radix")
    }
    if let years = personYearsLived.first, let first = ages.groups.first, let width = first.width,
      years >= 0, years < radix * Double(width) / 10
    {
      throw AgeMethodError(
        code: .impossibleLifeTable, subject: Self.subject, row: 1, age: first, text: "\(years)",
        hint: LocalizedText(
          ja: "定常人口が基数\(radix.countText)に対して小さすぎます。1人当たりの定常人口なら、基数は1です",
          en: "too few years for a radix of \(radix.countText); of figures per birth it is 1"))
    }
    try self.init(
      ages: ages, personYearsLived: personYearsLived, radix: radix, survivors: nil)
  }

  init(
    ages: AgeClassification, personYearsLived: [Double], radix: Double, survivors: [Double]?
  ) throws(AgeMethodError) {
    guard personYearsLived.count == ages.count else {
      throw AgeMethodError(
        code: .impossibleLifeTable, subject: Self.subject,
        text: "\(personYearsLived.count) figures, \(ages.count) age groups")
    }
    guard radix > 0, radix <= AgeTable.largestCount else {
      throw AgeMethodError(
        code: .impossibleLifeTable, subject: Self.subject, text: "radix \(radix)")
    }
    var alive = radix
    for (row, years) in personYearsLived.enumerated() {
      let group = ages.groups[row]
      let average = group.width.map { years / Double($0) }
      guard years >= 0, years.isFinite, (average ?? 0) <= alive * (1 + 1e-12) else {
        throw AgeMethodError(
          code: .impossibleLifeTable, subject: Self.subject, row: row + 1, age: group,
          text: "\(years)")
      }
      alive = average ?? alive
    }
    self.ages = ages
    self.radix = radix
    self.personYearsLived = personYearsLived
    self.survivors = survivors
  }

  /// 平均余命 at the first age of the table, in years; with a table from 0, 平均寿命.
  public var lifeExpectancy: Double {
    personYearsLived.reduce(0, +) / radix
  }

  /// The years lived in a span of ages.
  func personYears(in span: AgeGroup, subject: LocalizedText) throws(AgeMethodError) -> Double {
    return try AgeMethodError.wrapping(
      ages.indices(of: span).reduce(0) { $0 + personYearsLived[$1] }, subject: subject)
  }
}
