/// Survival ratios period by period (生残率の推移), such as 2015–20 to 2055–60.
package struct SurvivalSeries: Hashable, Sendable {
  /// The periods by the year that each begins with.
  package let periods: [Int: SurvivalRatios]

  /// Makes a series.
  ///
  /// - Parameter periods: the ratios by the year that they begin with.
  /// - Throws: ``ProjectionError`` with `figures-end-early` if there is none.
  package init(_ periods: [Int: SurvivalRatios]) throws(ProjectionError) {
    guard !periods.isEmpty else { throw ProjectionError(code: .figuresEndEarly) }
    self.periods = periods
  }

  /// The same ratios for ever.
  package static func constant(_ ratios: SurvivalRatios) -> Self { Self(sound: [.min: ratios]) }

  private init(sound periods: [Int: SurvivalRatios]) { self.periods = periods }

  /// The ratios of a step.
  ///
  /// - Parameter holdsLast: whether those of the last period hold after it.
  /// - Throws: ``ProjectionError`` with `missing-year` or `figures-end-early`, naming the year.
  package func ratios(from start: Int, holdsLast: Bool = false) throws(ProjectionError)
    -> SurvivalRatios
  {
    if let constant = periods[.min] ?? periods[start] { return constant }
    guard let last = periods.max(by: { $0.key < $1.key }), last.key < start else {
      throw ProjectionError(code: .missingYear, year: start, text: "survival")
    }
    guard holdsLast else {
      throw ProjectionError(
        code: .figuresEndEarly, year: start, text: "survival to \(last.key + last.value.years)")
    }
    return last.value
  }
}
