import Demography
import MunicipalModel

/// What is to be said about the figures of one indicator, found in the figures themselves.
struct MemberRemarks {
  private(set) var list: [MemberRemark] = []
  private let indicator: Indicator

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
    if progress.isTargetNearBaseline {
      add(
        .targetNearBaseline, "目標が基準値に近く、進捗の値は小さな動きで大きく振れる。",
        "The target is so close to the baseline that progress swings widely.", .target)
    }
    if progress.aim.direction == nil {
      add(
        .unknownDirection, "増減のどちらがよいか分からず、進捗を判定しない。",
        "It is not known which way is better, so progress is not judged.", .target)
    }
    notePopulationTable(series, concept: concept, accounts: accounts)
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
    _ code: MemberRemark.Code, _ ja: String, _ en: String, _ role: IndicatorFigure.Role
  ) {
    let cells = indicator.figures.filter { $0.role == role }.map(\.citation)
    list.append(
      MemberRemark(code: code, text: LocalizedText(ja: ja, en: en), sources: cells))
  }
}
