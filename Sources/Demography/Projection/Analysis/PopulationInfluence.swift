/// The bounds between grades of influence (影響度の段階), as ratios.
package struct InfluenceThresholds: Hashable, Sendable {
  /// The lowest ratio of the second grade, of the third and so on, ascending.
  package let bounds: [Double]

  /// Makes thresholds.
  ///
  /// - Parameter bounds: ratios that ascend, such as 1.00, 1.05, 1.10, 1.15 for five grades.
  /// - Throws: ``ProjectionError`` with `bad-path` if there is none or they do not ascend.
  package init(_ bounds: [Double]) throws(ProjectionError) {
    guard !bounds.isEmpty, bounds.allSatisfy(\.isFinite),
      zip(bounds, bounds.dropFirst()).allSatisfy(<)
    else { throw ProjectionError(code: .badPath, text: "thresholds \(bounds)") }
    self.init(sound: bounds)
  }

  private init(sound bounds: [Double]) { self.bounds = bounds }

  /// 自然増減の影響度, five grades: under 100 %, to 105 %, to 110 %, to 115 %, and over.
  ///
  /// Source: 内閣官房まち・ひと・しごと創生本部事務局, 地方人口ビジョンの策定のための手引き.
  package static let naturalOfGuide = Self(sound: [1.00, 1.05, 1.10, 1.15])

  /// 社会増減の影響度, five grades: under 100 %, to 110 %, to 120 %, to 130 %, and over.
  ///
  /// Source: 内閣官房まち・ひと・しごと創生本部事務局, 地方人口ビジョンの策定のための手引き.
  package static let socialOfGuide = Self(sound: [1.00, 1.10, 1.20, 1.30])

  /// The grade of a ratio, from 1; a bound belongs to the grade above it.
  package func grade(of ratio: Double) -> Int { 1 + bounds.count { $0 <= ratio } }
}

/// How much fertility and migration weigh in a municipality's future (自然増減・社会増減の影響度).
///
/// Formula: natural = simulation 1 ÷ the projection, social = simulation 2 ÷ simulation 1, total
/// populations of one year. Source: 地方人口ビジョンの策定のための手引き.
public struct PopulationInfluence: Hashable, Sendable {
  /// The year.
  public let year: Int
  /// 自然増減の影響度: with fertility at replacement ÷ as projected.
  public let natural: Double
  /// 社会増減の影響度: with migration balanced as well ÷ with fertility at replacement.
  public let social: Double
  /// The grade of natural influence, from 1.
  public let naturalGrade: Int
  /// The grade of social influence, from 1.
  public let socialGrade: Int

  /// Compares three projections of one municipality.
  ///
  /// - Parameters:
  ///   - projection: 社人研準拠.
  ///   - simulation1: the same with fertility at replacement.
  ///   - simulation2: that with balanced migration.
  ///   - year: the year to compare, such as 2040.
  ///   - natural: the bounds of natural influence; cities vary them.
  ///   - social: the bounds of social influence.
  /// - Throws: ``ProjectionError`` with `missing-year`, or `no-population` if nobody is left.
  package init(
    of projection: PopulationProjection, simulation1: PopulationProjection,
    simulation2: PopulationProjection, in year: Int, natural: InfluenceThresholds,
    social: InfluenceThresholds
  ) throws(ProjectionError) {
    var totals: [Double] = []
    for projection in [projection, simulation1, simulation2] {
      guard let total = projection.total(in: year) else {
        throw ProjectionError(code: .missingYear, year: year)
      }
      totals.append(total)
    }
    guard totals[0] > 0, totals[1] > 0 else {
      throw ProjectionError(code: .noPopulation, year: year)
    }
    self.year = year
    self.natural = totals[1] / totals[0]
    self.social = totals[2] / totals[1]
    naturalGrade = natural.grade(of: self.natural)
    socialGrade = social.grade(of: self.social)
  }
}
