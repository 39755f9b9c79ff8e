public import MunicipalModel

/// The Hamilton–Perry method (コーホート変化率法): a projection from cohort change ratios alone.
///
/// With P(x, t) the people of group x in year t and n the years between two stocks, a cohort's ratio is P(x+n, t) ÷
/// P(x, t−n), and P(x+n, t+n) = P(x, t) × ratio. The open-ended group has the ratio of all who reach it: P(85+, t) ÷
/// P(80+, t−n). Those born in the step come from the women at its end: children of 0–4 for each woman of 15–49,
/// boys and girls apart (子ども女性比); over ten years those of 5–9 for each woman of 20–54. Where the sexes are
/// not divided, children are counted for all people of these ages.
///
/// Deaths and moves are one: it needs no life table and tells no births, deaths or migrants. Ratios are held, so
/// what happened once between two stocks, such as a new estate or a college, goes on for ever; growth
/// compounds. ``Limit`` bounds ratios, and the ratios of several periods are averaged; it does not control the result
/// to a total, and does not move the ratios over time.
/// Sources: Hamilton and Perry, Social Forces 41 (1962); Swanson, Schlottmann and Schmidt, Population Research
/// and Policy Review 29 (2010), with the child–woman ratio, floors and ceilings; Baker, Swanson, Tayman and Tedrow, Cohort
/// Change Ratios and Their Applications (2017).
public struct HamiltonPerry: Hashable, Sendable {
  static let subject = LocalizedText(ja: "コーホート変化率法による推計", en: "Hamilton–Perry projection")

  /// A floor and a ceiling of ratios (変化率の下限と上限); one value as both fixes them.
  public struct Limit: Hashable, Sendable {
    /// The ages at the end of the step; `nil` for every cohort, those born in the step excepted.
    public let ages: AgeGroup?
    /// The sex; `nil` for all.
    public let sex: Sex?
    /// The range that ratios are brought into.
    public let range: ClosedRange<Double>
    /// Cohorts that are younger than this at the end alone; `nil` for all. Of the oldest, ratios tell deaths.
    public let endingBelow: Int?

    /// Makes a limit.
    ///
    /// - Parameters:
    ///   - range: the floor and the ceiling, such as 0.7...1.2.
    ///   - ages: the ages at the end of the step, whole groups; `nil` for every cohort. A limit of children's ages
    ///     bounds children for each woman.
    ///   - sex: the sex; `nil` for all.
    public init(_ range: ClosedRange<Double>, ages: AgeGroup? = nil, sex: Sex? = nil) {
      self.ages = ages
      self.sex = sex
      self.range = range
      endingBelow = nil
    }

    /// Makes a limit of every cohort that is younger than an age at the end, those born in the step excepted.
    ///
    /// - Parameters:
    ///   - range: the floor and the ceiling.
    ///   - age: the age, such as 65: above it ratios are low because people die, and a floor would keep them alive.
    public init(_ range: ClosedRange<Double>, endingBelow age: Int) {
      ages = nil
      sex = nil
      self.range = range
      endingBelow = age
    }

    /// Whether it holds for a ratio.
    func fits(_ sex: Sex, from start: AgeGroup?, to end: AgeGroup) -> Bool {
      guard (self.sex ?? sex) == sex else { return false }
      if let ages { return ages.contains(end) }
      guard start != nil, let endingBelow else { return start != nil }
      return end.upperAge.map { $0 < endingBelow } ?? false
    }
  }

  /// The ratio of one cohort, or of children.
  public struct Ratio: Hashable, Sendable {
    /// The sex.
    public let sex: Sex
    /// 期首年齢: the ages at the start of the step; `nil` of those born in it.
    public let ageAtStart: AgeGroup?
    /// 期末年齢: the ages at the end.
    public let ageAtEnd: AgeGroup
    /// The ages of the women, or of all people, whom children are counted for; `nil` of cohorts.
    public let womenAges: AgeGroup?
    /// The ratio in each period, the oldest first; `nil` where nobody was there at its start.
    public let observed: [Double?]
    /// The mean of the periods that have one; `nil` if none has.
    public let mean: Double?
    /// What is used: the mean, within the limits.
    public let value: Double

    /// Whether a limit changed it.
    public var isLimited: Bool { value != mean }
  }

  /// The groups of ages.
  public let ages: AgeClassification
  /// The sexes.
  public let sexes: [Sex]
  /// The years of a step.
  public let years: Int
  /// The ratios: of each sex first the children's, then the cohorts', by age at the end.
  public let ratios: [Ratio]

  /// Finds the ratios of one or several periods.
  ///
  /// - Parameters:
  ///   - periods: pairs of stocks with the same ages at both ends, the oldest first; of several the ratios are averaged.
  ///   - womenAges: the women whom the youngest children are counted for; 15–49 if `nil`. Older children born in
  ///     the step are counted for women older by as much.
  ///   - limits: floors and ceilings; of several that fit a ratio the first counts.
  /// - Throws: ``AgeMethodError`` with `no-rows` without a period, `different-tables` if ages, sexes or years differ,
  ///   `unsupported-ages` if the ages do not begin at 0, `parameter-out-of-range` for women who may be born in the step or a limit
  ///   that fits no group, `denominator-not-positive`, naming the cohort, if nobody was at the start of any period
  ///   and no limit fixes the ratio, or as the women's ages are refused.
  public init(
    _ periods: [IntercensalPair], womenAges: AgeGroup? = nil, limits: [Limit] = []
  ) throws(AgeMethodError) {
    guard let first = periods.first else {
      throw AgeMethodError(code: .noRows, subject: Self.subject)
    }
    ages = first.start.ages
    sexes = first.start.sexes
    years = first.years
    for (row, pair) in periods.enumerated() {
      try Self.check(pair, row: row, against: first)
    }
    guard let women = womenAges ?? AgeGroup(15, through: 49), women.lowerAge >= first.years else {
      throw AgeMethodError(
        code: .parameterOutOfRange, subject: Self.subject, age: womenAges,
        hint: LocalizedText(
          ja: "期間中に生まれうる年齢の女性は使えません（期間は\(first.years)年）",
          en: "the women must be older than the \(first.years) years of a step"))
    }
    try Self.check(limits, ages)
    let adults = sexes.contains(.female) ? Sex.female : sexes[0]
    var ratios: [Ratio] = []
    for sex in sexes {
      for row in first.birthRows {
        let age = ages.groups[row]
        guard let women = women.aged(by: age.lowerAge) else { continue }
        var observed: [Double?] = []
        for pair in periods {
          let people = try pair.end.people(of: adults, at: women)
          let children = try pair.end.people(of: sex, at: age)
          observed.append(people > 0 ? children / people : nil)
        }
        ratios.append(
          try Self.ratio(sex, from: nil, to: age, women: women, observed, limits))
      }
      let changes = periods.map { pair in pair.cohortChangeRatios().filter { $0.sex == sex } }
      for (index, change) in changes[0].enumerated() {
        ratios.append(
          try Self.ratio(
            sex, from: change.ageAtStart, to: change.ageAtEnd, women: nil,
            changes.map { $0[index].value }, limits))
      }
    }
    self.ratios = ratios
  }

  private static func ratio(
    _ sex: Sex, from start: AgeGroup?, to end: AgeGroup, women: AgeGroup?,
    _ observed: [Double?], _ limits: [Limit]
  ) throws(AgeMethodError) -> Ratio {
    let known = observed.compactMap(\.self)
    let mean = known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
    let limit = limits.first { $0.fits(sex, from: start, to: end) }
    let fixed = limit.flatMap {
      $0.range.lowerBound == $0.range.upperBound ? $0.range.lowerBound : nil
    }
    guard let value = mean ?? fixed else {
      if let women {
        throw AgeMethodError(
          code: .denominatorNotPositive, subject: subject, sex: sex == .both ? .both : .female,
          age: women, text: "0",
          hint: LocalizedText(
            ja: "子どもを数える相手の女性の年齢を変えます（--women）",
            en: "count the children for women of other ages (--women)"))
      }
      throw AgeMethodError(
        code: .denominatorNotPositive, subject: subject, sex: sex, age: start, text: "0",
        hint: LocalizedText(
          ja: "10歳階級などにまとめた人口を使うか、この変化率の値を決めます",
          en: "use a population by wider ages, or fix this ratio by a limit"))
    }
    return Ratio(
      sex: sex, ageAtStart: start, ageAtEnd: end, womenAges: women, observed: observed, mean: mean,
      value: limit.map { min(max(value, $0.range.lowerBound), $0.range.upperBound) } ?? value)
  }
}
