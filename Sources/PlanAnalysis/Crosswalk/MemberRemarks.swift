import Demography
import MunicipalModel

/// What is to be said about the figures of one indicator, found in the figures themselves.
struct MemberRemarks {
  private(set) var list: [MemberRemark] = []
  private let indicator: Indicator

  /// A target that differs less from the baseline, as a share of it, makes progress swing.
  private static let nearness = 0.01

  init(
    _ indicator: Indicator, series: ConceptSeries, progress: ConceptProgress,
    concept: IndicatorConcept, accounts: [PopulationAccount]
  ) {
    self.indicator = indicator
    if series.newest == nil {
      add(.noActualFigure, "実績値は記載されていない。", "No actual figure is printed.", .actual)
    }
    if let baseline = indicator.first(.baseline), baseline.reading.quantity != nil,
      baseline.period == nil
    {
      add(
        .baselineWithoutYear, "基準値の年は記載されていない。", "The year of the baseline is not printed.",
        .baseline)
    }
    if progress.countsFromZero {
      add(
        .countsFromZero, "基準値が記載されていないので、進捗は0から数える。",
        "No baseline is printed; progress counts from zero.", .baseline)
    }
    if progress.isLoweredExpectation {
      add(
        .loweredExpectation, "目標は基準値より悪い側にある（見込みを下げた目標）。達しても改善とはいえない。",
        "The target lies on the worse side of the baseline (a lowered expectation).",
        .target)
    }
    noteNearTarget(series)
    notePopulationTable(series, concept: concept, accounts: accounts)
  }

  private mutating func noteNearTarget(_ series: ConceptSeries) {
    guard !series.countsOverPlan, let baseline = series.baseline?.value.doubleValue,
      let target = series.target?.value.doubleValue, baseline != 0, baseline != target,
      ((target - baseline) / baseline).magnitude < Self.nearness
    else { return }
    add(
      .targetNearBaseline, "目標と基準値の差が基準値の1％に満たず、進捗の値は小さな動きで大きく振れる。",
      "Target and baseline differ by less than 1% of the baseline, so progress swings widely.",
      .target)
  }

  private mutating func notePopulationTable(
    _ series: ConceptSeries, concept: IndicatorConcept, accounts: [PopulationAccount]
  ) {
    guard let rate = concept.rate else { return }
    let table = ConceptSeries(rate.numerator, in: accounts)
    let years = series.actuals.keys.sorted().filter { year in
      guard let own = series.printed(year), let other = table.printed(year) else { return false }
      if own.unit == other.unit { return own.value == other.value }
      return table.rate(rate, year, in: accounts)?.figure.value == own.value
    }
    guard let year = years.last, years.count == series.actuals.count,
      let own = series.printed(year), let other = table.rate(rate, year, in: accounts)?.figure
    else { return }
    list.append(
      MemberRemark(
        code: .repeatsPopulationTable,
        text: LocalizedText(
          ja: "値は人口の表の暦年の\(rate.numerator.label.ja)と一致する（\(year)年: \(other.formula?.ja ?? "")）。",
          en:
            "The figures are those of the population table's calendar years (\(rate.numerator.label.en), \(year): \(other.formula?.en ?? ""))."
        ), sources: own.sources + other.sources))
  }

  private mutating func add(
    _ code: MemberRemark.Code, _ ja: String, _ en: String, _ role: Observation.Role
  ) {
    let cells = indicator.observations.filter { $0.role == role }.map(\.citation)
    list.append(
      MemberRemark(code: code, text: LocalizedText(ja: ja, en: en), sources: cells))
  }
}
