public import MunicipalModel

extension Crosswalk {
  /// The levels of two members in the newest year that both have figures of.
  public struct LevelComparison: Hashable, Sendable {
    /// How the figures of the year are counted.
    public enum Counting: String, Hashable, Sendable {
      /// As printed for the year.
      case asPrinted = "as_printed"
      /// From the plan's first year to the end of the year.
      case planToDate = "plan_to_date"
      /// In the one year, where one of the two prints running totals.
      case oneYear = "one_year"
      /// In percent of the population at the end of the year before.
      case rate

      /// The way of counting in words.
      public var label: LocalizedText {
        switch self {
        case .asPrinted: LocalizedText(ja: "記載のまま", en: "as printed")
        case .planToDate: LocalizedText(ja: "計画開始からの累計", en: "since the plan began")
        case .oneYear: LocalizedText(ja: "単年に直した値", en: "brought to one year")
        case .rate: LocalizedText(ja: "前年末人口に対する率", en: "rate on the previous year-end population")
        }
      }
    }

    /// The year.
    public let year: Int
    /// How the figures are counted.
    public let counting: Counting
    /// The figure of the first municipality.
    public let left: Crosswalk.Figure
    /// The figure of the second municipality.
    public let right: Crosswalk.Figure
    /// The first figure per 1,000 residents, or why there is none.
    public let leftPerThousand: Result<Crosswalk.Figure, FigureGap>
    /// The second figure per 1,000 residents, or why there is none.
    public let rightPerThousand: Result<Crosswalk.Figure, FigureGap>
    /// The first less the second level: per 1,000 residents where that is meant, otherwise as counted.
    public let difference: Result<Crosswalk.Figure, FigureGap>
    /// The first level divided by the second; never of figures that may change sign.
    public let ratio: Result<Crosswalk.Figure, FigureGap>

    /// Whether one is of a calendar year and the other of a fiscal year.
    public var mixesYearKinds: Bool {
      switch (left.period, right.period) {
      case (.calendarYear, .fiscalYear), (.fiscalYear, .calendarYear): true
      default: false
      }
    }
  }
}

extension Crosswalk.Pairing {
  /// The levels in the newest common year, or why they cannot be set side by side.
  public var level: Result<Crosswalk.LevelComparison, FigureGap> {
    Result { () throws(FigureGap) in
      guard !left.series.years.isEmpty, !right.series.years.isEmpty else { throw .missingActual }
      let counting = self.counting
      let common = left.series.years.intersection(right.series.years).sorted(by: >)
      guard !common.isEmpty else { throw .noCommonYear }
      for year in common {
        if let first = figure(of: left, year, counting),
          let second = figure(of: right, year, counting)
        {
          return comparison(first, second, year: year, counting: counting)
        }
      }
      throw counting == .rate ? .missingPopulation : .accumulationsDiffer
    }
  }

  private var counting: Crosswalk.LevelComparison.Counting {
    if concept.rate != nil { return .rate }
    return switch (left.series.countsOverPlan, right.series.countsOverPlan) {
    case (true, true): .planToDate
    case (false, false): .asPrinted
    default: .oneYear
    }
  }

  private func figure(
    of member: Crosswalk.Member, _ year: Int, _ counting: Crosswalk.LevelComparison.Counting
  ) -> ExactFigure? {
    switch counting {
    case .asPrinted: member.series.printed(year).flatMap(ExactFigure.init)
    case .planToDate: member.series.planToDate(year).flatMap(ExactFigure.init)
    case .oneYear: member.series.yearly(year).flatMap(ExactFigure.init)
    case .rate: rate(of: member, year)
    }
  }

  /// The rate of a year; of a calendar year where the indicator repeats the population table.
  private func rate(of member: Crosswalk.Member, _ year: Int) -> ExactFigure? {
    let rate = concept.rate.flatMap { member.series.rate($0, year, in: member.accounts) }
    let repeats = member.remarks.contains { $0.code == .repeatsPopulationTable }
    return repeats ? rate?.of(.calendarYear(year)) : rate
  }

  /// Both figures per 1,000 residents, with the same number of digits after the point.
  private func perThousand(
    _ first: Crosswalk.Figure, _ second: Crosswalk.Figure
  ) -> (Result<ExactFigure, FigureGap>, Result<ExactFigure, FigureGap>) {
    let levels = (
      left.exactPerThousandResidents(first), right.exactPerThousandResidents(second)
    )
    guard let one = try? levels.0.get(), let other = try? levels.1.get() else { return levels }
    let decimals = min(one.figure.value.scale, other.figure.value.scale)
    return (
      left.exactPerThousandResidents(first, decimals: decimals),
      right.exactPerThousandResidents(second, decimals: decimals)
    )
  }

  /// The levels side by side; difference and ratio are of the exact levels, and rounded once.
  private func comparison(
    _ first: ExactFigure, _ second: ExactFigure, year: Int,
    counting: Crosswalk.LevelComparison.Counting
  ) -> Crosswalk.LevelComparison {
    let perThousand = perThousand(first.figure, second.figure)
    func levels() throws(FigureGap) -> (ExactFigure, ExactFigure) {
      guard comparability > .related else { throw .relatedOnly }
      guard first.figure.unit == second.figure.unit else { throw .unitsDiffer }
      guard concept.isPerResident, first.figure.unit != "%" else { return (first, second) }
      return (try perThousand.0.get(), try perThousand.1.get())
    }
    return Crosswalk.LevelComparison(
      year: year, counting: counting, left: first.figure, right: second.figure,
      leftPerThousand: perThousand.0.map(\.figure), rightPerThousand: perThousand.1.map(\.figure),
      difference: Result { () throws(FigureGap) in
        let (top, bottom) = try levels()
        guard let difference = top.subtracting(bottom) else { throw .tooLarge }
        return difference.figure
      },
      ratio: Result { () throws(FigureGap) in
        let (top, bottom) = try levels()
        guard !concept.mayChangeSign, !top.isNegative, !bottom.isNegative else {
          throw .signMayChange
        }
        guard !bottom.isZero else { throw .divisionByZero }
        guard let ratio = top.divided(by: bottom, unit: "", decimals: 2) else { throw .tooLarge }
        return ratio.figure
      })
  }
}
