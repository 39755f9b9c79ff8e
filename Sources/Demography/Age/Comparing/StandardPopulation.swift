public import MunicipalModel

/// A population by age that rates are standardised on (基準人口).
public struct StandardPopulation: Hashable, Sendable {
  /// What the standard is called; a standardised rate is always told with it.
  public let name: LocalizedText
  /// The population, in persons or any other unit.
  public let population: AgeTable

  /// Makes a standard.
  ///
  /// - Throws: ``AgeMethodError`` with `wrong-measure`, `age-not-reported-left`, or
  ///   `denominator-not-positive` if it counts nobody.
  public init(name: LocalizedText, population: AgeTable) throws(AgeMethodError) {
    try population.check([.population], subject: name)
    guard population.totalOfKnownAge > 0 else {
      throw AgeMethodError(code: .denominatorNotPositive, subject: name)
    }
    self.name = name
    self.population = population
  }

  /// 平成27年（2015年）モデル人口, both sexes, 0–4 to 95 and over; 125,319,000 in all.
  ///
  /// Source: 厚生労働省, 人口動態統計; in use for age-adjusted death rates since the figures of 2020.
  ///
  /// - Throws: nothing with these figures; they pass the checks that every table passes.
  public static func japanModel2015() throws(AgeMethodError) -> Self {
    try model(
      2015, LocalizedText(ja: "平成27年モデル人口", en: "Japan's model population of 2015"),
      thousands: [
        5026, 5369, 5711, 6053, 6396, 6738, 7081, 7423, 7766, 8108, 8451, 8793, 9135, 9246, 7892,
        6306, 4720, 3134, 1548, 423,
      ])
  }

  /// 昭和60年（1985年）モデル人口, both sexes, 0–4 to 85 and over; 120,287,000 in all.
  ///
  /// Source: 厚生労働省, 人口動態統計; in use for age-adjusted death rates up to the figures of 2019.
  ///
  /// - Throws: nothing with these figures; they pass the checks that every table passes.
  public static func japanModel1985() throws(AgeMethodError) -> Self {
    try model(
      1985, LocalizedText(ja: "昭和60年モデル人口", en: "Japan's model population of 1985"),
      thousands: [
        8180, 8338, 8497, 8655, 8814, 8972, 9130, 9289, 9400, 8651, 7616, 6581, 5546, 4511, 3476,
        2441, 1406, 784,
      ])
  }

  private static func model(
    _ year: Int, _ name: LocalizedText, thousands: [Int]
  ) throws(AgeMethodError) -> Self {
    let table = try AgeMethodError.wrapping(
      AgeTable(
        .population, period: .calendarYear(year),
        ages: .fiveYearGroups(openFrom: (thousands.count - 1) * 5),
        columns: [AgeTable.Column(.both, thousands.map { $0 * 1000 })]), subject: name)
    return try Self(name: name, population: table)
  }
}
