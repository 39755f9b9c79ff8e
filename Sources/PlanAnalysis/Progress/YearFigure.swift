import MunicipalModel

/// A printed actual figure of a year.
struct YearFigure {
  let period: Period
  /// The year of the plan that the period belongs to.
  let year: Int
  let value: ExactDecimal
  let isLimit: Bool
  let isCumulative: Bool
  let citation: Citation

  /// - Parameter value: the figure in the unit that is computed with.
  init(
    _ printed: IndicatorFigure, _ period: Period, _ value: ExactDecimal, of indicator: Indicator,
    in years: PlanYears
  ) {
    self.period = period
    year = years.year(of: period)
    self.value = value
    let bound = printed.reading.quantity?.bound
    isLimit = bound != nil && bound != .about
    isCumulative = printed.isCumulative(in: indicator)
    citation = printed.citation
  }

  /// The figure as it was printed.
  var asPrinted: ComputedFigure {
    ComputedFigure(value: value, period: period, formula: "\(value)", sources: [citation])
  }

  /// The figure less that of the year before; `nil` if the difference has too many digits.
  func subtracting(_ before: YearFigure) -> ComputedFigure? {
    value.subtracting(before.value).map {
      ComputedFigure(
        value: $0, period: period, formula: "\(value) − \(before.value)",
        sources: [before.citation, citation])
    }
  }
}

extension [YearFigure] {
  /// The sum of the figures; `nil` if there are none, or it has too many digits.
  var sum: ComputedFigure? {
    guard let last else { return nil }
    var sum = ExactDecimal.zero
    for figure in self {
      guard let next = sum.adding(figure.value) else { return nil }
      sum = next
    }
    return ComputedFigure(
      value: sum, period: last.period,
      formula: map(\.value.description).joined(separator: " + "), sources: map(\.citation))
  }
}

/// A figure made of printed ones: up to when, how, and of which cells.
struct ComputedFigure {
  let value: ExactDecimal
  let period: Period
  let formula: String
  let sources: [Citation]
}
