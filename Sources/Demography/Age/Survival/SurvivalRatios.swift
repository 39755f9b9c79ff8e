public import MunicipalModel

/// Survival ratios (生残率): which part of a group is alive some years later, by sex.
///
/// The ages are those at the start. Survival from birth belongs to the group that the born reach.
public struct SurvivalRatios: Hashable, Sendable {
  /// What ratios come from.
  public enum Origin: String, Hashable, Sendable, Codable, CaseIterable {
    /// A life table: part of a group survives, at most all of it.
    case lifeTable = "life_table"
    /// Two censuses of a nation without migration (センサス生残率): errors of both counts are in them, and a
    /// ratio can be above 1.
    ///
    /// They hold errors of age that a municipality's counts share, and cancel them in a residual; a projection
    /// does not take those above 1. Source: UN Manual VI (1970), chapter II.
    case census
  }

  static let subject = LocalizedText(ja: "生残率", en: "survival ratios")

  /// One ratio as it is read.
  public struct Row: Hashable, Sendable {
    /// The sex.
    public let sex: Sex
    /// The ages at the start; of those born in the period, the ages that they reach at its end.
    public let age: AgeGroup
    /// Whether it is survival from birth (出生→0～4歳).
    public let isFromBirth: Bool
    /// The ratio, 0 to 1; of census ratios above 1 too.
    public let ratio: Double
    /// The row or line to name in an error; `nil` to count the rows from 1.
    public let row: Int?

    /// Makes a row.
    public init(
      _ sex: Sex, _ age: AgeGroup, _ ratio: Double, isFromBirth: Bool = false, row: Int? = nil
    ) {
      self.sex = sex
      self.age = age
      self.isFromBirth = isFromBirth
      self.ratio = ratio
      self.row = row
    }
  }

  /// What they come from.
  public let origin: Origin
  /// The years that they survive.
  public let years: Int
  /// The sexes.
  public let sexes: [Sex]
  /// The groups of ages at the start.
  public let ages: AgeClassification
  /// The groups that those born in the period reach; `nil` without survival from birth.
  public let birthAges: AgeClassification?
  /// The ratios: all ages of the first sex, then of the second.
  public let ratios: [Double]
  /// Survival from birth in the same order.
  public let birthRatios: [Double]

  /// Makes ratios from rows in any order.
  ///
  /// - Parameters:
  ///   - years: the years that they survive, such as 5.
  ///   - sexes: the sexes that the rows must have, and no others.
  ///   - rows: the ratios, 0 to 1; of census ratios to 5, above which they are taken for percentages.
  ///   - origin: what they come from.
  /// - Throws: ``AgeMethodError`` with `survival-above-one` or `survival-not-positive`, or with the code
  ///   of `AgeTableError` for ages that overlap, leave a gap or lack a sex, naming the row.
  public init(
    years: Int, sexes: [Sex] = [.male, .female], rows: [Row], origin: Origin = .lifeTable
  ) throws(AgeMethodError) {
    let most = origin == .census ? 5.0 : 1
    for (index, row) in rows.enumerated() where !(0...most).contains(row.ratio) {
      throw AgeMethodError(
        code: row.ratio > most ? .survivalAboveOne : .survivalNotPositive, subject: Self.subject,
        row: row.row ?? index + 1, sex: row.sex, age: row.age, text: "\(row.ratio)",
        hint: row.ratio > most && origin == .lifeTable
          ? LocalizedText(
            ja: "2回の国勢調査から求めた生残率なら、origin: .censusとします",
            en: "ratios of two censuses are declared by origin: .census")
          : LocalizedText(""))
    }
    guard (1...AgeGroup.highestAge).contains(years) else {
      throw AgeMethodError(
        code: .parameterOutOfRange, subject: Self.subject, text: "\(years) years")
    }
    func table(_ isFromBirth: Bool) throws(AgeTableError) -> AgeTable? {
      let own = rows.enumerated().filter { $1.isFromBirth == isFromBirth }.map { index, row in
        AgeTable.Row(row.sex, .group(row.age), row.ratio, row: row.row ?? index + 1)
      }
      return own.isEmpty && isFromBirth
        ? nil : try AgeTable(.population, anySexes: sexes, rows: own)
    }
    do throws(AgeTableError) {
      guard let ages = try table(false) else { throw AgeTableError(code: .noRows) }
      let births = try table(true)
      self.init(
        years: years, sexes: sexes, ages: ages.ages, birthAges: births?.ages,
        ratios: ages.counts, birthRatios: births?.counts ?? [], origin: origin)
    } catch {
      throw AgeMethodError(error, subject: Self.subject)
    }
  }

  /// Makes ratios that are known to be sound.
  init(
    years: Int, sexes: [Sex], ages: AgeClassification, birthAges: AgeClassification?,
    ratios: [Double], birthRatios: [Double], origin: Origin = .lifeTable
  ) {
    self.origin = origin
    self.years = years
    self.sexes = sexes
    self.ages = ages
    self.birthAges = birthAges
    self.ratios = ratios
    self.birthRatios = birthRatios
  }

  /// Nobody dies: every ratio is 1. Then residual methods give the whole change of a cohort.
  public static func nobodyDies(
    years: Int, sexes: [Sex], ages: AgeClassification, birthAges: AgeClassification? = nil
  ) -> Self {
    Self(
      years: years, sexes: sexes, ages: ages, birthAges: birthAges,
      ratios: .init(repeating: 1, count: sexes.count * ages.count),
      birthRatios: .init(repeating: 1, count: sexes.count * (birthAges?.count ?? 0)))
  }
}
